"""What every count stands on: whose writing counts, and which day a moment was there."""

from __future__ import annotations

from collections.abc import Collection

from data.katalog.zona import muat_zona
from data.orang import tanggal_lokal

SAH = "EXISTS (SELECT 1 FROM penugasan p WHERE p.orang_id = {} AND p.disahkan = 1)"
"""On a column with the writer: somebody whom a level above has confirmed somewhere, as in the recaps."""


def deret(semua: Collection[object]) -> str:
    return ", ".join("?" * len(semua))


def hari_di(kode: str, waktu: int) -> str:
    """ISO date; `waktu`: UTC epoch seconds."""
    return tanggal_lokal(waktu, muat_zona().zona_provinsi(kode[:2]).iana).isoformat()
