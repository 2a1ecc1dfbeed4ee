"""python-telegram-bot's requests over aiohttp (docs/keputusan/0007-aiohttp-untuk-telegram.md).

Telegram's addresses hold the token: no error's words leave here unscrubbed, and none brings aiohttp's own error along.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram import error as tg
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.channels.telegram.connector import Connector, TakTerkirim, scrub, sebab

POTONG = 32 * 1024
"""Bytes written at once: half of what a transport takes without waiting."""
DIAM = 15
"""Seconds that an unused connection is kept."""
KUTIP = str.maketrans({'"': "%22", "\\": "\\\\", "\r": "%0D", "\n": "%0A"})
Detik = Any
"""float | None | BaseRequest.DEFAULT_NONE, whose type python-telegram-bot keeps to itself."""


class TerlaluBesar(tg.BadRequest):
    """The answer is larger than we take; what Telegram's getFile says of such a file, too."""


class AiohttpRequest(BaseRequest):
    """Belongs to the loop that first sends with it. After `shutdown`, `initialize` opens it again."""

    def __init__(
        self,
        *,
        connections: int = 40,
        read_timeout: float | None = 5,
        write_timeout: float | None = 5,
        media_write_timeout: float | None = 20,
        connect_timeout: float | None = 5,
        pool_timeout: float | None = 10,
        max_bytes: int = 20 * 1024 * 1024,
    ) -> None:
        """Seconds: to wait for the next bytes of an answer, for `POTONG` bytes of a request (of one with files) to
        be taken, for a connection, and for one of `connections` to be free. `max_bytes` is the longest answer.
        """
        self._connections = connections
        self._read, self._write, self._media_write = read_timeout, write_timeout, media_write_timeout
        self._connect, self._pool = connect_timeout, pool_timeout
        self._max_bytes = max_bytes
        self._session: aiohttp.ClientSession | None = None
        self._closed = False
        self._proxies: dict[tuple[str, str | None], str | None] = {}

    @property
    def read_timeout(self) -> float | None:
        return self._read

    async def initialize(self) -> None:
        self._closed = False

    async def shutdown(self) -> None:
        self._closed = True
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Detik = BaseRequest.DEFAULT_NONE,
        write_timeout: Detik = BaseRequest.DEFAULT_NONE,
        connect_timeout: Detik = BaseRequest.DEFAULT_NONE,
        pool_timeout: Detik = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Raises `TakTerkirim`, `TerlaluBesar`, `telegram.error.TimedOut` and `NetworkError`."""
        files = request_data is not None and request_data.contains_files
        body, kind = encode(request_data)
        write = _or(write_timeout, self._media_write if files else self._write)
        timeout = _timeout(
            _or(pool_timeout, self._pool), _or(connect_timeout, self._connect), _or(read_timeout, self._read)
        )
        gagal: tg.NetworkError
        try:
            return await self._exchange(method, url, body, kind, write, timeout)
        except TimeoutError as error:
            gagal = tg.TimedOut(sebab(error))
        except (aiohttp.ClientError, OSError) as error:
            gagal = tg.NetworkError(sebab(error))
        raise gagal  # out here, where it has no context

    async def _exchange(
        self, method: str, url: str, body: bytes, kind: str, write: float | None, batas: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        session, proxy = self._open(), self._proxy(URL(url))
        headers = {"Content-Type": kind, "Content-Length": str(len(body))} if body else None
        async with asyncio.timeout(None) as jam:
            data = body if len(body) <= POTONG else _pieces(body, jam, write)
            async with session.request(
                method, url, data=data or None, headers=headers, proxy=proxy, timeout=batas, allow_redirects=False
            ) as answer:
                isi = await self._content(answer)
        # an error's words are shown: a proxy's page, say, which names the address it could not reach
        return answer.status, isi if answer.status < 300 else scrub(isi.decode("latin-1")).encode("latin-1")

    async def _content(self, answer: aiohttp.ClientResponse) -> bytes:
        besar = TerlaluBesar(f"file is too big: more than {self._max_bytes} bytes")
        if (answer.content_length or 0) > self._max_bytes:
            raise besar
        potongan, ada = [], 0
        async for satu in answer.content.iter_any():
            potongan.append(satu)
            ada += len(satu)
            if ada > self._max_bytes:
                raise besar
        return b"".join(potongan)

    def _open(self) -> aiohttp.ClientSession:
        if self._closed:
            raise TakTerkirim("closed")
        if self._session is None:
            # The system's resolver, with or without aiodns; `trust_env` would read the environment, in a thread, for
            # every request: `_proxy` does it once.
            connector = Connector(
                limit=self._connections, keepalive_timeout=DIAM, resolver=aiohttp.ThreadedResolver(), ttl_dns_cache=10
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )
        return self._session

    def _proxy(self, url: URL) -> str | None:
        """What HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say."""
        key = (url.scheme, url.host)
        if key not in self._proxies:
            semua = getproxies()
            proxy = semua.get(url.scheme) or semua.get("all")
            if proxy and proxy_bypass(f"{url.host}:{url.port}"):
                proxy = None
            self._proxies[key] = proxy and (proxy if "://" in proxy else f"http://{proxy}")
        proxy = self._proxies[key]
        if proxy and not proxy.startswith(("http://", "https://")):
            raise TakTerkirim("the proxy's address must begin with http:// or https://")
        return proxy

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Its parent's, which also writes what it could not read into the log."""
        try:
            isi: dict[str, Any] = json.loads(payload.decode(errors="replace"))
        except ValueError:
            raise tg.TelegramError("Invalid server response") from None
        return isi


def encode(data: RequestData | None) -> tuple[bytes, str]:
    """Body and Content-Type, as python-telegram-bot's own transport writes them."""
    if data is None:
        return b"", ""
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), "application/x-www-form-urlencoded"
    batas = secrets.token_hex(16)
    awal = f'--{batas}\r\nContent-Disposition: form-data; name="'
    bagian = [
        f'{awal}{nama.translate(KUTIP)}"\r\n\r\n{nilai}\r\n'.encode() for nama, nilai in data.json_parameters.items()
    ]
    for nama, (berkas, isi, jenis) in data.multipart_data.items():
        kepala = (
            f'{awal}{nama.translate(KUTIP)}"; filename="{berkas.translate(KUTIP)}"\r\nContent-Type: {jenis}\r\n\r\n'
        )
        bagian += [kepala.encode(), isi if isinstance(isi, bytes) else isi.read(), b"\r\n"]
    return b"".join([*bagian, f"--{batas}--\r\n".encode()]), f"multipart/form-data; boundary={batas}"


async def _pieces(body: bytes, jam: asyncio.Timeout, seconds: float | None) -> AsyncIterator[bytes]:
    """aiohttp knows no write timeout: each piece has `seconds` until the next one is asked for."""
    loop = asyncio.get_running_loop()
    for awal in range(0, len(body), POTONG):
        jam.reschedule(None if seconds is None else loop.time() + seconds)
        yield body[awal : awal + POTONG]
    jam.reschedule(None)


@lru_cache(maxsize=32)
def _timeout(pool: float | None, connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    both = None if pool is None or connect is None else pool + connect
    return aiohttp.ClientTimeout(total=None, connect=both, sock_connect=connect, sock_read=read)


def _or(given: Detik, default: float | None) -> float | None:
    return default if given is BaseRequest.DEFAULT_NONE else given
