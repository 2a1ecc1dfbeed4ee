"""What people send with a file, as the fields of a Message."""

from collections.abc import Callable

from tests.telegram_server.errors import Json
from tests.telegram_server.files import FileStore
from tests.telegram_server.incoming import Isi, words

_SQUARE = 320


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


def lagu(files: FileStore, isi: bytes) -> Isi:
    stored = files.add(isi, "lagu.mp3", "audio/mpeg", "music")
    about = {"duration": 180, "title": "Lagu", "file_name": "lagu.mp3", "mime_type": stored.mime}
    return Isi({"audio": files.name(stored, "CQAD") | about}, stored)


def video_bulat(files: FileStore, isi: bytes) -> Isi:
    stored = files.add(isi, None, "video/mp4", "video_notes")
    return Isi({"video_note": files.name(stored, "DQAD") | {"length": _SQUARE, "duration": 5}}, stored)


def animasi(files: FileStore, isi: bytes, keterangan: str | None) -> Isi:
    """Telegram names it twice: a client that does not know animations finds a document."""
    stored = files.add(isi, "animasi.mp4", "video/mp4", "animations")
    document = files.document(stored)
    size: Json = {"width": _SQUARE, "height": _SQUARE, "duration": 2}
    body = {"animation": document | size, "document": document}
    return Isi(body | words("caption", "caption_entities", keterangan), stored)


def album(make: Callable[[bytes, str | None], Isi], isi: list[bytes], keterangan: str | None, group: str) -> list[Isi]:
    """The caption is on the first picture, as Telegram's apps put it."""
    items = [make(one, keterangan if n == 0 else None) for n, one in enumerate(isi)]
    return [Isi(item.body | {"media_group_id": group}, item.file) for item in items]
