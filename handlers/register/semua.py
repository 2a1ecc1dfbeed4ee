"""The conversations of all registers, made from the catalogue: for the table of contents."""

from __future__ import annotations

from data.katalog.register import muat_register
from handlers.dialog.dialog import Resep
from handlers.register.baru import buat_baru
from handlers.register.daftar import buat_daftar
from handlers.register.hapus import register_hapus, register_pulihkan
from handlers.register.keadaan import register_keadaan
from handlers.register.register import register
from handlers.register.ubah import register_ubah

MENURUT_KATALOG: tuple[Resep, ...] = tuple(
    resep for j in muat_register().semua if not j.khusus for resep in (buat_daftar(j), buat_baru(j))
)
RESEP_REGISTER: tuple[Resep, ...] = (
    register,
    *MENURUT_KATALOG,
    register_ubah,
    register_keadaan,
    register_hapus,
    register_pulihkan,
)
