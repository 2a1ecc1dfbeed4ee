"""Where a message belongs with Telegram, as the neutral `tujuan`: "<chat>", or "<chat>/<topic>" in a forum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.channels.contract import SendError


@dataclass(frozen=True)
class Tempat:
    chat: int
    topik: int | None = None

    @property
    def pribadi(self) -> bool:
        return self.chat > 0

    @property
    def params(self) -> dict[str, Any]:
        """As the parameters of whatever sends."""
        return {"chat_id": self.chat} | ({"message_thread_id": self.topik} if self.topik else {})


def baca(tujuan: str) -> Tempat:
    """Raises `SendError` for what is no address of Telegram's."""
    chat, _, topik = tujuan.partition("/")
    try:
        return Tempat(int(chat), int(topik) if topik else None)
    except ValueError:
        raise SendError("tetap", "not an address of Telegram's") from None


def tulis(chat: int, topik: int = 0) -> str:
    return f"{chat}/{topik}" if topik else str(chat)


def grup(tujuan: str) -> bool:
    """Telegram gives groups negative numbers."""
    return tujuan.startswith("-")
