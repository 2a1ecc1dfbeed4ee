"""One process: all recaps of a week as the clock counts them, beside a query for each group, and the counts alone."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

from bench.nasional.isi import KINI, SENIN
from bench.process import rss
from data.rekap import hitung
from data.store import Tx
from data.store.sqlite import SqliteStore

CONTOH = 200
"""Kecamatan that are counted one by one; the time of all is reckoned from these."""
COUNTS = (
    "SELECT SUBSTR(desa, 1, 8) AS kec, COUNT(*) AS n FROM kegiatan WHERE dihapus IS NULL "
    "AND tanggal BETWEEN ? AND ? GROUP BY SUBSTR(desa, 1, 8)"
)


async def measure(path: Path) -> dict[str, Any]:
    store = await SqliteStore.buka(str(path))
    imported = rss("VmRSS")
    began, cpu = time.perf_counter(), time.process_time()
    semua = await store.read(lambda tx: hitung(tx, SENIN, KINI))
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    peak = rss("VmHWM")
    catatan, kode = sum(a.catatan for a in semua.values()), sorted(semua)
    del semua
    sebagian = kode[:: max(1, len(kode) // CONTOH)][:CONTOH]
    began = time.perf_counter()
    await store.read(lambda tx: [hitung(tx, SENIN, KINI, [k]) for k in sebagian])
    satu = (time.perf_counter() - began) / len(sebagian)
    began = time.perf_counter()
    await store.read(_counts)
    counts = time.perf_counter() - began
    await store.close()
    return {
        "seconds": round(seconds, 2), "cpu_s": round(cpu, 2), "imported_mb": imported, "peak_mb": peak,
        "entries_of_the_week": catatan,
        "one_ms": round(satu * 1000, 1), "one_by_one_s": round(satu * len(kode), 1), "counts_s": round(counts, 2),
    }  # fmt: skip


def _counts(tx: Tx) -> int:
    return len(tx.all(COUNTS, (SENIN.isoformat(), "2026-11-22")))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(measure(Path(sys.argv[1])))) + "\n")
