"""What the numbers were taken on."""

from __future__ import annotations

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("python-telegram-bot", "aiogram", "redis", "aiosqlite", "msgspec")


def work_folder() -> Path:
    """Where databases are put: beside the results, so on the disk that holds the repository."""
    folder = Path(__file__).parent / "hasil" / "tmp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def filesystem(path: Path) -> str:
    """Kind and device of the mount that holds `path`."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    holding = [m for m in mounts if path.resolve().is_relative_to(m[1])]
    device, _, kind, *_ = max(holding, key=lambda m: len(m[1]))
    return f"{kind} on {device}"


def cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def about() -> dict[str, object]:
    return {
        "part": "machine",
        "cpu": cpu(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "filesystem": filesystem(work_folder()),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in PACKAGES},
    }
