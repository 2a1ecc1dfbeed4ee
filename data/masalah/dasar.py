"""What both sides of a problem stand on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup
from data.masalah.isi import KOLOM, Langkah, Masalah, baca_langkah, masalah_dari, tulis_langkah
from data.pencarian.indeks import Indeks
from data.store import Param, Tx


class Dasar:
    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    def foto(self, m: Masalah) -> tuple[str, ...]:
        """SHA-256 of its pictures, in order."""
        rows = self._tx.all("SELECT sidik FROM masalah_foto WHERE masalah_id = ? ORDER BY urutan", (m.id,))
        return tuple(row["sidik"] for row in rows)

    def langkah(self, m: Masalah, mulai: int = 0, batas: int = 100) -> list[Langkah]:
        """The latest first."""
        return baca_langkah(self._tx, m.id, mulai, batas)

    def _langkah(self, m: Masalah, apa: str, teks: str = "") -> None:
        tulis_langkah(self._tx, m.id, self._pelaku.kini, self._pelaku.orang_id, apa, teks)

    def _segarkan(self, m: Masalah) -> None:
        Indeks(self._tx).segarkan([("masalah", m.id)])

    def _satu(self, syarat: str, params: Sequence[Param]) -> Masalah | None:
        return next(iter(self._semua(syarat, params, "m.id")), None)

    def _semua(self, syarat: str, params: Sequence[Param], urut: str, batas: str = "") -> list[Masalah]:
        rows = self._tx.all(f"SELECT {KOLOM} FROM masalah m WHERE {syarat} ORDER BY {urut}{batas}", params)
        return [masalah_dari(row) for row in rows]
