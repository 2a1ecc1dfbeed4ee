"""A webhook's end: answers as told, and remembers what it was told."""

import asyncio
from types import TracebackType
from typing import Any, Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn import Config
from uvicorn.server import ServerState

from tests.telegram_server.connection import Protocol
from tests.telegram_server.errors import Json


class Receiver:
    def __init__(self) -> None:
        self.bodies: list[Json] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []  # the next ones; then 200
        self.open = asyncio.Event()  # while it is closed, what came in waits for its answer
        self.open.set()
        self.busy: dict[Any, int] = {}  # requests at once, by chat
        self.most = 0  # at once in all
        self.clashes: list[Json] = []  # came while the one before from the same chat had no answer
        self.url = ""
        self._state = ServerState()
        self._listening: asyncio.Server | None = None

    async def _take(self, request: Request) -> Response:
        body = await request.json()
        chat = body["message"]["chat"]["id"]
        self.bodies.append(body)
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        if self.busy.get(chat):
            self.clashes.append(body)
        self.busy[chat] = self.busy.get(chat, 0) + 1
        self.most = max(self.most, sum(self.busy.values()))
        await self.open.wait()
        self.busy[chat] -= 1
        return Response(status_code=self.answers.pop(0) if self.answers else 200)

    async def told(self, number: int) -> list[str]:
        async with asyncio.timeout(10):
            while len(self.bodies) < number:
                await asyncio.sleep(0.005)
        return self.texts

    @property
    def texts(self) -> list[str]:
        return [body["message"]["text"] for body in self.bodies]

    async def __aenter__(self) -> Self:
        app = Starlette(routes=[Route("/telegram", self._take, methods=["POST"])])
        config = Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
        config.load()
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(lambda: Protocol(config, self._state, {}), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}/telegram"
        return self

    async def die(self) -> None:
        """As a killed process: nobody listens, every connection is cut."""
        if self._listening is not None:
            self._listening.close()
        self.open.set()
        for connection in list(self._state.connections):
            connection.transport.abort()
        while self._state.connections:
            await asyncio.sleep(0)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.die()
