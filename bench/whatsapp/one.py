"""Measure one client in a process of its own: `python -m bench.whatsapp.one NAME`. One JSON line comes out."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench.machine import work_folder
from bench.whatsapp.canned import graph
from bench.whatsapp.contestants import CLIENTS, Client
from bench.whatsapp.delivery import PEOPLE, delivery

SENDS, AT_ONCE = 400, 8
DELIVERIES = 20
WARM = 2


async def measure(client: Client, folder: Path, url: str) -> dict[str, object]:
    await client.start(folder, url)
    try:
        for number in range(WARM):
            await client.send()
            await client.receive(delivery(DELIVERIES + number))
        before = await client.taken()
        gc.collect()
        out = await _cpu(lambda: _send(client), SENDS)
        bodies = [delivery(number) for number in range(DELIVERIES)]
        into = await _cpu(lambda: _receive(client, bodies), 1)
        taken = await client.taken() - before
    finally:
        await client.close()
    return {
        "cpu_out_us": out,
        "cpu_in_us": round(into / max(taken, 1), 1),
        "given": DELIVERIES * PEOPLE,
        "taken": taken,
    }


async def _cpu(work: Callable[[], Awaitable[None]], times: int) -> float:
    """Microseconds of this process, for each."""
    began = time.process_time()
    await work()
    return round((time.process_time() - began) / times * 1e6, 1)


async def _send(client: Client) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def one() -> None:
        async with room:
            await client.send()

    await asyncio.gather(*(one() for _ in range(SENDS)))


async def _receive(client: Client, bodies: list[bytes]) -> None:
    for body in bodies:
        await client.receive(body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=CLIENTS)
    name = parser.parse_args().name
    with graph() as url, tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        result = asyncio.run(measure(CLIENTS[name](), Path(folder), url))
    print(json.dumps({"contestant": name, **result}))


if __name__ == "__main__":
    main()
