"""What the papers and steps are called, where one is."""

from __future__ import annotations

from datetime import date

from data.katalog.sebutan import sebutan
from data.siklus import APB, APBP, BELUM, LPJ, MUSDES, PERDES, PROSES, RKP, RPJM, Langkah
from handlers.dialog.baca.tanggal import BULAN

SINGKAT = {RPJM: "RPJM", RKP: "RKP", APB: "APB", APBP: "APB Perubahan", LPJ: "LPJ"}
TAHAP = {BELUM: "belum", PROSES: "proses", MUSDES: "musdes", PERDES: "Perdes"}
KET_TAHAP = {
    BELUM: "belum dimulai",
    PROSES: "sedang disusun",
    MUSDES: "sudah dimusyawarahkan",
    PERDES: "sudah ditetapkan",
}
TENGAH_TAHUN = 7
"""Month from which the papers of next year are worked at."""


def tahun_berjalan(hari_ini: date) -> int:
    """The year whose papers are being made: next year's from July on."""
    return hari_ini.year + (hari_ini.month >= TENGAH_TAHUN)


def sebut_dokumen(dokumen: str, kode: str) -> str:
    """'RKP Desa', 'APB Gampong', 'APB Nagari Perubahan'."""
    nama = sebutan(kode).desa.title() if kode.count(".") == 3 else "Desa"
    awal, _, akhir = SINGKAT[dokumen].partition(" ")
    return " ".join(satu for satu in (awal, "" if dokumen == LPJ else nama, akhir) if satu)


def sebut_langkah(satu: Langkah) -> str:
    """'Perdes 5 Tahun 2026, 20 September 2026'"""
    bagian = [f"{TAHAP[satu.tahap]} {satu.nomor}".strip()]
    if satu.tanggal:
        hari = date.fromisoformat(satu.tanggal)
        bagian.append(f"{hari.day} {BULAN[hari.month - 1]} {hari.year}")
    if satu.musdes:
        bagian.append(satu.musdes)
    return ", ".join(bagian)
