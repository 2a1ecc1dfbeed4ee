"""'Tidak bisa karena …': days on which somebody could not, in their own words; read by the level above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.bawahan import orang_bawahan
from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup
from data.store import Tx


@dataclass(frozen=True)
class Halangan:
    nama: str
    dari: date
    sampai: date
    """Included."""
    alasan: str


class HalanganQ:
    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    def catat(self, dari: date, sampai: date, alasan: str) -> None:
        row = self._tx.one(
            "INSERT INTO halangan (orang_id, dari, sampai, alasan, dibuat) VALUES (?, ?, ?, ?, ?) RETURNING id",
            (self._pelaku.orang_id, dari.isoformat(), sampai.isoformat(), alasan, self._pelaku.kini),
        )
        assert row is not None
        self._jejak.tulis("halangan", "halangan", int(row["id"]), sesudah=f"{dari} {sampai}", alasan=alasan)

    def tim(self, orang_id: int, dari: date, sampai: date) -> list[Halangan]:
        """Those of one person below that touch these days, by day; none of anybody else."""
        sql, params = orang_bawahan(self._lingkup, self._hari)
        rows = self._tx.all(
            "SELECT o.nama, h.dari, h.sampai, h.alasan FROM halangan h JOIN orang o ON o.id = h.orang_id "
            "WHERE h.orang_id = ? AND h.sampai >= ? AND h.dari <= ? "
            f"AND EXISTS (SELECT 1 FROM penugasan p WHERE p.orang_id = h.orang_id AND {sql}) ORDER BY h.dari, h.id",
            (orang_id, dari.isoformat(), sampai.isoformat(), *params),
        )
        return [
            Halangan(r["nama"], date.fromisoformat(r["dari"]), date.fromisoformat(r["sampai"]), r["alasan"])
            for r in rows
        ]
