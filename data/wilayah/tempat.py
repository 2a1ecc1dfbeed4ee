"""One place. Codes are written as Kemendagri writes them, with dots: 32.03.03.2013."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.katalog.zona import muat_zona
from data.wilayah import kemendagri

PROVINSI, KABUPATEN, KECAMATAN, DESA = 1, 2, 3, 4
"""Levels (tingkat): how many blocks a code has."""
JENIS = {"1": "Kelurahan", "2": "Desa", "3": "Desa adat"}
"""By the first digit of a village's last block."""
_KOTA = "7"
"""The second block of a kota begins at 71; a kabupaten's is below."""
_PAPUA = "91"
"""From this province on a kecamatan is a distrik (UU 21/2001)."""


@dataclass(frozen=True)
class Wilayah:
    kode: str
    nama: str
    jalur: str
    """From the next level up: 'Cibeber, Kabupaten Cianjur, Jawa Barat'."""
    zona: str
    """IANA name."""

    @property
    def tingkat(self) -> int:
        return self.kode.count(".") + 1

    @property
    def kecamatan(self) -> str:
        return self.jalur.split(", ")[0]

    @property
    def jenis(self) -> str:
        """'Desa', 'Kelurahan', 'Desa adat', 'Kecamatan', 'Distrik', 'Kabupaten', 'Kota', 'Provinsi': the code tells.

        What the people there call it is `data.katalog.sebutan.sebutan(kode)`.
        """
        blok = self.kode.rpartition(".")[2]
        match self.tingkat:
            case 4:
                return JENIS.get(blok[:1], "Desa")
            case 3:
                return "Distrik" if self.kode >= _PAPUA else "Kecamatan"
            case 2:
                return "Kota" if blok >= _KOTA else "Kabupaten"
        return "Provinsi"


def kelurahan(kode: str) -> bool:
    """True for a kelurahan's code: it has no Dana Desa, and no pendamping."""
    return kode.count(".") == DESA - 1 and kode.rpartition(".")[2].startswith("1")


def dari_kode(kode: str) -> Wilayah | None:
    """The first call reads Kemendagri's names, about 0.1 s."""
    nama = kemendagri.nama(kode)
    if nama is None:
        return None
    induk = (kemendagri.nama_induk().get(k) for k in _induk(kode))
    return Wilayah(kode, nama, ", ".join(n for n in induk if n), _zona(kode[:2]))


def _induk(kode: str) -> list[str]:
    """The codes above, nearest first."""
    blok = kode.split(".")
    return [".".join(blok[:n]) for n in range(len(blok) - 1, 0, -1)]


@cache
def _zona(provinsi: str) -> str:
    return muat_zona().zona_provinsi(provinsi).iana
