"""Two people at the same thing: what another wrote meanwhile is neither lost nor undone without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.dialog.dialog import Dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import YesNo

SEMULA = "semula"
"""Key of what stood there when the person began; no question, so it is no answer of theirs."""


def berubah_sejak(d: Dialog, kunci: str, kini: Any) -> bool:
    """Whether it is another than when this was first asked. To be called before it is asked."""
    semula: dict[str, Any] = d.keadaan.jawaban.setdefault(SEMULA, {})
    return bool(semula.setdefault(kunci, kini) != kini)


def tanya_ganti(label: str, kini: str, baru: str) -> Question[bool]:
    return YesNo(f"{label} sudah diubah orang lain, sekarang: {kini}. Diganti dengan: {baru}?", "Ganti", "Biarkan")


def selaraskan(d: Dialog, kini: Mapping[str, Any]) -> None:
    """`kini`: the answers that are there already. Those that the person has not changed follow what others write."""
    jawaban = d.keadaan.jawaban
    semula: Mapping[str, Any] | None = jawaban.get(SEMULA)
    for kunci, nilai in kini.items():
        if semula is None:
            jawaban.setdefault(kunci, nilai)
        elif jawaban.get(kunci) == semula.get(kunci):
            jawaban[kunci] = nilai
    for kunci in (semula or {}).keys() - kini.keys():
        if jawaban.get(kunci) == (semula or {})[kunci]:
            del jawaban[kunci]  # emptied by another
    jawaban[SEMULA] = dict(kini)
