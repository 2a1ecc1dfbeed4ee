"""What Telegram sends, as far as we read it: the fields of the Bot API's Update that make an `Inbound`.

python-telegram-bot's own `Update.de_json` builds every field of every object, 200 to 340 µs of CPU an update; when a
province writes at once, that time is better spent answering (bench/README.md).
"""

from __future__ import annotations

from typing import Any

import msgspec

from bot.channels.contract import Inbound
from handlers.dialog.masukan import Foto, Lokasi, Masukan

LAIN = {
    "voice": "pesan suara", "audio": "suara", "video": "video", "video_note": "video", "sticker": "stiker",
    "animation": "gambar bergerak", "contact": "kontak", "poll": "polling", "document": "dokumen", "venue": "tempat",
    "dice": "dadu", "story": "cerita",
}  # fmt: skip
"""Kinds of message we cannot read, in words for the person."""


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


class Gambar(msgspec.Struct):
    """PhotoSize, or a Document."""

    file_id: str
    file_size: int = 0
    width: int = 0
    height: int = 0
    mime_type: str = ""


class Titik(msgspec.Struct):
    latitude: float
    longitude: float


class Message(msgspec.Struct):
    chat: Chat
    date: int
    from_: User | None = msgspec.field(default=None, name="from")
    text: str = ""
    caption: str = ""
    photo: list[Gambar] = []
    document: Gambar | None = None
    location: Titik | None = None
    media_group_id: str | None = None


class CallbackQuery(msgspec.Struct):
    id: str
    from_: User = msgspec.field(name="from")
    data: str = ""
    message: dict[str, Any] | None = None
    """As it stands: of a message too old for Telegram to remember, only its chat is left."""


class Update(msgspec.Struct):
    update_id: int
    message: Message | None = None
    callback_query: CallbackQuery | None = None


def parse(mentah: dict[str, Any], bot_id: int) -> Inbound | None:
    """None for what is not from a person in a private chat."""
    update = msgspec.convert(mentah, Update, strict=False)
    ext_id = f"{bot_id}:{update.update_id}"
    if update.callback_query:
        return _ketukan(update.callback_query, ext_id)
    pesan = update.message
    if pesan is None or pesan.from_ is None or pesan.from_.is_bot or pesan.chat.type != "private":
        return None
    masukan = _masukan(pesan, mentah["message"])
    return Inbound(ext_id, str(pesan.chat.id), pesan.from_.nama, pesan.date, masukan, pesan.media_group_id)


def _ketukan(tap: CallbackQuery, ext_id: str) -> Inbound | None:
    """A tap has no time of its own (its message is as old as the question); 0 reads as "now"."""
    chat = (tap.message or {}).get("chat", {})
    if tap.from_.is_bot or chat.get("type") != "private":
        return None
    return Inbound(ext_id, str(chat["id"]), tap.from_.nama, 0, Masukan(tombol=tap.data))


def _masukan(pesan: Message, mentah: dict[str, Any]) -> Masukan:
    teks = pesan.text or pesan.caption
    if pesan.photo:
        besar = max(pesan.photo, key=lambda p: p.width * p.height)
        return Masukan(teks=teks, foto=(Foto(rujukan=besar.file_id, ukuran=besar.file_size, waktu=pesan.date),))
    if pesan.document and pesan.document.mime_type.startswith("image/"):
        return Masukan(teks=teks, foto=(Foto(rujukan=pesan.document.file_id, waktu=pesan.date),))
    if pesan.location:
        return Masukan(lokasi=Lokasi(pesan.location.latitude, pesan.location.longitude))
    return Masukan(teks=teks, lain=next((kata for nama, kata in LAIN.items() if nama in mentah), ""))
