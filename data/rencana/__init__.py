"""The year's work plan of a facilitator for one village or kecamatan, held against what they log."""

from data.rencana.bulanan import RencanaBulan, rencana_bulan
from data.rencana.hitung import Kemajuan, PilarMaju, menurut_pilar
from data.rencana.ikhtisar import Ikhtisar
from data.rencana.isi import DIAJUKAN, DISETUJUI, DRAF, KEMBALI, Butir, IsiButir, Rencana
from data.rencana.rencana import RencanaQ

__all__ = [
    "DIAJUKAN",
    "DISETUJUI",
    "DRAF",
    "KEMBALI",
    "Butir",
    "Ikhtisar",
    "IsiButir",
    "Kemajuan",
    "PilarMaju",
    "Rencana",
    "RencanaBulan",
    "RencanaQ",
    "menurut_pilar",
    "rencana_bulan",
]
