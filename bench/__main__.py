"""`python -m bench`: every part, or those that are named. JSON lines on standard output, tables on standard error."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from bench import commit, faq, lembar, memory, nasional, setahun, siaran, startup, turns, whatsapp, wilayah
from bench.machine import about
from bench.report import emit

PARTS: dict[str, Callable[[], None]] = {
    "turns": turns.run,
    "commit": commit.run,
    "startup": startup.run,
    "memory": memory.run,
    "wilayah": wilayah.run,
    "faq": faq.run,
    "broadcast": siaran.run,
    "whatsapp": whatsapp.run,
    "lembar": lembar.run,
    "setahun": setahun.run,
    "nasional": nasional.run,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--messages", type=int, default=siaran.TENTH, help="of the broadcast on the scaled clock")
    parser.add_argument(
        "--full",
        action="store_true",
        help=f"all {siaran.WHOLE} of them; nasional: 10 million rows; lembar: {lembar.WHOLE}",
    )
    parser.add_argument("--scale", type=float, default=siaran.SCALE, help="how fast that clock runs")
    args = parser.parse_args()
    messages = siaran.WHOLE if args.full else args.messages
    emit(about())
    parts = PARTS | {"broadcast": partial(siaran.run, messages, args.scale)}
    parts["nasional"] = partial(nasional.run, nasional.UKURAN if args.full else nasional.UKURAN[:1])
    parts["lembar"] = partial(lembar.run, lembar.WHOLE if args.full else lembar.ROWS)
    for name in args.parts or parts:
        parts[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
