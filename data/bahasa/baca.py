"""From what somebody typed to the senses in it: 'pak kades brp thn jbtnnya' has kades, durasi, jabat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from data.bahasa.akar import akar
from data.bahasa.kosakata import muat_kosakata
from data.bahasa.lipat import kata_kata

_PUTARAN = 2
"""'memilih kepala desa' takes two: kades first, then pilkades."""
_AKHIRAN = ("nya", "kah", "lah")


def akar_kata(teks: str) -> list[str]:
    """The roots of all words, in order, shorthand and regional words said in plain Indonesian."""
    return [akar(kata) for kata in bakukan(kata_kata(teks))]


def inti_kata(teks: str) -> list[str]:
    """The senses: as `akar_kata`, ways of saying the same made one, words that say nothing left out."""
    return saring(satukan(akar_kata(teks)))


def bakukan(kata: Iterable[str]) -> list[str]:
    """Shorthand and regional words written out; what is glued behind ('brpnya') does not hide them."""
    baku, tetap = muat_kosakata().baku, muat_kosakata().tetap
    hasil: list[str] = []
    for satu in kata:
        arti = baku.get(satu) or ((satu,) if satu in tetap else None)
        if arti is None:
            pangkal = next((p for a in _AKHIRAN if (p := satu.removesuffix(a)) != satu and p in baku), "")
            arti = baku[pangkal] if pangkal else (satu,)
        hasil += arti
    return hasil


def satukan(kata: Sequence[str]) -> list[str]:
    """Ways of saying the same made one, the longest first."""
    frasa = _frasa()
    for _ in range(_PUTARAN):
        hasil: list[str] = []
        n = 0
        while n < len(kata):
            panjang, inti = _terpanjang(kata, n, frasa.get(kata[n], ()))
            hasil.append(inti)
            n += panjang
        kata = hasil
    return list(kata)


def _terpanjang(kata: Sequence[str], n: int, frasa: Iterable[tuple[tuple[str, ...], str]]) -> tuple[int, str]:
    for bagian, inti in frasa:
        if tuple(kata[n : n + len(bagian)]) == bagian:
            return len(bagian), inti
    return 1, kata[n]


def saring(kata: Iterable[str]) -> list[str]:
    buang = _buang()
    return [satu for satu in kata if satu not in buang]


@cache
def _frasa() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first root, the longest first. What two senses claim belongs to the one that is written first."""
    hasil: dict[tuple[str, ...], str] = {}
    for inti, semua in muat_kosakata().sama.items():
        for satu in (inti, *semua):
            bagian = tuple(akar_kata(satu))
            hasil.setdefault(bagian, inti)
    menurut: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bagian in sorted(hasil, key=len, reverse=True):
        menurut.setdefault(bagian[0], []).append((bagian, hasil[bagian]))
    return menurut


@cache
def _buang() -> frozenset[str]:
    """As written; and as root, when that is no sense with a name of its own nor a word of other affairs."""
    kosakata = muat_kosakata()
    bukan = {*kosakata.sama, *kosakata.luar}
    return frozenset({*kosakata.buang, *({akar(satu) for satu in kosakata.buang} - bukan)})
