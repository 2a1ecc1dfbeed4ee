"""A storm: for as long as it blows, requests go wrong at random, and every one that did is written down."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from random import Random

from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.faults import Fault


@dataclass
class Kena:
    """One request that was hit. `dikerjakan`: it was carried out all the same, so a repetition doubles it."""

    waktu: float
    apa: str
    body: Json = field(repr=False)
    fault: Fault
    dikerjakan: bool = False


@dataclass
class Storm:
    """Probabilities for one request; their sum is at most 1. Seconds are simulated."""

    rng: Random
    apa: Collection[str] = ("messages",)
    tolak: float = 0.0
    galat: float = 0.0
    galat_dikerjakan: float = 0.0  # the share of `galat` that was carried out before the 5xx
    putus_sebelum: float = 0.0
    putus_sesudah: float = 0.0
    lambat: float = 0.0
    gagal: float = 0.0
    """Taken, and then failed in a status."""
    kode_tolak: tuple[int, ...] = (130429, 131056, 131016)
    kode_gagal: tuple[int, ...] = (131026,)
    detik_lambat: tuple[float, float] = (5.0, 40.0)

    def hit(self, apa: str) -> Fault | None:
        if apa not in self.apa:
            return None
        place = self.rng.random()
        chances: list[tuple[float, Callable[[], Fault]]] = [
            (self.tolak, lambda: Fault(apa, kode=self.rng.choice(self.kode_tolak))),
            (self.galat, self._error),
            (self.putus_sebelum, lambda: Fault(apa, putus="sebelum")),
            (self.putus_sesudah, lambda: Fault(apa, putus="sesudah")),
            (self.lambat, lambda: Fault(apa, lambat=self.rng.uniform(*self.detik_lambat))),
            (self.gagal, lambda: Fault(apa, kode=self.rng.choice(self.kode_gagal), cara="status")),
        ]
        for chance, fault in chances:
            if place < chance:
                return fault()
            place -= chance
        return None

    def _error(self) -> Fault:
        done = self.rng.random() < self.galat_dikerjakan
        return Fault("*", http=self.rng.choice((500, 502, 503)), dikerjakan=done)
