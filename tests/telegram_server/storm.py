"""A storm: for as long as it blows, calls go wrong at random, and every one that did is written down."""

from collections.abc import Collection
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from tests.telegram_server.errors import Json
from tests.telegram_server.faults import Fault

Apa = Literal["tolak", "galat", "putus_sebelum", "putus_sesudah", "lambat"]


@dataclass
class Kena:
    """One call that was hit. `dikerjakan`: it was carried out all the same, so a repetition doubles it."""

    waktu: float  # the server's clock.monotonic(): simulated seconds
    method: str
    params: Json = field(repr=False)
    apa: Apa
    dikerjakan: bool = False

    @property
    def chat(self) -> int | str | None:
        return self.params.get("chat_id")


@dataclass
class Storm:
    """Probabilities for one call; their sum is at most 1. Seconds are simulated."""

    rng: Random
    metode: Collection[str] | None = None  # None: all but getUpdates
    tolak: float = 0.0
    galat: float = 0.0
    galat_dikerjakan: float = 0.0  # the share of `galat` that was carried out before the 5xx
    putus_sebelum: float = 0.0
    putus_sesudah: float = 0.0
    lambat: float = 0.0
    detik_tolak: tuple[int, int] = (1, 5)
    detik_lambat: tuple[float, float] = (5.0, 40.0)

    def hit(self, method: str) -> tuple[Apa, Fault] | None:
        if method not in self.metode if self.metode is not None else method == "getUpdates":
            return None
        place = self.rng.random()
        chances: list[tuple[Apa, float]] = [
            ("tolak", self.tolak),
            ("galat", self.galat),
            ("putus_sebelum", self.putus_sebelum),
            ("putus_sesudah", self.putus_sesudah),
            ("lambat", self.lambat),
        ]
        for apa, chance in chances:
            if place < chance:
                return apa, self._fault(method, apa)
            place -= chance
        return None

    def _fault(self, method: str, apa: Apa) -> Fault:
        if apa == "tolak":
            return Fault(method, status=429, parameters={"retry_after": self.rng.randint(*self.detik_tolak)})
        if apa == "galat":
            done = self.rng.random() < self.galat_dikerjakan
            return Fault(method, status=self.rng.choice((500, 502)), dikerjakan=done)
        if apa == "lambat":
            return Fault(method, lambat=self.rng.uniform(*self.detik_lambat))
        return Fault(method, putus="sebelum" if apa == "putus_sebelum" else "sesudah")
