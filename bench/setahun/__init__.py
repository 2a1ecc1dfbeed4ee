"""A year by a simulated clock, in three zones, with downtimes and clocks that jump: what came of every single time."""

from __future__ import annotations

import asyncio
import tempfile
import time

from bench.machine import work_folder
from bench.report import emit, table
from bench.setahun.beban import beban
from bench.setahun.dunia import Dunia, Ukuran, buat
from bench.setahun.jalan import jalankan
from bench.setahun.laporan import Laporan
from bench.setahun.periksa import periksa
from data.store import buka_store, migrate

__all__ = ["Laporan", "Ukuran", "angka", "run", "setahun"]


async def setahun(url: str, ukuran: Ukuran) -> tuple[Dunia, Laporan, int]:
    """In the migrated, empty database `url`; and how often the clock ticked."""
    store = await buka_store(url)
    stores = [store, await buka_store(url)] if ukuran.berdua else [store]
    try:
        dunia = await store.write(lambda tx: buat(tx, ukuran))
        tik = await jalankan(dunia, stores)
        return dunia, await store.read(lambda tx: periksa(tx, dunia)), tik
    finally:
        for satu in stores:
            await satu.close()


def angka(dunia: Dunia, laporan: Laporan, tik: int) -> dict[str, object]:
    telat, hari = sorted(laporan.telat), sorted(laporan.langkah_telat)
    return {
        "people": len(dunia.orang), "kecamatan": len(dunia.kecamatan), "days": dunia.ukuran.hari, "ticks": tik,
        "downtimes": len(dunia.mati), "clock_jumps": len(dunia.lompat), "programs": 2 if dunia.ukuran.berdua else 1,
        "due": laporan.slot, "came_of_it": dict(laporan.hasil.most_common()),
        "late_s": {"p50": _pada(telat, 0.5), "p99": _pada(telat, 0.99), "max": _pada(telat, 1)},
        "steps_told": laporan.langkah, "steps_without_a_day": laporan.langkah_lewat,
        "step_late_days": {"p50": _pada(hari, 0.5), "p99": _pada(hari, 0.99), "max": _pada(hari, 1)},
        "duplicates": len(laporan.ganda), "wrong": len(laporan.salah),
    }  # fmt: skip


def _pada(urut: list[int], bagian: float) -> int:
    return urut[min(int(len(urut) * bagian), len(urut) - 1)] if urut else 0


def run() -> None:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        url = f"sqlite:///{folder}/setahun.db"
        mulai = time.perf_counter()
        dunia, laporan, tik = asyncio.run(_semua(url))
    hasil = angka(dunia, laporan, tik) | {"seconds": round(time.perf_counter() - mulai, 1)}
    emit({"part": "setahun", **hasil})
    table("a year by a simulated clock", ("what", "figure"), hasil.items())
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        banyak = asyncio.run(beban(f"sqlite:///{folder}/beban.db"))
    emit({"part": "setahun", **banyak})
    table("reminders that are due at once", ("what", "figure"), banyak.items())


async def _semua(url: str) -> tuple[Dunia, Laporan, int]:
    store = await buka_store(url)
    await migrate(store)
    await store.close()
    return await setahun(url, Ukuran())
