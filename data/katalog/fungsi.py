"""The nine functions and their steps, and which activity serves which: read from the two catalogues that hold them."""

from functools import cache

from data.katalog.indikator import Indikator, muat_indikator
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.register import muat_register


def fungsi() -> tuple[Indikator, ...]:
    """The nine, in order."""
    return tuple(i for i in muat_indikator().menurut_kelompok("fungsi") if i.induk is None)


def langkah(kode: str = "") -> tuple[Indikator, ...]:
    """Steps of that function, or of all, in order."""
    semua = muat_indikator().menurut_kelompok("fungsi")
    return tuple(i for i in semua if i.induk is not None and kode in ("", i.induk))


@cache
def dilayani() -> dict[str, tuple[str, ...]]:
    """By activity, the steps that it serves; a merged step is the one it was merged into."""
    semua, hasil = muat_indikator(), {}
    dikenal = {i.kode for i in langkah()}
    for giat in muat_kegiatan().semua:
        kode = {semua.menurut_kode(k).kode for k in (*giat.tugas, *giat.indikator)} & dikenal
        if kode:
            hasil[giat.kode] = tuple(sorted(kode))
    return hasil


@cache
def didukung() -> dict[tuple[str, str], tuple[str, ...]]:
    """By register and state, the steps of which a thing in it speaks."""
    dikenal = {i.kode for i in langkah()}
    semua = {(r.kode, k.kode): {*r.indikator, *k.indikator} & dikenal for r in muat_register().semua for k in r.keadaan}
    return {kunci: tuple(sorted(kode)) for kunci, kode in semua.items() if kode}
