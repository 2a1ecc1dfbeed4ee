"""The group's commands where they are written in private: they say where they work."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Pesan
from handlers.grup import kata


def _di_grup(nama: str) -> Resep:
    @dialog(nama, help=dict(kata.PERINTAH)[nama], untuk=SEMUA, langsung=True, menu=False)
    def di_grup(d: Dialog, desa: Desa) -> Kabar:
        return Kabar(Pesan(kata.DI_GRUP.format(nama=nama)))

    return di_grup


DI_PRIBADI = (_di_grup("kaitkan"), _di_grup("lepas"))
