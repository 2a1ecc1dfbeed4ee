"""Working days without an entry, of those who log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.libur import Kalender, kalender
from data.lingkup import SEMUA_WILAYAH
from data.orang import PENDAMPING
from data.store import Tx

SEHARI = timedelta(days=1)
AKHIR_BULAN = 25
"""From that day on the whole month is looked at."""
KOREKSI = 3
"""Until that day the month before, which can still be corrected in DRP."""


@dataclass
class Riwayat:
    """What one person's days are held against."""

    tugas: list[tuple[date, date | None, str]] = field(default_factory=list)
    """(from, until, kabupaten), both days included."""
    tidak: list[tuple[date, date]] = field(default_factory=list)
    """Leaves, and days of which they said that they could not."""
    terisi: set[date] = field(default_factory=set)


def jangka(hari_ini: date) -> date:
    """The first day that is looked at: Monday; towards the end of a month its first, right after it the last one's."""
    if hari_ini.day <= KOREKSI:
        return (hari_ini.replace(day=1) - SEHARI).replace(day=1)
    if hari_ini.day >= AKHIR_BULAN:
        return hari_ini.replace(day=1)
    return hari_ini - timedelta(days=hari_ini.weekday())


def hari_kosong(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[date]]:
    """The oldest first, until the person's own today, included. Nobody who does not log."""
    dari = min(jangka(hari[id_]) for id_ in orang_ids)
    sampai = max(hari[id_] for id_ in orang_ids)
    semua = _riwayat(tx, orang_ids, dari, sampai)
    kal = {kode: kalender(tx, kode, dari, sampai) for kode in {t[2] for r in semua.values() for t in r.tugas}}
    return {id_: list(_kosong(r, kal, jangka(hari[id_]), hari[id_])) for id_, r in semua.items()}


def _kosong(r: Riwayat, kal: Mapping[str, Kalender], dari: date, sampai: date) -> Iterator[date]:
    for n in range((sampai - dari).days + 1):
        satu = dari + timedelta(days=n)
        if satu in r.terisi or any(awal <= satu <= akhir for awal, akhir in r.tidak):
            continue
        di = [kode for awal, akhir, kode in r.tugas if awal <= satu and (akhir is None or satu <= akhir)]
        if any(kal[kode].hari_kerja(satu) for kode in di):
            yield satu


def _riwayat(tx: Tx, ids: Sequence[int], dari: date, sampai: date) -> dict[int, Riwayat]:
    hasil: dict[int, Riwayat] = defaultdict(Riwayat)
    milik = f"orang_id IN ({', '.join('?' * len(ids))})"
    rentang = (dari.isoformat(), sampai.isoformat())
    for row in tx.all(
        "SELECT orang_id, dari, sampai, wilayah FROM penugasan WHERE (sampai IS NULL OR sampai >= ?) AND dari <= ? "
        f"AND peran IN ({', '.join('?' * len(PENDAMPING))}) AND {milik}",
        (*rentang, *PENDAMPING, *ids),
    ):
        kode = "" if row["wilayah"] == SEMUA_WILAYAH else row["wilayah"][:5]
        akhir = date.fromisoformat(row["sampai"]) if row["sampai"] else None
        hasil[int(row["orang_id"])].tugas.append((date.fromisoformat(row["dari"]), akhir, kode))
    for tabel, lain in (("cuti", "dibatalkan IS NULL AND "), ("halangan", "")):
        for row in tx.all(
            f"SELECT orang_id, dari, sampai FROM {tabel} WHERE {lain}sampai >= ? AND dari <= ? AND {milik}",
            (*rentang, *ids),
        ):
            tidak = (date.fromisoformat(row["dari"]), date.fromisoformat(row["sampai"]))
            hasil[int(row["orang_id"])].tidak.append(tidak)
    for row in tx.all(
        "SELECT DISTINCT orang_id, tanggal FROM kegiatan WHERE dihapus IS NULL AND tanggal BETWEEN ? AND ? "
        f"AND {milik}",
        (*rentang, *ids),
    ):
        hasil[int(row["orang_id"])].terisi.add(date.fromisoformat(row["tanggal"]))
    return hasil
