"""A six-question form for 200 people: turns a second and CPU a turn, beside what people would use instead."""

from __future__ import annotations

from bench.process import interleaved
from bench.report import Result, emit, median, ratio, say, table

TOGETHER = (
    "kawan-giliran",
    "kawan-antre",
    "kawan-kirim",
    "ptb-memori",
    "ptb-pickle",
    "aiogram-memori",
    "aiogram-redis",
    "aiogram-redis-aof",
    "aiogram-sqlite",
    "aiogram-sqlite-tx",
)
OURS = ("kawan-antre", "kawan-kirim")
TIMES = 5
ALONE_PEOPLE = "20"


def run() -> None:
    """All at once, and one update at a time."""
    runs = [["--forms", "1", name] for name in TOGETHER]
    runs += [["--forms", "1", "--people", ALONE_PEOPLE, "--alone", name] for name in TOGETHER]
    results = list(interleaved("turns", "bench.one", runs, TIMES))
    for mode in ("together", "alone"):
        summary([r for r in results if r["mode"] == mode], mode)


def summary(results: list[Result], mode: str) -> None:
    by_name = {name: [r for r in results if r["contestant"] == name] for name in TOGETHER}
    for name in TOGETHER:
        if why := next((r["skipped"] for r in by_name[name] if "skipped" in r), None):
            say(f"{name} is skipped: {why}")
    speed = {name: median(rows, "turns_per_s") for name, rows in by_name.items()}
    rows = []
    for name in TOGETHER:
        cpu, server = median(by_name[name], "cpu_us"), median(by_name[name], "server_cpu_us")
        against = [ratio(speed[ours], speed[name]) for ours in OURS]
        rows.append((name, round(speed[name]), round(cpu), round(server), *against))
        emit(
            {"part": "turns", "summary": mode, "contestant": name, "turns_per_s": speed[name], "cpu_us": cpu}
            | {"server_cpu_us": server}
            | dict(zip(OURS, against, strict=True))
        )
    table(
        f"turns, {mode} (medians of {TIMES}; the last two columns: how many times as fast Kawan Desa is)",
        ("contestant", "turns/s", "CPU µs", "server µs", *OURS),
        rows,
    )
