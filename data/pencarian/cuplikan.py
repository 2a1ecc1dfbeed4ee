"""The few words around what was found, as they were written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.bahasa import akar_kata
from data.pencarian.kata import Dicari, memuat

PANJANG = 60
TERBACA = 20_000
"""Letters of a part that are looked through."""
_KATA = re.compile(r"[^\W_]+")


def cuplikan(bagian: Sequence[str], dicari: Sequence[Dicari], panjang: int = PANJANG) -> str:
    """From the part that has most of the words, beginning shortly before the first; '' where there are no words."""
    terbaik, letak, terbanyak = "", 0, -1
    for satu in (" ".join(b[:TERBACA].split()) for b in bagian):
        di, jumlah = _ketemu(satu, dicari)
        if jumlah > terbanyak:
            terbaik, letak, terbanyak = satu, di, jumlah
    return _potong(terbaik, letak, panjang)


def _ketemu(teks: str, dicari: Sequence[Dicari]) -> tuple[int, int]:
    """Where the first of the words stands, and how many of them there are."""
    pertama, ketemu = len(teks), set()
    for cocok in _KATA.finditer(teks):
        akar = akar_kata(cocok[0])
        if ini := {d for d in dicari if memuat(akar, d)}:
            pertama = min(pertama, cocok.start())
            ketemu |= ini
            if len(ketemu) == len(dicari):
                break
    return (pertama if ketemu else 0), len(ketemu)


def _potong(teks: str, letak: int, panjang: int) -> str:
    if len(teks) <= panjang:
        return teks
    mulai = max(min(letak - panjang // 4, len(teks) - panjang + 2), 0)
    if mulai:
        mulai = teks.find(" ", mulai, max(letak, mulai + 1)) + 1 or letak
    potong = teks[mulai : mulai + panjang - 1 - (mulai > 0)]
    habis = mulai + len(potong) >= len(teks)
    return f"{'…' if mulai else ''}{potong if habis else f'{potong.rstrip()}…'}"
