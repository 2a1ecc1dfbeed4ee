"""/rekap: a kecamatan's week so far, the weeks before, and the list behind every figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.rekap import AngkaRekap
from data.wilayah import Wilayah, dari_kode
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.rekap.kata import berkas_rekap, judul_rekap, teks_rekap
from handlers.rekap.minta import Minta, baca_minta, kecamatan
from handlers.rekap.rincian import BAGIAN, SEMUA, bagian
from handlers.rekap.sebut import rentang
from handlers.tim.lihat import selembar

KODE_KECAMATAN = 8
"""Characters of its code."""
LAMA = 52
"""Weeks that can be looked back on."""
BUKAN = Pesan(
    "Rekap pekan dibuka koordinator kecamatannya: PD, pendamping teknis, Camat, atau TAPM yang sudah disahkan. "
    "Catatan Anda sendiri ada di riwayat.",
    tombol=(Tombol("Riwayat", perintah("riwayat")), Tombol("Menu", perintah("menu"))),
)


@dialog(
    "rekap",
    help="Rekap pekan kecamatan",
    untuk=(*PENDAMPING, CAMAT, ADMIN),
    kata=("rekap pekan", "rekap mingguan", "rekap kecamatan"),
    langsung=True,
    menu=False,
)
def rekap(d: Dialog, desa: Desa) -> Kabar:
    minta = baca_minta(d.argumen, BAGIAN)
    if not minta.kode:
        semua = kecamatan(desa, minta.nama)
        if len(semua) != 1:
            return Kabar(_pilih(semua, minta, desa))
        minta = replace(minta, kode=semua[0].kode)
    return Kabar(_pekan(minta, desa))


def _pekan(minta: Minta, desa: Desa) -> Pesan:
    if not desa.lingkup.boleh_baca(minta.kode) or dari_kode(minta.kode) is None:
        return BUKAN
    ini = desa.rekap.senin(minta.kode)
    senin = min(max(minta.senin or ini, ini - timedelta(weeks=LAMA)), ini)
    angka = desa.rekap.pekan(minta.kode, senin, kini=minta.senin is None)
    assert angka is not None
    if minta.bagian:
        return bagian(angka, replace(minta, senin=senin), desa)
    return Pesan(
        teks_rekap(angka, nama=desa.rekap.boleh_nama(angka.kode)),
        judul=judul_rekap(angka),
        tombol=_tombol(angka, ini, desa),
        berkas=_berkas(angka, minta),
    )


def _berkas(angka: AngkaRekap, minta: Minta) -> Berkas:
    """The picture says what the text says: as it was sent, or as it stands."""
    berkas = berkas_rekap(angka)
    return berkas if minta.senin else Berkas(berkas.nama, berkas.resep, {**berkas.bahan, "kini": 1}, gambar=True)


def _tombol(angka: AngkaRekap, ini: date, desa: Desa) -> tuple[Tombol, ...]:
    minta = Minta(angka.kode, angka.senin)
    lalu, depan = angka.senin - timedelta(weeks=1), angka.senin + timedelta(weeks=1)
    geser = [Tombol(f"‹ {rentang(lalu, lalu + timedelta(days=6))[:34]}", minta.perintah(senin=lalu))]
    if angka.senin < ini:
        geser.append(Tombol("Pekan ini", Minta(angka.kode).perintah()) if depan == ini else _pekan_depan(minta, depan))
    atur = (Tombol("Atur rekap", perintah("aturrekap")),) if desa.rekap.boleh_atur(angka.kode) else ()
    return (Tombol("Semua rincian", minta.perintah(bagian=SEMUA)), *geser, *atur)


def _pekan_depan(minta: Minta, depan: date) -> Tombol:
    return Tombol(f"{rentang(depan, depan + timedelta(days=6))[:34]} ›", minta.perintah(senin=depan))


def _pilih(semua: list[Wilayah], minta: Minta, desa: Desa) -> Pesan:
    if not any(len(kode) <= KODE_KECAMATAN for kode in desa.lingkup.baca):
        return BUKAN
    if not semua:
        kata = f"“{sebaris(minta.nama, 40)}” belum ada di wilayah tugas Anda. " if minta.nama else ""
        return Pesan(
            f"{kata}Ketik nama kecamatannya, contoh: /rekap cibeber",
            tombol=(Tombol("Riwayat", perintah("riwayat")), Tombol("Menu", perintah("menu"))),
        )
    tampak, ini, lembar = selembar(semua, minta.halaman)
    ket = pembeda(tuple(semua))
    lain = replace(minta, kode="", senin=None, bagian="")
    maju = (Tombol("Lainnya ›", lain.perintah(halaman=ini + 1)),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", lain.perintah(halaman=ini - 1)),) if ini > 1 else ()
    return Pesan(
        "Rekap kecamatan mana? Ketuk, atau ketik namanya, contoh: /rekap cibeber",
        judul="Rekap pekan",
        daftar=tuple(Butir(w.nama, Minta(w.kode).perintah(), ket[w.kode]) for w in tampak),
        tombol=(*maju, *mundur),
    )
