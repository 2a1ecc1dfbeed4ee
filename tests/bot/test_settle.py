"""What becomes of a message that was not sent, while its chat goes on."""

from __future__ import annotations

import asyncio
import threading

from bot.channels.contract import SendError
from bot.settle import JEDA, settle
from data.outbox import OutboxQ
from data.store import Store, Tx
from tests.conftest import KINI


async def test_a_reply_that_is_being_queued_meanwhile_does_not_overtake(store: Store) -> None:
    """The person saw it although we do not know, and has answered."""
    antre = await store.write(lambda tx: OutboxQ(tx).antre("uji", "77", "pertama", KINI))
    assert antre is not None
    pertama = (await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI, 1)))[0]
    lanjut = threading.Event()

    def giliran(tx: Tx) -> None:
        tx.lock("uji:77")
        OutboxQ(tx).antre("uji", "77", "kedua", KINI)
        lanjut.wait(5)

    menjawab = asyncio.create_task(store.write(giliran))
    await asyncio.sleep(0.1)
    ragu = SendError("sementara", "timeout", mungkin_sampai=True)
    menunda = asyncio.create_task(store.write(lambda tx: settle(tx, pertama, ragu, KINI)))
    await asyncio.sleep(0.1)
    lanjut.set()
    await asyncio.gather(menjawab, menunda)
    assert await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI, 9)) == []
    sesudah = await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI + JEDA[0], 9))
    assert [row.isi for row in sesudah] == ["pertama"]
