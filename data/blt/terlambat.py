"""Which months of a year should have been paid by a day, and were not: of all villages in one grouped query."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.katalog.blt import muat_blt
from data.store import Param, Tx


def bulan_terlambat(tx: Tx, hari: date, letak: tuple[str, Sequence[Param]]) -> dict[str, tuple[int, ...]]:
    """By village in the order of codes, only those with a late month. `letak`: a condition on `b.desa`.

    Of the year in which the last month that is due lies: in January that is last year's.
    """
    tahun, bulan = muat_blt().batas(hari)
    return terlambat_sampai(tx, tahun, bulan, letak)


def terlambat_sampai(tx: Tx, tahun: int, bulan: int, letak: tuple[str, Sequence[Param]]) -> dict[str, tuple[int, ...]]:
    """Months of `tahun` up to `bulan`; one that a village did not mean to pay is not late."""
    semua = range(1, bulan + 1)
    di_sana, params = letak
    rows = tx.all(
        f"SELECT * FROM (SELECT b.desa, {', '.join(f'{_telat(n)} AS b{n}' for n in semua)} FROM blt b "
        "LEFT JOIN blt_salur s ON s.tahun = b.tahun AND s.desa = b.desa AND s.dihapus IS NULL "
        f"WHERE b.tahun = ? AND b.keluarga > 0 AND {di_sana} GROUP BY b.desa, b.dari, b.sampai) AS x "
        f"WHERE {' + '.join(f'x.b{n}' for n in semua)} > 0 ORDER BY x.desa",
        [tahun, *params],
    )
    return {row["desa"]: tuple(n for n in semua if row[f"b{n}"]) for row in rows}


def _telat(bulan: int) -> str:
    return (
        f"CASE WHEN b.dari <= {bulan} AND b.sampai >= {bulan} "
        f"AND MAX(CASE WHEN s.dari <= {bulan} AND s.sampai >= {bulan} THEN 1 ELSE 0 END) = 0 THEN 1 ELSE 0 END"
    )
