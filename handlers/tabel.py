"""The table of contents: every conversation there is. A new one is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Collection

from data.orang import PENDAMPING
from handlers import grup
from handlers.bergabung.daftar import daftar
from handlers.bergabung.gabung import gabung
from handlers.bergabung.permintaan import permintaan, setujui_permintaan, tolak_permintaan
from handlers.bergabung.undang import undang, undangan
from handlers.catatan.catat import catat
from handlers.catatan.drp import drp
from handlers.catatan.hapus import hapus, pulihkan
from handlers.catatan.riwayat import riwayat
from handlers.catatan.riwayat_desa import riwayat_desa
from handlers.catatan.ubah import ubah
from handlers.cuti.cuti import cuti
from handlers.cuti.libur import libur
from handlers.cuti.pengganti import pengganti
from handlers.cuti.ubah_libur import ubah_libur
from handlers.dialog.dialog import Resep
from handlers.diri.datasaya import datasaya
from handlers.diri.hapus_data import batal_hapus, hapus_data
from handlers.diri.setuju import dengan_setuju
from handlers.diri.tautkan import lepas_alamat, tautkan, tautkan_kode
from handlers.diri.tutup_alamat import tutup_alamat
from handlers.grup.pribadi import DI_PRIBADI
from handlers.menu import menu, mulai, sama_sama, start
from handlers.tim.jejak import jejak
from handlers.tim.minta_perbaikan import minta_perbaikan
from handlers.tim.perbaiki import perbaiki
from handlers.tim.periksa import periksa, setuju
from handlers.tim.serah import minta_serahterima, serahterima
from handlers.tim.setuju_semua import setuju_semua
from handlers.tim.tim import tim
from handlers.tugas.beri_tugas import beri_tugas
from handlers.tugas.kerjakan import kerjakan, terkendala
from handlers.tugas.tugas import tugas

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
