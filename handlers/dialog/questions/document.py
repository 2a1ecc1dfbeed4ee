"""A document, sent as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from data.dokumen_jenis import PDF, SEBUTAN
from handlers.dialog.kata_dokumen import HILANG, tolakan
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.tolak import Tolak


@dataclass(frozen=True)
class Document(Question[Dokumen]):
    kata: str
    ada: Callable[[str], bool]
    """Whether the person still has the document of that SHA-256 here: `desa.dokumen.ada`."""
    mime: tuple[str, ...] = (PDF,)
    petunjuk: str = "Kirim berkasnya ke sini sebagai dokumen (tombol penjepit kertas), bukan foto layar."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, minta="dokumen")

    def read(self, masukan: Masukan, layar: Layar) -> Dokumen:
        dokumen = masukan.dokumen
        if dokumen is None:
            raise Tolak(f"Di sini saya menunggu dokumen {self._jenis}. {self.petunjuk}")
        if not dokumen.sidik:
            raise Tolak(tolakan(dokumen, self._jenis))
        if not self.ada(dokumen.sidik):
            raise Tolak(HILANG)
        if dokumen.mime not in self.mime:
            raise Tolak(f"“{dokumen.nama}” itu {SEBUTAN[dokumen.mime]}. Yang dipakai di sini {self._jenis}.")
        return dokumen

    def dump(self, nilai: Dokumen) -> Json:
        json: Json = msgspec.to_builtins(nilai)
        return json

    def load(self, json: Json, layar: Layar) -> Dokumen:
        try:
            dokumen = msgspec.convert(json, Dokumen)
        except msgspec.ValidationError:
            raise Tolak(self.petunjuk) from None
        if not self.ada(dokumen.sidik):
            raise Tolak(HILANG)
        return dokumen

    def show(self, nilai: Dokumen) -> str:
        return nilai.nama

    @property
    def _jenis(self) -> str:
        return " atau ".join(SEBUTAN[mime] for mime in self.mime)
