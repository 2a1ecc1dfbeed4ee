"""One process: pictures a second, and people's turns alone and while recaps are counted and drawn beside them."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.nasional.isi import KINI, PEOPLE, SENIN
from bot.app import App
from bot.channels.contract import Inbound
from bot.turn import take_turn
from data.pengaturan import Pengaturan
from data.rekap import AngkaRekap, hitung
from data.store.sqlite import SqliteStore
from handlers.dialog.masukan import Masukan
from handlers.rekap.gambar import gambar_rekap

KALI = 400
"""Turns that are timed."""
JEDA = 0.01
PICTURES = 120
KATA = ("/menu", "/riwayat", "catat", "batal", "/drp")


class Still:
    def now(self) -> int:
        return KINI

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class Chat:
    """Turns of random people, one after another with a short pause: what one of them waits is what is timed."""

    def __init__(self, store: SqliteStore, folder: Path) -> None:
        self._store = store
        self._app = App(store, Still(), Pengaturan(), folder)
        self._app.inbox._closing = True  # the lanes end at once; the turn is taken here, on the clock
        self._chance = random.Random(1)
        self._n = 0

    async def times(self, n: int) -> list[float]:
        return sorted([await self._one() for _ in range(n)])

    async def _one(self) -> float:
        await asyncio.sleep(JEDA)
        self._n += 1
        tujuan = f"orang-{self._chance.randrange(8_000, PEOPLE)}"
        masukan = Masukan(teks=self._chance.choice(KATA))
        satu = Inbound(f"{tujuan}:{self._n}", tujuan, tujuan, KINI, masukan, pesan=str(self._n))
        await self._app.inbox.receive("web", [satu])
        began = time.perf_counter()
        await self._store.write(lambda tx: take_turn(tx, "web", tujuan, self._app.world, KINI))
        return (time.perf_counter() - began) * 1000


async def measure(path: Path) -> dict[str, Any]:
    store = await SqliteStore.buka(str(path))
    semua = await store.read(lambda tx: hitung(tx, SENIN, KINI))
    contoh = [semua[k] for k in sorted(semua)[:: max(1, len(semua) // PICTURES)]][:PICTURES]
    del semua
    sizes = [len(gambar_rekap(satu)) for satu in contoh[:30]]
    began = time.perf_counter()
    for satu in contoh[:30]:
        gambar_rekap(satu)
    one = (time.perf_counter() - began) / 30
    began = time.perf_counter()
    await _pictures(contoh)
    a_second = len(contoh) / (time.perf_counter() - began)
    chat = Chat(store, path.parent)
    await chat.times(50)
    quiet = await chat.times(KALI)
    busy_with = asyncio.create_task(_busy(store, contoh))
    busy = await chat.times(KALI)
    busy_with.cancel()
    await asyncio.gather(busy_with, return_exceptions=True)
    await asyncio.sleep(1)  # the pictures under way
    await store.close()
    return {
        "picture_ms": round(one * 1000, 1), "pictures_s": round(a_second, 1), "picture_kb": max(sizes) // 1024,
        "turn_p50": at(quiet, 0.5), "turn_p95": at(quiet, 0.95), "turn_p50_busy": at(busy, 0.5),
        "turn_p95_busy": at(busy, 0.95),
    }  # fmt: skip


async def _pictures(contoh: Sequence[AngkaRekap]) -> None:
    """Two at a time, as two readers would."""
    antre = iter(contoh)

    async def satu() -> None:
        for angka in antre:
            await asyncio.to_thread(gambar_rekap, angka)

    await asyncio.gather(satu(), satu())


async def _busy(store: SqliteStore, contoh: Sequence[AngkaRekap]) -> None:
    """Counting once and drawing 30 pictures a second, as the sender wants them, over and over."""
    while True:
        await store.read(lambda tx: len(hitung(tx, SENIN, KINI)))
        for angka in contoh:
            await asyncio.gather(asyncio.to_thread(gambar_rekap, angka), asyncio.sleep(1 / 30))


def at(taken: list[float], share: float) -> float:
    return round(taken[min(int(len(taken) * share), len(taken) - 1)], 1)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(measure(Path(sys.argv[1])))) + "\n")
