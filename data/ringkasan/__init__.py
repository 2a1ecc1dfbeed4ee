"""Digests up: a kecamatan's month for its PD, a kabupaten's week and a provinsi's month by exception."""

from data.ringkasan.angka import AngkaBagian, AngkaRingkas, Capaian, DesaRingkas, Lalu, OrangRingkas, Telat
from data.ringkasan.hitung import hitung
from data.ringkasan.masa import Masa, masa
from data.ringkasan.sebab import Sebab, perlu_ditemani, sebab
from data.ringkasan.simpan import ambil, simpan

__all__ = [
    "AngkaBagian",
    "AngkaRingkas",
    "Capaian",
    "DesaRingkas",
    "Lalu",
    "Masa",
    "OrangRingkas",
    "Sebab",
    "Telat",
    "ambil",
    "hitung",
    "masa",
    "perlu_ditemani",
    "sebab",
    "simpan",
]
