"""The days of a digest, a month or a week, and the part of the country where it is the same day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from data.katalog.zona import muat_zona
from data.lingkup import syarat
from data.orang import tanggal_lokal
from data.rekap.bagian import Bagian
from data.ringkasan.angka import SEPEKAN_DARI
from data.store import Tx

SEHARI = timedelta(days=1)
BERSATU = 40
"""Places; of more the whole provinsi of each is read."""
BERDESA = 1_500
"""Known places in them; the same of more."""


@dataclass(frozen=True, order=True)
class Masa:
    """A calendar month, or a week from Monday on."""

    dari: date
    bulanan: bool

    @property
    def akhir(self) -> date:
        if not self.bulanan:
            return self.dari + 6 * SEHARI
        return self.dari.replace(day=monthrange(self.dari.year, self.dari.month)[1])

    @property
    def lalu(self) -> Masa:
        return masa(self.dari - SEHARI, bulanan=self.bulanan)

    @property
    def depan(self) -> Masa:
        return masa(self.akhir + SEHARI, bulanan=self.bulanan)

    @property
    def bulan(self) -> int:
        """Days of the month that its targets are for."""
        return self.akhir.day if self.bulanan else SEPEKAN_DARI

    def sampai_lalu(self, sampai: date) -> date:
        """The day of the period before until which it is compared: of a month that is over all of it."""
        lalu = self.lalu
        return lalu.akhir if sampai >= self.akhir else min(lalu.akhir, lalu.dari + (sampai - self.dari))


def masa(hari: date, *, bulanan: bool) -> Masa:
    """The month or week of a day."""
    return Masa(hari.replace(day=1) if bulanan else hari - hari.weekday() * SEHARI, bulanan)


@dataclass(frozen=True)
class BagianMasa(Bagian):
    """As of a recap; `kode` may hold codes of any level."""

    masa: Masa
    hari_ini: date

    @property
    def senin_lalu(self) -> date:
        return self.masa.lalu.dari

    @property
    def sampai_lalu(self) -> date:
        return self.masa.sampai_lalu(self.sampai)

    @property
    def sejak_kunjungan(self) -> date:
        """The first day on which a visit counts for a village not to be left alone."""
        return min(self.terlama, self.senin)

    def mau(self, kode: str) -> bool:
        di = (kode, kode[:5], kode[:2])
        return len(kode) == 8 and (self.kode is None or not self.kode.isdisjoint(di))

    # -- days as bits, the first of the period the lowest -----------------------------------------------------------

    def bit(self, dari: str, sampai: str | None) -> int:
        """The days from one to another (ISO, both included) that are of the period and have come."""
        awal = max(0, (date.fromisoformat(dari) - self.senin).days) if dari > self.senin.isoformat() else 0
        paling = (self.sampai - self.senin).days
        akhir = min(paling, (date.fromisoformat(sampai) - self.senin).days) if sampai else paling
        return (1 << akhir + 1) - (1 << awal) if akhir >= awal else 0


def bagi_masa(tx: Tx, untuk: Masa, kini: int, kode: Collection[str]) -> list[BagianMasa]:
    """Mostly all at once; only around midnight is it another day in another zone. `kode`: places of any level."""
    katalog = muat_zona()
    menurut_hari: dict[date, list[tuple[str, tuple[str, ...]]]] = {}
    for zona in katalog.zona:
        provinsi = tuple(p.kode for p in katalog.provinsi if p.zona == zona.nama and any(k[:2] == p.kode for k in kode))
        if provinsi:
            menurut_hari.setdefault(tanggal_lokal(kini, zona.iana), []).append((zona.iana, provinsi))
    hasil = []
    for hari_ini, semua in menurut_hari.items():
        di = {satu for _, provinsi in semua for satu in provinsi}
        mau = frozenset(k for k in kode if k[:2] in di)
        sampai = min(untuk.akhir, max(hari_ini, untuk.dari))
        hasil.append(BagianMasa(tuple(semua), mau, _isi(tx, mau), untuk.dari, sampai, kini, untuk, hari_ini))
    return hasil


def _isi(tx: Tx, kode: frozenset[str]) -> tuple[str, ...] | None:
    if len(kode) > BERSATU:
        return None
    di_sana, params = syarat("kode", kode)
    rows = tx.all(f"SELECT kode FROM wilayah WHERE {di_sana} ORDER BY kode LIMIT {BERDESA + 1}", params)
    return None if len(rows) > BERDESA else tuple(row["kode"] for row in rows)
