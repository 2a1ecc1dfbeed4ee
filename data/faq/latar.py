"""A story before the question: 'Sungai meluap, dua belas rumah hanyut. Apakah ada tambahan Dana Desa?'."""

from __future__ import annotations

import re

from data.bahasa import inti_kata, kata_kata
from data.bahasa.baca import bakukan

PANJANG = 12
"""Words from which on a message may hold a story."""
_KALIMAT = re.compile(r"(?<=[?!\n])|(?<=\.)(?=\s)|(?<=\.{2})")
_ANAK = re.compile(r"[,;:]|(?<=[?!\n])|(?<=\.)(?=\s)")
_TANYA = frozenset(
    [
        "apa", "apakah", "berapa", "siapa", "kapan", "bagaimana", "mana", "kenapa", "mengapa", "boleh", "bisa", "harus",
        "wajib", "adakah", "bolehkah", "bisakah", "haruskah", "lapor", "syarat", "cara", "aturan", "sanksi", "sah",
    ]
)  # fmt: skip


def baca_latar(teks: str) -> frozenset[str]:
    """The senses that only the story has; none when the message is short or is all question."""
    if len(kata_kata(teks)) < PANJANG:
        return frozenset()
    for batas in (_KALIMAT, _ANAK):
        bagian = [satu for satu in batas.split(teks) if satu.strip()]
        tanya = [satu for satu in bagian if _bertanya(satu)]
        if 0 < len(tanya) < len(bagian):
            inti = inti_kata(" . ".join(tanya))
            return frozenset(inti_kata(teks)) - frozenset(inti) if inti else frozenset()
    return frozenset()


def _bertanya(teks: str) -> bool:
    return "?" in teks or any(satu in _TANYA for satu in bakukan(kata_kata(teks)))
