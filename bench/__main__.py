"""`python -m bench`: every part, or those that are named. JSON lines on standard output, tables on standard error."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from bench import commit, memory, siaran, startup, turns, wilayah
from bench.machine import about
from bench.report import emit

PARTS: dict[str, Callable[[], None]] = {
    "turns": turns.run,
    "commit": commit.run,
    "startup": startup.run,
    "memory": memory.run,
    "wilayah": wilayah.run,
    "broadcast": siaran.run,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--messages", type=int, default=siaran.TENTH, help="of the broadcast on the scaled clock")
    parser.add_argument("--full", action="store_true", help=f"all {siaran.WHOLE} of them: some seven minutes")
    parser.add_argument("--scale", type=float, default=siaran.SCALE, help="how fast that clock runs")
    args = parser.parse_args()
    messages = siaran.WHOLE if args.full else args.messages
    emit(about())
    parts = PARTS | {"broadcast": partial(siaran.run, messages, args.scale)}
    for name in args.parts or parts:
        parts[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
