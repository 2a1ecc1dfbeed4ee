"""The part of the country where it is the same day, and its week: every query of a recap asks for these."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.katalog.zona import muat_zona
from data.lingkup import syarat
from data.orang import tanggal_lokal
from data.rekap.angka import BELUM_DIKUNJUNGI
from data.store import Tx

KECAMATAN = 8
"""Characters of a code that name the kecamatan."""
SEDIKIT = 20
"""Kecamatan that are asked for by the codes of their villages, as an index likes it; of more, by their provinsi."""


@dataclass(frozen=True)
class Bagian:
    zona: tuple[tuple[str, tuple[str, ...]], ...]
    """(IANA name, provinces)"""
    kode: frozenset[str] | None
    """The kecamatan that are wanted; None: all there are."""
    isi: tuple[str, ...] | None
    """Of few kecamatan every known place in them, themselves included."""
    senin: date
    sampai: date
    saat: int

    @property
    def senin_lalu(self) -> date:
        return self.senin - timedelta(days=7)

    @property
    def sampai_lalu(self) -> date:
        return self.sampai - timedelta(days=7)

    @property
    def terlama(self) -> date:
        """The first of the days in which a village should have been visited."""
        return self.sampai - timedelta(days=BELUM_DIKUNJUNGI - 1)

    def per_zona(self) -> list[Bagian]:
        """For moments rather than days: each zone has its own midnight."""
        return [replace(self, zona=(satu,)) for satu in self.zona]

    @property
    def detik(self) -> tuple[int, int]:
        """The days of its one zone as UTC epoch seconds: from, until (not included)."""
        ((zona, _),) = self.zona
        akhir = _tengah_malam(self.sampai + timedelta(days=1), zona)
        return _tengah_malam(self.senin, zona), min(akhir, self.saat + 1)

    def zona_di(self, kode: str) -> str:
        return next(zona for zona, provinsi in self.zona if kode[:2] in provinsi)

    @property
    def provinsi(self) -> tuple[str, ...]:
        return tuple(kode for _, semua in self.zona for kode in semua)

    def mau(self, kode: str) -> bool:
        return len(kode) == KECAMATAN and (self.kode is None or kode in self.kode)

    def tempat(self, kolom: str) -> tuple[str, list[str]]:
        """On a column that refers to a known place."""
        if self.isi is None:
            return self._provinsi(kolom)
        return (f"{kolom} IN ({', '.join('?' * len(self.isi))})", list(self.isi)) if self.isi else ("1 = 0", [])

    def letak(self, kolom: str) -> tuple[str, list[str]]:
        """On a column with any place's code."""
        if self.isi is None:
            return self._provinsi(kolom)
        return syarat(kolom, (k for k in self.kode or () if k[:2] in self.provinsi))

    @property
    def terpercaya(self) -> str:
        """On `kegiatan k`: written by somebody whom a level above has confirmed somewhere."""
        siapa = "SELECT s.orang_id FROM penugasan s WHERE s.disahkan = 1"
        if self.isi is None:
            return f"+k.orang_id IN ({siapa})"  # the sign: by the day, not person by person
        return f"EXISTS ({siapa} AND s.orang_id = k.orang_id)"

    def _provinsi(self, kolom: str) -> tuple[str, list[str]]:
        if len(self.provinsi) == len(muat_zona().provinsi):
            return "1 = 1", []
        return f"SUBSTR({kolom}, 1, 2) IN ({', '.join('?' * len(self.provinsi))})", list(self.provinsi)


def bagi(tx: Tx, senin: date, kini: int, kode: Collection[str] | None) -> list[Bagian]:
    """All at once; only around midnight is it another day in another zone."""
    mau = None if kode is None else frozenset(kode)
    if mau is not None and not mau:
        return []
    isi = None if mau is None or len(mau) > SEDIKIT else _isi(tx, mau)
    katalog = muat_zona()
    menurut_hari: dict[date, list[tuple[str, tuple[str, ...]]]] = {}
    for zona in katalog.zona:
        provinsi = tuple(p.kode for p in katalog.provinsi if p.zona == zona.nama)
        if mau is not None:
            provinsi = tuple(p for p in provinsi if any(k.startswith(p) for k in mau))
        if provinsi:
            hari = min(senin + timedelta(days=6), max(tanggal_lokal(kini, zona.iana), senin))
            menurut_hari.setdefault(hari, []).append((zona.iana, provinsi))
    return [Bagian(tuple(zona), _di(mau, zona), isi, senin, hari, kini) for hari, zona in menurut_hari.items()]


def _di(mau: frozenset[str] | None, zona: list[tuple[str, tuple[str, ...]]]) -> frozenset[str] | None:
    provinsi = {kode for _, semua in zona for kode in semua}
    return None if mau is None else frozenset(k for k in mau if k[:2] in provinsi)


def _tengah_malam(hari: date, zona: str) -> int:
    return int(datetime(hari.year, hari.month, hari.day, tzinfo=ZoneInfo(zona)).timestamp())


def _isi(tx: Tx, kode: frozenset[str]) -> tuple[str, ...]:
    di_sana, params = syarat("kode", kode)
    return tuple(row["kode"] for row in tx.all(f"SELECT kode FROM wilayah WHERE {di_sana} ORDER BY kode", params))
