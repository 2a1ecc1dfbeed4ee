"""python-telegram-bot's request class without a network."""

from __future__ import annotations

from typing import Any

from telegram import Bot
from telegram.request import BaseRequest

from bench.canned import answer
from bench.form import TOKEN


class Canned(BaseRequest):
    """Counts what is sent. Parameters are not even encoded: that is the transport's work, and there is none."""

    def __init__(self) -> None:
        self.messages = 0

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        name = url.rpartition("/")[2]
        self.messages += name == "sendMessage"
        return 200, answer(name)


def bot(request: Canned) -> Bot:
    return Bot(TOKEN, request=request, get_updates_request=Canned())
