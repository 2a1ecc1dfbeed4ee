"""Misuse, counted by the hour: so that guessing ends soon, and an operator can see that somebody tried."""

from __future__ import annotations

from data.store import Tx

JENDELA = 3600
"""Seconds that one count covers, by the clock: from 19.00 to 20.00."""
BATAS = 5
"""Wrong codes in one window; from then on none is looked at, not even a right one."""


class PercobaanQ:
    def __init__(self, tx: Tx, kini: int) -> None:
        self._tx = tx
        self._kini = kini

    @property
    def terbuka_lagi(self) -> int:
        """When the present window ends, UTC epoch seconds."""
        return (self._kini // JENDELA + 1) * JENDELA

    def catat(self, apa: str, siapa: str) -> None:
        self._tx.run(
            "INSERT INTO percobaan (apa, siapa, jendela, kali) VALUES (?, ?, ?, 1) "
            "ON CONFLICT (apa, siapa, jendela) DO UPDATE SET kali = percobaan.kali + 1",
            (apa, siapa, self._kini // JENDELA),
        )

    def terlalu_sering(self, apa: str, siapa: str) -> bool:
        row = self._tx.one(
            "SELECT kali FROM percobaan WHERE apa = ? AND siapa = ? AND jendela = ?",
            (apa, siapa, self._kini // JENDELA),
        )
        return row is not None and int(row["kali"]) >= BATAS

    def hitung(self, apa: str, sejak: int) -> dict[str, int]:
        """How often since then (UTC epoch seconds, to the hour), by kind: 'undangan', 'undangan:habis', …"""
        rows = self._tx.all(
            "SELECT apa, SUM(kali) AS kali FROM percobaan WHERE (apa = ? OR apa LIKE ?) AND jendela >= ? "
            "GROUP BY apa ORDER BY apa",
            (apa, f"{apa}:%", sejak // JENDELA),
        )
        return {row["apa"]: int(row["kali"]) for row in rows}
