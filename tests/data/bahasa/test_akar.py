"""Roots, whoever asks for them and however many at once."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

from data.bahasa.akar import _kupas

POKOK = ("bangun", "rencana", "musyawarah", "anggar", "tanggung", "putus", "jabat", "henti", "angkat", "lapor")


def test_many_threads_at_once_get_the_roots_that_one_gets() -> None:
    """The stemmer is one object that keeps its word in itself: unguarded, it mixed words up or fell over."""
    kata = [f"{awal}{p}{akhir}" for awal in ("mem", "di", "ke", "per") for p in POKOK for akhir in ("kan", "an", "i")]
    benar = [_kupas(k) for k in kata]
    lama = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as kolam:
            semua = list(kolam.map(lambda _: [_kupas(k) for k in kata], range(16)))
    finally:
        sys.setswitchinterval(lama)
    assert all(satu == benar for satu in semua)
