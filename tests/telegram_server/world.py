"""Everything the server knows: the bot, people, chats, files, updates, and what has happened."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from tests.telegram_server.chats import Chat, Message, raise_if
from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.faults import Faults
from tests.telegram_server.files import FileStore, StoredFile
from tests.telegram_server.rates import Rates
from tests.telegram_server.updates import UpdateQueue
from tests.telegram_server.watch import Watch

if TYPE_CHECKING:
    from tests.telegram_server.webhook import Webhook

_SERVICE = {
    "new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created",
}  # fmt: skip


class Permintaan(NamedTuple):
    """A request as it was understood; `waktu` is monotonic."""

    waktu: float
    method: str
    params: Json


@dataclass
class CallbackQuery:
    id: str
    orang: int
    answerable: bool = True
    answer: Json | None = None


@dataclass
class World:
    bot: Json
    clock: Callable[[], float] = time.time
    watch: Watch = field(default_factory=Watch)
    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: FileStore = field(default_factory=FileStore)
    faults: Faults = field(default_factory=Faults)
    rates: Rates | None = None
    webhook: "Webhook | None" = None
    callbacks: dict[str, CallbackQuery] = field(default_factory=dict)
    profile: dict[str, Json] = field(default_factory=dict)  # commands and descriptions, by scope and language
    requests: list[Permintaan] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    privacy: bool = False

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.watch)
        self._numbers = count(1)

    @property
    def bot_id(self) -> int:
        bot_id: int = self.bot["id"]
        return bot_id

    def number(self) -> int:
        return next(self._numbers)

    def now(self) -> int:
        return int(self.clock())

    def find_chat(self, chat_id: int | str) -> Chat:
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable_chat(self, params: Json) -> Chat:
        chat = self.find_chat(params["chat_id"])
        chat.check_access(self.bot_id)
        chat.check_topic(params.get("message_thread_id"))
        return chat

    def store(self, chat: Chat, sender: Json, body: Json, *, file: StoredFile | None = None) -> Message:
        """A new message in a chat; `body` is what the message says of itself."""
        raw = {"message_id": chat.next_id(), "from": sender, "chat": chat.json(), "date": self.now()} | body
        message = Message(raw, dari_bot=sender["id"] == self.bot_id, file=file)
        chat.messages[message.message_id] = message
        self.watch.changed()
        return message

    def receive(self, chat: Chat, sender: Json, body: Json, *, file: StoredFile | None = None) -> int:
        """A person's message, also told to the bot when it may see it. Returns its message_id."""
        with self.watch.lock:
            message = self.store(chat, sender, body, file=file)
            if self._may_see(chat, message.raw):
                self.updates.add("message", message.raw, chat.id)
            return message.message_id

    def _may_see(self, chat: Chat, raw: Json) -> bool:
        """In a group, and with privacy mode on, a bot sees commands, replies to itself and service messages."""
        if chat.members.get(self.bot_id) in {"kicked", "left"}:
            return False
        if chat.is_private or not self.privacy or chat.members.get(self.bot_id) == "administrator":
            return True
        to_bot = raw.get("reply_to_message", {}).get("from", {}).get("id") == self.bot_id
        command = str(raw.get("text") or raw.get("caption")).startswith("/")
        return to_bot or command or not _SERVICE.isdisjoint(raw)

    def reply_fields(self, chat: Chat, message_id: int | None) -> Json:
        if message_id is None:
            return {}
        raise_if(message_id not in chat.messages, bad_request("message to be replied not found"))
        replied = chat.messages[message_id].raw
        return {"reply_to_message": {key: value for key, value in replied.items() if key != "reply_to_message"}}
