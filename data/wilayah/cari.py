"""Finding a place by what people type: 'sukamaju cianjur', 'Ds. Suka Maju Kec. Cibeber', 'sukmaju cianjr jabar'.

Words may come in any order. What is written right comes first, and only where nothing is right does likeness count:
the beginning of a name, a part of it, one wrong letter; then the same with a slip in the kecamatan or kabupaten too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.wilayah.bacaan import Bacaan, Pembaca, sesuai
from data.wilayah.indeks import BAGIAN, Indeks, mirip_di
from data.wilayah.lipat import kata_kata
from data.wilayah.singkatan import PENANDA
from data.wilayah.tempat import DESA, kelurahan
from data.wilayah.temuan import Temuan
from data.wilayah.tingkatan import indeks, siapkan

__all__ = ["cari_desa", "cari_wilayah", "siapkan"]

Cara = Callable[[Indeks, str, list[range]], Iterable[int]]
"""Positions of the places with such a name; in these ranges, or anywhere when there are none."""
_PENANDA_PANJANG = [kata for kata in PENANDA if len(kata) > 7]
_BACAAN = 40
"""Readings that are followed up: the cheapest. More only arise from words that are no address."""


def cari_desa(teks: str, *, dengan_kelurahan: bool = False) -> Temuan:
    """Desa, and kelurahan if asked for: they have no Dana Desa. A kelurahan's exact name finds nothing else instead."""
    return cari_wilayah(teks, DESA, dengan_kelurahan=dengan_kelurahan)


@lru_cache(maxsize=128)
def cari_wilayah(teks: str, tingkat: int, *, dengan_kelurahan: bool = True) -> Temuan:
    """Places of one level. Up to 200 characters and 20 words are read; of more words nothing is found.

    The last ones are remembered: a conversation that asks which one searches again on every message.
    """
    kata = kata_kata(teks)
    satu = indeks(tingkat)
    for nomor, urutan in enumerate(_langkah(kata, tingkat, satu)):
        if urutan:
            kode = (satu.kode[n] for n in urutan)
            return Temuan(tuple(k for k in kode if dengan_kelurahan or not kelurahan(k)), persis=nomor == 0)
    return Temuan(persis=False)


def _langkah(kata: tuple[str, ...], tingkat: int, satu: Indeks) -> Iterator[list[int]]:
    """What each way of looking finds, the strictest first; the first that finds something is the last that is tried."""
    yield _temukan(Pembaca(kata, tingkat).bacaan(), _persis, satu)
    kata = tuple(_penanda(k) for k in kata)
    bacaan = Pembaca(kata, tingkat, longgar_nama=True).bacaan()[:_BACAAN]
    for cara in (_berawalan, _memuat, _mirip):
        yield _temukan(bacaan, cara, satu)
    bacaan = [b for b in Pembaca(kata, tingkat, longgar_nama=True, longgar_atas=True).bacaan() if b.di][:_BACAAN]
    for cara in (_persis, _berawalan, _memuat, _mirip):
        yield _temukan(bacaan, cara, satu)


def _penanda(kata: str) -> str:
    """'kabupeten' is the word in front of a name, and not a name."""
    dekat = process.extractOne(kata, _PENANDA_PANJANG, scorer=OSA.distance, score_cutoff=1)
    return dekat[0] if dekat else kata


def _temukan(bacaan: list[Bacaan], cara: Cara, satu: Indeks) -> list[int]:
    """What the cheapest readings find, closest names first."""
    hasil: dict[int, tuple[bool, int, int]] = {}
    harga = 0
    for b in bacaan:
        if hasil and b.harga > harga:
            break
        for n in cara(satu, b.nama, [satu.di_bawah(kode) for kode in b.di]):
            if sesuai(satu.kode[n], b.penanda):
                hasil.setdefault(n, (b.terbalik, abs(len(satu.nama[n]) - len(b.nama)), n))
        harga = b.harga
    return sorted(hasil, key=lambda n: hasil[n])


def _persis(satu: Indeks, nama: str, di: list[range]) -> Iterable[int]:
    letak = satu.persis(nama)
    return [n for n in letak if any(n in r for r in di)] if di else letak


def _berawalan(satu: Indeks, nama: str, di: list[range]) -> Iterable[int]:
    return [n for r in di for n in r if satu.nama[n].startswith(nama)] if di else satu.berawalan(nama)


def _memuat(satu: Indeks, nama: str, di: list[range]) -> Iterable[int]:
    if len(nama) < BAGIAN:
        return []
    return [n for r in di for n in r if nama in satu.nama[n]] if di else satu.memuat(nama)


def _mirip(satu: Indeks, nama: str, di: list[range]) -> Iterable[int]:
    return mirip_di(nama, satu, di) if di else satu.mirip(nama)
