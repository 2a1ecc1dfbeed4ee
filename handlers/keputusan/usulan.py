"""/usulan: a village's proposals that nobody has paid for yet."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import Keputusan
from data.wilayah import DESA, Wilayah
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.keputusan.sebut import PEMBACA, SEBUT, TINDAK_LANJUT
from handlers.keputusan.tempat import PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar


@dialog("usulan", help="Lihat usulan yang menunggu dana", untuk=PEMBACA, langsung=True, menu=False)
def usulan(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03.2013 h2'"""
    lihat = baca_lihat(d.argumen.lower())
    sebutan = sebutan_tempat(lihat)
    pilih = sebutan in ("", PILIH)
    cocok = desa_terbaca(desa) if pilih else cari_terbaca(sebutan, desa, (DESA,))
    if cocok and cocok[0].tingkat < DESA:  # by its code
        cocok = desa.wilayah.di_bawah([cocok[0].kode])
    if len(cocok) != 1:
        return Kabar(pilih_tempat("usulan", "Usulan desa mana?", cocok, lihat, "" if pilih else sebutan))
    return Kabar(_daftar(cocok[0], lihat, d, desa))


def _daftar(di: Wilayah, lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    semua = desa.keputusan.usulan_tertinggal(di.kode, d.hari_ini.year)
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    teks = (
        f"{len(semua)} usulan menunggu dana. Ditawarkan lagi waktu musrenbang berikutnya."
        if semua
        else "Tidak ada usulan yang menunggu dana di sini. Usulan ditulis waktu mencatat musdus atau musrenbang."
    )
    return Pesan(
        teks,
        judul=f"Usulan {sebut_tempat(di)}",
        daftar=tuple(_butir(k) for k in tampak),
        tombol=(*jelajah("usulan", Lihat(nama=di.kode), ini, lembar), TINDAK_LANJUT),
    )


def _butir(k: Keputusan) -> Butir:
    uang = "" if k.anggaran is None else ejaan_uang(k.anggaran)
    ket = (f"sejak {k.tanggal[:4]}", uang, SEBUT[k.status])
    return Butir(sebaris(k.isi, 40), perintah(f"putusan {k.nomor}"), ", ".join(satu for satu in ket if satu))
