"""/p2ktd: technical services that a village needs, until its musyawarah has heard of them; where PID is turned on."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from data.desa import Desa
from data.katalog.register import JenisRegister, muat_register
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.inovasi.inovasi import UNTUK
from handlers.inovasi.sebut import SEMUA, TUTUP
from handlers.register.baru import buat_baru
from handlers.register.daftar import daftar


def jenis() -> JenisRegister:
    return muat_register().menurut_kode("p2ktd")


def tertutup() -> Kabar:
    return Kabar(Pesan(TUTUP, tombol=(SEMUA,)))


_BARU = buat_baru(jenis())


def _baru(d: Dialog, desa: Desa) -> Kabar:
    return _BARU.fungsi(d, desa) if desa.pengaturan.warisan else tertutup()


p2ktd_baru = replace(_BARU, fungsi=_baru)


@dialog("p2ktd", help="Lihat layanan P2KTD", untuk=UNTUK, kata=jenis().kata, langsung=True, menu=False)
def p2ktd(d: Dialog, desa: Desa) -> Kabar:
    if not desa.pengaturan.warisan:
        return tertutup()
    pesan = daftar(jenis(), d.argumen, d, desa)
    if pesan.berkas:
        return Kabar(pesan)
    return Kabar(msgspec.structs.replace(pesan, tombol=(*pesan.tombol, Tombol("Tujuh langkah PID", perintah("pid")))))
