"""Free text that is often one of a few: those are buttons."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt
from handlers.dialog.questions.text import Text
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tampil import nomor
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik


@dataclass(frozen=True)
class Suggest(Text):
    usul: tuple[str, ...] = ()

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, self._opsi())

    def read(self, masukan: Masukan, layar: Layar) -> str:
        opsi = nomor(masukan.teks, self._opsi())
        pilih = opsi.nilai if opsi else masukan.pilih
        if not pilih:
            return super().read(masukan, layar)
        for satu in self.usul:
            if pilih == _nilai(satu):
                return self._periksa(satu)
        raise Tolak(f"Usulan yang itu sudah berganti. {self.petunjuk}")

    def _opsi(self) -> tuple[Opsi, ...]:
        return tuple(Opsi(sebaris(satu, 40), _nilai(satu)) for satu in self.usul)


def _nilai(usul: str) -> str:
    """So that an old button never stands for another suggestion."""
    return f"s.{sidik(usul)}"
