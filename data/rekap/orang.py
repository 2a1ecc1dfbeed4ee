"""Who works in a kecamatan and which villages they serve, by the confirmed assignments in force on the last day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from data.orang import PD, PLD, TEKNIS
from data.rekap.bagian import KECAMATAN, Bagian
from data.store import Tx

DITUNGGU = (PLD, PD, TEKNIS)
"""Roles whose people log in a kecamatan; those above come and go."""


@dataclass
class Tim:
    """Of one kecamatan."""

    orang: dict[int, str] = field(default_factory=dict)
    """Names by id."""
    sejak: dict[str, str] = field(default_factory=dict)
    """Place, a village or all of the kecamatan: the first day that somebody in force has served it."""


@dataclass(frozen=True)
class Orangnya:
    tim: dict[str, Tim]
    cuti: frozenset[int]
    """On leave on some day of the week."""
    di: dict[int, tuple[str, ...]]
    """Person: their kecamatan."""


def orang_tim(tx: Tx, b: Bagian) -> Orangnya:
    di_sana, letak = b.tempat("p.wilayah")
    hari = b.sampai.isoformat()
    rows = tx.all(
        "SELECT p.orang_id, o.nama, p.wilayah, p.dari FROM penugasan p JOIN orang o ON o.id = p.orang_id "
        f"WHERE p.disahkan = 1 AND p.peran IN ({', '.join('?' * len(DITUNGGU))}) AND p.dari <= ? "
        f"AND (p.sampai IS NULL OR p.sampai >= ?) AND {di_sana}",
        [*DITUNGGU, hari, hari, *letak],
    )
    tim: dict[str, Tim] = defaultdict(Tim)
    di: dict[int, tuple[str, ...]] = {}
    for row in rows:
        if not b.mau(kec := row["wilayah"][:KECAMATAN]):
            continue
        id_, wilayah = int(row["orang_id"]), row["wilayah"]
        satu = tim[kec]
        satu.orang[id_] = row["nama"]
        satu.sejak[wilayah] = min(row["dari"], satu.sejak.get(wilayah, row["dari"]))
        if kec not in di.get(id_, ()):
            di[id_] = (*di.get(id_, ()), kec)
    return Orangnya(dict(tim), _cuti(tx, b), di)


def _cuti(tx: Tx, b: Bagian) -> frozenset[int]:
    rows = tx.all(
        "SELECT DISTINCT orang_id FROM cuti WHERE dibatalkan IS NULL AND dari <= ? AND sampai >= ?",
        (b.sampai.isoformat(), b.senin.isoformat()),
    )
    return frozenset(int(row["orang_id"]) for row in rows)


def nama_tempat(tx: Tx, b: Bagian) -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Names of known kecamatan by code, and (code, name) of their known villages, by kecamatan."""
    di_sana, letak = b.tempat("kode")
    nama: dict[str, str] = {}
    desa: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in tx.all(f"SELECT kode, nama FROM wilayah WHERE LENGTH(kode) >= {KECAMATAN} AND {di_sana}", letak):
        kode = row["kode"]
        if len(kode) == KECAMATAN:
            nama[kode] = row["nama"]
        elif b.mau(kode[:KECAMATAN]):
            desa[kode[:KECAMATAN]].append((kode, row["nama"]))
    return nama, dict(desa)
