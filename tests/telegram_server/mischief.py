"""How delivery to a webhook strays from the good case: to several processes, twice, late."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal, NamedTuple


@dataclass
class Balancer:
    """The load balancer in front of several processes: it takes them in turn, or with `rng` at random."""

    urls: Sequence[str]
    rng: Random | None = None
    _turn: int = 0

    def order(self) -> list[str]:
        """Which to try, the next one only where nobody listens at the one before."""
        self._turn += 1
        start = self.rng.randrange(len(self.urls)) if self.rng else self._turn % len(self.urls)
        return [*self.urls[start:], *self.urls[:start]]


class Ulah(NamedTuple):
    """Something done to the delivery of an update, on purpose."""

    update_id: int
    apa: Literal["ganda", "tahan"]


@dataclass
class Mischief:
    rng: Random
    ganda: float = 0.0
    tahan: float = 0.0
    detik_tahan: tuple[float, float] = (1.0, 30.0)
    catatan: list[Ulah] = field(default_factory=list)

    def seconds_held(self, update_id: int) -> float:
        if self.rng.random() >= self.tahan:
            return 0.0
        self.catatan.append(Ulah(update_id, "tahan"))
        return self.rng.uniform(*self.detik_tahan)

    def copies(self, update_id: int) -> list[Literal["bersama", "sesudah"]]:
        """One more delivery: at the same time, as when another process took it up, or after the first was taken."""
        if self.rng.random() >= self.ganda:
            return []
        self.catatan.append(Ulah(update_id, "ganda"))
        return ["bersama" if self.rng.random() < 0.5 else "sesudah"]
