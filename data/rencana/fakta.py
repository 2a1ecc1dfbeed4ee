"""What a starter plan is fitted to: a village's registers, else what was answered before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from data.store import Tx

BUMDES, BLT, INDEKS = "bumdes", "blt", "indeks"
FAKTA = (BUMDES, BLT, INDEKS)
BELUM_ADA, BUKAN_HUKUM, TIDAK_AKTIF, AKTIF = "belum_ada", "bukan_hukum", "tidak_aktif", "aktif"
ADA, TIDAK, ENTAH = "ada", "tidak", "entah"
TERTINGGAL = ("berkembang", "tertinggal", "sangat_tertinggal")
"""Below *maju*: poor groups are planned for by name."""
LANGKAH_HUKUM = 8
"""The step of data/katalog/bumdes.toml at which a BUM Desa is a legal body."""


def fakta_desa(tx: Tx, desa: str, tahun: int) -> dict[str, str]:
    """What the registers say; what they do not say is not in it."""
    hasil: dict[str, str] = {}
    if row := tx.one("SELECT nama, langkah, aktif FROM bumdes WHERE desa = ?", (desa,)):
        hasil |= _bumdes(row["nama"], int(row["langkah"]), row["aktif"])
    sql = "SELECT keluarga FROM blt WHERE desa = ? AND tahun <= ? AND tahun >= ? ORDER BY tahun DESC LIMIT 1"
    if row := tx.one(sql, (desa, tahun, tahun - 1)):
        hasil[BLT] = ADA if row["keluarga"] else TIDAK
    sql = "SELECT status FROM indeks_desa WHERE desa = ? AND tahun <= ? ORDER BY tahun DESC LIMIT 1"
    if row := tx.one(sql, (desa, tahun)):
        hasil[INDEKS] = row["status"]
    return hasil


def fakta_dijawab(tx: Tx, desa: str, orang_id: int, tahun: int) -> dict[str, str]:
    """What the same person answered for a plan of this village, this year's or the last: not asked again."""
    rows = tx.all(
        "SELECT fakta FROM rencana WHERE desa = ? AND orang_id = ? AND tahun BETWEEN ? AND ? ORDER BY tahun, id",
        (desa, orang_id, tahun - 1, tahun),
    )
    hasil: dict[str, str] = {}
    for row in rows:
        isi = msgspec.json.decode(row["fakta"], type=dict[str, Any])
        hasil |= {k: str(v) for k, v in isi.items() if k in FAKTA and v != ENTAH}
    return hasil


def _bumdes(nama: str, langkah: int, aktif: str) -> dict[str, str]:
    """Nothing where it is a legal body and nobody has said whether it works."""
    if aktif == "tidak" or (aktif == "belum_usaha" and langkah >= LANGKAH_HUKUM):
        return {BUMDES: TIDAK_AKTIF}
    if langkah < LANGKAH_HUKUM:
        return {BUMDES: BUKAN_HUKUM if nama or langkah or aktif else BELUM_ADA}
    return {BUMDES: AKTIF} if aktif else {}


def syarat(fakta: Mapping[str, str]) -> frozenset[str]:
    """The conditions of data/katalog/rencana.toml that hold; what nobody knows opens none."""
    hasil = {"selalu"}
    if (bumdes := fakta.get(BUMDES, ENTAH)) != ENTAH:
        hasil.add(f"bumdes_{bumdes}")
    if fakta.get(BLT) == ADA:
        hasil.add("blt")
    if fakta.get(INDEKS) in TERTINGGAL:
        hasil.add("tertinggal")
    return frozenset(hasil)
