"""Faults a test has asked for: the next requests are refused, fail later, come late or are cut off."""

from dataclasses import dataclass, field
from typing import Literal

Cara = Literal["jawaban", "status"]
Putus = Literal["sebelum", "sesudah"]


@dataclass
class Fault:
    """`kode` None: no Graph error. `kali` None: until reda(). `dikerjakan`: carried out although the answer is a 5xx."""

    apa: str = "messages"
    kode: int | None = None
    http: int = 0
    cara: Cara = "jawaban"
    orang: int | None = None
    kali: int | None = 1
    lambat: float = 0.0
    putus: Putus | None = None
    dikerjakan: bool = False
    subkode: int | None = None


@dataclass
class Faults:
    waiting: list[Fault] = field(default_factory=list)

    def take(self, apa: str, orang: int | None = None) -> Fault | None:
        """The oldest fault asked for this kind of request and person, used up once more."""
        for fault in self.waiting:
            if fault.apa in {apa, "*"} and fault.orang in {None, orang}:
                if fault.kali is not None:
                    fault.kali -= 1
                    if fault.kali <= 0:
                        self.waiting.remove(fault)
                return fault
        return None
