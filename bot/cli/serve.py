"""The page server inside our own loop: our signals, our shutdown."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn
from starlette.applications import Starlette

from bot.config import SalahConfig, Web


class Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the program's business, not the page server's."""
        yield


def bind(web: Web) -> socket.socket:
    """Raises `SalahConfig` when the address is taken: known before anything else starts."""
    try:
        return socket.create_server((web.host, web.port), backlog=512)
    except OSError as error:
        raise SalahConfig(
            f"web.port: cannot listen on {web.host}:{web.port} ({error.strerror}); "
            "stop the other program or choose another port"
        ) from None


def server_for(app: Starlette) -> Server:
    config = uvicorn.Config(
        app,
        lifespan="off",
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=20,
        server_header=False,
    )
    return Server(config)


async def stop(server: Server, task: asyncio.Task[None]) -> None:
    server.should_exit = True
    await task
