"""/tindaklanjut: what was decided and is still awaited: one's own, a village's, a kecamatan's; overdue first."""

from __future__ import annotations

from dataclasses import dataclass

from data.desa import Desa
from data.keputusan import Cakupan, Jumlah, Keputusan
from data.lingkup import SEMUA_WILAYAH
from data.wilayah import DESA, Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.keputusan.sebut import PEMBACA, jarak
from handlers.keputusan.tempat import PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.tim.lihat import HALAMAN, Lihat, baca_lihat, jelajah, nama_tempat

SAYA = "saya"
LEWAT = "lewat"
DITAWARKAN = 2
"""Larger places that have a button of their own."""


@dataclass(frozen=True)
class Pandang:
    """What is looked at."""

    cakupan: Cakupan
    di: Wilayah | None = None
    lewat: bool = False
    """Only those past their day."""

    @property
    def kode(self) -> str:
        return self.di.kode if self.di else ""

    def kata(self, *, lewat: bool) -> str:
        """What stands behind the command."""
        return f"{self.kode or SAYA}{f' {LEWAT}' if lewat else ''}"


@dialog(
    "tindaklanjut",
    help="Lihat tindak lanjut musdes",
    untuk=PEMBACA,
    kata=("tindak lanjut", "keputusan musdes", "tindak lanjut musdes"),
    langsung=True,
    menu=False,
)
def tindaklanjut(d: Dialog, desa: Desa) -> Kabar:
    """'saya', 'desa', 'sukamaju lewat', '32.03.03 h2'"""
    lihat = baca_lihat(d.argumen.lower())
    lewat = LEWAT in lihat.nama.split()
    sebutan = sebutan_tempat(lihat, (LEWAT, "tenggat"))
    if sebutan in ("", SAYA):
        return Kabar(_daftar(_awal(desa, lewat) if not sebutan else Pandang("saya", lewat=lewat), lihat, d, desa))
    semua = sebutan == PILIH
    cocok = desa_terbaca(desa) if semua else cari_terbaca(sebutan, desa)
    if len(cocok) != 1:
        dicari = "" if semua else sebutan
        return Kabar(pilih_tempat("tindaklanjut", "Tindak lanjut di mana?", cocok, lihat, dicari))
    return Kabar(_daftar(_di(cocok[0], lewat), lihat, d, desa))


def _di(w: Wilayah, lewat: bool = False) -> Pandang:
    return Pandang("desa" if w.tingkat == DESA else "kecamatan", w, lewat)


def _awal(desa: Desa, lewat: bool) -> Pandang:
    """One's own where there are any; else the place that one looks after."""
    if desa.keputusan.jumlah("saya").terbuka:
        return Pandang("saya", lewat=lewat)
    tempat = _tempat(desa)
    return _di(tempat[0], lewat) if len(tempat) == 1 else Pandang("saya", lewat=lewat)


def _tempat(desa: Desa) -> list[Wilayah]:
    """The places that the person's assignments name, larger ones first."""
    akar = sorted(desa.lingkup.baca - {SEMUA_WILAYAH}, key=lambda kode: (kode.count("."), kode))
    return [w for kode in akar if (w := desa.wilayah.ambil(kode))]


def _daftar(p: Pandang, lihat: Lihat, d: Dialog, desa: Desa) -> Pesan:
    jumlah = desa.keputusan.jumlah(p.cakupan, p.kode)
    banyak = jumlah.lewat if p.lewat else jumlah.terbuka
    lembar = max(-(-banyak // HALAMAN), 1)
    ini = min(lihat.halaman, lembar)
    isi = desa.keputusan.daftar(p.cakupan, p.kode, lewat=p.lewat, batas=HALAMAN, mulai=(ini - 1) * HALAMAN)
    return Pesan(
        _kepala(p, jumlah),
        judul=f"Tindak lanjut, {sebut_tempat(p.di) if p.di else 'saya'}",
        daftar=tuple(_butir(k, p, d, desa) for k in isi),
        tombol=(*jelajah("tindaklanjut", Lihat(nama=p.kata(lewat=p.lewat)), ini, lembar), *_saringan(p, jumlah, desa)),
    )


def _kepala(p: Pandang, jumlah: Jumlah) -> str:
    if p.lewat:
        return f"{jumlah.lewat} keputusan lewat tenggat. Ketuk untuk membuka." if jumlah.lewat else _kosong("lewat")
    if not jumlah.terbuka:
        return _kosong("ditunggu")
    lewat = f", {jumlah.lewat} lewat tenggat" if jumlah.lewat else ""
    return f"{jumlah.terbuka} keputusan ditunggu{lewat}. Ketuk untuk membuka."


def _kosong(apa: str) -> str:
    if apa == "lewat":
        return "Tidak ada yang lewat tenggat di sini."
    return "Tidak ada keputusan yang ditunggu di sini. Keputusan ditulis waktu mencatat musdes: ketik musdes."


def _butir(k: Keputusan, p: Pandang, d: Dialog, desa: Desa) -> Butir:
    di = "" if p.cakupan == "desa" else nama_tempat(k.desa, desa)
    ket = (jarak(k, d.hari_ini) or "tanpa tenggat", sebaris(k.pj, 24) or "belum ada PJ", di)
    return Butir(sebaris(k.isi, 40), perintah(f"putusan {k.nomor}"), ", ".join(satu for satu in ket if satu))


def _saringan(p: Pandang, jumlah: Jumlah, desa: Desa) -> tuple[Tombol, ...]:
    tempat = _tempat(desa)
    luas = [w for w in tempat if w.tingkat < DESA]
    satu = [] if luas or len(tempat) != 1 else tempat
    tombol = []
    if p.lewat:
        tombol.append(Tombol("Semua", perintah(f"tindaklanjut {p.kata(lewat=False)}")))
    elif jumlah.lewat:
        tombol.append(Tombol(f"Lewat tenggat ({jumlah.lewat})", perintah(f"tindaklanjut {p.kata(lewat=True)}")))
    if p.cakupan != "saya":
        tombol.append(Tombol("Saya", perintah(f"tindaklanjut {SAYA}")))
    lain = (*luas[:DITAWARKAN], *satu)
    tombol += [Tombol(sebut_tempat(w), perintah(f"tindaklanjut {w.kode}")) for w in lain if w.kode != p.kode]
    if desa.lingkup.baca and not satu:
        tombol.append(Tombol("Pilih desa", perintah("tindaklanjut desa")))
    return tuple(tombol)
