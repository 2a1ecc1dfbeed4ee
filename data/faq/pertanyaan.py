"""A question as the index sees it: senses with a weight, and what else each of them may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from data.bahasa.kosakata import muat_kosakata

DEKAT = 0.5
"""How much a neighbouring sense counts for the one that was said."""
ANGKA = 0.5
"""A figure says less than a word as rare."""
LATAR = 0.5
"""What a sense weighs that only the story before the question has."""
PENDEK = 0.25
"""What an unknown word of one or two letters weighs: it is noise."""


@dataclass(frozen=True)
class Bagian:
    """One sense in a question."""

    kata: str
    bobot: float
    sebagai: Mapping[str, float]
    """Senses of the catalogue it may stand for, each with how alike it is; none: unknown to the whole catalogue."""
    luar: str = ""
    """The other affair this word belongs to."""


@cache
def tetangga() -> Mapping[str, tuple[str, ...]]:
    """`dekat` of the vocabulary, both ways."""
    hasil: dict[str, list[str]] = {}
    for inti, semua in muat_kosakata().dekat.items():
        for satu in semua:
            hasil.setdefault(inti, []).append(satu)
            hasil.setdefault(satu, []).append(inti)
    return {inti: tuple(dict.fromkeys(semua)) for inti, semua in hasil.items()}


def urai(
    kata: Sequence[str],
    idf: Mapping[str, float],
    mirip: Callable[[str], tuple[str, float]],
    latar: frozenset[str] = frozenset(),
) -> list[Bagian]:
    """`mirip` finds the catalogue's word that an unknown one is a slip of, and how alike they are; ('', 0.0): none."""
    kosakata = muat_kosakata()
    luar, paling = kosakata.luar, max(idf.values(), default=1.0)
    hasil: list[Bagian] = []
    for satu in dict.fromkeys(kata):
        sebagai = {satu: 1.0} if satu in idf else {}
        sebagai |= {t: DEKAT for t in tetangga().get(satu, ()) if t in idf and t != satu}
        if not sebagai and satu not in luar:
            baku, persis = mirip(satu)
            if baku:
                sebagai = {baku: persis} | {t: DEKAT * persis for t in tetangga().get(baku, ()) if t in idf}
        bobot = max((idf[t] * n for t, n in sebagai.items()), default=paling)
        if satu.isdigit():
            bobot *= ANGKA
        elif not sebagai and len(satu) <= 2:
            bobot *= PENDEK
        if satu in latar:
            bobot *= LATAR
        urusan = luar.get(satu) or ("tempat" if not sebagai and kosakata.nama_tempat(satu) else "")
        hasil.append(Bagian(satu, bobot, sebagai, urusan))
    return hasil
