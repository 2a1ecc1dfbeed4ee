"""run every channel that is configured, until told to stop"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace

from bot import log
from bot.app import App
from bot.channels.contract import Channel
from bot.channels.web import Web
from bot.cli import serve
from bot.cli.start import open_store, until_signal_or
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from bot.lease import Digantikan, Proses
from bot.page import Page
from bot.panel.rute import Panel
from bot.site import Challenge, Webhook, site
from bot.tanya_page import TanyaPage
from data import faq, wilayah
from data.orang import WARGA
from handlers.tabel import perintah_grup, perintah_untuk

TELEGRAM = "/telegram"
"""Where Telegram posts, below telegram.webhook_url."""
WHATSAPP = "/whatsapp"
"""Where Meta posts, below whatever address was given to it."""
DETIK_BERHENTI = 5
"""SIGTERM to exit, at most."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing besides --config."""


def main(args: argparse.Namespace, config: Config) -> int:
    log.setup(config.log.level)
    return asyncio.run(_main(config, demo=False))


async def _main(config: Config, *, demo: bool) -> int:
    store = await open_store(config)
    clock = SystemClock()
    foto = config.media.max_mb * 1_000_000
    app = App(store, clock, config.pengaturan, config.media.dir, foto, Proses(config.proses.nama))
    web = Web(store, app.clock)
    channels: list[Channel] = [web] if config.web.enabled else []
    hooks: dict[str, Webhook] = {}
    challenges: dict[str, Challenge] = {}
    if config.telegram.token.get_secret_value():
        hooks |= _telegram(config, app, channels)
    if config.whatsapp.nyala:
        hooks[WHATSAPP], challenges[WHATSAPP] = _whatsapp(config, app, channels)
    app.connect(channels)
    return await keep_running(app, config, web, hooks, challenges, demo=demo)


def _telegram(config: Config, app: App, channels: list[Channel]) -> dict[str, Webhook]:
    """Adds the channel; returns what it answers over HTTP."""
    from bot.channels.telegram import Telegram  # 0.4 s that a demo without Telegram need not wait

    its = config.telegram
    telegram = Telegram(
        its.token.get_secret_value(),
        its.base_url,
        perintah_untuk({WARGA}),
        perintah_grup=perintah_grup(),
        batas_foto=config.media.max_mb * 1_000_000,
        mode=its.mode,
        webhook_url=f"{its.webhook_url}{TELEGRAM}",
        webhook_secret=its.webhook_secret.get_secret_value(),
        on_open=lambda username: _link_to(app, username),
        tanya=app.tanya,
    )
    channels.append(telegram)

    async def hook(body: bytes, headers: Mapping[str, str]) -> int:
        return await telegram.webhook(body, headers.get("x-telegram-bot-api-secret-token", ""))

    return {TELEGRAM: hook} if its.mode == "webhook" else {}


def _whatsapp(config: Config, app: App, channels: list[Channel]) -> tuple[Webhook, Challenge]:
    """Adds the channel; returns what it answers over HTTP."""
    from bot.channels.whatsapp.build import build  # httpx, which a demo without WhatsApp need not wait for

    whatsapp = build(config.whatsapp, app.store, app.clock, config.media.max_mb * 1_000_000)
    channels.append(whatsapp)
    return whatsapp.webhook, whatsapp.challenge


def _link_to(app: App, username: str) -> None:
    """From now on invitations carry the bot's address."""
    app.world.pengaturan = replace(app.world.pengaturan, telegram=username)


async def keep_running(
    app: App,
    config: Config,
    web: Web,
    hooks: Mapping[str, Webhook],
    challenges: Mapping[str, Challenge] | None = None,
    *,
    demo: bool,
) -> int:
    """Everything up; then everything down, in order, within `DETIK_BERHENTI`."""
    logger = log.logger("run")
    page = Page(app.store, app.clock, web, app.inbox, app.gudang, app.world, demo, app.batas_foto)
    server = task = None
    try:
        if config.web.enabled or config.web.tanya or hooks:
            sock = serve.bind(config.web)
            tanya = TanyaPage(app.clock, app.tanya, app.world, config.web.enabled).routes() if config.web.tanya else ()
            panel = Panel(app.store, app.clock, app.gudang, app.world).routes() if config.web.enabled else ()
            pages = site(app, hooks, page.app() if config.web.enabled else None, [*tanya, *panel], challenges)
            server = serve.server_for(pages, config.web.proxy)
            task = asyncio.create_task(server.serve(sockets=[sock]))
        await app.start()
        preload = asyncio.gather(asyncio.to_thread(wilayah.siapkan), asyncio.to_thread(faq.siapkan))
        logger.info("running", kanal=sorted(app.channels), port=sock.getsockname()[1] if server else None)
        finished = [asyncio.create_task(app.finished())] if app.channels or not task else []  # else: only /tanya
        await until_signal_or(*finished, *([task] if task else []))
        await preload
    except Digantikan as error:
        raise SalahConfig(
            f"proses.nama: another process has begun under the name {error}; give each a name of its own"
        ) from None
    finally:
        began = time.monotonic()
        await web.close()
        if server and task:
            await serve.stop(server, task)
        await app.stop()
        logger.info("stopped", detik=round(time.monotonic() - began, 2))
    return 0
