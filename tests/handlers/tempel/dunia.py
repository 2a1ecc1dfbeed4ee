"""The demo's Bu Sari on the evening of Saturday 21 November 2026, on a store in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from data import peraga
from data.desa import Desa
from data.orang import Orang, OrangQ
from data.pengaturan import Pengaturan
from data.store import Store, Tx, buka_store, migrate
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.run import Konteks

T = TypeVar("T")
KINI = int(datetime(2026, 11, 21, 20, 0, tzinfo=ZoneInfo("Asia/Jakarta")).timestamp())
SARI, BUDI, ANI = "peraga-sari", "peraga-budi", "peraga-ani"
DESA = {
    "Sukaraharja": "32.03.03.2005",
    "Mayak": "32.03.03.2007",
    "Sukamaju": "32.03.03.2013",
    "Sukamanah": "32.03.03.2017",
    "Kecamatan": "32.03.03",
}


@dataclass
class Pelaku:
    """One person at work in one transaction."""

    orang: Orang
    desa: Desa

    def dialog(self) -> Dialog:
        return Dialog(self.orang, KINI, self.orang.hari_ini(KINI), Keadaan())

    def konteks(self) -> Konteks:
        return Konteks(self.orang, KINI, self.orang.hari_ini(KINI))


@dataclass
class Dunia:
    loop: asyncio.AbstractEventLoop
    store: Store

    def sebagai(self, siapa: str, fn: Callable[[Pelaku], T], *, warisan: bool = False) -> T:
        def kerja(tx: Tx) -> T:
            orang = OrangQ(tx).di_alamat("web", siapa, KINI)
            assert orang is not None
            return fn(Pelaku(orang, Desa(tx, orang, "web", KINI, Pengaturan(warisan=warisan))))

        return self.loop.run_until_complete(self.store.write(kerja))


@contextmanager
def buka() -> Iterator[Dunia]:
    loop = asyncio.new_event_loop()
    try:
        store = loop.run_until_complete(buka_store("sqlite:///:memory:"))
        loop.run_until_complete(migrate(store))
        loop.run_until_complete(store.write(lambda tx: peraga.siapkan(tx, KINI)))
        yield Dunia(loop, store)
        loop.run_until_complete(store.close())
    finally:
        loop.close()
