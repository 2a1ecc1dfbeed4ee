"""How things in registers are spoken of: number, state, place, day."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.katalog.register import JenisRegister
from data.orang import ADMIN, CAMAT, KPMD, PENDAMPING
from data.register import Register
from data.register.baca import jenis_dari
from data.wilayah import dari_kode
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

NOMOR = re.compile(r"#?\b([A-Z]{2}-\d{4}-\d{4,})", re.IGNORECASE)
PEMBACA = (*PENDAMPING, KPMD, CAMAT, ADMIN)
REGISTER = Tombol("Semua register", perintah("register"))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"{nomor.upper()[:20]} belum ada dalam daftar Anda.", tombol=(REGISTER,))


def tanya_nomor(apa: str) -> Question[str]:
    return Text(f"Nomor berapa yang {apa}?", petunjuk="Contoh: AL-2611-0003. Nomornya ada di daftarnya.")


def sebut_keadaan(jenis: JenisRegister, kode: str) -> str:
    """A state that the catalogue no longer has is told by its code."""
    satu = jenis.keadaan_dari(kode)
    return f"{satu.nama[0].lower()}{satu.nama[1:]}" if satu else kode.replace("_", " ")


def di_mana(kode: str, desa: Desa) -> str:
    tempat = desa.wilayah.ambil(kode) or dari_kode(kode)
    return sebut_tempat(tempat) if tempat else kode


def sebut_judul(r: Register) -> str:
    """'Aset AL-2611-0003'"""
    sebutan = jenis_dari(r.jenis).sebutan
    return f"{sebutan[0].upper()}{sebutan[1:]} {r.nomor}"


def jarak(r: Register, hari_ini: date) -> str:
    """'30 hari lagi', 'lewat 3 hari', of a term that runs out; else the day itself; '' without one."""
    if r.tanggal is None:
        return ""
    hari = date.fromisoformat(r.tanggal)
    if not jenis_dari(r.jenis).mendesak or r.ditutup is not None:
        return ejaan_pendek(hari) if hari.year == hari_ini.year else f"{hari:%d/%m/%Y}"
    sisa = (hari - hari_ini).days
    return "hari ini" if sisa == 0 else f"{sisa} hari lagi" if sisa > 0 else f"lewat {-sisa} hari"
