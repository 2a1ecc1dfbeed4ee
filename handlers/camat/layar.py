"""The screen of one report: how much is in it, its parts, how far its draft is."""

from __future__ import annotations

from datetime import date

from data.camat import Isi, Laporan
from data.camat.isi import BAGIAN
from data.desa import Desa
from data.katalog.laporan_camat import muat_laporan_camat
from handlers.camat.bagian import ket_bagian
from handlers.camat.kalimat import hari, tempat, utuh
from handlers.camat.minta import alamat, geser, perintah_laporan, terlama
from handlers.catatan.bulan import sebut_bulan
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah

BELUM = "Belum ada draf."
AJAK = "Lengkapi bagiannya bila perlu, lalu ketuk Buat draf."
DISIAPKAN = "PD kecamatan ini yang menyiapkan."


def layar(lap: Laporan, isi: Isi, desa: Desa, kepala: str = "") -> Pesan:
    usang = bool(lap.versi) and desa.camat.usang(lap, isi)
    bagian = [kepala, _masa(isi), _angka(isi), _status(lap, desa, usang=usang)]
    return Pesan(
        "\n\n".join(satu for satu in bagian if satu),
        judul=f"Laporan Camat, {tempat(lap.kecamatan, isi.nama)}",
        daftar=tuple(
            Butir(f"{k}. {muat_laporan_camat().ambil(k).pendek}", perintah_laporan(lap, f"b{k}"), ket_bagian(lap, k))
            for k in BAGIAN
        ),
        tombol=(*_tombol(lap, desa, usang=usang), *_bulan_lain(lap, isi, desa)),
    )


def _masa(isi: Isi) -> str:
    if utuh(isi):
        return sebut_bulan(isi.awal)
    sampai = date.fromisoformat(isi.sampai)
    return f"{sebut_bulan(isi.awal)}, sampai tanggal {sampai.day}"


def _angka(isi: Isi) -> str:
    if not isi.catatan and not isi.musdes:
        return "Belum ada kegiatan yang tercatat di bulan itu."
    putusan = sum(len(m.putusan) for m in isi.musdes)
    bagian = [f"{isi.catatan} kegiatan, {isi.kunjungan} kunjungan ke {isi.dikunjungi} dari {len(isi.desa)} desa"]
    bagian += [f"{n} {apa}" for n, apa in ((len(isi.musdes), "musdes"), (putusan, "keputusan")) if n]
    return f"{', '.join(bagian)}{f', {n} masalah' if (n := len(isi.masalah)) else ''}."


def _status(lap: Laporan, desa: Desa, *, usang: bool) -> str:
    if not lap.versi:
        return f"{BELUM} {AJAK if desa.camat.boleh_tulis(lap.kecamatan) else DISIAPKAN}"
    berubah = " Isinya sudah berubah sejak versi ini." if usang else ""
    if tanda := desa.camat.tanda(lap, lap.versi):
        surat = f"surat {tanda.surat}, {hari(tanda.tanggal)}"
        return f"{lap.nomor}, versi {lap.versi}, sudah ditandatangani: {surat}.{berubah}"
    return f"Draf {lap.nomor}, versi {lap.versi}.{berubah}"


def _tombol(lap: Laporan, desa: Desa, *, usang: bool) -> tuple[Tombol, ...]:
    hasil = []
    menulis = desa.camat.boleh_tulis(lap.kecamatan)
    if menulis and (usang or not lap.versi):
        hasil.append(Tombol("Perbarui draf" if lap.versi else "Buat draf", perintah_laporan(lap, "terbit")))
    if lap.versi:
        hasil += [Tombol("PDF", perintah_laporan(lap, "pdf")), Tombol("Word", perintah_laporan(lap, "word"))]
        if menulis:
            label = "Betulkan nomornya" if lap.resmi else "Sudah ditandatangani"
            hasil.append(Tombol(label, perintah(f"camat_tanda {alamat(lap)}")))
    if lap.versi > 1:
        hasil.append(Tombol("Versi lama", perintah_laporan(lap, "lama")))
    if lap.id:
        hasil.append(Tombol("Riwayat", perintah_laporan(lap, "riwayat")))
    return tuple(hasil)


def _bulan_lain(lap: Laporan, isi: Isi, desa: Desa) -> tuple[Tombol, ...]:
    hari_ini, hasil = desa.camat.hari_ini(lap.kecamatan), []
    for bulan, bentuk in ((geser(isi.awal, -1), "‹ {}"), (geser(isi.awal, 1), "{} ›")):
        if terlama(hari_ini) <= bulan <= hari_ini:
            label = bentuk.format(f"{BULAN[bulan.month - 1]} {bulan.year}")
            hasil.append(Tombol(label, perintah(f"laporan_camat {lap.kecamatan} {bulan:%Y-%m}")))
    return tuple(hasil)


def ke_laporan(lap: Laporan) -> Tombol:
    return Tombol("Laporannya", perintah_laporan(lap))
