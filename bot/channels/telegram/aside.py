"""What is done beside the main thing, and not done again when it fails."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from telegram import error as tg

from bot.channels.telegram.send import Call
from bot.log import logger

log = logger("telegram")
SEBENTAR = 5
"""Seconds that a mere courtesy may take."""


class Aside:
    def __init__(self, call: Call) -> None:
        self._call = call
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, act: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(act)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def answer(self, id_: str) -> None:
        """Stops a button's spinner. Not worth a retry: it means nothing when late."""
        self.start(self.quietly("answerCallbackQuery", callback_query_id=id_))

    async def quietly(self, method: str, **params: Any) -> None:
        try:
            await self._call(method, tunggu=SEBENTAR, **params)
        except tg.TelegramError as error:
            log.info("not done", apa=method, sebab=type(error).__name__)

    def close(self) -> None:
        for task in self._tasks:
            task.cancel()
