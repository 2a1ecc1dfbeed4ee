"""/panel: a link that opens the coordinators' pages once; 'tutup' closes them everywhere."""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.panel import DIAM, UMUR_TAUTAN
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.panel.tamu import boleh_panel, ke

TUTUP = ("tutup", "keluar", "kunci")
MENU = (Tombol("Menu", perintah("menu")),)
BUKAN = Pesan(
    "Panel dibuka koordinator: PD, pendamping teknis, TAPM, atau Camat yang penugasannya sudah disahkan. "
    "Catatan Anda sendiri ada di riwayat.",
    tombol=(Tombol("Riwayat", perintah("riwayat")), *MENU),
)
BELUM = Pesan(
    "Alamat panel belum dipasang oleh pengelola bot ini, jadi tautannya belum bisa dibuat. Yang sama bisa dibuka di "
    "sini: ketik rekap, siklus, tim, atau desa.",
    tombol=(Tombol("Rekap pekan", perintah("rekap")), Tombol("Data desa", perintah("desa")), *MENU),
)


@dialog(
    "panel",
    help="Buka panel di peramban",
    untuk=(*PENDAMPING, CAMAT, ADMIN),
    kata=("buka panel",),
    langsung=True,
    menu=False,
    ketik=lambda sisa: sisa.strip().lower() in TUTUP,
)
def panel(d: Dialog, desa: Desa) -> Kabar:
    """'', 'tutup'"""
    if set(d.argumen.lower().split()) & set(TUTUP):
        return Kabar(_tutup(d, desa))
    if not boleh_panel(desa):
        return Kabar(BUKAN)
    if not desa.pengaturan.halaman:
        return Kabar(BELUM)
    return Kabar(_buka(d, desa))


def _buka(d: Dialog, desa: Desa) -> Pesan:
    alamat = f"{desa.pengaturan.halaman}{ke('masuk', desa.panel_masuk.buat(d.orang.id))}"
    teks = (
        f"{alamat}\n\nTautan ini untuk Anda sendiri: sekali pakai, berlaku {UMUR_TAUTAN // 60} menit. Jangan "
        f"diteruskan. Sesudah masuk, panel terbuka sampai {DIAM // 3600} jam tidak dipakai."
    )
    return Pesan(teks, judul="Panel koordinator", tombol=(Tombol("Tutup panel", perintah("panel tutup")),))


def _tutup(d: Dialog, desa: Desa) -> Pesan:
    ada = desa.panel_masuk.tutup(d.orang.id)
    kata = f"Panel Anda ditutup di {ada} peramban." if ada else "Panel Anda sedang tidak terbuka di mana pun."
    return Pesan(f"{kata} Tautan yang belum dipakai juga tidak berlaku lagi.", tombol=MENU)
