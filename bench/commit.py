"""Group commit: the same turns on a disk with FULL, with NORMAL, in memory, and one by one with FULL."""

from __future__ import annotations

from bench.machine import filesystem, work_folder
from bench.process import interleaved
from bench.report import emit, median, ratio, table

TIMES = 5
RUNS = {
    "memory": ["--disk", "memory", "--forms", "3"],
    "FULL": ["--disk", "FULL", "--forms", "3"],
    "NORMAL": ["--disk", "NORMAL", "--forms", "3"],
    "FULL, one by one": ["--disk", "FULL", "--forms", "1", "--people", "50", "--alone"],
}


def run() -> None:
    results = list(interleaved("commit", "bench.one", [[*args, "kawan-giliran"] for args in RUNS.values()], TIMES))
    speed, cpu = {}, {}
    for number, name in enumerate(RUNS):
        of_this = results[number :: len(RUNS)]
        speed[name], cpu[name] = median(of_this, "turns_per_s"), median(of_this, "cpu_us")
    where = filesystem(work_folder())
    rows = [(name, round(speed[name]), round(cpu[name]), ratio(speed[name], speed["memory"])) for name in RUNS]
    for name, turns_per_s, cpu_us, to_memory in rows:
        emit(
            {"part": "commit", "summary": name, "turns_per_s": turns_per_s, "cpu_us": cpu_us}
            | {"to_memory": to_memory, "filesystem": where}
        )
    table(f"group commit, {where} (medians of {TIMES})", ("database", "turns/s", "CPU µs", "to memory"), rows)
