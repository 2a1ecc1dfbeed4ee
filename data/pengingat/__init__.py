"""What a person has not done yet, gathered for many at once; said in one message a day."""

from data.pengingat.bahan import BahanPengingat, DrafTerbuka, Putusan, TugasTerbuka
from data.pengingat.kumpul import kumpulkan, tandai

__all__ = ["BahanPengingat", "DrafTerbuka", "Putusan", "TugasTerbuka", "kumpulkan", "tandai"]
