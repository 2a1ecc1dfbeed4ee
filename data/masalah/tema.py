"""What somebody's words are likely about."""

from __future__ import annotations

from collections import Counter
from functools import cache

from data.bahasa import akar_kata, kata_kata
from data.katalog.masalah import LAINNYA, muat_masalah

TERBACA = 600
"""Characters that are looked at: what it is about is said at the beginning."""
SEPOTONG = 200


def usul_tema(teks: str) -> str:
    """Code of the theme whose words it has most of; of as many, the one that stands first; 'lainnya' for none."""
    potong = [teks[n : n + SEPOTONG] for n in range(0, TERBACA, SEPOTONG)]
    akar = {a for p in potong for a in akar_kata(p)} | {k for p in potong for k in kata_kata(p)}
    hitung = Counter({kode: sum(satu <= akar for satu in kata) for kode, kata in _kata().items()})
    rahasia = [t.kode for t in muat_masalah().tema if t.rahasia and hitung[t.kode]]
    if rahasia:  # whatever else is in it: better hidden once too often
        return rahasia[0]
    kode, n = hitung.most_common(1)[0]
    return kode if n else LAINNYA


@cache
def _kata() -> dict[str, frozenset[frozenset[str]]]:
    """By theme. What is read as several roots ("kades") needs all of them; what is no root ("kekerasan") is a word."""
    return {t.kode: frozenset(_satu(k) for k in t.kata) for t in muat_masalah().tema}


def _satu(kata: str) -> frozenset[str]:
    akar = frozenset(akar_kata(kata))
    return akar if len(akar) > 1 else frozenset({kata})
