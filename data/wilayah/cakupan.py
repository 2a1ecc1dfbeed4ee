"""What lies in a place, when it is few enough to be shown as a list."""

from __future__ import annotations

from functools import lru_cache

from data.lingkup import SEMUA_WILAYAH, mencakup
from data.wilayah import kemendagri
from data.wilayah.tempat import DESA, KABUPATEN, PROVINSI, Wilayah, dari_kode, kelurahan


@lru_cache(maxsize=256)
def tempat_di(akar: frozenset[str], tingkat: int, batas: int) -> tuple[Wilayah, ...]:
    """All places of a level at or in `akar`, by code, without kelurahan; none when there are more than `batas`."""
    if tingkat == DESA and any(satu.count(".") < KABUPATEN for satu in akar):
        return ()  # not even the smallest kabupaten has so few, and to look for them takes its time
    semua: set[str] = set()
    for satu in akar:
        isi = kemendagri.nama_induk() if satu == SEMUA_WILAYAH else [satu, *kemendagri.isi(satu)]
        semua |= {k for k in isi if k.count(".") == tingkat - PROVINSI and mencakup(satu, k) and not kelurahan(k)}
    return tuple(w for k in sorted(semua) if (w := dari_kode(k))) if len(semua) <= batas else ()
