"""What is asked for behind /rekap: '32.03.03 2026-11-16 desa h2', as a link carries it, or a kecamatan's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from data.desa import Desa
from data.wilayah import KECAMATAN, Wilayah, cari_wilayah, dari_kode
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.tombol import perintah

KODE = re.compile(r"\d\d[._]\d\d[._]\d\d")
HARI = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)")
LEMBAR = re.compile(r"h(\d{1,3})")
TAUTAN = re.compile(r"(\d\d_\d\d_\d\d)-(\d{8})-([a-z]+)")
"""What a link carries: letters, digits, - and _ alone."""
LUAS = 5
"""Characters of a kabupaten's code: wider places hold too many kecamatan for a list."""


@dataclass(frozen=True)
class Minta:
    kode: str = ""
    senin: date | None = None
    bagian: str = ""
    halaman: int = 1
    nama: str = ""

    def perintah(self, **ganti: Any) -> str:
        lain = replace(self, **ganti)
        bagian = (
            "rekap",
            lain.kode,
            lain.senin.isoformat() if lain.senin else "",
            lain.bagian,
            f"h{lain.halaman}" if lain.halaman > 1 else "",
        )
        return perintah(" ".join(b for b in bagian if b))


def baca_minta(argumen: str, bagian: Sequence[str]) -> Minta:
    minta = Minta()
    nama: list[str] = []
    for kata in TAUTAN.sub(r"\1 \2 \3", argumen.lower()).split():
        if KODE.fullmatch(kata):
            minta = replace(minta, kode=kata.replace("_", "."))
        elif hari := HARI.fullmatch(kata):
            minta = replace(minta, senin=_senin(*map(int, hari.groups())))
        elif lembar := LEMBAR.fullmatch(kata):
            minta = replace(minta, halaman=max(int(lembar[1]), 1))
        elif kata in bagian and not nama:
            minta = replace(minta, bagian=kata)
        else:
            nama.append(kata)
    return replace(minta, nama=" ".join(nama))


def _senin(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        tanggal = date(tahun, bulan, hari)
    except ValueError:
        return None
    return tanggal - timedelta(days=tanggal.weekday())


def kecamatan(desa: Desa, nama: str) -> list[Wilayah]:
    """Kecamatan that the person may read, by code: those of that name, or all; of wide places only by name."""
    baca = desa.lingkup.baca
    sempit = [kode for kode in baca if len(kode) >= LUAS]
    ada = {w.kode: w for w in desa.wilayah.di_bawah(sempit, KECAMATAN)}
    if nama:
        cocok = {c.id for c in cari_calon(nama, [Calon(w.kode, w.nama, (w.jalur,)) for w in ada.values()])}
        ada = {kode: w for kode, w in ada.items() if kode in cocok}
        if len(sempit) < len(baca):
            lain = (dari_kode(kode) for kode in cari_wilayah(nama, KECAMATAN).kode if desa.lingkup.boleh_baca(kode))
            ada |= {w.kode: w for w in lain if w}
    return [ada[kode] for kode in sorted(ada)]
