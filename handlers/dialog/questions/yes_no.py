"""Ya or tidak."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.baca.angka import baca_ya_tidak
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tolak import Tolak


@dataclass(frozen=True)
class YesNo(Question[bool]):
    kata: str
    ya: str = "Ya"
    tidak: str = "Tidak"
    petunjuk: str = "Jawab ya atau tidak."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, (Opsi(self.ya, "ya"), Opsi(self.tidak, "tidak")))

    def read(self, masukan: Masukan, layar: Layar) -> bool:
        teks = (masukan.pilih or masukan.teks).strip()
        for label, nilai in ((self.ya, True), (self.tidak, False)):
            if teks.lower() == label.lower():
                return nilai
        return baca_ya_tidak(teks)

    def dump(self, nilai: bool) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> bool:
        if not isinstance(json, bool):
            raise Tolak(self.petunjuk)
        return json

    def show(self, nilai: bool) -> str:
        return self.ya if nilai else self.tidak
