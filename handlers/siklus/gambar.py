"""Several villages' papers of a year as one picture for a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.desa import Desa
from data.katalog.sebutan import sebutan
from data.siklus import DOKUMEN, PERDES, TAHAP
from data.wilayah import Wilayah, dari_kode
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_tempat
from handlers.siklus.sebut import SINGKAT
from handlers.siklus.sebut import TAHAP as SEBUT_TAHAP

SEMUA = "semua"
"""In place of a code: all villages that the person may read."""
KETAJAMAN = ((40, 144), (70, 108))
"""Up to so many villages so many dots an inch: the picture stays below 100 KB, which somebody's own credit pays for."""
TERENDAH = 90
MUAT = 120
"""Villages that one picture takes; no kecamatan has more."""


def siklus_png(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode (a kecamatan's, or `SEMUA`), tahun."""
    from handlers.cetak.mesin import cetak_png  # a typesetter that only those who ask for a picture should load

    isi = isi_gambar(desa, str(bahan["kode"]), int(bahan["tahun"]), hari_ini)
    return cetak_png("siklus", isi, ketajaman(len(isi["baris"])))


def ketajaman(banyak: int) -> int:
    return next((dpi for batas, dpi in KETAJAMAN if banyak <= batas), TERENDAH)


def isi_gambar(desa: Desa, kode: str, tahun: int, hari_ini: date) -> dict[str, Any]:
    semua = desa.wilayah.di_bawah(desa.lingkup.baca if kode == SEMUA else [kode])[:MUAT]
    papan = desa.siklus.papan_banyak([w.kode for w in semua], tahun)
    terbaca = [w for w in semua if w.kode in papan]
    kata = sebutan(terbaca[0].kode).desa if terbaca else "desa"
    return {
        "judul": f"Siklus {tahun}",
        "tempat": sebut_semua(kode, terbaca, desa),
        "dibuat": f"Dibuat {ejaan_tanggal(hari_ini, False)}",
        "jumlah": f"Perdes, dari {len(terbaca)} {kata}",
        "kolom": [{"nama": SINGKAT[d], "perdes": sum(p[d].tahap == PERDES for p in papan.values())} for d in DOKUMEN],
        "baris": [{"nama": sebaris(w.nama, 32), "tahap": [papan[w.kode][d].tahap for d in DOKUMEN]} for w in terbaca],
        "ket": [{"tahap": t, "kata": SEBUT_TAHAP[t]} for t in TAHAP],
    }


def sebut_semua(kode: str, semua: Sequence[Wilayah], desa: Desa) -> str:
    """'Kecamatan Cibeber', '4 desa di Kecamatan Cibeber', '7 desa'."""
    di = desa.wilayah.ambil(kode) or dari_kode(kode)
    if di:
        return sebut_tempat(di)
    kecamatan = desa.wilayah.kecamatan_dari(semua)
    kata = sebutan(semua[0].kode).desa if semua else "desa"
    return f"{len(semua)} {kata}{f' di {sebut_tempat(kecamatan[0])}' if len(kecamatan) == 1 else ''}"
