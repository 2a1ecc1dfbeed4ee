"""Sheets whose columns are those of smaller workbooks: problems, BLT, BUM Desa, self-reliance; and the cycle."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from data.desa import Desa
from data.orang import ZONA_AWAL, tanggal_lokal
from data.unduh import Saring
from data.wilayah import Wilayah
from handlers.blt.lembar_blt import BAYAR, UBAH
from handlers.blt.sebut import SEBAB, rentang_bulan
from handlers.bumdes.lembar_bumdes import baris_bumdes, baris_kdmp
from handlers.kemandirian.lembar import baris_indeks, baris_kemandirian
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.masalah.xlsx import baris_masalah
from handlers.siklus.sebut import SINGKAT, TAHAP
from handlers.unduh.tempat_baris import TEMPAT, Peta

TAHUN = Kolom("Tahun", 8, "teks", "Tahun anggarannya.")
BLT = (
    *TEMPAT,
    TAHUN,
    Kolom("Ditetapkan", 12, "angka", "Keluarga penerima (KPM BLT) pada penetapan."),
    Kolom("Sekarang", 12, "angka", "Sesudah perubahan: pindah, meninggal, sudah mampu, keluarga baru."),
    Kolom("Sebulan", 16, "uang", "Rupiah sebulan untuk satu keluarga."),
    Kolom("Bulan", 22, "teks", "Bulan-bulan yang akan dibayar menurut penetapan."),
    Kolom("Musdes", 14, "tanggal"),
    Kolom("SK atau Perkades", 26),
    Kolom("Tanggal SK", 14, "tanggal"),
)
SALUR = (BAYAR[3], *TEMPAT, TAHUN, *BAYAR[4:])
PERUBAHAN = (*TEMPAT, TAHUN, *UBAH[3:])
SIKLUS = (
    *TEMPAT,
    Kolom("Tahun", 8, "teks", "Tahun dokumennya; RPJM: tahun pertamanya."),
    Kolom("Dokumen", 16, "teks", f"Salah satu: {', '.join(SINGKAT.values())}."),
    Kolom("Tahap", 12, "teks", f"Pada hari berkas ini dibuat. Salah satu: {', '.join(TAHAP.values())}."),
    Kolom("Nomor Perdes", 26, "teks", "Seperti ditulis."),
    Kolom("Tanggal", 13, "tanggal", "Tanggal langkah itu."),
    Kolom("Musyawarah", 14, "teks", "Nomor musyawarah yang menggerakkannya."),
    Kolom("Dicatat", 13, "tanggal"),
)


def masalah(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    for b in desa.unduh.masalah(s):
        yield baris_masalah(b.masalah, b.pj)


def blt(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for b in desa.unduh.blt(s):
        tiap = (b.bulanan, rentang_bulan(b.dari, b.sampai)) if b.keluarga else (None, None)
        hari = (b.musdes_tanggal, b.sk, b.sk_tanggal)
        yield [*peta.sel(b.desa), str(b.tahun), b.keluarga, b.kini, *tiap, *hari]


def salur(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for b, bulanan in desa.unduh.salur(s):
        yield [
            b.nomor, *peta.sel(b.desa), str(b.tahun), rentang_bulan(b.dari, b.sampai), b.tanggal, b.keluarga, b.rupiah,
            None if bulanan is None else b.harusnya(bulanan), b.alasan, b.nama,
        ]  # fmt: skip


def perubahan(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for b in desa.unduh.blt_ubah(s):
        apa = (SEBAB.get(b.sebab, b.sebab), b.keluarga, b.catatan)
        yield [*peta.sel(b.desa), str(b.tahun), b.tanggal, *apa]


def bumdes(desa: Desa, s: Saring) -> Iterator[tuple[Nilai, ...]]:
    return _kartu("bumdes", baris_bumdes, desa, s)


def kdmp(desa: Desa, s: Saring) -> Iterator[tuple[Nilai, ...]]:
    return _kartu("kdmp", baris_kdmp, desa, s)


def _kartu(
    apa: str, baris: Callable[[Desa, list[Wilayah]], Iterator[tuple[Nilai, ...]]], desa: Desa, s: Saring
) -> Iterator[tuple[Nilai, ...]]:
    """Villages of which nothing was written down are not in it."""
    peta = Peta(desa)
    for kode in desa.unduh.desa(apa, s):
        yield from baris(desa, [w for satu in kode if (w := peta.ambil(satu))])


def kemandirian(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    for k in desa.unduh.kemandirian(s):
        yield baris_kemandirian(k, desa)


def indeks(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    for satu in desa.unduh.indeks(s):
        yield baris_indeks(satu, desa)


def siklus(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for b in desa.unduh.siklus(s):
        w = peta.ambil(b.desa)
        hari = tanggal_lokal(b.diubah, w.zona if w else ZONA_AWAL)
        apa = (SINGKAT.get(b.dokumen, b.dokumen), TAHAP.get(b.tahap, b.tahap))
        yield [*peta.sel(b.desa), str(b.tahun), *apa, b.nomor, b.tanggal, b.musdes, hari]
