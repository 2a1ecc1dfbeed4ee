"""A row that only DRP has, as the beginning of an entry: its day, hours and place; the rest is asked."""

from __future__ import annotations

import re

from data.desa import Desa
from handlers.dialog.dialog import Dialog

BARIS = re.compile(r"drp (\d{4}-\d\d-\d\d)(?: (\d\d:\d\d-\d\d:\d\d))?(?: ([\d.]{5,13}))?", re.ASCII)


def isi_dari_drp(teks: str, d: Dialog, desa: Desa) -> bool:
    """False when the text is not what such a button says. What does not hold is asked again by its question."""
    cocok = BARIS.fullmatch(teks.strip())
    if cocok is None:
        return False
    tanggal, jam, kode = cocok.groups()
    dampingan = desa.dampingan()
    d.keadaan.jawaban["tanggal"] = tanggal
    if jam:
        d.keadaan.jawaban["jam"] = jam
    if kode in {w.kode for w in (*dampingan, *desa.wilayah.kecamatan_dari(dampingan))}:
        d.keadaan.jawaban["desa"] = kode
    return True
