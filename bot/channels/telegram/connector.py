"""Connections to Telegram: what surely never left, and idle connections that the other side has ended."""

from __future__ import annotations

import re
import select
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from telegram import error as tg

RAHASIA = re.compile(r"(?<=/bot)[^/\s'\"]+|(?<=://)[^/\s@]+(?=@)")
"""The token in an address, and a proxy's user and password."""


class TakTerkirim(tg.NetworkError):
    """There was no connection, so surely nothing of the request went out. Any other NetworkError: perhaps it did."""


class Connector(aiohttp.TCPConnector):
    """Whatever fails in here fails before the first byte: `TakTerkirim`."""

    _new: int | None = None

    async def connect(self, *args: Any, **kwargs: Any) -> Connection:
        try:
            while True:
                connection = await super().connect(*args, **kwargs)
                new, self._new = self._new == id(connection.protocol), None
                if new or not _hung_up(connection):
                    return connection
                connection.close()
        except (aiohttp.ClientError, OSError) as error:
            gagal = TakTerkirim(sebab(error))
        raise gagal

    async def _create_connection(self, *args: Any, **kwargs: Any) -> ResponseHandler:
        protocol = await super()._create_connection(*args, **kwargs)
        self._new = id(protocol)  # `connect` reads it before anything else runs
        return protocol


def _hung_up(connection: Connection) -> bool:
    """Whether something arrived on an idle connection: that is its end, which the loop has not yet come to read."""
    transport = connection.transport
    if transport is None:
        return True
    sock = transport.get_extra_info("socket")
    if sock is None or not hasattr(select, "poll"):  # Windows
        return False
    poll = select.poll()
    poll.register(sock.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def sebab(error: Exception) -> str:
    return f"{type(error).__name__}: {scrub(str(error))}".removesuffix(": ")


def scrub(text: str) -> str:
    return RAHASIA.sub("…", text)
