"""Whose digests there are: places by person, of one role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.lingkup import TINGKAT
from data.store import Tx


def tempat_tugas(tx: Tx, peran: str, hari: Mapping[int, date]) -> dict[int, list[str]]:
    """By person, codes of the places that they have the role in, confirmed. `hari`: the day it is for each of them."""
    rows = tx.all(
        "SELECT DISTINCT orang_id, wilayah, dari, sampai FROM penugasan WHERE peran = ? AND disahkan = 1 "
        "ORDER BY orang_id, wilayah",
        (peran,),
    )
    hasil: dict[int, list[str]] = {}
    for row in rows:
        id_, kode = int(row["orang_id"]), row["wilayah"]
        if id_ not in hari or kode.count(".") + 1 != TINGKAT[peran]:
            continue
        if row["dari"] <= hari[id_].isoformat() <= (row["sampai"] or "9") and kode not in hasil.setdefault(id_, []):
            hasil[id_].append(kode)
    return hasil
