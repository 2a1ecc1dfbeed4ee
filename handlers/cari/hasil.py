"""What a search found, by page, with what would narrow it; or what would find more."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.lingkup import mencakup
from data.orang import PENDAMPING
from data.pencarian import (
    BUMDES,
    KDMP,
    KEGIATAN,
    KEMANDIRIAN,
    KEPUTUSAN,
    MASALAH,
    MUSDES,
    REGISTER,
    RENCANA,
    TERHITUNG,
    Hasil,
    Temuan,
    desa_disebut,
)
from handlers.cari.saringan import Saringan
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tim.lihat import nama_tempat, sebut_desa

HALAMAN = 8
"""Rows a page: with two buttons to turn them they fit a WhatsApp list of ten."""
TAHUN = 3
"""Years that are offered: the latest."""
SEBUT = {
    KEGIATAN: "Kegiatan",
    MUSDES: "Musdes",
    KEPUTUSAN: "Keputusan",
    REGISTER: "Register",
    RENCANA: "Rencana",
    MASALAH: "Masalah",
    BUMDES: "BUM Desa",
    KDMP: "KDMP",
    KEMANDIRIAN: "Kemandirian",
}
LAGI = Tombol("Cari lagi", perintah("cari"))


def hasil_cari(s: Saringan, d: Dialog, desa: Desa) -> Pesan:
    di, sisa, hasil = _cari(s, desa)
    dekat = desa.cari.dekat(s.kata) if hasil.sebagian or not hasil.jumlah else ""
    if not hasil.jumlah:
        return _nihil(s, dekat)
    lembar = -(-hasil.jumlah // HALAMAN)
    ini = min(s.halaman, lembar)
    tombol = (*_usul(s, dekat), *_jelajah(s, ini, lembar), *_persempit(s, hasil), *_lepas(s, di, sisa))
    panjang = any(not t.data for t in tombol)
    sini = f" di {nama_tempat(di, desa)}" if di else ""
    return Pesan(
        _kata(hasil, sini)
        + _mungkin(dekat)
        + ("\n\nDengan kata yang lebih sedikit, hasilnya bisa disaring." if panjang else ""),
        judul=f"Cari “{sebaris(s.kata, 40)}”" if s.kata else "Cari",
        tombol=(*(t for t in tombol if t.data), LAGI),
        daftar=tuple(_butir(t, d, desa) for t in hasil.temuan),
    )


def _cari(s: Saringan, desa: Desa) -> tuple[str, str, Hasil]:
    """The village that was named, the other words, and what is found.

    Where nothing is found there, the name is a word: 'studi banding ke Sukamaju'.
    """
    di, sisa = desa_disebut(s.kata, lambda kode: _boleh(kode, desa))
    hasil = _halaman(s, sisa, di, desa)
    if di and (hasil.sebagian or not hasil.jumlah):
        lain = _halaman(s, s.kata, "", desa)
        if lain.jumlah and not (lain.sebagian and hasil.jumlah):
            return "", s.kata, lain
    return di, sisa, hasil


def _boleh(kode: str, desa: Desa) -> bool:
    """Villages where somebody works with us, and that are the person's to read of."""
    lingkup = desa.lingkup
    return any(mencakup(a, kode) for a in lingkup.baca | lingkup.dampingan) and desa.wilayah.ambil(kode) is not None


def _halaman(s: Saringan, kata: str, di: str, desa: Desa) -> Hasil:
    """A page beyond the last is the last."""

    def lembar(n: int) -> Hasil:
        return desa.cari.temukan(kata, desa=di, tahun=s.tahun, apa=s.apa, batas=HALAMAN, mulai=(n - 1) * HALAMAN)

    hasil = lembar(s.halaman)
    return hasil if hasil.temuan or not hasil.jumlah else lembar(-(-hasil.jumlah // HALAMAN))


def _kata(hasil: Hasil, sini: str) -> str:
    if hasil.sebagian:
        return f"Belum ada yang memuat semua katanya{sini}. Ini yang paling dekat."
    if hasil.lebih:
        return f"Lebih dari {TERHITUNG} yang cocok{sini}; ini yang terbaru. Ketuk untuk membuka."
    return f"{hasil.jumlah} yang cocok{sini}. Ketuk untuk membuka."


def _butir(t: Temuan, d: Dialog, desa: Desa) -> Butir:
    sendiri = t.milik and set(d.orang.peran) & set(PENDAMPING)
    buka = {
        KEGIATAN: "riwayat" if sendiri else "riwayat_desa",
        MUSDES: "musdes",
        KEPUTUSAN: "putusan",
        REGISTER: "register",
        RENCANA: "rencana",
        MASALAH: "masalah",
        BUMDES: "bumdes",
        KDMP: "kdmp",
        KEMANDIRIAN: "kemandirian",
    }
    return Butir(
        f"{t.nomor} {sebut_desa(t.desa, desa)}",
        perintah(f"{buka[t.apa]} {t.desa if t.apa in (BUMDES, KDMP) else t.nomor}"),
        f"{date.fromisoformat(t.tanggal):%d/%m/%y} {t.cuplikan}",
    )


def _jelajah(s: Saringan, ini: int, lembar: int) -> list[Tombol]:
    maju = [Tombol("Lainnya ›", s.perintah(halaman=ini + 1))] if ini < lembar else []
    return maju + ([Tombol("‹ Sebelumnya", s.perintah(halaman=ini - 1))] if ini > 1 else [])


def _persempit(s: Saringan, hasil: Hasil) -> list[Tombol]:
    """By kind and year where there is more than one, with how many there are; or the way back."""
    tombol = [Tombol("Semua jenis", s.perintah(apa=""))] if s.apa else []
    if len(hasil.menurut_jenis) > 1:
        tombol += [Tombol(f"{SEBUT[apa]} ({n})", s.perintah(apa=apa)) for apa, n in hasil.menurut_jenis.items()]
    tombol += [Tombol("Semua tahun", s.perintah(tahun=0))] if s.tahun else []
    if len(hasil.menurut_tahun) > 1:
        semua = list(hasil.menurut_tahun.items())[:TAHUN]
        tombol += [Tombol(f"Tahun {tahun} ({n})", s.perintah(tahun=tahun)) for tahun, n in semua]
    return tombol


def _lepas(s: Saringan, di: str, sisa: str) -> list[Tombol]:
    """The same words, wherever it was."""
    return [Tombol("Semua desa", s.perintah(kata=sisa))] if di and sisa else []


def _mungkin(dekat: str) -> str:
    """The same words without what looks like a slip."""
    return f"\n\nMungkin maksudnya “{sebaris(dekat, 60)}”?" if dekat else ""


def _usul(s: Saringan, dekat: str) -> list[Tombol]:
    return [Tombol("Ya, cari itu", s.perintah(kata=dekat))] if dekat else []


def _nihil(s: Saringan, dekat: str) -> Pesan:
    sebut = f"“{sebaris(s.kata, 60)}”" if s.kata else "Yang dicari"
    coba = ["kata yang lebih sedikit", "ejaan lain"]
    tombol = _usul(s, dekat)
    if s.apa or s.tahun:
        coba.insert(0, "tanpa saringan")
        tombol.append(Tombol("Tanpa saringan", s.perintah(apa="", tahun=0)))
    teks = f"{sebut} belum ketemu di catatan yang bisa Anda baca. Coba {', '.join(coba[:-1])}, atau {coba[-1]}."
    return Pesan(teks + _mungkin(dekat), tombol=(*(t for t in tombol if t.data), LAGI))
