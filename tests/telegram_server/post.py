"""The least HTTP that posts JSON to loopback: httpx would cost more CPU than the bot under test."""

import asyncio
from contextlib import suppress

_LIMIT = 1 << 20  # the longest head or answer read


class Poster:
    def __init__(self, host: str, port: int, path: str, headers: dict[str, str]) -> None:
        self._where = (host, port)
        lines = [f"POST {path} HTTP/1.1", f"Host: {host}:{port}", "Content-Type: application/json"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._head = "\r\n".join(lines)
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def post(self, body: bytes) -> str:
        """The answer's status and reason, as "200 OK". Raises OSError or EOFError when there is none."""
        reader, writer = await self._connection()
        try:
            writer.write(f"{self._head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            status, keep = await _answer(reader)
        except BaseException:
            writer.close()
            raise
        if keep:
            self._idle.append((reader, writer))
        else:
            writer.close()
        return status

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
        return await asyncio.open_connection(*self._where, limit=_LIMIT)

    async def close(self) -> None:
        for _, writer in self._idle:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        self._idle.clear()


async def _answer(reader: asyncio.StreamReader) -> tuple[str, bool]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])}
    keep = headers.get("connection", "").lower() != "close" and "content-length" in headers
    if keep:
        await reader.readexactly(int(headers["content-length"]))
    return head[0].partition(" ")[2], keep
