"""The people, places and mishaps of a simulated year; the same every time for the same seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from data.grup import GrupQ
from data.jadwal import JadwalQ
from data.jadwal_sumber import PENGINGAT
from data.katalog.zona import muat_zona
from data.orang import PD, PLD, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ, kemendagri

MULAI = int(datetime(2026, 10, 1, 2, 0, tzinfo=UTC).timestamp())
"""A year from here has New Year, Nyepi and Lebaran in it, and no day of its list is missing."""
HARI = 86_400
TIK = 60
PROVINSI = ("32", "73", "91")
"""One by each of the three clocks."""


@dataclass(frozen=True)
class Ukuran:
    kecamatan: int = 12
    hari: int = 365
    jam: tuple[str, ...] = ("16:30", "18:00", "19:00", "19:45", "21:15")
    gangguan: int = 60
    lompatan: int = 8
    berdua: bool = True
    """Two programs tick over the same store."""
    benih: int = 2026

    @property
    def selesai(self) -> int:
        return MULAI + self.hari * HARI


@dataclass(frozen=True)
class Warga:
    """Somebody with a reminder."""

    id: int
    peran: str
    kecamatan: str
    zona: str
    jam: str
    cuti: tuple[tuple[date, date], ...]
    beralamat: bool


@dataclass
class Dunia:
    ukuran: Ukuran
    orang: list[Warga] = field(default_factory=list)
    kecamatan: dict[str, str] = field(default_factory=dict)
    """Code to zone."""
    bergrup: set[str] = field(default_factory=set)
    mati: list[tuple[int, int]] = field(default_factory=list)
    """(from, until) that the program is down."""
    lompat: list[tuple[int, int, int]] = field(default_factory=list)
    """(from, until, seconds) that the clock is wrong by."""

    def mati_sampai(self, saat: int) -> int | None:
        return next((sampai for dari, sampai in self.mati if dari <= saat < sampai), None)

    def geser(self, saat: int) -> int:
        return next((geser for dari, sampai, geser in self.lompat if dari <= saat < sampai), 0)


def buat(tx: Tx, ukuran: Ukuran) -> Dunia:
    acak = random.Random(ukuran.benih)
    dunia = Dunia(ukuran)
    for n in range(ukuran.kecamatan):
        _kecamatan(tx, dunia, PROVINSI[n % len(PROVINSI)], n, acak)
    JadwalQ(tx).sinkron(MULAI)
    for satu in dunia.orang:
        JadwalQ(tx).atur(PENGINGAT, str(satu.id), {"jam": satu.jam}, MULAI)
    _gangguan(dunia, acak)
    return dunia


def _kecamatan(tx: Tx, dunia: Dunia, provinsi: str, n: int, acak: random.Random) -> None:
    semua = [k for k in kemendagri.nama_induk() if k.startswith(f"{provinsi}.") and k.count(".") == 2]
    kode = semua[(n * 7) % len(semua)]
    zona = muat_zona().zona_provinsi(provinsi).iana
    dunia.kecamatan[kode] = zona
    WilayahQ(tx).kenalkan(kode)
    desa = kemendagri.desa_di(kode)[:4]
    _orang(tx, dunia, PD, kode, [kode], acak)
    for satu in (desa[:2], desa[2:]):
        if satu:
            _orang(tx, dunia, PLD, kode, satu, acak)
    if n % 3:
        GrupQ(tx).kaitkan(GrupQ(tx).catat("telegram", f"-{n}", kode, MULAI), kode, "", dunia.orang[-1].id, MULAI)
        dunia.bergrup.add(kode)


def _orang(tx: Tx, dunia: Dunia, peran: str, kecamatan: str, wilayah: list[str], acak: random.Random) -> None:
    zona = dunia.kecamatan[kecamatan]
    id_ = OrangQ(tx).tambah(f"{peran} {kecamatan}", zona, MULAI)
    for kode in wilayah:
        WilayahQ(tx).kenalkan(kode)
        OrangQ(tx).tugaskan(id_, peran, kode, date(2026, 1, 1), disahkan=True)
    beralamat = peran == PD or acak.random() < 0.95
    if beralamat:
        OrangQ(tx).pasang_alamat(id_, "web", str(id_), MULAI)
    cuti = tuple(_cuti(tx, id_, dunia.ukuran, acak) for _ in range(acak.randrange(3)))
    jam = dunia.ukuran.jam[len(dunia.orang) % len(dunia.ukuran.jam)]
    dunia.orang.append(Warga(id_, peran, kecamatan, zona, jam, cuti, beralamat))


def _cuti(tx: Tx, id_: int, ukuran: Ukuran, acak: random.Random) -> tuple[date, date]:
    dari = date(2026, 10, 1) + timedelta(days=acak.randrange(ukuran.hari))
    sampai = dari + timedelta(days=acak.randrange(1, 12))
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, ?, ?, ?)",
        (id_, dari.isoformat(), sampai.isoformat(), MULAI),
    )
    return dari, sampai


def _gangguan(dunia: Dunia, acak: random.Random) -> None:
    """Minutes mostly, days sometimes; apart from each other, so that what comes of each can be told."""
    ukuran = dunia.ukuran
    kali = ukuran.gangguan + ukuran.lompatan
    lompat = set(acak.sample(range(kali), ukuran.lompatan))
    ruang = ukuran.hari * HARI // max(kali, 1)
    for n in range(kali):
        dari = MULAI + n * ruang + acak.randrange(1, ruang // 3)
        lama = min(int(acak.choice((300, 3600, 6 * 3600, 2 * HARI, 9 * HARI)) * acak.uniform(0.3, 1.5)), ruang // 2)
        if n not in lompat:
            dunia.mati.append((dari, dari + lama))
        else:
            geser = acak.choice((-HARI, -5 * 3600, -1800, 1800, 5 * 3600, HARI, 3 * HARI, 365 * HARI))
            dunia.lompat.append((dari, dari + min(lama, 3 * 3600), geser))
