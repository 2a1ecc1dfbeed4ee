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
        return _listen(web.host, web.port)
    except OSError as error:
        raise SalahConfig(
            f"web.port: cannot listen on {web.host}:{web.port} ({error.strerror}); "
            "stop the other program or choose another port"
        ) from None


def _listen(host: str, port: int) -> socket.socket:
    """With its protocol named: on a socket whose protocol is 0, asyncio leaves Nagle's delay on, 40 ms an answer."""
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    sock = socket.socket(family, kind, socket.IPPROTO_TCP)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen(512)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


def server_for(app: Starlette, proxy: str = "127.0.0.1") -> Server:
    """`proxy`: whose word is taken for the address and the protocol a request came with."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        access_log=False,
        log_config=None,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=20,
        server_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy,
    )
    return Server(config)


async def stop(server: Server, task: asyncio.Task[None]) -> None:
    server.should_exit = True
    await task
