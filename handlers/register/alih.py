"""Words for entries that are meant for a register's thing when a number of one stands behind them."""

from __future__ import annotations

from collections.abc import Callable

from handlers.register.sebut import NOMOR


def alih_ke(kata: str, *dulu: Callable[[str], str]) -> Callable[[str], str]:
    """'/hapus AL-2611-0003' is 'register_hapus AL-2611-0003', unless one of `dulu` knows better."""

    def alih(argumen: str) -> str:
        cocok = NOMOR.search(argumen)
        lain = next((ke for satu in dulu if (ke := satu(argumen))), "")
        return lain or (f"{kata} {argumen[cocok.start() :].lstrip('#')}" if cocok else "")

    return alih
