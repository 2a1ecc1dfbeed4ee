"""What web pages show, and the browsers that may see it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from data.store import Row, Tx


@dataclass(frozen=True)
class WebPesan:
    id: int
    """The cursor: it only grows."""
    dari: str
    waktu: int
    isi: str
    kunci: str | None


class WebQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def tulis_bot(self, tujuan: str, waktu: int, isi: str, outbox_id: int) -> None:
        """Once per outbox row, however often it is sent."""
        self._berurutan(tujuan)
        self._tx.run(
            "INSERT INTO web_pesan (tujuan, dari, waktu, isi, outbox_id) VALUES (?, 'bot', ?, ?, ?) "
            "ON CONFLICT (outbox_id) DO NOTHING",
            (tujuan, waktu, isi, outbox_id),
        )

    def tulis_saya(self, tujuan: str, waktu: int, isi: str, kunci: str) -> None:
        self._berurutan(tujuan)
        self._tx.run(
            "INSERT INTO web_pesan (tujuan, dari, waktu, isi, kunci) VALUES (?, 'saya', ?, ?, ?) "
            "ON CONFLICT (tujuan, kunci) DO NOTHING",
            (tujuan, waktu, isi, kunci),
        )

    def _berurutan(self, tujuan: str) -> None:
        """Ids must appear in their order: a page never asks again for what is below its cursor."""
        self._tx.lock(f"web_pesan:{tujuan}")

    def sesudah(self, tujuan: str, kursor: int, batas: int = 200) -> list[WebPesan]:
        rows = self._tx.all(
            "SELECT id, dari, waktu, isi, kunci FROM web_pesan WHERE tujuan = ? AND id > ? ORDER BY id LIMIT ?",
            (tujuan, kursor, batas),
        )
        return [_pesan(row) for row in rows]

    def terakhir(self, tujuan: str, batas: int = 100) -> list[WebPesan]:
        """The latest, in the order they came."""
        rows = self._tx.all(
            "SELECT id, dari, waktu, isi, kunci FROM web_pesan WHERE tujuan = ? ORDER BY id DESC LIMIT ?",
            (tujuan, batas),
        )
        return [_pesan(row) for row in reversed(rows)]

    def satu(self, tujuan: str, id_: int) -> WebPesan | None:
        row = self._tx.one(
            "SELECT id, dari, waktu, isi, kunci FROM web_pesan WHERE tujuan = ? AND id = ?", (tujuan, id_)
        )
        return None if row is None else _pesan(row)

    def memuat_foto(self, tujuan: str, sidik: str) -> bool:
        """Was this picture shown in this chat? The caller has checked that `sidik` is a hash and nothing else."""
        row = self._tx.one(
            "SELECT 1 AS ada FROM web_pesan WHERE tujuan = ? AND isi LIKE ? LIMIT 1", (tujuan, f"%{sidik}%")
        )
        return row is not None

    def buka_sesi(self, token: str, tujuan: str, kini: int) -> None:
        self._tx.run(
            "INSERT INTO web_sesi (sidik, tujuan, dibuat) VALUES (?, ?, ?)", (sidik_token(token), tujuan, kini)
        )

    def tutup_sesi(self, token: str) -> None:
        self._tx.run("DELETE FROM web_sesi WHERE sidik = ?", (sidik_token(token),))

    def tujuan_sesi(self, token: str) -> str | None:
        row = self._tx.one("SELECT tujuan FROM web_sesi WHERE sidik = ?", (sidik_token(token),))
        return None if row is None else str(row["tujuan"])


def sidik_token(token: str) -> str:
    """Looking up the hash is also what keeps the comparison from telling anything by its time."""
    return hashlib.sha256(token.encode()).hexdigest()


def _pesan(row: Row) -> WebPesan:
    return WebPesan(int(row["id"]), row["dari"], int(row["waktu"]), row["isi"], row["kunci"])
