"""Pictures on disk, named by their content; the database only knows their names.

The file is written, flushed and renamed into place before the row that names it, so a row never points at nothing.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from data.store import Tx

AKHIRAN = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif"}
TANDA = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF8", "image/gif"))


@dataclass(frozen=True)
class Gudang:
    """The folder. `ab/cdef….jpg`: two levels, so that no folder holds a million files."""

    folder: Path

    def simpan(self, isi: bytes) -> str:
        """The SHA-256. The same picture twice is one file."""
        sidik = hashlib.sha256(isi).hexdigest()
        tempat = self.jalur(sidik)
        if not tempat.exists():
            tempat.parent.mkdir(parents=True, exist_ok=True)
            # Two people may send the same picture at once: each writes a file of their own, the last name given stays.
            sementara = tempat.with_name(f"{tempat.name}.{secrets.token_hex(4)}.baru")
            try:
                _tulis(sementara, isi)
                sementara.replace(tempat)
            except BaseException:
                sementara.unlink(missing_ok=True)
                raise
            for folder in (tempat.parent, self.folder):
                _fsync_folder(folder)
        return sidik

    def hapus(self, sidik: str) -> None:
        """Nothing where it is gone already."""
        self.jalur(sidik).unlink(missing_ok=True)

    def sapu(self, sidik: str) -> None:
        """The same, with what a program that was killed while writing it left beside it. Nobody may be writing it."""
        self.hapus(sidik)
        for sisa in self.jalur(sidik).parent.glob(f"{self.jalur(sidik).name}.*.baru"):
            sisa.unlink(missing_ok=True)

    def jalur(self, sidik: str) -> Path:
        if len(sidik) != 64 or sidik.strip("0123456789abcdef"):
            raise ValueError(f"not a SHA-256: {sidik[:80]!r}")
        return self.folder / sidik[:2] / sidik[2:]


def jenis_gambar(isi: bytes) -> str | None:
    """The MIME type by the first bytes, whatever the sender called it; None when it is no picture we keep."""
    for tanda, mime in TANDA:
        if isi.startswith(tanda):
            return mime
    return "image/webp" if isi[:4] == b"RIFF" and isi[8:12] == b"WEBP" else None


class MediaQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def daftarkan(self, sidik: str, mime: str, ukuran: int, kini: int) -> None:
        self._tx.run(
            "INSERT INTO media (sidik, mime, ukuran, dibuat) VALUES (?, ?, ?, ?) ON CONFLICT (sidik) DO NOTHING",
            (sidik, mime, ukuran, kini),
        )

    def mime(self, sidik: str) -> str | None:
        row = self._tx.one("SELECT mime FROM media WHERE sidik = ?", (sidik,))
        return None if row is None else str(row["mime"])


def _tulis(jalur: Path, isi: bytes) -> None:
    with jalur.open("wb") as berkas:
        berkas.write(isi)
        berkas.flush()
        os.fsync(berkas.fileno())


def _fsync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
