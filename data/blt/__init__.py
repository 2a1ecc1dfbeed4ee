"""BLT Desa of each village and year, as counts: what was set, paid, changed, and which months are late."""

from data.blt.blt import BltQ
from data.blt.isi import (
    SEBAB,
    Blt,
    BltBaru,
    JumlahBlt,
    PerubahanBlt,
    Salur,
    SalurBaru,
)
from data.blt.terlambat import bulan_terlambat

__all__ = ["SEBAB", "Blt", "BltBaru", "BltQ", "JumlahBlt", "PerubahanBlt", "Salur", "SalurBaru", "bulan_terlambat"]
