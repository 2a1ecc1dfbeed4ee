"""A report as it is stored: what was typed, how far its versions are, as which letter one was signed."""

from __future__ import annotations

import msgspec

from data.camat.isi import Bagian, Isi
from data.store import Row

DRAF, DITANDATANGANI = "draf", "ditandatangani"
KOLOM = "id, nomor, kecamatan, bulan, isian, versi, status"


class Versi(msgspec.Struct, frozen=True, kw_only=True):
    """One that was published."""

    versi: int
    isi: Isi
    oleh: str
    dibuat: int


class Tanda(msgspec.Struct, frozen=True, kw_only=True):
    """The letter that a version was signed as."""

    versi: int
    surat: str
    tanggal: str
    oleh: str
    dibuat: int


class Jejak(msgspec.Struct, frozen=True, kw_only=True):
    """One line of its history."""

    waktu: int
    nama: str
    apa: str
    kolom: str
    sebelum: str
    sesudah: str


class Laporan(msgspec.Struct, frozen=True, kw_only=True):
    """The record of one kecamatan and month; `id` 0 where nobody has begun it."""

    kecamatan: str
    bulan: str
    id: int = 0
    nomor: str = ""
    isian: dict[str, Bagian] = {}
    versi: int = 0
    status: str = DRAF

    @property
    def resmi(self) -> bool:
        """Its last version was signed, and nothing has been changed since."""
        return self.status == DITANDATANGANI

    def bagian(self, kode: str) -> Bagian:
        return self.isian.get(kode, Bagian())


def laporan_dari(row: Row) -> Laporan:
    """From `KOLOM`."""
    return Laporan(
        kecamatan=row["kecamatan"],
        bulan=row["bulan"],
        id=int(row["id"]),
        nomor=row["nomor"],
        isian=msgspec.json.decode(row["isian"], type=dict[str, Bagian]),
        versi=int(row["versi"]),
        status=row["status"],
    )
