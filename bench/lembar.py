"""A workbook of many rows: ours, and the two libraries by which people would write it themselves.

`python -m bench.lembar NAME ROWS` writes one in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.machine import work_folder
from bench.process import interleaved, rss
from bench.report import emit, median, ratio, table
from handlers.lembar.lembar import Kolom, Lembar, tulis_xlsx

ROWS = 20_000
WHOLE = 100_000
TIMES = 3
KOLOM = (
    *(Kolom(nama, 20, "teks", nama) for nama in ("Nomor", "Desa", "Kecamatan", "Kegiatan", "Hasil", "Tindak lanjut")),
    *(Kolom(nama, 12, "angka", nama) for nama in ("Menit", "Peserta", "L", "P")),
    *(Kolom(nama, 12, "tanggal", nama) for nama in ("Tanggal", "Dicatat")),
)
Row = tuple[str | int | date, ...]


def run(rows: int = ROWS) -> None:
    names = list(CONTESTANTS)
    results = list(interleaved("lembar", "bench.lembar", [[name, str(rows)] for name in names], TIMES))
    keys = ("cpu_s", "peak_mb", "file_mb")
    per = {name: {key: median((r for r in results if r["name"] == name), key) for key in keys} for name in names}
    for name, figures in per.items():
        emit({"part": "lembar", "summary": name, "rows": rows, **figures})
    table(
        f"a workbook of {rows:,} rows × {len(KOLOM)} (medians of {TIMES}; ours ÷ theirs)",
        ("written by", "CPU s", "ratio", "peak MB", "ratio", "file MB"),
        [
            (
                name,
                round(f["cpu_s"], 2),
                ratio(per["kawan"]["cpu_s"], f["cpu_s"]),
                round(f["peak_mb"], 1),
                ratio(per["kawan"]["peak_mb"], f["peak_mb"]),
                round(f["file_mb"], 2),
            )
            for name, f in per.items()
        ],
    )


def rows_of(number: int) -> Iterator[Row]:
    first = date(2026, 1, 1)
    for n in range(number):
        day = first + timedelta(days=n % 365)
        words = f"Galian sepanjang {n % 400} meter selesai; papan proyek nomor {n} terpasang di dusun {n % 9}."
        yield (
            f"K-2611-{n:06}", f"Desa {n % 300}", f"Kecamatan {n % 20}", "Pantau pembangunan fisik desa", words,
            f"TPK melengkapi berkas {n}.", n % 480, n % 60, n % 31, n % 29, day, day,
        )  # fmt: skip


def kawan(path: Path, number: int) -> None:
    tulis_xlsx(path, [Lembar("Kegiatan", KOLOM, rows_of(number))])


def xlsxwriter_plain(path: Path, number: int) -> None:
    """As its guide begins: everything in memory, `write` looks at each value, no formats but one for days."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Kegiatan")
        for n, row in enumerate(rows_of(number), start=1):
            for k, value in enumerate(row):
                sheet.write(n, k, value, day if isinstance(value, date) else None)


def openpyxl_write_only(path: Path, number: int) -> None:
    """Its way for many rows. What begins with "=" becomes a formula here."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Kegiatan")
    for row in rows_of(number):
        sheet.append(row)
    book.save(path)


CONTESTANTS: dict[str, Callable[[Path, int], None]] = {
    "kawan": kawan,
    "xlsxwriter": xlsxwriter_plain,
    "openpyxl": openpyxl_write_only,
}


def one(name: str, number: int) -> None:
    with tempfile.TemporaryDirectory(dir=work_folder()) as folder:
        path = Path(folder) / "buku.xlsx"
        CONTESTANTS[name](path, 10)  # imports and first calls
        wall, cpu = time.perf_counter(), time.process_time()
        CONTESTANTS[name](path, number)
        figures = {"wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}
        peak = rss("VmHWM")  # what getrusage says of a process begins with the size of the one that started it
        said = {"name": name, "rows": number, **figures, "peak_mb": peak, "file_mb": path.stat().st_size / 1e6}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    one(sys.argv[1], int(sys.argv[2]))
