"""The server in a thread of its own, for a test without a loop and for one that starts the bot as a process."""

import asyncio
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TypedDict, Unpack

from tests.whatsapp_server.server import WhatsAppServer


class Options(TypedDict, total=False):
    token: str
    app_secret: str
    verify_token: str
    batas: bool
    beruntun: int
    tier: int | None
    status: bool
    layanan_ditagih: bool
    jendela_langsung: bool
    versi: str
    port: int
    waktu: Callable[[], float]
    skala: float


class WhatsAppServerThread:
    """`with WhatsAppServerThread() as server:`; the same options and the same server as WhatsAppServer."""

    def __init__(self, **options: Unpack[Options]) -> None:
        self.server = WhatsAppServer(**options)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="whatsapp", daemon=True)
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        try:
            async with self.server:
                self._ready.set()
                await self._stop.wait()
        except BaseException as error:
            self._failure = error
        finally:
            self._ready.set()

    def __enter__(self) -> WhatsAppServer:
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        return self.server

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(timeout=10)
        if self._failure is not None:
            raise self._failure
