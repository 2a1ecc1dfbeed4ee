"""/tutup_alamat: a phone is lost, so the level above closes that address, or opens it again once the phone is back."""

from __future__ import annotations

from data.alamat import Alamat
from data.desa import Desa
from data.orang import KOORDINATOR, PLD, SEBUTAN
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Search, Text
from handlers.dialog.tombol import perintah
from handlers.diri.sebut_alamat import awal_kalimat, sebut_alamat

MENU = (Tombol("Menu", perintah("menu")),)
KET = {"aktif": "terbuka", "tutup": "tidak menerima pesan", "dikunci": "ditutup koordinator"}


@dialog("tutup_alamat", help="Tutup alamat (HP hilang)", untuk=(PLD, *KOORDINATOR), kata=("hp hilang",), menu=False)
def tutup_alamat(d: Dialog, desa: Desa) -> Kabar:
    if not desa.alamat.cari_bawahan(desa.lingkup, d.hari_ini, "", 1):
        teks = "Belum ada orang di bawah Anda. Kalau HP Anda sendiri yang hilang, hubungi koordinator, ya."
        return Kabar(Pesan(teks, tombol=MENU))
    id_ = d.ask("orang", _tanya_orang(d, desa))
    semua = desa.alamat.milik(id_)
    nama = desa.orang.ambil(id_, d.kini).nama
    if not semua:
        return Kabar(Pesan(f"{nama} belum punya alamat di sini, jadi tidak ada yang perlu ditutup.", tombol=MENU))
    alamat = d.ask("alamat", _tanya_alamat(nama, semua))
    alasan = d.ask("alasan", Text("Apa alasannya? Ikut disimpan.", petunjuk="Contoh: HP hilang di pasar kemarin."))
    buka = alamat.terkunci
    d.review(_ringkasan(nama, alamat, alasan), simpan="Buka lagi" if buka else "Tutup")

    if buka:
        desa.alamat.buka(alamat)
    else:
        desa.alamat.kunci(alamat)
    desa.jejak.tulis("buka" if buka else "tutup", "alamat", alamat.id, sesudah=alamat.kanal, alasan=alasan)
    kabari(desa, id_, _kabar(alamat, alasan))
    hasil = f"{awal_kalimat(sebut_alamat(alamat))} milik {nama} sudah {'dibuka lagi' if buka else 'ditutup'}."
    return Kabar(Pesan(hasil, tombol=MENU), hasil)


def _tanya_orang(d: Dialog, desa: Desa) -> Question[int]:
    def cari(teks: str) -> list[Pilihan[int]]:
        return [_pilihan(*satu) for satu in desa.alamat.cari_bawahan(desa.lingkup, d.hari_ini, teks)]

    def ambil(id_: str) -> Pilihan[int] | None:
        ada = id_.isascii() and id_.isdigit() and len(id_) < 18
        satu = desa.alamat.bawahan(desa.lingkup, d.hari_ini, int(id_)) if ada else None
        return None if satu is None else _pilihan(*satu)

    return Search(
        "Alamat siapa? Ketik namanya.",
        cari,
        ambil,
        petunjuk="Ketik sebagian nama orang yang Anda koordinasi, contoh: sari.",
        pilih="Yang mana? Kalau tidak ada, ketik lagi namanya.",
    )


def _pilihan(id_: int, nama: str, peran: str) -> Pilihan[int]:
    return Pilihan(str(id_), nama, id_, SEBUTAN[peran])


def _tanya_alamat(nama: str, semua: list[Alamat]) -> Question[Alamat]:
    pilihan = [Pilihan(str(a.id), sebut_alamat(a), a, KET[a.status]) for a in semua]
    return Choice(f"Alamat {nama} yang mana? Yang sudah ditutup bisa dibuka lagi.", pilihan)


def _ringkasan(nama: str, alamat: Alamat, alasan: str) -> str:
    if alamat.terkunci:
        return f"Buka lagi {sebut_alamat(alamat)} milik {nama}?\nAlasan: {alasan}"
    return (
        f"Tutup {sebut_alamat(alamat)} milik {nama}?\nAlasan: {alasan}\n\n"
        "Dari sana tidak ada lagi yang bisa dibuka atau dicatat. Catatannya tetap aman."
    )


def _kabar(alamat: Alamat, alasan: str) -> Pesan:
    if alamat.terkunci:
        return Pesan(f"{awal_kalimat(sebut_alamat(alamat))} Anda sudah dibuka lagi oleh koordinator. Alasan: {alasan}")
    return Pesan(
        f"{awal_kalimat(sebut_alamat(alamat))} Anda ditutup oleh koordinator. Alasan: {alasan}\n\n"
        "Kalau HP itu sudah di tangan Anda lagi, ketik tautkan di sini, lalu tulis kodenya di sana."
    )
