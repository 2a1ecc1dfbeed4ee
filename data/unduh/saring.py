"""Which place and which days are asked for, as conditions; and what of the place is open to the person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from data.katalog.zona import muat_zona
from data.lingkup import SEMUA_WILAYAH, mencakup, syarat
from data.store import Param

Syarat = tuple[str, list[Param]]
SELALU: Syarat = ("1 = 1", [])
AWAL, AKHIR = "0001-01-01", "9999-12-31"


@dataclass(frozen=True)
class Saring:
    kode: str = ""
    """A place, with all that lies in it; '' is everywhere."""
    dari: str = ""
    """ISO date, included; '' since ever."""
    sampai: str = ""
    """ISO date, included; '' without end."""

    def di(self, kolom: str) -> Syarat:
        return _syarat(kolom, [self.kode]) if self.kode else SELALU

    def hari(self, kolom: str) -> Syarat:
        """The ISO date in `kolom` is one of these days."""
        if not (self.dari or self.sampai):
            return SELALU
        return f"{kolom} BETWEEN ? AND ?", [self.dari or AWAL, self.sampai or AKHIR]

    def tahun(self, kolom: str) -> Syarat:
        """The year in `kolom` has one of these days."""
        if not (self.dari or self.sampai):
            return SELALU
        return f"{kolom} BETWEEN ? AND ?", [int((self.dari or AWAL)[:4]), int((self.sampai or AKHIR)[:4])]

    def saat(self, kolom: str, desa: str) -> Syarat:
        """The moment in `kolom` is on one of these days, by the clock of the place in the column `desa`."""
        bagian, params = [], list[Param]()
        if self.dari:
            sql, isi = _tengah_malam(desa, date.fromisoformat(self.dari))
            bagian.append(f"{kolom} >= {sql}")
            params += isi
        if self.sampai:
            sql, isi = _tengah_malam(desa, date.fromisoformat(self.sampai) + timedelta(days=1))
            bagian.append(f"{kolom} < {sql}")
            params += isi
        return (" AND ".join(bagian), params) if bagian else SELALU


def akar(boleh: Iterable[str], kode: str) -> list[str]:
    """The fewest places, by code, that hold all of `boleh` that lies in `kode`; '' is everywhere."""
    boleh = set(boleh)
    if kode and any(mencakup(satu, kode) for satu in boleh):
        return [kode]
    hasil: list[str] = []
    for satu in sorted((b for b in boleh if not kode or mencakup(kode, b)), key=len):
        if not any(mencakup(besar, satu) for besar in hasil):
            hasil.append(satu)
    return sorted(hasil)


def dan(*bagian: Syarat) -> Syarat:
    return " AND ".join(f"({sql})" for sql, _ in bagian), [p for _, params in bagian for p in params]


def mulai(kolom: str, kode: str) -> Syarat:
    """The lower end of a place's codes; `habis` is the upper one."""
    return SELALU if kode == SEMUA_WILAYAH else (f"{kolom} >= ?", [kode])


def habis(kolom: str, kode: str) -> Syarat:
    return SELALU if kode == SEMUA_WILAYAH else (f"{kolom} < ?", [f"{kode}/"])


def di_luar(kolom: str, boleh: Iterable[str]) -> Syarat:
    sql, params = _syarat(kolom, boleh)
    return f"NOT ({sql})", params


def di_dalam(kolom: str, boleh: Iterable[str]) -> Syarat:
    return _syarat(kolom, boleh)


def _syarat(kolom: str, kode: Iterable[str]) -> Syarat:
    sql, params = syarat(kolom, kode)
    return sql, [*params]


@cache
def _provinsi() -> dict[str, tuple[str, ...]]:
    """Codes of provinces by IANA name; the clock that most of them keep comes last."""
    hasil: dict[str, list[str]] = defaultdict(list)
    katalog = muat_zona()
    for p in katalog.provinsi:
        hasil[katalog.zona_provinsi(p.kode).iana].append(p.kode)
    return {zona: tuple(kode) for zona, kode in sorted(hasil.items(), key=lambda z: len(z[1]))}


def _tengah_malam(desa: str, hari: date) -> tuple[str, list[Param]]:
    """The UTC second at which that day begins in the place whose code stands in the column."""
    *lain, (umum, _) = _provinsi().items()
    kasus, params = [], list[Param]()
    for zona, provinsi in lain:
        kasus.append(f"WHEN SUBSTR({desa}, 1, 2) IN ({', '.join('?' * len(provinsi))}) THEN {_detik(hari, zona)}")
        params += provinsi
    return f"CASE {' '.join(kasus)} ELSE {_detik(hari, umum)} END", params


def _detik(hari: date, zona: str) -> int:
    return int(datetime.combine(hari, time(), ZoneInfo(zona)).timestamp())
