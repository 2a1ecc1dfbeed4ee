"""The real program killed with SIGKILL at random instants, a hundred times, while people log their work.

It is forked out of a process that has imported everything, so that a start takes a moment; `python -m bot run` itself
is started and ended in test_perintah.

Nothing that was confirmed may be missing afterwards, and nothing may be there twice.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from data.orang import PLD, OrangQ
from data.store import Tx, buka_store, migrate
from data.wilayah import WilayahQ
from tests.proses.armada import Mesin
from tests.telegram_server import TelegramServer, TelegramServerThread
from tests.telegram_server.people import Orang

pytestmark = pytest.mark.lambat
KALI = 100
"""How often the program is killed."""
ORANG = 6
HIDUP = 0.8
"""Seconds of work, at most, between the first poll of a start and the kill."""
DINI = 0.25
"""How often the kill comes before the program has even begun to poll."""
JAWAB = {
    "Kegiatan apa?": "[Pantau fisik desa]",
    "Di mana kegiatannya?": "[Di desa]",
    "Tanggal berapa?": "[Kemarin]",
    "Dari jam berapa": "[09.00–11.00]",
    "Desa mana?": "[Sukamaju]",
}


@dataclass
class Pelapor:
    """A person who answers what stands on the screen, once, and starts again after each receipt."""

    orang: Orang
    nomor: int = 0
    dijawab: set[int] = field(default_factory=set)
    terakhir: str = ""
    tersimpan: list[str] = field(default_factory=list)

    @property
    def hasil(self) -> str:
        return f"Hasil nomor {self.nomor} dari {self.orang.nama}."

    def lihat(self, *, mulai_lagi: bool) -> None:
        layar = self.orang.layar
        if not layar or layar[-1].message_id in self.dijawab:
            return
        self.dijawab.add(layar[-1].message_id)
        teks = layar[-1].teks
        if teks == self.terakhir:
            return  # the same question again, after a crash: it is answered already
        self.terakhir = teks
        if "Tersimpan #" in teks:
            self._tanda_terima(teks, mulai_lagi=mulai_lagi)
        elif "Sudah benar?" in teks:
            self.orang.tekan("Simpan")
        elif "Apa hasilnya?" in teks:
            self.orang.tulis(self.hasil)
        else:
            self._ketuk(teks)

    def _ketuk(self, teks: str) -> None:
        for awal, jawaban in JAWAB.items():
            if awal in teks:
                self.orang.tekan(jawaban[1:-1])
                return

    def _tanda_terima(self, teks: str, *, mulai_lagi: bool) -> None:
        if self.hasil in teks:
            self.tersimpan.append(self.hasil)
            self.nomor += 1
        if mulai_lagi:
            self.orang.tulis("catat")


def tempatkan(tx: Tx, pelapor: list[Pelapor]) -> None:
    """Everybody is a PLD of Sukamaju, Cibeber."""
    wilayah = WilayahQ(tx)
    for kode in ("32.03.03", "32.03.03.2013", "32.03.03.2007"):
        wilayah.kenalkan(kode)
    for satu in pelapor:
        id_ = OrangQ(tx).tambah(satu.orang.nama, "Asia/Jakarta", 1)
        OrangQ(tx).pasang_alamat(id_, "telegram", str(satu.orang.id), 1)
        OrangQ(tx).setujui(OrangQ(tx).ambil(id_, 1), 1)
        for kode in ("32.03.03.2013", "32.03.03.2007"):
            OrangQ(tx).tugaskan(id_, PLD, kode, date(2026, 1, 1), disahkan=True)


async def siapkan(url: str, pelapor: list[Pelapor]) -> None:
    store = await buka_store(url)
    await migrate(store)
    await store.write(lambda tx: tempatkan(tx, pelapor))
    await store.close()


async def semua_hasil(url: str) -> tuple[list[str], int]:
    """What is stored, and how many messages are neither sent nor answered."""
    store = await buka_store(url)
    hasil = await store.read(lambda tx: [str(r["hasil"]) for r in tx.all("SELECT hasil FROM kegiatan")])
    sisa = await store.read(
        lambda tx: tx.all(
            "SELECT id FROM inbox WHERE status <> 'selesai' UNION ALL SELECT id FROM outbox WHERE status <> 'terkirim'"
        )
    )
    await store.close()
    return hasil, len(sisa)


def bekerja(pelapor: list[Pelapor], sampai: float, *, mulai_lagi: bool = True) -> None:
    while time.monotonic() < sampai:
        for satu in pelapor:
            satu.lihat(mulai_lagi=mulai_lagi)
        time.sleep(0.02)


def bunuh_berkali_kali(program: Mesin, server: TelegramServer, pelapor: list[Pelapor], acak: random.Random) -> None:
    for _ in range(KALI):
        sudah = server.hitung("getUpdates")
        program.mulai()
        if acak.random() < DINI:
            time.sleep(acak.uniform(0, 0.3))
        else:
            tunggu_poll(server, sudah)
            bekerja(pelapor, time.monotonic() + acak.uniform(0, HIDUP))
        program.bunuh()


def tunggu_poll(server: TelegramServer, sudah: int) -> None:
    batas = time.monotonic() + 30
    while server.hitung("getUpdates") <= sudah:
        assert time.monotonic() < batas, "the program does not poll"
        time.sleep(0.01)


def selesaikan(program: Mesin, pelapor: list[Pelapor]) -> None:
    """One last start: everybody finishes the entry that is under way."""
    program.mulai()
    batas = time.monotonic() + 60
    while time.monotonic() < batas:
        bekerja(pelapor, time.monotonic() + 1, mulai_lagi=False)
        if all("Tersimpan #" in p.orang.terakhir.teks for p in pelapor):
            break
    bekerja(pelapor, time.monotonic() + 1, mulai_lagi=False)
    status, _ = program.henti()
    assert status == 0


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_hundred_kills_lose_and_double_nothing(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    url = request.getfixturevalue(f"{engine}_url")
    with TelegramServerThread() as server:
        pelapor = orang_orang(server)
        asyncio.run(siapkan(url, pelapor))
        program = Mesin("bunuh", tmp_path, url, server)
        for satu in pelapor:
            satu.orang.tulis("catat")
        bunuh_berkali_kali(program, server, pelapor, random.Random(engine))
        selesaikan(program, pelapor)
        server.periksa()
    hasil, sisa = asyncio.run(semua_hasil(url))
    jumlah = Counter(hasil)
    dijanjikan = [h for p in pelapor for h in p.tersimpan]
    print(f"{engine}: {KALI} kills, {len(dijanjikan)} receipts, {len(hasil)} entries")
    assert [h for h in dijanjikan if not jumlah[h]] == []
    assert [h for h, kali in jumlah.items() if kali > 1] == []
    assert sorted(dijanjikan) == sorted(hasil)
    assert len(hasil) >= 2 * ORANG, "how many there are is the machine's pace, but some were finished between the kills"
    assert sisa == 0


def orang_orang(server: TelegramServer) -> list[Pelapor]:
    return [Pelapor(server.orang(f"Pelapor {n}")) for n in range(ORANG)]
