"""What one cell says: text that is never anything but text, and numbers and days that a spreadsheet can count with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from math import isfinite
from typing import Literal

Jenis = Literal["teks", "angka", "uang", "tanggal", "waktu", "ya"]
Nilai = str | int | float | bool | date | list[str] | None
"""A day may be an ISO date; a moment is a `datetime` in the reader's own zone; several are written with commas."""
Isi = str | int | float | date | None

FORMAT: dict[str, str] = {
    "angka": "#,##0.##",
    "uang": "[$Rp-421]#,##0;-[$Rp-421]#,##0",
    "tanggal": "[$-421]d mmm yyyy",
    "waktu": "[$-421]d mmm yyyy hh.mm",
}
"""421 is Indonesian: names of months and the rupiah. Dots or commas in numbers are chosen by who opens the file."""
BULAT = "#,##0"
"""Of whole numbers, which would else end in a comma."""
PANJANG = 32_000
"""UTF-16 units of a cell; a spreadsheet holds 32,767."""
BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
TEPAT = 10**15
"""From here on a spreadsheet rounds a number off, so it is written as text: nothing is changed by being exported."""
AWAL = date(1900, 3, 1)
"""Days before are counted one off in some spreadsheets."""


def isi_sel(jenis: Jenis, nilai: Nilai) -> Isi:
    """As it is written; None is an empty cell. What does not fit its column's kind stays text."""
    if nilai is None or nilai == "" or nilai == []:
        return None
    return _BACA[jenis](nilai)


def teks(nilai: Nilai) -> str:
    """Without what XML cannot hold, and never what the writer of rows would take for markup of its own."""
    isi = ", ".join(nilai) if isinstance(nilai, list) else str(nilai)
    if not isi.isprintable():  # most are, and looking at every letter takes time
        isi = "".join(c for c in isi if c.isprintable() or c in "\t\n" or _boleh(ord(c)))
    if len(isi) > PANJANG // 2 and len(bita := isi.encode("utf-16-le")) > 2 * PANJANG:
        isi = f"{bita[: 2 * PANJANG].decode('utf-16-le', 'ignore')}…"
    # xlsxwriter's rows copy "<r>…</r>" into the file as it is, and whatever stands within could close the cell
    return f"{isi} " if isi.startswith("<r>") and isi.endswith("</r>") else isi


def berbahaya(isi: str) -> bool:
    """Whether typing it anew, or saving it as CSV, would make a formula of it in some spreadsheet."""
    return isi.lstrip(" ").startswith(BERBAHAYA)


def _boleh(kode: int) -> bool:
    """Of what cannot be printed the joiners and directions that some scripts and emoji need; no half a surrogate."""
    return 0x2000 < kode < 0xD800 or 0xDFFF < kode < 0xFFFE


def _angka(nilai: Nilai) -> Isi:
    if isinstance(nilai, (int, float)) and isfinite(nilai) and abs(nilai) < TEPAT:
        return nilai + 0  # True is 1
    return teks(nilai)


def _tanggal(nilai: Nilai) -> Isi:
    if isinstance(nilai, datetime):
        nilai = nilai.date()
    if isinstance(nilai, str):
        try:
            nilai = date.fromisoformat(nilai)
        except ValueError:
            return teks(nilai)
    return nilai if isinstance(nilai, date) and nilai >= AWAL else teks(nilai)


def _waktu(nilai: Nilai) -> Isi:
    if not isinstance(nilai, datetime):
        return _tanggal(nilai)
    return nilai.replace(tzinfo=None) if nilai.date() >= AWAL else teks(nilai)


def _ya(nilai: Nilai) -> Isi:
    if nilai in (True, False):
        return "Ya" if nilai else "Tidak"
    return teks(nilai)


_BACA: dict[str, Callable[[Nilai], Isi]] = {
    "teks": teks, "angka": _angka, "uang": _angka, "tanggal": _tanggal, "waktu": _waktu, "ya": _ya,
}  # fmt: skip
