"""What is PostgreSQL's alone: turns that collide are run again, connections that broke are made anew."""

from __future__ import annotations

import asyncio
import threading

import psycopg
import pytest

from data.store import Store, Tx, buka_store
from data.store.postgres import WRITERS
from tests.data.store.test_tulis import isi, naikkan, taruh


@pytest.fixture
def url(postgres_url: str) -> str:
    """Only this engine."""
    return postgres_url


async def test_two_turns_that_block_each_other_both_finish(store: Store) -> None:
    """The database ends one of them; a turn is a function of what is stored, so it is simply run again."""
    await asyncio.gather(store.write(taruh("a")), store.write(taruh("b")))
    bertemu = threading.Barrier(2)
    pernah: set[str] = set()

    def silang(pertama: str, kedua: str) -> None:
        def tulis(tx: Tx) -> None:
            tx.run("UPDATE nomor SET terakhir = terakhir + 1 WHERE awalan = ?", (pertama,))
            if pertama not in pernah:
                pernah.add(pertama)
                bertemu.wait(5)
            tx.run("UPDATE nomor SET terakhir = terakhir + 1 WHERE awalan = ?", (kedua,))

        tulisan.append(store.write(tulis))

    tulisan: list[object] = []
    silang("a", "b")
    silang("b", "a")
    await asyncio.gather(*tulisan)  # type: ignore[call-overload]
    rows = await store.read(lambda tx: tx.all("SELECT terakhir FROM nomor"))
    assert [row["terakhir"] for row in rows] == [2, 2]


async def test_after_the_server_dropped_every_connection_each_is_made_anew(store: Store, postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as lain:
        lain.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    hasil = [await asyncio.gather(store.write(naikkan), return_exceptions=True) for _ in range(WRITERS + 5)]
    galat = [satu for (satu,) in hasil if isinstance(satu, BaseException)]
    assert len(galat) <= WRITERS
    assert all(isinstance(satu, psycopg.OperationalError) for satu in galat)
    assert not any(isinstance(satu, BaseException) for (satu,) in hasil[-5:])


async def test_turns_run_side_by_side(store: Store) -> None:
    bersama = threading.Barrier(WRITERS)
    assert sorted(await asyncio.gather(*(store.write(lambda _: bersama.wait(5)) for _ in range(WRITERS)))) == list(
        range(WRITERS)
    )


async def test_a_server_that_is_not_there_is_an_error_at_the_door() -> None:
    with pytest.raises(psycopg.OperationalError):
        await buka_store("postgresql://kawan@127.0.0.1:1/kawan")


async def test_two_programs_see_what_the_other_saved(store: Store, postgres_url: str) -> None:
    lain = await buka_store(postgres_url)
    await store.write(taruh("a"))
    await lain.write(taruh("b"))
    assert await store.read(isi) == await lain.read(isi) == ["a", "b"]
    await lain.close()
