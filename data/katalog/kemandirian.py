"""How a group of villagers looks at its own self-reliance: three elements, plain questions, four pictures of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("kemandirian.toml")
UNSUR = ("material", "intelektual", "pendampingan")
"""Each is a column of table `kemandirian` too."""
TINGKAT = 4
KodeUnsur = Literal["material", "intelektual", "pendampingan"]
Sebutan = Annotated[str, Meta(min_length=2, max_length=16)]


class Unsur(Struct, frozen=True, forbid_unknown_fields=True):
    kode: KodeUnsur
    nama: Annotated[str, Meta(min_length=1, max_length=20)]
    arti: Annotated[str, Meta(min_length=10, max_length=160)]


class Tingkat(Struct, frozen=True, forbid_unknown_fields=True):
    """What it looks like in daily life: a row of a WhatsApp list."""

    nama: Annotated[str, Meta(min_length=2, max_length=24)]
    wujud: Annotated[str, Meta(min_length=5, max_length=72)]


class Soal(Struct, frozen=True, forbid_unknown_fields=True):
    kunci: Annotated[str, Meta(pattern=r"^[a-z]+_[a-z]{2,12}$", description='such as "material_pokok"')]
    unsur: KodeUnsur
    label: Annotated[str, Meta(min_length=2, max_length=22)]
    tanya: Annotated[str, Meta(min_length=5, max_length=160)]
    tingkat: Annotated[tuple[Tingkat, ...], Meta(min_length=TINGKAT, max_length=TINGKAT)]


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    sebutan: Annotated[tuple[Sebutan, ...], Meta(min_length=TINGKAT, max_length=TINGKAT)]
    unsur: tuple[Unsur, ...]
    soal: tuple[Soal, ...]


@dataclass(frozen=True)
class KatalogKemandirian:
    """In file order."""

    sebutan: tuple[str, ...]
    """What the levels of an element are called, the first for what has only begun."""
    unsur: tuple[Unsur, ...]
    soal: tuple[Soal, ...]

    def soal_dari(self, kunci: str) -> Soal | None:
        """None for a question that is asked no more."""
        return next((s for s in self.soal if s.kunci == kunci), None)

    def tentang(self, unsur: str) -> tuple[Soal, ...]:
        return tuple(s for s in self.soal if s.unsur == unsur)

    def menurut_kode(self, unsur: str) -> Unsur:
        return next(u for u in self.unsur if u.kode == unsur)


@cache
def muat_kemandirian(berkas: Path = BERKAS) -> KatalogKemandirian:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("unsur", "kode", enumerate(u.kode for u in isi.unsur))
    naskah.wajib_unik("soal", "kunci", enumerate(s.kunci for s in isi.soal))
    naskah.wajib_unik("soal", "label", enumerate(s.label for s in isi.soal))
    if tuple(u.kode for u in isi.unsur) != UNSUR:
        raise naskah.salah(("unsur",), f"unsur are {[u.kode for u in isi.unsur]}", f"{', '.join(UNSUR)}, in that order")
    for n, satu in enumerate(isi.soal):
        for kunci, ada, harap in _salah(satu):
            raise naskah.salah(("soal", n, kunci), ada, harap)
    for kode in UNSUR:
        if not 3 <= (banyak := sum(s.unsur == kode for s in isi.soal)) <= 4:
            raise naskah.salah(("soal",), f"{kode} has {banyak} soal", "3 or 4")
    return KatalogKemandirian(isi.sebutan, isi.unsur, isi.soal)


def _salah(s: Soal) -> Iterator[tuple[str, str, str]]:
    if not s.kunci.startswith(f"{s.unsur}_"):
        yield "kunci", f'kunci is "{s.kunci}"', f'one that begins with "{s.unsur}_"'
    if len({t.nama.lower() for t in s.tingkat}) != TINGKAT:
        yield "tingkat", "two tingkat of one nama", "four names"
