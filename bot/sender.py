"""Messages go out: claimed, paced, sent, settled. One in flight per chat, replies before reminders before broadcasts.

One process at a time sends for a channel (`Lease`): the platform's limits count for all processes together. What was
claimed by one that died is decided by its successor (`OutboxQ.pulihkan`): replies are sent again rather than lost,
broadcasts are not sent twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import msgspec

from bot.channels.contract import Channel, Kiriman, SendError
from bot.clock import Clock
from bot.files import make_file
from bot.lease import Digantikan, Lease, Proses
from bot.log import logger
from bot.pacing import Pacer
from bot.settle import settle
from bot.turn import WorldOf
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import BALASAN, Keluar, OutboxQ
from data.store import Store, Tx
from handlers.dialog.pesan import Pesan, isian
from handlers.kerja.kata import terlalu_besar

T = TypeVar("T")
log = logger("sender")
BERSAMAAN = 32
"""Messages in flight at once, to as many chats."""
MUKA = 0.1
"""Seconds of the channel's slots that are given away ahead: a reply that comes now waits so long behind broadcasts."""
PUTUS = (1, 2, 5, 10, 30)
"""Seconds the whole channel waits while the platform cannot be reached; such tries are not counted."""
PADAT = 4
"""So many chats throttled one after the other, with nothing sent between, are the channel's own limit."""
HENTI = 60
"""Seconds until a channel that cannot go on is tried again."""
SELA = 0.01
"""Seconds between looks of one who waits until all is sent."""
INTIP = 1.0
"""Seconds between looks at what has become due by the clock."""
INTIP_BERSAMA = 0.2
"""The same where another process may have queued a reply."""


class Sender:
    def __init__(
        self,
        channel: Channel,
        store: Store,
        clock: Clock,
        gudang: Gudang,
        world: WorldOf,
        proses: Proses | None = None,
    ) -> None:
        self._channel = channel
        self._store = store
        self._clock = clock
        self._gudang = gudang
        self._world = world
        self._pacer = Pacer(channel.pace, clock)
        self._lease = Lease(store, clock, f"kirim:{channel.nama}", proses or Proses(), self._take_over)
        self._in_flight: dict[str, asyncio.Task[None]] = {}
        self._tidying: set[asyncio.Task[None]] = set()
        self._held: dict[str, float] = {}
        """Chats that may not be sent to until a moment of the monotonic clock; '' is the whole channel."""
        self._putus = 0
        self._padat = 0
        self._closing = False
        self.wake = asyncio.Event()
        self.halted = ""
        """Why the channel cannot send at all; '' while it can."""

    async def run(self) -> None:
        """Until `close`; raises `Digantikan` when a later run of this process's name has begun."""
        while not self._closing:
            self.wake.clear()
            try:
                if not await self._lease.hold() or await self._claim() == 0:
                    await self._nap()
            except Digantikan:
                self._closing = True
                raise
            except Exception:  # a database that is away for a moment must not end the sending for good
                log.exception("cannot look for what is due", kanal=self._channel.nama)
                await self._clock.sleep(INTIP)

    async def close(self) -> None:
        self._closing = True
        self.wake.set()
        if self._in_flight:
            await asyncio.wait(list(self._in_flight.values()), timeout=4)
        for task in self._tidying:
            task.cancel()
        try:
            await self._lease.release()
        except Exception:
            log.exception("lease not released", kanal=self._channel.nama)

    async def drained(self) -> None:
        """Until nothing is queued and nothing in flight, or the channel cannot send."""
        while (not self.halted and await self._waiting() > 0) or self._in_flight or self._tidying:  # noqa: ASYNC110
            # In this order: what is settled in the database by the time it is counted may still be in flight here.
            # Not `_nap`: while `wake` is set it would spin, and two threads that pass the interpreter's lock to and fro
            # can keep a third, the database's writer, from ever getting it.
            await asyncio.sleep(SELA)

    # -- what is due ------------------------------------------------------------------------------------------------

    async def _waiting(self) -> int:
        return await self._store.read(lambda tx: OutboxQ(tx).tersisa(self._channel.nama))

    async def _nap(self) -> None:
        """Until somebody wakes us, a slot of the channel is free, or something may have become due."""
        opens = self._pacer.opens(MUKA)
        if 0 < opens < INTIP:
            await self._clock.sleep(opens)
            return
        try:
            async with asyncio.timeout(INTIP_BERSAMA if self._store.shared else INTIP):
                await self.wake.wait()
        except TimeoutError:
            pass

    def _take_over(self, tx: Tx) -> None:
        OutboxQ(tx).pulihkan(self._channel.nama)

    async def _claim(self) -> int:
        """Start sending what is due; 0 when there is nothing, or no room."""
        now = self._clock.monotonic()
        self._held = {t: sampai for t, sampai in self._held.items() if sampai > now}
        room = BERSAMAAN - len(self._in_flight)
        free = self._pacer.free(MUKA)
        room = room if free is None else min(room, free)
        if room <= 0 or "" in self._held:
            return 0
        busy = [*self._in_flight, *self._held, *self._pacer.full(MUKA)]
        rows = await self._store.write(
            lambda tx: OutboxQ(tx).klaim(self._channel.nama, self._clock.now(), room, selain=busy)
        )
        for row in rows:
            task = asyncio.create_task(self._one(row))
            self._in_flight[row.tujuan] = task
            task.add_done_callback(partial(self._done, row.tujuan))
        if rows:
            await asyncio.sleep(0)  # each takes its slot before we look how many are left
        return len(rows)

    def _done(self, tujuan: str, _task: asyncio.Task[None]) -> None:
        self._in_flight.pop(tujuan, None)
        self.wake.set()

    # -- one message ------------------------------------------------------------------------------------------------

    async def _one(self, row: Keluar) -> None:
        try:
            pesan = msgspec.json.decode(row.isi, type=Pesan)
            kiriman = await self._prepare(row, pesan)
            berangkat = await self._pacer.wait(row.tujuan)
            ext_id = await self._channel.send(row.tujuan, kiriman)
            self._pacer.answered(berangkat)
        except SendError as error:
            await self._failed(row, error)
        except Exception as error:
            log.exception("message could not be made or sent", outbox=row.id)
            await self._failed(row, SendError("tetap", type(error).__name__))
        else:
            self._putus = self._padat = 0
            self.halted = ""
            lama = await self._remember(lambda tx: _sent(tx, row, pesan, ext_id, self._clock.now()))
            if lama and not self._closing:
                self._tidy(row.tujuan, lama)

    async def _prepare(self, row: Keluar, pesan: Pesan) -> Kiriman:
        berkas = None
        if pesan.berkas and self._channel.butuh_berkas:
            await self._channel.sibuk(row.tujuan)
            now = self._clock.now()
            berkas = await make_file(self._store, row.kanal, row.tujuan, pesan, self._world, now)
            if len(berkas) > (batas := self._channel.limits.berkas):
                log.warning("file larger than the channel carries", outbox=row.id, ukuran=len(berkas), batas=batas)
                pesan, berkas = terlalu_besar(pesan, len(berkas), batas), None
        foto = [self._gudang.jalur(sidik) for sidik in pesan.foto]
        return Kiriman(row.id, pesan, berkas, foto, row.kelas, row.dibuat)

    async def _remember(self, fn: Callable[[Tx], T]) -> T:
        """What became of a message is written down however long the database is away: forgotten, it would go twice."""
        while True:
            try:
                return await self._store.write(fn)
            except Exception:
                log.exception("outcome not saved; tried again", kanal=self._channel.nama)
                await self._clock.sleep(INTIP)

    async def _failed(self, row: Keluar, error: SendError) -> None:
        tell = log.info if error.jenis in ("tahan", "alih") else log.warning
        tell("not sent", outbox=row.id, kanal=row.kanal, jenis=error.jenis, sebab=error.sebab, coba=row.coba)
        now = self._clock.monotonic()
        if error.jenis == "berhenti":
            self.halted = error.sebab
            self._held[""] = now + HENTI
        if error.jenis == "tunggu":
            self._padat += 1
            self._held[row.tujuan if self._padat < PADAT else ""] = now + error.tunggu
        if error.jenis == "sementara" and not error.mungkin_sampai and self._held.get("", 0) <= now:
            # One step longer for each try of the channel, however many messages were in flight at that try.
            self._held[""] = now + PUTUS[min(self._putus, len(PUTUS) - 1)]
            self._putus += 1
        await self._remember(lambda tx: settle(tx, row, error, self._clock.now()))

    # -- afterwards -------------------------------------------------------------------------------------------------

    def _tidy(self, tujuan: str, ext_id: str) -> None:
        """The question before is answered: away with its buttons, so that the chat reads like a finished form."""
        task = asyncio.create_task(self._clear(tujuan, ext_id))
        self._tidying.add(task)
        task.add_done_callback(self._tidying.discard)

    async def _clear(self, tujuan: str, ext_id: str) -> None:
        await self._pacer.wait_channel()
        if self._held.keys() & {tujuan, ""}:
            return  # throttled meanwhile; an old button still knows its question: it does no harm
        try:
            await self._channel.bersihkan(tujuan, ext_id)
        except SendError as error:
            log.info("old buttons stay", kanal=self._channel.nama, jenis=error.jenis, sebab=error.sebab)
            if error.jenis == "tunggu":  # said of the chat, whatever was asked
                until = self._clock.monotonic() + error.tunggu
                self._held[tujuan] = max(until, self._held.get(tujuan, 0.0))


def _sent(tx: Tx, row: Keluar, pesan: Pesan, ext_id: str, now: int) -> str:
    """The message before whose buttons stand no longer, or ''. Only what answers a person moves a conversation on."""
    OutboxQ(tx).terkirim(row.id, ext_id, now)
    if row.kelas != BALASAN or pesan.menu is not None:
        return ""
    return OrangQ(tx).ganti_papan(row.kanal, row.tujuan, ext_id if isian(pesan) else "")
