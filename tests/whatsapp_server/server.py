"""The server itself: started and stopped with the test, and the people the test puts in it."""

import asyncio
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from uvicorn import Config
from uvicorn.server import ServerState

from tests.telegram_server.connection import Protocol
from tests.whatsapp_server.api import Api
from tests.whatsapp_server.clock import Clock
from tests.whatsapp_server.controls import Controls
from tests.whatsapp_server.people import Orang
from tests.whatsapp_server.rates import Rates
from tests.whatsapp_server.world import Bisnis, Kontak, World

TOKEN = "token-uji-whatsapp-bukan-rahasia"
APP_SECRET = "rahasia-aplikasi-uji"
VERIFY_TOKEN = "kata-sandi-webhook-uji"


class WhatsAppServer(Controls):
    """For `async with`; the bot reaches it by `base_url`, `bisnis.phone_number_id` and `bisnis.token`."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        app_secret: str = APP_SECRET,
        verify_token: str = VERIFY_TOKEN,
        batas: bool = False,
        beruntun: int = 45,
        tier: int | None = 250,
        status: bool = True,
        layanan_ditagih: bool = True,
        jendela_langsung: bool = False,
        versi: str = "v23.0",
        port: int = 0,
        waktu: Callable[[], float] = time.time,
        skala: float = 1.0,
    ) -> None:
        """`batas` enforces the pair rate and the throughput; `tier` is how many people a day may be written to outside
        their window; `status` tells the webhook what becomes of messages; `layanan_ditagih` bills inside the window too,
        as since October 2026; `jendela_langsung` refuses free text outside the window at once instead of in a status.
        `waktu` is the server's date, `skala` makes every second so many (then `waktu` only says when it is at the start).
        """
        clock = Clock(skala, waktu)
        world = World(Bisnis(token, app_secret, verify_token), clock, tier_most=tier)
        world.versi, world.status = versi, status
        world.layanan_ditagih, world.jendela_langsung = layanan_ditagih, jendela_langsung
        world.rates = Rates(clock.now, burst=beruntun) if batas else None
        super().__init__(world)
        self.port = port
        self._state = ServerState()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        config = Config(
            Api(self.world).app, log_config=None, access_log=False, lifespan="off", ws="none", proxy_headers=False
        )
        config.load()
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Protocol(config, self._state, {}), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        self.webhook.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Cuts off whoever is still connected; nothing is left open."""
        self.world.watch.close()
        await self.webhook.close()
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
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url_pesan(self) -> str:
        return f"{self.base_url}/{self.world.versi}/{self.bisnis.phone_number_id}/messages"

    def orang(self, nama: str, telepon: str | None = None, *, username: str = "") -> Orang:
        """A person with an invented number (62899…); with a `username` their number is in no webhook."""
        with self.world.watch.lock:
            number = self.world.number()
            kontak = Kontak(number, nama, telepon or f"62899{number:08d}", f"ID.{10_000_000_000 + number}")
            kontak.username, kontak.tersembunyi = username, bool(username)
            self.world.people[number] = kontak
            return Orang(self.world, kontak)
