"""What Telegram sends, as far as we read it: the fields of the Bot API's Update that make an `Inbound`.

python-telegram-bot's own `Update.de_json` builds every field of every object, 200 to 340 µs of CPU an update; when a
province writes at once, that time is better spent answering (bench/README.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

BATAS_UNDUH = 20_000_000
"""Bytes of a file that Telegram hands over to bots."""


@dataclass(frozen=True)
class Kita:
    """Who we are with Telegram, and what we take."""

    id: int
    username: str = ""
    """Without @; '' until Telegram has told."""
    batas_foto: int = 10_000_000
    """Bytes of a picture."""

    @property
    def muat(self) -> int:
        return min(self.batas_foto, BATAS_UNDUH)

    def bernama(self, username: str) -> bool:
        return bool(self.username) and username.lower() == self.username.lower()


class User(msgspec.Struct):
    id: int
    is_bot: bool
    first_name: str
    last_name: str = ""

    @property
    def nama(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


class Chat(msgspec.Struct):
    id: int
    type: str
    title: str = ""

    @property
    def pribadi(self) -> bool:
        return self.type == "private"

    @property
    def grup(self) -> bool:
        return self.type in ("group", "supergroup")


class Gambar(msgspec.Struct):
    """PhotoSize, or a Document."""

    file_id: str
    file_size: int = 0
    """0: Telegram did not say."""
    width: int = 0
    height: int = 0
    mime_type: str = ""
    file_name: str = ""


class Titik(msgspec.Struct):
    latitude: float
    longitude: float


class Entity(msgspec.Struct):
    type: str
    offset: int
    """In UTF-16 code units, as `length`."""
    length: int
    user: User | None = None


class Dibalas(msgspec.Struct):
    """The message replied to. In a forum the topic's first message stands here when nothing else was replied to."""

    message_id: int
    from_: User | None = msgspec.field(default=None, name="from")
    forum_topic_created: dict[str, Any] | None = None


class Message(msgspec.Struct):
    message_id: int
    chat: Chat
    date: int
    from_: User | None = msgspec.field(default=None, name="from")
    sender_chat: Chat | None = None
    message_thread_id: int = 0
    is_topic_message: bool = False
    reply_to_message: Dibalas | None = None
    text: str = ""
    entities: list[Entity] = []
    caption: str = ""
    caption_entities: list[Entity] = []
    photo: list[Gambar] = []
    document: Gambar | None = None
    location: Titik | None = None
    media_group_id: str | None = None
    migrate_to_chat_id: int | None = None

    @property
    def topik(self) -> int:
        """0 outside a forum's topics: elsewhere `message_thread_id` only counts replies."""
        return self.message_thread_id if self.is_topic_message else 0


class Ditekan(msgspec.Struct):
    """The message of ours that a button stands on; of one too old for Telegram to remember only its chat is left."""

    chat: Chat
    message_thread_id: int = 0
    is_topic_message: bool = False

    @property
    def topik(self) -> int:
        return self.message_thread_id if self.is_topic_message else 0


class CallbackQuery(msgspec.Struct):
    id: str
    from_: User = msgspec.field(name="from")
    data: str = ""
    message: Ditekan | None = None


class Member(msgspec.Struct):
    """ChatMember, of whatever status."""

    status: str
    is_member: bool = True
    """Only of `restricted`: whether it is in the group at all."""
    can_send_messages: bool = True

    @property
    def di_dalam(self) -> bool:
        return self.status not in ("left", "kicked") and self.is_member


class MemberUpdated(msgspec.Struct):
    chat: Chat
    date: int
    old_chat_member: Member
    new_chat_member: Member
    from_: User = msgspec.field(name="from")


class Update(msgspec.Struct):
    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: CallbackQuery | None = None
    my_chat_member: MemberUpdated | None = None
