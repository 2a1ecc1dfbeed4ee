"""From a new process to its first reply, and what its imports cost."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.machine import work_folder
from bench.process import ROOT
from bench.report import emit, median, ratio, table

TIMES = 9
TOP = 10
IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| (\s*)(\S+)")


def run() -> None:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        first_reply(Path(folder))  # fills the demo's data, and compiles
        results = []
        for number in range(1, TIMES + 1):
            results.append({"part": "startup", "time": number, "first_reply_s": first_reply(Path(folder))})
            emit(results[-1])
            emit(bare := {"part": "startup", "time": number, "bare_python_s": bare_python()})
            results.append(bare)
        imports = import_times(Path(folder))
    total, bare_s = median(results, "first_reply_s"), median(results, "bare_python_s")
    emit({"part": "startup", "summary": "first reply", "first_reply_s": total, "bare_python_s": bare_s})
    table(
        f"start-up (medians of {TIMES})",
        ("what", "s", "of it"),
        [("to the first reply", round(total, 3), ""), ("bare python", round(bare_s, 3), ratio(bare_s, total))],
    )
    for name, ms in imports:
        emit({"part": "startup", "import": name, "ms": ms})
    table("imports, with what they import, one run", ("module", "ms"), imports)


def command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, *options, "-m", "bot", "chat", "--demo", "--data", str(folder)]


def installed(folder: Path) -> dict[str, str]:
    """The environment of a program that ran before: its bytecode is on disk."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def first_reply(folder: Path) -> float:
    """Seconds from the start of the process to its first line."""
    pipe = subprocess.PIPE
    began = time.perf_counter()
    with subprocess.Popen(
        command(folder), cwd=ROOT, env=installed(folder), stdin=pipe, stdout=pipe, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("menu\n")
        process.stdin.flush()
        line = process.stdout.readline()
        taken = time.perf_counter() - began
        process.communicate()
    assert line.strip(), "the bot said nothing"
    return round(taken, 4)


def bare_python() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return round(time.perf_counter() - began, 4)


def import_times(folder: Path) -> list[tuple[str, float]]:
    """The packages and our own modules that take longest, each with everything it imports first, in ms."""
    said = subprocess.run(
        command(folder, "-X", "importtime"),
        cwd=ROOT,
        env=installed(folder),
        input="",
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    seen: dict[str, float] = {}
    for _, cumulative, _, name in IMPORT.findall(said):
        if "." not in name or name.startswith(("bot.", "data.", "handlers.")):
            seen[name] = max(seen.get(name, 0), int(cumulative) / 1000)
    return sorted(seen.items(), key=lambda item: -item[1])[:TOP]
