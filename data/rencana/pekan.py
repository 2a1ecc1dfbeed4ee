"""The weeks of a plan: four to a month, as in the RKTL grid. '03.2' is the second week of March."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date

SEBULAN = 4
HARI = 7
"""Days of a week of the grid; the fourth lasts until the month is over."""
SEMUA = tuple(f"{bulan:02}.{minggu}" for bulan in range(1, 13) for minggu in range(1, SEBULAN + 1))


def pekan_dari(hari: date) -> str:
    """The week of the grid that a day lies in."""
    return f"{hari.month:02}.{min((hari.day - 1) // HARI + 1, SEBULAN)}"


def akhir(tahun: int, pekan: str) -> date:
    """Its last day."""
    bulan, minggu = int(pekan[:2]), int(pekan[3:])
    hari = monthrange(tahun, bulan)[1] if minggu == SEBULAN else minggu * HARI
    return date(tahun, bulan, hari)


def susun(bulan: Iterable[int], minggu: Iterable[int]) -> tuple[str, ...]:
    """These weeks of each of these months."""
    minggu = tuple(minggu)
    return urut(f"{b:02}.{m}" for b in bulan for m in minggu)


def urut(pekan: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order of the year."""
    ada = set(pekan)
    return tuple(satu for satu in SEMUA if satu in ada)


def baca(teks: str) -> tuple[str, ...]:
    """As it is stored."""
    return tuple(satu for satu in teks.split() if satu in SEMUA)


def tulis(pekan: Collection[str]) -> str:
    return " ".join(urut(pekan))
