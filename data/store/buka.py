"""From a database URL to an open store."""

from __future__ import annotations

from data.store.sqlite import SqliteStore
from data.store.tx import Store

SQLITE = "sqlite:///"


class SalahUrl(ValueError):
    """A database URL that names no engine we know; the text says which forms are known."""


def check_url(url: str) -> str:
    if url.startswith((SQLITE, "postgresql://", "postgres://")) and url != SQLITE:
        return url
    raise SalahUrl("expected sqlite:///path/to/file.db or postgresql://user:password@host/name")


async def buka_store(url: str) -> Store:
    """`sqlite:///var/kawan.db` is relative to the working directory, `sqlite:////var/lib/kawan.db` is absolute."""
    check_url(url)
    if url.startswith(SQLITE):
        return await SqliteStore.buka(url.removeprefix(SQLITE))
    from data.store.postgres import PostgresStore  # psycopg takes 0.1 s to import, and SQLite needs none of it

    return await PostgresStore.buka(url)
