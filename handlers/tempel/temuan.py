"""What was found for one question: the answer, or likely ones to show first, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from handlers.dialog.keadaan import Json, Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Question
from handlers.dialog.tolak import Tolak

T = TypeVar("T")
SARAN_TERBANYAK = 8
"""Rows that a list shows at once."""


@dataclass(frozen=True)
class Temuan:
    jawaban: Json = None
    """As the question's `dump` writes it; None when it must be asked."""
    saran: tuple[str, ...] = ()
    """Option ids, the likeliest first; only without an answer."""

    @property
    def ada(self) -> bool:
        return self.jawaban is not None or bool(self.saran)

    def ragu(self) -> Temuan:
        """The same, but to be asked."""
        return self if self.jawaban is None else Temuan(saran=(str(self.jawaban),))


NIHIL = Temuan()


def dijawab(tanya: Question[T], teks: str, layar: Layar) -> Temuan:
    """What the question itself makes of the text: what it would refuse, or half understand, is asked."""
    try:
        nilai = tanya.read(Masukan(teks=teks), layar)
    except Tolak:
        return NIHIL
    return NIHIL if isinstance(nilai, Belum) else Temuan(tanya.dump(nilai))


def satu(calon: Iterable[str]) -> Temuan:
    """Sure when all are the same; several are for the person to choose from."""
    beda = tuple(dict.fromkeys(calon))
    return Temuan(beda[0]) if len(beda) == 1 else Temuan(saran=beda[:SARAN_TERBANYAK])


def isi(keadaan: Keadaan, kunci: str, temuan: Temuan) -> bool:
    """Write it down; False when there was nothing."""
    if temuan.jawaban is not None:
        keadaan.jawaban[kunci] = temuan.jawaban
    elif temuan.saran:
        keadaan.saran[kunci] = list(temuan.saran)
    return temuan.ada
