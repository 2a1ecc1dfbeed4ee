"""/kader: one village's kader, all of a place with what is still missing, one card; a kader sees their own."""

from __future__ import annotations

from data.desa import Desa
from data.kader import GIAT, KADER
from data.katalog.kader import nama_pilihan
from data.orang import ADMIN, CAMAT, KPMD, PENDAMPING
from data.register import Register
from data.register.baca import jenis_dari
from handlers.bumdes.tempat import LEMBAR, pandang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.ikhtisar import banyak_desa, luas, satu_desa, siap_naik
from handlers.kader.kartu_kader import tombol_latih
from handlers.kader.lembar import kirim_lembar
from handlers.kader.sebut import NOMOR, hanya_kader, ketik_kader, sebut_hari, tak_ada
from handlers.register.daftar import daftar
from handlers.register.kartu import kartu
from handlers.tim.lihat import HALAMAN, baca_lihat

PEMBACA = (*PENDAMPING, KPMD, CAMAT, ADMIN)
SIAP = "siap"
BELUM = (
    "Belum ada kartu kader atas nama Anda. Pendamping desa Anda bisa menghubungkannya; sementara itu, "
    "kegiatan tetap bisa dicatat."
)


@dialog(
    "kader",
    help="Lihat kader desa",
    untuk=PEMBACA,
    kata=jenis_dari(KADER).kata,
    langsung=True,
    menu=False,
    pokok=True,
    ketik=ketik_kader,
)
def kader(d: Dialog, desa: Desa) -> Kabar:
    """'', 'sukamaju', 'siap', '32.03.03 xlsx', '32.03.03.2013 +tutup', 'KD-2611-0003', 'KD-2611-0003 kegiatan h2'"""
    if cocok := NOMOR.search(d.argumen):
        return Kabar(_satu(cocok[1], d.argumen[cocok.end() :].lower(), d, desa))
    if hanya_kader(desa):
        return Kabar(_saya(d, desa))
    if "+" in d.argumen:
        return Kabar(daftar(jenis_dari(KADER), d.argumen, d, desa))
    kata = d.argumen.lower().split()
    p = pandang("kader", "Kader di mana?", " ".join(k for k in kata if k != SIAP), desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        return Kabar(kirim_lembar(p, d, desa))
    if not p.desa:
        return Kabar(luas(p, desa))
    if SIAP in kata:
        return Kabar(siap_naik(p, desa))
    return Kabar(satu_desa(p.desa[0], p, desa) if len(p.desa) == 1 else banyak_desa(p, desa))


def _satu(nomor: str, sisa: str, d: Dialog, desa: Desa) -> Pesan:
    r = desa.kader.ambil(nomor)
    if r is None:
        return tak_ada(nomor)
    if "kegiatan" in sisa:
        return kegiatan(r, baca_lihat(sisa).halaman, d, desa)
    return kartu(r, d, desa)


def _saya(d: Dialog, desa: Desa) -> Pesan:
    semua = desa.kader.saya(terbuka=None)
    catat = Tombol("Catat kegiatan", perintah("giat"))
    if not semua:
        return Pesan(BELUM, tombol=(catat, Tombol("Kegiatan saya", perintah(GIAT))))
    if len(semua) == 1:
        return kartu(semua[0], d, desa)
    butir = tuple(Butir(sebaris(r.judul, 40), perintah(f"kader {r.nomor}"), r.nomor) for r in semua[:HALAMAN])
    return Pesan("Ini kartu Anda. Ketuk untuk membuka.", judul="Kader desa", daftar=butir, tombol=(catat,))


def kegiatan(r: Register, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page is read, to know whether there is another."""
    semua = desa.kader.kegiatan(r, batas=HALAMAN + 1, mulai=(halaman - 1) * HALAMAN)
    tombol = []
    if len(semua) > HALAMAN:
        tombol.append(Tombol("Lebih lama ›", perintah(f"kader {r.nomor} kegiatan h{halaman + 1}")))
    if halaman > 1:
        tombol.append(Tombol("‹ Lebih baru", perintah(f"kader {r.nomor} kegiatan h{halaman - 1}")))
    ada = "Pelatihan dan kegiatan yang dijalani. Ketuk untuk membuka."
    return Pesan(
        ada if semua else "Belum ada kegiatan yang tercatat.",
        judul=f"Kegiatan {sebaris(r.judul, 60)}",
        daftar=tuple(_butir_giat(g, d) for g in semua[:HALAMAN]),
        tombol=(*tombol, *_catat(r, d, desa), Tombol("Lihat kartu", perintah(f"kader {r.nomor}"))),
    )


def _butir_giat(g: Register, d: Dialog) -> Butir:
    macam = nama_pilihan(GIAT, "macam", g.isi["macam"]).lower()
    ket = f"{sebut_hari(g.isi['tanggal'], d.hari_ini)}, {macam}"
    return Butir(sebaris(g.judul, 40), perintah(f"register {g.nomor}"), ket)


def _catat(r: Register, d: Dialog, desa: Desa) -> list[Tombol]:
    """With the trainings that are known already; or the kader's own way to write."""
    if not desa.register.boleh_ubah(r):
        return [Tombol("Catat kegiatan", perintah("giat"))] if r.milik == d.orang.id else []
    latih = [tombol_latih(r, u) for u in desa.kader.usul_latih(r)]
    return [Tombol("Tambah kegiatan", perintah(f"{GIAT}_baru {r.nomor}")), *latih]
