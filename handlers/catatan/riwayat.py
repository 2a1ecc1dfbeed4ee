"""/riwayat: own entries by month and village; one entry with what can be done to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.catatan.baris_drp import siap_salin
from handlers.catatan.bulan import akhir_bulan, baca_bulan, sebut_bulan
from handlers.catatan.nomor_catatan import NOMOR, tak_ketemu
from handlers.catatan.riwayat_desa import catatan_lain, riwayat_desa
from handlers.catatan.tanda import keterangan, tanda
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu, sebut_kegiatan

__all__ = [
    "NOMOR",
    "akhir_bulan",
    "baca_bulan",
    "riwayat",
    "sebut_bulan",
    "tak_ketemu",
    "tempat_dari",
    "tindakan",
]
HALAMAN = 8


@dataclass(frozen=True)
class Saringan:
    bulan: date
    """The first day of the month."""
    desa: str = ""
    halaman: int = 1

    def perintah(self, **ganti: Any) -> str:
        lain = replace(self, **ganti)
        return perintah(f"riwayat {lain.bulan:%Y-%m} {lain.desa or '-'} {lain.halaman}")


@dialog("riwayat", help="Lihat catatan saya", untuk=PENDAMPING, kata=("catatan saya", "daftar kegiatan"), langsung=True)
def riwayat(d: Dialog, desa: Desa) -> Kabar:
    kata, _, sisa = d.argumen.strip().partition(" ")
    if kata.lower() == "desa":
        return riwayat_desa.fungsi(replace(d, argumen=sisa), desa)
    if nomor := NOMOR.search(d.argumen):
        return Kabar(_satu(nomor[1].upper(), desa, d.orang.zona))
    return Kabar(_daftar(_saringan(d, desa), desa))


def _saringan(d: Dialog, desa: Desa) -> Saringan:
    """'2026-11 32.03.03.2013 2', or words: 'oktober sukamaju'."""
    kata = d.argumen.lower().split()
    tempat = next((w.kode for w in desa.dampingan() if w.kode in kata or w.nama.lower() in kata), "")
    halaman = next((int(k) for k in kata if k.isascii() and k.isdigit() and len(k) < 3), 1)
    return Saringan(baca_bulan(d.argumen, d.hari_ini), tempat, max(halaman, 1))


def _daftar(s: Saringan, desa: Desa) -> Pesan:
    semua = desa.kegiatan.rentang(s.bulan, akhir_bulan(s.bulan), desa=s.desa)[::-1]
    nama = {w.kode: w.nama for w in desa.dampingan()}
    mulai = (s.halaman - 1) * HALAMAN
    butir = tuple(_butir(k, desa) for k in semua[mulai : mulai + HALAMAN])
    di = f" di {nama[s.desa]}" if s.desa else ""
    teks = f"{len(semua)} catatan{di}. Ketuk untuk membuka." if semua else f"Belum ada catatan{di} di bulan ini."
    return Pesan(
        teks, judul=f"Riwayat {sebut_bulan(s.bulan)}", tombol=_jelajah(s, len(semua), nama, desa), daftar=butir
    )


def _butir(k: Kegiatan, desa: Desa) -> Butir:
    tempat = desa.wilayah.ambil(k.desa)
    label = f"{ejaan_pendek(date.fromisoformat(k.tanggal))} {tempat.nama if tempat else k.desa}"
    return Butir(
        label, perintah(f"riwayat {k.nomor}"), f"{sebut_kegiatan(k.kegiatan)}, {RentangJam.dari_json(k.jam)}{tanda(k)}"
    )


def _jelajah(s: Saringan, jumlah: int, nama: dict[str, str], desa: Desa) -> tuple[Tombol, ...]:
    tombol = []
    if s.halaman * HALAMAN < jumlah:
        tombol.append(Tombol("Lebih lama ›", s.perintah(halaman=s.halaman + 1)))
    if s.halaman > 1:
        tombol.append(Tombol("‹ Lebih baru", s.perintah(halaman=s.halaman - 1)))
    bulan = [date.fromisoformat(f"{b}-01") for b in desa.kegiatan.bulan_terisi()]
    tombol += [Tombol(sebut_bulan(b), s.perintah(bulan=b, halaman=1)) for b in bulan if b != s.bulan][:3]
    if s.desa:
        tombol.append(Tombol("Semua desa", s.perintah(desa="", halaman=1)))
    elif jumlah and 1 < len(nama) <= 6:
        tombol += [Tombol(n, s.perintah(desa=kode, halaman=1)) for kode, n in nama.items()]
    return tuple(tombol)


def _satu(nomor: str, desa: Desa, zona: str) -> Pesan:
    k = desa.kegiatan.ambil(nomor)
    di = desa.wilayah.ambil(k.desa) if k else None
    if k is None or di is None:
        return catatan_lain(nomor, desa) or tak_ketemu(nomor)
    foto = desa.kegiatan.foto(k.id)
    contoh = "\n(data contoh)" if k.contoh else ""
    return Pesan(
        f"{kartu(k, di, len(foto))}{contoh}{_periksa(k, desa, zona)}\n\nUntuk DRP:\n{siap_salin(k, di)}",
        judul=f"#{nomor}",
        tombol=(*tindakan(nomor), Tombol("Buat siaran", perintah(f"siaran {nomor}"))),
        foto=tuple(f.sidik for f in foto),
    )


def _periksa(k: Kegiatan, desa: Desa, zona: str) -> str:
    return f"\n\n{satu}" if (satu := keterangan(k, desa, zona)) else ""


def tindakan(nomor: str) -> tuple[Tombol, ...]:
    return (
        Tombol("Ubah", perintah(f"ubah {nomor}")),
        Tombol("Catat serupa", perintah(f"catat ulang {nomor}")),
        Tombol("Hapus", perintah(f"hapus {nomor}")),
        Tombol("Riwayat", perintah("riwayat")),
    )


def tempat_dari(k: Kegiatan, desa: Desa) -> Wilayah:
    """The entry's place: known, since the entry refers to it."""
    di = desa.wilayah.ambil(k.desa)
    assert di is not None
    return di
