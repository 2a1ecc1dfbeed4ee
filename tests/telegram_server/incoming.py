"""What people send, as the fields of a Message."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram_server.entities import detect
from tests.telegram_server.errors import Json
from tests.telegram_server.files import FileStore, StoredFile


@dataclass
class Isi:
    """The fields of one message, and the file it carries."""

    body: Json
    file: StoredFile | None = field(default=None, repr=False)


def teks(text: str) -> Isi:
    return Isi(words("text", "entities", text))


def words(name: str, entities: str, text: str | None) -> Json:
    if not text:
        return {}
    found = detect(text)
    return {name: text} | ({entities: found} if found else {})


def foto(files: FileStore, isi: bytes, keterangan: str | None) -> Isi:
    stored = files.add(isi, None, "image/jpeg", "photos")
    return Isi({"photo": files.photo(stored)} | words("caption", "caption_entities", keterangan), stored)


def dokumen(files: FileStore, isi: bytes, nama: str, mime: str, keterangan: str | None) -> Isi:
    stored = files.add(isi, nama, mime, "documents")
    return Isi({"document": files.document(stored)} | words("caption", "caption_entities", keterangan), stored)


def suara(files: FileStore, isi: bytes, detik: int) -> Isi:
    stored = files.add(isi, None, "audio/ogg", "voice")
    return Isi({"voice": files.name(stored, "AwAD") | {"duration": detik, "mime_type": stored.mime}}, stored)


def video(files: FileStore, isi: bytes, keterangan: str | None) -> Isi:
    stored = files.add(isi, None, "video/mp4", "videos")
    size = {"width": 1280, "height": 720, "duration": 5, "mime_type": stored.mime}
    body = {"video": files.name(stored, "BAAD") | size}
    return Isi(body | words("caption", "caption_entities", keterangan), stored)


def stiker(files: FileStore, emoji: str) -> Isi:
    stored = files.add(b"RIFF\x00\x00\x00\x00WEBP", None, "image/webp", "stickers")
    about = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular", "emoji": emoji}
    return Isi({"sticker": files.name(stored, "CAAD") | about}, stored)


def lokasi(lat: float, lon: float) -> Isi:
    return Isi({"location": {"latitude": lat, "longitude": lon}})


def kontak(user: Json, nomor: str) -> Isi:
    return Isi({"contact": {"phone_number": nomor, "first_name": user["first_name"], "user_id": user["id"]}})


def album(make: Callable[[bytes, str | None], Isi], isi: list[bytes], keterangan: str | None, group: str) -> list[Isi]:
    """The caption is on the first picture, as Telegram's apps put it."""
    items = [make(one, keterangan if n == 0 else None) for n, one in enumerate(isi)]
    return [Isi(item.body | {"media_group_id": group}, item.file) for item in items]
