"""How a problem is spoken of: its number, who reported it, how it stands, until when."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.katalog.masalah import Tema, muat_masalah
from data.masalah import BARU, DITANGANI, DITARIK, DITERUSKAN, DITUTUP, PENDAMPING, SELESAI, Masalah
from data.orang import ADMIN
from data.orang import PENDAMPING as PERAN_PENDAMPING
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah

PENANGAN = (*PERAN_PENDAMPING, ADMIN)
NOMOR = re.compile(r"#?\b(A-\d{4}-\d{4,})", re.IGNORECASE)
MASALAH = Tombol("Masalah", perintah("masalah"))
LAPORAN = Tombol("Laporan saya", perintah("masalah"))
STATUS = {
    BARU: "belum ditangani",
    DITANGANI: "sedang ditangani",
    DITERUSKAN: "diteruskan",
    SELESAI: "selesai, menunggu kata pelapor",
    DITUTUP: "selesai",
    DITARIK: "ditarik",
}
TINGKAT = {
    "pld": "Pendamping Lokal Desa",
    "pd": "Pendamping Desa di kecamatan",
    "tapm_kab": "tenaga ahli di kabupaten",
    "tapm_prov": "tenaga ahli di provinsi",
}
TANPA_NAMA = "pelapor tanpa nama"


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"{nomor.upper()[:20]} belum ada dalam daftar Anda.", tombol=(MASALAH,))


def tanya_nomor() -> Question[str]:
    return Text("Masalah nomor berapa?", petunjuk="Contoh: A-2611-0004. Nomornya ada di /masalah.")


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    """What stands behind a command that is about one problem."""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def bernomor(teks: str) -> bool:
    return NOMOR.fullmatch(teks.strip()) is not None


def tema_dari(m: Masalah) -> Tema:
    return muat_masalah().ambil(m.tema)


def pelapor(m: Masalah) -> str:
    """Never anything of who wants to stay unnamed."""
    if m.anonim or not m.nama:
        return TANPA_NAMA
    return m.nama if m.asal == PENDAMPING else f"{m.nama} ({m.asal})"


def judul(m: Masalah) -> str:
    return f"Masalah {m.nomor}{' (rahasia)' if m.rahasia else ''}"


def sebut_tenggat(m: Masalah, hari_ini: date) -> str:
    """'27 November 2026 (3 hari lagi)'"""
    if m.tenggat is None:
        return "belum ditetapkan"
    hari = date.fromisoformat(m.tenggat)
    sisa = (hari - hari_ini).days
    jarak = "hari ini" if sisa == 0 else f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"
    return f"{ejaan_tanggal(hari, dengan_hari=False)} ({jarak})"


def jalur_aman(m: Masalah) -> str:
    """Where else one can turn at once; said with every secret one."""
    return "\n".join(f"• {j.nama}: {j.cara}" for j in map(muat_masalah().ambil_jalur, tema_dari(m).jalur[:2]))
