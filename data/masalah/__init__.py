"""Problems and complaints: reported, answered, brought further up, and closed with what came of them."""

from data.masalah.isi import (
    BARU,
    DITANGANI,
    DITARIK,
    DITERUSKAN,
    DITUTUP,
    KADER,
    PENDAMPING,
    SELESAI,
    TERBUKA,
    WARGA,
    FotoMasalah,
    Langkah,
    Masalah,
)
from data.masalah.masalah import MasalahQ
from data.masalah.naik import Gerak, pindahkan_masalah
from data.masalah.tema import usul_tema

__all__ = [
    "BARU",
    "DITANGANI",
    "DITARIK",
    "DITERUSKAN",
    "DITUTUP",
    "KADER",
    "PENDAMPING",
    "SELESAI",
    "TERBUKA",
    "WARGA",
    "FotoMasalah",
    "Gerak",
    "Langkah",
    "Masalah",
    "MasalahQ",
    "pindahkan_masalah",
    "usul_tema",
]
