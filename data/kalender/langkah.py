"""At which step of a deadline a day is: H-30, H-7, H-1, the day after, or past the grace of the level above. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from data.kalender.periode import HARI, tambah_hari_kerja
from data.katalog.kalender import Acara
from data.orang import PD, TAPM_KAB

LEWAT = -1
"""The step of the day after."""
NAIK = 1000
"""From here on: passed up to the level above after so many days more."""
LAMA = 7
"""Days in which a step is still told late; after that it is no news."""
KALI = {PD: 1, TAPM_KAB: 2}
"""How many times its grace passes before somebody of this role hears of it."""


def langkah_pada(acara: Acara, jatuh: date, hari: date, kerja: Callable[[date], bool]) -> int | None:
    """The nearest step that has come: those before it are merged into it. None: none has, or it is long past."""
    if not acara.langkah:
        return None
    semua = {*acara.langkah, *((LEWAT,) if acara.sifat == "batas" and not acara.diri else ())}
    if hari > jatuh - min(*semua, 0) * HARI + timedelta(days=LAMA):
        return None
    return min((n for n in semua if hari >= _hari(acara, jatuh, n, kerja)), default=None)


def _hari(acara: Acara, jatuh: date, langkah: int, kerja: Callable[[date], bool]) -> date:
    if acara.langkah_kerja and langkah > 0:
        return tambah_hari_kerja(jatuh, -langkah, kerja)
    return jatuh - langkah * HARI


def naik_pada(acara: Acara, jatuh: date, hari: date, peran: str) -> int | None:
    """The step at which somebody of that role hears how many villages are open; not who is told of it anyway."""
    if acara.tenggang is None or peran not in KALI or peran in acara.untuk:
        return None
    tenggang = acara.tenggang * KALI[peran]
    return NAIK + tenggang if 0 <= (hari - jatuh).days - tenggang <= LAMA else None
