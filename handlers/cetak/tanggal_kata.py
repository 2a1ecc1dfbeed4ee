"""Days and hours as official papers write them."""

from __future__ import annotations

from datetime import date

from handlers.cetak.terbilang import terbilang
from handlers.dialog.baca.kata_tanggal import BULAN, HARI


def hari_kata(d: date) -> str:
    return HARI[d.weekday()]


def tanggal_kata(d: date) -> str:
    """'Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026)'"""
    kata = f"tanggal {terbilang(d.day)} bulan {BULAN[d.month - 1]} tahun {terbilang(d.year)}"
    return f"{hari_kata(d)}, {kata} ({d:%d-%m-%Y})"


def jam(teks: str, zona: str) -> str:
    """'19:30' is '19.30 WIB'."""
    return f"{teks.replace(':', '.')} {zona}"


def pukul(mulai: str, selesai: str | None, zona: str, kosong: str = "........") -> str:
    """'pukul 19.30 WIB sampai dengan 22.10 WIB'; an end before the beginning is on the next day, none is `kosong`."""
    besok = " hari berikutnya" if selesai and selesai < mulai else ""
    return f"pukul {jam(mulai, zona)} sampai dengan {jam(selesai or kosong, zona)}{besok}"
