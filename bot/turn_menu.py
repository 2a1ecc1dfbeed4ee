"""The platform's own menu of commands follows what the person may do."""

from __future__ import annotations

from collections.abc import Collection

from bot.reply import queue
from data.inbox import Masuk
from data.orang import WARGA, OrangQ
from data.store import Tx
from handlers.dialog.pesan import Pesan
from handlers.dialog.tombol import sidik
from handlers.tabel import perintah_untuk

BERMENU = frozenset({"telegram"})
"""Channels that show one in each chat."""


def fingerprint(peran: Collection[str]) -> str:
    """'' for what everybody sees: that menu needs no message of its own."""
    perintah = perintah_untuk(peran)
    return "" if perintah == perintah_untuk({WARGA}) else sidik(perintah)


def refresh_menu(tx: Tx, masuk: Masuk, orang_id: int, now: int) -> None:
    """After the turn: it may have given the person a task."""
    if masuk.kanal not in BERMENU:
        return
    orang = OrangQ(tx)
    peran = orang.ambil(orang_id, now).peran
    if orang.ganti_menu(masuk.kanal, masuk.tujuan, fingerprint(peran)):
        queue(tx, masuk, Pesan("", menu=perintah_untuk(peran)), now)
