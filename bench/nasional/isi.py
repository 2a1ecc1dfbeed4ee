"""A year of the whole country in one file: every kecamatan, 35,000 people, entries spread as people write them."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.report import Result
from data.katalog.kegiatan import muat_kegiatan
from data.store import buka_store, migrate
from data.wilayah import kemendagri

PEOPLE = 35_000
SENIN = date(2026, 11, 16)
KINI = int(datetime(2026, 11, 20, 9, tzinfo=UTC).timestamp())
"""Friday, 16.00 in Jakarta."""
HASIL = "Rancangan dibahas per bidang, RAB dilengkapi pekan depan bersama TPK."
INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'kegiatan' AND sql IS NOT NULL"
ENTRIES = """
WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < :rows)
INSERT INTO kegiatan (nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, dicatat)
SELECT printf('K-%08d', x), d.orang, CASE WHEN x % 5 = 0 THEN substr(d.desa, 1, 8) ELSE d.desa END, k.kode,
  CASE WHEN x % 5 = 0 THEN 'koordinasi' ELSE 'desa' END, h.tanggal, '09:00-11:00', 60 + x % 7 * 30, :hasil, 0
FROM n JOIN bench_desa d ON d.n = 1 + (x * 40503) % :desa JOIN bench_hari h ON h.n = (x * 7919 + x / 977) % 365
JOIN bench_kegiatan k ON k.n = (x * 31 + x / 89) % :kegiatan
"""


def fill(path: Path, rows: int) -> Result:
    began = time.perf_counter()
    asyncio.run(_migrate(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode = OFF")
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA cache_size = -400000")
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("BEGIN")
        kecamatan = _people(raw)
        indexes = raw.execute(INDEXES).fetchall()
        for name, _ in indexes:
            raw.execute(f"DROP INDEX {name}")
        _entries(raw, rows)
        for _, sql in indexes:
            raw.execute(sql)
        raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode = WAL")
    return {"rows": rows, "kecamatan": kecamatan, "fill_s": round(time.perf_counter() - began, 1)}


async def _migrate(path: Path) -> None:
    store = await buka_store(f"sqlite:///{path}")
    await migrate(store)
    await store.close()


def _people(raw: sqlite3.Connection) -> int:
    """A PD in each kecamatan; the other people are PLD of its villages, in turn."""
    desa = [kode for kode in kemendagri.nama_desa() if kode[9] == "2"]
    nama = kemendagri.nama_desa()
    kecamatan = sorted({kode[:8] for kode in nama})
    tempat = [*((kode, f"Kecamatan {kode}") for kode in kecamatan), *((kode, nama[kode]) for kode in desa)]
    raw.executemany("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, '', 'Asia/Jakarta')", tempat)
    raw.executemany(
        "INSERT INTO orang (id, nama, zona, dibuat, setuju, setuju_versi) VALUES (?, ?, 'Asia/Jakarta', 0, 1, 1)",
        ((n, f"Orang {n}") for n in range(1, PEOPLE + 1)),
    )
    tugas = list(_assignments(kecamatan, desa))
    raw.executemany(
        "INSERT INTO penugasan (orang_id, peran, wilayah, dari, disahkan) VALUES (?, ?, ?, '2025-01-01', 1)", tugas
    )
    raw.executemany(
        "INSERT INTO alamat (orang_id, kanal, tujuan, status, dibuat) VALUES (?, 'web', ?, 'aktif', 0)",
        ((n, f"orang-{n}") for n in range(1, PEOPLE + 1)),
    )
    raw.execute("CREATE TEMP TABLE bench_desa (n INTEGER PRIMARY KEY, orang INTEGER, desa TEXT)")
    raw.executemany(
        "INSERT INTO bench_desa (orang, desa) VALUES (?, ?)", ((o, d) for o, peran, d in tugas if peran == "pld")
    )
    return len(kecamatan)


def _assignments(kecamatan: list[str], desa: list[str]) -> Iterator[tuple[int, str, str]]:
    di: dict[str, list[str]] = {}
    for kode in desa:
        di.setdefault(kode[:8], []).append(kode)
    lain = PEOPLE - len(kecamatan)
    per, sisa = divmod(lain, len(kecamatan))
    berikut = len(kecamatan) + 1
    for n, kode in enumerate(kecamatan):
        yield n + 1, "pd", kode
        pld = per + (n < sisa)
        for urutan, satu in enumerate(di.get(kode, ())):
            yield berikut + urutan % pld, "pld", satu
        berikut += pld


def _entries(raw: sqlite3.Connection, rows: int) -> None:
    raw.execute("CREATE TEMP TABLE bench_hari (n INTEGER PRIMARY KEY, tanggal TEXT)")
    akhir = date(2026, 11, 20)
    raw.executemany(
        "INSERT INTO bench_hari VALUES (?, ?)", ((n, (akhir - timedelta(days=n)).isoformat()) for n in range(365))
    )
    raw.execute("CREATE TEMP TABLE bench_kegiatan (n INTEGER PRIMARY KEY, kode TEXT)")
    kode = [k.kode for k in muat_kegiatan().tampil()]
    raw.executemany("INSERT INTO bench_kegiatan VALUES (?, ?)", enumerate(kode))
    (desa,) = raw.execute("SELECT COUNT(*) FROM bench_desa").fetchone()
    raw.execute(ENTRIES, {"rows": rows, "desa": desa, "kegiatan": len(kode), "hasil": HASIL})
