"""Several villages: those that need company first, with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from data.desa import Desa
from data.katalog.sebutan import sebutan
from data.rekap.angka import BELUM_DIKUNJUNGI
from data.wilayah import Wilayah
from handlers.bumdes.ikhtisar import sebut_pandang
from handlers.bumdes.tempat import Pandang
from handlers.desa_ini.layar import PERINTAH
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.tim.lihat import Lihat, jelajah, selembar

Sebab = dict[str, list[str]]
BERES = "tidak ada yang mendesak"


def daftar(p: Pandang, d: Dialog, desa: Desa) -> Pesan:
    if not p.desa:
        return Pesan("Belum ada desa yang tercatat di sini.", judul="Data desa")
    sebab = perlu(p.desa, d.hari_ini, desa)
    urut = sorted(p.desa, key=lambda w: (-len(sebab.get(w.kode, ())), w.kode))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    ket = pembeda(urut)
    kata = sebutan(urut[0].kode).desa
    hitung = f"{len(sebab)} dari {len(urut)} {kata} perlu ditemani." if sebab else f"{len(urut)} {kata}, {BERES}."
    return Pesan(
        f"{hitung} Ketuk untuk membuka, atau ketik /{PERINTAH} lalu namanya.",
        judul=f"Data desa, {sebut_pandang(p)}",
        daftar=tuple(
            Butir(w.nama, perintah(f"{PERINTAH} {w.kode}"), _ket(ket[w.kode], sebab.get(w.kode, []))) for w in tampak
        ),
        tombol=jelajah(PERINTAH, Lihat(nama=p.kode), ini, lembar),
    )


def _ket(pembeda_: str, sebab: Sequence[str]) -> str:
    """The gravest, and how many more there are."""
    lagi = f", dan {len(sebab) - 1} hal lagi" if sebab[1:] else ""
    return ", ".join(satu for satu in (pembeda_, f"{sebab[0] if sebab else BERES}{lagi}") if satu)


def perlu(semua: Sequence[Wilayah], hari_ini: date, desa: Desa) -> Sebab:
    """By village, only those with a reason; the gravest first. As many queries for a hundred villages as for four."""
    kode = [w.kode for w in semua]
    hasil: Sebab = defaultdict(list)
    for sumber in (_masalah, _blt, _keputusan, _kunjungan, _bumdes, _tenggat):
        for satu, kata in sumber(kode, hari_ini, desa):
            hasil[satu].append(kata)
    return dict(hasil)


def _masalah(kode: Sequence[str], _: date, desa: Desa) -> Iterator[tuple[str, str]]:
    yield from ((k, f"{n.lewat} masalah lewat") for k, n in desa.profil.masalah(kode).items() if n.lewat)


def _blt(kode: Sequence[str], _: date, desa: Desa) -> Iterator[tuple[str, str]]:
    yield from ((k, f"BLT terlambat {len(bulan)} bulan") for k, bulan in desa.blt.terlambat(kode).items())


def _keputusan(kode: Sequence[str], _: date, desa: Desa) -> Iterator[tuple[str, str]]:
    yield from ((k, f"{n.lewat} keputusan lewat") for k, n in desa.profil.keputusan(kode).items() if n.lewat)


def _tenggat(kode: Sequence[str], _: date, desa: Desa) -> Iterator[tuple[str, str]]:
    yield from ((k, f"{n} tenggat lewat") for k, n in desa.profil.lewat(kode).items())


def _bumdes(kode: Sequence[str], _: date, desa: Desa) -> Iterator[tuple[str, str]]:
    for k, b in desa.bumdes.banyak(kode).items():
        sisa = desa.bumdes.sisa_nama(b)
        if sisa and sisa.sisa < 0:
            yield k, "nama BUM Desa habis"


def _kunjungan(kode: Sequence[str], hari_ini: date, desa: Desa) -> Iterator[tuple[str, str]]:
    ada = desa.profil.kunjungan(kode)
    for k in kode:
        if k not in ada:
            yield k, "belum ada kunjungan"
        elif (lama := (hari_ini - date.fromisoformat(ada[k].terakhir)).days) >= BELUM_DIKUNJUNGI:
            yield k, f"{lama} hari tanpa kunjungan"
