"""Those below, and their entries, as SQL conditions: what `data.lingkup` opens, in the words of a query."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from data.lingkup import SEMUA_WILAYAH, Lingkup, syarat
from data.orang import KPMD, PENDAMPING
from data.store.tx import Param

BERTUGAS = (*PENDAMPING, KPMD)
"""Roles that a task can be given to; of these only `PENDAMPING` log."""

HANYA = "="


def akar(lingkup: Lingkup, peran: Collection[str] = PENDAMPING) -> set[str]:
    """Places in which somebody with one of these roles may be below."""
    semua = set[str]().union(*(lingkup.bina(satu) for satu in peran))
    return {SEMUA_WILAYAH} if SEMUA_WILAYAH in semua else semua


def tempat(kolom: str, di: str) -> tuple[str, list[str]]:
    """In the place `di`; with '=' before it only that place itself, without what lies in it."""
    return (f"{kolom} = ?", [di[1:]]) if di.startswith(HANYA) else syarat(kolom, [di])


def orang_bawahan(
    lingkup: Lingkup, hari: date, di: str = "", peran: Collection[str] = PENDAMPING
) -> tuple[str, list[Param]]:
    """On `penugasan p`: in force that day, of somebody whom the person is above, in the place `di` (see `tempat`)."""
    bagian, params = _peran("p.wilayah", lingkup, peran)
    di_sana, letak = tempat("p.wilayah", di) if di else syarat("p.wilayah", akar(lingkup, peran))
    sql = (
        "p.orang_id <> ? AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?) "
        f"AND {di_sana} AND ({' OR '.join(bagian) or '1 = 0'})"
    )
    return sql, [lingkup.orang_id, hari.isoformat(), hari.isoformat(), *letak, *params]


def catatan_bawahan(lingkup: Lingkup, hari: date) -> tuple[str, list[Param]]:
    """On `kegiatan k`: of somebody else, where the person may read and is above the role its writer has there.

    The writer's assignment was in force on some day from the entry's own until today; an entry of the kecamatan is in
    the place of those who work in its villages.
    """
    di_sana, baca = syarat("k.desa", lingkup.baca)
    bagian, params = _peran("k.desa", lingkup, PENDAMPING)
    sql = (
        f"k.orang_id <> ? AND {di_sana} AND EXISTS (SELECT 1 FROM penugasan p WHERE p.orang_id = k.orang_id "
        "AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= k.tanggal) "
        "AND (k.desa || '.' LIKE p.wilayah || '.%' OR p.wilayah LIKE k.desa || '.%') "
        f"AND ({' OR '.join(bagian) or '1 = 0'}))"
    )
    return sql, [lingkup.orang_id, *baca, hari.isoformat(), *params]


def _peran(kolom: str, lingkup: Lingkup, peran: Iterable[str]) -> tuple[list[str], list[Param]]:
    """For each role of `p` that the person is above somewhere: that role, and `kolom` in one of those places."""
    bagian: list[str] = []
    params: list[Param] = []
    for satu in peran:
        if tempat := lingkup.bina(satu):
            di_sana, letak = syarat(kolom, tempat)
            bagian.append(f"(p.peran = ? AND {di_sana})")
            params += [satu, *letak]
    return bagian, params
