"""A full-text index in memory: SQLite's FTS5, ranked by bm25. Any text can be searched for: no syntax is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from threading import Lock


class Ingatan:
    """Rows of text in columns, by their place from 0. Built once, then only read, from any thread."""

    def __init__(self, kolom: Sequence[str], baris: Iterable[Sequence[str]]) -> None:
        self._lock = Lock()
        self._raw = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        nama = ", ".join(kolom)
        self._raw.execute(f"CREATE VIRTUAL TABLE ingatan USING fts5({nama}, tokenize = 'unicode61')")
        tempat = ", ".join("?" * (len(kolom) + 1))
        isi = ((n, *satu) for n, satu in enumerate(baris))
        self._raw.execute("BEGIN")
        self._raw.executemany(f"INSERT INTO ingatan (rowid, {nama}) VALUES ({tempat})", isi)
        self._raw.execute("COMMIT")

    def cari(self, kata: Iterable[str], bobot: Sequence[float], batas: int) -> list[tuple[int, float]]:
        """(row, score) of rows that have any of the words, the best first; a higher score is better."""
        # In quotation marks a word is a word: AND, NEAR, * and : mean nothing there.
        teks = " OR ".join('"{}"'.format(satu.replace("\0", " ").replace('"', '""')) for satu in kata)
        if not teks:
            return []
        urutan = f"bm25(ingatan, {', '.join('?' * len(bobot))})"
        sql = f"SELECT rowid, -{urutan} FROM ingatan WHERE ingatan MATCH ? ORDER BY 2 DESC, 1 LIMIT ?"
        with self._lock:
            return [(int(n), float(nilai)) for n, nilai in self._raw.execute(sql, (*bobot, teks, batas))]

    def close(self) -> None:
        self._raw.close()
