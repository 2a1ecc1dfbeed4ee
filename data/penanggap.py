"""Whose turn it is to answer a village's question: its PLD, else the PD of the kecamatan, as far as they are here.

A question goes on to the PD after two silent working days, and to whoever first serves a village that nobody served.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.libur import Kalender, kalender
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV, ZONA_AWAL, tanggal_lokal
from data.store import Row, Tx
from data.wilayah import dari_kode

KECAMATAN = 8
"""Characters of a kecamatan's code, with which those of its villages begin."""
PANJANG = {PLD: 13, PD: KECAMATAN, TAPM_KAB: 5, TAPM_PROV: 2}
"""The same of the place that each level serves, from the village up."""
DIAM = 2
"""Working days that a PLD has."""
SEHARI = 86_400
TERJAUH = 60
"""Days that are looked ahead for working days."""
SEKALI = 20
"""Questions that one transaction moves on."""
DILIHAT = 500
"""Those that it looks at."""
_SIAP = (
    "p.disahkan = 1 AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?) "
    "AND NOT EXISTS (SELECT 1 FROM cuti c WHERE c.orang_id = p.orang_id AND c.dibatalkan IS NULL "
    "AND c.dari <= ? AND c.sampai >= ?) "
    "AND EXISTS (SELECT 1 FROM alamat a WHERE a.orang_id = p.orang_id AND a.status = 'aktif')"
)
"""On `penugasan p`: confirmed, in force, not on leave, and can be reached. Parameters: the day, four times."""


@dataclass(frozen=True)
class Penanggap:
    orang_id: int
    peran: str
    """One of `PANJANG`."""


@dataclass(frozen=True)
class Pindah:
    """A question that has moved on: from whom (None: nobody) to whom."""

    nomor: str
    dari: int | None
    ke: Penanggap


def zona_desa(kode: str) -> str:
    tempat = dari_kode(kode)
    return tempat.zona if tempat else ZONA_AWAL


def penanggap(
    tx: Tx,
    kode: str,
    kini: int,
    *,
    selain: int = 0,
    bukan: Collection[int] = (),
    utama: int = 0,
    peran: tuple[str, ...] = (PLD, PD),
) -> Penanggap | None:
    """Somebody's own assignment comes before that of who acts for them.

    `selain`: nobody answers themselves; `bukan`: others whom it is kept from. `utama`: whoever it may be, if it is
    theirs to answer, too.
    """
    hari = tanggal_lokal(kini, zona_desa(kode)).isoformat()
    calon: list[tuple[int, Penanggap]] = []
    for satu in peran:
        rows = tx.all(
            f"SELECT p.orang_id FROM penugasan p WHERE p.peran = ? AND p.wilayah = ? AND p.orang_id <> ? AND {_SIAP} "
            "ORDER BY CASE WHEN p.untuk IS NULL THEN 0 ELSE 1 END, p.id",
            (satu, kode[: PANJANG[satu]], selain, hari, hari, hari, hari),
        )
        calon += [(int(row["orang_id"]), Penanggap(int(row["orang_id"]), satu)) for row in rows]
    calon = [satu for satu in calon if satu[0] not in bukan]
    return next((p for id_, p in calon if id_ == utama), next((p for _, p in calon), None))


def jatuh_naik(sejak: int, zona: str, libur: Kalender, diam: int = DIAM) -> int:
    """When so many working days have passed since `sejak`; on a day off they begin with the next working day."""
    saat = datetime.fromtimestamp(sejak, UTC).astimezone(ZoneInfo(zona))
    if not libur.hari_kerja(saat.date()):
        saat = datetime.combine(_kerja(saat.date(), libur), time(), saat.tzinfo)
    for _ in range(diam):
        saat = datetime.combine(_kerja(saat.date(), libur), saat.time(), saat.tzinfo)
    return int(saat.timestamp())


def _kerja(sesudah: date, libur: Kalender) -> date:
    """The first working day after that day."""
    for n in range(1, TERJAUH):
        if libur.hari_kerja(sesudah + timedelta(days=n)):
            return sesudah + timedelta(days=n)
    return sesudah + timedelta(days=1)


def pindahkan(tx: Tx, kini: int) -> list[Pindah]:
    """Move on what is due, a batch; the same question moves once by silence. Empty when nothing is due."""
    hasil = [*_naikkan(tx, kini), *_titipkan(tx, kini)]
    return hasil[: 2 * SEKALI]


def _naikkan(tx: Tx, kini: int) -> list[Pindah]:
    hari = tanggal_lokal(kini, ZONA_AWAL).isoformat()
    rows = tx.all(
        "SELECT q.id, q.nomor, q.orang_id, q.desa, q.untuk, q.sejak FROM pertanyaan q WHERE q.status = 'menunggu' "
        "AND q.naik IS NULL AND q.untuk IS NOT NULL AND q.sejak <= ? AND EXISTS (SELECT 1 FROM penugasan p "
        f"WHERE p.peran = ? AND p.wilayah = SUBSTR(q.desa, 1, {KECAMATAN}) AND p.orang_id <> q.untuk "
        f"AND p.orang_id <> q.orang_id AND {_SIAP}) ORDER BY q.sejak, q.id LIMIT ?",
        (kini - DIAM * SEHARI, PD, hari, hari, hari, hari, DILIHAT),
    )
    tanggalan: dict[str, Kalender] = {}
    hasil: list[Pindah] = []
    for row in rows:
        if len(hasil) < SEKALI and _sudah_jatuh(tx, row, kini, tanggalan):
            ke = penanggap(tx, row["desa"], kini, selain=int(row["orang_id"]), peran=(PD,))
            if ke and ke.orang_id != row["untuk"] and _ganti(tx, row, ke, kini):
                hasil.append(Pindah(row["nomor"], int(row["untuk"]), ke))
    return hasil


def _sudah_jatuh(tx: Tx, row: Row, kini: int, tanggalan: dict[str, Kalender]) -> bool:
    kabupaten, sejak, zona = row["desa"][:5], int(row["sejak"]), zona_desa(row["desa"])
    if kabupaten not in tanggalan:
        dari, sampai = tanggal_lokal(sejak, zona), tanggal_lokal(kini, zona)
        tanggalan[kabupaten] = kalender(tx, kabupaten, dari, sampai + timedelta(days=TERJAUH))
    return jatuh_naik(sejak, zona, tanggalan[kabupaten]) <= kini


def _titipkan(tx: Tx, kini: int) -> list[Pindah]:
    """Those of villages that nobody served, where somebody serves now."""
    hari = tanggal_lokal(kini, ZONA_AWAL).isoformat()
    rows = tx.all(
        "SELECT q.id, q.nomor, q.orang_id, q.desa, q.untuk, q.sejak FROM pertanyaan q WHERE q.status = 'menunggu' "
        "AND q.untuk IS NULL AND EXISTS (SELECT 1 FROM penugasan p WHERE p.orang_id <> q.orang_id AND "
        f"((p.peran = ? AND p.wilayah = q.desa) OR (p.peran = ? AND p.wilayah = SUBSTR(q.desa, 1, {KECAMATAN}))) "
        f"AND {_SIAP}) ORDER BY q.id LIMIT ?",
        (PLD, PD, hari, hari, hari, hari, SEKALI),
    )
    hasil = []
    for row in rows:
        ke = penanggap(tx, row["desa"], kini, selain=int(row["orang_id"]))
        if ke and _ganti(tx, row, ke, kini):
            hasil.append(Pindah(row["nomor"], None, ke))
    return hasil


def _ganti(tx: Tx, row: Row, ke: Penanggap, kini: int) -> bool:
    """Silence is counted from when somebody had it; with a PD it stays."""
    naik = kini if ke.peran == PD else None
    semula = "untuk IS NULL" if row["untuk"] is None else f"untuk = {int(row['untuk'])} AND naik IS NULL"
    sejak = kini if row["untuk"] is None else int(row["sejak"])
    return bool(
        tx.run(
            f"UPDATE pertanyaan SET untuk = ?, naik = ?, sejak = ? WHERE id = ? AND status = 'menunggu' AND {semula}",
            (ke.orang_id, naik, sejak, row["id"]),
        )
    )
