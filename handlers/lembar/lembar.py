"""A workbook of lists: typed columns, a header that stays, a filter, and a sheet that says what the columns mean.

Rows are written as they come, and forgotten: a hundred thousand need no more memory than a hundred.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handlers.lembar.sel import BULAT, FORMAT, Jenis, Nilai, berbahaya, isi_sel, teks

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

BARIS = 1_000_000
"""Rows of one sheet; the rest goes on in the next. A spreadsheet has 1,048,576."""
PILIHAN = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
SEBUT = {
    "teks": "tulisan",
    "angka": "angka",
    "uang": "rupiah",
    "tanggal": "tanggal",
    "waktu": "tanggal dan jam",
    "ya": "Ya atau Tidak",
}
LAHIR = datetime(2026, 1, 1)  # noqa: DTZ001 -- of every file, so that the same rows make the same bytes


@dataclass(frozen=True)
class Kolom:
    nama: str
    lebar: int = 20
    """In characters."""
    jenis: Jenis = "teks"
    arti: str = ""
    """What the sheet "Keterangan" says of it."""


@dataclass(frozen=True)
class Lembar:
    nama: str
    kolom: Sequence[Kolom]
    baris: Iterable[Sequence[Nilai]]
    """One value a column, in their order. See `Nilai` for what a cell may be."""
    keterangan: str = ""
    """One sentence about the whole sheet: what is in it, and what is not."""
    menyusul: bool = False
    """Stands in its place, but is written after all others: it says how many rows those have."""


def buat_xlsx(lembar: Sequence[Lembar], *, hari: date | None = None) -> bytes:
    """The sheets, and "Keterangan" after them. `hari`: the day the file says it was made."""
    isi = io.BytesIO()
    _buat(isi, PILIHAN, lembar, hari)
    return isi.getvalue()


def tulis_xlsx(berkas: Path, lembar: Sequence[Lembar], *, hari: date | None = None) -> None:
    """The same into a file. Rows wait beside it until all are there; what breaks off leaves some of them behind."""
    _buat(berkas, PILIHAN | {"tmpdir": str(berkas.parent)}, lembar, hari)


def _buat(ke: io.BytesIO | Path, pilihan: dict[str, Any], lembar: Sequence[Lembar], hari: date | None) -> None:
    import xlsxwriter  # 0.15 s that only those who ask for a workbook should pay

    buku = xlsxwriter.Workbook(ke, pilihan)
    buku.set_properties({"created": datetime.combine(hari, time()) if hari else LAHIR})
    try:
        _isi(buku, lembar)
    except BaseException:
        for ws in buku.worksheets():
            ws._opt_close()  # close(), and so `with`, would first make a whole workbook of what broke off
        raise
    buku.close()


def _isi(buku: Workbook, lembar: Sequence[Lembar]) -> None:
    gaya = _gaya(buku)
    nama: set[str] = set()
    menyusul: list[tuple[Worksheet, Lembar]] = []
    for satu in lembar:
        ws = _buka(buku, satu, gaya, nama)
        if satu.menyusul:
            menyusul.append((ws, satu))
        else:
            _tulis(buku, ws, satu, gaya, nama)
    for ws, satu in menyusul:
        _tulis(buku, ws, satu, gaya, nama)
    keterangan = _keterangan(lembar)
    _tulis(buku, _buka(buku, keterangan, gaya, nama), keterangan, gaya, nama)


def nama_lembar(nama: str, terpakai: set[str]) -> str:
    """As a spreadsheet allows it: 31 characters, none of []:*?/\\, no other of that name. Adds it to `terpakai`."""
    bersih = "".join(" " if c in "[]:*?/\\" else c for c in teks(nama))
    bersih = " ".join(bersih.split()).strip("'")[:31].rstrip(" '") or "Lembar"
    hasil, n = bersih, 1
    while hasil.lower() in terpakai | {"history"}:
        n += 1
        hasil = f"{bersih[: 31 - len(f' ({n})')].rstrip()} ({n})"
    terpakai.add(hasil.lower())
    return hasil


def _gaya(buku: Workbook) -> dict[str, Any]:
    """Formats by kind of column. "aman" is text that a spreadsheet leaves text even when the cell is typed anew."""
    dasar = {"valign": "top"}
    lipat = {**dasar, "text_wrap": True}
    return {
        "kepala": buku.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E8F0EA", "valign": "top"}
        ),
        "teks": buku.add_format(lipat),
        "aman": buku.add_format({**lipat, "quote_prefix": True}),
        "bulat": buku.add_format({**dasar, "num_format": BULAT}),
        **{jenis: buku.add_format({**dasar, "num_format": bentuk}) for jenis, bentuk in FORMAT.items()},
    }


def _tulis(buku: Workbook, ws: Worksheet, lembar: Lembar, gaya: dict[str, Any], terpakai: set[str]) -> None:
    n = 0
    for baris in lembar.baris:
        if n == BARIS:
            _tutup(ws, n, lembar)
            ws, n = _buka(buku, lembar, gaya, terpakai), 0
        n += 1
        for k, (kolom, nilai) in enumerate(zip(lembar.kolom, baris, strict=True)):
            _sel(ws, n, k, kolom.jenis, nilai, gaya)
    _tutup(ws, n, lembar)


def _buka(buku: Workbook, lembar: Lembar, gaya: dict[str, Any], terpakai: set[str]) -> Worksheet:
    ws = buku.add_worksheet(nama_lembar(lembar.nama, terpakai))
    ws.freeze_panes(1, 0)
    ws.set_landscape()
    ws.set_paper(9)  # A4
    ws.fit_to_pages(1, 0)
    ws.repeat_rows(0)
    for k, kolom in enumerate(lembar.kolom):
        ws.set_column(k, k, kolom.lebar)
        ws.write_string(0, k, teks(kolom.nama), gaya["kepala"])
    return ws


def _tutup(ws: Worksheet, n: int, lembar: Lembar) -> None:
    ws.autofilter(0, 0, n, len(lembar.kolom) - 1)


def _sel(ws: Worksheet, n: int, k: int, jenis: Jenis, nilai: Nilai, gaya: dict[str, Any]) -> None:
    """Never `write`, which looks at a value to guess what it might be."""
    isi = isi_sel(jenis, nilai)
    if isinstance(isi, str):
        ws.write_string(n, k, isi, gaya["aman" if berbahaya(isi) else "teks"])
    elif isinstance(isi, date):
        ws.write_datetime(n, k, isi, gaya["waktu" if isinstance(isi, datetime) else "tanggal"])
    elif isi is not None:
        ws.write_number(n, k, isi, gaya["bulat" if jenis == "angka" and isi == int(isi) else jenis])


def _keterangan(lembar: Sequence[Lembar]) -> Lembar:
    kolom = (Kolom("Lembar", 24), Kolom("Kolom", 26), Kolom("Isinya", 18), Kolom("Artinya", 80))
    baris: list[tuple[str, ...]] = []
    for satu in lembar:
        if satu.keterangan:
            baris.append((satu.nama, "(seluruhnya)", "", satu.keterangan))
        baris += [(satu.nama, k.nama, SEBUT[k.jenis], k.arti) for k in satu.kolom]
    return Lembar("Keterangan", kolom, baris)
