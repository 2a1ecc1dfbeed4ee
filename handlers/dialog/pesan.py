"""What the bot says, without its channel: plain text and buttons. A channel escapes, cuts and draws it."""

from __future__ import annotations

import msgspec


class Tombol(msgspec.Struct, frozen=True, omit_defaults=True):
    label: str
    data: str
    """At most 64 bytes: the tightest channel's limit (Telegram callback_data)."""
    mulai: str = ""
    """Instead of `data`: opens the private chat with the bot and says this there, as a link does (`start`)."""


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
    gambar: bool = False
    """A picture, shown as one where the channel can."""


class Templat(msgspec.Struct, frozen=True):
    """How it is announced where a platform takes only sentences approved beforehand (data/katalog/templat_wa.toml)."""

    nama: str
    isi: tuple[str, ...] = ()
    """What is put into its places, in order."""


class Pesan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One message. `judul` is shown bold; nothing in the texts is markup."""

    teks: str
    judul: str = ""
    tombol: tuple[Tombol, ...] = ()
    daftar: tuple[Butir, ...] = ()
    minta: str = ""
    """'foto', 'lokasi' or 'dokumen' when the question wants one: a channel may offer the phone's own button for it."""
    foto: tuple[str, ...] = ()
    """SHA-256 of pictures to show with it."""
    berkas: Berkas | None = None
    menu: tuple[tuple[str, str], ...] | None = None
    """(command, what it does): what the platform's own menu lists in this chat from now on. Nothing else is said."""
    lalu: str = ""
    """'tinggalkan': leave the group when this has been said."""
    templat: Templat | None = None
    """Of what comes unasked. It is no part of what is said."""


def isian(pesan: Pesan) -> bool:
    """Whether its buttons answer a conversation's question: then they are over once it is answered."""
    data = (*(t.data for t in pesan.tombol), *(b.data for b in pesan.daftar))
    return any(satu and not satu.startswith("0~") for satu in data)
