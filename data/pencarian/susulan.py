"""What the index lacks, and what it has too much: entries from before there was one, and whatever slipped through."""

from __future__ import annotations

from data.pencarian.indeks import Indeks
from data.pencarian.naskah import HIDUP, JENIS
from data.store import Tx

SEKALI = 200
"""Things that one transaction indexes, so that nobody waits."""


def perlu_disegarkan(tx: Tx, batas: int = SEKALI) -> list[tuple[str, int]]:
    """(table, id) of things without a row, the newest first, and of rows whose thing is gone. Only reads."""
    hasil: list[tuple[str, int]] = []
    for apa in JENIS:
        baris = "SELECT 1 FROM cari c WHERE c.apa = ? AND c.acuan = x.id"
        tanpa = f"SELECT x.id FROM {HIDUP[apa]} AND NOT EXISTS ({baris}) ORDER BY x.id DESC LIMIT ?"
        benda = f"SELECT 1 FROM {HIDUP[apa]} AND x.id = c.acuan"
        sisa = f"SELECT c.acuan AS id FROM cari c WHERE c.apa = ? AND NOT EXISTS ({benda}) ORDER BY c.id LIMIT ?"
        for sql in (tanpa, sisa):
            hasil += [(apa, int(row["id"])) for row in tx.all(sql, (apa, batas - len(hasil)))]
    return hasil


def isi_susulan(tx: Tx, batas: int = SEKALI) -> int:
    """How many were put right; fewer than `batas`: nothing is left."""
    return Indeks(tx).segarkan(perlu_disegarkan(tx, batas))
