"""The audit trail: who did what to which record, when, from which channel. Append-only."""

from __future__ import annotations

from dataclasses import dataclass

from data.store import Tx


@dataclass(frozen=True)
class Pelaku:
    """Who acts in this turn."""

    orang_id: int
    kanal: str
    kini: int
    """UTC epoch seconds."""


class JejakQ:
    def __init__(self, tx: Tx, pelaku: Pelaku) -> None:
        self._tx = tx
        self._pelaku = pelaku

    def tulis(
        self,
        apa: str,
        tabel: str,
        baris_id: int,
        *,
        kolom: str | None = None,
        sebelum: str | None = None,
        sesudah: str | None = None,
        alasan: str | None = None,
    ) -> None:
        p = self._pelaku
        self._tx.run(
            "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah, alasan) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (p.kini, p.orang_id, p.kanal, apa, tabel, baris_id, kolom, sebelum, sesudah, alasan),
        )
