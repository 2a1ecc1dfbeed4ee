"""open the demo in a browser: five personas, eight weeks of sample entries, no token, no network"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import webbrowser
from dataclasses import replace
from pathlib import Path

from bot import log
from bot.app import App
from bot.channels.web import Web
from bot.cli.run import keep_running
from bot.cli.start import demo_config, open_store, say
from bot.clock import SystemClock
from bot.config import Config
from data.peraga import siapkan


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=Path("var/demo"), metavar="DIR", help="where the demo keeps its data"
    )
    parser.add_argument("--port", type=int, metavar="N", help="default: web.port of the configuration, 8080")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser window")


def main(args: argparse.Namespace, config: Config) -> int:
    log.setup("warning")
    config = demo_config(config, args.data)
    given = {"port": args.port} if args.port is not None else {}
    tanya = "tanya" not in config.web.model_fields_set or config.web.tanya
    web = config.web.model_copy(update={"enabled": True, "tanya": tanya} | given)
    return asyncio.run(_main(config.model_copy(update={"web": web}), open_browser=not args.no_browser))


async def _main(config: Config, *, open_browser: bool) -> int:
    store = await open_store(config)
    clock = SystemClock()
    await store.write(lambda tx: siapkan(tx, clock.now()))
    address = f"http://{config.web.host}:{config.web.port}"
    pengaturan = replace(config.pengaturan, halaman=config.web.alamat or address)
    app = App(store, clock, pengaturan, config.media.dir, config.media.max_mb * 1_000_000)
    web = Web(store, clock)
    app.connect([web])
    say(f"Kawan Desa: {address}  (Ctrl+C to stop)")
    if config.web.tanya:
        say(f"Tanya Desa: {address}/tanya")
    if open_browser:
        with contextlib.suppress(webbrowser.Error):
            asyncio.get_running_loop().call_later(0.5, webbrowser.open, address)
    return await keep_running(app, config, web, {}, demo=True)
