"""Questions that are none of ours, as examples of what to decline."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.bahasa.kosakata import FOLDER
from data.katalog.muat import baca


class _Luar(Struct, frozen=True, forbid_unknown_fields=True):
    contoh: Annotated[tuple[str, ...], Meta(min_length=1)]


@cache
def muat_luar(berkas: Path = FOLDER / "luar.toml") -> tuple[str, ...]:
    return baca(berkas).sebagai(_Luar).contoh
