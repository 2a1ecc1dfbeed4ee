"""All BUM Desa and KDMP of a place as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from data.desa import Desa
from data.katalog.bumdes import muat_bumdes
from data.wilayah import Wilayah
from handlers.bumdes.bidang import AKTIF
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai

BUMDES = (
    Kolom("Kode desa", 15, "teks", "Kode wilayah Kemendagri."),
    Kolom("Kecamatan", 20),
    Kolom("Desa", 22),
    Kolom("Nama BUM Desa", 28),
    Kolom("Langkah", 9, "angka", "Langkah badan hukum, 0 sampai 8; kosong bila belum tercatat."),
    Kolom("Nama langkah", 26),
    Kolom("Sejak", 14, "tanggal", "Tanggal langkah itu tercapai."),
    Kolom("Nama berlaku sampai", 16, "tanggal", "40 hari kerja sejak nama disetujui, selama belum dipakai."),
    Kolom("Keadaan", 18, "teks", "Aktif, tidak aktif, atau belum ada usaha."),
    Kolom("Unit usaha", 34),
    Kolom("Modal desa", 18, "uang", "Modal dari desa sampai sekarang."),
    Kolom("Direktur", 10, "ya"),
    Kolom("Laporan keuangan", 16, "tanggal", "Tanggal laporan keuangan terakhir."),
    Kolom("Nomor sertifikat", 24),
    Kolom("Tanggal sertifikat", 16, "tanggal"),
    Kolom("Hambatan", 40),
)
KDMP = (
    *BUMDES[:3],
    Kolom("Nama koperasi", 28),
    Kolom("Musdesus", 14, "tanggal"),
    Kolom("Nomor badan hukum", 24),
    Kolom("Tanggal badan hukum", 16, "tanggal"),
    Kolom("Pengurus", 10, "angka", "Orang."),
    Kolom("Gerai", 34),
    Kolom("Gedung", 10, "angka", "Persen yang sudah terbangun."),
    Kolom("Pinjaman", 18, "uang"),
    Kolom("Hambatan", 40),
)


def bumdes_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode, of a place; '' is all that the person may read."""
    kode = str(bahan["kode"])
    di_sana = desa.wilayah.di_bawah([kode] if kode else desa.lingkup.baca)
    semua = [w for w in di_sana if desa.lingkup.boleh_baca(w.kode)]
    return buat_xlsx(
        [
            Lembar("BUM Desa", BUMDES, baris_bumdes(desa, semua), "Semua desa di wilayah yang diminta."),
            Lembar("KDMP", KDMP, baris_kdmp(desa, semua), "Semua desa di wilayah yang diminta."),
        ],
        hari=hari_ini,
    )


def baris_bumdes(desa: Desa, semua: list[Wilayah]) -> Iterator[tuple[Nilai, ...]]:
    kartu = desa.bumdes.banyak([w.kode for w in semua])
    for w in semua:
        b = kartu[w.kode]
        sisa = desa.bumdes.sisa_nama(b)
        tercatat = bool(b.diubah)
        yield (
            w.kode, w.kecamatan, w.nama, b.nama, b.langkah if tercatat else None,
            muat_bumdes().ambil(b.langkah).nama if tercatat else "belum tercatat", b.langkah_tanggal,
            sisa.sampai if sisa else None, AKTIF.get(b.aktif, ""), b.unit, b.modal,
            None if b.direktur is None else bool(b.direktur), b.laporan, b.sertifikat, b.sertifikat_tanggal, b.hambatan,
        )  # fmt: skip


def baris_kdmp(desa: Desa, semua: list[Wilayah]) -> Iterator[tuple[Nilai, ...]]:
    kartu = desa.kdmp.banyak([w.kode for w in semua])
    for w in semua:
        k = kartu[w.kode]
        yield (
            w.kode, w.kecamatan, w.nama, k.nama, k.musdesus, k.badan_hukum, k.badan_hukum_tanggal, k.pengurus,
            k.gerai, k.gedung, k.pinjaman, k.hambatan,
        )  # fmt: skip
