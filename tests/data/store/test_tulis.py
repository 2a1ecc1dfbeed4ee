"""What `Store` promises, on both engines: writes that hold, fail alone, and are seen whole or not at all."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable

import psycopg
import pytest

from data.store import Store, Tx, buka_store

BACA_SAJA = (sqlite3.OperationalError, psycopg.errors.ReadOnlySqlTransaction)
MELANGGAR = (sqlite3.IntegrityError, psycopg.errors.IntegrityError)
TUNGGU = 5
"""Seconds a thread waits for another before the test fails."""


def taruh(awalan: str, terakhir: int = 0) -> Callable[[Tx], int]:
    return lambda tx: tx.run("INSERT INTO nomor (awalan, terakhir) VALUES (?, ?)", (awalan, terakhir))


def naikkan(tx: Tx) -> int:
    row = tx.one(
        "INSERT INTO nomor (awalan, terakhir) VALUES ('hitung', 1) "
        "ON CONFLICT (awalan) DO UPDATE SET terakhir = nomor.terakhir + 1 RETURNING terakhir"
    )
    assert row is not None
    return int(row["terakhir"])


def isi(tx: Tx) -> list[str]:
    return [row["awalan"] for row in tx.all("SELECT awalan FROM nomor ORDER BY awalan")]


def taruh_lalu_gagal(tx: Tx) -> None:
    taruh("gagal")(tx)
    raise LookupError("turn")


async def test_what_was_written_is_read_by_name(store: Store) -> None:
    assert await store.write(taruh("a", 7)) == 1
    row = await store.read(lambda tx: tx.one("SELECT awalan, terakhir AS nilai FROM nomor WHERE awalan = ?", ("a",)))
    assert row is not None
    assert (row["awalan"], row["nilai"]) == ("a", 7)
    assert set(row.keys()) == {"awalan", "nilai"}
    assert await store.read(lambda tx: tx.one("SELECT awalan FROM nomor WHERE awalan = 'b'")) is None


async def test_run_counts_the_rows_it_changed(store: Store) -> None:
    await asyncio.gather(*(store.write(taruh(awalan)) for awalan in "abc"))
    assert await store.write(lambda tx: tx.run("UPDATE nomor SET terakhir = 1 WHERE awalan <> 'a'")) == 2
    assert await store.write(lambda tx: tx.run("DELETE FROM nomor WHERE awalan = 'z'")) == 0


async def test_every_kind_of_value_comes_back_as_it_went(store: Store) -> None:
    teks = "“Ibu’s 100%? ✓”\n😀\\"
    kembali = await store.write(
        lambda tx: tx.one(
            "INSERT INTO media (sidik, mime, ukuran, dibuat) VALUES (?, ?, ?, ?) RETURNING sidik, ukuran, NULL AS kosong",
            (teks, "", 2**53, 1),
        )
    )
    assert kembali is not None
    assert (kembali["sidik"], kembali["ukuran"], kembali["kosong"]) == (teks, 2**53, None)


async def test_a_literal_percent_sign_is_only_a_percent_sign(store: Store) -> None:
    await store.write(taruh("100%"))
    assert len(await store.read(lambda tx: tx.all("SELECT awalan FROM nomor WHERE awalan LIKE '1%%'"))) == 1
    assert (
        len(await store.read(lambda tx: tx.all("SELECT awalan FROM nomor WHERE awalan LIKE '%0\\%' ESCAPE ?", ("\\",))))
        == 1
    )


async def test_a_bad_turn_rolls_back_alone(store: Store) -> None:
    hasil = await asyncio.gather(
        store.write(taruh("a")), store.write(taruh_lalu_gagal), store.write(taruh("b")), return_exceptions=True
    )
    assert [hasil[0], type(hasil[1]), hasil[2]] == [1, LookupError, 1]
    assert await store.read(isi) == ["a", "b"]


async def test_a_statement_the_database_refuses_undoes_its_turn_only(store: Store) -> None:
    def dua_kali(tx: Tx) -> None:
        taruh("gagal")(tx)
        taruh("a")(tx)

    await store.write(taruh("a"))
    hasil = await asyncio.gather(store.write(dua_kali), store.write(taruh("b")), return_exceptions=True)
    assert isinstance(hasil[0], MELANGGAR)
    assert await store.read(isi) == ["a", "b"]


async def test_an_exception_that_is_returned_is_an_answer(store: Store) -> None:
    """A turn that failed and was counted says so with its result; what it wrote stays."""

    def dihitung(tx: Tx) -> Exception:
        taruh("dihitung")(tx)
        return LookupError("turn")

    assert isinstance(await store.write(dihitung), LookupError)
    assert await store.read(isi) == ["dihitung"]


@pytest.mark.parametrize("galat", [StopIteration, KeyboardInterrupt, SystemExit])
async def test_whatever_a_turn_raises_no_one_is_left_waiting(store: Store, galat: type[BaseException]) -> None:
    def lempar(tx: Tx) -> None:
        taruh("gagal")(tx)
        raise galat

    async with asyncio.timeout(TUNGGU):
        for panggil in (store.write, store.read):
            with pytest.raises((RuntimeError, *BACA_SAJA)):
                await panggil(lempar)
        hasil = await asyncio.gather(store.write(lempar), store.write(taruh("a")), return_exceptions=True)
    assert isinstance(hasil[0], RuntimeError)
    assert await store.read(isi) == ["a"]


async def test_a_commit_that_fails_is_told(store: Store) -> None:
    await store.write(lambda tx: tx.run("CREATE TABLE induk (id INTEGER PRIMARY KEY)"))
    await store.write(
        lambda tx: tx.run("CREATE TABLE anak (id INTEGER REFERENCES induk (id) DEFERRABLE INITIALLY DEFERRED)")
    )
    with pytest.raises(MELANGGAR):
        await store.write(lambda tx: tx.run("INSERT INTO anak (id) VALUES (1)"))
    assert await store.read(lambda tx: tx.all("SELECT id FROM anak")) == []
    assert await store.write(taruh("a")) == 1


async def test_nothing_is_seen_before_it_is_committed(store: Store) -> None:
    tertulis, boleh = threading.Event(), threading.Event()

    def lambat(tx: Tx) -> None:
        taruh("a")(tx)
        tertulis.set()
        assert boleh.wait(TUNGGU)

    menulis = asyncio.create_task(store.write(lambat))
    await asyncio.to_thread(tertulis.wait, TUNGGU)
    assert await store.read(isi) == []
    boleh.set()
    await menulis
    assert await store.read(isi) == ["a"]


async def test_a_read_sees_one_moment_from_its_first_word_to_its_last(store: Store) -> None:
    dibaca, boleh = threading.Event(), threading.Event()

    def dua_kali(tx: Tx) -> tuple[list[str], list[str]]:
        awal = isi(tx)
        dibaca.set()
        assert boleh.wait(TUNGGU)
        return awal, isi(tx)

    membaca = asyncio.create_task(store.read(dua_kali))
    await asyncio.to_thread(dibaca.wait, TUNGGU)
    await store.write(taruh("a"))
    boleh.set()
    assert await membaca == ([], [])
    assert await store.read(isi) == ["a"]


async def test_a_read_refuses_to_write(store: Store) -> None:
    with pytest.raises(BACA_SAJA):
        await store.read(taruh("a"))
    with pytest.raises(BACA_SAJA):
        await store.read(lambda tx: tx.run("DELETE FROM nomor"))
    assert await store.read(isi) == []


async def test_a_savepoint_undoes_what_is_inside_it_and_no_more(store: Store) -> None:
    def bersarang(tx: Tx) -> None:
        taruh("a")(tx)
        with tx.savepoint():
            taruh("b")(tx)
            with pytest.raises(LookupError), tx.savepoint():
                taruh("c")(tx)
                with tx.savepoint():
                    taruh("d")(tx)
                raise LookupError
            taruh("e")(tx)
        with pytest.raises(MELANGGAR), tx.savepoint():
            taruh("a")(tx)
        with pytest.raises(KeyboardInterrupt), tx.savepoint():
            taruh("f")(tx)
            raise KeyboardInterrupt
        taruh("g")(tx)

    await store.write(bersarang)
    assert await store.read(isi) == ["a", "b", "e", "g"]


async def test_one_caller_s_writes_keep_their_order_among_many(store: Store) -> None:
    async def penulis(siapa: int) -> None:
        for n in range(20):
            await store.write(
                lambda tx, n=n: tx.run(  # type: ignore[misc]
                    "INSERT INTO web_pesan (tujuan, dari, waktu, isi) SELECT ?, 'saya', COUNT(*), ? FROM web_pesan "
                    "WHERE tujuan = ?",
                    (str(siapa), str(n), str(siapa)),
                )
            )

    await asyncio.gather(*(penulis(siapa) for siapa in range(10)))
    rows = await store.read(lambda tx: tx.all("SELECT tujuan, waktu, isi FROM web_pesan ORDER BY id"))
    for siapa in range(10):
        milik = [(row["waktu"], row["isi"]) for row in rows if row["tujuan"] == str(siapa)]
        assert milik == [(n, str(n)) for n in range(20)]


async def test_two_hundred_writers_at_once_count_exactly(store: Store) -> None:
    hasil = await asyncio.gather(*(store.write(naikkan) for _ in range(200)))
    assert sorted(hasil) == list(range(1, 201))


async def test_a_lock_makes_reading_and_then_writing_safe(store: Store) -> None:
    def baca_lalu_tulis(tx: Tx) -> None:
        tx.lock("hitung")
        row = tx.one("SELECT terakhir FROM nomor WHERE awalan = 'hitung'")
        assert row is not None
        tx.run("UPDATE nomor SET terakhir = ? WHERE awalan = 'hitung'", (row["terakhir"] + 1,))

    await store.write(taruh("hitung"))
    await asyncio.gather(*(store.write(baca_lalu_tulis) for _ in range(60)))
    assert await store.write(naikkan) == 61


async def test_a_caller_that_gave_up_disturbs_nobody(store: Store) -> None:
    tugas = [asyncio.create_task(store.write(naikkan)) for _ in range(20)]
    await asyncio.sleep(0)
    for satu in tugas[::2]:
        satu.cancel()
    hasil = await asyncio.gather(*tugas, return_exceptions=True)
    assert all(isinstance(satu, asyncio.CancelledError) for satu in hasil[::2])
    assert all(isinstance(satu, int) for satu in hasil[1::2])
    assert len(set(hasil[1::2])) == 10


async def test_reads_go_on_beside_many_writes(store: Store) -> None:
    async def membaca() -> list[int]:
        return [len(await store.read(isi)) for _ in range(20)]

    membaca_terus = asyncio.create_task(membaca())
    await asyncio.gather(*(store.write(taruh(f"{n:03}")) for n in range(100)))
    hasil = await membaca_terus
    assert hasil == sorted(hasil)
    assert len(await store.read(isi)) == 100


async def test_closing_waits_for_what_is_under_way(url: str) -> None:
    store = await buka_store(url)
    tugas = [asyncio.create_task(store.write(taruh(f"{n:02}"))) for n in range(50)]
    await asyncio.sleep(0)
    await store.close()
    assert await asyncio.gather(*tugas) == [1] * 50
    lagi = await buka_store(url)
    assert len(await lagi.read(isi)) == 50
    await lagi.close()


async def test_closing_twice_is_closing_once(url: str) -> None:
    store = await buka_store(url)
    await store.close()
    async with asyncio.timeout(TUNGGU):
        await store.close()


async def test_a_closed_store_says_so(url: str) -> None:
    store = await buka_store(url)
    await store.close()
    async with asyncio.timeout(TUNGGU):
        for panggil in (store.write, store.read):
            with pytest.raises((ValueError, RuntimeError)):
                await panggil(isi)
