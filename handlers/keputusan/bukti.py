"""What shows that something is done: a picture, or a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.questions.photos import Bergambar
from handlers.dialog.questions.text import Text, bersih
from handlers.dialog.tolak import Tolak

KALIMAT = Text("", petunjuk="Kirim satu foto, atau tulis satu kalimat, contoh: Sudah dilihat TPK.", maksimal=500)


class Bukti(msgspec.Struct, frozen=True, omit_defaults=True):
    kata: str = ""
    sidik: str = ""
    """SHA-256 of the picture."""
    lebih: int = 0
    """Pictures that came with it and are not kept."""


@dataclass(frozen=True)
class TanyaBukti(Bergambar, Question[Bukti]):
    kata: str
    petunjuk: str = KALIMAT.petunjuk

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, minta="foto")

    def read(self, masukan: Masukan, layar: Layar) -> Bukti:
        """The words beside a picture belong to it."""
        if not masukan.foto:
            return Bukti(KALIMAT.read(masukan, layar))
        sampai = list(dict.fromkeys(f.sidik for f in masukan.foto if f.sidik))
        if not sampai:
            raise Tolak("Fotonya belum berhasil diunduh. Tolong kirim lagi, ya, atau tulis satu kalimat saja.")
        return Bukti(bersih(masukan.teks), sampai[0], len(sampai) - 1)

    def dump(self, nilai: Bukti) -> Json:
        return msgspec.to_builtins(nilai)

    def load(self, json: Json, layar: Layar) -> Bukti:
        try:
            return msgspec.convert(json, Bukti)
        except msgspec.ValidationError:
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: Bukti) -> str:
        return ", ".join(satu for satu in ("1 foto" if nilai.sidik else "", nilai.kata) if satu)
