"""What people asked in other words than the catalogue's, and what they asked that is none of ours, as senses.

`python -m bench.faq biasa` writes the file anew from the develop questions, after any change of the vocabulary.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from data.bahasa.kosakata import FOLDER
from data.faq.indeks import Biasa
from data.katalog.muat import baca

BERKAS = FOLDER / "terbiasa.toml"


class _Terbiasa(Struct, frozen=True, forbid_unknown_fields=True):
    luar: tuple[str, ...]
    topik: dict[str, tuple[str, ...]]


@cache
def muat_biasa(berkas: Path = BERKAS) -> Biasa:
    isi = baca(berkas).sebagai(_Terbiasa)
    return Biasa(isi.topik, isi.luar)
