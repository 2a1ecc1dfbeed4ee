"""What a person wants to be called: by those who read their entries, and by us."""

from __future__ import annotations

from dataclasses import dataclass

from data.orang import TANPA_NAMA
from handlers.dialog.question import Question
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.questions.text import bersih
from handlers.dialog.tolak import Tolak

PANJANG = 60
BUKAN_NAMA = frozenset({"simpan", "selesai", "lanjut", "setuju", "sudah", "sama", "tetap", "tidak", "iya", "oke"})
"""Answers to other questions, written a message too late."""
TERBANYAK_ANGKA = 4
"""Digits in a name: more is a telephone number or a NIK, which have no place here."""


@dataclass(frozen=True)
class Nama(Suggest):
    petunjuk: str = "Tulis namanya saja, contoh: Siti Rahayu."
    minimal: int = 2
    maksimal: int = PANJANG

    def bersihkan(self, teks: str) -> str:
        """The name on one line; raises `Tolak` for what is none."""
        return self._periksa(bersih(teks))

    def _periksa(self, teks: str) -> str:
        rapi = super()._periksa(" ".join(teks.split()))
        if (
            rapi.lower() in BUKAN_NAMA
            or not any(map(str.isalpha, rapi))
            or sum(map(str.isdigit, rapi)) > TERBANYAK_ANGKA
        ):
            raise Tolak(f"Itu belum seperti nama. {self.petunjuk}")
        return rapi


def tanya_nama(kata: str, *usul: str) -> Question[str]:
    """`usul`: names that are known already, the likeliest first; what is no name is left out."""
    return Nama(kata, usul=tuple(dict.fromkeys(satu for satu in usul if _nama(satu))))


def _nama(teks: str) -> bool:
    try:
        return Nama("").bersihkan(teks) == teks and teks != TANPA_NAMA
    except Tolak:
        return False
