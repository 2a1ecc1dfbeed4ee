"""A question: its wording, its buttons, and how to read a reply."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan

T = TypeVar("T")


@dataclass(frozen=True)
class Layar:
    """What a question may look at besides the reply."""

    hari_ini: date
    """The person's own today."""
    sementara: Json = None
    """What this question left half-done, as its `read` returned it in `Belum`."""
    saran: tuple[str, ...] = ()


@dataclass(frozen=True)
class Belum:
    """Read, but not an answer yet: keep `sementara`, show the question again."""

    sementara: Json
    kata: str = ""
    """Said above the question."""


@dataclass(frozen=True)
class Opsi:
    """A button: what it says and what it answers."""

    label: str
    nilai: str
    ket: str = ""


@dataclass(frozen=True)
class Prompt:
    teks: str
    tombol: tuple[Opsi, ...] = ()
    daftar: tuple[Opsi, ...] = ()
    minta: str = ""
    foto: tuple[str, ...] = field(default=())


class Question(ABC, Generic[T]):
    """Stateless: everything it knows comes with its construction, the reply and the `Layar`."""

    petunjuk: str = ""
    """What is accepted, one sentence with an example; shown on *bantuan* and after two refusals."""
    opsional: bool = False

    @abstractmethod
    def prompt(self, layar: Layar) -> Prompt: ...

    @abstractmethod
    def read(self, masukan: Masukan, layar: Layar) -> T | Belum:
        """Raises `Tolak` with what would be accepted."""

    @abstractmethod
    def dump(self, nilai: T) -> Json: ...

    @abstractmethod
    def load(self, json: Json, layar: Layar) -> T:
        """The stored answer, checked against today's rules; raises `Tolak` when it no longer holds."""

    @abstractmethod
    def show(self, nilai: T) -> str:
        """The answer in a summary, one line or a short text."""

    def lanjutan(self, json: Json) -> Json:
        """What is half-done when a question is opened again that had this answer; None to begin anew."""
        return None

    def mundur(self, sementara: Json) -> bool:
        """True when *kembali* should only leave what is half-done (a page of a list), not the question."""
        return False
