"""/libur: days off where one works; TAPM and admins set those that the national list lacks."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.orang import SEMUA
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

BARIS = 8
"""Days that are shown of the coming year; of a year that is asked for, all."""
TAHUN = re.compile(r"(?<![.\d])(20\d\d)(?![.\d])")
BELUM = "Daftar libur {tahun} belum diisi, jadi yang libur baru Sabtu dan Minggu."


@dialog("libur", help="Lihat hari libur", untuk=SEMUA, kata=("hari libur", "tanggal merah"), langsung=True, menu=False)
def libur(d: Dialog, desa: Desa) -> Kabar:
    if cocok := TAHUN.search(d.argumen):
        tahun = int(cocok[1])
        return Kabar(_pesan(desa, date(tahun, 1, 1), date(tahun, 12, 31), f"Hari libur {tahun}", d.hari_ini.year))
    sampai = date(d.hari_ini.year + 1, 12, 31)
    return Kabar(_pesan(desa, d.hari_ini, sampai, "Hari libur berikutnya", d.hari_ini.year, BARIS))


def _pesan(desa: Desa, dari: date, sampai: date, judul: str, tahun_ini: int, batas: int = 400) -> Pesan:
    hari = desa.libur.mendatang(dari, sampai, desa.libur.tempat)
    baris = [_baris(*satu, desa, judul) for satu in hari[:batas]]
    kosong = [t for t in range(dari.year, sampai.year + 1) if not desa.libur.terisi(t)]
    catatan = "\n".join(BELUM.format(tahun=t) for t in kosong)
    teks = "\n\n".join(t for t in ("\n".join(baris), catatan) if t)
    lain = [t for t in (tahun_ini, tahun_ini + 1) if f"{t}" not in judul]
    tombol = [Tombol(f"Semua {t}", perintah(f"libur {t}")) for t in lain]
    if desa.libur.wilayah_atur:
        tombol.append(Tombol("Ubah hari libur", perintah("ubah_libur")))
    return Pesan(teks or "Belum ada hari libur yang tercatat.", judul=judul, tombol=tuple(tombol))


def _baris(hari: date, nama: str, kode: str, desa: Desa, judul: str) -> str:
    """The year is said where the title does not."""
    tempat = desa.wilayah.ambil(kode) if kode else None
    tahun = "" if f"{hari.year}" in judul else f"/{hari.year}"
    return f"{ejaan_pendek(hari)}{tahun} {nama}{f' ({tempat.nama})' if tempat else ''}"
