"""The table of contents: every conversation there is. A new one is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Collection

from data.orang import PENDAMPING
from handlers import grup
from handlers.catat import catat
from handlers.daftar import daftar
from handlers.dialog.dialog import Resep
from handlers.drp import drp
from handlers.grup.pribadi import DI_PRIBADI
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
    *DI_PRIBADI,
)

TABEL = {resep.nama: resep for resep in SEMUA}


def perintah_untuk(peran: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(command, what it does) of the platform's own menu for somebody with these roles; {'warga'} is everybody's."""
    pendamping = bool(set(peran) & set(PENDAMPING))
    return tuple(
        (r.nama, r.help) for r in SEMUA if r.untuk & set(peran) and (r.menu or (r is daftar and not pendamping))
    )


def perintah_grup() -> tuple[tuple[str, str], ...]:
    """The same for groups."""
    return grup.PERINTAH
