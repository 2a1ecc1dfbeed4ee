"""The steps of a BUM Desa to its legal body, and for how many working days its approved name holds."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("bumdes.toml")
Kode = Annotated[int, Meta(ge=0, le=99)]
Sumber = Annotated[str, Meta(min_length=1, max_length=200)]


class Langkah(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    pendek: Annotated[str, Meta(min_length=1, max_length=20)]
    """For a button."""
    perlu: Annotated[str, Meta(max_length=160)]
    """What it takes to get there."""
    maju: tuple[Kode, ...]
    """The steps that usually follow, the likeliest first."""


class MasaNama(Struct, frozen=True, forbid_unknown_fields=True):
    hari_kerja: Annotated[int, Meta(ge=1, le=400)]
    dari: Kode
    """The step from which they count."""
    selesai: Kode
    """The step from which nothing runs any more."""
    ingatkan: tuple[Annotated[int, Meta(ge=0, le=100)], ...]
    """Working days before the end, on which somebody is told."""
    sumber: Sumber
    tanggal: dt.date


class Koperasi(Struct, frozen=True, forbid_unknown_fields=True):
    dukungan_persen: Annotated[int, Meta(ge=0, le=100)]
    kembali_persen: Annotated[int, Meta(ge=0, le=100)]
    sumber: Sumber
    tanggal: dt.date


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    nama: MasaNama
    kdmp: Koperasi
    langkah: tuple[Langkah, ...]


@dataclass(frozen=True)
class KatalogBumdes:
    nama: MasaNama
    kdmp: Koperasi
    langkah: tuple[Langkah, ...]
    """In their order."""

    def ambil(self, kode: int) -> Langkah:
        """KeyError when there is none."""
        for satu in self.langkah:
            if satu.kode == kode:
                return satu
        raise KeyError(kode)

    @property
    def akhir(self) -> int:
        """The step after which there is none."""
        return self.langkah[-1].kode

    def mundur(self, dari: int, ke: int) -> bool:
        """Whether that is a step back, which wants a reason."""
        return ke < dari and ke not in self.ambil(dari).maju


@cache
def muat_bumdes(berkas: Path = BERKAS) -> KatalogBumdes:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for kunci in ("kode", "nama", "pendek"):
        naskah.wajib_unik("langkah", kunci, enumerate(getattr(satu, kunci) for satu in isi.langkah))
    _periksa_urutan(naskah, isi)
    kode = {satu.kode for satu in isi.langkah}
    maju = ((n, ke) for n, satu in enumerate(isi.langkah) for ke in satu.maju)
    naskah.wajib_dikenal("langkah", "maju", maju, kode, "the kode of a langkah in this file")
    for kunci in ("dari", "selesai"):
        if getattr(isi.nama, kunci) not in kode:
            raise naskah.salah(("nama", 0, kunci), f"{kunci} is {getattr(isi.nama, kunci)}", "the kode of a langkah")
    return KatalogBumdes(isi.nama, isi.kdmp, isi.langkah)


def _periksa_urutan(naskah: Naskah, isi: _Isi) -> None:
    for n, satu in enumerate(isi.langkah):
        if satu.kode != n:
            raise naskah.salah(("langkah", n, "kode"), f"kode is {satu.kode}", f"{n}, without gaps from 0")
