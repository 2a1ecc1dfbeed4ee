"""What was logged of one kecamatan in one month, by whom, of which kind, in which village.

Counted is what people wrote whom a level above has confirmed somewhere, as in a recap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from data.camat.isi import Hadirin, KegiatanCamat, MasalahCamat, OrangCamat
from data.camat.ruang import KECAMATAN, Ruang
from data.katalog.kegiatan import PILAR, muat_kegiatan
from data.masalah.isi import DIIKUTI, DITARIK
from data.orang import PD, PLD, TEKNIS
from data.store import Tx

PERAN = (PD, TEKNIS, PLD)
"""Who works in a kecamatan, in the order in which they are listed."""
SAH = "+k.orang_id IN (SELECT s.orang_id FROM penugasan s WHERE s.disahkan = 1)"  # the sign: by day, not by person
KUNJUNGAN = f"CASE WHEN k.cara = 'desa' AND LENGTH(k.desa) > {KECAMATAN} THEN 1 ELSE 0 END"


@dataclass(frozen=True, slots=True)
class Sel:
    """Entries of one kind in one place."""

    desa: str
    kegiatan: str
    catatan: int
    kunjungan: int
    hadirin: Hadirin


def sel_kegiatan(tx: Tx, r: Ruang) -> list[Sel]:
    di_sana, letak = r.tempat("k.desa")
    rows = tx.all(
        f"SELECT k.desa, k.kegiatan, COUNT(*) AS n, SUM({KUNJUNGAN}) AS kunjungan, "
        "SUM(COALESCE(k.peserta_l, 0)) AS laki, SUM(COALESCE(k.peserta_p, 0)) AS perempuan, "
        "SUM(CASE WHEN k.peserta_l IS NULL OR k.peserta_p IS NULL THEN COALESCE(k.peserta, 0) "
        "- COALESCE(k.peserta_l, 0) - COALESCE(k.peserta_p, 0) ELSE 0 END) AS lain "
        f"FROM kegiatan k WHERE k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {SAH} "
        "GROUP BY k.desa, k.kegiatan ORDER BY k.desa, k.kegiatan",
        [*r.hari, *letak],
    )
    return [
        Sel(
            row["desa"], row["kegiatan"], int(row["n"]), int(row["kunjungan"]),
            Hadirin(int(row["laki"]), int(row["perempuan"]), max(int(row["lain"]), 0)),
        )
        for row in rows
    ]  # fmt: skip


def jumlah_hadirin(semua: Iterable[Hadirin]) -> Hadirin:
    laki = perempuan = lain = 0
    for h in semua:
        laki, perempuan, lain = laki + h.laki, perempuan + h.perempuan, lain + h.tak_dirinci
    return Hadirin(laki, perempuan, lain)


def menurut_pilar(semua: list[Sel]) -> tuple[KegiatanCamat, ...]:
    """All four, also those of which there is nothing; '' only where the catalogue knows a kind no more."""
    pilar = {k.kode: k.pilar for k in muat_kegiatan().semua}
    isi: dict[str, list[Sel]] = {satu: [] for satu in PILAR}
    for satu in semua:
        isi.setdefault(pilar.get(satu.kegiatan, ""), []).append(satu)
    return tuple(_jumlah(kode, sel) for kode, sel in isi.items())


def menurut_jenis(semua: list[Sel]) -> tuple[KegiatanCamat, ...]:
    """In the order of the catalogue; those that it knows no more last."""
    urut = {k.kode: n for n, k in enumerate(muat_kegiatan().semua)}
    isi: dict[str, list[Sel]] = defaultdict(list)
    for satu in semua:
        isi[satu.kegiatan].append(satu)
    kode = sorted(isi, key=lambda k: (urut.get(k, len(urut)), k))
    return tuple(_jumlah(k, isi[k]) for k in kode)


def _jumlah(kode: str, sel: list[Sel]) -> KegiatanCamat:
    desa = {s.desa for s in sel if len(s.desa) > KECAMATAN}
    return KegiatanCamat(kode, sum(s.catatan for s in sel), len(desa), jumlah_hadirin(s.hadirin for s in sel))


# -- by whom ----------------------------------------------------------------------------------------------------------


def orang_bertugas(tx: Tx, r: Ruang) -> tuple[tuple[OrangCamat, ...], OrangCamat | None, int]:
    """Those with an assignment on any day of the month; all others who logged there, as one; how many those are."""
    tulisan = _tulisan(tx, r)
    di_sana, letak = r.tempat("p.wilayah")
    rows = tx.all(
        "SELECT p.orang_id, o.nama, p.peran, p.wilayah FROM penugasan p JOIN orang o ON o.id = p.orang_id "
        f"WHERE p.disahkan = 1 AND p.peran IN ({', '.join('?' * len(PERAN))}) AND p.dari <= ? "
        f"AND (p.sampai IS NULL OR p.sampai >= ?) AND {di_sana} ORDER BY p.orang_id, p.wilayah",
        [*PERAN, r.hari[1], r.hari[0], *letak],
    )
    peran: dict[int, str] = {}
    nama: dict[int, str] = {}
    desa: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows:
        id_ = int(row["orang_id"])
        nama[id_] = row["nama"]
        peran[id_] = min(row["peran"], peran.get(id_, row["peran"]), key=PERAN.index)
        if row["wilayah"] != r.kode:
            desa[id_][r.sebut(row["wilayah"])] = None
    urut = sorted(nama, key=lambda i: (PERAN.index(peran[i]), nama[i].lower(), i))
    orang = tuple(OrangCamat(i, nama[i], peran[i], tuple(desa[i]), *tulisan.pop(i, (0, 0, 0, 0))) for i in urut)
    if not tulisan:
        return orang, None, 0
    lain = [sum(satu) for satu in zip(*tulisan.values(), strict=True)]
    return orang, OrangCamat(0, "", "", (), *lain), len(tulisan)


def _tulisan(tx: Tx, r: Ruang) -> dict[int, tuple[int, int, int, int]]:
    """By person: entries, visits, days, minutes."""
    di_sana, letak = r.tempat("k.desa")
    rows = tx.all(
        f"SELECT k.orang_id, COUNT(*) AS n, SUM({KUNJUNGAN}) AS kunjungan, COUNT(DISTINCT k.tanggal) AS hari, "
        "SUM(k.menit) AS menit FROM kegiatan k WHERE k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? "
        f"AND {di_sana} AND {SAH} GROUP BY k.orang_id",
        [*r.hari, *letak],
    )
    return {
        int(row["orang_id"]): (int(row["n"]), int(row["kunjungan"]), int(row["hari"]), int(row["menit"]))
        for row in rows
    }


# -- problems that they tell of ---------------------------------------------------------------------------------------


def masalah_catatan(tx: Tx, r: Ruang) -> tuple[MasalahCamat, ...]:
    """Only what stands in entries, which the Camat reads as well; one that ever became a secret is left out."""
    di_sana, letak = r.tempat("k.desa")
    rows = tx.all(
        "SELECT k.tanggal, k.desa, k.masalah, k.tindak_lanjut, m.status FROM kegiatan k "
        "LEFT JOIN masalah m ON m.kegiatan_id = k.id "  # at most one
        f"WHERE k.dihapus IS NULL AND k.tanggal BETWEEN ? AND ? AND {di_sana} AND {SAH} "
        "AND COALESCE(k.masalah, '') <> '' AND COALESCE(m.rahasia, 0) = 0 ORDER BY k.tanggal, k.desa, k.id",
        [*r.hari, *letak],
    )
    return tuple(
        MasalahCamat(
            row["tanggal"], r.sebut(row["desa"]), row["masalah"], row["tindak_lanjut"] or "", _keadaan(row["status"])
        )
        for row in rows
    )


def _keadaan(status: str | None) -> str:
    if status in (None, DITARIK):
        return ""
    return "terbuka" if status in DIIKUTI else "selesai"
