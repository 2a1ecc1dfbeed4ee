"""What every command that opens the database does first."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from bot.config import Config, Database, Media, SalahConfig, prepare_folders
from data.katalog.periksa import periksa_semua
from data.store import MigrasiSalah, Store, buka_store, migrate


async def open_store(config: Config) -> Store:
    """Catalogues checked, folders writable, schema up to date; raises what the command line turns into a sentence."""
    periksa_semua()
    prepare_folders(config)
    try:
        store = await buka_store(config.database.url)
    except Exception as error:
        raise SalahConfig(f"database.url: cannot open the database ({_first_line(error)})") from None
    try:
        await migrate(store)
    except BaseException as error:
        await store.close()
        if isinstance(error, MigrasiSalah) or not isinstance(error, Exception):
            raise
        raise SalahConfig(f"database.url: cannot bring the schema up to date ({_first_line(error)})") from None
    return store


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


async def until_signal_or(*tasks: asyncio.Task[object]) -> None:
    """Until SIGTERM or SIGINT, or until one of the tasks ends; its exception is raised."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
    waiting = asyncio.create_task(stop.wait())
    done, _ = await asyncio.wait({waiting, *tasks}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    for task in done - {waiting}:
        task.result()


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def demo_config(config: Config, folder: Path) -> Config:
    """The same configuration over data of its own, without any channel but the page."""
    return config.model_copy(
        update={
            "database": Database(url=f"sqlite:///{folder}/kawan.db"),
            "media": Media(dir=folder / "media", max_mb=config.media.max_mb),
        }
    )
