"""An aiogram storage on SQLite, as one would write it first: aiosqlite, one commit a write. aiogram ships none.

Every task shares the connection, so that a commit also commits what the others have written so far: with many tasks at
once that is a group commit by accident. `alone` holds a lock from the write to its commit: a transaction of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiosqlite
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class SqliteStorage(BaseStorage):
    def __init__(self, db: aiosqlite.Connection, *, alone: bool) -> None:
        self._db = db
        self._lock = asyncio.Lock() if alone else contextlib.nullcontext()

    @classmethod
    async def open(cls, path: Path, *, alone: bool = False) -> SqliteStorage:
        db = await aiosqlite.connect(path)
        await db.execute("PRAGMA journal_mode = WAL")
        await db.execute("PRAGMA synchronous = FULL")
        await db.execute("CREATE TABLE fsm (chat TEXT PRIMARY KEY, state TEXT, data TEXT)")
        await db.commit()
        return cls(db, alone=alone)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._write("state", key, name)

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._read("state", key)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._write("data", key, json.dumps(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        stored: dict[str, Any] = json.loads(await self._read("data", key) or "{}")
        return stored

    async def close(self) -> None:
        await self._db.close()

    async def _write(self, column: str, key: StorageKey, value: str | None) -> None:
        sql = (
            f"INSERT INTO fsm (chat, {column}) VALUES (?, ?) "
            f"ON CONFLICT (chat) DO UPDATE SET {column} = excluded.{column}"
        )
        async with self._lock:
            await self._db.execute(sql, (_name(key), value))
            await self._db.commit()

    async def _read(self, column: str, key: StorageKey) -> str | None:
        async with self._db.execute(f"SELECT {column} FROM fsm WHERE chat = ?", (_name(key),)) as cursor:
            row = await cursor.fetchone()
        return None if row is None else row[0]


def _name(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"
