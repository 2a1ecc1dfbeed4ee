"""A process of its own, for tests that kill it or start several at once.

python -m tests.data.store.anak tulis URL      writes 1, 2, 3, … and prints each number once it is safe
python -m tests.data.store.anak migrasi URL    migrates and prints what it applied
"""

from __future__ import annotations

import asyncio
import sys

from data.store import Tx, buka_store, migrate


def tambah(tx: Tx) -> int:
    row = tx.one("INSERT INTO nomor (awalan, terakhir) SELECT 'n' || COUNT(*), COUNT(*) + 1 FROM nomor RETURNING *")
    assert row is not None
    return int(row["terakhir"])


async def tulis(url: str) -> None:
    store = await buka_store(url)

    async def satu() -> None:
        while True:
            nomor = await store.write(tambah)
            sys.stdout.write(f"{nomor}\n")
            sys.stdout.flush()

    await asyncio.gather(*(satu() for _ in range(8)))


async def migrasi(url: str) -> None:
    store = await buka_store(url)
    print(*await migrate(store))
    await store.close()


if __name__ == "__main__":
    asyncio.run({"tulis": tulis, "migrasi": migrasi}[sys.argv[1]](sys.argv[2]))
