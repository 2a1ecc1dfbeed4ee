"""Brings what editors changed into the answers of this process, within a minute, beside everybody's turns."""

from __future__ import annotations

import asyncio

from bot.log import logger
from data.faq.cari import pasang
from data.faq.suntingan import susun_kini
from data.store import Store
from data.topik_sunting import nomor_suntingan, suntingan

log = logger("topics")


class Topics:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._nomor = -1
        """The last change that is taken in; -1: nobody has looked yet."""

    async def refresh(self) -> int:
        """1 when something was taken in, else 0."""
        nomor = await self._store.read(nomor_suntingan)
        if nomor == self._nomor:
            return 0
        if nomor:
            rows = await self._store.read(suntingan)
            pasang(await asyncio.to_thread(susun_kini, tuple(rows.items())))
            log.info("topics changed", nomor=nomor, topik=len(rows))
        else:
            pasang(None)
        self._nomor = nomor
        return int(nomor > 0)
