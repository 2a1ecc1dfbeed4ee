"""Where a register with rules of its own adds to what all of them have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.desa import Desa
from data.katalog.register import Bidang
from data.register import Register
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Tombol
from handlers.dialog.question import Question
from handlers.register.bidang import pertanyaan


def _tanpa_baris(r: Register, d: Dialog, desa: Desa) -> tuple[str, ...]:
    return ()


def _tanpa_tombol(r: Register, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    return ()


def _tanpa_kata(r: Register, apa: str, d: Dialog, desa: Desa) -> str:
    return ""


def _pertanyaan(r: Register, b: Bidang, sekarang: str, d: Dialog, desa: Desa) -> Question[Any]:
    return pertanyaan(b, sekarang)


@dataclass(frozen=True)
class Kait:
    baris: Callable[[Register, Dialog, Desa], tuple[str, ...]] = _tanpa_baris
    """More lines of the card."""
    tombol: Callable[[Register, Dialog, Desa], tuple[Tombol, ...]] = _tanpa_tombol
    """Buttons that stand first on it."""
    sesudah: Callable[[Register, str, Dialog, Desa], str] = _tanpa_kata
    """Called as it stands after 'tambah', 'ubah', 'keadaan', 'hapus' or 'pulihkan'; what it says is added."""
    tanya: Callable[[Register, Bidang, str, Dialog, Desa], Question[Any]] = _pertanyaan
    """How a field is asked of one that is there; the answer in words that it has now, or ''."""


KAIT: dict[str, Kait] = {}
"""By kode of the register; a room puts its own in when it is imported."""


def kait(r: Register) -> Kait:
    return KAIT.get(r.jenis) or Kait()
