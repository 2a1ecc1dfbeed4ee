"""What was logged, of every kecamatan at once: a few passes over the index on the day (`kegiatan_tanggal`).

Counted is what people wrote whom a level above has confirmed somewhere: nobody's own word reaches a group.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from data.katalog.kegiatan import muat_kegiatan
from data.rekap.angka import TEMA, TERATAS, TemaRekap
from data.rekap.bagian import KECAMATAN, Bagian
from data.store import Tx

KEC = f"SUBSTR(k.desa, 1, {KECAMATAN})"


@dataclass(frozen=True, slots=True)
class Tulisan:
    """What one person wrote of one kecamatan: entries, minutes and days, and those of the week before."""

    catatan: int
    menit: int
    hari: int
    catatan_lalu: int
    menit_lalu: int


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """Visits to one village: this week, in 14 days, and in the week before."""

    kini: int
    terakhir: int
    lalu: int


@dataclass
class Isi:
    """Of one kecamatan."""

    orang: dict[int, Tulisan] = field(default_factory=dict)
    kegiatan: list[tuple[str, int]] = field(default_factory=list)
    desa: dict[str, Kunjungan] = field(default_factory=dict)
    tema: dict[str, TemaRekap] = field(default_factory=dict)


def isi_catatan(tx: Tx, b: Bagian) -> dict[str, Isi]:
    """By kecamatan, those of which anything was logged."""
    hasil: dict[str, Isi] = defaultdict(Isi)
    _orang(tx, b, hasil)
    _kegiatan(tx, b, hasil)
    _kunjungan(tx, b, hasil)
    _tema(tx, b, hasil)
    return dict(hasil)


def _orang(tx: Tx, b: Bagian, hasil: dict[str, Isi]) -> None:
    di_sana, letak = b.tempat("k.desa")
    senin, sampai, lalu = b.senin.isoformat(), b.sampai.isoformat(), b.sampai_lalu.isoformat()
    rows = tx.all(
        f"SELECT {KEC} AS kec, k.orang_id, SUM(CASE WHEN k.tanggal >= ? THEN 1 ELSE 0 END) AS n, "
        "SUM(CASE WHEN k.tanggal >= ? THEN k.menit ELSE 0 END) AS menit, "
        "COUNT(DISTINCT CASE WHEN k.tanggal >= ? THEN k.tanggal END) AS hari, "
        "SUM(CASE WHEN k.tanggal <= ? THEN 1 ELSE 0 END) AS n_lalu, "
        "SUM(CASE WHEN k.tanggal <= ? THEN k.menit ELSE 0 END) AS menit_lalu "
        f"FROM kegiatan k WHERE k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {b.terpercaya} "
        f"GROUP BY k.orang_id, {KEC}",
        [senin, senin, senin, lalu, lalu, b.senin_lalu.isoformat(), sampai, *letak],
    )
    for row in rows:
        if b.mau(row["kec"]):
            hasil[row["kec"]].orang[int(row["orang_id"])] = Tulisan(
                int(row["n"]), int(row["menit"]), int(row["hari"]), int(row["n_lalu"]), int(row["menit_lalu"])
            )


def _kegiatan(tx: Tx, b: Bagian, hasil: dict[str, Isi]) -> None:
    di_sana, letak = b.tempat("k.desa")
    rows = tx.all(
        f"SELECT {KEC} AS kec, k.kegiatan, COUNT(*) AS n FROM kegiatan k WHERE k.dihapus IS NULL "
        f"AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {b.terpercaya} GROUP BY {KEC}, k.kegiatan",
        [b.senin.isoformat(), b.sampai.isoformat(), *letak],
    )
    for row in rows:
        if b.mau(row["kec"]):
            hasil[row["kec"]].kegiatan.append((row["kegiatan"], int(row["n"])))


def _kunjungan(tx: Tx, b: Bagian, hasil: dict[str, Isi]) -> None:
    """An entry of the kecamatan itself is work for it, and no visit to a village."""
    di_sana, letak = b.tempat("k.desa")
    rows = tx.all(
        "SELECT k.desa, SUM(CASE WHEN k.tanggal >= ? THEN 1 ELSE 0 END) AS kini, "
        "SUM(CASE WHEN k.tanggal BETWEEN ? AND ? THEN 1 ELSE 0 END) AS lalu, COUNT(*) AS semua "
        f"FROM kegiatan k WHERE k.dihapus IS NULL AND k.cara = 'desa' AND LENGTH(k.desa) > {KECAMATAN} "
        f"AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {b.terpercaya} GROUP BY k.desa",
        [
            b.senin.isoformat(), b.senin_lalu.isoformat(), b.sampai_lalu.isoformat(),
            b.terlama.isoformat(), b.sampai.isoformat(), *letak,
        ],
    )  # fmt: skip
    for row in rows:
        if b.mau(kec := row["desa"][:KECAMATAN]):
            hasil[kec].desa[row["desa"]] = Kunjungan(int(row["kini"]), int(row["semua"]), int(row["lalu"]))


def _tema(tx: Tx, b: Bagian, hasil: dict[str, Isi]) -> None:
    kode = {satu: tema for tema, semua in TEMA.items() for satu in semua}
    di_sana, letak = b.tempat("k.desa")
    rows = tx.all(
        "SELECT k.desa, k.kegiatan, COUNT(*) AS n FROM kegiatan k WHERE k.dihapus IS NULL "
        f"AND k.tanggal BETWEEN ? AND ? AND k.kegiatan IN ({', '.join('?' * len(kode))}) AND {di_sana} "
        f"AND {b.terpercaya} GROUP BY k.desa, k.kegiatan",
        [b.senin.isoformat(), b.sampai.isoformat(), *kode, *letak],
    )
    kali: dict[tuple[str, str], int] = defaultdict(int)
    desa: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if b.mau(kec := row["desa"][:KECAMATAN]):
            kunci = kec, kode[row["kegiatan"]]
            kali[kunci] += int(row["n"])
            desa[kunci] |= {row["desa"]} if len(row["desa"]) > KECAMATAN else set()
    for (kec, tema), n in kali.items():
        hasil[kec].tema[tema] = TemaRekap(n, len(desa[kec, tema]))


def menurut_pilar(kegiatan: list[tuple[str, int]]) -> dict[str, int]:
    pilar = {k.kode: k.pilar for k in muat_kegiatan().semua}
    hasil: dict[str, int] = {}
    for kode, n in kegiatan:
        nama = pilar.get(kode, "")
        hasil[nama] = hasil.get(nama, 0) + n
    return hasil


def teratas(kegiatan: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(kegiatan, key=lambda satu: (-satu[1], satu[0]))[:TERATAS])
