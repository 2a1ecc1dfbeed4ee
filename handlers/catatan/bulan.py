"""Months: the one that is meant, its last day, its name."""

from __future__ import annotations

import calendar
import re
from datetime import date

from handlers.dialog.baca.tanggal import BULAN


def baca_bulan(teks: str, hari_ini: date) -> date:
    """The first day of the month that is named ('2026-10', 'oktober 2025', 'okt', 'bulan lalu'); else of this one."""
    if angka := re.search(r"\b(20\d\d)-(0[1-9]|1[0-2])\b", teks):
        return date(int(angka[1]), int(angka[2]), 1)
    kecil = teks.lower()
    if "bulan lalu" in kecil:
        return _geser(hari_ini.replace(day=1), -1)
    for nomor, nama in enumerate(BULAN, start=1):
        if disebut := re.search(rf"\b(?:{nama}(?:nya)?|{nama[:3]})\b(?:\s+(20\d\d)\b)?", kecil, re.IGNORECASE):
            return date(int(disebut[1] or hari_ini.year - (nomor > hari_ini.month)), nomor, 1)
    return hari_ini.replace(day=1)


def _geser(bulan: date, langkah: int) -> date:
    ke = bulan.year * 12 + bulan.month - 1 + langkah
    return date(ke // 12, ke % 12 + 1, 1)


def sebut_bulan(bulan: date) -> str:
    return f"{BULAN[bulan.month - 1]} {bulan.year}"


def akhir_bulan(bulan: date) -> date:
    return bulan.replace(day=calendar.monthrange(bulan.year, bulan.month)[1])
