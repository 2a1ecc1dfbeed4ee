"""The table of contents: every conversation there is. A new one is a file beside this and a line here."""

from __future__ import annotations

from handlers.catat import catat
from handlers.daftar import daftar
from handlers.dialog.dialog import Resep
from handlers.drp import drp
from handlers.hapus import hapus, pulihkan
from handlers.menu import menu, mulai, sama_sama, start
from handlers.riwayat import riwayat
from handlers.ubah import ubah

SEMUA: tuple[Resep, ...] = (
    catat,
    riwayat,
    drp,
    ubah,
    hapus,
    pulihkan,
    daftar,
    menu,
    mulai,
    start,
    sama_sama,
)

TABEL = {resep.nama: resep for resep in SEMUA}
