"""What people call a village, its head, its council and its parts: gampong and keuchik, nagari and wali nagari."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType, structs

from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("sebutan.toml")

Kata = Annotated[str, Meta(min_length=1, max_length=40)]


class Sebutan(Struct, frozen=True, forbid_unknown_fields=True):
    """As in the middle of a sentence. `bpd` is '' for a kelurahan, which has none."""

    desa: Kata
    kepala_desa: Kata
    kecamatan: Kata
    bpd: str
    dusun: Kata
    sumber: str
    """The regulation, or that it is only the custom there."""
    periksa: bool = False
    """Nobody has compared it with the regional regulation yet."""


class Daerah(Struct, frozen=True, forbid_unknown_fields=True):
    """A provinsi or kabupaten that has words of its own; what it does not say is as in the level above."""

    kode: Annotated[str, Meta(pattern=r"^[1-9][0-9](\.[0-9]{2})?$", description='a code such as "11" or "11.04"')]
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    sumber: Annotated[str, Meta(min_length=1)]
    desa: Kata | UnsetType = UNSET
    kepala_desa: Kata | UnsetType = UNSET
    kecamatan: Kata | UnsetType = UNSET
    bpd: Kata | UnsetType = UNSET
    dusun: Kata | UnsetType = UNSET
    periksa: bool = False


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    nasional: Sebutan
    kelurahan: Sebutan
    daerah: tuple[Daerah, ...]


@dataclass(frozen=True)
class KatalogSebutan:
    """The words of the law, and the regions that have others, by code."""

    nasional: Sebutan
    kelurahan: Sebutan
    daerah: dict[str, Daerah]

    def menurut_kode(self, kode: str) -> Sebutan:
        """For a place of any level. One that no region names, or no place at all, has the national words."""
        lurah = _kelurahan(kode)
        kata = ("kecamatan",) if lurah else ("desa", "kepala_desa", "kecamatan", "bpd", "dusun")
        hasil, sumber = self.kelurahan if lurah else self.nasional, ""
        for awalan in (kode[:2], kode[3:] and kode[:5]):
            daerah = self.daerah.get(awalan)
            baru = {k: nilai for k in kata if daerah and (nilai := getattr(daerah, k)) is not UNSET}
            if daerah and baru:
                sumber = daerah.sumber if len(baru) == len(kata) or not sumber else f"{sumber}; {daerah.sumber}"
                hasil = structs.replace(hasil, **baru, sumber=sumber, periksa=daerah.periksa)
        return hasil


def sebutan(kode: str) -> Sebutan:
    """`sebutan("11.01.01.2001").kepala_desa` is 'keuchik'."""
    return muat_sebutan().menurut_kode(kode)


@cache
def muat_sebutan(berkas: Path = BERKAS) -> KatalogSebutan:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("daerah", "kode", enumerate(d.kode for d in isi.daerah))
    return KatalogSebutan(isi.nasional, isi.kelurahan, {d.kode: d for d in isi.daerah})


def _kelurahan(kode: str) -> bool:
    """Written without data.wilayah, which stands above the catalogue."""
    return kode.count(".") == 3 and kode.rpartition(".")[2].startswith("1")
