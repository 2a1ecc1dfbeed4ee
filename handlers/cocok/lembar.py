"""A page as its words, and the words as lines; nothing here knows what they mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

TEPI = 0.07
"""Of a page's height: where what is said on every page stands."""
ANGKA = re.compile(r"\d+")
NOMOR = re.compile(r"(?:hal(?:aman)?\.?\s*)?\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?", re.IGNORECASE)


class Kata(NamedTuple):
    """Points from the upper left corner."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float

    @property
    def tengah(self) -> float:
        return (self.atas + self.bawah) / 2


@dataclass(frozen=True)
class Halaman:
    n: int
    dari: int
    lebar: float
    tinggi: float
    kata: tuple[Kata, ...]


@dataclass(frozen=True)
class Baris:
    """Words side by side, from the left."""

    kata: tuple[Kata, ...]
    halaman: int

    @property
    def teks(self) -> str:
        return " ".join(k.teks for k in self.kata)

    @property
    def letak(self) -> float:
        return median(k.tengah for k in self.kata)


def baris_halaman(h: Halaman) -> list[Baris]:
    """From above; a word belongs to the line whose middle runs through it."""
    tumpukan: list[list[Kata]] = []
    acuan = None
    for kata in sorted(h.kata, key=lambda k: (k.tengah, k.kiri)):
        if acuan and _segaris(acuan, kata):
            tumpukan[-1].append(kata)
            acuan = max(acuan, kata, key=_tinggi)
        else:
            tumpukan.append([kata])
            acuan = kata
    return [Baris(tuple(sorted(t, key=lambda k: k.kiri)), h.n) for t in tumpukan]


def _tinggi(kata: Kata) -> float:
    return kata.bawah - kata.atas


def _segaris(acuan: Kata, kata: Kata) -> bool:
    """Small signs (a dash, a dot) stand off the middle of their line, so the tallest word speaks for it."""
    return abs(kata.tengah - acuan.tengah) < 0.5 * max(_tinggi(acuan), _tinggi(kata))


def tanpa_tepi(semua: Sequence[Halaman]) -> list[list[Baris]]:
    """The lines of every page without page numbers and the like: what stands at the same edge of most pages."""
    per_halaman = [[b for b in baris_halaman(h) if not (_tanda(b, h) and NOMOR.fullmatch(b.teks))] for h in semua]
    if len(semua) < 2:
        return per_halaman
    kali = Counter(t for h, lines in zip(semua, per_halaman, strict=True) for t in {_tanda(b, h) for b in lines} if t)
    return [
        [b for b in lines if not (t := _tanda(b, h)) or kali[t] * 2 <= len(semua)]
        for h, lines in zip(semua, per_halaman, strict=True)
    ]


def _tanda(b: Baris, h: Halaman) -> tuple[str, int] | None:
    """What it says and where, figures alike; None in the middle of the page."""
    if TEPI * h.tinggi < b.letak < (1 - TEPI) * h.tinggi:
        return None
    return ANGKA.sub("#", b.teks.lower()), round(b.letak / 4)
