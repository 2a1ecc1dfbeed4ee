"""What shows that steps were done: the entries that fit, confirmed with one tap, or numbers and papers as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.questions.text import Text
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik

PETUNJUK = "Tulis nomor atau dokumennya, contoh: K-2611-0004, Perdes 3 Tahun 2026."
TULISAN = Text("", PETUNJUK, 3, 300)
PAKAI = "Pakai yang cocok"
Bukti = dict[str, str]
"""By step."""


@dataclass(frozen=True)
class TanyaBukti(Question[Bukti]):
    kata: str
    langkah: tuple[str, ...]
    usul: Mapping[str, str] = field(default_factory=dict)
    """Numbers of the entries that fit, by step."""
    petunjuk: str = PETUNJUK

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, (Opsi(PAKAI, self._nilai()),) if self.usul else ())

    def read(self, masukan: Masukan, layar: Layar) -> Bukti:
        """A tap takes what was shown, and nothing that was logged since."""
        if not masukan.pilih:
            return dict.fromkeys(self.langkah, TULISAN.read(masukan, layar))
        if not self.usul or masukan.pilih != self._nilai():
            raise Tolak(f"Usulan yang itu sudah berganti. {self.petunjuk}")
        return dict(self.usul)

    def dump(self, nilai: Bukti) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> Bukti:
        if not isinstance(json, dict) or not set(json) <= set(self.langkah):
            raise Tolak("Langkahnya sudah berganti, jadi buktinya ditanyakan lagi.")
        return {str(k): TULISAN.load(v, layar) for k, v in json.items()}

    def show(self, nilai: Bukti) -> str:
        if len(set(nilai.values())) == 1:
            return next(iter(nilai.values()))
        return "; ".join(f"{k}: {v}" for k, v in nilai.items())

    def _nilai(self) -> str:
        return f"u.{sidik(dict(self.usul))}"
