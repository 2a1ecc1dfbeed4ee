"""Reads what people already post: a line or a block of text becomes answers."""

from __future__ import annotations

from data.desa import Desa
from handlers.dialog.dialog import Dialog


def baca_tempelan(teks: str, d: Dialog, desa: Desa) -> bool:
    return False


def mirip_tempelan(teks: str) -> bool:
    return False
