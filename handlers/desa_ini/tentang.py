"""What a part of the screen is told about, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.desa import Desa
from data.wilayah import Wilayah

AWAS = "⚠"


@dataclass(frozen=True)
class Tentang:
    di: Wilayah
    desa: Desa
    hari_ini: date


@dataclass(frozen=True)
class Isi:
    """The same on the screen and on paper; `rinci` has room only on paper."""

    teks: str = ""
    """One line; '' where nothing has been written down."""
    rinci: tuple[str, ...] = ()


KOSONG = Isi()


def berangka(jumlah: int, lewat: int) -> str:
    """'5 terbuka, ⚠ 2 lewat tenggat'"""
    return f"{jumlah} terbuka{f', {AWAS} {lewat} lewat tenggat' if lewat else ''}"
