"""/register_keadaan: closed, or opened again, with a reason; and states that need something to be known first."""

from __future__ import annotations

from typing import Any

from data.desa import Desa
from data.katalog.register import JenisRegister, Keadaan
from data.register import Register
from data.register.baca import jenis_dari
from handlers import isian
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.register.bidang import simpan
from handlers.register.kait import kait
from handlers.register.kartu import kartu
from handlers.register.pasang import pasang_keadaan
from handlers.register.sebut import NOMOR, PEMBACA, sebut_keadaan
from handlers.register.ubah import ambil, baca_nomor

TUTUP = ("Sudah selesai.", "Tidak berjalan lagi.", "Digabung dengan yang lain.")
BUKA = ("Berjalan lagi.", "Salah tutup.")


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'AL-2611-0003 hilang'"""
    baca_nomor(teks, d, desa)
    if bagian := d.keadaan.jawaban.pop("bagian", None):
        d.keadaan.jawaban["keadaan"] = bagian
    return False


@dialog(
    "register_keadaan",
    help="Tutup atau buka register",
    untuk=PEMBACA,
    menu=False,
    baca=_baca,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
    pengenal=frozenset({"nomor", "keadaan"}),
)
def register_keadaan(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("ditandai", d, desa)
    if isinstance(r, Kabar):
        return r
    jenis = jenis_dari(r.jenis)
    if d.keadaan.jawaban.get("keadaan") == r.keadaan:
        return Kabar(kartu(r, d, desa, f"Sudah tercatat: {sebut_keadaan(jenis, r.keadaan)}."))
    tuju = d.ask("keadaan", _tanya_keadaan(r, jenis))
    kurang = {
        b.kunci: d.ask(b.kunci, kait(r).tanya(r, b, "", d, desa), b.label) for b in desa.register.kurang(r, tuju.kode)
    }
    perlu_alasan = (tuju.tutup and not kurang) or r.ditutup is not None  # what was just told says why
    alasan = d.ask("alasan", _tanya_alasan(r, tuju)) if perlu_alasan else ""
    _lengkapi(r, jenis, kurang, desa)
    return Kabar(pasang_keadaan(r, tuju.kode, alasan, d, desa), f"{r.nomor} sudah ditulis {tuju.nama.lower()}.")


def _lengkapi(r: Register, jenis: JenisRegister, kurang: dict[str, Any], desa: Desa) -> None:
    foto = {b.kunci for b in jenis.bidang if b.jenis == "foto"}
    desa.register.ubah(r, {k: simpan(v) for k, v in kurang.items() if k not in foto})
    for kunci in foto & kurang.keys():
        desa.register.tambah_foto(r, isian.kolom_foto(kurang[kunci]))


def _tanya_keadaan(r: Register, jenis: JenisRegister) -> Question[Keadaan]:
    pilihan = [Pilihan(k.kode, k.nama, k) for k in jenis.berikut(r.keadaan)]
    kini = sebut_keadaan(jenis, r.keadaan)
    return Choice(f"{sebaris(r.judul, 80)}: bagaimana sekarang? Tertulis {kini}.", pilihan)


def _tanya_alasan(r: Register, tuju: Keadaan) -> Question[str]:
    usul = tuju.alasan or (TUTUP if tuju.tutup else BUKA)
    tanya = f"Ditulis {tuju.nama.lower()}. Apa alasannya?" if tuju.tutup else "Dibuka lagi. Apa alasannya?"
    return Suggest(tanya, petunjuk=f"Contoh: {usul[0]}", maksimal=300, usul=usul)
