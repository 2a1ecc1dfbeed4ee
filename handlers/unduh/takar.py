"""How big a workbook becomes and how long it takes: as measured with 100,000 activities of 8 to 40 words."""

from __future__ import annotations

from math import ceil

from handlers.dialog.baca.angka import ejaan_angka

TERBANYAK = 300_000
"""Rows of one workbook: some 35 MB, which every channel still carries."""
BESAR = 45_000_000
"""Bytes that every channel carries (Telegram and the page: 50 MB)."""
SEDETIK = 1_500
"""Rows a second, beside other work."""
BYTE = 120
"""Of a row, packed."""
SEMENIT = 60


def sebut_takar(n: int) -> str:
    """'1.240 baris, kira-kira 0,2 MB, siap dalam beberapa detik'"""
    return f"{ejaan_angka(n)} baris, kira-kira {sebut_besar(n * BYTE)}, {_lama(n)}"


def sebut_besar(byte: int) -> str:
    """'0,2 MB'"""
    return f"{max(byte / 1e6, 0.1):.1f} MB".replace(".", ",")


def _lama(n: int) -> str:
    detik = n / SEDETIK
    if detik < 10:
        return "siap dalam beberapa detik"
    return f"siap dalam kira-kira {ceil(detik / SEMENIT)} menit" if detik > 45 else "siap dalam kurang dari semenit"
