"""What a contestant must do to be measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bench.form import Update

BATCH = 100
"""getUpdates gives at most this many."""


class Contestant(Protocol):
    name: str

    async def start(self, folder: Path) -> None:
        """`folder` is empty, and on a real disk."""
        ...

    async def serve(self, batches: Sequence[list[Update]]) -> None:
        """Returns when every update is answered and what must be durable is so."""
        ...

    async def opened(self) -> None:
        """Between the first message of a form and the answers, outside the clock."""
        ...

    def data(self, person: int, key: str, value: str) -> str:
        """What the button carries."""
        ...

    async def complete(self) -> int:
        """How many people have a complete form in the store."""
        ...

    async def close(self) -> None: ...


class Plain:
    """Buttons that carry the question and the answer, and nothing to do in between."""

    async def opened(self) -> None:
        """Nothing."""

    def data(self, person: int, key: str, value: str) -> str:
        return f"{key}:{value}"


def batches(updates: list[Update]) -> list[list[Update]]:
    return [updates[at : at + BATCH] for at in range(0, len(updates), BATCH)]
