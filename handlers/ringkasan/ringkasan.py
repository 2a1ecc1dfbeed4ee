"""/ringkasan: one's own place this month or week, the periods before, and all that its exceptions leave out."""

from __future__ import annotations

from dataclasses import replace

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from data.ringkasan import AngkaRingkas, DesaRingkas, Masa, masa, sebab
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.ringkasan.kata import judul, pesan_ringkasan
from handlers.ringkasan.kata_kecamatan import butir_orang
from handlers.ringkasan.kata_luas import butir_bagian
from handlers.ringkasan.minta import Minta, baca_minta, tempat_diminta
from handlers.ringkasan.sebut import LABEL, kata_bagian, kata_desa, lama_tak_dikunjungi, sebut_masa, tombol_masa
from handlers.tim.lihat import selembar

BUKAN = Pesan(
    "Ringkasan dibuka PD, pendamping teknis, Camat, atau TAPM yang tugasnya sudah disahkan, untuk wilayahnya sendiri.",
    tombol=(Tombol("Menu", perintah("menu")),),
)


@dialog(
    "ringkasan",
    help="Ringkasan wilayah",
    untuk=(*PENDAMPING, CAMAT, ADMIN),
    kata=("ringkasan wilayah", "ringkasan bulan", "ringkasan pekan"),
    langsung=True,
    menu=False,
)
def ringkasan(d: Dialog, desa: Desa) -> Kabar:
    minta = baca_minta(d.argumen)
    semua = tempat_diminta(minta, desa)
    if len(semua) != 1:
        return Kabar(_pilih(semua, minta, desa))
    return Kabar(_buka(replace(minta, kode=semua[0].kode), desa))


def _buka(minta: Minta, desa: Desa) -> Pesan:
    biasa = desa.ringkasan.masa_biasa(minta.kode)
    untuk = desa.ringkasan.jepit(minta.kode, minta.masa) if minta.masa else biasa
    angka = desa.ringkasan.buka(minta.kode, untuk)
    assert angka is not None
    nama = desa.ringkasan.boleh_nama(minta.kode)
    minta = replace(minta, masa=untuk)
    if isi := _baris(angka, minta.bagian, nama=nama):
        return _daftar(angka, isi, minta)
    return pesan_ringkasan(angka, nama=nama, tombol=(*_geser(minta.kode, untuk, desa), TARGET))


TARGET = Tombol("Target", perintah("target"))


def _geser(kode: str, untuk: Masa, desa: Desa) -> tuple[Tombol, ...]:
    """To the period before, the one after, and of a kabupaten from weeks to months and back."""
    hasil = []
    if lalu := desa.ringkasan.sebelum(kode, untuk):
        hasil.append(Tombol(f"‹ {tombol_masa(lalu)}", Minta(kode, lalu).perintah()))
    if depan := desa.ringkasan.sesudah(kode, untuk):
        hasil.append(Tombol(f"{tombol_masa(depan)} ›", Minta(kode, depan).perintah()))
    if len(kode) == 5:
        lain = masa(desa.ringkasan.hari_ini(kode), bulanan=not untuk.bulanan)
        hasil.append(Tombol("Bulan ini" if lain.bulanan else "Pekan ini", Minta(kode, lain).perintah()))
    return tuple(hasil)


def _baris(a: AngkaRingkas, apa: str, *, nama: bool) -> list[Butir]:
    if apa == "bagian":
        return [butir_bagian(satu, sebab(satu), a) for satu in a.bagian]
    if apa == "orang" and nama:
        return [butir_orang(o, a) for o in a.orang]
    return [_butir_desa(d, a) for d in a.desa] if apa == "desa" else []


def _butir_desa(d: DesaRingkas, a: AngkaRingkas) -> Butir:
    ket = f"belum dikunjungi {lama_tak_dikunjungi(a)}" if d.lama else f"{d.kunjungan} kunjungan"
    return Butir(sebaris(d.nama, LABEL), perintah(f"riwayat_desa {d.kode}"), ket)


def _daftar(a: AngkaRingkas, isi: list[Butir], minta: Minta) -> Pesan:
    tampak, ini, lembar = selembar(isi, minta.halaman)
    kata = {"bagian": kata_bagian(a.kode), "orang": "pendamping", "desa": kata_desa(a.kode)}[minta.bagian]
    maju = (Tombol("Lainnya ›", minta.perintah(halaman=ini + 1)),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", minta.perintah(halaman=ini - 1)),) if ini > 1 else ()
    return Pesan(
        f"{sebut_masa(a)}. {len(isi)} {kata}; ketuk untuk membuka.",
        judul=judul(a),
        daftar=tuple(tampak),
        tombol=(*maju, *mundur, Tombol("Ringkasannya", minta.perintah(bagian="", halaman=1))),
    )


def _pilih(semua: list[Wilayah], minta: Minta, desa: Desa) -> Pesan:
    if not desa.ringkasan.tempat:
        return BUKAN
    if not semua:
        sebut = sebaris(minta.nama or minta.kode, 40)
        kata = f"“{sebut}” belum ada di wilayah tugas Anda. " if sebut else ""
        return Pesan(
            f"{kata}Ketik nama wilayahnya, contoh: /ringkasan cianjur",
            tombol=(Tombol("Ringkasan saya", perintah("ringkasan")), Tombol("Menu", perintah("menu"))),
        )
    tampak, ini, lembar = selembar(semua, minta.halaman)
    ket = pembeda(tuple(semua))
    lain = replace(minta, kode="", bagian="")
    maju = (Tombol("Lainnya ›", lain.perintah(halaman=ini + 1)),) if ini < lembar and not minta.nama else ()
    mundur = (Tombol("‹ Sebelumnya", lain.perintah(halaman=ini - 1)),) if ini > 1 else ()
    return Pesan(
        "Ringkasan wilayah mana?",
        judul="Ringkasan",
        daftar=tuple(
            Butir(sebaris(sebut_tempat(w), LABEL), Minta(w.kode, minta.masa).perintah(), ket[w.kode]) for w in tampak
        ),
        tombol=(*maju, *mundur),
    )
