"""What was written, found by its words: entries, musyawarah, decisions, registers, each by those who may read it."""

from data.pencarian.cari import TERHITUNG, CariQ, Hasil, Temuan
from data.pencarian.indeks import Indeks
from data.pencarian.naskah import (
    BUMDES,
    JENIS,
    KDMP,
    KEGIATAN,
    KEMANDIRIAN,
    KEPUTUSAN,
    MASALAH,
    MUSDES,
    REGISTER,
    RENCANA,
)
from data.pencarian.susulan import isi_susulan, perlu_disegarkan
from data.pencarian.tempat import desa_disebut

__all__ = [
    "BUMDES",
    "JENIS",
    "KDMP",
    "KEGIATAN",
    "KEMANDIRIAN",
    "KEPUTUSAN",
    "MASALAH",
    "MUSDES",
    "REGISTER",
    "RENCANA",
    "TERHITUNG",
    "CariQ",
    "Hasil",
    "Indeks",
    "Temuan",
    "desa_disebut",
    "isi_susulan",
    "perlu_disegarkan",
]
