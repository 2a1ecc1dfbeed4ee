"""/bumdes and /kdmp: a village's card, its history, and all villages of a place."""

from __future__ import annotations

from data.desa import Desa
from data.kdmp import Kdmp
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.bumdes.ikhtisar import berkas_lembar, ikhtisar_bumdes, jelajah_pandang, sebut_pandang, tombol_lembar
from handlers.bumdes.kartu_bumdes import kartu_bumdes
from handlers.bumdes.kartu_kdmp import kartu_kdmp
from handlers.bumdes.riwayat import riwayat_bumdes, riwayat_kdmp
from handlers.bumdes.tempat import LEMBAR, RIWAYAT, Pandang, bernama, pandang
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.keputusan.tempat import pilih_tempat
from handlers.tim.lihat import Lihat, selembar

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)


@dialog(
    "bumdes",
    help="Lihat BUM Desa",
    untuk=PEMBACA,
    kata=("bum desa", "bumdesa", "kartu bumdes", "kartu bum desa"),
    langsung=True,
    menu=False,
    pokok=True,
    ketik=bernama,
)
def bumdes(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03.2013 riwayat', '32.03 xlsx', '32.03.03 h2'"""
    p = pandang("bumdes", "BUM Desa di mana?", d.argumen, desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        return Kabar(_lembar("bumdes", "BUM Desa", p))
    if p.di and p.desa == [p.di]:
        return Kabar(riwayat_bumdes(p.di, d, desa) if RIWAYAT in p.kata else kartu_bumdes(p.di, desa))
    return Kabar(ikhtisar_bumdes(p, d, desa))


@dialog(
    "kdmp",
    help="Lihat Koperasi Desa Merah Putih",
    untuk=PEMBACA,
    kata=("koperasi desa merah putih", "koperasi merah putih", "kartu kdmp"),
    langsung=True,
    menu=False,
    pokok=True,
    ketik=bernama,
)
def kdmp(d: Dialog, desa: Desa) -> Kabar:
    """As /bumdes."""
    p = pandang("kdmp", "KDMP di mana?", d.argumen, desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        return Kabar(_lembar("bumdes", "BUM Desa dan KDMP", p))
    if p.di and p.desa == [p.di]:
        return Kabar(riwayat_kdmp(p.di, d, desa) if RIWAYAT in p.kata else kartu_kdmp(p.di, desa))
    if not p.desa:
        bagian = desa.wilayah.di_bawah([p.kode], p.bagian)
        return Kabar(pilih_tempat("kdmp", "KDMP di mana?", bagian, Lihat(nama=p.kode, halaman=p.lihat.halaman)))
    return Kabar(_daftar_kdmp(p, desa))


def _lembar(kata: str, apa: str, p: Pandang) -> Pesan:
    return Pesan("Ini isinya per desa.", judul=f"{apa}, {sebut_pandang(p)}", berkas=berkas_lembar(kata, p))


def _daftar_kdmp(p: Pandang, desa: Desa) -> Pesan:
    """Those of which nothing is known first, then those without a legal body."""
    semua = desa.kdmp.banyak([w.kode for w in p.desa])
    nama = {w.kode: w.nama for w in p.desa}
    urut = sorted(semua.values(), key=lambda k: (bool(k.diubah), bool(k.badan_hukum), k.desa))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    sah = sum(bool(k.badan_hukum) for k in urut)
    return Pesan(
        f"{sah} dari {len(urut)} sudah berbadan hukum. Ketuk untuk membuka.",
        judul=f"KDMP, {sebut_pandang(p)}",
        daftar=tuple(Butir(nama[k.desa], perintah(f"kdmp {k.desa}"), _sebut(k)) for k in tampak),
        tombol=(*jelajah_pandang("kdmp", p, ini, lembar), *tombol_lembar("kdmp", p)),
    )


def _sebut(k: Kdmp) -> str:
    if not k.diubah:
        return "belum tercatat"
    bagian = (
        "berbadan hukum" if k.badan_hukum else "belum berbadan hukum",
        f"gedung {k.gedung} persen" if k.gedung is not None else "",
        sebaris(k.gerai, 24),
    )
    return ", ".join(satu for satu in bagian if satu)
