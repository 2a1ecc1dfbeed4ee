"""What became of every message, for the operator: the outbox read as a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.store import Tx

NAMA_KELAS = ("balasan", "pengingat", "siaran")
"""By number, as data/outbox.py counts them."""
STATUS = ("antre", "dikirim", "terkirim", "gagal", "ragu")


@dataclass(frozen=True)
class Tercatat:
    """A message as the ledger has it."""

    id: int
    kanal: str
    tujuan: str
    isi: str
    kelas: int
    status: str
    coba: int
    dibuat: int
    galat: str
    """Why it was not sent, the last time it was tried; '' when it went well."""
    tahan: str = ""
    """Why it waits although it is due; '' when it does not."""
    jatuh: int = 0
    """Not before this time."""
    sampai: str = ""
    """How far it got, as the platform said afterwards; '' when it has not."""


class LedgerQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def jumlah(self, kanal: str = "") -> dict[tuple[str, str], int]:
        """How many, by (channel, status)."""
        rows = self._tx.all(
            "SELECT kanal, status, COUNT(*) AS n FROM outbox WHERE ? = '' OR kanal = ? "
            "GROUP BY kanal, status ORDER BY kanal, status",
            (kanal, kanal),
        )
        return {(row["kanal"], row["status"]): int(row["n"]) for row in rows}

    def tertahan(self, kanal: str = "") -> dict[tuple[str, str], int]:
        """How many wait although they are due, by (channel, why)."""
        rows = self._tx.all(
            "SELECT kanal, tahan, COUNT(*) AS n FROM outbox WHERE tahan <> '' AND status = 'antre' "
            "AND (? = '' OR kanal = ?) GROUP BY kanal, tahan ORDER BY kanal, tahan",
            (kanal, kanal),
        )
        return {(row["kanal"], row["tahan"]): int(row["n"]) for row in rows}

    def daftar(self, status: Sequence[str], kanal: str, batas: int) -> list[Tercatat]:
        """The latest first."""
        rows = self._tx.all(
            "SELECT id, kanal, tujuan, isi, kelas, status, coba, dibuat, galat, "
            "CASE WHEN status = 'antre' THEN tahan ELSE '' END AS tahan, jatuh, sampai FROM outbox "
            f"WHERE status IN ({', '.join('?' * len(status))}) AND (? = '' OR kanal = ?) ORDER BY id DESC LIMIT ?",
            (*status, kanal, kanal, batas),
        )
        return [
            Tercatat(
                int(row["id"]),
                row["kanal"],
                row["tujuan"],
                row["isi"],
                row["kelas"],
                row["status"],
                row["coba"],
                int(row["dibuat"]),
                row["galat"] or "",
                row["tahan"],
                int(row["jatuh"]),
                row["sampai"],
            )
            for row in rows
        ]

    def ulangi(self, ids: Sequence[int], kini: int) -> list[int]:
        """Queue again those of `ids` that failed or may not have arrived; returns which."""
        return [
            id_
            for id_ in ids
            if self._tx.run(
                "UPDATE outbox SET status = 'antre', jatuh = ?, coba = 0 WHERE id = ? AND status IN ('gagal', 'ragu')",
                (kini, id_),
            )
        ]

    def ulangi_gagal(self, kanal: str, kini: int) -> list[int]:
        """Queue again all that surely did not arrive."""
        rows = self._tx.all(
            "UPDATE outbox SET status = 'antre', jatuh = ?, coba = 0 "
            "WHERE status = 'gagal' AND (? = '' OR kanal = ?) RETURNING id",
            (kini, kanal, kanal),
        )
        return [int(row["id"]) for row in rows]
