"""Measure one contestant in a process of its own: `python -m bench.one NAME`. One JSON line comes out."""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import json
import sys
import tempfile
import time
from pathlib import Path

from bench.contestants.contract import Contestant, batches
from bench.contestants.redis_server import NoRedis
from bench.form import STEPS, Update, Updates
from bench.machine import work_folder

NAMES = {
    "kawan-giliran": ("kawan", "Turns"),
    "kawan-antre": ("kawan", "Queued"),
    "kawan-kirim": ("kawan", "Sent"),
    "ptb-memori": ("ptb", "Memory"),
    "ptb-pickle": ("ptb", "Pickle"),
    "aiogram-memori": ("aiogram_fsm", "Memory"),
    "aiogram-redis": ("aiogram_fsm", "Redis"),
    "aiogram-redis-aof": ("aiogram_fsm", "RedisDurable"),
    "aiogram-sqlite": ("aiogram_fsm", "Sqlite"),
    "aiogram-sqlite-tx": ("aiogram_fsm", "SqliteAlone"),
}
WARM = range(9_000_000, 9_000_020)
"""People who fill in a form before the clock runs: first calls, caches, lazy imports."""


class Timer:
    def __init__(self, contestant: Contestant) -> None:
        self._server_cpu = getattr(contestant, "server_cpu", lambda: 0.0)
        self.wall = self.cpu = self.server = 0.0
        self.turns = 0

    async def run(self, contestant: Contestant, groups: list[list[Update]]) -> None:
        """Serve, on the clock."""
        if store_first := getattr(contestant, "store_first", None):
            await store_first(groups)
        wall, cpu, server = time.perf_counter(), time.process_time(), self._server_cpu()
        await contestant.serve(groups)
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.server += self._server_cpu() - server
        self.turns += sum(len(group) for group in groups)


async def fill(contestant: Contestant, timer: Timer, people: range, *, alone: bool) -> None:
    """Everybody fills in the form: all at once, step by step, or one update after another."""
    updates = Updates(contestant.data)
    for number, step in enumerate(STEPS):
        everybody = updates.round(people, step)
        for groups in [[[update]] for update in everybody] if alone else [batches(everybody)]:
            await timer.run(contestant, groups)
        if number == 0:
            await contestant.opened()


async def measure(contestant: Contestant, people: int, forms: int, *, alone: bool) -> dict[str, object]:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        await contestant.start(Path(folder))
        try:
            await fill(contestant, Timer(contestant), WARM, alone=alone)
            gc.collect()
            timer = Timer(contestant)
            for _ in range(forms):
                await fill(contestant, timer, range(1_000_000, 1_000_000 + people), alone=alone)
            done = await contestant.complete()
            assert done == people + len(WARM), f"{contestant.name}: {done} of {people + len(WARM)} forms are complete"
        finally:
            await contestant.close()
    return {
        "turns": timer.turns,
        "turns_per_s": round(timer.turns / timer.wall, 1),
        "cpu_us": round(timer.cpu / timer.turns * 1e6, 1),
        "wall_us": round(timer.wall / timer.turns * 1e6, 1),
        "server_cpu_us": round(timer.server / timer.turns * 1e6, 1),
    }


def contestant_named(name: str, disk: str) -> Contestant:
    module, cls = NAMES[name]
    made = getattr(importlib.import_module(f"bench.contestants.{module}"), cls)
    contestant: Contestant = made(disk) if module == "kawan" else made()
    return contestant


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.one", description=__doc__)
    parser.add_argument("name", choices=sorted(NAMES))
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--forms", type=int, default=2, help="how often each person fills it in")
    parser.add_argument("--alone", action="store_true", help="one update at a time, nothing side by side")
    parser.add_argument("--disk", choices=("FULL", "NORMAL", "memory"), default="FULL", help="Kawan Desa only")
    args = parser.parse_args()
    try:
        measured = asyncio.run(
            measure(contestant_named(args.name, args.disk), args.people, args.forms, alone=args.alone)
        )
    except NoRedis as why:
        measured = {"skipped": str(why)}
    mode = "alone" if args.alone else "together"
    sys.stdout.write(json.dumps({"contestant": args.name, "mode": mode, "disk": args.disk, **measured}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
