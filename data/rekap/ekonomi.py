"""BLT and BUM Desa of a week, by kecamatan: what was paid, which villages are late, which steps were moved."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from data.blt.terlambat import bulan_terlambat
from data.rekap.angka import BltRekap, GerakBumdes, TelatRekap
from data.rekap.bagian import KECAMATAN, Bagian
from data.store import Tx


@dataclass
class Ekonomi:
    """Of one kecamatan."""

    salur: BltRekap = field(default_factory=BltRekap)
    telat: list[TelatRekap] = field(default_factory=list)
    gerak: list[GerakBumdes] = field(default_factory=list)


def ekonomi(tx: Tx, b: Bagian, nama: dict[str, str]) -> dict[str, Ekonomi]:
    """`nama`: of villages by code. Three queries, and one more for each zone."""
    hasil: dict[str, Ekonomi] = defaultdict(Ekonomi)
    _salur(tx, b, hasil)
    for desa, bulan in bulan_terlambat(tx, b.sampai, b.letak("b.desa")).items():
        hasil[desa[:KECAMATAN]].telat.append(TelatRekap(desa, nama.get(desa, desa), bulan))
    for zona in b.per_zona():
        _gerak(tx, zona, nama, hasil)
    return {kec: satu for kec, satu in hasil.items() if b.mau(kec)}


def _salur(tx: Tx, b: Bagian, hasil: dict[str, Ekonomi]) -> None:
    """By the day on which it was handed over."""
    di_sana, letak = b.letak("s.desa")
    rows = tx.all(
        f"SELECT SUBSTR(s.desa, 1, {KECAMATAN}) AS kec, COUNT(*) AS kali, COUNT(DISTINCT s.desa) AS desa, "
        "SUM(s.keluarga) AS keluarga, SUM(s.rupiah) AS rupiah FROM blt_salur s WHERE s.dihapus IS NULL "
        f"AND s.tanggal BETWEEN ? AND ? AND {di_sana} GROUP BY SUBSTR(s.desa, 1, {KECAMATAN})",
        [b.senin.isoformat(), b.sampai.isoformat(), *letak],
    )
    for row in rows:
        isi = BltRekap(int(row["kali"]), int(row["desa"]), int(row["keluarga"]), int(row["rupiah"]))
        hasil[row["kec"]].salur = isi


def _gerak(tx: Tx, b: Bagian, nama: dict[str, str], hasil: dict[str, Ekonomi]) -> None:
    di_sana, letak = b.letak("g.desa")
    rows = tx.all(
        f"SELECT g.desa, g.langkah FROM bumdes_langkah g WHERE g.waktu >= ? AND g.waktu < ? AND {di_sana} "
        "ORDER BY g.id",
        [*b.detik, *letak],
    )
    akhir = {row["desa"]: int(row["langkah"]) for row in rows}  # the last step of each
    for desa in sorted(akhir):
        hasil[desa[:KECAMATAN]].gerak.append(GerakBumdes(nama.get(desa, desa), akhir[desa]))
