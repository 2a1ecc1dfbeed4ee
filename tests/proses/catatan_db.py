"""What the database says, asked from outside while the program runs, or right after it was killed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import psycopg
from psycopg.rows import dict_row

Baris = dict[str, Any]


def tanya(url: str, sql: str) -> list[Baris]:
    """The rows of a SELECT, on either engine."""
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20)) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql)]
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as db:
        return db.execute(sql.encode()).fetchall()


def sisa(url: str) -> int:
    """Messages that are neither answered nor sent, and have not failed for good."""
    return len(
        tanya(
            url,
            "SELECT id FROM inbox WHERE status = 'baru' "
            "UNION ALL SELECT id FROM outbox WHERE status IN ('antre', 'dikirim')",
        )
    )


def pengirim(url: str) -> str:
    """The name of the process whose turn it is to send; '' when it is nobody's."""
    baris = tanya(url, "SELECT pemilik FROM giliran WHERE apa = 'kirim:telegram'")
    return str(baris[0]["pemilik"]).rpartition(":")[0] if baris else ""
