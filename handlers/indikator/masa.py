"""The days an indicator is looked at: this year, or a quarter or month that is named."""

from __future__ import annotations

import re
from datetime import date, timedelta

from data.indikator_desa.angka import BULAN_TRIWULAN, Masa
from handlers.catatan.bulan import akhir_bulan, baca_bulan, sebut_bulan
from handlers.dialog.baca.tanggal import BULAN

SETAHUN = 12
TRIWULAN = re.compile(
    r"(?<![.\d])\b(?:(20\d\d)-t([1-4])|(?:triwulan|tw) ?(?:([1-4])|ini)(?: (20\d\d))?)\b", re.IGNORECASE
)
SEBULAN = re.compile(
    rf"(?<![.\d])\b(?:20\d\d-(?:0[1-9]|1[0-2])|bulan (?:ini|lalu)|{'|'.join(BULAN)})(?: 20\d\d)?\b", re.IGNORECASE
)
TAHUN = re.compile(r"(?<![.\d])\b20\d\d\b(?!\.)")


def baca_masa(teks: str, hari_ini: date) -> tuple[Masa, str]:
    """The days that are named, and what is left of the words; this year where none are."""
    if cocok := TRIWULAN.search(teks):
        tahun = int(cocok[1] or cocok[4] or hari_ini.year)
        ke = int(cocok[2] or cocok[3] or triwulan(hari_ini))
        return masa_triwulan(tahun, ke), TRIWULAN.sub(" ", teks)
    if cocok := SEBULAN.search(teks):
        bulan = baca_bulan(cocok[0], hari_ini)
        if tahun_ := TAHUN.search(cocok[0]):
            bulan = bulan.replace(year=int(tahun_[0]))
        return Masa(bulan, akhir_bulan(bulan)), SEBULAN.sub(" ", teks)
    cocok = TAHUN.search(teks)
    return masa_tahun(int(cocok[0]) if cocok else hari_ini.year), TAHUN.sub(" ", teks)


def masa_tahun(tahun: int) -> Masa:
    return Masa(date(tahun, 1, 1), date(tahun, 12, 31))


def masa_triwulan(tahun: int, ke: int) -> Masa:
    awal = date(tahun, BULAN_TRIWULAN * (ke - 1) + 1, 1)
    return Masa(awal, akhir_bulan(awal.replace(month=awal.month + BULAN_TRIWULAN - 1)))


def masa_bulan(hari: date) -> Masa:
    return Masa(hari.replace(day=1), akhir_bulan(hari))


def triwulan(hari: date) -> int:
    return (hari.month - 1) // BULAN_TRIWULAN + 1


def kode_masa(masa: Masa) -> str:
    """'2026', '2026-t4', '2026-11': as `baca_masa` reads it."""
    if masa.bulan == SETAHUN:
        return f"{masa.dari:%Y}"
    return f"{masa.dari:%Y}-t{triwulan(masa.dari)}" if masa.bulan == BULAN_TRIWULAN else f"{masa.dari:%Y-%m}"


def sebut_masa(masa: Masa) -> str:
    if masa.bulan == SETAHUN:
        return f"{masa.dari:%Y}"
    if masa.bulan == BULAN_TRIWULAN:
        return f"triwulan {triwulan(masa.dari)} {masa.dari:%Y}"
    return sebut_bulan(masa.dari)


def masa_lain(masa: Masa, hari_ini: date) -> list[tuple[str, Masa]]:
    """(button, days): the one before, the one after where it has begun, and the other lengths."""
    sebelum, sesudah = _sejenis(masa, masa.dari - timedelta(days=1)), _sejenis(masa, masa.sampai + timedelta(days=1))
    hasil = [(f"‹ {_pendek(sebelum)}", sebelum)]
    if sesudah.dari <= hari_ini:
        hasil.append((f"{_pendek(sesudah)} ›", sesudah))
    acuan = min(hari_ini, masa.sampai)
    if masa.bulan == SETAHUN:
        hasil.append((f"Triwulan {triwulan(acuan)}", masa_triwulan(acuan.year, triwulan(acuan))))
    else:
        hasil.append((f"Tahun {masa.dari:%Y}", masa_tahun(masa.dari.year)))
    if masa.bulan == BULAN_TRIWULAN:
        hasil.append((sebut_bulan(acuan), masa_bulan(acuan)))
    return hasil


def _sejenis(masa: Masa, hari: date) -> Masa:
    if masa.bulan == SETAHUN:
        return masa_tahun(hari.year)
    return masa_triwulan(hari.year, triwulan(hari)) if masa.bulan == BULAN_TRIWULAN else masa_bulan(hari)


def _pendek(masa: Masa) -> str:
    """Fits a button: 'Triw. 3 2026'."""
    return sebut_masa(masa).replace("triwulan", "Triw.")
