"""The Camat's report: what it rests on, its parts in order, and the sentences that come along."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("laporan_camat.toml")
URUTAN = ("1", "2", "3", "4", "5", "6", "7")


class Dasar(Struct, frozen=True, forbid_unknown_fields=True):
    teks: Annotated[str, Meta(min_length=10, max_length=300)]
    sumber: Annotated[str, Meta(min_length=1, max_length=200)]
    tanggal: dt.date


class BagianLaporan(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Annotated[str, Meta(pattern="^[1-7]$", description='one digit, "1" to "7"')]
    judul: Annotated[str, Meta(min_length=1, max_length=60)]
    pendek: Annotated[str, Meta(min_length=1, max_length=20)]
    """For a button."""
    baku: Annotated[str, Meta(max_length=500)]
    """With {kecamatan}, {kabupaten}, {masa} in it; '' of a part without."""
    usul: Annotated[str, Meta(min_length=1, max_length=200)]


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    dasar: tuple[Dasar, ...]
    bagian: tuple[BagianLaporan, ...]


@dataclass(frozen=True)
class KatalogLaporanCamat:
    dasar: tuple[Dasar, ...]
    bagian: tuple[BagianLaporan, ...]
    """All seven, in their order."""

    def ambil(self, kode: str) -> BagianLaporan:
        return self.bagian[URUTAN.index(kode)]


@cache
def muat_laporan_camat(berkas: Path = BERKAS) -> KatalogLaporanCamat:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    kode = tuple(satu.kode for satu in isi.bagian)
    if kode != URUTAN:
        raise naskah.salah(("bagian",), f"bagian have the kode {', '.join(kode)}", f"{', '.join(URUTAN)}, in order")
    for n, satu in enumerate(isi.bagian):
        try:
            satu.baku.format(kecamatan="", kabupaten="", masa="")
        except (KeyError, ValueError, IndexError, AttributeError):
            harap = "only {kecamatan}, {kabupaten}, {masa} in braces"
            raise naskah.salah(("bagian", n, "baku"), "baku has other braces", harap) from None
    return KatalogLaporanCamat(isi.dasar, isi.bagian)
