"""The only module that asks what time it is."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    def now(self) -> int:
        """UTC epoch seconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump, for pacing and time-outs."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Seconds of this clock."""
        ...


class SystemClock:
    def now(self) -> int:
        return int(time.time())

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
