"""All weekly recaps of the country: seconds and memory, pictures a second, and what a person's turn costs meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.machine import work_folder
from bench.nasional.isi import fill
from bench.process import module
from bench.report import Result, emit, ratio, table

SEJUTA = 1_000_000
UKURAN = (SEJUTA, 10 * SEJUTA)
TIMES = 3


def run(ukuran: tuple[int, ...] = UKURAN) -> None:
    """Of each size: all at once three times, beside a query for each group; then pictures and turns."""
    semua = [_satu_ukuran(n) for n in ukuran]
    table(
        f"all weekly recaps (medians of {TIMES}; peak RSS of the process, the program itself included)",
        ("rows", "kecamatan", "all at once, s", "CPU, s", "peak, MB", "one by one, s", "counts alone, s"),
        [
            [r[k] for k in ("rows", "kecamatan", "seconds", "cpu_s", "peak_mb", "one_by_one_s", "counts_s")]
            for r in semua
        ],
    )
    for r in semua[1:]:
        dulu = semua[0]
        kali = ratio(float(str(r["rows"])), float(str(dulu["rows"])))
        emit(
            {
                "part": "nasional",
                "rows_x": kali,
                "seconds_x": ratio(float(str(r["seconds"])), float(str(dulu["seconds"]))),
            }
        )
    table(
        "pictures, and a person's turn while recaps are counted and drawn",
        ("rows", "one, ms", "a second", "largest, KB", "turn p95, ms", "meanwhile p95, ms"),
        [
            [r[k] for k in ("rows", "picture_ms", "pictures_s", "picture_kb", "turn_p95", "turn_p95_busy")]
            for r in semua
        ],
    )


def _satu_ukuran(rows: int) -> Result:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        path = Path(folder) / "kawan.db"
        filled = fill(path, rows)
        counted = sorted(
            (module("bench.nasional.hitung", str(path)) for _ in range(TIMES)), key=lambda r: str(r["seconds"])
        )
        result = {**filled, **counted[TIMES // 2], **module("bench.nasional.turns", str(path))}
    emit({"part": "nasional", **result})
    return result
