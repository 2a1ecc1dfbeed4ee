"""The vocabulary in data/katalog/bahasa/: shorthand, regional words, synonyms, and words that say nothing here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, structs

from data.katalog.muat import baca, tulis

FOLDER = Path(__file__).parents[1] / "katalog" / "bahasa"

Daftar = tuple[str, ...]
Arti = dict[str, Daftar]
"""A word, and all that is read as it."""
NAMA_TEMPAT = 6
"""Letters a village's name has at least, to be taken for one."""
T = TypeVar("T")
_KATA = re.compile(r"[a-z0-9][a-z0-9 ]*")


class _Singkatan(Struct, frozen=True, forbid_unknown_fields=True):
    baku: Arti


class _Daerah(Struct, frozen=True, forbid_unknown_fields=True):
    jawa: Arti
    sunda: Arti
    melayu: Arti
    minang: Arti
    aceh: Arti
    banjar: Arti
    bali: Arti
    batak: Arti
    bugis: Arti
    palembang: Arti
    madura: Arti
    sasak: Arti
    timur: Arti
    """Manado, Ambon, Kupang, Papua."""


class _Padanan(Struct, frozen=True, forbid_unknown_fields=True):
    pelaku: Daftar
    sama: Arti
    dekat: Arti


class _Akar(Struct, frozen=True, forbid_unknown_fields=True):
    tetap: Daftar
    betul: Arti


class _Buang(Struct, frozen=True, forbid_unknown_fields=True):
    buang: Daftar
    tempat_awal: Daftar
    tempat_akhir: Daftar
    luar: Arti


@dataclass(frozen=True)
class Kosakata:
    baku: Mapping[str, tuple[str, ...]]
    """A word as people write it, and the words it stands for."""
    sama: Mapping[str, Daftar]
    """A sense, and the ways of saying it."""
    dekat: Mapping[str, Daftar]
    """A sense, and others that help to find it."""
    pelaku: frozenset[str]
    """Senses that say who or what a question is about."""
    tetap: frozenset[str]
    """Words that have no affixes though they look it."""
    betul: Mapping[str, str]
    """What is left of a word without its affixes, and its true root."""
    buang: frozenset[str]
    luar: Mapping[str, str]
    """Words of other affairs, and which: harga, cuaca, obrolan ..."""
    tempat: tuple[Daftar, Daftar]
    """How names of villages begin, and end."""

    def nama_tempat(self, kata: str) -> bool:
        """Whether a word that nothing else knows looks like a village's name."""
        awal, akhir = self.tempat
        return len(kata) >= NAMA_TEMPAT and (kata.startswith(awal) or kata.endswith(akhir))


@cache
def muat_kosakata(folder: Path = FOLDER) -> Kosakata:
    """Reads the files once per process. Raises KatalogSalah."""
    padanan = _arti(folder / "padanan.toml", _Padanan)
    akar = baca(folder / "akar.toml").sebagai(_Akar)
    buang = baca(folder / "buang.toml").sebagai(_Buang)
    return Kosakata(
        baku=_baku(folder),
        sama=padanan.sama,
        dekat=padanan.dekat,
        pelaku=frozenset(padanan.pelaku),
        tetap=frozenset(akar.tetap),
        betul={sisa: betul for betul, semua in akar.betul.items() for sisa in semua},
        buang=frozenset(buang.buang),
        luar={kata: jenis for jenis, semua in buang.luar.items() for kata in semua},
        tempat=(buang.tempat_awal, buang.tempat_akhir),
    )


def _arti(berkas: Path, tipe: type[T]) -> T:
    """A file of tables of words, which are checked here: msgspec cannot name a place in a table with free keys."""
    naskah = baca(berkas)
    isi = naskah.sebagai(tipe)
    for tabel, arti in naskah.isi.items():
        if isinstance(arti, list):
            continue
        for kata, semua in arti.items():
            for satu in (kata, *semua):
                if not _KATA.fullmatch(satu):
                    raise naskah.salah((tabel, 0, kata), f"{kata} has {tulis(satu)}", "words of a-z and 0-9")
    return isi


def _baku(folder: Path) -> dict[str, tuple[str, ...]]:
    """Each way of writing means one thing; what shorthand and a language, or two languages, use is shorthand's."""
    hasil: dict[str, tuple[str, ...]] = {}
    daerah = _arti(folder / "daerah.toml", _Daerah)
    for arti in (_arti(folder / "singkatan.toml", _Singkatan).baku, *structs.astuple(daerah)):
        for baku, semua in arti.items():
            for satu in semua:
                hasil.setdefault(satu, tuple(baku.split()))
    return hasil
