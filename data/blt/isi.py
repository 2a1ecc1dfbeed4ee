"""What is known of one village's BLT Desa."""

from __future__ import annotations

from dataclasses import dataclass, fields

from data.store import Row

SEBAB = ("pindah", "meninggal", "mampu", "baru", "lain")
"""Why a family came or went."""


@dataclass(frozen=True)
class BltBaru:
    """What a musyawarah set for a year."""

    keluarga: int
    """KPM BLT; 0: none that year."""
    bulanan: int
    """Rupiah a month for each."""
    dari: int = 1
    sampai: int = 12
    """Months that are to be paid, both included."""
    musdes_tanggal: str | None = None
    musdes_id: int | None = None
    sk: str = ""
    sk_tanggal: str | None = None


@dataclass(frozen=True)
class Blt(BltBaru):
    id: int = 0
    desa: str = ""
    tahun: int = 0
    kini: int = 0
    """Families after all that came and went."""
    musdes: str = ""
    """Number of the musyawarah."""


@dataclass(frozen=True)
class SalurBaru:
    """One payment."""

    desa: str
    tahun: int
    dari: int
    sampai: int
    tanggal: str
    """ISO date on which it was handed over."""
    keluarga: int
    rupiah: int
    alasan: str = ""
    """Why the sum is another than it should be, or a month is paid again."""

    @property
    def bulan(self) -> int:
        """How many."""
        return self.sampai - self.dari + 1

    def harusnya(self, bulanan: int) -> int:
        """Rupiah, by families and months."""
        return self.keluarga * self.bulan * bulanan


@dataclass(frozen=True)
class Salur(SalurBaru):
    id: int = 0
    nomor: str = ""
    nama: str = ""
    """Who wrote it down."""
    orang_id: int = 0
    dihapus: int | None = None


@dataclass(frozen=True)
class PerubahanBlt:
    """Families that came or went."""

    id: int
    desa: str
    tahun: int
    tanggal: str
    sebab: str
    keluarga: int
    """Below zero went."""
    catatan: str
    nama: str
    dihapus: int | None = None


@dataclass(frozen=True)
class JumlahBlt:
    """Of one place that holds villages, in one year."""

    kode: str
    desa: int = 0
    """Villages that set families."""
    keluarga: int = 0
    dibayar: int = 0
    """Villages with a payment."""
    rupiah: int = 0
    terlambat: int = 0
    """Villages with a late month."""
    bulan: int = 0
    """Late months of all of them."""


def dari_baris(tipe: type[Salur] | type[Blt], row: Row) -> dict[str, object]:
    return {f.name: row[f.name] for f in fields(tipe)}
