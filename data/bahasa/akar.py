"""Roots of Indonesian words: 'diberhentikan' and 'pemberhentian' are both 'henti'."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import Protocol, cast

from data.bahasa.gaul import pangkal as pangkal_gaul
from data.bahasa.kosakata import muat_kosakata

_AKHIRAN = ("nya", "kah", "lah", "ku", "mu")
"""Glued to any word, also to one that is no Indonesian word: 'bpdnya'."""


_SATU_SATU = Lock()
"""A stemmer keeps the word it is at in itself, and words come from several threads at once."""


class _Pengupas(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  the library's name


@cache
def _pengupas() -> _Pengupas:
    import snowballstemmer  # type: ignore[import-untyped]  # 35 ms to import, for those who need roots only

    return cast("_Pengupas", snowballstemmer.stemmer("indonesian"))


@lru_cache(maxsize=50_000)
def akar(kata: str) -> str:
    """The root of one folded word; the word itself when it has no affixes."""
    kosakata = muat_kosakata()
    if len(kata) <= 3 or kata.isdigit() or kata in kosakata.tetap or kata in kosakata.luar:
        return kata
    for akhiran in _AKHIRAN:
        pangkal = kata.removesuffix(akhiran)
        if pangkal != kata and (pangkal in kosakata.tetap or pangkal in kosakata.sama):
            return pangkal
    sisa = _kupas(kata)
    if sisa in _kenal():
        return sisa
    pangkal = pangkal_gaul(kata, _kenal())
    return _kupas(pangkal) if pangkal else sisa


def _kupas(kata: str) -> str:
    if kata in muat_kosakata().tetap:
        return kata
    with _SATU_SATU:
        sisa = _pengupas().stemWord(kata)
    return muat_kosakata().betul.get(sisa, sisa)


@cache
def _kenal() -> frozenset[str]:
    """The vocabulary and its roots: an everyday affix is taken off only when one of them comes out."""
    kosakata = muat_kosakata()
    kata = {*kosakata.sama, *kosakata.dekat, *kosakata.buang, *(k for arti in kosakata.baku.values() for k in arti)}
    kata |= {
        k for semua in (*kosakata.sama.values(), *kosakata.dekat.values()) for frasa in semua for k in frasa.split()
    }
    panjang = {k for k in kata if len(k) > 3}
    return frozenset({*kosakata.tetap, *panjang, *map(_kupas, panjang)})
