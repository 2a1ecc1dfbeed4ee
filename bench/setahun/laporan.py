"""What came of the year: the figures, and what the two examinations of it share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bench.setahun.dunia import HARI, Dunia

Slot = tuple[str, str, int]
"""(kind, whom or what for, moment)"""

Sebut = dict[tuple[str, str], list[date]]
"""(person, step of a deadline) to the days that it was told on."""


@dataclass
class Laporan:
    slot: int = 0
    hasil: Counter[str] = field(default_factory=Counter)
    telat: list[int] = field(default_factory=list)
    """Seconds from when it could be sent until it was queued."""
    ganda: list[str] = field(default_factory=list)
    salah: list[str] = field(default_factory=list)
    """(what, expected, found) of each that came out otherwise."""
    langkah: int = 0
    """Steps of deadlines that were told."""
    langkah_lewat: int = 0
    """… that no day was left for by the rules."""
    langkah_telat: list[int] = field(default_factory=list)
    """Days from the first on which it could be told until it was."""


def dekat_lompatan(dunia: Dunia, slot: int) -> bool:
    """While a clock is wrong, and a while after, nobody can say what should be sent; twice it must not be."""
    return any(
        dari - HARI - abs(geser) % (9 * HARI) <= slot <= sampai + HARI + abs(geser) % (9 * HARI)
        or (geser > 0 and dari + geser - 8 * HARI <= slot <= sampai + geser)
        for dari, sampai, geser in dunia.lompat
    )


def lokal(saat: int, zona: str) -> datetime:
    return datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona))
