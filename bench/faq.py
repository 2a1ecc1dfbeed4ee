"""Tanya UU Desa: how many questions find their topic, how many that are none of ours are declined, and how quickly."""

from __future__ import annotations

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.process import module
from bench.report import emit, table

SOAL = Path(__file__).parents[1] / "tests" / "data" / "faq" / "soal"
SETS = {"latih": "develop", "latih2": "develop", "uji": "develop", "uji2": "hold-out"}
DEVELOP = tuple(name for name, kind in SETS.items() if kind == "develop")
FIGURES = ("answered_right", "first", "among_three", "answered_wrong", "out_declined")
COLUMNS = ("set", "kind", "questions", "out", *FIGURES)


def run() -> None:
    results: Mapping[str, Any] = module("bench.faq")
    for part in results["sets"]:
        emit({"part": "faq"} | part)
    emit({"part": "faq", "summary": "speed", **results["speed"]})
    rows = [
        [part["set"], part["kind"], part["questions"], part["out"], *(part[name] for name in FIGURES)]
        for part in results["sets"]
    ]
    table("Questions, and shares of them", ("set", "kind", "questions", "out", *FIGURES), rows)
    table(
        "Milliseconds of CPU time a question, and to be ready",
        tuple(results["speed"]),
        [list(results["speed"].values())],
    )


def main() -> None:
    from data.faq.cari import siapkan

    began = time.perf_counter()
    siapkan()
    ready = time.perf_counter() - began
    taken: list[float] = []
    sets = [measure(name, taken) for name in SETS if (SOAL / f"{name}.toml").exists()]
    taken.sort()
    speed = {
        "ready_ms": ms(ready),
        "p50_ms": ms(at(taken, 0.5)),
        "p99_ms": ms(at(taken, 0.99)),
        "max_ms": ms(taken[-1]),
    }
    emit({"sets": sets, "speed": speed})


def measure(name: str, taken: list[float]) -> dict[str, object]:
    """Shares of one file of questions. `first`: the right topic is the answer, or the first of the choices."""
    content = tomllib.loads((SOAL / f"{name}.toml").read_text(encoding="utf-8"))
    soal, luar, finder = content.get("soal", []), content.get("luar", []), without(name)
    count = Counter(key for one in soal for key in judge(one, finder, taken))
    declined = sum(found(one["q"], finder, taken).jenis == "tidak" for one in luar)
    shares = {key: round(count[key] / len(soal), 4) for key in FIGURES[:-1]}
    return (
        {"set": name, "kind": SETS[name], "questions": len(soal), "out": len(luar)}
        | shares
        | {"out_declined": round(declined / (len(luar) or 1), 4)}
    )


def without(name: str) -> Any:
    """The finder as it is; for a develop set, one that does not know that set's words."""
    from data.faq.cari import siapkan, susun_pencari
    from data.faq.indeks import Biasa
    from data.faq.muat import muat_faq

    if name not in DEVELOP:
        return siapkan()
    return susun_pencari(muat_faq(), Biasa(*said(other for other in DEVELOP if other != name)))


def judge(one: Mapping[str, Any], finder: Any, taken: list[float]) -> Iterable[str]:
    right, it = {one["slug"], *one.get("juga", ())}, found(one["q"], finder, taken)
    ranked = [it.slug, *it.pilihan] if it.slug else list(it.pilihan)
    if it.jenis == "jawab":
        yield "answered_right" if it.slug in right else "answered_wrong"
    if ranked[:1] and ranked[0] in right:
        yield "first"
    if right & set(ranked[:3]):
        yield "among_three"


def found(q: str, finder: Any, taken: list[float]) -> Any:
    began = time.process_time()
    it = finder.cari(q)
    taken.append(time.process_time() - began)
    return it


def learn() -> None:
    """Writes what the develop questions say, as senses in any order, into the vocabulary (data/faq/biasa.py)."""
    from data.faq.biasa import BERKAS

    BERKAS.write_text(learned(DEVELOP), encoding="utf-8")


def learned(names: Iterable[str]) -> str:
    topics, out = said(names)
    lines = [
        "# Kata yang dipakai orang untuk menanyakan tiap topik, sebagai arti saja, tanpa urutan.",
        "# Ditulis oleh `python -m bench.faq biasa` dari soal pengembangan; jangan disunting dengan tangan.",
        f"luar = {listed(out)}",
        "",
        "[topik]",
        *(f"{slug} = {listed(bags)}" for slug, bags in sorted(topics.items())),
    ]
    return "\n".join(lines) + "\n"


def said(names: Iterable[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Senses by topic, and of what is none of ours."""
    topics: dict[str, set[str]] = {}
    out: set[str] = set()
    for name in names:
        content = tomllib.loads((SOAL / f"{name}.toml").read_text(encoding="utf-8"))
        for one in content.get("soal", []):
            topics.setdefault(one["slug"], set()).add(senses(one["q"]))
        out |= {senses(one["q"]) for one in content.get("luar", [])}
    return {slug: sorted(bags - {""}) for slug, bags in topics.items()}, sorted(out - {""})


def senses(q: str) -> str:
    from data.bahasa import inti_kata

    return " ".join(sorted(set(inti_kata(q))))


def listed(bags: Iterable[str]) -> str:
    return "[\n" + "".join(f'  "{bag}",\n' for bag in bags) + "]"


def at(taken: list[float], share: float) -> float:
    return taken[min(int(len(taken) * share), len(taken) - 1)]


def ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


if __name__ == "__main__":
    learn() if sys.argv[1:] == ["biasa"] else main()
