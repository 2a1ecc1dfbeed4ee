"""/tim: who has logged this week and who is silent; one tap to see a person's week."""

from __future__ import annotations

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, PD, TAPM_KAB, TAPM_PROV
from data.tim import Anggota, Pekan, Wilayahan
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tim.lihat import (
    RAMAI,
    Lihat,
    baca_lihat,
    bagian,
    jelajah,
    nama_tempat,
    pekan_dari,
    selembar,
    tingkat_bagian,
)
from handlers.tim.pekan_orang import geser_pekan, sebut_anggota, sebut_pekan, seorang

PEMBINA = (PD, TAPM_KAB, TAPM_PROV, ADMIN)
"""Roles with somebody who logs below them."""
BELUM_BERTIM = Pesan(
    "Tim Anda belum ada di sini. Anggotanya tampil setelah penugasan Anda disahkan dan mereka terdaftar.",
    tombol=(Tombol("Menu", perintah("menu")),),
)
SEBUT_BAGIAN = {1: "provinsi", 2: "kabupaten atau kota", 3: "kecamatan"}


@dialog("tim", help="Lihat tim", untuk=PEMBINA, kata=("lihat tim", "tim saya"), langsung=True, menu=False)
def tim(d: Dialog, desa: Desa) -> Kabar:
    lihat = baca_lihat(d.argumen)
    pekan = pekan_dari(lihat, d.hari_ini)
    if lihat.orang:
        return Kabar(seorang(desa.tim.anggota(pekan, id_=lihat.orang), lihat, pekan, desa))
    if lihat.nama:
        return Kabar(_bernama(lihat, pekan, desa))
    return Kabar(_semua(lihat, pekan, desa))


def _semua(lihat: Lihat, pekan: Pekan, desa: Desa) -> Pesan:
    jumlah = desa.tim.jumlah(lihat.di)
    tingkat = tingkat_bagian(lihat.di or desa.tim.induk)
    if not jumlah:
        return _kosong(lihat, desa)
    if jumlah > RAMAI and tingkat:
        return _per_wilayah(lihat, pekan, tingkat, jumlah, desa)
    return _orang(desa.tim.anggota(pekan, lihat.di), lihat, pekan, desa)


def _kosong(lihat: Lihat, desa: Desa) -> Pesan:
    if not lihat.di:
        return BELUM_BERTIM
    semua = Tombol("Seluruh tim", perintah("tim"))
    return Pesan(f"Belum ada anggota tim Anda di {nama_tempat(lihat.di, desa)}.", tombol=(semua,))


def tak_bernama(nama: str, kata: str) -> Pesan:
    """Also for a report that began with the command's word."""
    panjang = " Kalau ini laporan kegiatan, kirim lagi dengan kata catat di depannya, ya." if len(nama) > 30 else ""
    cara = f"Ketik sebagian namanya, contoh: /{kata} sari.{panjang}"
    return Pesan(
        f"Belum ada yang bernama “{sebaris(nama, 40)}” di tim Anda. {cara}",
        tombol=(Tombol("Seluruh tim", perintah("tim")),),
    )


def _bernama(lihat: Lihat, pekan: Pekan, desa: Desa) -> Pesan:
    ketemu = desa.tim.anggota(pekan, nama=lihat.nama)
    if not ketemu:
        return tak_bernama(lihat.nama, "tim") if desa.tim.ada else BELUM_BERTIM
    return seorang(ketemu, lihat, pekan, desa) if len(ketemu) == 1 else _orang(ketemu, lihat, pekan, desa)


# -- many: parts of the territory ------------------------------------------------------------------------------------


def _per_wilayah(lihat: Lihat, pekan: Pekan, tingkat: int, jumlah: int, desa: Desa) -> Pesan:
    """Where the smallest share has logged, first."""
    semua = sorted(desa.tim.per_wilayah(pekan, lihat.di, tingkat), key=lambda w: (w.mencatat / w.orang, w.kode))
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    mencatat = f", {sum(w.mencatat for w in semua)} sudah mencatat" if sum(w.orang for w in semua) == jumlah else ""
    teks = f"{jumlah} orang{mencatat}. Pilih {SEBUT_BAGIAN[tingkat]}, atau ketik namanya, contoh: /tim sari"
    return Pesan(
        teks,
        judul=_judul(lihat, pekan, desa),
        daftar=tuple(_butir_wilayah(w, lihat, desa) for w in tampak),
        tombol=(*jelajah("tim", lihat, ini, lembar), *_lain(lihat, pekan, desa)),
    )


def _butir_wilayah(w: Wilayahan, lihat: Lihat, desa: Desa) -> Butir:
    induk = lihat.di or desa.tim.induk or SEMUA_WILAYAH
    nama, di = bagian(w.kode, induk, desa)
    return Butir(nama, lihat.perintah("tim", di=di, halaman=1), f"{w.mencatat} dari {w.orang} mencatat")


# -- few: people -----------------------------------------------------------------------------------------------------


def _orang(semua: list[Anggota], lihat: Lihat, pekan: Pekan, desa: Desa) -> Pesan:
    urut = sorted(semua, key=lambda a: (_kelas(a), a.terakhir if _diam(a) else "", a.nama.lower(), a.id))
    tampak, ini, lembar = selembar(urut, lihat.halaman)
    mencatat, cuti = sum(a.catatan > 0 for a in semua), sum(not a.catatan and bool(a.cuti) for a in semua)
    teks = f"{mencatat} dari {len(semua)} sudah mencatat{f', {cuti} sedang cuti' if cuti else ''}."
    return Pesan(
        f"{teks} Ketuk nama untuk melihat pekannya.",
        judul=_judul(lihat, pekan, desa),
        daftar=tuple(
            Butir(a.nama, lihat.perintah("tim", orang=a.id, di="", nama="", halaman=1), sebut_anggota(a, pekan))
            for a in tampak
        ),
        tombol=(*jelajah("tim", lihat, ini, lembar), *_lain(lihat, pekan, desa)),
    )


def _diam(a: Anggota) -> bool:
    return not a.catatan and not a.cuti


def _kelas(a: Anggota) -> int:
    return 0 if _diam(a) else 1 if not a.catatan else 2


def _lain(lihat: Lihat, pekan: Pekan, desa: Desa) -> tuple[Tombol, ...]:
    semua = (Tombol("Seluruh tim", perintah("tim")),) if lihat.di or lihat.nama else ()
    return (*geser_pekan(lihat, pekan), Tombol("Periksa", perintah("periksa")), *semua)


def _judul(lihat: Lihat, pekan: Pekan, desa: Desa) -> str:
    di = lihat.di or desa.tim.induk
    return f"Tim {nama_tempat(di, desa)}, {sebut_pekan(pekan)}"
