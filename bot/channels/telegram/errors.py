"""python-telegram-bot's exceptions in the words of the contract.

Telegram documents hardly any of its refusals; the words here are those of github.com/tdlib/telegram-bot-api and of
its users' reports.
"""

from __future__ import annotations

import os
from datetime import timedelta

from telegram import error as tg

from bot.channels.contract import SendError
from bot.channels.telegram.connector import TakTerkirim

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else each RetryAfter warns that it will once be a timedelta
TAK_KENAL = "Telegram does not know this token; @BotFather gives a new one"
TUTUP = ("blocked", "kicked", "not a member", "can't initiate conversation", "can't send messages to bots")
"""Said with 403: the person, or the group, has closed the door."""
HILANG = ("chat not found", "deactivated", "chat was deleted", "peer_id_invalid", "chat_id_invalid")
"""There is nobody there any more."""
BISU = (
    "not enough rights", "no rights to send", "need administrator rights", "chat_write_forbidden", "chat_restricted",
    "chat_send_plain_forbidden", "chat_admin_required",
)  # fmt: skip
"""We are in the group and may not write there."""
MEDIA = ("photo", "document", "media", "file", "video", "audio", "sticker")
"""What a group may refuse and still take text."""
TOPIK = ("thread not found", "topic_deleted", "topic_closed", "topic_id_invalid", "topic_not_found")
PAPAN = ("button", "keyboard", "reply markup", "reply_markup", "in private chats only")
FORMAT = ("entit", "parse_mode")
TAK_BERTOMBOL = ("is not modified", "message to edit not found", "message can't be edited", "message_id_invalid")
PADAT = 30
"""Seconds to wait when Telegram throttles and does not say how long."""


def has(error: tg.TelegramError, words: tuple[str, ...]) -> bool:
    said = str(error).lower()
    return any(word in said for word in words)


def seconds(error: tg.RetryAfter) -> float:
    tunggu = error.retry_after
    return tunggu.total_seconds() if isinstance(tunggu, timedelta) else float(tunggu)


def translate(error: tg.TelegramError) -> SendError:
    sebab = f"{type(error).__name__}: {error}"
    if isinstance(error, tg.RetryAfter):
        return SendError("tunggu", sebab, tunggu=seconds(error))
    if isinstance(error, tg.ChatMigrated):
        return SendError("pindah", sebab, tujuan_baru=str(error.new_chat_id))
    if isinstance(error, tg.InvalidToken):
        return SendError("berhenti", TAK_KENAL)
    if isinstance(error, tg.Forbidden | tg.BadRequest):
        return _refused(error, sebab)
    if isinstance(error, TakTerkirim):
        return SendError("sementara", sebab)
    if has(error, ("too many requests",)):
        return SendError("tunggu", sebab, tunggu=PADAT)
    if has(error, ("entity too large",)):
        return SendError("tetap", sebab)
    return SendError("sementara", sebab, mungkin_sampai=True)


def _refused(error: tg.TelegramError, sebab: str) -> SendError:
    if has(error, BISU):
        return SendError("tetap" if has(error, MEDIA) else "bisu", f"may not write in this chat: {sebab}")
    tutup = has(error, HILANG) or (isinstance(error, tg.Forbidden) and has(error, TUTUP))
    return SendError("tutup" if tutup else "tetap", sebab)


def conflict(error: tg.Conflict) -> str:
    """Which of the two it is, in a sentence for the operator."""
    if has(error, ("webhook",)):
        return (
            "messages go to a webhook, which another program has set for this bot: stop that program and start this "
            "one again, or give each its own token"
        )
    return "another program polls for this bot's messages: stop it, or give each its own token"
