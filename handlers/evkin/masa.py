"""Quarters as people say them: "TW4", "triwulan IV 2025", "okt-des"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from data.evkin_isi import Masa
from handlers.dialog.baca.tanggal import BULAN

ROMAWI = ("I", "II", "III", "IV")
AWAL = 10
"""Days at the beginning of a quarter in which the one before is still meant."""
_KODE = re.compile(r"\b(20\d\d)-t([1-4])\b", re.IGNORECASE)
_KE = re.compile(r"\b(?:tw|q|triwulan|kuartal)\s*(?:ke\s*)?-?\s*([1-4]|iv|i{1,3})\b", re.IGNORECASE)
_PENDEK = {**{nama[:3]: n for n, nama in enumerate(BULAN, start=1)}, "Agt": 8, "Sept": 9, "Nop": 11}
_BULAN = {nama.lower(): n for nama, n in (*((b, n) for n, b in enumerate(BULAN, start=1)), *_PENDEK.items())}
_NAMA = "|".join(sorted(_BULAN, key=len, reverse=True))
_RENTANG = re.compile(rf"\b({_NAMA})\b(?:\s*(?:-|–|s/d|sd|sampai)\s*(?:{_NAMA})\b)?", re.IGNORECASE)
_TAHUN = re.compile(r"(?<![\d.-])20\d\d(?![\d.-])")


def baca_masa(teks: str, hari_ini: date) -> tuple[str, str]:
    """(the quarter, what else is said): '2026-T4', 'sukamaju'. Without a quarter the one that is assessed now."""
    if kode := _KODE.search(teks):
        return f"{kode[1]}-T{kode[2]}", _sisa(teks, kode)
    ke = _KE.search(teks)
    bulan = None if ke else _RENTANG.search(teks)
    cocok = ke or bulan
    if cocok is None:
        return masa_kini(hari_ini), " ".join(teks.split())
    triwulan = _angka(cocok[1]) if ke else (_BULAN[cocok[1].lower()] + 2) // 3
    sisa = _sisa(teks, cocok)
    if tahun := _TAHUN.search(sisa):
        return f"{tahun[0]}-T{triwulan}", _sisa(sisa, tahun)
    lalu = date(hari_ini.year, triwulan * 3 - 2, 1) > hari_ini
    return f"{hari_ini.year - lalu}-T{triwulan}", sisa


def masa_kini(hari_ini: date) -> str:
    """The running quarter; in its first days the one before, which is being assessed."""
    return triwulan(hari_ini - timedelta(days=AWAL))


def triwulan(hari: date) -> str:
    return f"{hari.year}-T{(hari.month + 2) // 3}"


def geser(kode: str, langkah: int) -> str:
    n = int(kode[:4]) * 4 + int(kode[-1]) - 1 + langkah
    return f"{n // 4}-T{n % 4 + 1}"


def sebut_masa(kode: str) -> str:
    """'Triwulan IV 2026'"""
    return f"Triwulan {ROMAWI[int(kode[-1]) - 1]} {kode[:4]}"


def sebut_rentang(masa: Masa) -> str:
    """'1 Oktober sampai 15 November 2026'"""
    dari, sampai = masa.dari, masa.sampai
    return f"{dari.day} {BULAN[dari.month - 1]} sampai {sampai.day} {BULAN[sampai.month - 1]} {sampai.year}"


def _angka(teks: str) -> int:
    return int(teks) if teks.isdecimal() else ROMAWI.index(teks.upper()) + 1


def _sisa(teks: str, cocok: re.Match[str]) -> str:
    return " ".join(f"{teks[: cocok.start()]} {teks[cocok.end() :]}".split())
