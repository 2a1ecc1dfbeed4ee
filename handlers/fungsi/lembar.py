"""Every step of every village as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.fungsi import langkah
from data.wilayah import Wilayah
from handlers.fungsi.sebut import SEBUT, sebut_fungsi
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai
from handlers.siklus.gambar import SEMUA

KOLOM = (
    Kolom("Kode desa", 15),
    Kolom("Kecamatan", 20),
    Kolom("Desa", 22),
    Kolom("Fungsi", 26),
    Kolom("Langkah", 9, arti="Nomor langkah menurut sumbernya; yang ditulis dua kali digabung."),
    Kolom("Isi langkah", 50),
    Kolom("Keadaan", 12, arti="Selesai, berjalan, atau belum, seperti ditandai pendamping desa itu."),
    Kolom("Tanggal", 14, "tanggal", "Tanggal keadaan itu, kalau ditulis."),
    Kolom("Bukti", 32, arti="Nomor catatan, musdes, keputusan, atau dokumen, seperti ditulis."),
    Kolom("Catatan", 40),
    Kolom("Ditandai oleh", 24),
    Kolom("Ditandai pada", 18, "waktu"),
)
TENTANG = "Sembilan fungsi menurut artikel yang beredar di kalangan pendamping; artikelnya tidak menyebut dasar hukum."


def fungsi_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode (a place's, or `SEMUA`)."""
    kode = str(bahan["kode"])
    semua = desa.wilayah.di_bawah(desa.lingkup.baca if kode == SEMUA else [kode])
    return buat_xlsx([Lembar("Langkah kerja", KOLOM, _baris(desa, semua), TENTANG)], hari=hari_ini)


def _baris(desa: Desa, semua: list[Wilayah]) -> Iterator[tuple[Nilai, ...]]:
    papan = desa.fungsi.papan_banyak([w.kode for w in semua])
    for w in semua:
        for i in langkah() if w.kode in papan else ():
            satu = papan[w.kode][i.kode]
            pada = datetime.fromtimestamp(satu.diubah, UTC).astimezone(ZoneInfo(w.zona)) if satu.diubah else None
            yield (
                w.kode, w.kecamatan, w.nama, sebut_fungsi(i.induk or ""), i.kode, i.nama,
                SEBUT[satu.keadaan], satu.tanggal, satu.bukti, satu.catatan, satu.nama, pada,
            )  # fmt: skip
