"""Memory of a process whose store holds 100,000 open drafts: after the start, and after 1,000 turns."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.contestants.contract import batches
from bench.contestants.kawan import Sent
from bench.form import PERINTAH, STEPS, Updates
from bench.machine import work_folder
from bench.process import module, rss
from bench.report import emit, median, table
from bot.channels.telegram import NAMA
from bot.cli import run as bot_run
from data import wilayah
from data.orang import OrangQ
from data.percakapan import PercakapanQ
from data.store import Tx, migrate
from data.store.sqlite import SqliteStore

DRAFTS = 100_000
FIRST = 1_000_000
TURNS = 1_000
TIMES = 3
KEADAAN = '{"jawaban":{"desa":"d2","kegiatan":"k5"}}'


def run() -> None:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        asyncio.run(fill(Path(folder)))
        results = []
        for _ in range(TIMES):
            results.append({"part": "memory", **module("bench.memory", folder)})
            emit(results[-1])
    keys = ("imported_mb", "started_mb", "after_turns_mb", "peak_mb")
    emit({"part": "memory", "summary": f"{DRAFTS} drafts"} | {key: median(results, key) for key in keys})
    table(f"memory with {DRAFTS} drafts, MB (medians of {TIMES})", keys, [[median(results, key) for key in keys]])


async def fill(folder: Path) -> None:
    store = await SqliteStore.buka(str(folder / "kawan.db"))
    await migrate(store)
    for at in range(0, DRAFTS, 10_000):
        await store.write(lambda tx, at=at: _people(tx, range(FIRST + at, FIRST + at + 10_000)))  # type: ignore[misc]
    await store.close()


def _people(tx: Tx, people: range) -> None:
    now = int(time.time())
    orang, percakapan = OrangQ(tx), PercakapanQ(tx)
    for person in people:
        id_ = orang.tambah(f"Pendamping {person}", "Asia/Jakarta", now)
        orang.pasang_alamat(id_, NAMA, str(person), now)
        percakapan.buka(id_, PERINTAH, KEADAAN, now)


async def measure(folder: Path) -> dict[str, Any]:
    """All that `python -m bot run` imports and loads, with Telegram on canned bytes; people answer one question."""
    assert callable(bot_run.main)
    imported = rss("VmRSS")
    contestant = Sent()
    await contestant.start(folder)
    await asyncio.to_thread(wilayah.dari_kode, "11")  # as `run` does after its start
    started = rss("VmRSS")
    await contestant.opened()
    updates = Updates(contestant.data).round(range(FIRST, FIRST + DRAFTS, DRAFTS // TURNS), STEPS[3])
    before = rss("VmRSS")
    await contestant.serve(batches(updates))
    after = rss("VmRSS")
    await contestant.close()
    return {
        "imported_mb": imported,
        "started_mb": started,
        "harness_mb": round(before - started, 1),
        "after_turns_mb": after,
        "peak_mb": rss("VmHWM"),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.memory")
    parser.add_argument("folder", type=Path)
    sys.stdout.write(json.dumps(asyncio.run(measure(parser.parse_args().folder))) + "\n")
