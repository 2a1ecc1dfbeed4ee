"""The real program on a clock that runs N times as fast: pacing, retries, leases, polls and every time-out.

python -m tests.proses.skala --config config.toml --skala 30 --mulai 1795266000
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from pathlib import Path
from unittest.mock import patch

from bot import lease, log, sender
from bot.channels.telegram.http import AiohttpRequest
from bot.cli import run as program
from bot.config import load
from tests.clock_skala import ScaledClock, ScaledLoop


def run(config: str, clock: ScaledClock, catatan: str = "", sabar: float = 1) -> None:
    """`python -m bot run`, until SIGTERM. `catatan`: the file that it logs to.

    `sabar` makes the time-outs of HTTP, the lease and what is claimed ahead so many times as long: on a busy machine
    that stands still for a moment many simulated seconds pass, and what is not answered by then is sent twice.
    """
    if catatan:
        berkas = os.open(catatan, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(berkas, 1)
        os.dup2(berkas, 2)
    isi = load(Path(config))
    log.setup(isi.log.level)
    _wait_longer(sabar)
    with (
        patch.object(program, "SystemClock", lambda: clock),
        asyncio.Runner(loop_factory=lambda: ScaledLoop(clock)) as r,
    ):
        r.run(program._main(isi, demo=False))


def _wait_longer(times: float) -> None:
    batas = AiohttpRequest.__init__.__kwdefaults__
    assert batas is not None
    batas |= {nama: detik * times for nama, detik in batas.items() if nama.endswith("_timeout")}
    lease.LAMA = int(lease.LAMA * times)
    sender.MUKA *= times


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", required=True)
    parser.add_argument("--skala", type=float, required=True)
    parser.add_argument("--mulai", type=float, required=True, help="the simulated date at the start, epoch seconds")
    parser.add_argument("--sejak", type=float, default=time.monotonic(), help="time.monotonic() then")
    args = parser.parse_args()
    run(args.config, ScaledClock(args.skala, args.mulai, args.sejak))


if __name__ == "__main__":
    main()
