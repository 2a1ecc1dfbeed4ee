"""A webhook's end: answers as told, and remembers what it was told."""

import asyncio
import json
from types import TracebackType
from typing import Self

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn import Config
from uvicorn.server import ServerState

from tests.telegram_server.connection import Protocol
from tests.whatsapp_server.errors import Json


class Receiver:
    def __init__(self, verify_token: str = "") -> None:
        self.verify_token = verify_token
        self.raw: list[bytes] = []
        self.signatures: list[str] = []
        self.answers: list[int] = []  # the next ones; then 200
        self.url = ""
        self._state = ServerState()
        self._listening: asyncio.Server | None = None

    @property
    def bodies(self) -> list[Json]:
        return [json.loads(body) for body in self.raw]

    @property
    def values(self) -> list[Json]:
        return [change["value"] for body in self.bodies for entry in body["entry"] for change in entry["changes"]]

    @property
    def texts(self) -> list[str]:
        return [message["text"]["body"] for value in self.values for message in value.get("messages", [])]

    async def told(self, number: int) -> None:
        async with asyncio.timeout(10):
            while len(self.raw) < number:
                await asyncio.sleep(0.005)

    async def _take(self, request: Request) -> Response:
        if request.method == "GET":
            asked = request.query_params
            right = asked.get("hub.mode") == "subscribe" and asked.get("hub.verify_token") == self.verify_token
            return PlainTextResponse(asked["hub.challenge"]) if right else Response(status_code=403)
        self.raw.append(await request.body())
        self.signatures.append(request.headers.get("x-hub-signature-256", ""))
        return Response(status_code=self.answers.pop(0) if self.answers else 200)

    async def __aenter__(self) -> Self:
        app = Starlette(routes=[Route("/whatsapp", self._take, methods=["GET", "POST"])])
        config = Config(app, log_config=None, access_log=False, lifespan="off", ws="none")
        config.load()
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(lambda: Protocol(config, self._state, {}), "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}/whatsapp"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._listening is not None:
            self._listening.close()
        for connection in list(self._state.connections):
            connection.transport.abort()
        while self._state.connections:
            await asyncio.sleep(0)
