"""National holidays of the years that lokal-id knows: the only module that knows how it offers them.

Its module is read as it lies in the package, as data/wilayah/kemendagri.py reads its files: `import lokal` compiles
much else, half a second for a list of days. The version is pinned, and a test compares what it brings.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple

_PAKET = "_lokal_apa_adanya"
"""A package of that name has lokal-id's folder, and none of what its own first lines do."""


class HariLokal(NamedTuple):
    tanggal: str
    """ISO date."""
    nama: str
    cuti: bool
    """A cuti bersama."""


def hari_lokal(tahun: int) -> tuple[str, tuple[HariLokal, ...]]:
    """The decree and its days; ('', ()) for a year that lokal-id does not have."""
    modul = _modul()
    if tahun not in modul.HOLIDAY_YEARS:
        return "", ()
    isi = modul.get_holidays(tahun)
    return isi.decree, tuple(HariLokal(h.date, h.name, h.type == "cuti_bersama") for h in isi.holidays)


@cache
def tahun_lokal() -> tuple[int, ...]:
    return tuple(_modul().HOLIDAY_YEARS)


@cache
def _modul() -> Any:
    spec = find_spec("lokal")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("lokal-id is not installed", name="lokal")
    paket = ModuleType(_PAKET)
    paket.__path__ = list(spec.submodule_search_locations)
    sys.modules[_PAKET] = paket
    return import_module(f"{_PAKET}.holidays")
