"""run every channel that is configured, until told to stop"""

from __future__ import annotations

import argparse
import asyncio
import time

from bot import log
from bot.app import App
from bot.channels.contract import Channel
from bot.channels.web import Web
from bot.cli import serve
from bot.cli.start import open_store, until_signal_or
from bot.clock import SystemClock
from bot.config import Config
from bot.page import Page
from data import wilayah
from data.orang import WARGA
from handlers.tabel import SEMUA

DETIK_BERHENTI = 5
"""SIGTERM to exit, at most."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing besides --config."""


def main(args: argparse.Namespace, config: Config) -> int:
    log.setup(config.log.level)
    return asyncio.run(_main(config, demo=False))


async def _main(config: Config, *, demo: bool) -> int:
    store = await open_store(config)
    app = App(store, SystemClock(), config.pengaturan, config.media.dir, config.media.max_mb * 1_000_000)
    web = Web(store, app.clock)
    app.connect(_channels(config, web))
    return await keep_running(app, config, web, demo=demo)


def _channels(config: Config, web: Web) -> list[Channel]:
    channels: list[Channel] = [web] if config.web.enabled else []
    if token := config.telegram.token.get_secret_value():
        from bot.channels.telegram import Telegram  # 0.4 s that a demo without Telegram need not wait

        channels.append(Telegram(token, config.telegram.base_url, commands()))
    return channels


def commands() -> list[tuple[str, str]]:
    """What Telegram's own menu button lists."""
    return [(r.nama, r.help) for r in SEMUA if r.menu] + [
        (r.nama, r.help) for r in SEMUA if r.nama == "daftar" and WARGA in r.untuk
    ]


async def keep_running(app: App, config: Config, web: Web, *, demo: bool) -> int:
    """Everything up; then everything down, in order, within `DETIK_BERHENTI`."""
    logger = log.logger("run")
    page = Page(app.store, app.clock, web, app.inbox, app.gudang, app.world, demo, app.batas_foto)
    server = task = None
    try:
        if config.web.enabled:
            sock = serve.bind(config.web)
            server = serve.server_for(page.app())
            task = asyncio.create_task(server.serve(sockets=[sock]))
        await app.start()
        preload = asyncio.create_task(asyncio.to_thread(wilayah.siapkan))
        logger.info("running", kanal=sorted(app.channels), port=sock.getsockname()[1] if server else None)
        await until_signal_or(asyncio.create_task(app.finished()), *([task] if task else []))
        await preload
    finally:
        began = time.monotonic()
        await web.close()
        if server and task:
            await serve.stop(server, task)
        await app.stop()
        logger.info("stopped", detik=round(time.monotonic() - began, 2))
    return 0
