"""A real redis-server on a Unix socket of its own, for as long as one measurement takes."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

PROGRAM = "redis-server"
TICK = os.sysconf("SC_CLK_TCK")


class NoRedis(Exception):
    """There is no redis-server on this machine."""


class RedisServer:
    """`durable`: an append-only file that is flushed at every write; otherwise nothing is kept on disk."""

    def __init__(self, folder: Path, *, durable: bool) -> None:
        self.socket = str(folder / "redis.sock")
        keep = ["--appendonly", "yes", "--appendfsync", "always"] if durable else ["--appendonly", "no"]
        self._options = ["--port", "0", "--unixsocket", self.socket, "--dir", str(folder), "--save", "", *keep]
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        program = shutil.which(PROGRAM)
        if program is None:
            raise NoRedis(f"{PROGRAM} is not installed (Debian: apt install redis-server)")
        quiet = asyncio.subprocess.DEVNULL
        self._process = await asyncio.create_subprocess_exec(program, *self._options, stdout=quiet, stderr=quiet)
        while not os.path.exists(self.socket):  # noqa: ASYNC240, PTH110 -- it is there within milliseconds
            if self._process.returncode is not None:
                raise NoRedis(f"{PROGRAM} ended at once, status {self._process.returncode}")
            await asyncio.sleep(0.02)

    def cpu(self) -> float:
        """Seconds of CPU that the server has used."""
        if self._process is None:
            return 0.0
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    async def close(self) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()
