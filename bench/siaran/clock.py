"""The bot's clock, so many times as fast as ours and in step with the server's, which runs in another process."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class ScaledClock:
    """`start` is the system's monotonic clock, which all processes share, at the moment `date`."""

    scale: float
    date: float
    start: float

    def now(self) -> int:
        return int(self.date + self.monotonic())

    def monotonic(self) -> float:
        return (time.monotonic() - self.start) * self.scale

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.scale)
