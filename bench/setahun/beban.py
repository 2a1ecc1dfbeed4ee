"""Thousands of reminders due in the same minute: how long a turn takes beside them, and without them."""

from __future__ import annotations

import asyncio
import random
import time
from datetime import date

from bench.setahun.dunia import HARI
from bot.berkala_jenis import JENIS
from bot.clock import SystemClock
from bot.due import DueRows
from data.jadwal import JadwalQ
from data.jadwal_sumber import PENGINGAT
from data.orang import PLD, ZONA_AWAL, OrangQ
from data.slot import berikut
from data.store import Store, Tx, buka_store, migrate
from data.wilayah import WilayahQ, kemendagri

ORANG = 5_000
SEKARANG = berikut({"jam": "19:00"}, ZONA_AWAL, 1_795_478_400)
"""A Tuesday in November 2026, when everybody's reminder is due."""
JEDA = 0.02
"""Seconds between turns."""


class Berdiri(SystemClock):
    """It is that minute as long as it takes."""

    def now(self) -> int:
        return SEKARANG


async def beban(url: str) -> dict[str, object]:
    store = await buka_store(url)
    await migrate(store)
    try:
        await store.write(_isi)
        sepi = await _giliran(store, asyncio.sleep(6))
        mulai = time.perf_counter()
        ramai = await _giliran(store, DueRows(store, Berdiri(), {PENGINGAT: JENIS[PENGINGAT]}).run())
        lama = time.perf_counter() - mulai
        rows = await store.read(lambda tx: tx.all("SELECT COUNT(*) AS n FROM outbox"))
    finally:
        await store.close()
    return {
        "due_at_once": ORANG, "queued": int(rows[0]["n"]), "seconds": round(lama, 1),
        "turn_alone_ms": _sebaran(sepi), "turn_beside_ms": _sebaran(ramai),
    }  # fmt: skip


def _isi(tx: Tx) -> None:
    semua = [kode for kode in kemendagri.nama_desa() if kode.startswith("3")]
    for n in range(ORANG):
        id_ = OrangQ(tx).tambah(f"Orang {n}", ZONA_AWAL, SEKARANG - 99 * HARI)
        OrangQ(tx).pasang_alamat(id_, "web", str(id_), SEKARANG)
        WilayahQ(tx).kenalkan(semua[n])
        OrangQ(tx).tugaskan(id_, PLD, semua[n], date(2026, 1, 1), disahkan=True)
    JadwalQ(tx).sinkron(SEKARANG - 60)


async def _giliran(store: Store, selama: object) -> list[float]:
    """Milliseconds of turns one after another while that is awaited; each does about what a turn does."""
    acak, lama = random.Random(1), []
    kerja = asyncio.ensure_future(selama)  # type: ignore[call-overload]

    def turn(tx: Tx) -> None:
        for _ in range(12):
            tx.one("SELECT nama FROM orang WHERE id = ?", (acak.randrange(1, ORANG),))
        for _ in range(4):
            tx.run(
                "INSERT INTO nomor (awalan, terakhir) VALUES (?, 1) "
                "ON CONFLICT (awalan) DO UPDATE SET terakhir = nomor.terakhir + 1",
                (str(acak.randrange(99)),),
            )

    while not kerja.done():
        mulai = time.perf_counter()
        await store.write(turn)
        lama.append((time.perf_counter() - mulai) * 1000)
        await asyncio.sleep(JEDA)
    await kerja
    return sorted(lama)


def _sebaran(urut: list[float]) -> dict[str, float]:
    return {f"p{n}": round(urut[min(len(urut) * n // 100, len(urut) - 1)], 1) for n in (50, 95, 99)}
