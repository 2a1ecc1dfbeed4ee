"""Pictures and papers both ways: an id for what was uploaded, a URL that lives five minutes for what is fetched."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.telegram_server.form import Upload
from tests.whatsapp_server.clock import Clock
from tests.whatsapp_server.errors import Json, wrong

MB = 1 << 20
URL_SECONDS = 5 * 60
UPLOADED_SECONDS = 30 * 86400
RECEIVED_SECONDS = 7 * 86400
MAX_UPLOAD = 100 * MB
_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "image": (5 * MB, ("image/jpeg", "image/png")),
    "sticker": (500 * 1024, ("image/webp",)),
    "audio": (16 * MB, ("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    "video": (16 * MB, ("video/mp4", "video/3gpp")),
    "document": (100 * MB, (
        "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        f"{_OFFICE}.wordprocessingml.document", f"{_OFFICE}.spreadsheetml.sheet", f"{_OFFICE}.presentationml.presentation",
    )),
}  # fmt: skip
_BEGINNINGS = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "application/pdf": b"%PDF-"}


@dataclass
class Medium:
    id: str
    mime: str
    nama: str
    isi: bytes = field(repr=False)
    sampai: float
    """Until when the id is known."""

    @property
    def sha256(self) -> str:
        return base64.b64encode(hashlib.sha256(self.isi).digest()).decode()

    @property
    def kind(self) -> str:
        return next((kind for kind, (_, mimes) in KINDS.items() if self.mime in mimes), "")

    def is_what_it_says(self) -> bool:
        return self.isi.startswith(_BEGINNINGS.get(self.mime, b""))


@dataclass
class MediaStore:
    clock: Clock
    by_id: dict[str, Medium] = field(default_factory=dict)
    urls: dict[str, tuple[str, float]] = field(default_factory=dict)  # path: whose, until when
    uploads: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def add(self, isi: bytes, nama: str, mime: str, seconds: float) -> Medium:
        medium = Medium(f"10033834{next(self._numbers):08d}", mime, nama, isi, self.clock.now() + seconds)
        self.by_id[medium.id] = medium
        return medium

    def upload(self, values: Json, upload: Upload | None) -> Medium:
        if values.get("messaging_product") != "whatsapp":
            raise wrong(100, "The parameter messaging_product is required.")
        if upload is None:
            raise wrong(100, "The parameter file is required.")
        if not upload.isi:
            raise wrong(100, "Param file must not be empty")
        mime = upload.mime.partition(";")[0].strip()
        kind = next((kind for kind, (_, mimes) in KINDS.items() if mime in mimes), "")
        if not kind:
            allowed = ", ".join(mime for _, mimes in KINDS.values() for mime in mimes)
            raise wrong(
                100, f"Param file must be a file with one of the following types: {allowed}. Received {mime!r}."
            )
        if len(upload.isi) > KINDS[kind][0]:
            raise wrong(131053, f"File size {len(upload.isi)} exceeds {KINDS[kind][0]} for {kind}")
        self.uploads += 1
        return self.add(upload.isi, upload.nama, mime, UPLOADED_SECONDS)

    def get(self, media_id: str) -> Medium | None:
        medium = self.by_id.get(media_id)
        return medium if medium is not None and self.clock.now() < medium.sampai else None

    def sign(self, medium: Medium) -> str:
        """A new path for it, good for five minutes."""
        path = f"{medium.id}-{next(self._numbers):06d}"
        self.urls[path] = (medium.id, self.clock.now() + URL_SECONDS)
        return path

    def behind(self, path: str) -> Medium | None:
        media_id, until = self.urls.get(path, ("", 0.0))
        return self.by_id.get(media_id) if self.clock.now() < until else None
