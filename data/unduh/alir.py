"""Rows in pages: each goes on from the last key of the one before, so a hundred thousand need no more than a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.store import Param, Row, Tx
from data.unduh.saring import SELALU, Syarat, dan

SEKALI = 1000
"""Rows that are held at once."""


@dataclass(frozen=True)
class Aliran:
    """One way to rows, by one index."""

    kolom: str
    dari: str
    """Tables, joined."""
    syarat: Syarat
    kunci: tuple[str, ...]
    """Columns by which they come; together they are no other row's. None of them is null."""
    awal: Syarat = SELALU
    """Where they begin: later pages begin behind a key, and with two beginnings an engine may take the wrong one."""

    def halaman(self, tx: Tx, akhir: list[Param]) -> list[Row]:
        lewat = f"({', '.join(self.kunci)}) > ({', '.join('?' * len(self.kunci))})"
        sql, params = dan(self.syarat, (lewat, akhir) if akhir else self.awal)
        kunci = ", ".join(f"{k} AS kunci{n}" for n, k in enumerate(self.kunci))
        urut = ", ".join(self.kunci)
        return tx.all(
            f"SELECT {self.kolom}, {kunci} FROM {self.dari} WHERE {sql} ORDER BY {urut} LIMIT {SEKALI}", params
        )

    @property
    def semua(self) -> Syarat:
        return dan(self.syarat, self.awal)


def halaman(tx: Tx, aliran: Iterable[Aliran]) -> Iterator[list[Row]]:
    """No page is empty."""
    for satu in aliran:
        akhir: list[Param] = []
        while rows := satu.halaman(tx, akhir):
            yield rows
            if len(rows) < SEKALI:
                break
            akhir = [rows[-1][f"kunci{n}"] for n in range(len(satu.kunci))]


def baris(tx: Tx, aliran: Iterable[Aliran]) -> Iterator[Row]:
    for rows in halaman(tx, aliran):
        yield from rows


def jumlah(tx: Tx, aliran: Iterable[Aliran], batas: int) -> int:
    """How many there are; of more than `batas`, at least one more than it."""
    hasil = 0
    for satu in aliran:
        sql, params = satu.semua
        row = tx.one(
            f"SELECT COUNT(*) AS n FROM (SELECT 1 AS ada FROM {satu.dari} WHERE {sql} LIMIT ?) AS x",
            [*params, batas + 1 - hasil],
        )
        hasil += int(row["n"]) if row else 0
        if hasil > batas:
            break
    return hasil
