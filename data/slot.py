"""When something that comes again and again is due: each day, one day of the week, or one day of the month."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

Atur = Mapping[str, str | int | bool]
"""`jam` 'HH:MM'; with `hari` (0, Monday, to 6) weekly, else with `tanggal` (1 to 28) monthly, else daily."""
SEHARI = timedelta(days=1)


def berikut(atur: Atur, zona: str, sesudah: int) -> int:
    """The first moment after `sesudah`, UTC epoch seconds."""
    hari = _maju(atur, _lokal(sesudah, zona))
    saat = _saat(hari, _jam(atur), zona)
    return saat if saat > sesudah else _saat(_maju(atur, hari + SEHARI), _jam(atur), zona)


def sebelum(atur: Atur, zona: str, kini: int) -> int:
    """The last moment up to `kini`, itself included."""
    hari = _mundur(atur, _lokal(kini, zona))
    saat = _saat(hari, _jam(atur), zona)
    return saat if saat <= kini else _saat(_mundur(atur, hari - SEHARI), _jam(atur), zona)


def antara(atur: Atur, zona: str, dari: int, sampai: int, batas: int) -> list[int]:
    """Moments from `dari` until before `sampai`, by age; of more than `batas` only the latest."""
    hasil: list[int] = []
    saat = sebelum(atur, zona, sampai - 1)
    while saat >= dari and len(hasil) < batas:
        hasil.append(saat)
        saat = sebelum(atur, zona, saat - 1)
    return hasil[::-1]


def periode(atur: Atur, zona: str, saat: int) -> str:
    """The day, the week or the month that a moment is for: something comes once in each."""
    hari = _lokal(saat, zona)
    if "hari" in atur:
        return (hari - timedelta(days=hari.weekday())).isoformat()
    return f"{hari:%Y-%m}" if "tanggal" in atur else hari.isoformat()


def _maju(atur: Atur, hari: date) -> date:
    """The first day from `hari` on."""
    if "hari" in atur:
        return hari + timedelta(days=(int(atur["hari"]) - hari.weekday()) % 7)
    if "tanggal" in atur:
        awal = hari if hari.day <= int(atur["tanggal"]) else hari.replace(day=28) + 4 * SEHARI
        return awal.replace(day=int(atur["tanggal"]))
    return hari


def _mundur(atur: Atur, hari: date) -> date:
    """The last day up to `hari`."""
    if "hari" in atur:
        return hari - timedelta(days=(hari.weekday() - int(atur["hari"])) % 7)
    if "tanggal" in atur:
        akhir = hari if hari.day >= int(atur["tanggal"]) else hari.replace(day=1) - SEHARI
        return akhir.replace(day=int(atur["tanggal"]))
    return hari


def _lokal(saat: int, zona: str) -> date:
    return datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona)).date()


def _jam(atur: Atur) -> str:
    return str(atur["jam"])


@lru_cache(maxsize=4096)
def _saat(hari: date, jam: str, zona: str) -> int:
    return int(datetime.combine(hari, time.fromisoformat(jam), ZoneInfo(zona)).timestamp())
