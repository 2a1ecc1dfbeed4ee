"""What is sent, and what a contestant must do to be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.clock_skala import ScaledClock

WRITES = "/menu"
MARK = "Siaran"
"""How what is broadcast begins, and no answer does."""
FIRST_PERSON = 1_000_000
PRIVATE, GROUPS = 35_000, 7_277
"""The whole: a message for each facilitator, and one for each kecamatan's group."""


@dataclass(frozen=True)
class Lot:
    """One message for each of so many groups and people."""

    groups: int
    people: int

    @property
    def messages(self) -> int:
        return self.groups + self.people

    @staticmethod
    def of(messages: int) -> Lot:
        """In the proportion of the whole."""
        groups = round(messages * GROUPS / (GROUPS + PRIVATE))
        return Lot(groups, messages - groups)

    def chats(self) -> Iterator[int]:
        """Groups are spread among the people, as an `ORDER BY` of neither would have them."""
        groups, step = iter(range(1, self.groups + 1)), max(1, self.messages // max(1, self.groups))
        for number in range(self.people):
            if number % max(1, step - 1) == 0 and (group := next(groups, None)):
                yield -group
            yield FIRST_PERSON + number
        yield from (-group for group in groups)


def words(chat: int) -> str:
    """About as long as such a message is, and no two alike: the server counts each."""
    return (
        f"{MARK} {chat}: musyawarah desa penyusunan RKP dimulai Senin. Bawa daftar usulan, dan catat siapa yang hadir. "
        "Undangan dan contoh berita acara ada di kantor kecamatan."
    )


@dataclass(frozen=True)
class Site:
    """Where the server is, and how fast its time runs."""

    token: str
    base_url: str
    clock: ScaledClock


class Contestant(Protocol):
    name: str

    async def start(self, folder: Path, site: Site, lot: Lot) -> None:
        """Everything made ready, nothing sent yet; `folder` is empty, and on a real disk."""
        ...

    async def broadcast(self) -> None:
        """Returns when every message is sent or given up."""
        ...

    async def ledger(self) -> dict[str, int]:
        """What its own books say became of the messages: {} without any."""
        ...

    async def close(self) -> None: ...
