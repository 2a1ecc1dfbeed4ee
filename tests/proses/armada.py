"""The processes of a scaled run: started in a moment out of a server that has imported everything, killed, ended."""

from __future__ import annotations

import ctypes
import json
import multiprocessing
import os
import secrets
import signal
import socket
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bot.cli.run import TELEGRAM
from tests.clock_skala import ScaledClock, clock_of
from tests.proses.skala import run
from tests.telegram_server import TelegramServer

RAHASIA = "rahasia-webhook-uji-1234"
ALAMAT = "https://desa.id"
"""The webhook's public address; a load balancer behind it knows the processes."""
_PR_SET_PDEATHSIG = 1
_context: Any = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.proses.hangat"])


@dataclass
class Mesin:
    """One process: `mulai`, `bunuh` (SIGKILL) and `henti` (SIGTERM) as often as wanted."""

    nama: str
    folder: Path
    url: str
    server: TelegramServer
    webhook: bool = False
    sabar: float = 1
    port: int = 0
    proses: BaseProcess | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        self.port = self.port or _free_port()
        self._tulis_config()

    @property
    def alamat(self) -> str:
        return f"http://127.0.0.1:{self.port}{TELEGRAM}"

    @property
    def config(self) -> Path:
        return self.folder / f"{self.nama}.toml"

    @property
    def log(self) -> Path:
        return self.folder / f"{self.nama}.jsonl"

    @property
    def hidup(self) -> bool:
        return self.proses is not None and self.proses.is_alive()

    def mulai(self) -> None:
        clock: ScaledClock = clock_of(self.server)
        self.proses = _context.Process(
            target=run, args=(str(self.config), clock, str(self.log), self.sabar), daemon=True
        )
        self.proses.start()

    def bunuh(self) -> None:
        """kill -9: no warning, no goodbye."""
        assert self.proses is not None
        self.proses.kill()
        self.proses.join()

    def henti(self) -> tuple[int | None, float]:
        """SIGTERM; the exit status, and how many real seconds it took."""
        assert self.proses is not None
        assert self.proses.pid is not None
        mulai = time.monotonic()
        assert self.hidup, f"{self.nama} ended by itself: {self.log.read_text('utf-8', 'replace')[-2000:]}"
        os.kill(self.proses.pid, signal.SIGTERM)
        self.proses.join(15)
        return self.proses.exitcode, time.monotonic() - mulai

    def catatan(self) -> list[dict[str, Any]]:
        """What it logged, all its runs together; a line that a kill cut off is passed over."""
        if not self.log.exists():
            return []
        baris = self.log.read_text("utf-8", "replace").splitlines()
        return [json.loads(satu) for satu in baris if satu.startswith("{") and satu.endswith("}")]

    def ganti_cara(self, *, webhook: bool) -> None:
        """For the next start."""
        self.webhook = webhook
        self._tulis_config()

    def _tulis_config(self) -> None:
        telegram: dict[str, str] = {"token": self.server.token, "base_url": self.server.url}
        if self.webhook:
            telegram |= {"mode": "webhook", "webhook_url": ALAMAT, "webhook_secret": RAHASIA}
        isi: dict[str, dict[str, str | int | bool]] = {
            "telegram": {**telegram},
            "database": {"url": self.url},
            "proses": {"nama": self.nama},
            "web": {"enabled": False, "port": self.port},
            "media": {"dir": str(self.folder / "media")},
        }
        baris = []
        for bagian, kunci in isi.items():
            baris.append(f"[{bagian}]")
            baris += [f"{nama} = {json.dumps(nilai)}" for nama, nilai in kunci.items()]
        self.config.write_text("\n".join(baris), "utf-8")


def _child(config: str, clock: ScaledClock, log: str, sabar: float) -> None:
    """Ends with the server that forked it, and so with the tests, whatever ended these."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    run(config, clock, log, sabar)


def _free_port() -> int:
    """Not one that the system gives to connections of its own: while its process is dead nobody may take it."""
    while True:
        with socket.socket() as sock, suppress(OSError):
            port = secrets.randbelow(12_000) + 20_000
            sock.bind(("127.0.0.1", port))
            return port
