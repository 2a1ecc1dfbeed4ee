"""What was written, found by its words: entries, musyawarah and decisions, each by those who may read it."""

from data.pencarian.cari import TERHITUNG, CariQ, Hasil, Temuan
from data.pencarian.indeks import Indeks
from data.pencarian.naskah import JENIS, KEGIATAN, KEPUTUSAN, MUSDES
from data.pencarian.susulan import isi_susulan, perlu_disegarkan
from data.pencarian.tempat import desa_disebut

__all__ = [
    "JENIS",
    "KEGIATAN",
    "KEPUTUSAN",
    "MUSDES",
    "TERHITUNG",
    "CariQ",
    "Hasil",
    "Indeks",
    "Temuan",
    "desa_disebut",
    "isi_susulan",
    "perlu_disegarkan",
]
