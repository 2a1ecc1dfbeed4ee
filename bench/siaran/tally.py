"""What the server saw: every broadcast message, every refusal, and how long people waited for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bench.siaran.contract import MARK
from tests.telegram_server.errors import ApiError, Json
from tests.telegram_server.rates import Rates


@dataclass
class Tally:
    clock: Callable[[], float]
    began: float = 0.0
    last: float = 0.0
    """When the latest broadcast message arrived."""
    arrived: Counter[str] = field(default_factory=Counter)
    waiting: dict[int, float] = field(default_factory=dict)
    """Chats that wrote, and when."""
    answered: list[float] = field(default_factory=list)
    written: int = 0

    def begin(self) -> None:
        self.began = self.last = self.clock()

    def wrote(self, chat: int) -> None:
        self.written += 1
        self.waiting[chat] = self.clock()

    def see(self, method: str, params: Json, _result: Any) -> None:
        """An observer of every call carried out."""
        if method != "sendMessage":
            return
        if params["text"].startswith(MARK):
            self.arrived[params["text"].partition(":")[0]] += 1
            self.last = self.clock()
        elif (since := self.waiting.pop(params["chat_id"], None)) is not None:
            self.answered.append(self.clock() - since)


class CountedRates(Rates):
    """The limits, with how often they were kept and how often not."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self.taken = self.refused = 0

    def count(self, chat_id: int, *, group: bool, messages: int = 1) -> None:
        try:
            super().count(chat_id, group=group, messages=messages)
        except ApiError:
            self.refused += 1
            raise
        self.taken += messages

    def count_edit(self) -> None:
        try:
            super().count_edit()
        except ApiError:
            self.refused += 1
            raise
        self.taken += 1
