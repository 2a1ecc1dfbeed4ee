"""What is left of a sentence when only its words count: 'KADES-nya brp thn sihhh???' is 'kades nya brp thn sih'."""

from __future__ import annotations

import re
import unicodedata

PANJANG = 1200
"""A question is said in fewer letters; of a longer text the rest is not read."""
TERBANYAK = 120
"""Words that are read."""

_TANDA = re.compile("[\u0300-\u036f]+")
"""What NFKD leaves of é beside the e."""
_APOSTROF = re.compile("['’‘`´ʼ]+")
_RIBUAN = re.compile(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))")
_PERSEN = re.compile("%")
_LAIN = re.compile(r"[^a-z0-9]+")
_BERULANG = re.compile(r"(?<=[a-z])([a-z])\1{2,}")
"""'bangettt'; not at the beginning: 'pppk' is a word."""
_ULANG = re.compile(r"\b([a-z]{3,})2(?=nya\b|an\b|\b)")
"""'masing2', 'warga2nya': the 2 says that the word is said twice."""
_BATAS_ANGKA = re.compile(r"(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])")


def lipat(teks: str) -> str:
    """Lower-case words of a-z and 0-9, parted by one space; 'thn2024' is two of them, '300.000' is one."""
    teks = teks[:PANJANG]
    if not teks.isascii():
        teks = _TANDA.sub("", unicodedata.normalize("NFKD", teks[:PANJANG]))[:PANJANG]
    polos = _RIBUAN.sub("", _APOSTROF.sub("", teks.lower()))
    polos = _BERULANG.sub(r"\1", _PERSEN.sub(" persen ", polos))
    polos = _ULANG.sub(r"\1", _LAIN.sub(" ", polos))
    return _BATAS_ANGKA.sub(" ", polos).strip()


def kata_kata(teks: str) -> list[str]:
    return lipat(teks).split()[:TERBANYAK]
