"""Who was to work where on which days of the period, as bits: assignments, without leave and without days off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from data.katalog.libur import muat_libur
from data.lingkup import SEMUA_WILAYAH
from data.rekap.bagian import KECAMATAN
from data.rekap.orang import DITUNGGU
from data.ringkasan.masa import SEHARI, BagianMasa
from data.store import Row, Tx


@dataclass
class Petugas:
    """One person in one kecamatan."""

    nama: str
    sekarang: bool = False
    """In force on the last day: awaited to log."""
    wajib: int = 0
    """Working days on which an entry is awaited."""
    desa: dict[str, int] = field(default_factory=dict)
    """Villages given one by one: the days on which somebody could be there."""


@dataclass
class Tugas:
    """Of one kecamatan."""

    orang: dict[int, Petugas] = field(default_factory=dict)
    desa: dict[str, int] = field(default_factory=dict)
    """Village: the days on which one who was given it could be there."""
    umum: int = 0
    """The same of those who were given the kecamatan."""
    sejak: dict[str, str] = field(default_factory=dict)
    """Place, a village or all of the kecamatan: the first day that somebody in force has served it."""

    def hari(self, desa: str) -> int:
        """Days on which the village had somebody. Whoever has all of the kecamatan counts where nobody else does."""
        return self.desa.get(desa, self.umum).bit_count()

    def sejak_di(self, desa: str) -> str:
        """'' when nobody in force serves it."""
        return min((s for s in (self.sejak.get(desa), self.sejak.get(desa[:KECAMATAN])) if s), default="")


def tugas_masa(tx: Tx, b: BagianMasa) -> dict[str, Tugas]:
    """By kecamatan."""
    rows = _penugasan(tx, b)
    absen, kerja, bit = _absen(tx, b), HariKerja(tx, b), cache(b.bit)
    hasil: dict[str, Tugas] = defaultdict(Tugas)
    hari = b.sampai.isoformat()
    for row in rows:
        id_, wilayah = int(row["orang_id"]), row["wilayah"]
        kec = wilayah[:KECAMATAN]
        if not b.mau(kec):
            continue
        ada = bit(row["dari"], row["sampai"]) & ~absen.get(id_, 0)
        satu = hasil[kec]
        orang = satu.orang.setdefault(id_, Petugas(row["nama"]))
        orang.wajib |= ada & kerja.bit(kec[:5])
        if len(wilayah) > KECAMATAN:
            orang.desa[wilayah] = orang.desa.get(wilayah, 0) | ada
            satu.desa[wilayah] = satu.desa.get(wilayah, 0) | ada
        else:
            satu.umum |= ada
        if row["sampai"] is None or row["sampai"] >= hari:
            orang.sekarang = True
            satu.sejak[wilayah] = min(row["dari"], satu.sejak.get(wilayah, row["dari"]))
    return dict(hasil)


def _penugasan(tx: Tx, b: BagianMasa) -> list[Row]:
    di_sana, letak = b.tempat("p.wilayah")
    return tx.all(
        "SELECT p.orang_id, o.nama, p.wilayah, p.dari, p.sampai FROM penugasan p JOIN orang o ON o.id = p.orang_id "
        f"WHERE p.disahkan = 1 AND p.peran IN ({', '.join('?' * len(DITUNGGU))}) AND p.dari <= ? "
        f"AND (p.sampai IS NULL OR p.sampai >= ?) AND {di_sana}",
        [*DITUNGGU, b.sampai.isoformat(), b.senin.isoformat(), *letak],
    )


def _absen(tx: Tx, b: BagianMasa) -> dict[int, int]:
    """Days of leave, and those of which people said that they could not."""
    hasil: dict[int, int] = defaultdict(int)
    for tabel, berlaku in (("cuti", "dibatalkan IS NULL AND "), ("halangan", "")):
        for row in tx.all(
            f"SELECT orang_id, dari, sampai FROM {tabel} WHERE {berlaku}dari <= ? AND sampai >= ?",
            (b.sampai.isoformat(), b.senin.isoformat()),
        ):
            hasil[int(row["orang_id"])] |= b.bit(row["dari"], row["sampai"])
    return hasil


class HariKerja:
    """Working days of the period in each kabupaten; today is not over, so nothing is awaited of it yet."""

    def __init__(self, tx: Tx, b: BagianMasa) -> None:
        akhir = min(b.sampai, b.hari_ini - SEHARI)
        self._hari = [b.senin + n * SEHARI for n in range((akhir - b.senin).days + 1)]
        self._daerah: dict[str, dict[date, bool]] = defaultdict(dict)
        for row in tx.all(
            "SELECT kode, tanggal, libur FROM libur_daerah WHERE tanggal BETWEEN ? AND ?",
            (b.senin.isoformat(), akhir.isoformat()),
        ):
            self._daerah[row["kode"]][date.fromisoformat(row["tanggal"])] = not row["libur"]
        self._nasional = [muat_libur().hari_kerja(hari) for hari in self._hari]
        self._jadi: dict[str, int] = {}

    def bit(self, kabupaten: str) -> int:
        """The nearest word counts (see `data.libur`)."""
        if kabupaten not in self._jadi:
            kata = [self._daerah[k] for k in (kabupaten, kabupaten[:2], SEMUA_WILAYAH) if k in self._daerah]
            self._jadi[kabupaten] = _bit(
                next((satu[hari] for satu in kata if hari in satu), nasional)
                for hari, nasional in zip(self._hari, self._nasional, strict=True)
            )
        return self._jadi[kabupaten]


def _bit(hari: Iterable[bool]) -> int:
    return sum(1 << n for n, kerja in enumerate(hari) if kerja)
