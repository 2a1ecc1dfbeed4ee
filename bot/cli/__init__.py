"""`python -m bot …`: one file a command, and this table of contents."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.cli import chat, demo, doctor, migrate, run
from bot.config import Config, SalahConfig, load
from data.katalog.muat import KatalogSalah
from data.store import MigrasiSalah

COMMANDS = {
    "run": run,
    "demo": demo,
    "chat": chat,
    "migrate": migrate,
    "doctor": doctor,
}
SALAH = 2
"""Exit status when the operator has something to mend."""


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Kawan Desa, a chat companion for village facilitators"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        assert module.__doc__
        sub = commands.add_parser(name, help=module.__doc__.splitlines()[0])
        sub.add_argument("--config", type=Path, metavar="FILE", help="default: config.toml when there is one")
        module.arguments(sub)
    args = parser.parse_args(argv)
    try:
        status: int = COMMANDS[args.command].main(args, _config(args))
    except (SalahConfig, KatalogSalah, MigrasiSalah) as error:
        print(f"kawan-desa: {error}", file=sys.stderr)
        return SALAH
    except KeyboardInterrupt:
        return 130
    return status


def _config(args: argparse.Namespace) -> Config:
    """The named file, else config.toml where there is one, else defaults and environment."""
    if args.config is not None:
        return load(args.config)
    here = Path("config.toml")
    return load(here if here.exists() else None)
