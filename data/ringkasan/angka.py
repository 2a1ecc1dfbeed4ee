"""The figures of one place for a month or a week, with its parts: what a digest says and keeps."""

from __future__ import annotations

from datetime import date

import msgspec

from data.rekap.angka import GerakSiklus
from data.target import CATATAN, HARI_KERJA, KUNJUNGAN, MENCATAT, UKURAN, Nilai

SEPEKAN_DARI = 30
"""Days of a month, for weeks: a week is held against its share of the month's target."""
TERBANYAK = 5
"""Parts that are named: those that need help most."""


class Capaian(msgspec.Struct, frozen=True):
    """A target and what came of it: `capai` of `dari` (days of villages, people, days), held against `nilai`."""

    ukuran: str
    nilai: int
    capai: int
    dari: int
    kali: int
    """100 where the target is a share, else the days of the month."""

    @property
    def di_bawah(self) -> bool:
        return self.capai * self.kali < self.nilai * self.dari

    @property
    def persepuluh(self) -> int:
        """What was reached, in tenths, rounded down: what is below never looks as if it were not."""
        return self.capai * self.kali * 10 // self.dari

    @property
    def kurang(self) -> int:
        """By how many thousandths of the target it is missed."""
        return max(0, 1000 - self.capai * self.kali * 1000 // (self.nilai * self.dari))


class Telat(msgspec.Struct, frozen=True):
    """A paper whose day, and the grace after it, is past."""

    label: str
    jatuh: date
    desa: int
    """Villages in which it is open."""


class Lalu(msgspec.Struct, frozen=True, omit_defaults=True):
    """The same days of the period before."""

    catatan: int = 0
    kunjungan: int = 0
    mencatat: int = 0
    dikunjungi: int = 0


class OrangRingkas(msgspec.Struct, frozen=True, omit_defaults=True):
    id: int
    nama: str
    catatan: int = 0
    kunjungan: int = 0
    menit: int = 0
    wajib: int = 0
    """Working days of their assignment, without those on which they were on leave or could not."""
    isi: int = 0
    """Days with an entry, wherever it is about; at most `wajib`."""
    desa: int = 0
    """Villages that they were given one by one."""
    desa_hari: int = 0
    """Days of these villages, added up."""
    bulan: int = SEPEKAN_DARI
    target: Nilai = {}

    @property
    def ditunggu(self) -> bool:
        """Not away for all of it."""
        return bool(self.wajib or self.catatan)

    @property
    def diam(self) -> bool:
        return self.wajib > 0 and not self.catatan

    @property
    def capaian(self) -> list[Capaian]:
        semua = (
            Capaian(HARI_KERJA, self.target.get(HARI_KERJA, 0), self.isi, self.wajib, 100),
            Capaian(KUNJUNGAN, self.target.get(KUNJUNGAN, 0), self.kunjungan, self.desa_hari, self.bulan),
            Capaian(CATATAN, self.target.get(CATATAN, 0), self.catatan, self.desa_hari, self.bulan),
        )
        return [c for c in semua if c.nilai and c.dari]

    @property
    def di_bawah(self) -> list[Capaian]:
        return [c for c in self.capaian if c.di_bawah]


class DesaRingkas(msgspec.Struct, frozen=True, omit_defaults=True):
    kode: str
    nama: str
    kunjungan: int = 0
    lama: bool = False
    """Served for 14 days or more, and not visited in the period, nor (where that is shorter) in 14 days."""


class AngkaBagian(msgspec.Struct, frozen=True, omit_defaults=True):
    """One kecamatan, kabupaten or provinsi."""

    kode: str
    nama: str
    orang: int = 0
    """Who is awaited to log, without those who were away for all of it."""
    mencatat: int = 0
    """Of these, who have."""
    catatan: int = 0
    menit: int = 0
    desa: int = 0
    """Villages that somebody serves, or that were visited."""
    dikunjungi: int = 0
    kunjungan: int = 0
    desa_hari: int = 0
    """Days on which these villages had somebody who was not away, added up."""
    lama: int = 0
    """Villages without a visit (see `DesaRingkas.lama`)."""
    wajib: int = 0
    isi: int = 0
    """Of those awaited, added up: see `OrangRingkas`."""
    musdes: int = 0
    putusan: int = 0
    selesai: int = 0
    """Musyawarah, their decisions, and decisions brought to their end."""
    langkah: int = 0
    """Papers of the year that moved."""
    lewat: int = 0
    """Decisions that are open and past their day."""
    kembali: int = 0
    """Entries that wait for a correction."""
    telat: tuple[Telat, ...] = ()
    lalu: Lalu = Lalu()
    bulan: int = SEPEKAN_DARI
    target: Nilai = {}

    @property
    def capaian(self) -> list[Capaian]:
        """Those that there is a target and anything to hold against it for, in the order of `UKURAN`."""
        isi = {
            MENCATAT: (self.mencatat, self.orang, 100),
            HARI_KERJA: (self.isi, self.wajib, 100),
            KUNJUNGAN: (self.kunjungan, self.desa_hari, self.bulan),
            CATATAN: (self.catatan, self.desa_hari, self.bulan),
        }
        semua = (Capaian(u.kode, self.target.get(u.kode, 0), *isi[u.kode]) for u in UKURAN)
        return [c for c in semua if c.nilai and c.dari]

    @property
    def di_bawah(self) -> list[Capaian]:
        return [c for c in self.capaian if c.di_bawah]

    @property
    def kosong(self) -> bool:
        return not (self.orang or self.desa or self.catatan or self.musdes)


class AngkaRingkas(msgspec.Struct, frozen=True, omit_defaults=True):
    jumlah: AngkaBagian
    dari: date
    sampai: date
    """The last day that is counted."""
    bulanan: bool
    saat: int
    """When it was counted, UTC epoch seconds."""
    zona: str
    """IANA name."""
    bagian: tuple[AngkaBagian, ...] = ()
    """Parts, by code; of a kecamatan there are none, but its people and villages."""
    orang: tuple[OrangRingkas, ...] = ()
    lain: int = 0
    """Others who logged there."""
    desa: tuple[DesaRingkas, ...] = ()
    siklus: tuple[GerakSiklus, ...] = ()

    @property
    def kode(self) -> str:
        return self.jumlah.kode

    @property
    def lama(self) -> list[DesaRingkas]:
        return [d for d in self.desa if d.lama]
