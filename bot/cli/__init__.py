"""`python -m bot …`: one file a command, and this table of contents."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from bot.channels.contract import SendError
from bot.config import Config, SalahConfig, load
from data.katalog.muat import KatalogSalah
from data.store import MigrasiSalah

COMMANDS = {
    "run": "run every channel that is configured, until told to stop",
    "demo": "open the demo in a browser: five personas, sample entries, no token, no network",
    "chat": "talk to the bot in this terminal, or through a pipe: a line in, a message out",
    "outbox": "list what was sent, what waits and what failed, and why; send failed messages again",
    "jadwal": "show what the clock will say next, to whom and why, or would say at a given time; nothing is sent",
    "undang": "make an invitation, or one for every row of a sheet; the first admin comes in this way",
    "templat": "check a folder of own Word templates, or fill one with ours and a page that lists all fields",
    "wa": "compare our WhatsApp templates with those that Meta has approved, and submit the missing ones (--ajukan)",
    "tanya": "answer questions about the Village Law: one a line in, the answer out; needs no database",
    "faq": "say what is asked, missed and disputed (laporan), or check all topics and editors' changes (periksa)",
    "migrate": "bring the database's schema up to date, and say what was done",
    "doctor": "look at configuration, catalogues, database and channels, and say what is well and what is not",
}
SALAH = 2
"""Exit status when the operator has something to mend."""


def main(argv: list[str] | None = None) -> int:
    argv = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Kawan Desa, a chat companion for village facilitators"
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, words in COMMANDS.items():
        sub = commands.add_parser(name, help=words, description=words)
        sub.add_argument("--config", type=Path, metavar="FILE", help="default: config.toml when there is one")
        if argv[:1] == [name]:  # only the one that is wanted is imported: a pipe waits for its first line
            import_module(f"bot.cli.{name}").arguments(sub)
    args = parser.parse_args(argv)
    try:
        status: int = import_module(f"bot.cli.{args.command}").main(args, _config(args))
    except (SalahConfig, KatalogSalah, MigrasiSalah) as error:
        print(f"kawan-desa: {error}", file=sys.stderr)
        return SALAH
    except SendError as error:  # a channel that cannot go on at all
        print(f"kawan-desa: {error.sebab}", file=sys.stderr)
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
