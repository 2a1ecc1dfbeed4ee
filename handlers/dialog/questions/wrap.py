"""Questions around questions: optional, with a default, or one of several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from handlers.dialog.arah import Arah
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik

T = TypeVar("T")
LEWATI, BAWAAN, CUKUP = "_lewati", "_bawaan", "_cukup"
SELESAI = frozenset({"selesai", "cukup", "sudah", "tidak ada lagi", "udah"})


@dataclass(frozen=True)
class _Sekitar(Question[T | None], Generic[T]):
    """Passes everything on to `dalam`; None is stored as null and shown as a dash."""

    dalam: Question[T]

    @property
    def petunjuk(self) -> str:  # type: ignore[override]
        return self.dalam.petunjuk

    @property
    def opsional(self) -> bool:  # type: ignore[override]
        return self.dalam.opsional

    def dump(self, nilai: T | None) -> Json:
        return None if nilai is None else self.dalam.dump(nilai)

    def load(self, json: Json, layar: Layar) -> T | None:
        return None if json is None else self.dalam.load(json, layar)

    def show(self, nilai: T | None) -> str:
        return "–" if nilai is None else self.dalam.show(nilai)

    def lanjutan(self, json: Json) -> Json:
        return None if json is None else self.dalam.lanjutan(json)

    def mundur(self, sementara: Json) -> bool:
        return self.dalam.mundur(sementara)


@dataclass(frozen=True)
class Lewatan(_Sekitar[T]):
    """May be skipped with *lewati*."""

    @property
    def opsional(self) -> bool:  # type: ignore[override]
        return True

    def prompt(self, layar: Layar) -> Prompt:
        prompt = self.dalam.prompt(layar)
        return replace(prompt, tombol=(*prompt.tombol, Opsi("Lewati", LEWATI)))

    def read(self, masukan: Masukan, layar: Layar) -> T | Belum | None:
        if masukan.pilih == LEWATI:
            return None
        return self.dalam.read(masukan, layar)


@dataclass(frozen=True)
class Ditawarkan(_Sekitar[T]):
    """Asked only because the summary's offer was taken: *lewati* leaves it without an answer."""

    kunci: str = ""
    label: str = "Lewati"

    @property
    def opsional(self) -> bool:  # type: ignore[override]
        return True

    def prompt(self, layar: Layar) -> Prompt:
        prompt = self.dalam.prompt(layar)
        # A channel puts its own keyboard under a question that wants a place, and has no room for ours beside it.
        if prompt.minta == "lokasi" or any(o.nilai == LEWATI for o in prompt.tombol):
            return prompt
        return replace(prompt, tombol=(*prompt.tombol, Opsi(self.label, LEWATI)))

    def read(self, masukan: Masukan, layar: Layar) -> T | Belum | None:
        if masukan.pilih == LEWATI:
            raise Arah("kosong", self.kunci)
        return self.dalam.read(masukan, layar)


@dataclass(frozen=True)
class Bawaan(_Sekitar[T]):
    """Offers `nilai` as the first button; never takes it by itself."""

    nilai: T | None = None

    def prompt(self, layar: Layar) -> Prompt:
        prompt = self.dalam.prompt(layar)
        tombol = self._tombol(layar)
        tampak = {o.label for o in (*prompt.tombol, *prompt.daftar)}
        if tombol is None or tombol.label in tampak:
            return prompt
        return replace(prompt, tombol=(tombol, *prompt.tombol))

    def read(self, masukan: Masukan, layar: Layar) -> T | Belum | None:
        if not masukan.pilih.startswith(f"{BAWAAN}."):
            return self.dalam.read(masukan, layar)
        tombol = self._tombol(layar)
        if tombol is None or tombol.nilai != masukan.pilih:
            raise Tolak(f"Usulan yang itu sudah berganti. {self.petunjuk}")
        return self.nilai

    def _tombol(self, layar: Layar) -> Opsi | None:
        """None when the default is no answer today, as an option that has gone from the list."""
        try:
            json = self.dump(self.nilai)
            return Opsi(sebaris(self.show(self.load(json, layar)), 40), f"{BAWAAN}.{sidik(json)}")
        except Tolak:
            return None


@dataclass(frozen=True)
class Sudahi(_Sekitar[T]):
    """One of several: *selesai* ends the row, where `boleh`."""

    boleh: bool = True

    @property
    def petunjuk(self) -> str:  # type: ignore[override]
        return f"{self.dalam.petunjuk} Kalau sudah semua, ketik selesai." if self.boleh else self.dalam.petunjuk

    def prompt(self, layar: Layar) -> Prompt:
        prompt = self.dalam.prompt(layar)
        return replace(prompt, tombol=(*prompt.tombol, Opsi("Selesai", CUKUP))) if self.boleh else prompt

    def read(self, masukan: Masukan, layar: Layar) -> T | Belum | None:
        if self.boleh and (masukan.pilih == CUKUP or masukan.teks.strip().lower() in SELESAI):
            return None
        return self.dalam.read(masukan, layar)


def dasar(question: Question[Any]) -> Question[Any]:
    """The question inside all that is around it."""
    while isinstance(question, _Sekitar):
        question = question.dalam
    return question


def optional(question: Question[T]) -> Question[T | None]:
    return Lewatan(question)


def default(question: Question[T], nilai: T) -> Question[T]:
    return Bawaan(question, nilai)  # type: ignore[return-value]  # it never answers None: `nilai` is a T
