"""Files that went either way: kept in memory, named by file_id, fetched by path."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.telegram_server.errors import Json, bad_request

MAX_DOWNLOAD = 20 * 1024 * 1024
_EXTENSIONS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "audio/ogg": ".oga",
    "video/mp4": ".mp4",
    "image/webp": ".webp",
}


@dataclass
class StoredFile:
    unique_id: str
    path: str
    isi: bytes = field(repr=False)
    nama: str | None
    mime: str

    def ids(self, file_id: str) -> Json:
        return {"file_id": file_id, "file_unique_id": self.unique_id, "file_size": len(self.isi)}


@dataclass
class FileStore:
    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def add(self, isi: bytes, nama: str | None, mime: str, folder: str) -> StoredFile:
        number = next(self._numbers)
        ending = nama[nama.rfind(".") :] if nama and "." in nama else _EXTENSIONS.get(mime, "")
        stored = StoredFile(f"AQAD{number:08d}", f"{folder}/file_{number}{ending}", isi, nama, mime)
        self.by_path[stored.path] = stored
        return stored

    def name(self, stored: StoredFile, prefix: str) -> Json:
        """A new file_id for it, and the fields that every kind of file has."""
        file_id = f"{prefix}CAgUAAxkBAAI{next(self._numbers):012d}"
        self.by_id[file_id] = stored
        return stored.ids(file_id)

    def get(self, file_id: str) -> StoredFile:
        if file_id not in self.by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.by_id[file_id]

    def photo(self, stored: StoredFile) -> list[Json]:
        """Three sizes of one picture; the sizes are invented, and every one of them leads to the whole file."""
        sizes = ((90, 67), (320, 240), (1280, 960))
        return [self.name(stored, "AgAD") | {"width": width, "height": height} for width, height in sizes]

    def document(self, stored: StoredFile) -> Json:
        named = {"file_name": stored.nama} if stored.nama else {}
        return self.name(stored, "BQAD") | named | {"mime_type": stored.mime}
