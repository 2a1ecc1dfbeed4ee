"""/masalah: what is open in one's place, the most overdue first; one of them; and one's own reports."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from data.desa import Desa
from data.masalah import DITERUSKAN, SELESAI, Masalah
from data.masalah.tangani import Hitungan
from data.orang import PENDAMPING, SEMUA
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.masalah.kartu import kartu, kartu_lain, kartu_pelapor, riwayat
from handlers.masalah.sebut import NOMOR, STATUS, tak_ada, tema_dari
from handlers.masalah.xlsx import kirim_xlsx
from handlers.tanya.kartu_topik import LAPOR
from handlers.tanya.sebut import nama_desa, umur
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, nama_tempat, selembar

BARU = Tombol("Catat masalah", perintah("masalah_baru"))
KATA = ("semua", "tutup", "xlsx")
"""Words behind the command that are no place: all of them as a list, the closed ones, a workbook."""
KODE_DESA = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}")
BAGIAN = {1: 2, 2: 5, 5: 8, 8: 13}
"""By the length of a place's code, the length of its parts' codes."""


@dialog(
    "masalah",
    help="Lihat masalah & aduan",
    untuk=SEMUA,
    kata=("masalah & aduan", "masalah dan aduan", "daftar masalah", "laporan saya", "status laporan"),
    langsung=True,
    menu=False,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
)
def masalah(d: Dialog, desa: Desa) -> Kabar:
    """'', 'A-2611-0009', 'A-2611-0009 lain', '32.03.03 h2', 'semua', 'tutup', 'xlsx'"""
    cocok = NOMOR.search(d.argumen)
    return Kabar(_satu(cocok[1], d.argumen[cocok.end() :].split(), d, desa) if cocok else _banyak(d, desa))


def _satu(nomor: str, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    m = desa.masalah.ambil(nomor)
    if m is None:
        sendiri = desa.masalah.sendiri(nomor)
        return kartu_pelapor(sendiri, d, desa) if sendiri else tak_ada(nomor)
    if "riwayat" in kata:
        return riwayat(m, d, desa)
    return kartu_lain(m, desa) if "lain" in kata else kartu(m, d, desa)


def _banyak(d: Dialog, desa: Desa) -> Pesan:
    lihat = _lihat(d.argumen)
    if not (desa.masalah.wilayah or set(d.orang.peran) & set(PENDAMPING)):
        return _milik(lihat, d, desa)
    kata = next((k for k in lihat.nama.lower().split() if k in KATA), "")
    if kata == "xlsx":
        return kirim_xlsx(lihat.di, d, desa)
    if not kata and (bagian := _bagian(lihat.di, desa)):
        return _peta(bagian, lihat, d, desa)
    return _daftar(lihat, kata, d, desa)


def _lihat(argumen: str) -> Lihat:
    """Also a village's code is a place here."""
    lihat = baca_lihat(argumen)
    di = next((k for k in lihat.nama.split() if KODE_DESA.fullmatch(k)), "")
    return replace(lihat, di=di or lihat.di.removeprefix("="))


def _milik(lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    """One's own reports."""
    milik = desa.masalah.milik()
    tampak, ini, lembar = selembar(milik, lihat.halaman)
    teks = f"{len(milik)} laporan dari Anda. Ketuk untuk membuka." if milik else "Belum ada laporan dari Anda."
    return Pesan(
        teks,
        judul="Laporan Anda",
        daftar=tuple(_butir_milik(m, d) for m in tampak),
        tombol=(*jelajah("masalah", Lihat(), ini, lembar), LAPOR),
    )


def _butir_milik(m: Masalah, d: Dialog) -> Butir:
    keadaan = "sudah beres?" if m.status == SELESAI else STATUS[m.status]
    return Butir(sebaris(m.isi, 40), perintah(f"masalah {m.nomor}"), f"{m.nomor}, {keadaan}, {umur(m.dibuat, d.kini)}")


def _daftar(lihat: Lihat, kata: str, d: Dialog, desa: Desa) -> Pesan:
    tutup = kata == "tutup"
    semua = desa.masalah.daftar(lihat.di, terbuka=not tutup)
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    kini = Lihat(di=lihat.di, nama=kata)
    lain = (Tombol("Yang selesai", kini.perintah("masalah", nama="tutup", halaman=1)),)
    if tutup:
        lain = (Tombol("Yang terbuka", kini.perintah("masalah", nama="semua", halaman=1)),)
    unduh = (Tombol("Unduh XLSX", kini.perintah("masalah", nama="xlsx", halaman=1)),) if semua else ()
    return Pesan(
        _kepala(semua, lihat, d, desa, tutup=tutup),
        judul=f"Masalah {nama_tempat(lihat.di, desa)}" if lihat.di else "Masalah",
        daftar=tuple(_butir(m, d) for m in tampak),
        tombol=(*jelajah("masalah", kini, ini, lembar), *_catat(d), *lain, *unduh),
    )


def _catat(d: Dialog) -> tuple[Tombol, ...]:
    return (BARU,) if set(d.orang.peran) & set(PENDAMPING) else ()


def _kepala(semua: list[Masalah], lihat: Lihat, d: Dialog, desa: Desa, *, tutup: bool) -> str:
    if tutup:
        return f"{len(semua)} sudah selesai. Ketuk untuk membuka." if semua else "Belum ada yang selesai."
    lewat = sum(_lewat(m, d) for m in semua)
    sebut = f", {lewat} lewat tenggat" if lewat else ""
    teks = f"{len(semua)} terbuka{sebut}. Ketuk untuk membuka." if semua else "Tidak ada masalah yang terbuka."
    return teks + _tertutup(lihat.di, desa)


def _tertutup(di: str, desa: Desa) -> str:
    n = desa.masalah.tertutup(di)
    return f"\n{n} lagi rahasia, hanya untuk penerimanya." if n else ""


def _lewat(m: Masalah, d: Dialog) -> bool:
    return m.status != DITERUSKAN and m.tenggat is not None and m.tenggat < d.hari_ini.isoformat()


def _butir(m: Masalah, d: Dialog) -> Butir:
    keadaan = STATUS[m.status]
    if m.terbuka and m.tenggat:
        lewat = "lewat, " if _lewat(m, d) else ""
        keadaan = f"{lewat}tenggat {ejaan_pendek(date.fromisoformat(m.tenggat))}, {keadaan}"
    ket = f"{nama_desa(m.desa)}, {tema_dari(m).label}, {keadaan}"
    return Butir(sebaris(m.isi, 40), perintah(f"masalah {m.nomor}"), ket)


# -- for those above ------------------------------------------------------------------------------------------------


def _bagian(di: str, desa: Desa) -> list[Hitungan]:
    """Parts of the place looked at, where it has more than one and the person coordinates; else none."""
    if not desa.koordinator:
        return []
    terlebar = min(desa.masalah.wilayah, key=len)
    panjang = BAGIAN.get(len(di or terlebar), 0)
    hasil = desa.masalah.rekap(di, panjang=panjang) if panjang else []
    return hasil if len(hasil) > 1 else []


def _peta(semua: list[Hitungan], lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    jumlah, lewat = sum(h.jumlah for h in semua), sum(h.lewat for h in semua)
    sebut = f", {lewat} lewat tenggat" if lewat else ""
    kini = Lihat(di=lihat.di)
    wilayah = nama_tempat(lihat.di or min(desa.masalah.wilayah, key=len), desa)
    return Pesan(
        f"{jumlah} terbuka di {len(semua)} tempat{sebut}. Ketuk untuk membuka.{_tertutup(lihat.di, desa)}",
        judul=f"Masalah {wilayah}",
        daftar=tuple(_butir_tempat(h, d, desa) for h in tampak),
        tombol=(
            *jelajah("masalah", kini, ini, lembar),
            Tombol("Satu daftar", kini.perintah("masalah", nama="semua")),
            *_catat(d),
            Tombol("Unduh XLSX", kini.perintah("masalah", nama="xlsx")),
        ),
    )


def _butir_tempat(h: Hitungan, d: Dialog, desa: Desa) -> Butir:
    lewat = f", {h.lewat} lewat tenggat" if h.lewat else ""
    ket = f"{h.jumlah} terbuka{lewat}, tertua {umur(h.tertua, d.kini)}"
    return Butir(nama_tempat(h.kode, desa), perintah(f"masalah {h.kode}"), ket)
