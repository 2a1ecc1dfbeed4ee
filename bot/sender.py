"""Messages go out: claimed, paced, sent, settled. One in flight per chat, replies before reminders before broadcasts.

What is claimed when the program dies is decided at the next start (`OutboxQ.pulihkan`): replies are sent again rather
than lost, broadcasts are not sent twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

import msgspec

from bot.channels.contract import Channel, Kiriman, SendError
from bot.clock import Clock
from bot.log import logger
from bot.pacing import Pacer
from bot.turn import WorldOf
from data.desa import Desa
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import SIARAN, Keluar, OutboxQ
from data.store import Store, Tx
from handlers import dokumen
from handlers.dialog.pesan import Pesan

log = logger("sender")
BERSAMAAN = 32
"""Messages in flight at once, to as many chats."""
JEDA = (3, 60, 300)
"""Seconds before each further try of a message that may or may not have arrived; after the last it is failed."""
PUTUS = (1, 2, 5, 10, 30)
"""Seconds the whole channel waits while the platform cannot be reached; such tries are not counted."""
SELA = 0.01
"""Seconds between looks of one who waits until all is sent."""
INTIP = 1.0
"""Seconds between looks at what has become due by the clock."""


class Sender:
    def __init__(self, channel: Channel, store: Store, clock: Clock, gudang: Gudang, world: WorldOf) -> None:
        self._channel = channel
        self._store = store
        self._clock = clock
        self._gudang = gudang
        self._world = world
        self._pacer = Pacer(channel.pace, clock)
        self._in_flight: dict[str, asyncio.Task[None]] = {}
        self._held: dict[str, float] = {}
        self._putus = 0
        self._closing = False
        self.wake = asyncio.Event()
        self.halted = ""
        """Why the channel cannot send at all; '' while it can."""

    async def run(self) -> None:
        """Until `close`."""
        await self._remember(lambda tx: OutboxQ(tx).pulihkan(self._channel.nama))
        while not self._closing and not self.halted:
            self.wake.clear()
            try:
                if await self._claim() == 0:
                    await self._nap()
            except Exception:  # a database that is away for a moment must not end the sending for good
                log.exception("cannot look for what is due", kanal=self._channel.nama)
                await asyncio.sleep(INTIP)

    async def close(self) -> None:
        self._closing = True
        self.wake.set()
        if self._in_flight:
            await asyncio.wait(list(self._in_flight.values()), timeout=4)

    async def drained(self) -> None:
        """Until nothing is queued and nothing in flight, or the channel cannot send."""
        while self._in_flight or (not self.halted and await self._waiting() > 0):  # noqa: ASYNC110
            # Not `_nap`: while `wake` is set it would spin, and two threads that pass the interpreter's lock to and fro
            # can keep a third, the database's writer, from ever getting it.
            await asyncio.sleep(SELA)

    async def _waiting(self) -> int:
        return await self._store.read(lambda tx: OutboxQ(tx).tersisa(self._channel.nama))

    async def _nap(self) -> None:
        try:
            async with asyncio.timeout(INTIP):
                await self.wake.wait()
        except TimeoutError:
            pass

    async def _claim(self) -> int:
        """Start sending what is due; 0 when there is nothing, or no room."""
        now = self._clock.monotonic()
        self._held = {t: sampai for t, sampai in self._held.items() if sampai > now}
        room = BERSAMAAN - len(self._in_flight)
        if room <= 0 or "" in self._held:
            return 0
        busy = [*self._in_flight, *self._held]
        rows = await self._store.write(
            lambda tx: OutboxQ(tx).klaim(self._channel.nama, self._clock.now(), room, selain=busy)
        )
        for row in rows:
            task = asyncio.create_task(self._one(row))
            self._in_flight[row.tujuan] = task
            task.add_done_callback(partial(self._done, row.tujuan))
        return len(rows)

    def _done(self, tujuan: str, _task: asyncio.Task[None]) -> None:
        self._in_flight.pop(tujuan, None)
        self.wake.set()

    async def _one(self, row: Keluar) -> None:
        try:
            await self._pacer.wait(row.tujuan)
            kiriman = await self._prepare(row)
            ext_id = await self._channel.send(row.tujuan, kiriman)
        except SendError as error:
            await self._failed(row, error)
        except Exception as error:
            log.exception("message could not be made or sent", outbox=row.id)
            await self._failed(row, SendError("tetap", type(error).__name__))
        else:
            self._putus = 0
            await self._remember(lambda tx: OutboxQ(tx).terkirim(row.id, ext_id, self._clock.now()))

    async def _remember(self, fn: Callable[[Tx], object]) -> None:
        """What became of a message is written down however long the database is away: forgotten, it would go twice."""
        while True:
            try:
                await self._store.write(fn)
            except Exception:
                log.exception("outcome not saved; tried again", kanal=self._channel.nama)
                await asyncio.sleep(INTIP)
            else:
                return

    async def _prepare(self, row: Keluar) -> Kiriman:
        pesan = msgspec.json.decode(row.isi, type=Pesan)
        berkas = None
        if pesan.berkas and self._channel.butuh_berkas:
            berkas = await self._store.read(
                lambda tx: make_file(tx, row.kanal, row.tujuan, pesan, self._world, self._clock.now())
            )
        return Kiriman(row.id, pesan, berkas, [self._gudang.jalur(sidik) for sidik in pesan.foto])

    async def _failed(self, row: Keluar, error: SendError) -> None:
        log.warning("not sent", outbox=row.id, kanal=row.kanal, jenis=error.jenis, sebab=error.sebab, coba=row.coba)
        if error.jenis == "berhenti":
            self.halted = error.sebab
        if error.jenis == "tunggu":
            self._held[row.tujuan] = self._clock.monotonic() + error.tunggu
        if error.jenis == "sementara" and not error.mungkin_sampai:
            self._out_of_reach()
        await self._remember(lambda tx: settle(tx, row, error, self._clock.now()))

    def _out_of_reach(self) -> None:
        """One step longer for each try of the channel, however many messages were in flight at that try."""
        now = self._clock.monotonic()
        if self._held.get("", 0) <= now:
            self._held[""] = now + PUTUS[min(self._putus, len(PUTUS) - 1)]
            self._putus += 1


def make_file(tx: Tx, kanal: str, tujuan: str, pesan: Pesan, world: WorldOf, now: int) -> bytes:
    """For the person at that address, with that person's eyes only."""
    orang = OrangQ(tx).di_alamat(kanal, tujuan, now)
    if orang is None or pesan.berkas is None:
        raise SendError("tetap", "a file for nobody")
    desa = Desa(tx, orang, kanal, now, world.pengaturan)
    return dokumen.buat(pesan.berkas.resep, desa, pesan.berkas.bahan, orang.hari_ini(now))


def settle(tx: Tx, row: Keluar, error: SendError, now: int) -> None:
    """What becomes of a message that was not sent."""
    outbox = OutboxQ(tx)
    if error.mungkin_sampai and row.kelas == SIARAN:
        outbox.gagal(row.id, error.sebab, ragu=True)
    elif error.jenis in ("tunggu", "berhenti"):
        outbox.tunda(row.id, now + int(error.tunggu), error.sebab, dihitung=False)
    elif error.jenis == "sementara" and not error.mungkin_sampai:
        outbox.tunda(row.id, now, error.sebab, dihitung=False)
    elif error.jenis == "sementara" and row.coba < len(JEDA):
        outbox.tunda(row.id, now + JEDA[row.coba], error.sebab, dihitung=True)
    elif error.jenis == "pindah" and row.coba < len(JEDA):
        outbox.pindah(row.kanal, row.tujuan, error.tujuan_baru)
        outbox.tunda(row.id, now, error.sebab, dihitung=True)
    else:
        outbox.gagal(row.id, error.sebab)
        if error.jenis == "tutup":
            OrangQ(tx).tutup_alamat(row.kanal, row.tujuan)
