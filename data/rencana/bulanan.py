"""What the reminder says of plans: once a month, on its first working day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.libur import kalender
from data.rencana.hitung import hitung
from data.rencana.isi import DARI_R, KOLOM_R, rencana_dari
from data.store import Tx

PALING_LAMBAT = 12
"""No month's first working day comes later."""


@dataclass(frozen=True)
class RencanaBulan:
    """All plans of one person for this year, together."""

    bulan_ini: int
    """Items with a week in this month that are not done."""
    tertinggal: int
    """Items with a planned week that passed without an entry."""


def rencana_bulan(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, RencanaBulan]:
    """Of those for whom today is that day, and who have anything planned that is open."""
    ids = [id_ for id_ in orang_ids if hari[id_].day <= PALING_LAMBAT]
    hasil: dict[int, RencanaBulan] = {}
    for tahun in sorted({hari[id_].year for id_ in ids}):
        untuk = [id_ for id_ in ids if hari[id_].year == tahun]
        rows = tx.all(
            f"SELECT {KOLOM_R} FROM {DARI_R} WHERE r.tahun = ? AND r.orang_id IN ({', '.join('?' * len(untuk))}) "
            "ORDER BY r.desa, r.id",
            [tahun, *untuk],
        )
        semua = [rencana_dari(row) for row in rows]
        for id_ in sorted({r.orang_id for r in semua}):
            milik = [r for r in semua if r.orang_id == id_ and _bertugas(tx, id_, r.desa, hari[id_])]
            if milik and _hari_pertama(tx, milik[0].desa, hari[id_]):
                maju = [m for isi in hitung(tx, milik, hari[id_]).values() for m in isi if not m.selesai]
                awalan = f"{hari[id_].month:02}."
                ini = sum(any(p.startswith(awalan) for p in m.butir.pekan) for m in maju)
                lewat = sum(bool(m.tertinggal) for m in maju)
                if ini or lewat:
                    hasil[id_] = RencanaBulan(ini, lewat)
    return hasil


def _hari_pertama(tx: Tx, kode: str, hari: date) -> bool:
    satu = hari.replace(day=1)
    kal = kalender(tx, kode, satu, hari)
    return kal.hari_kerja(hari) and not any(kal.hari_kerja(satu + timedelta(days=n)) for n in range(hari.day - 1))


def _bertugas(tx: Tx, orang_id: int, desa: str, hari: date) -> bool:
    """Of a place that was handed over nothing is awaited."""
    sql = (
        "SELECT 1 AS ada FROM penugasan WHERE orang_id = ? AND peran <> 'warga' AND dari <= ? "
        "AND (sampai IS NULL OR sampai >= ?) AND (wilayah = ? OR wilayah LIKE ?)"
    )
    return tx.one(sql, (orang_id, hari.isoformat(), hari.isoformat(), desa, f"{desa}.%")) is not None
