"""What is asked in public, written down a batch at a time: no answer waits for the database, no flood fills it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.clock import Clock
from bot.log import logger
from data.faq import Temuan
from data.store import Store
from data.tanya_umum import TanyaUmumQ, Tempat, Tertanya, tertanya

log = logger("tanya")
TUNDA = 2
"""Seconds that questions are gathered."""
PENUH = 1000
"""Questions that wait; of more, the newest are not kept."""
SEGAR = 600
"""Seconds for which what is asked most stays what it is."""
SEBULAN = 30 * 86_400
TERBANYAK = 5


class TanyaLog:
    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._waiting: list[Tertanya] = []
        self._writing: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._sering: Sequence[str] = ()
        self._dilihat: float | None = None

    def catat(self, teks: str, temuan: Temuan, kanal: str, tempat: Tempat) -> None:
        if len(self._waiting) >= PENUH:
            return
        self._waiting.append(tertanya(teks, temuan, self._clock.now(), kanal, tempat))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_soon())

    def tersering(self) -> Sequence[str]:
        """What was answered most in the last month, as known now; looked up anew, beside, once in a while."""
        kini = self._clock.monotonic()
        if self._dilihat is None or kini - self._dilihat > SEGAR:
            self._dilihat = kini
            self._looking = asyncio.create_task(self._look())
        return self._sering

    async def close(self) -> None:
        """What waits is written now."""
        for task in (self._writing, self._looking):
            if task is not None:
                task.cancel()
        await asyncio.gather(*(t for t in (self._writing, self._looking) if t), return_exceptions=True)
        await self._write()

    async def _write_soon(self) -> None:
        await self._clock.sleep(TUNDA)
        await self._write()

    async def _write(self) -> None:
        semua, self._waiting = self._waiting, []
        if not semua:
            return
        try:
            await self._store.write(lambda tx: TanyaUmumQ(tx).catat(semua))
        except Exception:  # an answer that is not counted is still an answer
            log.exception("questions not kept", jumlah=len(semua))

    async def _look(self) -> None:
        sejak = self._clock.now() - SEBULAN
        try:
            self._sering = await self._store.read(lambda tx: TanyaUmumQ(tx).tersering(sejak, TERBANYAK))
        except Exception:
            log.exception("what is asked most is not known")
