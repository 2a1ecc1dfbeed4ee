"""PostgreSQL through psycopg: the same SQL text, when one machine is not enough.

A whole turn is one call in a worker thread with a connection of its own. The server shares flushes between connections
that commit at the same time, so what SQLite gets from batching, PostgreSQL gets from `WRITERS` turns under way at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import lru_cache, partial
from queue import SimpleQueue
from typing import Any, TypeVar, cast

import psycopg
from psycopg.rows import dict_row

from data.store.beside import in_own_thread
from data.store.tx import Param, Row, Savepoints, TextMatch, Tx, carried, rows_changed

T = TypeVar("T")
Connection = psycopg.Connection[dict[str, Any]]
WRITERS = 8
# A serialization failure or a deadlock undoes the whole turn, and a turn is a pure function of what is stored: again.
RETRIES = 5


@lru_cache(maxsize=1024)
def to_psycopg(sql: str) -> bytes:
    """`?` placeholders, as SQLite knows them, in psycopg's words."""
    return sql.replace("%", "%%").replace("?", "%s").encode()


class PostgresTx(Savepoints):
    """`Tx` over a psycopg connection that is inside a transaction."""

    skip_locked = " FOR UPDATE SKIP LOCKED"

    def __init__(self, raw: Connection) -> None:
        self._raw = raw

    def all(self, sql: str, params: Sequence[Param] = ()) -> list[Row]:
        return cast("list[Row]", self._raw.execute(to_psycopg(sql), params).fetchall())

    def one(self, sql: str, params: Sequence[Param] = ()) -> Row | None:
        return self._raw.execute(to_psycopg(sql), params).fetchone()

    def run(self, sql: str, params: Sequence[Param] = ()) -> int:
        return rows_changed(self._raw.execute(to_psycopg(sql), params).rowcount)

    def lock(self, kunci: str) -> None:
        self._raw.execute(b"SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (kunci,))

    def text_match(self, table: str, column: str, words: Sequence[Sequence[str]]) -> TextMatch:
        groups = " & ".join(f"({' | '.join(map(_lexeme, group))})" for group in words)
        condition = f"to_tsvector('simple', c.{column}) @@ to_tsquery('simple', ?)"
        # `+ 0`: else it may walk back through all ids and read every text, in the hope to be done soon.
        return TextMatch(f"{table} c", condition, groups, "c.id + 0 DESC")

    def bare(self, sql: str) -> None:
        self._raw.execute(sql.encode())


def _lexeme(word: str) -> str:
    """In quotation marks a word is a word: &, |, ! and :* mean nothing there."""
    bare = word.removesuffix("*").replace("\0", " ").replace("\\", "\\\\").replace("'", "''") or " "
    return f"'{bare}':*" if word.endswith("*") else f"'{bare}'"


class PostgresStore:
    """`buka` connects; a connection that broke is replaced at its next use."""

    shared = True

    def __init__(self, url: str, connections: list[Connection]) -> None:
        self._url = url
        self._free: SimpleQueue[Connection] = SimpleQueue()
        for connection in connections:
            self._free.put(connection)
        self._threads = ThreadPoolExecutor(max_workers=len(connections), thread_name_prefix="postgres")

    @classmethod
    async def buka(cls, url: str) -> PostgresStore:
        return cls(url, await asyncio.to_thread(lambda: [_connect(url) for _ in range(WRITERS)]))

    async def write(self, fn: Callable[[Tx], T]) -> T:
        return await self._in_thread(lambda raw: _again(raw, fn))

    async def read(self, fn: Callable[[Tx], T]) -> T:
        return await self._in_thread(lambda raw: _read_once(raw, fn))

    async def beside(self, fn: Callable[[Tx], T]) -> T:
        return await in_own_thread(partial(_read_alone, self._url, carried(fn)))

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        while not self._free.empty():
            self._free.get().close()

    async def _in_thread(self, fn: Callable[[Connection], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._with_connection, carried(fn))

    def _with_connection(self, fn: Callable[[Connection], T]) -> T:
        raw = self._free.get()
        try:
            if raw.broken or raw.closed:
                raw = _connect(self._url)
            return fn(raw)
        finally:
            self._free.put(raw)


def _again(raw: Connection, fn: Callable[[Tx], T]) -> T:
    for nth in range(RETRIES):
        try:
            return _write_once(raw, fn)
        except (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected):
            time.sleep(0.02 * (nth + 1))  # at once it would take the same row again before the other woke up
    return _write_once(raw, fn)


def _write_once(raw: Connection, fn: Callable[[Tx], T]) -> T:
    with raw.transaction():
        return fn(PostgresTx(raw))


def _read_once(raw: Connection, fn: Callable[[Tx], T]) -> T:
    with raw.transaction(force_rollback=True):
        raw.execute(b"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return fn(PostgresTx(raw))


def _read_alone(url: str, fn: Callable[[Tx], T]) -> T:
    with closing(_connect(url)) as raw:
        return _read_once(raw, fn)


def _connect(url: str) -> Connection:
    return psycopg.connect(url, autocommit=True, row_factory=dict_row, connect_timeout=10)
