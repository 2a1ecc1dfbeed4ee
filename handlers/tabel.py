"""The table of contents: every conversation there is. A new one is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Collection

from data.orang import PENDAMPING
from handlers import grup
from handlers.beri_tugas import beri_tugas
from handlers.catat import catat
from handlers.cuti import cuti
from handlers.daftar import daftar
from handlers.datasaya import datasaya
from handlers.dialog.dialog import Resep
from handlers.drp import drp
from handlers.gabung import gabung
from handlers.grup.pribadi import DI_PRIBADI
from handlers.hapus import hapus, pulihkan
from handlers.hapus_data import batal_hapus, hapus_data
from handlers.jejak import jejak
from handlers.kerjakan import kerjakan, terkendala
from handlers.libur import libur
from handlers.menu import menu, mulai, sama_sama, start
from handlers.minta_perbaikan import minta_perbaikan
from handlers.pengganti import pengganti
from handlers.perbaiki import perbaiki
from handlers.periksa import periksa, setuju
from handlers.permintaan import permintaan, setujui_permintaan, tolak_permintaan
from handlers.riwayat import riwayat
from handlers.riwayat_desa import riwayat_desa
from handlers.serah import minta_serahterima, serahterima
from handlers.setuju import dengan_setuju
from handlers.setuju_semua import setuju_semua
from handlers.tautkan import lepas_alamat, tautkan, tautkan_kode
from handlers.tim import tim
from handlers.tugas import tugas
from handlers.tutup_alamat import tutup_alamat
from handlers.ubah import ubah
from handlers.ubah_libur import ubah_libur
from handlers.undang import undang, undangan

SEMUA: tuple[Resep, ...] = (
    catat,
    riwayat,
    drp,
    ubah,
    hapus,
    pulihkan,
    tim,
    periksa,
    setuju,
    setuju_semua,
    minta_perbaikan,
    perbaiki,
    tugas,
    beri_tugas,
    kerjakan,
    terkendala,
    jejak,
    riwayat_desa,
    cuti,
    pengganti,
    serahterima,
    minta_serahterima,
    libur,
    ubah_libur,
    daftar,
    gabung,
    undang,
    undangan,
    permintaan,
    setujui_permintaan,
    tolak_permintaan,
    menu,
    mulai,
    start,
    sama_sama,
    tautkan,
    tautkan_kode,
    lepas_alamat,
    tutup_alamat,
    datasaya,
    hapus_data,
    batal_hapus,
    *DI_PRIBADI,
)

TABEL = {resep.nama: dengan_setuju(resep) for resep in SEMUA}

DI_MENU = (tim, periksa, tugas)
"""In the platform's menu, though no bare word but their own begins them: "tim TPK memeriksa …" is a report."""


def perintah_untuk(peran: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(command, what it does) of the platform's own menu for somebody with these roles; {'warga'} is everybody's."""
    pendamping = bool(set(peran) & set(PENDAMPING))
    return tuple(
        (r.nama, r.help)
        for r in SEMUA
        if r.untuk & set(peran) and (r.menu or r in DI_MENU or (r is daftar and not pendamping))
    )


def perintah_grup() -> tuple[tuple[str, str], ...]:
    """The same for groups."""
    return grup.PERINTAH
