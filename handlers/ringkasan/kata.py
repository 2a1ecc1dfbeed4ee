"""A digest as it is read: a kecamatan's month with its people, a wider place by exception. At most 1,000 characters."""

from __future__ import annotations

from dataclasses import dataclass

from data.ringkasan import AngkaBagian, AngkaRingkas
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.rekap.sebut import rentang
from handlers.ringkasan.kata_kecamatan import daftar_orang, teks_kecamatan
from handlers.ringkasan.kata_luas import daftar_bagian, teks_luas
from handlers.ringkasan.sebut import (
    banding,
    kata_bagian,
    kata_desa,
    masa_dari,
    nama_bagian,
    sebut_bulan,
    sebut_capaian,
    sebut_masa,
    tulis_masa,
)

TERPANJANG = 1000


@dataclass(frozen=True)
class Rinci:
    """How much is said: reasons a part is named with, people that are listed, whether targets are; the rest opens."""

    sebab: int
    orang: int
    target: bool


SECUKUPNYA = (Rinci(2, 8, target=True), Rinci(1, 5, target=True), Rinci(1, 3, target=False))
"""The fullest first; the last always fits."""


def pesan_ringkasan(a: AngkaRingkas, *, nama: bool, tombol: tuple[Tombol, ...] = ()) -> Pesan:
    """`nama`: also who logged how much. `tombol`: what else stands under it."""
    semua = (_teks(a, rinci, nama=nama) for rinci in SECUKUPNYA)
    muat = TERPANJANG - len(judul(a)) - 2
    return Pesan(
        next((teks for teks in semua if len(teks) <= muat), _teks(a, SECUKUPNYA[-1], nama=nama)),
        judul=judul(a),
        daftar=daftar_orang(a) if nama and a.orang else daftar_bagian(a),
        tombol=(*tombol_rinci(a, nama=nama), *tombol),
        templat=Templat("kd_ringkasan", (_kapan(a), sebaris(nama_bagian(a.jumlah), 60))),
    )


def _kapan(a: AngkaRingkas) -> str:
    return f"bulan {sebut_bulan(a.dari)}" if a.bulanan else f"pekan {rentang(a.dari, a.sampai)}"


def _teks(a: AngkaRingkas, rinci: Rinci, *, nama: bool) -> str:
    isi = teks_kecamatan(a, rinci.orang if nama else 0) if len(a.kode) == 8 else teks_luas(a, rinci.sebab)
    return "\n\n".join((f"{sebut_masa(a)}.\n" + "\n".join(_angka(a.jumlah)), *isi, *_target(a, rinci)))


def judul(a: AngkaRingkas) -> str:
    return f"Ringkasan {'bulan' if a.bulanan else 'pekan'}, {sebaris(nama_bagian(a.jumlah), 48)}"


def kata_ringkasan(a: AngkaRingkas, *lain: str) -> str:
    """Of a button that opens it."""
    return perintah(" ".join(("ringkasan", a.kode, tulis_masa(masa_dari(a)), *lain)))


def tombol_rinci(a: AngkaRingkas, *, nama: bool) -> tuple[Tombol, ...]:
    semua = [("bagian", f"Semua {kata_bagian(a.kode)}")] if a.bagian else []
    semua += [("orang", "Semua pendamping")] if nama and a.orang else []
    semua += [("desa", f"Semua {kata_desa(a.kode)}")] if a.desa else []
    return tuple(Tombol(label, kata_ringkasan(a, apa)) for apa, label in semua)


def _angka(j: AngkaBagian) -> list[str]:
    """What went well, and how it differs from the period before."""
    if j.kosong:
        return ["Belum ada yang bertugas atau mencatat di sini."]
    catatan = f"{ejaan_angka(j.catatan) if j.catatan else 'Belum ada'} catatan{banding(j.catatan, j.lalu.catatan)}"
    kunjungan = f", {ejaan_angka(j.kunjungan)} kunjungan{banding(j.kunjungan, j.lalu.kunjungan)}" if j.catatan else ""
    baris = [f"{catatan}{kunjungan}."]
    if j.orang:
        baris.append(f"{ejaan_angka(j.mencatat)} dari {ejaan_angka(j.orang)} pendamping mencatat.")
    if j.desa:
        baris.append(
            f"{ejaan_angka(j.dikunjungi)} dari {ejaan_angka(j.desa)} {kata_desa(j.kode)} dikunjungi"
            f"{banding(j.dikunjungi, j.lalu.dikunjungi)}."
        )
    if j.musdes or j.selesai:
        baris.append(
            f"{ejaan_angka(j.musdes)} musyawarah dengan {ejaan_angka(j.putusan)} keputusan; "
            f"{ejaan_angka(j.selesai)} keputusan selesai dijalankan."
        )
    return baris


def _target(a: AngkaRingkas, rinci: Rinci) -> list[str]:
    bawah = a.jumlah.di_bawah if rinci.target else []
    return [f"Masih di bawah target: {'; '.join(sebut_capaian(c) for c in bawah)}."] if bawah else []
