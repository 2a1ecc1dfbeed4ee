"""What the bot says, without its channel: plain text and buttons. A channel escapes, cuts and draws it."""

from __future__ import annotations

import msgspec


class Tombol(msgspec.Struct, frozen=True):
    label: str
    data: str
    """At most 64 bytes: the tightest channel's limit (Telegram callback_data)."""


class Butir(msgspec.Struct, frozen=True, omit_defaults=True):
    """One row of a list to choose from."""

    label: str
    data: str
    ket: str = ""


class Berkas(msgspec.Struct, frozen=True):
    """A file made when the message is sent, outside the turn: a recipe in `handlers.dokumen` and its ingredients."""

    nama: str
    resep: str
    bahan: dict[str, str | int]


class Pesan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message. `judul` is shown bold; nothing in the texts is markup."""

    teks: str
    judul: str = ""
    tombol: tuple[Tombol, ...] = ()
    daftar: tuple[Butir, ...] = ()
    minta: str = ""
    """'foto' or 'lokasi' when the question wants one: a channel may offer the phone's own button for it."""
    foto: tuple[str, ...] = ()
    """SHA-256 of pictures to show with it."""
    berkas: Berkas | None = None
