"""talk to the bot in this terminal, or through a pipe: a line in, a message out"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot import log
from bot.app import App
from bot.channels.console import NAMA, Console
from bot.cli.start import demo_config, open_store
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from data.orang import OrangQ
from data.peraga import PERSONA, Persona, siapkan
from data.store import Tx


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="on the demo's people and data")
    parser.add_argument("--sebagai", metavar="NAMA", default="", help='with --demo, one of its people: "Bu Sari"')
    parser.add_argument("--data", type=Path, metavar="DIR", help="where everything is kept (with --demo: var/chat)")


def main(args: argparse.Namespace, config: Config) -> int:
    log.setup("error")
    if args.demo or args.data:
        config = demo_config(config, args.data or Path("var/chat"))
    return asyncio.run(_main(args, config))


async def _main(args: argparse.Namespace, config: Config) -> int:
    persona = _persona(args.sebagai) if args.demo else None
    store = await open_store(config)
    clock = SystemClock()
    tujuan, nama = (persona.id, persona.nama) if persona else ("lokal", args.sebagai or "Anda")
    if args.demo:
        await store.write(lambda tx: _seat(tx, tujuan, clock.now()))
    app = App(store, clock, config.pengaturan, config.media.dir, config.media.max_mb * 1_000_000)
    folder = config.media.dir.parent / "berkas"
    app.connect([Console(tujuan, nama, clock, folder, baca=sys.stdin.readline, tulis=_print)])
    try:
        await app.start(ticking=False)
        await app.finished()
        await app.drain()
    finally:
        await app.stop()
    return 0


def _persona(nama: str) -> Persona:
    """By name, any case; the first of them when none is given."""
    if not nama:
        return PERSONA[0]
    for persona in PERSONA:
        if persona.nama.lower() == nama.strip().lower():
            return persona
    raise SalahConfig(
        f"--sebagai: nobody in the demo is called {nama!r}; there are {', '.join(p.nama for p in PERSONA)}"
    )


def _seat(tx: Tx, tujuan: str, now: int) -> None:
    """The demo's person also sits at this terminal."""
    siapkan(tx, now)
    orang = OrangQ(tx).di_alamat("web", tujuan, now)
    assert orang is not None
    OrangQ(tx).pasang_alamat(orang.id, NAMA, tujuan, now)


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
