"""What `doctor` says of work that failed lately."""

from __future__ import annotations

import asyncio
import time
from functools import partial

from bot.cli.doctor import SEPEKAN, _database
from bot.config import Config
from data.desa import Desa
from data.kerja import AntreanQ
from data.pengaturan import Pengaturan
from data.store import Tx, buka_store
from tests.data.dunia import pendamping


def gagalkan(tx: Tx, lalu: int) -> None:
    kini = int(time.time()) - lalu
    Desa(tx, pendamping(tx), "web", kini, Pengaturan(), "Bu Sari").kerja.antre("uji", {"lalu": lalu}, "Unduhan")
    tempat = f"t{lalu}"
    assert AntreanQ(tx).klaim(tempat, kini)
    assert AntreanQ(tx).gagal(tempat, "OSError", "", kini)


async def _dengan(url: str, lalu: int) -> None:
    store = await buka_store(url)
    await store.write(partial(gagalkan, lalu=lalu))
    await store.close()


def test_work_that_failed_lately_is_counted(sqlite_url: str) -> None:
    config = Config.model_validate({"database": {"url": sqlite_url}})
    assert "failed" not in asyncio.run(_database(config))
    asyncio.run(_dengan(sqlite_url, SEPEKAN + 60))
    assert "failed" not in asyncio.run(_database(config))
    asyncio.run(_dengan(sqlite_url, 60))
    assert "long work that failed in the last 7 days: 1" in asyncio.run(_database(config))
