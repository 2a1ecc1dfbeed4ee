"""The week of each kecamatan in figures: counted for all of them at once, kept as they were sent."""

from data.rekap.angka import (
    AngkaRekap,
    BltRekap,
    DesaRekap,
    GerakBumdes,
    GerakSiklus,
    MusdesRekap,
    OrangRekap,
    PekanLalu,
    TelatRekap,
    TemaRekap,
    TenggatRekap,
)
from data.rekap.hitung import hitung
from data.rekap.simpan import ambil, dari_json, ke_json, periode, simpan, terkirim

__all__ = [
    "AngkaRekap",
    "BltRekap",
    "DesaRekap",
    "GerakBumdes",
    "GerakSiklus",
    "MusdesRekap",
    "OrangRekap",
    "PekanLalu",
    "TelatRekap",
    "TemaRekap",
    "TenggatRekap",
    "ambil",
    "dari_json",
    "hitung",
    "ke_json",
    "periode",
    "simpan",
    "terkirim",
]
