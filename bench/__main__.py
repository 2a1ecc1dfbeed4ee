"""`python -m bench`: every part, or those that are named. JSON lines on standard output, tables on standard error."""

from __future__ import annotations

import argparse

from bench import commit, memory, startup, turns, wilayah
from bench.machine import about
from bench.report import emit

PARTS = {"turns": turns, "commit": commit, "startup": startup, "memory": memory, "wilayah": wilayah}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    names = parser.parse_args().parts or list(PARTS)
    emit(about())
    for name in names:
        PARTS[name].run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
