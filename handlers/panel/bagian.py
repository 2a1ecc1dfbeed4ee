"""What a page is made of. Texts are plain: whoever draws them escapes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Literal

Nada = Literal["", "baik", "sedang", "awas", "redup"]
"""How a value is coloured; the words say the same without it."""


@dataclass(frozen=True)
class Tautan:
    teks: str
    ke: str
    """Path on this server, with its query."""
    kini: bool = False
    """It is where one is."""


@dataclass(frozen=True)
class Sel:
    teks: str
    nada: Nada = ""
    ke: str = ""
    angka: bool = False
    """Stands on the right, under others of its kind."""


@dataclass(frozen=True)
class Kalimat:
    macam: ClassVar[str] = "kalimat"
    teks: str
    """Lines stay lines."""
    nada: Nada = ""


@dataclass(frozen=True)
class Judul:
    macam: ClassVar[str] = "judul"
    teks: str


@dataclass(frozen=True)
class Pilihan:
    """Other places, weeks or years of the same page."""

    macam: ClassVar[str] = "pilihan"
    label: str
    semua: tuple[Tautan, ...]


@dataclass(frozen=True)
class Ubin:
    nama: str
    ke: str
    isi: tuple[tuple[str, Sel], ...]
    """(label, value)"""
    nada: Nada = ""


@dataclass(frozen=True)
class Papan:
    macam: ClassVar[str] = "papan"
    ubin: tuple[Ubin, ...]


@dataclass(frozen=True)
class Tabel:
    """On a phone every row stands alone, its cells labelled by `kepala`."""

    macam: ClassVar[str] = "tabel"
    kepala: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]
    kosong: str
    """What is said where there is no row."""
    padat: bool = False
    """Short cells: it stays a table on a phone too."""
    polos: bool = False
    """Two columns, of which the second says itself what it is."""


@dataclass(frozen=True)
class Bidang:
    """One field of a form that filters."""

    nama: str
    label: str
    nilai: str
    jenis: Literal["text", "search", "date", "select"] = "text"
    pilihan: tuple[tuple[str, str], ...] = ()
    """(value, label)"""


@dataclass(frozen=True)
class Formulir:
    macam: ClassVar[str] = "formulir"
    ke: str
    bidang: tuple[Bidang, ...]
    terisi: int = 0
    """How many of them are filled."""
    bersih: str = ""
    """Path of the same without filters."""


@dataclass(frozen=True)
class Rincian:
    macam: ClassVar[str] = "rincian"
    isi: tuple[tuple[str, str], ...]
    """(label, value); without a label a line of its own."""


@dataclass(frozen=True)
class Foto:
    macam: ClassVar[str] = "foto"
    ke: tuple[str, ...]
    apa: str
    """What they show, for whom they are not seen."""


@dataclass(frozen=True)
class Langkah:
    """What can be gone on to."""

    macam: ClassVar[str] = "langkah"
    semua: tuple[Tautan, ...]


@dataclass(frozen=True)
class Kirim:
    """A button that does something: posted, never a link."""

    macam: ClassVar[str] = "kirim"
    label: str
    ke: str
    isi: tuple[tuple[str, str], ...] = ()


Bagian = Kalimat | Judul | Pilihan | Papan | Tabel | Formulir | Rincian | Foto | Langkah | Kirim


@dataclass(frozen=True)
class Halaman:
    judul: str
    bagian: tuple[Bagian, ...]
    tempat: str = ""
    """What stands under the title: where, and of when."""
    kini: str = ""
    """Path of the entry in the navigation that it belongs to."""
    navigasi: tuple[Tautan, ...] = field(default=())


@dataclass(frozen=True)
class Unduhan:
    nama: str
    buat: Callable[[], bytes]
    """Made when nobody waits for the database any more."""


@dataclass(frozen=True)
class Gambar:
    sidik: str
    """SHA-256 of a picture that this person may see."""
