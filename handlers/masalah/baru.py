"""/masalah_baru: a problem from one's own work, to be followed until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.desa import Desa
from data.katalog.masalah import muat_masalah
from data.masalah import PENDAMPING
from data.masalah.lapor import Laporan
from data.orang import PENDAMPING as PERAN
from data.wilayah import DESA, Wilayah
from handlers.catatan.nomor_catatan import NOMOR, tak_ketemu
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, default
from handlers.dialog.questions.text import bersih
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.masalah.cerita import PANJANG, Cerita, bercerita, mau_lapor
from handlers.masalah.kartu import kartu
from handlers.masalah.lapor import tanya_tema
from handlers.tanya.tanyakan import sebut_desa_lengkap

SUDAH = "Masalah di catatan itu sudah dipantau."


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    if len(teks) <= PANJANG and bercerita(teks):
        d.keadaan.jawaban["isi"] = bersih(teks)
    return False


@dialog(
    "masalah_baru",
    help="Catat masalah",
    untuk=PERAN,
    kata=("masalah baru", "catat masalah"),
    baca=_baca,
    kenali=mau_lapor,
    ketik=lambda sisa: False,
    menu=False,
)
def masalah_baru(d: Dialog, desa: Desa) -> Kabar:
    isi = d.ask("isi", Cerita("Ada masalah apa?"), "Masalah")
    dampingan = [w for w in desa.dampingan() if w.tingkat == DESA]
    kode = dampingan[0].kode if len(dampingan) == 1 else d.ask("desa", _tanya_desa(dampingan))
    tema = d.ask("tema", tanya_tema(isi))
    usul = desa.masalah.usul_tenggat(kode, tema, _peran(d))
    tenggat = d.ask("tenggat", default(Date("Paling lambat tanggal berapa?", arah="depan"), usul))
    d.review(_ringkasan(isi, kode, tema, tenggat), simpan="Simpan")
    laporan = Laporan(kode, tema, isi, PENDAMPING, d.orang.nama, muat_masalah().ambil(tema).rahasia)
    m = desa.masalah.catat_sendiri(laporan, _peran(d), tenggat.isoformat(), d.percakapan or None)
    return Kabar(kartu(m, d, desa, "Tercatat."), f"{m.nomor} tercatat.")


@dialog("masalah_dari", help="Pantau masalah dari catatan", untuk=PERAN, langsung=True, menu=False)
def masalah_dari(d: Dialog, desa: Desa) -> Kabar:
    """'K-2611-0042': what the entry says of a problem; nothing is asked again."""
    cocok = NOMOR.search(d.argumen)
    nomor = cocok[1].upper() if cocok else ""
    sudah = desa.masalah.dari_catatan(nomor)
    m = desa.masalah.dari_kegiatan(nomor, d.orang.nama, _peran(d))
    if m is None:
        return Kabar(tak_ketemu(nomor or "itu"))
    return Kabar(kartu(m, d, desa, SUDAH if sudah else "Sekarang dipantau sampai selesai."))


def tombol_pantau(nomor: str) -> Tombol:
    """Beneath an entry that tells of a problem."""
    return Tombol("Pantau masalahnya", perintah(f"masalah_dari {nomor}"))


def _peran(d: Dialog) -> str:
    """The level nearest to the village that they have."""
    return next(p for p in PERAN if p in d.orang.peran)


def _tanya_desa(dampingan: Sequence[Wilayah]) -> Question[str]:
    ket = pembeda(dampingan)
    return Choice("Desa mana?", [Pilihan(w.kode, w.nama, w.kode, ket[w.kode]) for w in dampingan])


def _ringkasan(isi: str, kode: str, tema: str, tenggat: date) -> str:
    satu = muat_masalah().ambil(tema)
    rahasia = "\nRahasia: hanya Anda yang melihatnya, sampai dialihkan atau naik." if satu.rahasia else ""
    return (
        f"“{isi}”\n\nDesa: {sebut_desa_lengkap(kode)}\nTema: {satu.label}\nTenggat: {ejaan_tanggal(tenggat)}{rahasia}"
        "\n\nSudah benar?"
    )
