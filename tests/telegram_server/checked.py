"""For the server's own tests: a server whose every update and message is checked, and a client to call it with."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Unpack

import httpx

from tests.telegram_server.errors import Json
from tests.telegram_server.server import TelegramServer
from tests.telegram_server.spec import problems
from tests.telegram_server.thread import Options


class Client:
    """The Bot API without a library in between."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def __call__(self, method: str, **params: Any) -> Any:
        """The result; for a refusal its error_code and description, for a cut connection None."""
        try:
            body: Json = (await self.http.post(method, json=params)).json()
        except httpx.HTTPError:
            return None
        return body["result"] if body["ok"] else (body["error_code"], body["description"])

    async def updates(self) -> list[Json]:
        """What is pending, and confirmed with that."""
        found: list[Json] = await self("getUpdates")
        if found:
            await self("getUpdates", offset=found[-1]["update_id"] + 1)
        return found

    async def messages(self) -> list[Json]:
        return [update["message"] for update in await self.updates() if "message" in update]


@asynccontextmanager
async def checked(**options: Unpack[Options]) -> AsyncIterator[tuple[TelegramServer, Client]]:
    async with TelegramServer(**options) as server:
        url = f"{server.base_url}{server.token}/"
        async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False, timeout=10) as http:
            yield server, Client(http)
        server.periksa()
        check_sent(server)


def check_sent(server: TelegramServer) -> None:
    """Every update the server sent, and every message it keeps, must be the Bot API's too."""
    assert [text for update in server.world.updates.sent for text in problems(update, ["Update"], "update")] == []
    messages = [message.raw for chat in server.world.chats.values() for message in chat.messages.values()]
    assert [text for message in messages for text in problems(message, ["Message"], "message")] == []
