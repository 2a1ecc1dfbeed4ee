"""look at configuration, catalogues, database and channels, and say what is well and what is not"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable

from bot.channels.contract import SendError
from bot.channels.telegram import Telegram
from bot.clock import SystemClock
from bot.config import Config, SalahConfig, prepare_folders
from data.katalog.muat import KatalogSalah
from data.katalog.periksa import periksa_semua
from data.kerja import AntreanQ
from data.outbox import OutboxQ
from data.store import MigrasiSalah, buka_store
from data.store.migrate import on_disk, pending

Check = Callable[[Config], Awaitable[str]]
SEPEKAN = 7 * 86_400


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing besides --config."""


def main(args: argparse.Namespace, config: Config) -> int:
    return asyncio.run(_main(config))


async def _main(config: Config) -> int:
    bad = 0
    for name, check in CHECKS.items():
        try:
            print(f"ok     {name}: {await check(config)}")
        except (SalahConfig, KatalogSalah, MigrasiSalah, SendError) as error:
            bad += 1
            print(f"WRONG  {name}: {error}")
    return 2 if bad else 0


async def _folders(config: Config) -> str:
    prepare_folders(config)
    return f"can write in {config.media.dir}"


async def _catalogues(config: Config) -> str:
    periksa_semua()
    return "all files load"


async def _database(config: Config) -> str:
    try:
        store = await buka_store(config.database.url)
    except Exception as error:
        raise SalahConfig(f"cannot open it ({str(error).splitlines()[0]})") from None
    try:
        todo = await store.read(lambda tx: pending(tx, on_disk()))
        waiting = await store.read(lambda tx: OutboxQ(tx).tersisa())
        failed = await store.read(lambda tx: AntreanQ(tx).gagal_sejak(SystemClock().now() - SEPEKAN))
    except MigrasiSalah:
        raise
    except Exception:
        return "opens, and is still empty; `python -m bot migrate` or the first start fills it"
    finally:
        await store.close()
    work = f', long work that failed in the last 7 days: {failed} (see the log, "work failed")' if failed else ""
    return f"opens, {len(todo)} migrations to apply, {waiting} messages waiting to be sent{work}"


async def _telegram(config: Config) -> str:
    token = config.telegram.token.get_secret_value()
    if not token:
        return "off (telegram.token is empty)"
    channel = Telegram(token, config.telegram.base_url)
    try:
        return f"answers as @{await channel.hello()}"
    finally:
        await channel.close()


async def _whatsapp(config: Config) -> str:
    its = config.whatsapp
    if not its.nyala:
        return "off (whatsapp.token is empty)"
    from bot.channels.whatsapp.build import akun
    from bot.channels.whatsapp.graph import Graph
    from bot.channels.whatsapp.patience import Patience

    graph = Graph(akun(its))
    try:
        await Patience(graph.nomor, SystemClock()).hello()
    finally:
        await graph.close()
    links = f"links lead to wa.me/{its.nomor}" if its.nomor else "whatsapp.nomor is empty: no link leads to it"
    return f"Meta knows the number and the token; {links}; Meta posts to https://<your address>/whatsapp"


CHECKS: dict[str, Check] = {
    "folders": _folders,
    "catalogues": _catalogues,
    "database": _database,
    "telegram": _telegram,
    "whatsapp": _whatsapp,
}
