"""`<kode>`: what a register holds in one's scope, by page, with filters; and what has nothing yet."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.register import JenisRegister
from data.orang import PENDAMPING
from data.register import Register
from data.wilayah import DESA, Wilayah
from handlers.bumdes.tempat import bernama
from handlers.dialog.dialog import Dialog, Kabar, Resep, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import PILIH as PILIH_DESA
from handlers.keputusan.tempat import cari_terbaca, desa_terbaca, pilih_tempat
from handlers.register.baru import tempat_bisa
from handlers.register.kartu import kartu
from handlers.register.saring import PILIH, SEMUA, TUTUP, XLSX, Saringan, baca_saringan
from handlers.register.sebut import NOMOR, PEMBACA, REGISTER, jarak, sebut_keadaan, tak_ada
from handlers.register.xlsx import kirim_xlsx
from handlers.tim.lihat import HALAMAN, Lihat, sebut_desa

KOSONG_DISEBUT = 6
"""Villages without any that are named."""


def buat_daftar(jenis: JenisRegister) -> Resep:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        if cocok := NOMOR.search(d.argumen):
            r = desa.register.ambil(cocok[1])
            return Kabar(kartu(r, d, desa) if r else tak_ada(cocok[1]))
        return Kabar(daftar(jenis, d.argumen, d, desa))

    return dialog(
        jenis.kode,
        help=f"Lihat {jenis.nama.lower()}",
        untuk=PEMBACA,
        kata=jenis.kata,
        langsung=True,
        menu=False,
        pokok=True,
        ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None or bernama(sisa),
    )(fungsi)


def daftar(jenis: JenisRegister, argumen: str, d: Dialog, desa: Desa) -> Pesan:
    s = baca_saringan(argumen, jenis)
    if not s.tempat:
        return _tampil(jenis, s, None, d, desa)
    pilih = s.tempat == PILIH_DESA
    cocok = desa_terbaca(desa) if pilih else cari_terbaca(s.tempat, desa)
    if len(cocok) == 1:
        lain = Saringan(cocok[0].kode, s.apa, s.halaman)
        return _tampil(jenis, lain, cocok[0], d, desa)
    lihat = Lihat(nama=s.tempat, halaman=s.halaman)
    return pilih_tempat(jenis.kode, f"{jenis.nama} di mana?", cocok, lihat, "" if pilih else s.tempat)


def _tampil(jenis: JenisRegister, s: Saringan, di: Wilayah | None, d: Dialog, desa: Desa) -> Pesan:
    if s.apa == XLSX:
        return kirim_xlsx(jenis.kode, di.kode if di else "", d, desa)
    if s.apa == PILIH:
        return _pilih_saringan(jenis, s, desa)
    banyak = desa.register.jumlah(jenis.kode, desa=s.tempat, keadaan=s.keadaan, terbuka=s.terbuka)
    lembar = max(-(-banyak // HALAMAN), 1)
    ini = min(s.halaman, lembar)
    semua = desa.register.daftar(
        jenis.kode, desa=s.tempat, keadaan=s.keadaan, terbuka=s.terbuka, batas=HALAMAN, mulai=(ini - 1) * HALAMAN
    )
    teks = [_kepala(jenis, s, banyak, desa), _belum_ada(jenis, di, desa) if s.terbuka and not s.keadaan else ""]
    return Pesan(
        "\n\n".join(t for t in teks if t),
        judul=f"{jenis.nama}, {sebut_tempat(di)}" if di else jenis.nama,
        daftar=tuple(_butir(r, jenis, di, d, desa) for r in semua),
        tombol=(*_jelajah(jenis, s, ini, lembar), *_tindakan(jenis, s, di, d, desa)),
    )


def _kepala(jenis: JenisRegister, s: Saringan, banyak: int, desa: Desa) -> str:
    if s.terbuka and not s.keadaan and (tutup := desa.register.jumlah(jenis.kode, desa=s.tempat, terbuka=False)):
        buka = " Ketuk untuk membuka." if banyak else ""
        return f"{banyak or 'Tidak ada'} {jenis.sebutan} yang masih terbuka; {tutup} sudah ditutup.{buka}"
    apa = {SEMUA: "tercatat, juga yang sudah ditutup", TUTUP: "sudah ditutup"}.get(s.apa, "tercatat")
    if s.keadaan:
        apa = sebut_keadaan(jenis, s.keadaan)
    if banyak:
        return f"{banyak} {jenis.sebutan} {apa}. Ketuk untuk membuka."
    return f"Belum ada {jenis.sebutan} yang {apa} di sini."


def _belum_ada(jenis: JenisRegister, di: Wilayah | None, desa: Desa) -> str:
    """Villages that have none, for whoever looks at several: most need company first."""
    tempat = desa_terbaca(desa) if di is None else desa.wilayah.di_bawah([di.kode])
    if jenis.tempat == "kecamatan" or len(tempat) < 2:
        return ""
    ada = {h.desa for h in desa.register.hitung(jenis.kode, desa=di.kode if di else "")}
    kosong = [w.nama for w in tempat if w.kode not in ada]
    if not kosong or len(kosong) == len(tempat):
        return ""
    lagi = f", dan {len(kosong) - KOSONG_DISEBUT} desa lagi" if len(kosong) > KOSONG_DISEBUT else ""
    return f"Belum ada di {', '.join(kosong[:KOSONG_DISEBUT])}{lagi}."


def _butir(r: Register, jenis: JenisRegister, di: Wilayah | None, d: Dialog, desa: Desa) -> Butir:
    letak = "" if di is not None and di.kode == r.desa else sebut_desa(r.desa, desa)
    ket = (letak, sebut_keadaan(jenis, r.keadaan), jarak(r, d.hari_ini))
    return Butir(sebaris(r.judul, 40), perintah(f"register {r.nomor}"), ", ".join(k for k in ket if k))


def _jelajah(jenis: JenisRegister, s: Saringan, ini: int, lembar: int) -> tuple[Tombol, ...]:
    maju = (Tombol("Lainnya ›", s.perintah(jenis.kode, halaman=ini + 1)),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", s.perintah(jenis.kode, halaman=ini - 1)),) if ini > 1 else ()
    return (*maju, *mundur)


def _tindakan(jenis: JenisRegister, s: Saringan, di: Wilayah | None, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    bisa = [w.kode for w in tempat_bisa(jenis, desa)] if {*d.orang.peran} & {*PENDAMPING} else []
    sini = f" {di.kode}" if di and di.kode in bisa else ""
    tambah = (Tombol("Tambah", perintah(f"{jenis.kode}_baru{sini}")),) if bisa else ()
    ada = desa.register.jumlah(jenis.kode, desa=s.tempat, terbuka=None)
    saring = (
        Tombol("Saring", s.perintah(jenis.kode, apa=PILIH)),
        Tombol("Unduh XLSX", s.perintah(jenis.kode, apa=XLSX)),
    )
    return (*tambah, *(saring if ada else ()), REGISTER)


def _pilih_saringan(jenis: JenisRegister, s: Saringan, desa: Desa) -> Pesan:
    """By state with how many there are, and by place."""
    hitung = desa.register.hitung(jenis.kode, desa=s.tempat)
    baris = []
    for k in jenis.keadaan:
        if n := sum(h.jumlah for h in hitung if h.keadaan == k.kode):
            baris.append(Butir(k.nama, s.perintah(jenis.kode, apa=k.kode), f"{n} {jenis.sebutan}"))
    tombol = [Tombol("Semua keadaan", s.perintah(jenis.kode, apa=SEMUA))]
    if any(not h.terbuka for h in hitung):
        tombol.append(Tombol("Yang sudah ditutup", s.perintah(jenis.kode, apa=TUTUP)))
    if len([w for w in desa_terbaca(desa) if w.tingkat == DESA]) > 1:
        tombol.append(Tombol("Pilih desa", perintah(f"{jenis.kode} {PILIH_DESA}")))
    if s.tempat:
        tombol.append(Tombol("Semua desa", s.perintah(jenis.kode, tempat="", apa="")))
    return Pesan("Tampilkan yang mana?", judul=jenis.nama, daftar=tuple(baris), tombol=tuple(tombol))
