"""Quiet hours: nothing unasked reaches a person in them, by the clock where they work."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

TENANG = (time(21, 30), time(6, 0))
"""From, included, until, not included."""


def sedang_tenang(kini: int, zona: str) -> bool:
    jam = datetime.fromtimestamp(kini, UTC).astimezone(ZoneInfo(zona)).time()
    return jam >= TENANG[0] or jam < TENANG[1]


def sesudah_tenang(kini: int, zona: str) -> int:
    """`kini`, or the end of the quiet hours that it falls in."""
    if not sedang_tenang(kini, zona):
        return kini
    lokal = datetime.fromtimestamp(kini, UTC).astimezone(ZoneInfo(zona))
    pagi = datetime.combine(lokal, TENANG[1], lokal.tzinfo)
    return int((pagi if pagi > lokal else pagi + timedelta(days=1)).timestamp())
