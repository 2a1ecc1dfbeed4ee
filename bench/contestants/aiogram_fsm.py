"""aiogram 3: its Dispatcher and its finite state machine, with the state in memory, in Redis and in SQLite."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bench.canned import answer
from bench.contestants.aiogram_form import router
from bench.contestants.aiogram_sqlite import SqliteStorage
from bench.contestants.contract import Plain
from bench.contestants.redis_server import RedisServer
from bench.form import BOT, TOKEN, Update


class Canned(BaseSession):
    """No network; parameters are not even encoded, as with python-telegram-bot's."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 -- the name is aiogram's
    ) -> TelegramType:
        content = answer(method.__api_method__).decode()
        response = self.check_response(bot=bot, method=method, status_code=200, content=content)
        return response.result  # type: ignore[return-value]

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


class Memory(Plain):
    name = "aiogram-memori"

    async def storage(self, folder: Path) -> BaseStorage:
        return MemoryStorage()

    async def start(self, folder: Path) -> None:
        self._people: set[int] = set()
        self._storage = await self.storage(folder)
        self._bot = Bot(TOKEN, session=Canned())
        self._dispatcher = Dispatcher(storage=self._storage)
        self._dispatcher.include_router(router())

    async def serve(self, batches: Sequence[list[Update]]) -> None:
        """Every update is a task of its own, as its polling does."""
        for batch in batches:
            self._people |= {update.get("callback_query", update)["message"]["chat"]["id"] for update in batch}
            await asyncio.gather(*(self._dispatcher.feed_raw_update(self._bot, update) for update in batch))

    async def complete(self) -> int:
        keys = [StorageKey(bot_id=int(str(BOT["id"])), chat_id=p, user_id=p) for p in self._people]
        return sum(["_simpan" in await self._storage.get_data(key) for key in keys])

    async def close(self) -> None:
        await self._dispatcher.storage.close()


class Sqlite(Memory):
    """All tasks on one connection."""

    name = "aiogram-sqlite"
    alone = False

    async def storage(self, folder: Path) -> BaseStorage:
        return await SqliteStorage.open(folder / "fsm.db", alone=self.alone)


class SqliteAlone(Sqlite):
    """Each write a transaction of its own."""

    name = "aiogram-sqlite-tx"
    alone = True


class Redis(Memory):
    """Not durable: a Redis that keeps nothing on disk."""

    name = "aiogram-redis"
    durable = False

    async def storage(self, folder: Path) -> BaseStorage:
        from aiogram.fsm.storage.redis import RedisStorage
        from redis.asyncio import Redis as Client

        self._server = RedisServer(folder, durable=self.durable)
        await self._server.start()
        return RedisStorage(Client(unix_socket_path=self._server.socket))

    def server_cpu(self) -> float:
        return self._server.cpu()

    async def close(self) -> None:
        await super().close()
        await self._server.close()


class RedisDurable(Redis):
    """Durable as Kawan Desa is: flushed to disk at every write."""

    name = "aiogram-redis-aof"
    durable = True
