"""Deadlines of whole kecamatan, however many: those that come, and those that are past with villages still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from data.kalender.capaian import Capaian, desa_di, peristiwa_di
from data.kalender.daerah import Jatuh, KalenderDaerah
from data.kalender.jatuh import TenggatDesa, tenggat
from data.kalender.langkah import LEWAT
from data.store import Row, Tx

Desa = tuple[str, str]
"""(code, name)"""
LAMA = timedelta(days=60)
"""Deadlines that are longer past are no longer counted."""
KECAMATAN = 8
"""Characters of its code."""


def mendatang(tx: Tx, kode: Sequence[str] | None, dari: date, sampai: date) -> dict[str, list[TenggatDesa]]:
    """By kecamatan (of all without `kode`), what falls due on those days with the villages where it is open, by day."""
    semua = _terbuka(tx, kode, dari, sampai, lambda _: True)
    return {kec: [tenggat(j, dari, (j.jatuh - dari).days, tuple(d), len(d)) for j, d in isi] for kec, isi in semua}


def lewat(tx: Tx, kode: Sequence[str] | None, hari: date) -> dict[str, list[TenggatDesa]]:
    """By kecamatan, what is past by more than its grace with villages still open: only how many."""

    def jauh(j: Jatuh) -> bool:
        return j.acara.tenggang is not None and (hari - j.jatuh).days > j.acara.tenggang

    semua = _terbuka(tx, kode, hari - LAMA, hari - timedelta(days=1), jauh)
    return {kec: [tenggat(j, hari, LEWAT, (), len(d)) for j, d in isi] for kec, isi in semua}


def _terbuka(
    tx: Tx, kode: Sequence[str] | None, dari: date, sampai: date, pilih: Callable[[Jatuh], bool]
) -> Iterable[tuple[str, list[tuple[Jatuh, list[Desa]]]]]:
    """By kecamatan: items, by day, each with the villages where it is open."""
    akar = None if kode is None else set(kode)
    semua_desa = desa_di(tx, akar)
    if not semua_desa:
        return ()
    kalender = KalenderDaerah(tx, None if kode is None else {satu[:5] for satu in kode}, dari, sampai)
    kejadian = peristiwa_di(tx, akar)
    wajib = _wajib(semua_desa, kalender, kejadian, pilih)
    capaian = Capaian(tx, [j for j, _ in wajib], akar, kejadian)
    hasil: dict[str, list[tuple[Jatuh, list[Desa]]]] = defaultdict(list)
    for jatuh, semua in wajib:
        selesai = capaian.kata(jatuh) | capaian.diketahui(jatuh)
        for kec, isi in groupby((d for d in semua if d[0] not in selesai), key=lambda d: d[0][:KECAMATAN]):
            hasil[kec].append((jatuh, list(isi)))
    return sorted(hasil.items())


def _wajib(
    semua: list[Desa], kalender: KalenderDaerah, kejadian: list[Row], pilih: Callable[[Jatuh], bool]
) -> list[tuple[Jatuh, list[Desa]]]:
    """Every item with the villages that it is due in, by day; villages by code."""
    hasil: dict[tuple[date, str, str], tuple[Jatuh, list[Desa]]] = {}

    def tambah(jatuh: Jatuh, desa: Iterable[Desa]) -> None:
        if not jatuh.acara.diri and pilih(jatuh):
            kunci = (jatuh.jatuh, jatuh.acara.kode, jatuh.periode)
            hasil.setdefault(kunci, (jatuh, []))[1].extend(desa)

    for kab, isi in groupby(semua, key=lambda d: d[0][:5]):
        sini = list(isi)
        for jatuh in kalender.di(kab):
            tambah(jatuh, sini)
    nama = dict(semua)
    urut = sorted((row for row in kejadian if row["desa"] in nama), key=lambda row: str(row["desa"]))
    for row in urut:
        for jatuh in kalender.dari_kejadian(row["desa"], row["jenis"], date.fromisoformat(row["tanggal"])):
            tambah(jatuh, [(row["desa"], nama[row["desa"]])])
    return [hasil[kunci] for kunci in sorted(hasil)]
