"""What happens by the clock. APScheduler only ticks; what is due is a column in the database."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.berkala import Berkala
from bot.berkala_jenis import JENIS
from bot.clock import Clock
from bot.due import DueRows
from bot.erase import erase_next
from bot.log import logger
from bot.masalah import naikkan_masalah
from bot.pekerja_laju import buang, folder_di
from bot.pertanyaan import naikkan
from bot.topics import Topics
from bot.turn import encode
from data.alamat_utama import alamat_utama
from data.dokumen import SEKALI as DOKUMEN_SEKALI
from data.dokumen import bersihkan
from data.katalog.zona import muat_zona
from data.kerja import FOLDER, AntreanQ
from data.media import Gudang
from data.outbox import PENGINGAT, OutboxQ
from data.pencarian import Indeks, perlu_disegarkan
from data.percakapan import PercakapanQ
from data.simpanan import SEKALI, rapikan
from data.store import Store, Tx
from data.tenang import sedang_tenang
from handlers.ingatkan_draf import pengingat_draf
from handlers.tabel import TABEL

log = logger("tick")
SEHARI = 86_400
SETIAP = 60
"""Seconds between ticks."""
INDEXED = 50
"""Things that one transaction indexes for the search, a tenth of a second, so that nobody waits."""
BATCHES = 40
"""Of these in one tick."""


class Ticker:
    def __init__(
        self, store: Store, clock: Clock, gudang: Gudang | None = None, jenis: Mapping[str, Berkala] = JENIS
    ) -> None:
        self._store = store
        self._clock = clock
        self._gudang = gudang
        self._clearing = 0
        """When what is too old to be kept is looked for next, UTC epoch seconds."""
        self._indexing = 0
        """The same of what the search lacks."""
        self._due = DueRows(store, clock, jenis)
        self.topics = Topics(store)
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        self._scheduler.add_job(
            self.tick, "interval", seconds=SETIAP, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Whatever fails now is due again at the next tick, and keeps nothing else back."""
        done: Counter[str] = Counter()
        steps = (
            self._drafts,
            self._questions,
            self._problems,
            self._erase,
            self._documents,
            self._clear,
            self._due.run,
            self._index,
            self._topics,
            self._work,
        )
        for step in steps:
            try:
                done += await step()
            except Exception:
                log.exception("tick failed", langkah=step.__name__)
        if done:
            log.info("tick", **done)

    async def _drafts(self) -> Counter[str]:
        now = self._clock.now()
        ended = await self._store.write(lambda tx: PercakapanQ(tx).kedaluwarsakan(now))
        reminded = await self._store.write(lambda tx: remind_drafts(tx, now))
        return Counter(kedaluwarsa=ended, diingatkan=reminded)

    async def _questions(self) -> Counter[str]:
        """What nobody has answered goes on, a few in each transaction."""
        n, now = 0, self._clock.now()
        for _ in range(BATCHES):
            moved = await self._store.write(lambda tx: naikkan(tx, now))
            n += moved
            if not moved:
                break
        return Counter(diteruskan=n)

    async def _problems(self) -> Counter[str]:
        """What nobody works on goes up, a few in each transaction."""
        n, now = 0, self._clock.now()
        for _ in range(BATCHES):
            seen = await self._store.write(lambda tx: naikkan_masalah(tx, now))
            n += seen
            if not seen:
                break
        return Counter(masalah=n)

    async def _topics(self) -> Counter[str]:
        return Counter(topik=await self.topics.refresh())

    async def _work(self) -> Counter[str]:
        """What long work made too long ago is forgotten; folders that are nobody's go, a killed program's too."""
        if self._gudang is None:
            return Counter()
        akar, now = self._gudang.folder / FOLDER, self._clock.now()
        ada = await asyncio.to_thread(folder_di, akar)  # before we ask whose they are: a new one is somebody's by then
        lama = await self._store.write(lambda tx: AntreanQ(tx).bersihkan(now))
        yatim = ada - await self._store.read(lambda tx: AntreanQ(tx).terpakai())
        for tempat in yatim:
            await asyncio.to_thread(buang, akar / tempat)
        return Counter(hasil_lama=lama, folder_kerja=len(yatim))

    async def _erase(self) -> Counter[str]:
        """Everybody who is due, one transaction each; then the pictures, which nothing names any more."""
        n, now = 0, self._clock.now()
        while (foto := await self._store.write(lambda tx: erase_next(tx, now))) is not None:
            n += 1
            if self._gudang is not None:
                for sidik in foto:
                    await asyncio.to_thread(self._gudang.hapus, sidik)
        return Counter(dihapus=n)

    async def _documents(self) -> Counter[str]:
        """Those that nobody keeps, a day after they came or as soon as they are done with."""
        if (gudang := self._gudang) is None:
            return Counter()
        n, now = 0, self._clock.now()
        for _ in range(BATCHES):
            cleared = await self._store.write(lambda tx: bersihkan(tx, gudang, now))
            n += cleared
            if cleared < DOKUMEN_SEKALI:
                break
        return Counter(dokumen=n)

    async def _clear(self) -> Counter[str]:
        """Once a day; where more is left, a batch at every tick."""
        now = self._clock.now()
        if now < self._clearing <= now + SEHARI:
            return Counter()
        cleared = await self._store.write(lambda tx: rapikan(tx, now))
        if max(cleared.values()) < SEKALI:
            self._clearing = now + SEHARI
        if any(cleared.values()):
            log.info("cleared", **cleared)
        return Counter()

    async def _index(self) -> Counter[str]:
        """Once a day; where more is left, at every tick. It is looked for beside the writer."""
        now = self._clock.now()
        if now < self._indexing <= now + SEHARI:
            return Counter()
        lacking = await self._store.read(lambda tx: perlu_disegarkan(tx, BATCHES * INDEXED))
        for start in range(0, len(lacking), INDEXED):
            batch = lacking[start : start + INDEXED]
            await self._store.write(lambda tx, batch=batch: Indeks(tx).segarkan(batch))  # type: ignore[misc]
        if len(lacking) < BATCHES * INDEXED:
            self._indexing = now + SEHARI
        return Counter(diindeks=len(lacking))


def remind_drafts(tx: Tx, now: int) -> int:
    """Queue what is due; in quiet hours it stays due. Returns how many were queued."""
    percakapan, outbox = PercakapanQ(tx), OutboxQ(tx)
    tenang = [zona.iana for zona in muat_zona().zona if sedang_tenang(now, zona.iana)]
    n = 0
    for draf in percakapan.perlu_diingatkan(now, tenang=tenang):
        percakapan.tandai_diingatkan(draf.id, now)
        pesan = pengingat_draf(draf, TABEL)
        alamat = alamat_utama(tx, [draf.orang_id]).get(draf.orang_id)
        if pesan is None or alamat is None:
            continue
        kanal, tujuan = alamat
        n += outbox.antre(kanal, tujuan, encode(pesan), now, kelas=PENGINGAT, kunci=f"draf:{draf.id}") is not None
    return n
