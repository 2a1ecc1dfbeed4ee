"""Ya or tidak."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.baca.angka import baca_ya_tidak
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak

YA, TIDAK = "ya", "tidak"


@dataclass(frozen=True)
class YesNo(Question[bool]):
    kata: str
    ya: str = "Ya"
    tidak: str = "Tidak"
    petunjuk: str = "Jawab ya atau tidak."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, self._opsi())

    def read(self, masukan: Masukan, layar: Layar) -> bool:
        """By its own words first: where they are "Hapus" and "Jangan", "jangan" is no whatever else it may mean."""
        opsi = nomor(masukan.teks, self._opsi())
        if pilih := masukan.pilih or (opsi.nilai if opsi else ""):
            return self._ketukan(pilih)
        cocok = cari_calon(masukan.teks, [Calon(YA, self.ya), Calon(TIDAK, self.tidak)])
        if len(cocok) == 1:
            return cocok[0].id == YA
        try:
            return baca_ya_tidak(masukan.teks)
        except Tolak:
            raise Tolak(self.petunjuk) from None

    def dump(self, nilai: bool) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> bool:
        if not isinstance(json, bool):
            raise Tolak(self.petunjuk)
        return json

    def show(self, nilai: bool) -> str:
        return self.ya if nilai else self.tidak

    def _ketukan(self, pilih: str) -> bool:
        if pilih not in (YA, TIDAK):
            raise Tolak(self.petunjuk)
        return pilih == YA

    def _opsi(self) -> tuple[Opsi, Opsi]:
        return Opsi(self.ya, YA), Opsi(self.tidak, TIDAK)
