"""How a decision is spoken of: its state, its day, its number."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.keputusan import BARU, BATAL, BERJALAN, DIBAWA, SELESAI, TERHAMBAT, Keputusan
from data.orang import ADMIN, CAMAT, KPMD, PENDAMPING
from data.wilayah import dari_kode
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

NOMOR = re.compile(r"#?\b(P-\d{4}-\d{4,})", re.IGNORECASE)
PEMBACA = (*PENDAMPING, KPMD, CAMAT, ADMIN)
SEBUT = {
    BARU: "belum mulai",
    BERJALAN: "berjalan",
    SELESAI: "selesai",
    TERHAMBAT: "terhambat",
    DIBAWA: "dibawa ke tahun depan",
    BATAL: "dibatalkan",
}
KE_PENERUS = "Dibawa ke P-"
"""How `KeputusanQ.tambah` tells of the one that carries it on."""
TANPA_BUKTI = "tanpa bukti"
TINDAK_LANJUT = Tombol("Tindak lanjut", perintah("tindaklanjut"))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Keputusan {nomor.upper()[:20]} belum ada dalam daftar Anda.", tombol=(TINDAK_LANJUT,))


def di_mana(kode: str, desa: Desa) -> str:
    """'Desa Sukamaju', 'Distrik Abepura'."""
    tempat = desa.wilayah.ambil(kode) or dari_kode(kode)
    return sebut_tempat(tempat) if tempat else kode


def tanya_nomor() -> Question[str]:
    return Text("Keputusan nomor berapa?", petunjuk="Contoh: P-2611-0012. Nomornya ada di tindak lanjut.")


def sebut_status(status: str, alasan: str, bukti: str) -> str:
    """'selesai (tanpa bukti)', 'terhambat (“Menunggu dana cair.”)', 'dibawa ke P-2611-0012'"""
    if status == DIBAWA and alasan.startswith(KE_PENERUS):
        return f"{alasan[0].lower()}{alasan[1:].rstrip('.')}"
    kurung = f"“{alasan}”" if alasan else ""
    if status == SELESAI and not kurung:
        kurung = "foto" if bukti else TANPA_BUKTI
    return f"{SEBUT[status]} ({kurung})" if kurung else SEBUT[status]


def jarak(k: Keputusan, hari_ini: date) -> str:
    """'lewat 3 hari', '14 hari lagi'; '' without a day."""
    if k.tenggat is None:
        return ""
    sisa = (date.fromisoformat(k.tenggat) - hari_ini).days
    return "hari ini" if sisa == 0 else f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"
