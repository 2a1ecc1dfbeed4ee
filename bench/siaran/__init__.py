"""A broadcast to groups and people under Telegram's limits, while others write: see bench/README.md."""

from __future__ import annotations

from collections.abc import Sequence

from bench.process import interleaved, module
from bench.report import Result, emit, median, table
from bench.siaran.contract import GROUPS, PRIVATE

WHOLE = PRIVATE + GROUPS
TENTH = WHOLE // 10
SCALE = 4.0
SIDE_BY_SIDE = ("kawan", "ptb", "ptb-ulang", "ptb-ulang-semua")
TIMES = 3
FIGURES = ("ratio", "lost", "doubled", "per_1000", "unanswered", "p50_ms", "p99_ms", "max_ms", "cpu_ms", "cores")


def run(messages: int = TENTH, scale: float = SCALE) -> None:
    """Beside python-telegram-bot in real time; alone in real time with many who write; and long, on a scaled clock."""
    beside = [[name, "--messages", "600", "--every", "1"] for name in SIDE_BY_SIDE]
    results = list(interleaved("broadcast", "bench.siaran.one", beside, TIMES))
    rows = [(name, *_medians([r for r in results if r["contestant"] == name])) for name in SIDE_BY_SIDE]
    table(f"600 messages, somebody writes each second (medians of {TIMES})", ("contestant", *FIGURES), rows)
    _alone("in real time, 3.3 people a second write", "2000", "1", "0.3")
    _alone(f"{scale:g} times as fast, somebody writes every 2 s", str(messages), str(scale), "2")


def _alone(title: str, messages: str, scale: str, every: str) -> None:
    args = ("kawan", "--messages", messages, "--scale", scale, "--every", every)
    result = {"part": "broadcast", **module("bench.siaran.one", *args)}
    emit(result)
    table(f"{messages} messages, {title}", ("contestant", *FIGURES), [("kawan", *(result[key] for key in FIGURES))])


def _medians(results: Sequence[Result]) -> list[float]:
    return [round(median(results, key), 3) for key in FIGURES]
