"""/undang and /undangan: who is above somebody invites them, sees what became of it, and takes it back."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import ADMIN, PD, PLD, SEBUTAN, TAPM_KAB, TAPM_PROV
from data.undangan import AKTIF, DICABUT, Undangan
from handlers.bergabung.nama_orang import tanya_nama
from handlers.bergabung.sebut_tugas import (
    PENDEK,
    butir_tempat,
    sebut_hari,
    sebut_saat,
    sebut_singkat,
    sebut_tugas,
    tanya_peran,
)
from handlers.bergabung.tanya_tempat import tanya_tempat
from handlers.bergabung.tautan_undangan import isi_qr, ketikan, tautan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.questions import optional
from handlers.dialog.tombol import perintah

PEMBINA = (PLD, PD, TAPM_KAB, TAPM_PROV, ADMIN)
"""Roles that are above another."""
BELUM = "Ini bisa dipakai setelah tugas Anda disahkan koordinator. Kabarnya saya sampaikan di sini begitu sudah."
MASSAL = "Untuk banyak orang sekaligus, minta admin: daftarnya bisa dari Excel."
LAGI = (Tombol("Undang lagi", perintah("undang")), Tombol("Undangan saya", perintah("undangan")))


@dialog("undang", help="Undang rekan", untuk=PEMBINA, kata=("undang orang", "undang rekan", "buat undangan"))
def undang(d: Dialog, desa: Desa) -> Kabar:
    if not (membina := desa.lingkup.membina):
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    peran = d.ask("peran", tanya_peran("Mengundang siapa?", membina, MASSAL)) if len(membina) > 1 else membina[0]
    wilayah = tanya_tempat(d, peran, desa.lingkup.bina(peran), daftar=True)
    nama = d.ask("nama", optional(tanya_nama("Untuk siapa? Ketik namanya, supaya mudah dikenali.")))
    untuk = f"\n\nUntuk: {nama}" if nama else ""
    d.review(
        f"Undangan sebagai {SEBUTAN[peran]} di:\n{butir_tempat(wilayah)}{untuk}\n\n"
        "Berlaku 7 hari, untuk satu orang. Pesan yang muncul nanti tinggal diteruskan. Sudah benar?",
        simpan="Buat undangan",
    )

    kode, undangan = desa.undangan.buat(peran, wilayah, d.orang.id, nama or "")
    return Kabar(surat(d, desa, kode, undangan), f"Undangan untuk {_siapa(undangan)} sudah dibuat.")


def surat(d: Dialog, desa: Desa, kode: str, undangan: Undangan) -> Pesan:
    """To be forwarded as it is, so it speaks to the one who is invited."""
    sapa = f"{undangan.nama}, Anda" if undangan.nama else "Anda"
    alamat = tautan(kode, desa.pengaturan)
    jalan = [f"{kanal}: {satu}" for kanal, satu in alamat.items()]
    jalan.append(f"{'Atau ketik' if alamat else 'Ketik'} kepada Kawan Desa: {ketikan(kode)}")
    teks = (
        f"{sapa} diundang {d.orang.nama} sebagai {sebut_tugas(undangan.peran, undangan.wilayah)}.\n\n"
        + "\n".join(jalan)
        + f"\n\nBerlaku sampai {sebut_saat(undangan.habis, d.orang.zona)}, untuk satu orang."
    )
    berkas = Berkas("undangan.png", "qr_png", {"isi": isi_qr(kode, desa.pengaturan)}, gambar=True)
    return Pesan(teks, judul="Undangan Kawan Desa", tombol=LAGI, berkas=berkas)


@dialog(
    "undangan", help="Undangan yang saya buat", untuk=PEMBINA, kata=("undangan saya", "daftar undangan"),
    langsung=True, menu=False,
)  # fmt: skip
def undangan(d: Dialog, desa: Desa) -> Kabar:
    operator = ADMIN in d.orang.peran and bool(desa.lingkup.bina(ADMIN))
    if not (nomor := re.search(r"\d{1,15}", d.argumen)):
        return Kabar(_semua(d, desa, operator=operator))
    satu = desa.undangan.milik(int(nomor[0]), d.orang.id, operator=operator)
    if satu is None:
        return Kabar(Pesan("Undangan itu tidak ada dalam daftar Anda.", tombol=LAGI))
    if "cabut" in d.argumen and desa.undangan.cabut(satu):
        return Kabar(Pesan(f"Undangan untuk {_siapa(satu)} ditarik; tautannya tidak berlaku lagi.", tombol=LAGI))
    return Kabar(_satu(d, desa, satu))


def _semua(d: Dialog, desa: Desa, *, operator: bool) -> Pesan:
    semua = desa.undangan.daftar(d.orang.id, operator=operator)
    if not semua:
        return Pesan("Belum ada undangan yang Anda buat.", judul="Undangan saya", tombol=LAGI[:1])
    butir = tuple(Butir(_siapa(u), perintah(f"undangan {u.id}"), _keadaan(d, u)) for u in semua)
    return Pesan(
        f"{len(semua)} undangan terakhir. Ketuk untuk membuka.", judul="Undangan saya", daftar=butir, tombol=LAGI[:1]
    )


def _satu(d: Dialog, desa: Desa, undangan: Undangan) -> Pesan:
    tombol: tuple[Tombol, ...] = LAGI
    if _terbuka(d, undangan):
        tombol = (Tombol("Cabut", perintah(f"undangan {undangan.id} cabut")), *LAGI)
    siapa = ""
    if undangan.dipakai_oleh is not None:
        siapa = f"\n\nDipakai oleh {desa.orang.ambil(undangan.dipakai_oleh, d.kini).nama}."
    teks = f"{SEBUTAN[undangan.peran]} di:\n{butir_tempat(undangan.wilayah)}\n\n{_keadaan(d, undangan)}{siapa}"
    return Pesan(teks, judul=f"Undangan untuk {_siapa(undangan)}", tombol=tombol)


def _terbuka(d: Dialog, undangan: Undangan) -> bool:
    return undangan.status == AKTIF and undangan.habis > d.kini


def _keadaan(d: Dialog, undangan: Undangan) -> str:
    if undangan.dipakai is not None:
        return f"Sudah dipakai {sebut_hari(undangan.dipakai, d.orang.zona)}"
    if undangan.status == DICABUT:
        return "Sudah ditarik"
    hari = sebut_hari(undangan.habis, d.orang.zona)
    return f"Menunggu, berlaku sampai {hari}" if _terbuka(d, undangan) else f"Lewat, berlaku sampai {hari}"


def _siapa(undangan: Undangan) -> str:
    return undangan.nama or f"{PENDEK[undangan.peran]} {sebut_singkat(undangan.wilayah)}"
