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


class Dokumen(msgspec.Struct, frozen=True, omit_defaults=True):
    """A document that is already on disk (`sidik`), or still with the platform (`rujukan`), or was not taken."""

    sidik: str = ""
    """SHA-256 of the bytes, hexadecimal."""
    rujukan: str = ""
    """The platform's own name for the file; only the channel reads it."""
    nama: str = ""
    """What the sender called it, without path and hidden characters."""
    mime: str = ""
    """By its first bytes; '' until they are here."""
    ukuran: int = 0
    waktu: int = 0
    """When the person sent it, UTC epoch seconds."""
    tolak: str = ""
    """Why it was not taken, one of data.dokumen_jenis.TOLAK."""


class Lokasi(msgspec.Struct, frozen=True):
    lat: float
    lon: float


PERISTIWA = ("blokir", "buka", "masuk", "keluar", "bisu", "pindah")
"""blokir, buka: the person closed the private chat, or opened it again. masuk, keluar: we were put in a group, or out
of it. bisu: we are in it and may not write. pindah: the group has a new name with the platform."""


class Masukan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message. Several fields may be set: a photo with a caption has `foto` and `teks`."""

    teks: str = ""
    tombol: str = ""
    """Data of the tapped button, as `handlers.dialog.tombol` wrote it."""
    foto: tuple[Foto, ...] = ()
    dokumen: Dokumen | None = None
    lokasi: Lokasi | None = None
    lain: str = ""
    """What else it was, in words for the person: 'pesan suara', 'stiker', 'video', 'kontak', 'dokumen', …"""
    sunting: bool = False
    """The person changed a message sent before; this is how it reads now."""
    balas: str = ""
    """The platform's name for the message of ours that this one replies to."""
    grup: str = ""
    """Title of the group it was written in; '' in a private chat."""
    anonim: bool = False
    """Written in the name of the group or of a channel: who it was, the platform does not say."""
    peristiwa: str = ""
    """Not said but happened to the chat, see `PERISTIWA`."""
    ke: str = ""
    """For `pindah`: the chat's new name."""
    disamarkan: str = ""
    """What was masked in `teks` before it was stored, in words: 'NIK', 'NIK dan rekening'."""
    pilih: str = ""
    """Set by the engine: the value of a tapped button that belongs to the question now reading."""

    @property
    def kosong(self) -> bool:
        kiriman = self.foto or self.dokumen or self.lokasi
        return not (self.teks.strip() or self.tombol or kiriman or self.lain or self.pilih)
