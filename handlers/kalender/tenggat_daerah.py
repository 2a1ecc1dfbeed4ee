"""/tenggat_daerah: what a kabupaten has set of its own, and taking it back; anybody above may look at the trail."""

from __future__ import annotations

import re

from data.desa import Desa
from data.kalender import AturanDaerah
from data.katalog.kalender import muat_kalender
from data.orang import ADMIN, PENDAMPING
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kalender.kalender import KALENDER
from handlers.kalender.kata import sebut_aturan, sebut_batas, sebut_tanggal_daerah
from handlers.tim.lihat import Lihat, jelajah, selembar

PENGATUR = (*PENDAMPING, ADMIN)
ID = re.compile(r"(?<!\S)#?(\d{1,15})(?!\S)")
LEMBAR = re.compile(r"(?<!\S)h(\d{1,3})(?!\S)")
BUKAN = "Tenggat daerah diatur TAPM atau admin yang tugasnya sudah disahkan. Kalendernya tetap bisa dilihat."
DAFTAR = Tombol("Tenggat daerah", perintah("tenggat_daerah"))


@dialog("tenggat_daerah", help="Lihat tenggat daerah", untuk=PENGATUR, langsung=True, menu=False)
def tenggat_daerah(d: Dialog, desa: Desa) -> Kabar:
    """'12', '12 hapus', 'h2'"""
    if not desa.kalender_daerah.tempat:
        return Kabar(Pesan(BUKAN, tombol=(KALENDER,)))
    cocok = ID.search(d.argumen)
    if not cocok:
        return Kabar(_daftar(d.argumen, desa))
    if "hapus" in d.argumen.lower().split():
        satu = desa.kalender_daerah.hapus(int(cocok[1]))
        return Kabar(_terhapus(satu) if satu else _tak_ada())
    satu = desa.kalender_daerah.ambil(int(cocok[1]))
    return Kabar(_kartu(satu) if satu else _tak_ada())


def _tak_ada() -> Pesan:
    return Pesan("Aturan itu belum ada dalam daftar Anda.", tombol=(DAFTAR,))


def _daftar(teks: str, desa: Desa) -> Pesan:
    semua = desa.kalender_daerah.daftar()
    cocok = LEMBAR.search(teks)
    tampak, ini, lembar = selembar(semua, max(int(cocok[1]), 1) if cocok else 1)
    return Pesan(
        f"{len(semua)} aturan daerah. Ketuk untuk membuka."
        if semua
        else "Semua tenggat masih menurut daftar nasional.",
        judul="Tenggat daerah",
        daftar=tuple(_butir(satu) for satu in tampak),
        tombol=(
            *jelajah("tenggat_daerah", Lihat(), ini, lembar),
            Tombol("Ubah tanggal", perintah("atur_tenggat")),
            Tombol("Tenggat baru", perintah("tambah_tenggat")),
            KALENDER,
        ),
    )


def _butir(satu: AturanDaerah) -> Butir:
    nama, _, hari = sebut_aturan(satu).partition(": ")
    ket = f"{hari}, {sebut_singkat([satu.kode])}"
    return Butir(sebaris(nama, 24), perintah(f"tenggat_daerah {satu.id}"), sebaris(ket, 72))


def _kartu(satu: AturanDaerah) -> Pesan:
    acara = muat_kalender().menurut_kode(satu.acara)
    nasional = f"\nDaftar nasional: {sebut_batas(acara)}" if acara else ""
    sumber = f"\nMenurut: {satu.sumber}" if satu.sumber else ""
    return Pesan(
        f"{sebut_tanggal_daerah(satu.tanggal)}\nUntuk: {sebut_singkat([satu.kode])}{nasional}{sumber}",
        judul=satu.nama or (acara.nama if acara else satu.acara),
        tombol=(Tombol("Hapus aturan ini", perintah(f"tenggat_daerah {satu.id} hapus")), DAFTAR),
    )


def _terhapus(satu: AturanDaerah) -> Pesan:
    akhir = "" if satu.sendiri else " Kembali menurut daftar nasional."
    kata = "tambah_tenggat" if satu.sendiri else f"atur_tenggat {satu.acara}"
    return Pesan(
        f"Aturan “{sebut_aturan(satu)}” dihapus.{akhir}", tombol=(Tombol("Atur lagi", perintah(kata)), DAFTAR, KALENDER)
    )
