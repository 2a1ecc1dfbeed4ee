"""Files made from what is stored: a recipe's name and its ingredients, since a message waits in the outbox as text.

Made by the sender, outside the turn: nobody else waits for a workbook.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from data.desa import Desa
from handlers.bergabung.tautan_undangan import qr_png
from handlers.blt.lembar_blt import blt_xlsx
from handlers.bumdes.lembar_bumdes import bumdes_xlsx
from handlers.camat.resep import camat_docx, camat_pdf
from handlers.catatan.drp import rekap, sebut_kosong
from handlers.catatan.drp_tanda import BELUM, BERUBAH, SUDAH, BarisSalin
from handlers.catatan.riwayat import sebut_bulan
from handlers.desa_ini.profil import profil_pdf
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.diri.ekspor import datasaya_json, datasaya_xlsx
from handlers.evkin.halaman import evkin_pdf
from handlers.fungsi.gambar import fungsi_png
from handlers.fungsi.lembar import fungsi_xlsx
from handlers.indikator.lembar import indikator_xlsx
from handlers.kader.lembar import kader_xlsx
from handlers.kemandirian.lembar import kemandirian_xlsx
from handlers.kerja.berkas import kerja_berkas
from handlers.kertas.resep import musdes_docx, musdes_pdf
from handlers.laporan.berkas import sppd_docx, sppd_pdf
from handlers.laporan.contoh import laporan_bidang_docx, laporan_templat_docx
from handlers.masalah.xlsx import masalah_xlsx
from handlers.register.xlsx import register_xlsx
from handlers.rekap.gambar import rekap_png
from handlers.rencana.berkas import rencana_pdf, rencana_xlsx
from handlers.siaran.foto import siaran_jpg
from handlers.siklus.gambar import siklus_png

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Bahan = Mapping[str, str | int]
KOLOM = (
    ("No", 5),
    ("Tanggal", 11),
    ("Waktu", 14),
    ("Durasi", 18),
    ("Jenis kegiatan", 30),
    ("Lokasi", 42),
    ("Deskripsi", 80),
    ("Sudah disalin", 22),
)


DISALIN = {BELUM: "belum", SUDAH: "ya", BERUBAH: "berubah sejak disalin"}


def drp_xlsx(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: bulan '2026-11'. Sheets: Ringkasan, Aktivitas, Kunjungan lapangan."""
    import xlsxwriter  # 0.15 s that only those who ask for a workbook should pay

    r = rekap(desa, date.fromisoformat(f"{bahan['bulan']}-01"), hari_ini)
    isi = io.BytesIO()
    # strings_to_*: what people typed stays text; a cell that begins with "=" must never become a formula
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(isi, pilihan) as buku:
        tebal = buku.add_format({"bold": True, "bottom": 1})
        lipat = buku.add_format({"text_wrap": True, "valign": "top"})
        lembar = buku.add_worksheet("Ringkasan")
        lembar.set_column(0, 0, 90)
        ringkasan = (
            f"DRP {sebut_bulan(r.bulan)}",
            f"Jam kerja: {ejaan_durasi(r.menit)}",
            f"Hari kerja terisi: {r.hari_kerja}",
            f"Aktivitas: {len(r.aktivitas)}; kunjungan lapangan: {len(r.kunjungan)}",
            sebut_kosong(r, hari_ini),
            "Jenis kegiatan adalah usulan: cocokkan dengan pilihan di DRP sebelum disalin.",
        )
        for n, teks in enumerate(ringkasan):
            lembar.write_string(n, 0, teks, tebal if n == 0 else lipat)
        for nama, kunjungan in (("Aktivitas", False), ("Kunjungan lapangan", True)):
            baris = [b for b in r.salin if b.baris.kunjungan == kunjungan]
            _isi_lembar(buku.add_worksheet(nama), baris, tebal, lipat)
    return isi.getvalue()


def _isi_lembar(lembar: Worksheet, baris: list[BarisSalin], tebal: object, lipat: object) -> None:
    for n, (judul, lebar) in enumerate(KOLOM):
        lembar.set_column(n, n, lebar)
        lembar.write_string(0, n, judul, tebal)
    lembar.freeze_panes(1, 0)
    for n, satu in enumerate(baris, start=1):
        lembar.write_number(n, 0, n, lipat)
        b = satu.baris
        isi = (b.tanggal, b.waktu, b.durasi, b.jenis, b.lokasi, b.deskripsi, DISALIN[satu.keadaan])
        for kolom, teks in enumerate(isi, start=1):
            lembar.write_string(n, kolom, teks, lipat)


RESEP: dict[str, Callable[[Desa, Bahan, date], bytes]] = {
    "drp_xlsx": drp_xlsx,
    "profil_pdf": profil_pdf,
    "qr_png": qr_png,
    "rekap_png": rekap_png,
    "siaran_jpg": siaran_jpg,
    "siklus_png": siklus_png,
    "rencana_pdf": rencana_pdf,
    "rencana_xlsx": rencana_xlsx,
    "register_xlsx": register_xlsx,
    "kemandirian_xlsx": kemandirian_xlsx,
    "kader_xlsx": kader_xlsx,
    "evkin_pdf": evkin_pdf,
    "fungsi_png": fungsi_png,
    "fungsi_xlsx": fungsi_xlsx,
    "indikator_xlsx": indikator_xlsx,
    "blt_xlsx": blt_xlsx,
    "bumdes_xlsx": bumdes_xlsx,
    "masalah_xlsx": masalah_xlsx,
    "kerja": kerja_berkas,
    "datasaya_json": datasaya_json,
    "datasaya_xlsx": datasaya_xlsx,
    "camat_pdf": camat_pdf,
    "camat_docx": camat_docx,
    "musdes_pdf": musdes_pdf,
    "musdes_docx": musdes_docx,
    "sppd_docx": sppd_docx,
    "sppd_pdf": sppd_pdf,
    "laporan_templat_docx": laporan_templat_docx,
    "laporan_bidang_docx": laporan_bidang_docx,
}


def buat(resep: str, desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    return RESEP[resep](desa, bahan, hari_ini)
