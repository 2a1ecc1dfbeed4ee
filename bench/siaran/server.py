"""Telegram with its limits, in a process of its own, and the people who write while the broadcast runs."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import random
import time
from itertools import count
from multiprocessing.connection import Connection
from typing import Any

from bench.siaran.contract import FIRST_PERSON, WRITES, Lot, Site
from bench.siaran.tally import CountedRates, Tally
from tests.clock_skala import clock_of
from tests.telegram_server import Orang, TelegramServer

WRITERS = 100
"""So many of the people write, in turn."""


class Served:
    """The child's side: does what comes through the pipe."""

    def __init__(self, server: TelegramServer, pipe: Connection, lot: Lot) -> None:
        self.server, self.pipe = server, pipe
        self.rates = CountedRates(server.clock.monotonic)
        server.world.rates = self.rates
        self.tally = Tally(server.clock.monotonic)
        server.amati(self.tally.see)
        self.people = [server.orang(f"Warga {n}", FIRST_PERSON + n) for n in range(lot.people)]
        for number in range(1, lot.groups + 1):
            group = server.grup(f"Grup {number}", self.people[:1])
            server.world.chats[-number] = server.world.chats.pop(group.id)
            group.chat.id = -number
        self.writing: asyncio.Task[None] | None = None
        self.done = asyncio.Event()

    def asked(self) -> None:
        """Something lies in the pipe."""
        try:
            word, value = self.pipe.recv()
        except EOFError:  # the bench died
            self.done.set()
            return
        getattr(self, f"do_{word}")(value)
        self.pipe.send(self.seen())

    def do_begin(self, every: float) -> None:
        self.tally.begin()
        if every:
            self.writing = asyncio.create_task(self.write(every))

    def do_quiet(self, _value: object) -> None:
        """Nobody writes any more."""
        if self.writing:
            self.writing.cancel()

    def do_look(self, _value: object) -> None:
        """Nothing."""

    def do_end(self, _value: object) -> None:
        self.done.set()

    async def write(self, every: float) -> None:
        """Somebody who waits for nothing writes, every so many simulated seconds, give or take a half."""
        chance, clock = random.Random(2026), self.server.clock
        writers: list[Orang] = chance.sample(self.people, min(WRITERS, len(self.people)))
        for number in count():
            await asyncio.sleep(clock.real(every * chance.uniform(0.5, 1.5)))
            orang = writers[number % len(writers)]
            if orang.id not in self.tally.waiting:
                self.tally.wrote(orang.id)
                orang.tulis(WRITES)

    def seen(self) -> dict[str, Any]:
        tally = self.tally
        return {
            "now": tally.clock(),
            "seconds": tally.last - tally.began,
            "arrived": len(tally.arrived),
            "doubled": tally.arrived.total() - len(tally.arrived),
            "taken": self.rates.taken,
            "refused": self.rates.refused,
            "written": tally.written,
            "answered": tally.answered if self.done.is_set() else len(tally.answered),
            "wrong": self.server.pelanggaran[:3],
            "cpu": time.process_time(),
        }


def serve(pipe: Connection, scale: float, lot: Lot) -> None:
    """The child process."""
    asyncio.run(_serve(pipe, scale, lot))


async def _serve(pipe: Connection, scale: float, lot: Lot) -> None:
    server = TelegramServer(batas=True, skala=scale, simpan=1)
    served = Served(server, pipe, lot)
    async with server:
        gc.freeze()  # else it would now and then stop to look at 42,277 chats that never change
        pipe.send(Site(server.token, server.base_url, clock_of(server)))
        asyncio.get_running_loop().add_reader(pipe.fileno(), served.asked)
        await served.done.wait()


class Server:
    """The bench's side."""

    def __init__(self, scale: float, lot: Lot) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, scale, lot), daemon=True)
        self._process.start()
        theirs.close()
        self.site: Site = self._pipe.recv()

    async def ask(self, word: str, value: object = None) -> dict[str, Any]:
        self._pipe.send((word, value))
        seen: dict[str, Any] = await asyncio.to_thread(self._pipe.recv)
        return seen

    def close(self) -> None:
        self._pipe.close()
        self._process.join(timeout=10)
        if self._process.is_alive():
            self._process.kill()
