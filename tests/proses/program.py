"""The real program in a process of its own, against a Bot API server on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

AKAR = Path(__file__).parents[2]


@dataclass
class Program:
    """`python -m bot run` over a folder; `mulai`, `bunuh` (SIGKILL) and `henti` (SIGTERM) as often as wanted."""

    folder: Path
    url: str
    base_url: str
    token: str
    web: bool = False
    port: int = 0
    lagi: dict[str, dict[str, str | int]] = field(default_factory=dict)
    """Further parts of its configuration."""
    proses: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def config(self) -> Path:
        return self.folder / "config.toml"

    def tulis_config(self) -> None:
        isi: dict[str, dict[str, str | int]] = {
            "telegram": {"token": self.token, "base_url": self.base_url},
            "database": {"url": self.url},
            "web": {"enabled": self.web, "port": self.port},
            "media": {"dir": str(self.folder / "media")},
            **self.lagi,
        }
        baris = []
        for bagian, kunci in isi.items():
            baris.append(f"[{bagian}]")
            baris += [f"{nama} = {json.dumps(nilai)}" for nama, nilai in kunci.items()]
        self.config.write_text("\n".join(baris), "utf-8")

    def mulai(self) -> None:
        self.tulis_config()
        log = (self.folder / "log.jsonl").open("ab")
        env = {k: v for k, v in os.environ.items() if not k.startswith("KAWAN_")}
        self.proses = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--config", str(self.config)],
            cwd=AKAR,
            stderr=log,
            stdout=log,
            env=env,
        )
        log.close()

    def bunuh(self) -> None:
        """kill -9: no warning, no goodbye."""
        assert self.proses is not None
        self.proses.send_signal(signal.SIGKILL)
        self.proses.wait()

    def henti(self) -> tuple[int, float]:
        """SIGTERM; the exit status, and how many seconds it took."""
        assert self.proses is not None
        mulai = time.monotonic()
        self.proses.send_signal(signal.SIGTERM)
        return self.proses.wait(timeout=15), time.monotonic() - mulai

    @property
    def log(self) -> str:
        return (self.folder / "log.jsonl").read_text("utf-8")
