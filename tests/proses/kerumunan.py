"""The crowd of a storm: who they are, where they work, and how each of them logs."""

from __future__ import annotations

import asyncio
from datetime import date
from random import Random

from data.orang import PD, PLD, OrangQ
from data.store import Tx, buka_store, migrate
from data.wilayah import WilayahQ
from tests.proses.keramaian import Cara, Pendamping
from tests.telegram_server import Grup, TelegramServer

KECAMATAN = ("32.03.03", "32.03.02", "32.03.04", "32.03.05")
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 2_000
BAGIAN: dict[Cara, float] = {"tuntun": 0.3, "tempel": 0.4, "sebaris": 0.3}
BERFOTO, MEMBLOKIR = 0.06, 0.04
"""Shares of all people."""
BLOKIR_DI = ("Di mana kegiatannya?", "Apa hasilnya?", "Sudah benar?")
SEGRUP = 50


def kerumunan(server: TelegramServer, url: str, jumlah: int, acak: Random) -> list[Pendamping]:
    """People that the program knows as pendamping, on a migrated database that it has not begun to use."""
    return asyncio.run(_kerumunan(server, url, jumlah, acak))


def kelompok(server: TelegramServer, semua: list[Pendamping], jumlah: int) -> list[Grup]:
    """Groups of `SEGRUP`, the first of each its owner."""
    return [
        server.grup(f"Grup {n:02}", [satu.orang for satu in semua[n * SEGRUP : (n + 1) * SEGRUP]], supergroup=n % 2 > 0)
        for n in range(jumlah)
    ]


async def _kerumunan(server: TelegramServer, url: str, jumlah: int, acak: Random) -> list[Pendamping]:
    store = await buka_store(url)
    await migrate(store)
    desa = await store.write(_kenalkan)
    semua = [_satu(server, n, desa[n % len(KECAMATAN)], acak) for n in range(jumlah)]
    await store.write(lambda tx: _daftarkan(tx, semua))
    await store.close()
    return [pendamping for pendamping, _ in semua]


def _kenalkan(tx: Tx) -> list[list[tuple[str, str]]]:
    """(code, name) of the desa of each kecamatan."""
    wilayah = WilayahQ(tx)
    for kode in KECAMATAN:
        wilayah.kenalkan(kode)
        wilayah.kenalkan_desa(kode)
    return [[(w.kode, w.nama) for w in wilayah.di_bawah([kode])] for kode in KECAMATAN]


def _satu(
    server: TelegramServer, n: int, desa: list[tuple[str, str]], acak: Random
) -> tuple[Pendamping, list[tuple[str, str]]]:
    """Somebody, and the desa they serve; the first of these is the one they write about."""
    cara = acak.choices(list(BAGIAN), list(BAGIAN.values()))[0]
    banyak = acak.randint(1, 5) if acak.random() < BERFOTO else 0
    foto = [JPEG + f"{n}/{ke}".encode() for ke in range(banyak)]
    blokir = acak.choice(BLOKIR_DI) if acak.random() < MEMBLOKIR else ""
    dampingan = acak.sample(desa, 3)
    return Pendamping(server.orang(f"Orang {n:04}"), dampingan[0][1], cara, foto, blokir), dampingan


def _daftarkan(tx: Tx, semua: list[tuple[Pendamping, list[tuple[str, str]]]]) -> None:
    """All have agreed that we keep their data. The first of each group is also a PD: may bind it to a kecamatan."""
    orang = OrangQ(tx)
    for n, (satu, dampingan) in enumerate(semua):
        id_ = orang.tambah(satu.orang.nama, "Asia/Jakarta", 1)
        orang.pasang_alamat(id_, "telegram", str(satu.orang.id), 1)
        orang.setujui(orang.ambil(id_, 1), 1)
        for kode, _ in dampingan:
            orang.tugaskan(id_, PLD, kode, date(2026, 1, 1), disahkan=True)
        if n % SEGRUP == 0:
            orang.tugaskan(id_, PD, dampingan[0][0].rpartition(".")[0], date(2026, 1, 1), disahkan=True)
