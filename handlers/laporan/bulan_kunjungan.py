"""One month of field visits, as the report sees it: the person's own entries, and what they said of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.desa import Desa
from data.laporan import Laporan
from handlers.catatan.bulan import akhir_bulan
from handlers.catatan.riwayat import tempat_dari
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.laporan.pilihan import FotoDipakai, Kunjungan, baru, dipakai

TERSEBUT = 12
"""Visits that a sentence names; of more it says how many."""


@dataclass(frozen=True)
class BulanKunjungan:
    bulan: date
    """The first day of the month."""
    kunjungan: tuple[Kunjungan, ...]
    """By day and hour."""
    laporan: Laporan
    lain: int = 0
    """Entries of the month that are no visits."""

    @cached_property
    def dipakai(self) -> list[FotoDipakai]:
        return dipakai(self.kunjungan, self.laporan.foto)

    @property
    def baru(self) -> list[Kunjungan]:
        return baru(self.kunjungan, self.laporan.foto)

    @property
    def berfoto(self) -> list[Kunjungan]:
        return [k for k in self.kunjungan if k.foto]

    @property
    def tanpa_foto(self) -> list[Kunjungan]:
        return [k for k in self.kunjungan if not k.foto]

    @property
    def jumlah_foto(self) -> int:
        return len({sidik for k in self.kunjungan for sidik in k.foto})

    @property
    def hari(self) -> list[str]:
        """ISO dates of visits, in order."""
        return sorted({k.k.tanggal for k in self.kunjungan})

    @property
    def desa(self) -> set[str]:
        return {k.k.desa for k in self.kunjungan}


def kumpulkan(desa: Desa, bulan: date) -> BulanKunjungan:
    semua = desa.kegiatan.rentang(bulan, akhir_bulan(bulan))
    kunjungan = tuple(
        Kunjungan(k, tempat_dari(k, desa), tuple(f.sidik for f in desa.kegiatan.foto(k.id)))
        for k in semua
        if k.cara == "desa"
    )
    return BulanKunjungan(bulan, kunjungan, desa.laporan.ambil(f"{bulan:%Y-%m}"), len(semua) - len(kunjungan))


def sebut_kunjungan(k: Kunjungan) -> str:
    """'19/11 Sukamaju'"""
    return f"{ejaan_pendek(date.fromisoformat(k.k.tanggal))} {k.di.nama}"


def jajarkan(semua: Iterable[Kunjungan]) -> str:
    """'3/11 Sukamaju, 4/11 Mayak, dan 3 lainnya'"""
    nama = [sebut_kunjungan(k) for k in semua]
    lebih = len(nama) - TERSEBUT
    return f"{', '.join(nama[:TERSEBUT])}, dan {lebih} lainnya" if lebih > 0 else ", ".join(nama)
