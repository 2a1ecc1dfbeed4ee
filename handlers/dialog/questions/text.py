"""Free text, kept as typed."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.tolak import Tolak


@dataclass(frozen=True)
class Text(Question[str]):
    kata: str
    petunjuk: str = "Tulis dengan kata-kata sendiri, satu-dua kalimat cukup."
    minimal: int = 3
    """Letters and digits, not characters: an emoji alone says nothing a report can use."""
    maksimal: int = 4000

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata)

    def read(self, masukan: Masukan, layar: Layar) -> str:
        return self._periksa(bersih(masukan.teks))

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        if not isinstance(json, str):
            raise Tolak(self.petunjuk)
        return self._periksa(json)

    def show(self, nilai: str) -> str:
        return nilai

    def _periksa(self, teks: str) -> str:
        if sum(huruf.isalnum() for huruf in teks[: self.maksimal]) < self.minimal:
            raise Tolak(f"Boleh ditulis sedikit lebih lengkap? {self.petunjuk}")
        if len(teks) > self.maksimal:
            raise Tolak(
                f"Tulisannya {len(teks)} huruf; yang muat {self.maksimal}. "
                "Boleh dikirim versi yang lebih ringkas? Contoh: satu-dua kalimat inti saja."
            )
        return teks


def bersih(teks: str) -> str:
    """As typed, without what no paper can print: control characters other than line ends."""
    baris = (line.rstrip() for line in teks.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(
        "".join(c for c in line if c.isprintable() or c == "\t" or ord(c) > 0x2000) for line in baris
    ).strip()
