"""Requests to join: the coordinator says yes with one tap, or no with a reason; the first word counts."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import PENDAMPING, SEBUTAN, SEMUA
from data.permintaan import DISETUJUI, DITARIK, MENUNGGU, Permintaan, boleh_putuskan
from handlers.bergabung.sebut_tugas import PENDEK, butir_tempat, sebut_saat, sebut_singkat, sebut_tugas
from handlers.bergabung.undang import BELUM, PEMBINA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah

ALASAN = ("Bukan wilayah tugasnya", "Sudah ada pendamping lain di sana", "Belum saya kenal", "Perannya keliru")
NOMOR = re.compile(r"\d{1,15}")
SEHALAMAN = 10
DAFTAR = Tombol("Lihat permintaan", perintah("permintaan"))
MENU = Tombol("Menu", perintah("menu"))


def sampaikan(desa: Desa, permintaan: Permintaan, nama: str, pemutus: list[int]) -> None:
    """To everyone who may decide: whoever is first has decided."""
    for satu in pemutus:
        kabari(desa, satu, _surat(permintaan, nama), f"permintaan:{permintaan.id}:{satu}")


def _surat(permintaan: Permintaan, nama: str) -> Pesan:
    teks = (
        f"{nama} minta disahkan sebagai {SEBUTAN[permintaan.peran]} di:\n{butir_tempat(permintaan.wilayah)}\n\n"
        "Benar orangnya, dan benar tugasnya?"
    )
    setuju = Tombol("Setujui", perintah(f"setujui_permintaan {permintaan.id}"))
    return Pesan(
        teks,
        judul="Permintaan bergabung",
        tombol=(setuju, Tombol("Tolak", perintah(f"tolak_permintaan {permintaan.id}"))),
    )


@dialog(
    "permintaan", help="Permintaan bergabung", untuk=PEMBINA, kata=("permintaan bergabung", "lihat permintaan"),
    langsung=True, menu=False,
)  # fmt: skip
def permintaan(d: Dialog, desa: Desa) -> Kabar:
    if NOMOR.search(d.argumen):
        dilihat = _boleh(d.argumen, d, desa)
        return Kabar(dilihat if isinstance(dilihat, Pesan) else _surat(dilihat, _nama(d, desa, dilihat.orang_id)))
    if not desa.lingkup.membina:
        return Kabar(Pesan(BELUM, tombol=(MENU,)))
    semua = desa.permintaan.menunggu(desa.lingkup)
    if not semua:
        return Kabar(Pesan("Tidak ada permintaan yang menunggu Anda.", tombol=(MENU,)))
    butir = tuple(Butir(_nama(d, desa, p.orang_id), perintah(f"permintaan {p.id}"), _ket(p)) for p in semua[:SEHALAMAN])
    lagi = f" Ini {SEHALAMAN} yang paling lama menunggu." if len(semua) > SEHALAMAN else ""
    teks = f"{len(semua)} permintaan menunggu Anda.{lagi} Ketuk untuk membuka."
    return Kabar(Pesan(teks, judul="Permintaan bergabung", daftar=butir))


def _ket(p: Permintaan) -> str:
    return f"{PENDEK[p.peran]}, {sebut_singkat(p.wilayah)}"


def _nama(d: Dialog, desa: Desa, orang_id: int) -> str:
    return desa.orang.ambil(orang_id, d.kini).nama


def _boleh(teks: str, d: Dialog, desa: Desa) -> Permintaan | Pesan:
    """The request of that number while this person may decide on it; else what to say to them."""
    nomor = NOMOR.search(teks)
    satu = desa.permintaan.ambil(int(nomor[0])) if nomor else None
    if satu is None or not boleh_putuskan(desa.lingkup, satu):
        desa.undangan.percobaan.catat("permintaan:bukan_atasan", f"orang:{d.orang.id}")
        return Pesan("Permintaan itu diputuskan oleh koordinator di wilayahnya; di sini tidak bisa.", tombol=(MENU,))
    return satu if satu.status == MENUNGGU else _terlambat(d, desa, satu)


def _terlambat(d: Dialog, desa: Desa, satu: Permintaan) -> Pesan:
    """Who was first, and when."""
    if satu.status == DITARIK:
        return Pesan("Permintaan itu sudah diganti orangnya dengan yang lebih baru.", tombol=(DAFTAR,))
    apa = "disetujui" if satu.status == DISETUJUI else "ditolak"
    siapa = "admin" if satu.oleh is None else "Anda" if satu.oleh == d.orang.id else _nama(d, desa, satu.oleh)
    saat = sebut_saat(satu.diputus or 0, d.orang.zona)
    return Pesan(f"Permintaan itu sudah {apa} oleh {siapa}, {saat}. Putusannya tetap.", tombol=(DAFTAR,))


@dialog("setujui_permintaan", help="Setujui permintaan", untuk=SEMUA, langsung=True, menu=False)
def setujui_permintaan(d: Dialog, desa: Desa) -> Kabar:
    satu = _boleh(d.argumen, d, desa)
    if isinstance(satu, Pesan):
        return Kabar(satu)
    if not desa.permintaan.setujui(satu, d.orang.id, d.hari_ini):
        return Kabar(_terlambat(d, desa, _kini(desa, satu)))
    tugas = sebut_tugas(satu.peran, satu.wilayah)
    tombol = (Tombol("Catat kegiatan", perintah("catat")),) if satu.peran in PENDAMPING else (MENU,)
    kabar = Pesan(f"{d.orang.nama} mengesahkan Anda sebagai {tugas}. Selamat bertugas.", tombol=tombol)
    kabari(desa, satu.orang_id, kabar, f"putusan:{satu.id}")
    return Kabar(Pesan(f"Disetujui. {_nama(d, desa, satu.orang_id)} sekarang {tugas}.", tombol=(DAFTAR,)))


def baca_nomor(teks: str, d: Dialog, desa: Desa) -> bool:
    if nomor := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = nomor[0]
    return False


@dialog("tolak_permintaan", help="Tolak permintaan", untuk=SEMUA, baca=baca_nomor, menu=False)
def tolak_permintaan(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", Text("Permintaan nomor berapa?", petunjuk="Buka dari daftar permintaan.", minimal=1))
    satu = _boleh(nomor, d, desa)
    if isinstance(satu, Pesan):
        return Kabar(satu)
    siapa = _nama(d, desa, satu.orang_id)
    alasan = d.ask(
        "alasan",
        Suggest(
            f"Apa alasannya? {siapa} akan membacanya.",
            petunjuk="Pilih, atau tulis sendiri, contoh: Desa itu sudah pindah ke kecamatan lain.",
            maksimal=300,
            usul=ALASAN,
        ),
    )
    if not desa.permintaan.tolak(satu, d.orang.id, d.hari_ini, alasan):
        return Kabar(_terlambat(d, desa, _kini(desa, satu)))
    kabar = Pesan(
        f"{d.orang.nama} belum mengesahkan Anda sebagai {sebut_tugas(satu.peran, satu.wilayah)}.\n\n"
        f"Alasannya: {alasan}\n\nKalau ada yang perlu dibetulkan, silakan ajukan lagi. Catatan Anda tetap tersimpan.",
        tombol=(Tombol("Ajukan lagi", perintah("daftar")),),
    )
    kabari(desa, satu.orang_id, kabar, f"putusan:{satu.id}")
    pesan = Pesan(f"Tidak disetujui. Alasannya saya sampaikan kepada {siapa}.", tombol=(DAFTAR,))
    return Kabar(pesan, f"Permintaan {siapa} tidak disetujui.")


def _kini(desa: Desa, satu: Permintaan) -> Permintaan:
    """As somebody else has left it a moment ago."""
    baru = desa.permintaan.ambil(satu.id)
    assert baru is not None
    return baru
