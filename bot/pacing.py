"""When the next message may go: an absolute clock for the whole channel, and one for each chat."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

from bot.channels.contract import Pace
from bot.clock import Clock

BERSIH = 10_000
"""Chats remembered before the past ones are dropped."""
SEJENAK = 1e-5
"""Seconds that are too few to wait for: a clock may not even count them."""
RAGU = 0.1
"""Seconds that a message is at most held back because one before it may have arrived late."""
LUPA = 1.001
"""How fast the quickest answer is forgotten: so much with each."""


@dataclass(slots=True)
class Berangkat:
    """A message on its way: when it left, and by when the platform has most likely counted it."""

    pada: float
    tiba: float


class Pacer:
    """Slots on an absolute clock: no burst at the start, and no drift from the time a send takes.

    The platform counts what arrives within a second, not what leaves in it. So the 31st waits a second from when the
    first is likely to have arrived: as much later than it left as its answer took longer than the quickest.
    """

    def __init__(self, pace: Pace, clock: Clock) -> None:
        self._step = 1 / pace.per_detik if pace.per_detik else 0.0
        self._pace = pace
        self._clock = clock
        self._next = 0.0
        self._chats: dict[str, float] = {}
        self._full: dict[str, float] = {}
        self._second: deque[Berangkat] = deque()
        """The last ones, as many as the platform takes in a second."""
        self._quickest = math.inf

    async def wait(self, tujuan: str) -> Berangkat:
        """Until the next message to `tujuan` may go. One at a time for each `tujuan`; chats in any number.

        Call `answered` with what it returns once the message is sent. The chat's moment comes first: a step of the
        channel that was taken ahead of it would be used too late, together with somebody else's.
        """
        chat, jeda = self._chat(tujuan)
        while (delay := self._ready(chat, jeda) - self._clock.monotonic()) > SEJENAK:
            await self._clock.sleep(delay)  # and look again: two topics of one forum may wait for the same moment
        now = self._clock.monotonic()
        slot = self._slot(now)
        if jeda:
            self._chats[chat] = max(self._chats.get(chat, 0.0), slot) + jeda
            if (ready := self._ready(chat, jeda)) > now:
                self._full[tujuan] = ready
            if len(self._chats) > BERSIH:
                self._chats = {t: s for t, s in self._chats.items() if s > now}
        return await self._depart(slot)

    async def wait_channel(self) -> Berangkat:
        """Until the channel has a slot for what counts for no chat."""
        return await self._depart(self._slot(self._clock.monotonic()))

    def answered(self, ini: Berangkat) -> None:
        """The platform has taken it; not to be called when it could not be reached, which may go too quickly."""
        took = self._clock.monotonic() - ini.pada
        self._quickest = min(took, self._quickest * LUPA)
        ini.tiba = ini.pada + min(took - self._quickest, RAGU)

    def free(self, ahead: float) -> int | None:
        """How many slots of the channel are left within the next `ahead` seconds; None: as many as you like."""
        if not self._step:
            return None
        now = self._clock.monotonic()
        return max(0, math.floor((now + ahead - max(now, self._next)) / self._step) + 1)

    def opens(self, ahead: float) -> float:
        """Seconds until `free(ahead)` is more than 0."""
        return max(0.0, self._next - ahead - self._clock.monotonic())

    def full(self, ahead: float) -> list[str]:
        """Chats that had their burst: their next message may not go within `ahead` seconds."""
        soon = self._clock.monotonic() + ahead
        self._full = {tujuan: ready for tujuan, ready in self._full.items() if ready > soon}
        return list(self._full)

    def _chat(self, tujuan: str) -> tuple[str, float]:
        """What the platform counts as one chat (a forum's topics together), and its seconds between two messages."""
        chat = tujuan.partition("/")[0]
        grup = self._pace.jeda_grup and self._pace.grup(chat)
        return chat, self._pace.jeda_grup if grup else self._pace.jeda_obrolan

    def _ready(self, chat: str, jeda: float) -> float:
        """`_chats` holds when a chat would be even again, had it been sent one a `jeda`."""
        return self._chats.get(chat, 0.0) - (self._pace.beruntun - 1) * jeda

    def _slot(self, now: float) -> float:
        slot = max(now, self._next)
        self._next = slot + self._step
        return slot

    async def _depart(self, slot: float) -> Berangkat:
        ini = Berangkat(slot, slot)
        self._second.append(ini)
        first = self._second.popleft() if len(self._second) > math.ceil(self._pace.per_detik) else None
        await self._until(slot)
        if first and self._step:
            await self._until(first.tiba + 1)
        ini.pada = ini.tiba = self._clock.monotonic()
        return ini

    async def _until(self, moment: float) -> None:
        delay = moment - self._clock.monotonic()
        if delay > SEJENAK:
            await self._clock.sleep(delay)
