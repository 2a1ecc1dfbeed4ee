"""SQLite through aiosqlite: one writer with group commit, a few readers beside it.

Every turn that is waiting is run under its own savepoint and all are committed together, with `synchronous=FULL`: the
flush to disk, which is what costs, is shared (docs/keputusan/0004-group-commit.md). A turn that fails rolls back alone.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

from data.store.beside import in_own_thread
from data.store.tx import Param, Row, Savepoints, TextMatch, Tx, carried, rows_changed

T = TypeVar("T")
Job = tuple[Callable[[Tx], Any], "asyncio.Future[Any]"]
Outcome = tuple[Any, Exception | None]
"""What the job returned, or what it raised. Apart, because a job may also return an exception."""
READERS = 2
# More than this in one commit would make the first of them wait for the last.
BATCH = 500


class SqliteTx(Savepoints):
    """`Tx` over a raw connection, in the thread that owns it."""

    skip_locked = ""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def all(self, sql: str, params: Sequence[Param] = ()) -> list[Row]:
        return self._raw.execute(sql, params).fetchall()

    def one(self, sql: str, params: Sequence[Param] = ()) -> Row | None:
        cursor = self._raw.execute(sql, params)
        row = cast("Row | None", cursor.fetchone())
        cursor.close()  # a RETURNING left half-read would keep the statement, and so the commit, open
        return row

    def run(self, sql: str, params: Sequence[Param] = ()) -> int:
        return rows_changed(self._raw.execute(sql, params).rowcount)

    def lock(self, kunci: str) -> None:
        """Nothing to do: there is one writer."""

    def text_match(self, table: str, column: str, words: Sequence[Sequence[str]]) -> TextMatch:
        fts = f"{table}_teks"
        groups = " AND ".join(f"({' OR '.join(map(_fts_word, group))})" for group in words)
        return TextMatch(f"{fts} JOIN {table} c ON c.id = {fts}.rowid", f"{fts} MATCH ?", groups, f"{fts}.rowid DESC")

    def bare(self, sql: str) -> None:
        self._raw.execute(sql)


def _fts_word(word: str) -> str:
    """In quotation marks a word is a word: AND, NEAR, * and : mean nothing there."""
    bare = word.removesuffix("*").replace("\0", " ").replace('"', '""')
    return f'"{bare}"*' if word.endswith("*") else f'"{bare}"'


class SqliteStore:
    """One file in WAL mode; `buka` opens it. `:memory:` is for tests and benchmarks: it has no readers of its own."""

    shared = False

    def __init__(self, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection], path: str = "") -> None:
        self._path = path
        self._writer = writer
        self._readers: asyncio.Queue[aiosqlite.Connection] = asyncio.Queue()
        for reader in readers:
            self._readers.put_nowait(reader)
        self._all = [writer, *readers]
        self._waiting: list[Job] = []
        self._pump: asyncio.Task[None] | None = None
        self.has_readers = bool(readers)

    @classmethod
    async def buka(cls, path: str) -> SqliteStore:
        if path == ":memory:":
            return cls(await _connect(path, read_only=False), [])
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        writer = await _connect(path, read_only=False)
        return cls(writer, [await _connect(path, read_only=True) for _ in range(READERS)], path)

    async def write(self, fn: Callable[[Tx], T]) -> T:
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((fn, done))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._drain())
        return await done

    async def read(self, fn: Callable[[Tx], T]) -> T:
        if not self.has_readers:
            return await self.write(fn)
        reader = await self._readers.get()
        try:
            return await _in_thread(reader, lambda raw: _read_once(raw, fn))
        finally:
            self._readers.put_nowait(reader)

    async def beside(self, fn: Callable[[Tx], T]) -> T:
        if not self.has_readers:
            return await self.write(fn)
        return await in_own_thread(partial(_read_alone, self._path, carried(fn)))

    async def close(self) -> None:
        if self._pump is not None:
            await self._pump
        for connection in self._all:
            await connection.close()

    async def _drain(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            try:
                outcomes = await _in_thread(self._writer, partial(_commit_together, jobs=batch))
            except Exception as error:  # the commit itself failed: nobody in the batch was saved, and each must know
                outcomes = [(None, error)] * len(batch)
            for (_, done), outcome in zip(batch, outcomes, strict=True):
                _settle(done, *outcome)


def _settle(done: asyncio.Future[Any], result: Any, error: Exception | None) -> None:
    if done.cancelled():
        return
    if error is not None:
        done.set_exception(error)
    else:
        done.set_result(result)


def _commit_together(raw: sqlite3.Connection, jobs: Sequence[Job]) -> list[Outcome]:
    tx = SqliteTx(raw)
    outcomes = []
    raw.execute("BEGIN IMMEDIATE")
    try:
        for fn, _ in jobs:
            outcomes.append(_run_alone(tx, fn))
            if not raw.in_transaction:  # a full disk ends it; what ran on would be saved piece by piece
                raise sqlite3.OperationalError("the transaction was ended by the database; nothing of it was saved")
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    return outcomes


def _run_alone(tx: SqliteTx, fn: Callable[[Tx], Any]) -> Outcome:
    """One bad turn must not spoil its neighbours."""
    try:
        with tx.savepoint():
            return carried(fn)(tx), None
    except Exception as error:
        return None, error


def _read_once(raw: sqlite3.Connection, fn: Callable[[Tx], T]) -> T:
    raw.execute("BEGIN")
    try:
        return fn(SqliteTx(raw))
    finally:
        raw.execute("ROLLBACK")


def _read_alone(path: str, fn: Callable[[Tx], T]) -> T:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.row_factory = sqlite3.Row
        _prepare(raw, read_only=True)
        return _read_once(raw, fn)


async def _in_thread(connection: aiosqlite.Connection, fn: Callable[[sqlite3.Connection], T]) -> T:
    """Run `fn` in aiosqlite's thread, whole.

    aiosqlite's public methods cross the thread at every statement, which costs more than the statements. Its own
    methods are built on `_execute`; version and test (tests/data/store) pin that.
    """
    return cast("T", await connection._execute(carried(fn), connection._conn))  # type: ignore[no-untyped-call]


async def _connect(path: str, *, read_only: bool) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=512)
    connection.row_factory = sqlite3.Row
    await _in_thread(connection, lambda raw: _prepare(raw, read_only=read_only))
    return connection


def _prepare(raw: sqlite3.Connection, *, read_only: bool) -> None:
    raw.execute("PRAGMA busy_timeout = 10000")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA cache_size = -65536")
    if read_only:
        raw.execute("PRAGMA query_only = ON")
        return
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA wal_autocheckpoint = 4000")  # pages, 16 MB: fewer pauses, a log that is still quick to replay
