"""What a search for an answer found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Jenis = Literal["jawab", "pilihan", "tidak"]
Bagian = Literal["jawab", "dasar", "dulu"]


@dataclass(frozen=True)
class Temuan:
    jenis: Jenis
    """Sure of one topic; nearly, so that the person chooses; or it is no question for us."""
    slug: str = ""
    """The answer's topic; '' unless `jenis` is jawab."""
    pilihan: tuple[str, ...] = ()
    """Up to three topics to choose from, the likeliest first; with an answer, up to two others it may have been."""
    bagian: Bagian = "jawab"
    """What is asked of the topic: its answer, its legal basis, or how it was before."""
    score: float = 0.0
    """0 to 1: how sure, that the first one is meant."""
