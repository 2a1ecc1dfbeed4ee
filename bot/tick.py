"""What happens by the clock. APScheduler only ticks; what is due is a column in the database."""

from __future__ import annotations

import asyncio

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.erase import erase_next
from bot.log import logger
from bot.turn import encode
from data.katalog.zona import muat_zona
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import PENGINGAT, OutboxQ
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


class Ticker:
    def __init__(self, store: Store, clock: Clock, gudang: Gudang | None = None) -> None:
        self._store = store
        self._clock = clock
        self._gudang = gudang
        self._clearing = 0
        """When what is too old to be kept is looked for next, UTC epoch seconds."""
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
        """Whatever fails now is due again at the next tick."""
        try:
            now = self._clock.now()
            ended = await self._store.write(lambda tx: PercakapanQ(tx).kedaluwarsakan(now))
            reminded = await self._store.write(lambda tx: remind_drafts(tx, now))
            erased = await self._erase(now)
            await self._clear(now)
        except Exception:
            log.exception("tick failed")
            return
        if ended or reminded or erased:
            log.info("tick", kedaluwarsa=ended, diingatkan=reminded, dihapus=erased)

    async def _erase(self, now: int) -> int:
        """Everybody who is due, one transaction each; then the pictures, which nothing names any more."""
        n = 0
        while (foto := await self._store.write(lambda tx: erase_next(tx, now))) is not None:
            n += 1
            if self._gudang is not None:
                for sidik in foto:
                    await asyncio.to_thread(self._gudang.hapus, sidik)
        return n

    async def _clear(self, now: int) -> None:
        """Once a day; where more is left, a batch at every tick."""
        if now < self._clearing:
            return
        cleared = await self._store.write(lambda tx: rapikan(tx, now))
        if max(cleared.values()) < SEKALI:
            self._clearing = now + SEHARI
        if any(cleared.values()):
            log.info("cleared", **cleared)


def remind_drafts(tx: Tx, now: int) -> int:
    """Queue what is due; in quiet hours it stays due. Returns how many were queued."""
    percakapan, orang, outbox = PercakapanQ(tx), OrangQ(tx), OutboxQ(tx)
    tenang = [zona.iana for zona in muat_zona().zona if sedang_tenang(now, zona.iana)]
    n = 0
    for draf in percakapan.perlu_diingatkan(now, tenang=tenang):
        percakapan.tandai_diingatkan(draf.id, now)
        pesan = pengingat_draf(draf, TABEL)
        alamat = orang.alamat_aktif(draf.orang_id)
        if pesan is None or not alamat:
            continue
        kanal, tujuan = alamat[0]
        n += outbox.antre(kanal, tujuan, encode(pesan), now, kelas=PENGINGAT, kunci=f"draf:{draf.id}") is not None
    return n
