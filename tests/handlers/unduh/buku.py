"""A workbook as somebody opens it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from data.desa import Desa
from tests.kerja import LajuUji, kerjakan

BAHAN = {"apa": "semua", "register": "", "di": "", "masa": ":"}
Buku = dict[str, list[dict[str, Any]]]


def unduh(desa: Desa, folder: Path, **bahan: str) -> Buku:
    """By sheet, its rows by column."""
    return unduh_pelan(desa, folder, LajuUji(folder), **bahan)


def unduh_pelan(desa: Desa, folder: Path, laju: LajuUji, **bahan: str) -> Buku:
    folder.mkdir(parents=True, exist_ok=True)
    hasil = kerjakan(desa, "unduh_xlsx", {**BAHAN, **bahan}, folder, laju=laju)
    buku = baca(folder / hasil.nama)
    assert [berkas.name for berkas in folder.iterdir()] == [hasil.nama], "nothing is left beside it"
    return buku


def baca(berkas: Path) -> Buku:
    hasil: Buku = {}
    for lembar in openpyxl.load_workbook(berkas).worksheets:
        kepala, *baris = lembar.iter_rows(values_only=True)
        hasil[lembar.title] = [dict(zip(map(str, kepala), isi, strict=True)) for isi in baris]
    return hasil


def tentang(buku: Buku) -> Mapping[str, Any]:
    return {b["Hal"]: b["Isi"] if b["Baris"] is None else b["Baris"] for b in buku["Tentang"]}


def nomor(buku: Buku) -> list[str]:
    """What the rows are called by, of all sheets."""
    return [b["Nomor"] for nama, baris in buku.items() if nama != "Keterangan" for b in baris if b.get("Nomor")]
