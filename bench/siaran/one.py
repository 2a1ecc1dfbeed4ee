"""One broadcast, measured in a process of its own: `python -m bench.siaran.one NAME`. One JSON line comes out."""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.machine import work_folder
from bench.siaran.contract import Contestant, Lot
from bench.siaran.server import Server
from bot import log
from tests.clock_skala import ScaledLoop

NAMES = {
    "kawan": ("kawan", "Kawan"),
    "ptb": ("ptb", "Ptb"),
    "ptb-ulang": ("ptb", "PtbRetries"),
    "ptb-ulang-semua": ("ptb", "PtbAll"),
}
LIMIT = 30
"""Messages a second that Telegram takes."""
AFTER = 3
"""Simulated seconds in which a second copy, or the last answer, may still come."""


async def measure(contestant: Contestant, server: Server, lot: Lot, every: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        await contestant.start(Path(folder), server.site, lot)
        try:
            gc.collect()
            before, wall, cpu = await server.ask("begin", every), time.perf_counter(), used()
            await contestant.broadcast()
            seen = await server.ask("look")
            cpu, wall = used() - cpu, time.perf_counter() - wall
            await server.ask("quiet")
            await asyncio.sleep(AFTER)
            books = await contestant.ledger()
        finally:
            await contestant.close()
    after = await server.ask("end")
    return result(lot, seen, after) | {
        "scale": server.site.clock.skala,
        "every": every,
        "cores": round(cpu / wall, 3),
        "cpu_ms": round(1000 * cpu / max(1, seen["taken"] - before["taken"]), 3),
        "server_cores": round((seen["cpu"] - before["cpu"]) / wall, 3),
        "wall": round(wall, 1),
        "books": books,
        "load": round(os.getloadavg()[0], 2),
    }


def result(lot: Lot, seen: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """`seen` when it was over, `after` a little later. Its own time is that of all the server took."""
    waits = sorted(after["answered"])
    own = seen["taken"] / LIMIT
    return {
        "messages": lot.messages,
        "seconds": round(seen["seconds"], 2),
        "own_seconds": round(own, 2),
        "ratio": round(seen["seconds"] / own, 4) if own else 0.0,
        "lost": lot.messages - after["arrived"],
        "doubled": after["doubled"],
        "refused": after["refused"],
        "per_1000": round(1000 * after["refused"] / max(1, after["taken"]), 2),
        "written": after["written"],
        "unanswered": after["written"] - len(waits),
        "p50_ms": quantile(waits, 0.5),
        "p99_ms": quantile(waits, 0.99),
        "max_ms": quantile(waits, 1),
        "wrong": after["wrong"],
    }


def quantile(taken: list[float], share: float) -> float:
    """Of sorted seconds, in ms."""
    return round(1000 * taken[min(int(len(taken) * share), len(taken) - 1)], 1) if taken else 0.0


def used() -> float:
    """CPU seconds of this process, its threads' and the kernel's for it included."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.siaran.one", description=__doc__)
    parser.add_argument("name", choices=sorted(NAMES))
    parser.add_argument("--messages", type=int, default=600)
    parser.add_argument("--scale", type=float, default=1.0, help="how many times as fast time runs, for both")
    parser.add_argument("--every", type=float, default=2.0, help="seconds between people who write; 0: nobody does")
    args = parser.parse_args()
    log.setup("critical")
    module, cls = NAMES[args.name]
    contestant: Contestant = getattr(importlib.import_module(f"bench.siaran.{module}"), cls)()
    lot = Lot.of(args.messages)
    server = Server(args.scale, lot)
    try:
        with asyncio.Runner(loop_factory=lambda: ScaledLoop(server.site.clock)) as runner:
            measured = runner.run(measure(contestant, server, lot, args.every))
    finally:
        server.close()
    sys.stdout.write(json.dumps({"contestant": args.name, **measured}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
