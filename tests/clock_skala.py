"""Time that runs N times as fast, for a whole process: its `bot.clock.Clock`, and every timer of its event loop.

The clock agrees with that of a `TelegramServer(skala=…)` in another process: Linux counts `time.monotonic` for all alike.
"""

from __future__ import annotations

import asyncio
import selectors
import time
from dataclasses import dataclass

from tests.telegram_server import TelegramServer


@dataclass(frozen=True)
class ScaledClock:
    """A `bot.clock.Clock`. Seconds are simulated, unless a name says `real`."""

    skala: float
    mulai: float
    """The date at the start, UTC epoch seconds."""
    sejak: float
    """`time.monotonic()` at the start."""

    def now(self) -> int:
        return int(self.mulai + self.monotonic())

    def monotonic(self) -> float:
        return (time.monotonic() - self.sejak) * self.skala

    async def sleep(self, seconds: float) -> None:
        """In a `ScaledLoop`; in any other loop wait for `real(seconds)`."""
        await asyncio.sleep(seconds)

    def real(self, seconds: float) -> float:
        return seconds / self.skala


class _Selector(selectors.DefaultSelector):
    def __init__(self, clock: ScaledClock) -> None:
        super().__init__()
        self._clock = clock

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return super().select(None if timeout is None else self._clock.real(timeout))


class ScaledLoop(asyncio.SelectorEventLoop):
    """Whatever sleeps, times out or is called later does so by the scaled clock: asyncio, aiohttp, uvicorn."""

    def __init__(self, clock: ScaledClock) -> None:
        self._clock = clock
        super().__init__(_Selector(clock))

    def time(self) -> float:
        return self._clock.monotonic()


def clock_of(server: TelegramServer) -> ScaledClock:
    """The clock of a server that was started with a scale."""
    skala, lewat = server.clock.skala, server.clock.monotonic()
    return ScaledClock(skala, server.clock.now() - lewat, time.monotonic() - lewat / skala)
