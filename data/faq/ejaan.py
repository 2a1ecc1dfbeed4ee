"""Slips of the finger: 'perpanjngan' is a word of the catalogue with a letter missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

TERPENDEK = 5
"""Letters from which on one may be wrong: of four, too many words would do for each other."""
PANJANG = 8
"""From here on two may be."""
SATU, DUA = 0.9, 0.75


class Ejaan:
    """The words that are known, by length."""

    def __init__(self, kata: Iterable[str]) -> None:
        self._menurut: dict[int, list[str]] = defaultdict(list)
        for satu in sorted(set(kata)):
            if satu.isalpha() and len(satu) >= TERPENDEK - 1:
                self._menurut[len(satu)].append(satu)
        self.mirip = lru_cache(maxsize=10_000)(self._mirip)

    def _mirip(self, kata: str) -> tuple[str, float]:
        """The nearest known word and how alike; ('', 0.0) when none is near."""
        if len(kata) < TERPENDEK or not kata.isalpha():
            return "", 0.0
        for salah, persis in ((1, SATU), (2, DUA))[: 1 + (len(kata) >= PANJANG)]:
            pilihan = [s for n in range(len(kata) - salah, len(kata) + salah + 1) for s in self._menurut.get(n, ())]
            dekat = process.extractOne(kata, pilihan, scorer=OSA.distance, score_cutoff=salah)
            # The first letter is seldom the wrong one, and mostly makes another word.
            if dekat and (dekat[0][0] == kata[0] or len(kata) >= PANJANG):
                return dekat[0], persis
        return "", 0.0
