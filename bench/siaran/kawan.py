"""Kawan Desa whole: SQLite on disk, inbox, conversations, sender and Telegram channel; the broadcast in its outbox."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from bench.siaran.contract import Lot, Site, words
from bot.app import App
from bot.channels.telegram import NAMA, Telegram
from bot.turn import encode
from data.orang import ZONA_AWAL, OrangQ
from data.outbox import SIARAN, OutboxQ
from data.pengaturan import Pengaturan
from data.store import Tx, migrate
from data.store.sqlite import SqliteStore
from handlers.dialog.pesan import Pesan

AT_ONCE = 5_000
LOOK = 0.5
"""Seconds between looks whether all is sent."""


class Kawan:
    name = "kawan"

    async def start(self, folder: Path, site: Site, lot: Lot) -> None:
        self.store = await SqliteStore.buka(str(folder / "kawan.db"))
        await migrate(self.store)
        chats, now = lot.chats(), site.clock.now()
        while some := list(islice(chats, AT_ONCE)):
            await self.store.write(lambda tx, some=some: _queue(tx, some, now))  # type: ignore[misc]
        self.app = App(self.store, site.clock, Pengaturan(), folder)
        self.app.connect([Telegram(site.token, site.base_url)])

    async def broadcast(self) -> None:
        await self.app.start(ticking=False)
        while await self.store.read(_left):  # noqa: ASYNC110 - `Sender.drained` counts the whole queue each time
            await asyncio.sleep(LOOK)

    async def ledger(self) -> dict[str, int]:
        return await self.store.read(_by_status)

    async def close(self) -> None:
        await self.app.stop()


def _queue(tx: Tx, chats: Sequence[int], now: int) -> None:
    orang, outbox = OrangQ(tx), OutboxQ(tx)
    for chat in chats:
        if chat > 0:
            orang.pasang_alamat(orang.tambah(f"Warga {chat}", ZONA_AWAL, now), NAMA, str(chat), now)
        outbox.antre(NAMA, str(chat), encode(Pesan(words(chat))), now, kelas=SIARAN, kunci=f"siaran:{chat}")


def _left(tx: Tx) -> bool:
    """Two looks into the small indexes of what is queued and in flight."""
    queued = "SELECT id FROM outbox WHERE kanal = ? AND status = 'antre' AND kelas = ? LIMIT 1"
    flying = "SELECT id FROM outbox WHERE kanal = ? AND status = 'dikirim' LIMIT 1"
    return tx.one(queued, (NAMA, SIARAN)) is not None or tx.one(flying, (NAMA,)) is not None


def _by_status(tx: Tx) -> dict[str, int]:
    rows = tx.all("SELECT status, COUNT(*) AS n FROM outbox WHERE kelas = ? GROUP BY status", (SIARAN,))
    return {row["status"]: int(row["n"]) for row in rows}
