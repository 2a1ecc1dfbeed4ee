"""New Python processes of ours, and what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.report import Result, emit, say

ROOT = Path(__file__).parent.parent


def module(name: str, *args: str) -> Result:
    """Run `python -m name` and read its one JSON line; raises CalledProcessError, having shown why."""
    command = [sys.executable, "-m", name, *args]
    try:
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        say(error.stderr)
        raise
    result: Result = json.loads(done.stdout.splitlines()[-1])
    return result


def interleaved(part: str, name: str, contestants: Sequence[Sequence[str]], times: int) -> Iterator[Result]:
    """A B C A B C …: what slows the machine down for a while slows all of them."""
    for time in range(1, times + 1):
        for args in contestants:
            result = {"part": part, "time": time, **module(name, *args)}
            emit(result)
            yield result


def rss(field: str) -> float:
    """MB, from the kernel."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith(f"{field}:"))
    return round(int(line.split()[1]) / 1024, 1)
