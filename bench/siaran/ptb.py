"""python-telegram-bot's Application with its AIORateLimiter, and a broadcast over `send_message` beside it."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

from telegram import Update
from telegram import error as tg
from telegram.ext import AIORateLimiter, Application, CommandHandler, ContextTypes

from bench.siaran.contract import WRITES, Lot, Site, words

AT_ONCE = 30
"""Messages under way at once: a second's worth."""


async def menu(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text("Mau apa hari ini?")


class Ptb:
    """AIORateLimiter as it is without arguments: a refused message is not tried again."""

    name = "ptb"
    retries = 0
    at_once = AT_ONCE

    async def start(self, _folder: Path, site: Site, lot: Lot) -> None:
        self.lot, self.books = lot, Counter[str]()
        self.app: Application[Any, Any, Any, Any, Any, Any] = (
            Application.builder()
            .token(site.token)
            .base_url(site.base_url)
            .rate_limiter(AIORateLimiter(max_retries=self.retries))
            .concurrent_updates(True)
            .build()
        )
        self.app.add_handler(CommandHandler(WRITES.removeprefix("/"), menu))
        self.app.add_error_handler(self._unanswered)
        await self.app.initialize()
        await self.app.start()
        assert self.app.updater is not None
        await self.app.updater.start_polling()

    async def broadcast(self) -> None:
        room = asyncio.Semaphore(self.at_once)
        await asyncio.gather(*(self._one(room, chat) for chat in self.lot.chats()))

    async def _one(self, room: asyncio.Semaphore, chat: int) -> None:
        async with room:
            try:
                await self.app.bot.send_message(chat, words(chat))
            except tg.TelegramError as error:
                self.books[type(error).__name__] += 1
            else:
                self.books["terkirim"] += 1

    async def _unanswered(self, _update: object, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A refused answer. The server knows that it never came."""

    async def ledger(self) -> dict[str, int]:
        return dict(self.books)

    async def close(self) -> None:
        assert self.app.updater is not None
        await self.app.updater.stop()
        await self.app.stop()
        await self.app.shutdown()


class PtbRetries(Ptb):
    name = "ptb-ulang"
    retries = 10


class PtbAll(PtbRetries):
    """The whole list in one `gather`."""

    name = "ptb-ulang-semua"
    at_once = 1_000_000
