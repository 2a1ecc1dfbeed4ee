"""What Telegram shows of the bot: its commands and who it is. A courtesy: whatever fails here is tried at the next
start, and several processes may do it at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from telegram import error as tg

from bot.channels.telegram.send import Call
from bot.channels.telegram.words import DESKRIPSI, DESKRIPSI_PENDEK
from bot.log import logger

log = logger("telegram")
Perintah = Sequence[tuple[str, str]]
"""(command, what it does)."""


async def introduce(call: Call, perintah: Perintah, perintah_grup: Perintah) -> None:
    """Only what differs is set: Telegram throttles such changes by the hour."""
    await _commands(call, "all_private_chats", perintah)
    await _commands(call, "all_group_chats", perintah_grup)
    await _text(call, "Description", "description", DESKRIPSI)
    await _text(call, "ShortDescription", "short_description", DESKRIPSI_PENDEK)


async def _commands(call: Call, scope: str, perintah: Perintah) -> None:
    if not perintah:
        return
    mau = [{"command": nama, "description": apa} for nama, apa in perintah]
    try:
        if await call("getMyCommands", scope={"type": scope}) != mau:
            await call("setMyCommands", scope={"type": scope}, commands=mau)
    except tg.TelegramError as error:
        log.warning("commands not shown", untuk=scope, sebab=f"{type(error).__name__}: {error}")


async def _text(call: Call, what: str, key: str, mau: str) -> None:
    try:
        ada = await call(f"getMy{what}")
        if ada.get(key) != mau:
            await call(f"setMy{what}", **{key: mau})
    except tg.TelegramError as error:
        log.warning("description not shown", apa=key, sebab=f"{type(error).__name__}: {error}")
