"""What was logged in the period and in the one before: three passes, counted by the same rules as a recap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from data.rekap.bagian import KECAMATAN
from data.rekap.catatan import KEC
from data.ringkasan.masa import BagianMasa
from data.store import Param, Tx

BANYAK = 5_000
"""People; of more the days of everybody are counted."""


@dataclass(frozen=True, slots=True)
class Tulisan:
    """Of one person in one kecamatan."""

    catatan: int
    kunjungan: int
    menit: int
    catatan_lalu: int


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """To one village: in the period, since when a visit counts for it not to be left alone, in the period before."""

    kini: int
    sejak: int
    lalu: int


@dataclass
class Isi:
    """Of one kecamatan."""

    orang: dict[int, Tulisan] = field(default_factory=dict)
    desa: dict[str, Kunjungan] = field(default_factory=dict)


def isi_masa(tx: Tx, b: BagianMasa) -> dict[str, Isi]:
    """By kecamatan."""
    hasil: dict[str, Isi] = defaultdict(Isi)
    _orang(tx, b, hasil)
    _desa(tx, b, hasil)
    return dict(hasil)


def _orang(tx: Tx, b: BagianMasa, hasil: dict[str, Isi]) -> None:
    di_sana, letak = b.tempat("k.desa")
    dari, sampai = b.senin.isoformat(), b.sampai.isoformat()
    rows = tx.all(
        f"SELECT {KEC} AS kec, k.orang_id, SUM(CASE WHEN k.tanggal >= ? THEN 1 ELSE 0 END) AS n, "
        f"SUM(CASE WHEN k.tanggal >= ? AND k.cara = 'desa' AND LENGTH(k.desa) > {KECAMATAN} THEN 1 ELSE 0 END) "
        "AS kunjungan, SUM(CASE WHEN k.tanggal >= ? THEN k.menit ELSE 0 END) AS menit, "
        "SUM(CASE WHEN k.tanggal <= ? THEN 1 ELSE 0 END) AS lalu "
        f"FROM kegiatan k WHERE k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {b.terpercaya} "
        f"GROUP BY {KEC}, k.orang_id",
        [dari, dari, dari, b.sampai_lalu.isoformat(), b.senin_lalu.isoformat(), sampai, *letak],
    )
    for row in rows:
        if b.mau(row["kec"]):
            hasil[row["kec"]].orang[int(row["orang_id"])] = Tulisan(
                int(row["n"]), int(row["kunjungan"]), int(row["menit"]), int(row["lalu"])
            )


def _desa(tx: Tx, b: BagianMasa, hasil: dict[str, Isi]) -> None:
    di_sana, letak = b.tempat("k.desa")
    rows = tx.all(
        "SELECT k.desa, SUM(CASE WHEN k.tanggal >= ? THEN 1 ELSE 0 END) AS kini, "
        "SUM(CASE WHEN k.tanggal >= ? THEN 1 ELSE 0 END) AS sejak, "
        "SUM(CASE WHEN k.tanggal BETWEEN ? AND ? THEN 1 ELSE 0 END) AS lalu "
        f"FROM kegiatan k WHERE k.dihapus IS NULL AND k.cara = 'desa' AND LENGTH(k.desa) > {KECAMATAN} "
        f"AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {b.terpercaya} GROUP BY k.desa",
        [
            b.senin.isoformat(), b.sejak_kunjungan.isoformat(), b.senin_lalu.isoformat(), b.sampai_lalu.isoformat(),
            min(b.sejak_kunjungan, b.senin_lalu).isoformat(), b.sampai.isoformat(), *letak,
        ],
    )  # fmt: skip
    for row in rows:
        if b.mau(kec := row["desa"][:KECAMATAN]):
            hasil[kec].desa[row["desa"]] = Kunjungan(int(row["kini"]), int(row["sejak"]), int(row["lalu"]))


def hari_berisi(tx: Tx, b: BagianMasa, orang: Collection[int]) -> dict[int, int]:
    """Days with an entry of each of these people, wherever it is about: who works in two places is one person."""
    params: list[Param] = [b.senin.isoformat(), b.sampai.isoformat()]
    milik = ""
    if len(orang) <= BANYAK:
        milik = f" AND orang_id IN ({', '.join('?' * len(orang)) or '0'})"
        params += sorted(orang)
    rows = tx.all(
        "SELECT orang_id, COUNT(DISTINCT tanggal) AS hari FROM kegiatan WHERE dihapus IS NULL "
        f"AND tanggal BETWEEN ? AND ?{milik} GROUP BY orang_id",
        params,
    )
    return {int(row["orang_id"]): int(row["hari"]) for row in rows}
