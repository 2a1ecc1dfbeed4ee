"""What is asked for behind /ringkasan: '32.03 2026-11-16 bagian h2', '32.03.03 2026-10', or a place's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.desa import Desa
from data.ringkasan import Masa, masa
from data.wilayah import KABUPATEN, KECAMATAN, PROVINSI, Wilayah, cari_wilayah, dari_kode
from handlers.dialog.tombol import perintah
from handlers.ringkasan.sebut import tulis_masa

BAGIAN = ("bagian", "orang", "desa")
KODE = re.compile(r"\d\d(\.\d\d){0,2}")
HARI = re.compile(r"(20\d\d)-(\d\d)(?:-(\d\d))?")
LEMBAR = re.compile(r"h(\d{1,3})")


@dataclass(frozen=True)
class Minta:
    kode: str = ""
    masa: Masa | None = None
    bagian: str = ""
    halaman: int = 1
    nama: str = ""

    def perintah(self, **ganti: Any) -> str:
        lain = replace(self, **ganti)
        bagian = (
            "ringkasan",
            lain.kode,
            tulis_masa(lain.masa) if lain.masa else "",
            lain.bagian,
            f"h{lain.halaman}" if lain.halaman > 1 else "",
        )
        return perintah(" ".join(b for b in bagian if b))


def baca_minta(argumen: str) -> Minta:
    minta, nama = Minta(), []
    for kata in argumen.lower().split():
        if KODE.fullmatch(kata):
            minta = replace(minta, kode=kata)
        elif (hari := HARI.fullmatch(kata)) and (untuk := _masa(*hari.groups())):
            minta = replace(minta, masa=untuk)
        elif lembar := LEMBAR.fullmatch(kata):
            minta = replace(minta, halaman=max(int(lembar[1]), 1))
        elif kata in BAGIAN:
            minta = replace(minta, bagian=kata)
        else:
            nama.append(kata)
    return replace(minta, nama=" ".join(nama))


def _masa(tahun: str, bulan: str, hari: str | None) -> Masa | None:
    try:
        return masa(date(int(tahun), int(bulan), int(hari or 1)), bulanan=hari is None)
    except ValueError:
        return None


def tempat_diminta(minta: Minta, desa: Desa) -> list[Wilayah]:
    """Those that are meant, of those that the person may read; one's own without a word."""
    if minta.kode:
        semua = [minta.kode]
    elif minta.nama:
        temuan = (cari_wilayah(minta.nama, tingkat) for tingkat in (KECAMATAN, KABUPATEN, PROVINSI))
        semua = list(dict.fromkeys(kode for satu in temuan if satu.persis for kode in satu.kode))
    else:
        semua = desa.ringkasan.tempat
        if not all(map(desa.ringkasan.boleh, semua)):
            return desa.ringkasan.provinsi()
    return [w for kode in semua if desa.ringkasan.boleh(kode) and (w := dari_kode(kode))]
