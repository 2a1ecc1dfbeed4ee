"""When the next message may go: an absolute clock for the whole channel, and one for each chat."""

from __future__ import annotations

import asyncio

from bot.channels.contract import Pace
from bot.clock import Clock

BERUNTUN = 3
"""Messages that a quiet chat may get at once, so that quick taps are answered quickly."""
BERSIH = 10_000
"""Chats remembered before the past ones are dropped."""


class Pacer:
    """Slots on an absolute clock: no burst at the start, and no drift from the time a send takes."""

    def __init__(self, pace: Pace, clock: Clock) -> None:
        self._step = 1 / pace.per_detik if pace.per_detik else 0.0
        self._jeda = pace.jeda_obrolan
        self._clock = clock
        self._next = 0.0
        self._chats: dict[str, float] = {}

    async def wait(self, tujuan: str) -> None:
        """Until the next message to `tujuan` may go. One at a time for each chat; chats in any number.

        The chat's moment comes first: a step of the channel that was taken ahead of it would be used too late, together
        with somebody else's.
        """
        due = self._chats.get(tujuan, 0.0)  # when this chat would be even again, had it been sent one a `jeda`
        await self._until(due - (BERUNTUN - 1) * self._jeda)
        now = self._clock.monotonic()
        slot = max(now, self._next)
        self._next = slot + self._step
        if self._jeda:
            self._chats[tujuan] = max(due, slot) + self._jeda
            if len(self._chats) > BERSIH:
                self._chats = {t: s for t, s in self._chats.items() if s > now}
        await self._until(slot)

    async def _until(self, moment: float) -> None:
        delay = moment - self._clock.monotonic()
        if delay > 0:
            await asyncio.sleep(delay)
