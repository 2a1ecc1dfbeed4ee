"""What a person has not done yet, gathered for many at once; said in one message a day."""

from data.pengingat.bahan import BahanPengingat, DrafTerbuka, MasalahTerbuka, Putusan, TugasTerbuka
from data.pengingat.kumpul import kumpulkan, tandai
from data.pengingat.nama_bumdes import NamaHabis

__all__ = [
    "BahanPengingat",
    "DrafTerbuka",
    "MasalahTerbuka",
    "NamaHabis",
    "Putusan",
    "TugasTerbuka",
    "kumpulkan",
    "tandai",
]
