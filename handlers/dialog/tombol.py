"""Button data: which conversation, which question, which answer. So an old button is never taken for another answer.

``k3f~desa~32.03.03.2013``. Nothing in it is trusted: the value is read as an answer like any other, the conversation
must belong to the person who taps.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple

import msgspec

from handlers.dialog.keadaan import Json

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PARTS = 3
MAX_BYTES = 64
PERINTAH = "!"
"""Question key of buttons that start a command; their conversation is 0."""


class DataTombol(NamedTuple):
    percakapan: int
    kunci: str
    nilai: str


def tulis(percakapan: int, kunci: str, nilai: str) -> str:
    data = f"{_base36(percakapan)}~{kunci}~{nilai}"
    if len(data.encode()) > MAX_BYTES:
        raise ValueError(f"button data over {MAX_BYTES} bytes: {data!r}; shorten the key or the option's id")
    return data


def baca(data: str) -> DataTombol | None:
    """None for anything we did not write."""
    parts = data.split("~", PARTS - 1)
    if len(parts) != PARTS or not all(parts[:2]) or len(parts[0]) > 12 or parts[0].strip(DIGITS):
        return None
    return DataTombol(int(parts[0], 36), parts[1], parts[2])


def perintah(kata: str) -> str:
    """Data of a button that does what typing `/kata` does."""
    return tulis(0, PERINTAH, kata)


def sidik(json: Json) -> str:
    """A short print of an answer too long for a button, so that an old button never stands for a newer answer."""
    return _base36(zlib.crc32(msgspec.json.encode(json)))


def _base36(n: int) -> str:
    out = ""
    while n:
        n, rest = divmod(n, 36)
        out = DIGITS[rest] + out
    return out or "0"
