"""What a comparison with DRP's own month found: for a day, or for as long as the person keeps it.

Never the document that it was compared with, and nothing of its header.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.jejak import Pelaku
from data.store import Tx

UMUR = 86_400
"""Seconds in which its pages can be leafed through."""


@dataclass(frozen=True)
class HasilCocok:
    id: int
    bulan: str
    """'2026-11'"""
    isi: str
    dibuat: int
    hapus: int | None
    """When it is cleared; None while the person keeps it."""


class DrpCocokQ:
    """Own results only."""

    def __init__(self, tx: Tx, pelaku: Pelaku) -> None:
        self._tx = tx
        self._pelaku = pelaku

    def tulis(self, bulan: str, isi: str) -> None:
        """For a day, in the place of the month's last that was not kept either."""
        saya = self._pelaku.orang_id
        self._tx.run("DELETE FROM drp_cocok WHERE orang_id = ? AND bulan = ? AND hapus IS NOT NULL", (saya, bulan))
        self._tx.run(
            "INSERT INTO drp_cocok (orang_id, bulan, isi, dibuat, hapus) VALUES (?, ?, ?, ?, ?)",
            (saya, bulan, isi, self._pelaku.kini, self._pelaku.kini + UMUR),
        )

    def terakhir(self, bulan: str) -> HasilCocok | None:
        """Of that month; '' of any."""
        row = self._tx.one(
            "SELECT id, bulan, isi, dibuat, hapus FROM drp_cocok WHERE orang_id = ? "
            "AND bulan LIKE ? AND (hapus IS NULL OR hapus > ?) ORDER BY id DESC LIMIT 1",
            (self._pelaku.orang_id, bulan or "%", self._pelaku.kini),
        )
        return HasilCocok(**{k: row[k] for k in ("id", "bulan", "isi", "dibuat", "hapus")}) if row else None

    def simpan(self, hasil: HasilCocok) -> None:
        """Kept until it is thrown away, in the place of what was kept of that month."""
        milik = (self._pelaku.orang_id, hasil.bulan)
        self._tx.run("DELETE FROM drp_cocok WHERE orang_id = ? AND bulan = ? AND id <> ?", (*milik, hasil.id))
        self._tx.run(
            "UPDATE drp_cocok SET hapus = NULL WHERE orang_id = ? AND bulan = ? AND id = ?", (*milik, hasil.id)
        )

    def buang(self, bulan: str) -> bool:
        """Everything of that month; False when there was nothing."""
        return bool(
            self._tx.run("DELETE FROM drp_cocok WHERE orang_id = ? AND bulan = ?", (self._pelaku.orang_id, bulan))
        )
