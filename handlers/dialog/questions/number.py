"""Counts, money, people."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.baca.angka import baca_angka, ejaan_angka
from handlers.dialog.baca.peserta import Peserta, baca_peserta
from handlers.dialog.baca.uang import baca_uang, ejaan_uang
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.tolak import Tolak


@dataclass(frozen=True)
class Number(Question[int]):
    kata: str
    petunjuk: str = "Tulis angkanya, contoh: 12."
    minimal: int | None = 0
    maksimal: int | None = None

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata)

    def read(self, masukan: Masukan, layar: Layar) -> int:
        return baca_angka(masukan.teks, minimal=self.minimal, maksimal=self.maksimal)

    def dump(self, nilai: int) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> int:
        if not isinstance(json, int) or isinstance(json, bool):
            raise Tolak(self.petunjuk)
        if (self.minimal is not None and json < self.minimal) or (self.maksimal is not None and json > self.maksimal):
            raise Tolak(f"{ejaan_angka(json)} sudah di luar batas. {self.petunjuk}")
        return json

    def show(self, nilai: int) -> str:
        return ejaan_angka(nilai)


@dataclass(frozen=True)
class Money(Question[int]):
    """Whole rupiah."""

    kata: str
    petunjuk: str = "Tulis jumlahnya, contoh: Rp 1,2 juta atau 300rb."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata)

    def read(self, masukan: Masukan, layar: Layar) -> int:
        return baca_uang(masukan.teks)

    def dump(self, nilai: int) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> int:
        if not isinstance(json, int) or isinstance(json, bool) or json < 0:
            raise Tolak(self.petunjuk)
        return json

    def show(self, nilai: int) -> str:
        return ejaan_uang(nilai)


@dataclass(frozen=True)
class People(Question[Peserta]):
    """How many came, L and P where they were counted."""

    kata: str
    petunjuk: str = "Contoh: 34 orang, atau 22 L 12 P, atau 34 (12 P)."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata)

    def read(self, masukan: Masukan, layar: Layar) -> Peserta:
        return baca_peserta(masukan.teks)

    def dump(self, nilai: Peserta) -> Json:
        return nilai.ke_json()

    def load(self, json: Json, layar: Layar) -> Peserta:
        try:
            return Peserta.dari_json(json)
        except (ValueError, TypeError, KeyError):
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: Peserta) -> str:
        return str(nilai)
