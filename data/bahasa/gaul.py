"""Words with the affixes of everyday talk: 'disewain' is sewa, 'ngaudit' audit, 'aturane' atur."""

from __future__ import annotations

from collections.abc import Container, Iterator

_AWALAN = ("dipe", "menge", "nge", "nga", "di", "ke", "ka", "ng", "ny", "n", "m", "ba", "ma", "ta", "pa", "se", "sa")
_LULUH = {"ng": ("k", ""), "ny": ("s", "c"), "n": ("t",), "m": ("p", "b"), "ba": ("ba", "be"), "ma": ("me",)}
"""What a prefix that melts with the word may have swallowed."""
_AKHIRAN = (
    "keun", "annya", "innya", "ake", "kno", "nyo", "nya", "ane", "kan", "ke", "in", "an", "ne", "na", "no", "i", "e",
)  # fmt: skip
_TERPENDEK = 3


def pangkal(kata: str, kenal: Container[str]) -> str:
    """The word under the affixes, where it is a known one; else ''."""
    return next((satu for satu in _kemungkinan(kata) if satu in kenal), "")


def _kemungkinan(kata: str) -> Iterator[str]:
    """The least is taken off first."""
    tanpa_akhiran = [kata[: -len(a)] for a in _AKHIRAN if kata.endswith(a)]
    for dasar in tanpa_akhiran:
        if len(dasar) >= _TERPENDEK:
            yield dasar
    for dasar in (kata, *tanpa_akhiran):
        for awalan in _AWALAN:
            if dasar.startswith(awalan):
                for huruf in (*_LULUH.get(awalan, ()), ""):
                    satu = huruf + dasar[len(awalan) :]
                    if len(satu) > _TERPENDEK:
                        yield satu
