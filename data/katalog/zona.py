"""Which clock a province keeps. No province is split and none has daylight saving (Keppres 41/1987)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta, Struct

from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("zona.toml")

NamaZona = Literal["WIB", "WITA", "WIT"]


class Zona(Struct, frozen=True, forbid_unknown_fields=True):
    """A clock: what people call it, and its name in the IANA database."""

    nama: NamaZona
    iana: str


class Provinsi(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Annotated[str, Meta(pattern=r"^[1-9][0-9]$", description='two digits in quotes, such as "32"')]
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    zona: NamaZona


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    zona: tuple[Zona, ...]
    provinsi: tuple[Provinsi, ...]


@dataclass(frozen=True)
class KatalogZona:
    """The clocks, west to east, and the provinces in file order."""

    zona: tuple[Zona, ...]
    provinsi: tuple[Provinsi, ...]

    def zona_provinsi(self, kode: str) -> Zona:
        """`kode` is the first two digits of any wilayah code. KeyError when no province has it."""
        for provinsi in self.provinsi:
            if provinsi.kode == kode:
                return next(z for z in self.zona if z.nama == provinsi.zona)
        raise KeyError(kode)


@cache
def muat_zona(berkas: Path = BERKAS) -> KatalogZona:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("zona", "nama", enumerate(z.nama for z in isi.zona))
    naskah.wajib_unik("provinsi", "kode", enumerate(p.kode for p in isi.provinsi))
    naskah.wajib_unik("provinsi", "nama", enumerate(p.nama for p in isi.provinsi))
    ada = {z.nama for z in isi.zona}
    naskah.wajib_dikenal("provinsi", "zona", enumerate(p.zona for p in isi.provinsi), ada, "a nama from a [[zona]]")
    _periksa_iana(naskah, isi.zona)
    return KatalogZona(isi.zona, isi.provinsi)


def _periksa_iana(naskah: Naskah, semua: tuple[Zona, ...]) -> None:
    for n, zona in enumerate(semua):
        try:
            ZoneInfo(zona.iana)
        except (ZoneInfoNotFoundError, ValueError):
            harap = 'an IANA time zone such as "Asia/Jakarta"'
            raise naskah.salah(("zona", n, "iana"), f'iana is "{zona.iana}"', harap) from None
