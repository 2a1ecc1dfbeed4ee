"""Why a part needs help, and which parts need it most: shares, so that a small one is not lost beside a large one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.ringkasan.angka import TERBANYAK, AngkaBagian
from data.target import CATATAN, HARI_KERJA, KUNJUNGAN, MENCATAT

DIAM, LAMA, TELAT, LEWAT, KEMBALI = "diam", "lama", "telat", "lewat", "kembali"
BOBOT = {DIAM: 40, LAMA: 30, TELAT: 15, LEWAT: 10, HARI_KERJA: 10, KUNJUNGAN: 10, CATATAN: 10, KEMBALI: 5}
"""How much each reason weighs when all of a part is concerned."""


@dataclass(frozen=True)
class Sebab:
    jenis: str
    n: int
    dari: int
    """0: nothing to be held against."""
    berat: int
    label: str = ""
    """Of the paper that is late."""


def sebab(a: AngkaBagian) -> list[Sebab]:
    """The weightiest first."""
    hasil = []
    bawah = {c.ukuran: c for c in a.di_bawah}
    if MENCATAT in bawah:
        hasil.append(_sebab(DIAM, a.mencatat, a.orang, a.orang - a.mencatat))
    if a.lama:
        hasil.append(_sebab(LAMA, a.lama, a.desa, a.lama))
    if a.telat:
        satu = max(a.telat, key=lambda t: (t.desa, t.jatuh, t.label))
        hasil.append(_sebab(TELAT, satu.desa, a.desa, satu.desa, satu.label))
    if a.lewat:
        hasil.append(_sebab(LEWAT, a.lewat, a.desa, a.lewat))
    if a.kembali:
        hasil.append(_sebab(KEMBALI, a.kembali, a.orang, a.kembali))
    for ukuran in (HARI_KERJA, KUNJUNGAN, CATATAN):
        if kurang := bawah.get(ukuran):
            hasil.append(Sebab(ukuran, kurang.persepuluh, kurang.nilai, kurang.kurang * BOBOT[ukuran]))
    return sorted(hasil, key=lambda s: (-s.berat, list(BOBOT).index(s.jenis)))


def _sebab(jenis: str, n: int, dari: int, kena: int, label: str = "") -> Sebab:
    """More than there are villages or people weighs as all of them."""
    return Sebab(jenis, n, dari, min(1000, kena * 1000 // max(dari, 1)) * BOBOT[jenis], label)


def perlu_ditemani(bagian: Iterable[AngkaBagian], batas: int = TERBANYAK) -> list[tuple[AngkaBagian, list[Sebab]]]:
    """Those that need help most, with why; the neediest first, of equals by code."""
    semua = [(satu, alasan) for satu in bagian if (alasan := sebab(satu))]
    return sorted(semua, key=lambda s: (-sum(x.berat for x in s[1]), s[0].kode))[:batas]
