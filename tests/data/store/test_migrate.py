"""Migrations on both engines: once each, whole or not at all, and never over what somebody else did."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.store import DatabaseLebihBaru, MigrasiSalah, Store, Tx, buka_store, migrate, pending
from data.store.migrate import MIGRATIONS, on_disk, statements

SEMUA = [migrasi.nama for migrasi in on_disk()]
SATU = "CREATE TABLE satu (id {id}, isi TEXT NOT NULL);\n"
DUA = "-- a comment; with a semicolon\nCREATE TABLE dua (id {id}, satu_id BIGINT REFERENCES satu (id));\n"


@asynccontextmanager
async def terbuka(url: str) -> AsyncIterator[Store]:
    store = await buka_store(url)
    try:
        yield store
    finally:
        await store.close()


@pytest.fixture
def berkas(tmp_path: Path) -> Callable[..., Path]:
    """A folder with these migrations: `berkas(satu=…, dua=…)` are 0001_satu.sql and 0002_dua.sql."""

    def tulis(**sql: str) -> Path:
        folder = tmp_path / "migrasi"
        folder.mkdir(exist_ok=True)
        for nomor, (nama, isi) in enumerate(sql.items(), start=1):
            (folder / f"{nomor:04}_{nama}.sql").write_text(isi)
        return folder

    return tulis


def tabel(tx: Tx) -> set[str]:
    """Names of the tables there are, in either engine's catalogue; SQLite's text index is no table of ours."""
    katalog = (
        "SELECT tablename AS nama FROM pg_tables WHERE schemaname = 'public'"
        if tx.skip_locked
        else "SELECT name AS nama FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'cari_teks%'"
    )
    return {row["nama"] for row in tx.all(katalog)}


async def test_an_empty_database_gets_every_table(url_kosong: str) -> None:
    async with terbuka(url_kosong) as store:
        assert await migrate(store) == SEMUA
        sql = "".join(path.read_text() for path in MIGRATIONS.glob("*.sql"))
        assert await store.read(tabel) == {"migrasi", *re.findall(r"CREATE TABLE (\w+)", sql)}
        assert await store.read(lambda tx: pending(tx, on_disk())) == []


async def test_the_second_time_there_is_nothing_to_do(store: Store) -> None:
    assert await migrate(store) == []


async def test_only_what_is_new_is_applied(url_kosong: str, berkas: Callable[..., Path]) -> None:
    async with terbuka(url_kosong) as store:
        assert await migrate(store, berkas(satu=SATU)) == ["0001_satu.sql"]
        assert await migrate(store, berkas(satu=SATU, dua=DUA)) == ["0002_dua.sql"]
        assert await store.read(tabel) == {"migrasi", "satu", "dua"}


async def test_two_stores_that_migrate_at_once_do_it_once(url_kosong: str) -> None:
    async with terbuka(url_kosong) as satu, terbuka(url_kosong) as dua:
        hasil = await asyncio.gather(migrate(satu), migrate(dua), migrate(satu))
    assert sorted(nama for satu_hasil in hasil for nama in satu_hasil) == SEMUA


def test_processes_that_start_at_once_migrate_once(url_kosong: str) -> None:
    perintah = [sys.executable, "-m", "tests.data.store.anak", "migrasi", url_kosong]
    anak = [subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    keluaran = [satu.communicate(timeout=30) for satu in anak]
    assert [satu.returncode for satu in anak] == [0] * 4, keluaran
    assert sorted(" ".join(keluar for keluar, _ in keluaran).split()) == SEMUA


async def test_a_migration_that_fails_halfway_leaves_the_old_schema(
    url_kosong: str, berkas: Callable[..., Path]
) -> None:
    async with terbuka(url_kosong) as store:
        folder = berkas(satu=SATU, dua=f"{DUA}INSERT INTO satu (isi) VALUES ('x');\nINSERT INTO tiada VALUES (1);\n")
        with pytest.raises(Exception, match="tiada"):
            await migrate(store, folder)
        assert await store.read(tabel) == {"migrasi", "satu"}
        assert await store.read(lambda tx: tx.all("SELECT isi FROM satu")) == []
        assert [m.nama for m in await store.read(lambda tx: pending(tx, on_disk(folder)))] == ["0002_dua.sql"]
        assert await migrate(store, berkas(satu=SATU, dua=DUA)) == ["0002_dua.sql"]


async def test_a_file_edited_after_it_was_applied_is_refused(url_kosong: str, berkas: Callable[..., Path]) -> None:
    async with terbuka(url_kosong) as store:
        await migrate(store, berkas(satu=SATU))
        with pytest.raises(MigrasiSalah) as galat:
            await migrate(store, berkas(satu=SATU + "-- lagi\n", dua=DUA))
        assert str(galat.value) == "0001_satu.sql was edited after it was applied; restore it, add a new one."
        assert await store.read(tabel) == {"migrasi", "satu"}


async def test_a_database_of_a_newer_program_is_left_alone(url_kosong: str, berkas: Callable[..., Path]) -> None:
    async with terbuka(url_kosong) as store:
        await migrate(store, berkas(satu=SATU, dua=DUA))
        folder = berkas()
        (folder / "0002_dua.sql").unlink()
        with pytest.raises(DatabaseLebihBaru) as galat:
            await migrate(store, folder)
    assert str(galat.value) == (
        "The database was made by a newer version of Kawan Desa (it knows 0002_dua.sql, this program ends at 0001). "
        "Update the program; nothing was changed."
    )


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        ("0003_tiga.sql", "0003_tiga.sql: number 0002 was expected here"),
        ("0001_lagi.sql", "0001_satu.sql: number 0002 was expected here"),
        ("2_dua.sql", "2_dua.sql: a migration is named 0001_words.sql"),
        ("0002-dua.sql", "0002-dua.sql: a migration is named 0001_words.sql"),
        ("0002_dua kali.sql", "0002_dua kali.sql: a migration is named 0001_words.sql"),
    ],
)
def test_a_name_out_of_line_is_refused(berkas: Callable[..., Path], nama: str, kata: str) -> None:
    folder = berkas(satu=SATU)
    (folder / nama).write_text(DUA)
    with pytest.raises(MigrasiSalah) as galat:
        on_disk(folder)
    assert str(galat.value) == kata


async def test_ids_number_themselves_and_are_never_given_again(url_kosong: str, berkas: Callable[..., Path]) -> None:
    def tambah(tx: Tx) -> int:
        row = tx.one("INSERT INTO satu (isi) VALUES ('x') RETURNING id")
        assert row is not None
        return int(row["id"])

    async with terbuka(url_kosong) as store:
        await migrate(store, berkas(satu=SATU))
        assert [await store.write(tambah) for _ in range(3)] == [1, 2, 3]
        await store.write(lambda tx: tx.run("DELETE FROM satu"))
        assert await store.write(tambah) == 4


def test_a_statement_may_be_for_one_engine_and_a_trigger_may_hold_semicolons() -> None:
    sql = """
    CREATE TABLE satu (id {id}); -- for both; here too
    {sqlite} CREATE TRIGGER t BEFORE DELETE ON satu BEGIN SELECT RAISE(ABORT, 'no')\\; END;
    {postgres} ALTER TABLE satu ALTER COLUMN id TYPE BIGINT;
    """
    sqlite, postgres = statements(sql, postgres=False), statements(sql, postgres=True)
    assert [s.split()[:2] for s in sqlite] == [["CREATE", "TABLE"], ["CREATE", "TRIGGER"]]
    assert sqlite[1].endswith("SELECT RAISE(ABORT, 'no'); END")
    assert [s.split()[:2] for s in postgres] == [["CREATE", "TABLE"], ["ALTER", "TABLE"]]
