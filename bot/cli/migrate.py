"""bring the database's schema up to date, and say what was done"""

from __future__ import annotations

import argparse
import asyncio

from bot.config import Config, SalahConfig, prepare_folders
from data.store import MigrasiSalah, buka_store, migrate


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing besides --config."""


def main(args: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_main(config))


async def _main(config: Config) -> int:
    prepare_folders(config)
    try:
        store = await buka_store(config.database.url)
    except Exception as error:
        raise SalahConfig(f"database.url: cannot open the database ({str(error).splitlines()[0]})") from None
    try:
        done = await migrate(store)
    except MigrasiSalah:
        raise
    except Exception as error:
        raise SalahConfig(f"database.url: the migration was undone ({str(error).splitlines()[0]})") from None
    finally:
        await store.close()
    print("\n".join(f"applied {name}" for name in done) or "nothing to do, the schema is up to date")
    return 0
