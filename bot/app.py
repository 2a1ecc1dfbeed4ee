"""The machine put together: store, inbox, channels, senders, clock. Started, run, and stopped in order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.channels.contract import Channel, Inbound
from bot.clock import Clock
from bot.inbox import Inbox
from bot.lease import Proses
from bot.log import logger
from bot.pekerja import Worker
from bot.sender import Sender
from bot.tanya_log import TanyaLog
from bot.tick import Ticker
from bot.turn import WorldOf
from data.kerja import FOLDER
from data.media import Gudang
from data.pengaturan import Pengaturan
from data.store import Store

log = logger("app")
SAPU = 5
"""Seconds between looks for messages that nobody answered."""


class App:
    """Everything between the channels and the store."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        pengaturan: Pengaturan,
        media: Path,
        batas_foto: int = 10_000_000,
        proses: Proses | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.world = WorldOf(pengaturan if pengaturan.media else replace(pengaturan, media=media))
        self.tanya = TanyaLog(store, clock)
        self.gudang = Gudang(media)
        self.batas_foto = batas_foto
        self.inbox = Inbox(store, clock, self.world, self.gudang, batas_foto)
        self.channels: dict[str, Channel] = {}
        self.senders: dict[str, Sender] = {}
        self._ticker = Ticker(store, clock, self.gudang)
        self._proses = proses or Proses()
        self.worker = Worker(store, clock, media / FOLDER, self.world, self._proses)
        self._tasks: list[asyncio.Task[None]] = []
        self._sending: list[asyncio.Task[None]] = []
        self._receivers: dict[str, asyncio.Task[None]] = {}

    def connect(self, channels: Sequence[Channel]) -> None:
        self.channels = {c.nama: c for c in channels}
        self.senders = {
            c.nama: Sender(c, self.store, self.clock, self.gudang, self.world, self._proses) for c in channels
        }
        self.inbox.connect(self.channels)
        self.worker.connect(self.channels)
        self.worker.on_queued = self.inbox.answered.set

    async def start(self, *, ticking: bool = True) -> None:
        await self._ticker.topics.refresh()
        self._sending = [asyncio.create_task(s.run()) for s in self.senders.values()]
        self._sending.append(asyncio.create_task(self.worker.run()))
        self._tasks = [asyncio.create_task(self._wake_senders()), asyncio.create_task(self._sweep())]
        waiting = await self.inbox.resume()
        if waiting:
            log.info("resumed", obrolan=waiting)
        self._receivers = {nama: asyncio.create_task(self._take(c)) for nama, c in self.channels.items()}
        if ticking:
            self._ticker.start()

    async def finished(self) -> None:
        """Until every channel has ended by itself, or one cannot go on (its exception)."""
        receiving = asyncio.create_task(self._all_received())
        done, _ = await asyncio.wait({receiving, *self._sending}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()

    def troubles(self) -> dict[str, str]:
        """Why each channel cannot go on, by its name; '' while it can."""
        return {nama: channel.berhenti or self.senders[nama].halted for nama, channel in self.channels.items()}

    async def drain(self) -> None:
        """Until everything received is answered and everything queued is sent (or failed)."""
        await self.inbox.drained()
        await self.worker.drained()
        for sender in self.senders.values():
            await sender.drained()

    async def stop(self) -> None:
        """Take nothing more, finish the turns under way, give back the work, send what is in flight.

        What is left waits in the database.
        """
        self._ticker.stop()
        for task in self._receivers.values():
            task.cancel()
        await asyncio.gather(*self._receivers.values(), return_exceptions=True)
        await self.inbox.close()
        await asyncio.gather(self.worker.close(), *(s.close() for s in self.senders.values()))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._sending, return_exceptions=True)
        await asyncio.gather(*(c.close() for c in self.channels.values()))
        await self.tanya.close()
        await self.store.close()

    async def _all_received(self) -> None:
        await asyncio.gather(*self._receivers.values())

    async def _take(self, channel: Channel) -> None:
        async def receive(inbound: Sequence[Inbound]) -> None:
            await self.inbox.receive(channel.nama, inbound)

        await channel.run(receive)

    async def _sweep(self) -> None:
        while True:
            await self.clock.sleep(SAPU)
            try:
                taken_up = await self.inbox.sweep()
            except Exception:
                log.exception("cannot look for unanswered messages")
                continue
            if taken_up:
                log.warning("taken up from another process", obrolan=taken_up)

    async def _wake_senders(self) -> None:
        while True:
            await self.inbox.answered.wait()
            self.inbox.answered.clear()
            self.worker.wake.set()
            for sender in self.senders.values():
                sender.wake.set()
