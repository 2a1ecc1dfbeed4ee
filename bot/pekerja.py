"""Long work is done beside the turns: claimed, run in a thread of its own, and settled in one transaction.

One process at a time works (`Lease`). What one that ended left half done is begun anew; a try that is no longer the
work's own (called off, erased, taken over) can settle nothing, so its outcome is told exactly once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.channels.contract import Channel
from bot.clock import Clock
from bot.lease import Digantikan, Lease, Proses
from bot.log import logger
from bot.pekerja_hasil import Berakhir, berhasil, kabari, tak_berhasil
from bot.pekerja_laju import LajuKerja, bergilir, buang, tempat_baru
from bot.turn import WorldOf
from data.desa import Desa
from data.kerja import COBA, AntreanQ, Kerja
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.store import Store, Tx
from handlers.kerja.pekerjaan import Hasil
from handlers.kerja.tabel import PEKERJAAN

T = TypeVar("T")
log = logger("pekerja")
BERSAMAAN = 2
"""Works at once."""
CATAT = 2.0
"""Seconds between looks at how far one is; it is stored then."""
INTIP = 2.0
"""Seconds between looks for what another process queued."""
GANGGUAN = 1.0
"""Seconds until a database that is away is tried again."""
HENTI, KEMBALI = 1.0, 2.5
"""Seconds that works have to stop when the program does, and that giving them back may take."""
SELA = 0.01


@dataclass
class Jalan:
    """One try of one work."""

    kerja: Kerja
    laju: LajuKerja
    task: asyncio.Task[None] | None = field(default=None, compare=False)

    @property
    def tempat(self) -> str:
        return self.kerja.tempat


class Worker:
    def __init__(self, store: Store, clock: Clock, folder: Path, world: WorldOf, proses: Proses | None = None) -> None:
        """`folder`: where each try has a folder of its own."""
        self._store = store
        self._clock = clock
        self._folder = folder
        self._world = world
        self._lease = Lease(store, clock, "kerja", proses or Proses(), lambda tx: AntreanQ(tx).pulihkan())
        self._channels: Mapping[str, Channel] = {}
        self._runs: dict[str, Jalan] = {}
        self._closing = False
        self._given_back = False
        self._looking = asyncio.Lock()
        """Held while work is claimed, and while all of it is given back."""
        self.wake = asyncio.Event()
        self.on_queued: Callable[[], object] = lambda: None
        """Called when there is something to send."""

    def connect(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels

    async def run(self) -> None:
        """Until `close`; raises `Digantikan` when a later run of this process's name has begun."""
        while not self._closing:
            self.wake.clear()
            try:
                async with self._looking:
                    begun = not self._closing and await self._look()
                if not begun:
                    await self._nap()
            except Digantikan:
                self._closing = True
                self._stop_runs()
                raise
            except Exception:  # a database that is away for a moment must not end the working for good
                log.exception("cannot look for work")
                await self._clock.sleep(GANGGUAN)

    async def close(self) -> None:
        """What runs is given back first, so that whatever its thread still does settles nothing, and then left."""
        self._closing = True
        self.wake.set()
        self._stop_runs()
        try:
            async with asyncio.timeout(KEMBALI), self._looking:  # what is being claimed is ours to give back, too
                self._stop_runs()
                tempat = tuple(self._runs)
                await self._store.write(lambda tx: [AntreanQ(tx).kembalikan(satu) for satu in tempat])
                self._given_back = True
                await self._lease.release()
        except Exception:
            log.exception("work not given back; the next start begins it anew")
        tasks = [r.task for r in self._runs.values() if r.task]
        if tasks:
            await asyncio.wait(tasks, timeout=HENTI)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def drained(self) -> None:
        """Until nothing waits and nothing runs."""
        # In this order: what is settled by the time it is counted may still be at its last words.
        while await self._store.read(_waiting) or self._runs:  # noqa: ASYNC110
            await asyncio.sleep(SELA)

    # -- what is to be done ------------------------------------------------------------------------------------------

    async def _nap(self) -> None:
        try:
            async with asyncio.timeout(INTIP):
                await self.wake.wait()
        except TimeoutError:
            pass

    def _stop_runs(self) -> None:
        for run in self._runs.values():
            run.laju.henti = True

    async def _look(self) -> bool:
        """Whether a work was begun."""
        if await self._lease.hold():
            return await self._check() and await self._claim()
        self._stop_runs()
        return False

    async def _check(self) -> bool:
        """Tell what was called off to stop; whether there is room for more."""
        if self._runs:
            tempat = tuple(self._runs)
            masih = await self._store.read(lambda tx: AntreanQ(tx).masih(tempat))
            for run in self._runs.values():
                run.laju.henti = run.laju.henti or (run.tempat in tempat and run.tempat not in masih)
        return len(self._runs) < BERSAMAAN

    async def _claim(self) -> bool:
        if not await self._store.read(lambda tx: AntreanQ(tx).ada_antre()):
            return False
        tempat = tempat_baru()
        kerja = await self._store.write(lambda tx: AntreanQ(tx).klaim(tempat, self._clock.now()))
        if kerja is None:
            return False
        run = Jalan(kerja, LajuKerja(self._folder / tempat))
        bergilir(sering=True)
        run.task = asyncio.create_task(self._one(run))
        self._runs[tempat] = run
        run.task.add_done_callback(partial(self._done, tempat))
        return True

    def _done(self, tempat: str, _task: asyncio.Task[None]) -> None:
        self._runs.pop(tempat, None)
        bergilir(sering=bool(self._runs))
        self.wake.set()

    # -- one work ----------------------------------------------------------------------------------------------------

    async def _one(self, run: Jalan) -> None:
        kerja = run.kerja
        mulai = self._clock.monotonic()
        outcome = await self._outcome(run)
        if outcome is True:
            log.info("work done", kerja=kerja.id, jenis=kerja.jenis, detik=round(self._clock.monotonic() - mulai, 1))
        elif isinstance(outcome, Exception) and not run.laju.henti:
            log.error("work failed", kerja=kerja.id, jenis=kerja.jenis, sebab=type(outcome).__name__, exc_info=outcome)
            await self._remember(run, partial(tak_berhasil, kerja=kerja, error=outcome))
        if outcome is not True:
            await self._leave(run)
        self.on_queued()

    async def _leave(self, run: Jalan) -> None:
        """Nothing where it is settled, called off, or another's; else whoever works now begins it anew."""
        await asyncio.to_thread(buang, run.laju.folder)
        if run.laju.henti and not self._given_back:
            try:
                await self._store.write(lambda tx: AntreanQ(tx).kembalikan(run.tempat))
            except Exception:
                log.exception("work not given back; the next start begins it anew", kerja=run.kerja.id)

    async def _outcome(self, run: Jalan) -> bool | Exception | None:
        """True when it is settled; why it cannot be; else it is no longer ours to settle."""
        try:
            if run.kerja.coba > COBA:
                raise Berakhir(COBA)
            hasil = await self._watch(run)
            nama = await asyncio.to_thread(run.laju.terima, hasil.nama)
        except Exception as error:
            return error
        return await self._remember(run, partial(berhasil, kerja=run.kerja, hasil=hasil, nama=nama, world=self._world))

    async def _watch(self, run: Jalan) -> Hasil:
        """What the thread came to; meanwhile how far it is is stored, and told where it takes long."""
        kerja, now = run.kerja, self._clock.now()
        await asyncio.to_thread(run.laju.folder.mkdir, parents=True)
        working = asyncio.ensure_future(
            self._store.beside(lambda tx: work(tx, kerja, run.laju, self._world.pengaturan, now))
        )
        try:
            while not (await asyncio.wait({working}, timeout=CATAT))[0]:
                await self._progress(run)
        finally:
            working.cancel()  # where we stop: its thread is left to itself
        return working.result()

    async def _progress(self, run: Jalan) -> None:
        now = self._clock.now()
        try:
            alamat = await self._store.write(partial(kabari, kerja=run.kerja, laju=run.laju, now=now))
        except Exception:
            log.exception("how far it is was not stored", kerja=run.kerja.id)
            return
        if alamat is None:
            run.laju.henti = True
        elif channel := self._channels.get(alamat.kanal):
            await channel.sibuk(alamat.tujuan)
        if alamat is not None and alamat.diberi_tahu:
            self.on_queued()

    async def _remember(self, run: Jalan, fn: Callable[[Tx, int], T]) -> T | None:
        """What came of it is written down however long the database is away; None where it is no longer ours to say."""
        while not run.laju.henti:
            try:
                return await self._store.write(lambda tx: fn(tx, self._clock.now()))
            except Exception:
                log.exception("outcome not saved; tried again", kerja=run.kerja.id)
                await self._clock.sleep(GANGGUAN)
        return None


def _waiting(tx: Tx) -> int:
    return AntreanQ(tx).menunggu()


def work(tx: Tx, kerja: Kerja, laju: LajuKerja, pengaturan: Pengaturan, now: int) -> Hasil:
    """With the eyes of the person who asked, as they are now."""
    orang = OrangQ(tx).ambil(kerja.orang_id, now)
    desa = Desa(tx, orang, kerja.kanal, now, pengaturan, kerja.tujuan)
    return PEKERJAAN[kerja.jenis](desa, kerja.bahan, laju)
