"""The server itself: started and stopped with the test, and the people and groups the test puts in it."""

import asyncio
import time
from collections.abc import Callable
from itertools import count
from types import TracebackType
from typing import Self

from uvicorn import Config
from uvicorn.server import ServerState

from tests.telegram_server.api import Api
from tests.telegram_server.chats import GENERAL, Chat
from tests.telegram_server.clock import Clock
from tests.telegram_server.connection import Protocol
from tests.telegram_server.controls import Controls
from tests.telegram_server.errors import Json
from tests.telegram_server.groups import Grup
from tests.telegram_server.people import Orang
from tests.telegram_server.rates import Rates
from tests.telegram_server.webhook import delete_webhook
from tests.telegram_server.world import World

TOKEN = "1000000001:token-uji-kawan-desa-bukan-rahasia"


class TelegramServer(Controls):
    """For `async with`; a bot reaches it by `token`, `base_url` and `base_file_url`."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        batas: bool = False,
        privasi: bool = False,
        username: str = "kawan_desa_bot",
        port: int = 0,
        waktu: Callable[[], float] = time.time,
        skala: float = 1.0,
        simpan: int | None = None,
        umur_tombol: float = 30.0,
    ) -> None:
        """`batas` enforces the rates; `privasi` is BotFather's privacy mode; `waktu` dates the messages.

        `skala` makes every second so many: dates, rates, retry_after, polls, waits (then `waktu` only says when it is
        at the start). `simpan` keeps so many of the newest messages in each chat and of all else only counters.
        A button pressed more than `umur_tombol` seconds ago can no longer be answered.
        """
        bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Kawan Desa", "username": username}
        self.clock = Clock(skala, waktu)
        rates = Rates(self.clock.monotonic) if batas else None
        world = World(bot, clock=self.clock, privacy=privasi, rates=rates, simpan=simpan, umur_tombol=umur_tombol)
        super().__init__(world)
        self.token = token
        self.port = port
        self._numbers = count(1)
        self._state = ServerState()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        app = Api(self.world, self.token).app
        config = Config(app, log_config=None, access_log=False, lifespan="off", ws="none", proxy_headers=False)
        config.load()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Protocol(config, self._state, {}), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Cuts off whoever is still connected; nothing is left open."""
        self.world.watch.close()
        await delete_webhook(self.world, {})
        if self._server is not None:
            self._server.close()
        if tasks := list(self._state.tasks):
            await asyncio.wait(tasks, timeout=1)
        for connection in list(self._state.connections):
            if (transport := connection.transport) is not None:
                transport.abort()
        while self._state.connections:
            await asyncio.sleep(0)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    def orang(self, nama: str, id: int | None = None, username: str | None = None, *, kenal: bool = True) -> Orang:  # noqa: A002
        """A person; with `kenal=False` one who has not yet written to the bot, so that it may not write to them."""
        with self.world.watch.lock:
            user: Json = {"id": id or 5_000_000_000 + next(self._numbers), "is_bot": False, "first_name": nama}
            user |= {"username": username} if username else {}
            user |= {"language_code": "id"}
            orang = Orang(self.world, user, kenal=kenal)
            self.world.users[orang.id] = user
            self.world.chats[orang.id] = orang.chat
            return orang

    def grup(
        self, nama: str, anggota: list[Orang], *, supergroup: bool = False, forum: bool = False, bot: bool = True
    ) -> Grup:
        """A group with the bot and these people in it, the first of them its owner. A forum is a supergroup.

        With `bot=False` the bot is not in it yet: undang_bot(), or someone follows a ?startgroup= link.
        """
        number = 4_000_000_000 + next(self._numbers)
        about: Json = {"title": nama} | ({"is_forum": True} if forum else {})
        members = {orang.id: "member" for orang in anggota} | {self.world.bot_id: "member" if bot else "left"}
        members |= {orang.id: "creator" for orang in anggota[:1]}
        large = supergroup or forum
        chat = Chat(-1_000_000_000_000 - number if large else -number, "supergroup" if large else "group", about)
        chat.members = members
        chat.last_id = GENERAL if forum else 0  # a forum's first message opens its General topic
        with self.world.watch.lock:
            self.world.chats[chat.id] = chat
        return Grup(self.world, chat)
