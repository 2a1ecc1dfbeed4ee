"""A message as Telegram shows it: HTML in pieces, and a keyboard under the last."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import quote

from bot.log import logger
from handlers.dialog.pesan import Pesan, Tombol

log = logger("telegram")
LABEL, BARIS = 60, 90
"""Characters of a button, rows of a keyboard; what is longer is cut, and logged."""
SEBELAH = 18
"""Two buttons stand side by side when both labels are at most this long: they fit a narrow phone."""
Papan = dict[str, Any]
Baris = list[list[dict[str, str]]]


def potong(pesan: Pesan, batas: int) -> list[str]:
    """Telegram HTML in pieces of at most `batas` characters as the reader counts them, cut at line ends."""
    kepala = f"<b>{html.escape(pesan.judul, quote=False)}</b>\n\n" if pesan.judul else ""
    sisa = pesan.teks
    ruang = batas - len(pesan.judul) - 2 if pesan.judul else batas
    potongan = []
    while len(sisa) > ruang:
        di = max(sisa.rfind("\n", 0, ruang), 0) or ruang
        potongan.append(sisa[:di])
        sisa, ruang = sisa[di:].lstrip("\n"), batas
    potongan.append(sisa)
    lolos = [html.escape(p, quote=False) for p in potongan]
    return [kepala + lolos[0], *lolos[1:]]


def polos(lolos: str) -> str:
    """What `potong` made, without its markup."""
    return html.unescape(re.sub("</?b>", "", lolos))


def papan(pesan: Pesan, username: str = "", *, pribadi: bool = True) -> Papan | None:
    """reply_markup: list rows first, then buttons; or the phone's location button where nothing else is asked.

    `username` is the bot's, for buttons that lead to its private chat.
    """
    rows: Baris = [[_tombol(f"{b.label} · {b.ket}" if b.ket else b.label, b.data)] for b in pesan.daftar]
    rows += _berdua([_tautan(t, username) if t.mulai else _tombol(t.label, t.data) for t in pesan.tombol])
    if rows:
        if len(rows) > BARIS:
            log.warning("buttons cut", jumlah=len(rows))
        return {"inline_keyboard": rows[:BARIS]}
    if pesan.minta == "lokasi" and pribadi:  # Telegram refuses it in a group
        kirim = [[{"text": "Kirim lokasi saya", "request_location": True}], [{"text": "Kembali"}]]
        return {"keyboard": kirim, "resize_keyboard": True, "one_time_keyboard": True}
    return None


def _tautan(tombol: Tombol, username: str) -> dict[str, str]:
    return {"text": _label(tombol.label), "url": f"https://t.me/{username}?start={quote(tombol.mulai, safe='')}"}


def _tombol(label: str, data: str) -> dict[str, str]:
    return {"text": _label(label), "callback_data": data}


def _label(label: str) -> str:
    if len(label) <= LABEL:
        return label
    log.info("label cut", panjang=len(label))
    return f"{label[: LABEL - 1]}…"


def _berdua(tombol: list[dict[str, str]]) -> Baris:
    rows: Baris = []
    for satu in tombol:
        if rows and len(rows[-1]) == 1 and all(len(t["text"]) <= SEBELAH for t in (*rows[-1], satu)):
            rows[-1].append(satu)
        else:
            rows.append([satu])
    return rows
