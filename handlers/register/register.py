"""/register: which registers there are, with how much is in them; and anything of theirs by its number."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.register import muat_register
from data.register import Register
from data.register.baca import jenis_dari
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.register.daftar import daftar
from handlers.register.kartu import kartu, riwayat, seketika
from handlers.register.pasang import pasang_keadaan
from handlers.register.sebut import NOMOR, PEMBACA, tak_ada
from handlers.register.xlsx import kirim_xlsx, tombol_semua
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar


@dialog(
    "register",
    help="Lihat semua register desa",
    untuk=PEMBACA,
    kata=("semua register", "buku register", "register desa"),
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
)
def register(d: Dialog, desa: Desa) -> Kabar:
    """'', 'aset sukamaju', 'xlsx', 'AL-2611-0003', 'AL-2611-0003 dipakai', 'AL-2611-0003 riwayat h2'"""
    if cocok := NOMOR.search(d.argumen):
        r = desa.register.ambil(cocok[1])
        if r is None:
            return Kabar(tak_ada(cocok[1]))
        return Kabar(_satu(r, d.argumen[cocok.end() :].lower().split(), d, desa))
    kode, _, sisa = d.argumen.strip().lower().partition(" ")
    if kode in ("xlsx", "excel"):
        return Kabar(kirim_xlsx("", "", d, desa))
    for jenis in muat_register().semua:
        if jenis.kode == kode and not jenis.khusus:
            return Kabar(daftar(jenis, sisa, d, desa))
    return Kabar(_semua(baca_lihat(d.argumen).halaman, desa))


def _satu(r: Register, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    if "riwayat" in kata:
        return riwayat(r, baca_lihat(" ".join(kata)).halaman, d, desa)
    keadaan = jenis_dari(r.jenis).keadaan_dari(kata[0]) if kata else None
    if keadaan and desa.register.boleh_ubah(r) and _bisa(r, keadaan.kode):
        return pasang_keadaan(r, keadaan.kode, "", d, desa)
    return kartu(r, d, desa, lain="lainnya" in kata)


def _bisa(r: Register, kode: str) -> bool:
    """A state of which nothing is asked; also the one that it has, for a button tapped twice."""
    semua = jenis_dari(r.jenis).berikut(r.keadaan)
    return kode == r.keadaan or any(k.kode == kode and seketika(r, k) for k in semua)


def _semua(halaman: int, desa: Desa) -> Pesan:
    hitung = desa.register.hitung()
    baris = []
    for jenis in muat_register().semua:
        if jenis.warisan and not desa.pengaturan.warisan:
            continue
        ini = [h for h in hitung if h.jenis == jenis.kode]
        n, tempat = sum(h.jumlah for h in ini if h.terbuka), len({h.desa for h in ini if h.terbuka})
        tutup = sum(h.jumlah for h in ini if not h.terbuka)
        di = f" di {tempat} tempat" if tempat > 1 else ""
        ket = f"{n} tercatat{di}" if n else f"{tutup} sudah ditutup" if tutup else "belum ada"
        baris.append(Butir(jenis.nama, perintah(jenis.kode), ket))
    tampak, ini_, lembar = selembar(baris, halaman)
    unduh: tuple[Tombol, ...] = (tombol_semua(),) if hitung else ()
    return Pesan(
        "Catatan desa selain kegiatan dan musdes. Ketuk untuk membuka atau menambah.",
        judul="Register desa",
        daftar=tuple(tampak),
        tombol=(*jelajah("register", Lihat(), ini_, lembar), *unduh),
    )
