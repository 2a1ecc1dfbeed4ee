"""/laporan: the monthly report of field visits; what is in it, and as a file."""

from __future__ import annotations

import re
from datetime import date, timedelta

from data.desa import Desa
from handlers.catatan.bulan import baca_bulan
from handlers.dialog.baca.tanggal import BULAN, ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.kerja.mulai import mulai
from handlers.laporan.bulan_kunjungan import BulanKunjungan, kumpulkan
from handlers.laporan.kartu import UNTUK, judul, kartu_laporan
from handlers.laporan.pilihan import TERBANYAK, Kunjungan

HALAMAN = 8
"""Visits in a list; with the two that turn the page they fill one of ten."""
_BULAN = "|".join(nama.lower() for nama in BULAN)
SISA = re.compile(
    rf"(?:kunjungan\s*)?(?:lapangan\s*)?(?:bulan\s+)?(?:ini|lalu|(?:{_BULAN})(?:\s+20\d\d)?|20\d\d-\d\d)?(?:\s+(?:word|pdf|foto))?"
)


def ketik_bulan(sisa: str) -> bool:
    """'laporan oktober' is this; 'laporan kunjungan ke Sukamaju …' is somebody's report."""
    return SISA.fullmatch(sisa.strip().lower()) is not None


@dialog(
    "laporan",
    help="Laporan kunjungan sebulan",
    untuk=UNTUK,
    kata=("laporan kunjungan", "laporan kunjungan lapangan", "laporan bulanan", "lkd"),
    langsung=True,
    menu=False,
    ketik=ketik_bulan,
)
def laporan(d: Dialog, desa: Desa) -> Kabar:
    """'2026-11', and then 'word', 'pdf', or 'foto' with the number of a page"""
    bulan = bulan_laporan(d, desa)
    kata = d.argumen.lower().split()
    b = kumpulkan(desa, bulan)
    if "foto" in kata and b.berfoto:
        return Kabar(_daftar_foto(b, next((int(k) for k in kata if k.isascii() and k.isdigit() and len(k) < 3), 1)))
    for bentuk in ("word", "pdf"):
        if bentuk in kata and b.kunjungan:
            sebut = f"{judul(bulan)} ({bentuk.upper() if bentuk == 'pdf' else 'Word'})"
            return Kabar(mulai(desa, f"laporan_{bentuk}", {"bulan": f"{bulan:%Y-%m}"}, sebut))
    return Kabar(kartu_laporan(bulan, d.hari_ini, desa))


def bulan_laporan(d: Dialog, desa: Desa) -> date:
    """The month that is named. None named: this one, or the last while this one has no visit yet."""
    bulan = baca_bulan(d.argumen, d.hari_ini)
    ini = d.hari_ini.replace(day=1)
    if bulan != ini or re.search(rf"\bbulan ini\b|{ini:%Y-%m}|\b{BULAN[ini.month - 1].lower()}\b", d.argumen.lower()):
        return bulan
    lalu = (ini - timedelta(days=1)).replace(day=1)
    return lalu if not kumpulkan(desa, ini).kunjungan and kumpulkan(desa, lalu).kunjungan else ini


def _daftar_foto(b: BulanKunjungan, halaman: int) -> Pesan:
    """The visits with photos and how many of each are used; new ones are marked."""
    semua = b.berfoto
    terakhir = -(-len(semua) // HALAMAN)
    halaman = min(max(halaman, 1), terakhir)
    bulan = f"{b.bulan:%Y-%m}"
    tombol = [Tombol("Satu per satu", perintah(f"laporan_foto {bulan}"))]
    if b.baru and len(b.baru) < len(semua):
        tombol.insert(0, Tombol("Yang baru saja", perintah(f"laporan_foto {bulan} baru")))
    if b.laporan.foto is not None:
        tombol.append(Tombol("Pilihan awal", perintah(f"laporan_foto_awal {bulan}")))
    if halaman < terakhir:
        tombol.append(Tombol("Lainnya ›", perintah(f"laporan {bulan} foto {halaman + 1}")))
    if halaman > 1:
        tombol.append(Tombol("‹ Sebelumnya", perintah(f"laporan {bulan} foto {halaman - 1}")))
    tombol.append(Tombol("Ke laporannya", perintah(f"laporan {bulan}")))
    teks = f"{len(b.dipakai)} foto dipakai dari {b.jumlah_foto}; yang muat {TERBANYAK}."
    if b.laporan.foto is None:
        teks += " Ini pilihan awal: foto pertama tiap kunjungan dulu."
    butir = tuple(_butir(k, b) for k in semua[(halaman - 1) * HALAMAN : halaman * HALAMAN])
    return Pesan(
        f"{teks} Ketuk kunjungannya untuk mengganti.", judul="Foto laporan", daftar=butir, tombol=tuple(tombol)
    )


def _butir(k: Kunjungan, b: BulanKunjungan) -> Butir:
    terpakai = sum(f.kunjungan is k for f in b.dipakai)
    baru = ", baru" if k in b.baru else ""
    label = f"{ejaan_pendek(date.fromisoformat(k.k.tanggal))} {k.di.nama}"
    return Butir(
        label,
        perintah(f"laporan_foto {b.bulan:%Y-%m} {k.k.nomor}"),
        f"{terpakai} dari {len(k.foto)} foto dipakai{baru} · {sebut_kegiatan(k.k.kegiatan)}",
    )
