"""What somebody says in one word who does not want to be written to unasked, or wants it again; and what they hear."""

from __future__ import annotations

from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

BERHENTI, STOP, MULAI = "berhenti", "stop", "mulai"
MENU = Tombol("Menu", perintah("menu"))
SUDAH_BERHENTI = Pesan(
    "Baik, mulai sekarang saya tidak menyapa duluan di sini: tidak ada pengingat, rekap, atau kabar.\n\n"
    "Kalau Anda yang menulis, tetap saya balas. Ketik mulai kalau mau dikabari lagi.",
    tombol=(MENU,),
)
DISAPA_LAGI = Pesan(
    "Senang bisa mengabari Anda lagi: pengingat dan kabar datang ke sini seperti semula. "
    "Ketik berhenti kapan saja kalau tidak mau.",
    tombol=(MENU,),
)


def kata_sapaan(teks: str) -> str:
    """One of the three, or ''. Only alone: in a sentence it says something else."""
    kata = teks.strip().strip(".!\"'“”").strip().lower()
    return kata if kata in (BERHENTI, STOP, MULAI) else ""
