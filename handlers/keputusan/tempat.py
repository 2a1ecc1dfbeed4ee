"""A village or kecamatan by its name or code, of those that the person may read; and the list to choose one from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.desa import Desa
from data.wilayah import DESA, KECAMATAN, Wilayah
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import Lihat, jelajah, selembar

KODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?")
PILIH = "desa"
"""In place of a name: all of them, to choose from."""
BELUM = "Di sini nanti terlihat desa-desa Anda, setelah tugas Anda disahkan koordinator."


def sebutan_tempat(lihat: Lihat, tanpa: Sequence[str] = ()) -> str:
    """The words for the place; a number may be a part of its name."""
    return " ".join(k for k in (*lihat.nama.split(), lihat.di) if k and k not in tanpa)


def desa_terbaca(desa: Desa) -> list[Wilayah]:
    return desa.wilayah.di_bawah(desa.lingkup.baca)


def cari_terbaca(sebutan: str, desa: Desa, tingkat: Sequence[int] = (DESA, KECAMATAN)) -> list[Wilayah]:
    """Those that are meant. A code is looked up, so a large scope costs nothing; nothing outside it is looked at."""
    if KODE.fullmatch(sebutan):
        satu = desa.wilayah.ambil(sebutan) if desa.lingkup.boleh_baca(sebutan) else None
        return [satu] if satu else []
    semua = [w for t in tingkat for w in desa.wilayah.di_bawah(desa.lingkup.baca, t)]
    calon = [Calon(w.kode, w.nama, (sebut_tempat(w), f"{w.nama} {w.kecamatan}")) for w in semua]
    cocok = {c.id for c in cari_calon(sebutan, calon)}
    return [w for w in semua if w.kode in cocok]


def pilih_tempat(kata: str, tanya: str, semua: Sequence[Wilayah], lihat: Lihat, sebutan: str = "") -> Pesan:
    """`kata`: the command that the choice goes on with; `sebutan`: what was looked for."""
    if not semua and sebutan:
        teks = f"“{sebaris(sebutan, 40)}” belum ketemu di wilayah Anda. Pilih desanya, atau ketik /{kata} lalu namanya."
        return Pesan(teks, tombol=(Tombol("Pilih desa", perintah(f"{kata} {PILIH}")),))
    if not semua:
        return Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),))
    tampak, ini, lembar = selembar(semua, lihat.halaman)
    ket = pembeda(semua)
    daftar = tuple(Butir(sebut_tempat(w), perintah(f"{kata} {w.kode}"), ket[w.kode]) for w in tampak)
    cara = "" if lembar == 1 else f" Ada {len(semua)}; boleh juga ketik /{kata} lalu namanya."
    return Pesan(f"{tanya}{cara}", daftar=daftar, tombol=jelajah(kata, lihat, ini, lembar))
