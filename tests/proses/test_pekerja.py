"""Long work in the real program: killed, told to stop, taken over. It is delivered once, whole."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from data.desa import Desa
from data.kerja import FOLDER
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.store import Tx, buka_store
from tests.proses.catatan_db import Baris, tanya
from tests.proses.program import AKAR

pytestmark = pytest.mark.lambat
LAMBAT = 100
"""Steps of the long one: two seconds."""
BERULANG = "sudah beberapa kali dicoba"


@dataclass
class Mesin:
    """`python -m bot run` with the work of pekerja_lambat.py."""

    nama: str
    folder: Path
    url: str
    proses: subprocess.Popen[bytes] | None = field(default=None)

    def mulai(self) -> None:
        config = self.folder / f"{self.nama}.toml"
        config.write_text(
            f'[database]\nurl = "{self.url}"\n[web]\nport = 0\n[proses]\nnama = "{self.nama}"\n'
            f'[media]\ndir = "{self.folder / "media"}"\n',
            "utf-8",
        )
        env = {k: v for k, v in os.environ.items() if not k.startswith("KAWAN_")}
        with (self.folder / f"{self.nama}.log").open("ab") as log:
            self.proses = subprocess.Popen(
                [sys.executable, "-m", "tests.proses.pekerja_lambat", str(config)],
                cwd=AKAR, stderr=log, stdout=log, env=env,
            )  # fmt: skip

    def bunuh(self) -> None:
        assert self.proses is not None
        self.proses.send_signal(signal.SIGKILL)
        self.proses.wait()

    def henti(self) -> tuple[int, float]:
        assert self.proses is not None
        mulai = time.monotonic()
        self.proses.send_signal(signal.SIGTERM)
        return self.proses.wait(timeout=15), time.monotonic() - mulai


@pytest.fixture
def mesin(url: str, tmp_path: Path) -> Iterator[Callable[[str], Mesin]]:
    semua: list[Mesin] = []

    def buat(nama: str) -> Mesin:
        semua.append(Mesin(nama, tmp_path, url))
        return semua[-1]

    yield buat
    for satu in semua:
        if satu.proses is not None and satu.proses.poll() is None:
            satu.bunuh()


def minta(url: str, langkah: int, *nama: str) -> None:
    """Work of that length for each of them."""

    def antre(tx: Tx) -> None:
        orang = OrangQ(tx)
        for satu in nama:
            id_ = orang.tambah(satu, "Asia/Jakarta", 1)
            orang.pasang_alamat(id_, "web", satu, 1)
            kini = int(time.time())
            siapa = orang.ambil(id_, kini)
            Desa(tx, siapa, "web", kini, Pengaturan(), satu).kerja.antre("lambat", {"langkah": langkah}, "Unduhan")

    async def tulis() -> None:
        store = await buka_store(url)
        await store.write(antre)
        await store.close()

    asyncio.run(tulis())


def kerja(url: str) -> list[Baris]:
    return tanya(url, "SELECT id, status, n, coba, tempat, berkas FROM kerja ORDER BY id")


def sampai(syarat: Callable[[], object], batas: float = 60) -> None:
    mulai = time.monotonic()
    while not syarat():
        assert time.monotonic() - mulai < batas, "it did not happen"
        time.sleep(0.05)


def terkirim(url: str) -> Counter[str]:
    """Outcomes, of either kind, by person."""
    baris = tanya(url, "SELECT tujuan, isi FROM web_pesan")
    return Counter(b["tujuan"] for b in baris if "Ini hasilnya" in b["isi"] or BERULANG in b["isi"])


def utuh(folder: Path, satu: Baris, langkah: int) -> bool:
    isi: str = (folder / "media" / FOLDER / satu["tempat"] / satu["berkas"]).read_text("utf-8")
    return isi.splitlines() == [str(n) for n in range(langkah)]


def test_killed_in_the_middle_it_is_begun_anew_and_delivered_once(
    url: str, tmp_path: Path, mesin: Callable[[str], Mesin]
) -> None:
    minta(url, LAMBAT, "ani")
    satu = mesin("utama")
    for coba in (1, 2):
        satu.mulai()
        sampai(lambda coba=coba: kerja(url)[0]["coba"] == coba and kerja(url)[0]["n"] > 0)  # type: ignore[misc]
        satu.bunuh()
        assert kerja(url)[0]["status"] == "jalan"
    satu.mulai()
    sampai(lambda: terkirim(url))
    assert satu.henti()[0] == 0
    (akhir,) = kerja(url)
    assert (akhir["status"], akhir["coba"]) == ("selesai", 3)
    assert utuh(tmp_path, akhir, LAMBAT)
    assert terkirim(url) == {"ani": 1}
    assert len(tanya(url, "SELECT id FROM outbox")) == 1


def test_killed_at_random_instants_nothing_is_lost_or_twice(
    url: str, tmp_path: Path, mesin: Callable[[str], Mesin]
) -> None:
    nama = [f"orang-{n:02}" for n in range(16)]
    minta(url, 20, *nama)
    acak = random.Random(8)
    satu = mesin("utama")
    for _ in range(5):
        satu.mulai()
        sebelum = sum(b["coba"] for b in kerja(url))
        sampai(lambda sebelum=sebelum: sum(b["coba"] for b in kerja(url)) > sebelum)  # type: ignore[misc]
        time.sleep(acak.uniform(0, 1.2))
        satu.bunuh()
    satu.mulai()
    sampai(lambda: len(terkirim(url)) == len(nama))
    assert satu.henti()[0] == 0
    assert terkirim(url) == Counter(nama)
    akhir = kerja(url)
    assert all(utuh(tmp_path, b, 20) for b in akhir if b["status"] == "selesai")
    assert {b["coba"] > 3 for b in akhir if b["status"] != "selesai"} <= {True}
    assert len(tanya(url, "SELECT id FROM outbox")) == len(nama)
    assert max(b["coba"] for b in akhir) > 1, "no kill met a work: nothing was tried"


def test_told_to_stop_it_gives_the_work_back_within_seconds(url: str, mesin: Callable[[str], Mesin]) -> None:
    minta(url, 10 * LAMBAT, "ani", "budi")
    satu = mesin("utama")
    satu.mulai()
    sampai(lambda: all(b["n"] for b in kerja(url)))
    status, lama = satu.henti()
    assert status == 0
    assert lama < 5
    assert [(b["status"], b["coba"]) for b in kerja(url)] == [("antre", 0)] * 2
    assert tanya(url, "SELECT apa FROM giliran WHERE apa = 'kerja'") == []


@pytest.mark.parametrize("engine", ["postgres"])
def test_of_two_processes_one_works_and_the_other_takes_over(
    url: str, tmp_path: Path, mesin: Callable[[str], Mesin]
) -> None:
    nama = [f"orang-{n:02}" for n in range(10)]
    minta(url, 40, *nama)
    dua = {n: mesin(n) for n in ("satu", "dua")}
    for m in dua.values():
        m.mulai()

    def pekerja() -> str:
        baris = tanya(url, "SELECT pemilik FROM giliran WHERE apa = 'kerja'")
        return str(baris[0]["pemilik"]).partition(":")[0] if baris else ""

    sampai(lambda: sum(b["status"] == "selesai" for b in kerja(url)) >= 2)
    assert sum(b["status"] == "jalan" for b in kerja(url)) <= 2
    mati = pekerja()
    dua.pop(mati).bunuh()
    sampai(lambda: len(terkirim(url)) == len(nama))
    (tinggal,) = dua.values()
    assert pekerja() == tinggal.nama
    assert tinggal.henti()[0] == 0
    assert terkirim(url) == Counter(nama)
    assert all(utuh(tmp_path, b, 40) for b in kerja(url))
