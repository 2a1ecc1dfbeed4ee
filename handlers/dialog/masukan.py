"""What a person sent, without its channel."""

from __future__ import annotations

import msgspec


class Foto(msgspec.Struct, frozen=True, omit_defaults=True):
    """A picture that is already on disk (`sidik`), or still with the platform (`rujukan`)."""

    sidik: str = ""
    """SHA-256 of the bytes, hexadecimal."""
    rujukan: str = ""
    """The platform's own name for the file; only the channel reads it."""
    mime: str = "image/jpeg"
    ukuran: int = 0
    waktu: int = 0
    """When the person sent it, UTC epoch seconds."""


class Lokasi(msgspec.Struct, frozen=True):
    lat: float
    lon: float


class Masukan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message. Several fields may be set: a photo with a caption has `foto` and `teks`."""

    teks: str = ""
    tombol: str = ""
    """Data of the tapped button, as `handlers.dialog.tombol` wrote it."""
    foto: tuple[Foto, ...] = ()
    lokasi: Lokasi | None = None
    lain: str = ""
    """What else it was, in words for the person: 'pesan suara', 'stiker', 'video', 'kontak', 'dokumen', …"""
    pilih: str = ""
    """Set by the engine: the value of a tapped button that belongs to the question now reading."""

    @property
    def kosong(self) -> bool:
        return not (self.teks.strip() or self.tombol or self.foto or self.lokasi or self.lain or self.pilih)
