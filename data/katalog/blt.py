"""What bounds BLT Desa, and when a month without a payment is late."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("blt.toml")


class BatasBlt(Struct, frozen=True, forbid_unknown_fields=True):
    maksimal: Annotated[int, Meta(ge=1)]
    """Rupiah a month for one family."""
    sekaligus: Annotated[int, Meta(ge=1, le=12)]
    """Months that one payment may be for."""
    sumber: Annotated[str, Meta(min_length=1, max_length=200)]
    tanggal: dt.date
    tenggang: Annotated[int, Meta(ge=0, le=366)]
    """Days after a month's end until it is called late."""

    def batas(self, hari: dt.date) -> tuple[int, int]:
        """(year, month) of the last month that should be paid by `hari`."""
        awal = (hari - dt.timedelta(days=self.tenggang)).replace(day=1)
        lalu = awal - dt.timedelta(days=1)
        return lalu.year, lalu.month


@cache
def muat_blt(berkas: Path = BERKAS) -> BatasBlt:
    """Reads the file once per process. Raises KatalogSalah."""
    return baca(berkas).sebagai(BatasBlt)
