"""The kecamatan and the days that a report is about: every query of it asks for these."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.katalog.zona import muat_zona
from data.lingkup import syarat
from data.orang import tanggal_lokal
from data.store import Param, Tx
from data.wilayah import dari_kode

KECAMATAN = 8
"""Characters of its code."""
SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class Ruang:
    kode: str
    nama: str
    desa: dict[str, str]
    """Names of its known villages, by code and in that order."""
    dari: date
    sampai: date
    """The last day that is counted."""
    lewat: str
    """What was due before this day is late: what is due today is not yet."""
    detik: tuple[int, int]
    """The whole month as UTC epoch seconds: from, until (not included)."""

    @property
    def depan(self) -> tuple[date, date]:
        """The month that follows."""
        awal = akhir_bulan(self.dari) + SEHARI
        return awal, akhir_bulan(awal)

    @property
    def hari(self) -> tuple[str, str]:
        return self.dari.isoformat(), self.sampai.isoformat()

    def tempat(self, kolom: str) -> tuple[str, list[Param]]:
        """On a column that refers to a known place: by their codes, as an index likes it."""
        semua = [self.kode, *self.desa]
        return f"{kolom} IN ({', '.join('?' * len(semua))})", list(semua)

    def letak(self, kolom: str) -> tuple[str, list[str]]:
        """On a column with any place's code."""
        return syarat(kolom, [self.kode])

    def sebut(self, kode: str) -> str:
        return self.desa.get(kode) or (self.nama if kode == self.kode else kode)


def ruang(tx: Tx, kode: str, awal: date, kini: int) -> Ruang:
    """`awal`: the first day of the month."""
    zona = muat_zona().zona_provinsi(kode[:2]).iana
    di_sana, params = syarat("kode", [kode])
    rows = tx.all(f"SELECT kode, nama FROM wilayah WHERE {di_sana} ORDER BY kode", params)
    nama = {row["kode"]: row["nama"] for row in rows}
    tempat = dari_kode(kode)
    sendiri = nama.pop(kode, tempat.nama if tempat else kode)
    akhir = akhir_bulan(awal)
    detik = (_tengah_malam(awal, zona), _tengah_malam(akhir + SEHARI, zona))
    hari_ini = max(awal, tanggal_lokal(kini, zona))
    lewat = min(akhir + SEHARI, hari_ini).isoformat()
    return Ruang(kode, sendiri, nama, awal, min(akhir, hari_ini), lewat, detik)


def akhir_bulan(hari: date) -> date:
    return hari.replace(day=monthrange(hari.year, hari.month)[1])


def _tengah_malam(hari: date, zona: str) -> int:
    return int(datetime(hari.year, hari.month, hari.day, tzinfo=ZoneInfo(zona)).timestamp())
