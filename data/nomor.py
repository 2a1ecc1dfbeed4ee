"""Numbers that people can say: K-2611-0042, T-2611-0007."""

from __future__ import annotations

from datetime import date

from data.store import Tx


def nomor_baru(tx: Tx, huruf: str, hari: date) -> str:
    """The next of that month. Inside the turn's transaction, so a turn undone leaves no gap."""
    awalan = f"{huruf}-{hari:%y%m}"
    row = tx.one(
        "INSERT INTO nomor (awalan, terakhir) VALUES (?, 1) "
        "ON CONFLICT (awalan) DO UPDATE SET terakhir = nomor.terakhir + 1 RETURNING terakhir",
        (awalan,),
    )
    assert row is not None
    return f"{awalan}-{row['terakhir']:04}"
