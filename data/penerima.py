"""Whether and where many people can be told something unasked: few queries however many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.alamat_utama import alamat_utama
from data.katalog.libur import muat_libur
from data.libur import hari_kerja
from data.lingkup import SEMUA_WILAYAH
from data.orang import PD
from data.store import Row, Tx

SEKALIGUS = 500
"""People that one query asks about."""


@dataclass(frozen=True)
class Penerima:
    orang_id: int
    alamat: tuple[str, str] | None
    """(channel, destination), see `alamat_utama`; None: no open one."""
    cuti: bool
    libur: bool
    """No working day in any place that they have a role in."""


def penerima(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, Penerima]:
    """`hari`: the day it is for each of them, where they are."""
    hasil: dict[int, Penerima] = {}
    for tanggal in sorted({hari[id_] for id_ in orang_ids}):
        semua = [id_ for id_ in orang_ids if hari[id_] == tanggal]
        for mulai in range(0, len(semua), SEKALIGUS):
            ids = semua[mulai : mulai + SEKALIGUS]
            alamat, cuti, libur = alamat_utama(tx, ids), _cuti(tx, ids, tanggal), _libur(tx, ids, tanggal)
            for id_ in ids:
                hasil[id_] = Penerima(id_, alamat.get(id_), id_ in cuti, id_ in libur)
    return hasil


def alamat_lain(tx: Tx, kanal: str, tujuan: str) -> tuple[str, str] | None:
    """Another open address of whoever that one is, that rings in a pocket by itself; a page does not."""
    row = tx.one(
        "SELECT b.kanal, b.tujuan FROM alamat a JOIN alamat b ON b.orang_id = a.orang_id "
        "WHERE a.kanal = ? AND a.tujuan = ? AND b.status = 'aktif' AND b.kanal NOT IN (a.kanal, 'web') "
        "ORDER BY b.id DESC LIMIT 1",
        (kanal, tujuan),
    )
    return None if row is None else (row["kanal"], row["tujuan"])


def di_whatsapp(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, tuple[str, str]]:
    """Of these, who is reached on WhatsApp and is on no channel that has groups here; without those on leave."""
    semua = sorted(set(orang_ids))
    ids: list[int] = []
    for mulai in range(0, len(semua), SEKALIGUS):
        rows = _milik(
            tx,
            "SELECT DISTINCT orang_id FROM alamat WHERE status = 'aktif' AND kanal = 'whatsapp' AND {} "
            "AND orang_id NOT IN (SELECT orang_id FROM alamat WHERE status = 'aktif' AND kanal = 'telegram')",
            semua[mulai : mulai + SEKALIGUS],
        )
        ids += [int(row["orang_id"]) for row in rows]
    siapa = penerima(tx, ids, hari)
    return {id_: satu.alamat for id_, satu in siapa.items() if satu.alamat and not satu.cuti}


def koordinator_kecamatan(tx: Tx, hari: Mapping[str, date]) -> dict[str, list[int]]:
    """Ids of the PD of each kecamatan, whom the level above has confirmed. `hari`: the day it is there."""
    rows = tx.all(
        "SELECT DISTINCT wilayah, orang_id, dari, sampai FROM penugasan WHERE peran = ? AND disahkan = 1 "
        "AND dari <= ? AND (sampai IS NULL OR sampai >= ?) ORDER BY wilayah, orang_id",
        (PD, max(hari.values()).isoformat(), min(hari.values()).isoformat()),
    )
    hasil: dict[str, list[int]] = {}
    for row in rows:
        kode, id_ = row["wilayah"], int(row["orang_id"])
        if kode in hari and row["dari"] <= hari[kode].isoformat() <= (row["sampai"] or "9"):
            ids = hasil.setdefault(kode, [])
            ids += [] if id_ in ids else [id_]
    return hasil


def _cuti(tx: Tx, ids: Sequence[int], tanggal: date) -> set[int]:
    sql = "SELECT orang_id FROM cuti WHERE dibatalkan IS NULL AND sampai >= ? AND dari <= ? AND {}"
    return {int(row["orang_id"]) for row in _milik(tx, sql, ids, tanggal.isoformat(), tanggal.isoformat())}


def _libur(tx: Tx, ids: Sequence[int], tanggal: date) -> set[int]:
    rows = _milik(
        tx,
        "SELECT DISTINCT orang_id, SUBSTR(wilayah, 1, 5) AS kode FROM penugasan WHERE peran <> 'warga' AND dari <= ? "
        f"AND (sampai IS NULL OR sampai >= ?) AND wilayah <> '{SEMUA_WILAYAH}' AND {{}}",
        ids,
        tanggal.isoformat(),
        tanggal.isoformat(),
    )
    tempat: dict[int, list[str]] = {id_: [] for id_ in ids}
    for row in rows:
        tempat[int(row["orang_id"])].append(row["kode"])
    kerja = _kerja(tx, {kode for punya in tempat.values() for kode in punya or [""]}, tanggal)
    return {id_ for id_, punya in tempat.items() if not any(kerja[kode] for kode in punya or [""])}


def _kerja(tx: Tx, kode: set[str], tanggal: date) -> dict[str, bool]:
    """Where nobody has set anything for that day, the national list is all there is to ask."""
    row = tx.one("SELECT 1 AS ada FROM libur_daerah WHERE tanggal = ? LIMIT 1", (tanggal.isoformat(),))
    nasional = muat_libur().hari_kerja(tanggal)
    return {satu: hari_kerja(tx, satu, tanggal) if row else nasional for satu in kode}


def _milik(tx: Tx, sql: str, ids: Sequence[int], *params: str) -> list[Row]:
    return tx.all(sql.format(f"orang_id IN ({', '.join('?' * len(ids))})"), (*params, *ids))
