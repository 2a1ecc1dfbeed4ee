"""Numbers in words, as official papers write them: 'empat puluh lima juta'."""

from __future__ import annotations

from handlers.dialog.baca.uang import ejaan_uang

SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
SKALA = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))
SE = (100, 1000)
"""'seratus', 'seribu', but 'satu juta'."""


def terbilang(n: int) -> str:
    """Beyond a trillion as 'seribu triliun'."""
    if n < 0:
        return f"minus {terbilang(-n)}"
    for nilai, nama in SKALA:
        if n >= nilai:
            kali, sisa = divmod(n, nilai)
            depan = f"se{nama}" if kali == 1 and nilai in SE else f"{terbilang(kali)} {nama}"
            return _sambung(depan, sisa)
    if n < len(SATUAN):
        return SATUAN[n]
    if n < 20:
        return f"{SATUAN[n - 10]} belas"
    puluh, sisa = divmod(n, 10)
    return _sambung(f"{SATUAN[puluh]} puluh", sisa)


def _sambung(depan: str, sisa: int) -> str:
    return f"{depan} {terbilang(sisa)}" if sisa else depan


def rupiah(n: int) -> str:
    """'Rp45.000.000 (empat puluh lima juta rupiah)'"""
    return f"{ejaan_uang(n)} ({terbilang(n)} rupiah)"
