"""Kawan Desa: its turn alone, from an update to the queued reply, and with the reply sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from bench.canned_ptb import Canned, bot
from bench.contestants.kawan_form import register
from bench.form import TOKEN, Update
from bot.app import App
from bot.channels.contract import Inbound, Pace, Receive
from bot.channels.telegram import NAMA, Telegram
from bot.clock import SystemClock
from bot.turn import Outcome, take_turn
from data.outbox import OutboxQ
from data.pengaturan import Pengaturan
from data.store import Tx, migrate
from data.store.sqlite import SqliteStore
from handlers.dialog import tombol

Disk = Literal["FULL", "NORMAL", "memory"]


class Offline(Telegram):
    """The real channel on canned bytes, as fast as it can: no pace, and updates come from the harness."""

    pace = Pace()

    def __init__(self, request: Canned) -> None:
        super().__init__(TOKEN, "http://127.0.0.1:9")
        self._bot = bot(request)

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()

    async def open(self) -> None:
        await self._bot.initialize()

    def parse_all(self, updates: list[Update]) -> list[Inbound]:
        return [inbound for update in updates if (inbound := self.parse(update))]

    def acknowledge(self, updates: list[Update]) -> None:
        """As the poll does after the offset has moved."""
        for update in updates:
            if "callback_query" in update:
                self._answer(update["callback_query"]["id"])


class Queued:
    """From the update's JSON to the reply in the outbox, as the poll does it."""

    name = "kawan-antre"

    def __init__(self, disk: Disk = "FULL") -> None:
        self._disk = disk
        self._open: dict[str, int] = {}
        self.request = Canned()
        self.channel = Offline(self.request)

    async def start(self, folder: Path) -> None:
        register()
        path = ":memory:" if self._disk == "memory" else str(folder / "kawan.db")
        self.store = await SqliteStore.buka(path)
        await migrate(self.store)
        if self._disk == "NORMAL":
            await self.store._writer.execute("PRAGMA synchronous = NORMAL")
        self.app = App(self.store, SystemClock(), Pengaturan(), folder)
        await self.channel.open()
        await self.begin()

    async def begin(self) -> None:
        self.app.inbox.connect({NAMA: self.channel})

    async def serve(self, batches: Sequence[list[Update]]) -> None:
        for batch in batches:
            await self.app.inbox.receive(NAMA, self.channel.parse_all(batch))
        await self.lanes()

    async def lanes(self) -> None:
        while self.app.inbox._lanes:
            await asyncio.wait(self.app.inbox._lanes)

    async def opened(self) -> None:
        self._open = await self.store.write(_open_conversations)

    def data(self, person: int, key: str, value: str) -> str:
        return tombol.tulis(self._open[str(person)], key, value)

    async def complete(self) -> int:
        return await self.store.write(_complete)

    async def close(self) -> None:
        await self.channel.close()
        await self.store.close()


class Turns(Queued):
    """Only the turn: messages are stored beforehand, outside the clock."""

    name = "kawan-giliran"

    async def store_first(self, batches: Sequence[list[Update]]) -> None:
        """Outside the clock."""
        self.app.inbox._closing = True  # the lanes end at once; `serve` takes the turns
        for batch in batches:
            await self.app.inbox.receive(NAMA, self.channel.parse_all(batch))
        await self.lanes()

    async def serve(self, batches: Sequence[list[Update]]) -> None:
        people = [str(update.get("callback_query", update)["message"]["chat"]["id"]) for b in batches for update in b]
        await asyncio.gather(*(self.store.write(self._turn(person)) for person in people))

    def _turn(self, person: str) -> Callable[[Tx], Outcome]:
        return lambda tx: take_turn(tx, NAMA, person, self.app.world, self.app.clock.now())


class Sent(Queued):
    """And sent, through the same canned request that python-telegram-bot's `reply_text` goes through."""

    name = "kawan-kirim"

    async def begin(self) -> None:
        self.app.connect([self.channel])
        await self.app.start(ticking=False)

    async def serve(self, batches: Sequence[list[Update]]) -> None:
        for batch in batches:
            await self.app.inbox.receive(NAMA, self.channel.parse_all(batch))
            self.channel.acknowledge(batch)
        await self.lanes()
        sender = self.app.senders[NAMA]
        while sender._in_flight or await self.left():
            if sender._in_flight:
                await asyncio.wait(list(sender._in_flight.values()))
            else:
                await asyncio.sleep(0.001)

    async def left(self) -> bool:
        return await self.store.read(lambda tx: OutboxQ(tx).tersisa(NAMA)) > 0

    async def close(self) -> None:
        await self.app.stop()


def _open_conversations(tx: Tx) -> dict[str, int]:
    rows = tx.all(
        "SELECT a.tujuan, p.id FROM percakapan p JOIN alamat a ON a.orang_id = p.orang_id WHERE p.status = 'terbuka'"
    )
    return {row["tujuan"]: row["id"] for row in rows}


def _complete(tx: Tx) -> int:
    row = tx.one("SELECT COUNT(DISTINCT orang_id) AS n FROM percakapan WHERE status = 'selesai'")
    assert row is not None
    return int(row["n"])
