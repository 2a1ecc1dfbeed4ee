"""The lines below a table's head, and which of them make one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.cocok.lembar import Baris
from handlers.cocok.sel_drp import ada_tanggal, rapi

_PENUTUP = re.compile(
    r"(?:mengetahui|menyetujui|diperiksa|diverifikasi|dibuat oleh|yang membuat|tanda tangan|dicetak|ttd)\b",
    re.IGNORECASE,
)
RENGGANG = 0.8
"""Points by which the space between two rows is wider than between two lines, at least."""
JAUH = 2.2
"""Heights of a line: what stands further below the last row is not in the table."""


@dataclass(frozen=True)
class Garis:
    """A line below a table's head."""

    baris: Baris
    daftar: str
    sel: dict[str, list[str]]
    """Its words by column."""
    awal: bool
    """Whether a row's date stands on it."""


def baris_garis(garis: Sequence[Garis]) -> list[list[Garis]]:
    """The lines of each row. A row begins where the space is widest, so its date may stand in its middle."""
    awal = _awal(garis)
    if not awal:
        return []
    batas = [_batas(garis, a, b) for a, b in pairwise(awal)]
    tengah = sum(p < b for p, b in zip(batas, awal[1:], strict=True)) * 2 > len(batas)
    potong = [0]
    for (a, b), p in zip(pairwise(awal), batas, strict=True):
        baru = next(n for n in range(a, b + 1) if garis[n].baris.halaman == garis[b].baris.halaman)
        potong.append(baru if tengah and baru > a and p == b else p)
    return [list(garis[a:b]) for a, b in pairwise([*potong, _ujung(garis, awal[-1])])]


def _ujung(garis: Sequence[Garis], akhir: int) -> int:
    """Where the last row ends: names and signatures below the table are no part of it."""
    for n in range(akhir + 1, len(garis)):
        b, atas = garis[n].baris, garis[n - 1].baris
        jauh = b.halaman == atas.halaman and b.letak - atas.letak > JAUH * max(k.bawah - k.atas for k in atas.kata)
        if jauh or _PENUTUP.match(rapi(b.teks)):
            return n
    return len(garis)


def _awal(garis: Sequence[Garis]) -> list[int]:
    """Where the rows' dates begin. 'Selasa,' above '3 November 2026' is one date."""
    hasil: list[int] = []
    for n, g in enumerate(garis):
        if not g.awal:
            continue
        sejauh_ini = [k for lain in garis[hasil[-1] : n] for k in lain.sel.get("tanggal", ())] if hasil else []
        if not hasil or ada_tanggal(" ".join(sejauh_ini)):
            hasil.append(n)
    return hasil


def _batas(garis: Sequence[Garis], a: int, b: int) -> int:
    """The first line of the row whose date stands on line `b`, after that of line `a`."""
    terbaik, lebar = b, -1.0
    for n in range(b, a, -1):
        if garis[n].baris.halaman != garis[n - 1].baris.halaman:
            break
        if (sela := garis[n].baris.letak - garis[n - 1].baris.letak) > lebar + RENGGANG:
            terbaik, lebar = n, sela
    return terbaik
