"""The Koperasi Desa Merah Putih of each village, beside its BUM Desa."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields

from data.kartu_desa import KartuDesaQ
from data.store import Row


@dataclass(frozen=True)
class Kdmp:
    desa: str
    nama: str = ""
    musdesus: str | None = None
    """ISO date."""
    badan_hukum: str = ""
    """Number, as written."""
    badan_hukum_tanggal: str | None = None
    pengurus: int | None = None
    """People."""
    gerai: str = ""
    gedung: int | None = None
    """Percent built."""
    pinjaman: int | None = None
    """Whole rupiah."""
    hambatan: str = ""
    diubah: int = 0
    """0: nothing has ever been written down."""


class KdmpQ(KartuDesaQ):
    tabel = "kdmp"
    kolom = (
        "nama", "musdesus", "badan_hukum", "badan_hukum_tanggal", "pengurus", "gerai", "gedung", "pinjaman", "hambatan",
    )  # fmt: skip

    def ambil(self, desa: str) -> Kdmp | None:
        """None outside the scope; an empty card where nothing was written down."""
        return self.banyak([desa]).get(desa)

    def banyak(self, desa: Collection[str]) -> dict[str, Kdmp]:
        """By village in the order given, those that may be read."""
        rows = self._baris(desa)
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        return {kode: _kdmp(rows[kode]) if kode in rows else Kdmp(kode) for kode in boleh}


def _kdmp(row: Row) -> Kdmp:
    return Kdmp(**{f.name: row[f.name] for f in fields(Kdmp)})
