"""A chat and its messages, and why the bot may not write there."""

import time
from dataclasses import dataclass, field

from tests.telegram_server.errors import ApiError, Json, bad_request, forbidden
from tests.telegram_server.files import StoredFile

GENERAL = 1
_KINDS = {"private": "private chat", "group": "group chat", "supergroup": "supergroup chat"}


@dataclass
class Message:
    """`raw` is Telegram's Message object; the rest is what it does not say."""

    raw: Json
    dari_bot: bool
    keyboard: Json | None = None  # the reply_markup as the bot gave it, also where `raw` has none
    file: StoredFile | None = None
    waktu: float = field(default_factory=time.monotonic)

    @property
    def message_id(self) -> int:
        message_id: int = self.raw["message_id"]
        return message_id


@dataclass(slots=True)
class Hitungan:
    """How many messages a chat has had, for tests too large to keep them."""

    masuk: int = 0
    keluar: int = 0
    suntingan: int = 0  # made by the bot
    terakhir: float = 0.0  # monotonic: when the bot wrote last


@dataclass
class Chat:
    id: int
    type: str
    about: Json  # the names: first_name and username, or title
    messages: dict[int, Message] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)  # user id: status; the bot among them
    denied: set[str] = field(default_factory=set)  # what the bot or everybody may not send here: "text messages", …
    hitungan: Hitungan = field(default_factory=Hitungan)
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    started: bool = True  # a private chat begins when the person writes
    deactivated: bool = False
    deleted: bool = False
    migrated_to: int | None = None
    last_id: int = 0

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def json(self) -> Json:
        return {"id": self.id, "type": self.type, **self.about}

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def check_access(self, bot_id: int) -> None:
        """Raises why the bot cannot write here, if it cannot."""
        if self.migrated_to is not None:
            moved = {"migrate_to_chat_id": self.migrated_to}
            raise bad_request("group chat was upgraded to a supergroup chat", moved)
        raise_if(self.deleted, forbidden("the group chat was deleted"))
        if self.is_private:
            raise_if(self.deactivated, forbidden("user is deactivated"))
            raise_if(not self.started, forbidden("bot can't initiate conversation with a user"))
            raise_if(self.members[bot_id] == "kicked", forbidden("bot was blocked by the user"))
        raise_if(self.members[bot_id] == "kicked", forbidden(f"bot was kicked from the {_KINDS[self.type]}"))
        raise_if(self.members[bot_id] == "left", forbidden(f"bot is not a member of the {_KINDS[self.type]}"))

    def check_topic(self, thread_id: int | None) -> None:
        """The General topic has no number: in it a message has no message_thread_id, and to give its 1 is an error."""
        if not (self.is_private or self.about.get("is_forum")):
            return  # elsewhere Telegram passes it over
        raise_if(thread_id is not None and thread_id not in self.topics, bad_request("message thread not found"))
        raise_if((thread_id or GENERAL) in self.closed_topics, bad_request("TOPIC_CLOSED"))

    def check_right(self, what: str, bot_id: int) -> None:
        """Raises when nobody, or the bot, may send such things here; administrators may."""
        if what in self.denied and self.members[bot_id] not in {"administrator", "creator"}:
            raise bad_request(f"not enough rights to send {what} to the chat")


def raise_if(wrong: bool, error: ApiError) -> None:
    if wrong:
        raise error
