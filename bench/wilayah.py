"""Searching 83,762 villages as people type them: how long it takes to be ready, and to answer."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from itertools import islice

from bench.process import module
from bench.report import emit, median, table

TIMES = 3
QUERIES = 2000
FIGURES = ("ready_ms", "memory_mb", "p50_ms", "p99_ms", "max_ms")


def run() -> None:
    results = [module("bench.wilayah") | {"part": "wilayah", "time": number} for number in range(1, TIMES + 1)]
    for result in results:
        emit(result)
    figures = {name: median(results, name) for name in FIGURES}
    emit({"part": "wilayah", "summary": "search", **figures})
    table(f"{QUERIES} searches (medians of {TIMES})", FIGURES, [[round(n, 2) for n in figures.values()]])


def main() -> None:
    """One process: from nothing to ready, then one query after another."""
    from data.wilayah import cari_desa, siapkan

    before, began = peak_mb(), time.perf_counter()
    siapkan()
    ready, memory = time.perf_counter() - began, peak_mb() - before
    taken = sorted(timed(cari_desa, teks) for teks in islice(queries(), QUERIES))
    emit(
        {"ready_ms": round(ready * 1000, 1), "memory_mb": round(memory, 1)}
        | {"p50_ms": at(taken, 0.5), "p99_ms": at(taken, 0.99), "max_ms": at(taken, 1)}
    )


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(search: Callable[[str], object], teks: str) -> float:
    began = time.perf_counter()
    search(teks)
    return (time.perf_counter() - began) * 1000


def at(taken: list[float], share: float) -> float:
    return round(taken[min(int(len(taken) * share), len(taken) - 1)], 3)


def queries() -> Iterator[str]:
    """The same every time: names alone, with kecamatan or kabupaten, begun, misspelt, and words that are no village."""
    from data.wilayah import dari_kode, kemendagri

    chance = random.Random(2026)
    codes = list(kemendagri.nama_desa())
    while True:
        place = dari_kode(chance.choice(codes))
        assert place
        kecamatan, kabupaten, provinsi = place.jalur.split(", ")
        yield place.nama
        yield f"{place.nama} {kecamatan}".lower()
        yield f"desa {place.nama} kec {kecamatan} {kabupaten} {provinsi}"
        yield f"{kabupaten} {place.nama}"
        yield place.nama[: chance.randrange(3, 9)]
        yield slip(place.nama, chance)
        yield f"{slip(place.nama, chance)} {slip(kecamatan, chance)}"
        yield f"{slip(place.nama, chance)} {slip(kecamatan, chance)} {slip(kabupaten, chance)} {provinsi}"
        yield f"saya di {place.nama} dekat {kecamatan} mau mendaftar jadi pendamping"
        yield "".join(chance.choice("aeioukrstngm ") for _ in range(chance.randrange(5, 200)))


def slip(name: str, chance: random.Random) -> str:
    place = chance.randrange(max(1, len(name) - 1))
    return chance.choice(
        [
            name[:place] + name[place + 1 :],
            name[:place] + "a" + name[place + 1 :],
            name[:place] + name[place : place + 2][::-1] + name[place + 2 :],
        ]
    )


if __name__ == "__main__":
    main()
