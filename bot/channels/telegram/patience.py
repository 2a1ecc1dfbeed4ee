"""Telegram is away, throttles, or is being read by somebody else: what to do until it works again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

from telegram import error as tg

from bot.channels.telegram.errors import TAK_KENAL, conflict, seconds, translate
from bot.log import logger

log = logger("telegram")
ULANG = (1, 2, 5, 10, 30)
"""Seconds before each further try."""
TOLAK = 60
"""Seconds between looks whether Telegram knows the token again."""


class Patience:
    def __init__(self, ask: Callable[[], Awaitable[object]]) -> None:
        """`ask` is the least that a good token can do."""
        self._ask = ask
        self._konflik = ""
        self.opened = False
        """Whether anything has worked yet."""
        self.berhenti = ""
        """Why nothing comes or goes; '' while it does."""

    async def until_done(self, act: Callable[[], Awaitable[None]]) -> None:
        """Only a token that never worked ends it: `SendError` "berhenti"."""
        for gagal in count():
            try:
                await act()
            except tg.InvalidToken as error:
                if not self.opened:
                    raise translate(error) from None
                self.token_refused()
                await self._until_known()
            except tg.TelegramError as error:
                await asyncio.sleep(self._explain(error, gagal))
            else:
                self._well()
                return

    def token_refused(self) -> None:
        if not self.berhenti:
            log.error("Telegram no longer knows this bot's token; asked again from time to time", tiap=TOLAK)
        self.berhenti = TAK_KENAL

    async def _until_known(self) -> None:
        while True:
            await asyncio.sleep(TOLAK)
            try:
                await self._ask()
            except tg.TelegramError:
                continue
            self._well()
            return

    def _well(self) -> None:
        if self.berhenti:
            log.info("Telegram knows the token again")
        self.opened, self.berhenti, self._konflik = True, "", ""

    def _explain(self, error: tg.TelegramError, gagal: int) -> float:
        """Tells the operator, and how many seconds to wait."""
        if isinstance(error, tg.Conflict):
            if (sebab := conflict(error)) != self._konflik:
                log.error(sebab, sebab=str(error))
            self._konflik = sebab
            return ULANG[-1]
        if isinstance(error, tg.RetryAfter):
            log.warning("Telegram throttles", tunggu=seconds(error))
            return seconds(error)
        if isinstance(error, tg.BadRequest):
            log.error("Telegram refuses", sebab=str(error))
            return ULANG[-1]
        log.warning("Telegram cannot be reached", sebab=type(error).__name__)
        return ULANG[min(gagal, len(ULANG) - 1)]
