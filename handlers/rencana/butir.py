"""/rencana_butir, /rencana_coret, /rencana_pulih: one planned activity."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.rencana import Butir, Kemajuan, Rencana
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.rencana.kabar import kabari_perubahan
from handlers.rencana.kartu import kartu_butir, kartu_rencana
from handlers.rencana.sebut import NOMOR, RENCANA, tak_ada

URUTAN = re.compile(r"\b(\d{1,4})\b")
MILIK_LAIN = "Rencana ini milik {nama}, jadi hanya dibaca di sini. Yang perlu diubah bisa disampaikan lewat Kembalikan."


def cari_butir(argumen: str, d: Dialog, desa: Desa) -> tuple[Rencana, Kemajuan] | Pesan:
    """'N-2611-0002 3', also one that was struck out since it was approved; else what to say."""
    cocok = NOMOR.search(argumen)
    r = desa.rencana.ambil(cocok[1]) if cocok else None
    if cocok is None or r is None:
        return (
            tak_ada(cocok[1].upper())
            if cocok
            else Pesan("Rencana nomor berapa? Nomornya ada di rencana.", tombol=(RENCANA,))
        )
    urutan = URUTAN.search(argumen[cocok.end() :])
    m = next((m for m in desa.rencana.kemajuan(r) if urutan and m.butir.urutan == int(urutan[1])), None)
    if m is None:
        return kartu_rencana(r, d, desa, "Kegiatan itu tidak ada lagi dalam rencana ini.")
    return r, m


@dialog("rencana_butir", help="Lihat kegiatan rencana", untuk=(*PENDAMPING, CAMAT, ADMIN), langsung=True, menu=False)
def rencana_butir(d: Dialog, desa: Desa) -> Kabar:
    ketemu = cari_butir(d.argumen, d, desa)
    return Kabar(ketemu if isinstance(ketemu, Pesan) else kartu_butir(*ketemu, d, desa))


@dialog("rencana_coret", help="Coret kegiatan rencana", untuk=PENDAMPING, langsung=True, menu=False)
def rencana_coret(d: Dialog, desa: Desa) -> Kabar:
    ketemu = cari_butir(d.argumen, d, desa)
    if isinstance(ketemu, Pesan):
        return Kabar(ketemu)
    r, m = ketemu
    if not desa.rencana.boleh_ubah(r):
        return Kabar(kartu_butir(r, m, d, desa, MILIK_LAIN.format(nama=r.nama)))
    if not desa.rencana.coret(r, m.butir):
        return Kabar(kartu_butir(r, m, d, desa, "Kegiatan ini sudah dicoret."))
    kabari_perubahan(r, d, desa)
    return Kabar(_tercoret(r, m.butir, d, desa))


def _tercoret(r: Rencana, b: Butir, d: Dialog, desa: Desa) -> Pesan:
    pesan = kartu_rencana(desa.rencana.ambil(r.nomor) or r, d, desa, "Dicoret dari rencana.")
    kembali = Tombol("Pakai lagi", perintah(f"rencana_pulih {r.nomor} {b.urutan}"))
    return Pesan(pesan.teks, pesan.judul, (kembali, *pesan.tombol), pesan.daftar)


@dialog("rencana_pulih", help="Pakai lagi kegiatan rencana", untuk=PENDAMPING, langsung=True, menu=False)
def rencana_pulih(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    r = desa.rencana.ambil(cocok[1]) if cocok else None
    if cocok is None or r is None or not desa.rencana.boleh_ubah(r):
        return Kabar(tak_ada(cocok[1].upper() if cocok else ""))
    urutan = URUTAN.search(d.argumen[cocok.end() :])
    b = desa.rencana.butir(r, int(urutan[1]), dicoret=True) if urutan else None
    if b is None:
        return Kabar(kartu_rencana(r, d, desa, "Kegiatan itu tidak ada dalam rencana ini."))
    jadi = desa.rencana.kembalikan_butir(r, b)
    if jadi:
        kabari_perubahan(r, d, desa)
    r = desa.rencana.ambil(r.nomor) or r
    ada = next(
        (m for m in desa.rencana.kemajuan(r) if m.butir.kegiatan == b.kegiatan and m.butir.dihapus is None), None
    )
    assert ada is not None  # it stands, or another with the same activity does
    return Kabar(kartu_butir(r, ada, d, desa, "Dipakai lagi." if jadi else "Kegiatan ini sudah ada dalam rencana."))
