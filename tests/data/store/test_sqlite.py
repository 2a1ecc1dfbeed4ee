"""SQLite's own promises: the group commit, the flush, and aiosqlite's private door."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from data.store import Tx, buka_store
from data.store.sqlite import BATCH, SqliteStore, _in_thread
from tests.data.store.test_tulis import isi, naikkan, taruh


async def buka(url: str) -> SqliteStore:
    store = await buka_store(url)
    assert isinstance(store, SqliteStore)
    return store


def pragma(nama: str) -> Any:
    def tanya(tx: Tx) -> Any:
        row = tx.one(f"PRAGMA {nama}")
        assert row is not None
        return row[row.keys()[0]]

    return tanya


async def test_what_we_rely_on_in_aiosqlite_is_there() -> None:
    """`_execute(fn, *args)` runs `fn` whole in the connection's thread; `_conn` is the connection it has there."""
    async with aiosqlite.connect(":memory:", isolation_level=None) as connection:
        di = await connection._execute(lambda raw: (raw, threading.current_thread()), connection._conn)  # type: ignore[no-untyped-call]
        assert di == (connection._conn, connection._thread)
        assert isinstance(connection._conn, sqlite3.Connection)
        assert di[1] is not threading.current_thread()
        with pytest.raises(sqlite3.OperationalError):
            await connection._execute(lambda raw: raw.execute("SALAH"), connection._conn)  # type: ignore[no-untyped-call]
        urutan: list[int] = []
        await asyncio.gather(*(connection._execute(urutan.append, n) for n in range(20)))  # type: ignore[no-untyped-call]
        assert urutan == list(range(20))


async def test_a_power_cut_loses_nothing_because_every_commit_is_flushed(sqlite_url: str) -> None:
    store = await buka(sqlite_url)
    menulis = {nama: await store.write(pragma(nama)) for nama in ("journal_mode", "synchronous", "foreign_keys")}
    membaca = {nama: await store.read(pragma(nama)) for nama in ("query_only", "foreign_keys")}
    await store.close()
    assert menulis == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert membaca == {"query_only": 1, "foreign_keys": 1}


async def test_all_who_wait_share_one_commit(sqlite_url: str) -> None:
    store = await buka(sqlite_url)
    perintah: list[str] = []
    await _in_thread(store._writer, lambda raw: raw.set_trace_callback(perintah.append))
    await asyncio.gather(*(store.write(naikkan) for _ in range(BATCH)))
    assert perintah.count("COMMIT") == 1
    perintah.clear()
    await asyncio.gather(*(store.write(naikkan) for _ in range(BATCH + 1)))
    assert perintah.count("COMMIT") == 2
    await store.close()


async def test_when_the_commit_fails_everyone_in_it_is_told(sqlite_url: str) -> None:
    def menunjuk_yang_tidak_ada(tx: Tx) -> None:
        tx.run("PRAGMA defer_foreign_keys = ON")
        tx.run("INSERT INTO alamat (orang_id, kanal, tujuan, status, dibuat) VALUES (999, 'web', 'x', 'aktif', 0)")

    store = await buka(sqlite_url)
    hasil = await asyncio.gather(
        store.write(taruh("a")), store.write(menunjuk_yang_tidak_ada), store.write(taruh("b")), return_exceptions=True
    )
    assert [type(satu) for satu in hasil] == [sqlite3.IntegrityError] * 3
    assert await store.read(isi) == []
    await store.write(taruh("a"))
    assert await store.read(isi) == ["a"]
    await store.close()


async def test_when_the_disk_is_full_nobody_is_told_that_it_was_saved(sqlite_url: str) -> None:
    """The database then ends the transaction by itself, in the middle of the group."""
    store = await buka(sqlite_url)
    halaman = await store.write(pragma("page_count"))
    await store.write(pragma(f"max_page_count = {halaman + 5}"))
    hasil = await asyncio.gather(
        store.write(taruh("a")),
        *(store.write(taruh(str(n) * 30_000)) for n in range(3)),
        store.write(taruh("b")),
        return_exceptions=True,
    )
    assert [type(satu) for satu in hasil] == [sqlite3.OperationalError] * 5
    assert await store.read(isi) == []
    await store.write(pragma("max_page_count = 100000"))
    await store.write(taruh("a"))
    assert await store.read(isi) == ["a"]
    await store.close()


async def test_a_writer_that_stays_locked_out_says_so_and_recovers(sqlite_url: str) -> None:
    store = await buka(sqlite_url)
    await _in_thread(store._writer, lambda raw: raw.execute("PRAGMA busy_timeout = 20").close())
    lain = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    lain.execute("BEGIN IMMEDIATE")
    hasil = await asyncio.gather(store.write(taruh("a")), store.write(taruh("b")), return_exceptions=True)
    assert [str(satu) for satu in hasil] == ["database is locked"] * 2
    lain.execute("ROLLBACK")
    lain.close()
    assert await store.write(taruh("a")) == 1
    await store.close()


async def test_writes_given_together_are_done_in_that_order(sqlite_url: str) -> None:
    store = await buka(sqlite_url)
    assert await asyncio.gather(*(store.write(naikkan) for _ in range(50))) == list(range(1, 51))
    await store.close()


async def test_a_database_in_memory_reads_and_writes_through_one_connection() -> None:
    store = await buka("sqlite:///:memory:")
    await store.write(lambda tx: tx.run("CREATE TABLE nomor (awalan TEXT PRIMARY KEY, terakhir BIGINT NOT NULL)"))
    await asyncio.gather(store.write(taruh("a")), store.write(taruh("b")))
    assert not store.has_readers
    assert await store.read(isi) == ["a", "b"]
    await store.close()


async def test_the_folder_of_the_file_is_made(tmp_path: Path) -> None:
    path = tmp_path / "satu" / "dua" / "kawan.db"
    await (await buka(f"sqlite:///{path}")).close()
    assert path.is_file()


def test_a_killed_process_loses_nothing_it_had_confirmed(sqlite_url: str) -> None:
    """Each number is printed after `write` returned; then the process is killed in the middle of the next ones."""
    dicetak = 0
    for _ in range(2):
        anak = subprocess.Popen(
            [sys.executable, "-m", "tests.data.store.anak", "tulis", sqlite_url], stdout=subprocess.PIPE, text=True
        )
        assert anak.stdout is not None
        for baris in anak.stdout:
            dicetak = max(dicetak, int(baris))
            if dicetak % 300 == 299:
                anak.send_signal(signal.SIGKILL)
                break
        sisa = anak.stdout.read().splitlines(keepends=True)
        dicetak = max([dicetak, *(int(baris) for baris in sisa if baris.endswith("\n"))])
        anak.stdout.close()
        assert anak.wait(10) == -signal.SIGKILL
        tersimpan = asyncio.run(_semua(sqlite_url))
        assert tersimpan[:dicetak] == list(range(1, dicetak + 1))
        dicetak = len(tersimpan)


async def _semua(url: str) -> list[int]:
    store = await buka(url)
    rows = await store.read(lambda tx: tx.all("SELECT terakhir FROM nomor ORDER BY terakhir"))
    assert await store.read(pragma("integrity_check")) == "ok"
    await store.close()
    return [row["terakhir"] for row in rows]
