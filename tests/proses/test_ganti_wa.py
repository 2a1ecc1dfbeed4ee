"""From Telegram to WhatsApp in the middle of a form, with the real program: also when it is killed in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from data.media import Gudang
from data.peraga import siapkan
from data.store import Tx, buka_store, migrate
from tests.proses.armada import _free_port
from tests.proses.catatan_db import sisa, tanya
from tests.proses.program import Program
from tests.telegram_server import TelegramServer, TelegramServerThread
from tests.whatsapp_server import WhatsAppServer, WhatsAppServerThread

pytestmark = pytest.mark.lambat
LAMA = 60
"""Seconds for a program to start and answer."""
DI_TELEGRAM, DI_WA = b"\xff\xd8\xff di telegram", b"\xff\xd8\xff di whatsapp"


@pytest.fixture
def telegram() -> Iterator[TelegramServer]:
    with TelegramServerThread() as server:
        yield server
        server.periksa()


@pytest.fixture
def whatsapp() -> Iterator[WhatsAppServer]:
    with WhatsAppServerThread() as server:
        yield server
        server.periksa()


@pytest.fixture
def program(telegram: TelegramServer, whatsapp: WhatsAppServer, tmp_path: Path, sqlite_url: str) -> Iterator[Program]:
    its = whatsapp.bisnis
    kunci: dict[str, str | int] = {
        "token": its.token, "phone_number_id": its.phone_number_id, "waba_id": its.waba_id, "nomor": its.nomor,
        "app_secret": its.app_secret, "verify_token": its.verify_token, "base_url": whatsapp.base_url,
    }  # fmt: skip
    program = Program(tmp_path, sqlite_url, telegram.url, telegram.token, port=_free_port(), lagi={"whatsapp": kunci})
    yield program
    if program.proses is not None and program.proses.poll() is None:
        program.henti()


def bicara(orang: Any, lakukan: Callable[[], object], kata: str) -> str:
    """What that person then reads, which must have `kata` in it."""
    n = len(orang.layar)
    lakukan()
    layar = orang.tunggu_sync(lambda layar: len(layar) > n and kata in layar[-1].teks, batas=LAMA)
    return str(layar[-1].teks)


def sebagai_sari(url: str, id_: int) -> None:
    """Her address in the demo is Telegram's from now on."""

    def tulis(tx: Tx) -> None:
        siapkan(tx, int(time.time()), isi=False)
        tx.run("UPDATE alamat SET kanal = 'telegram', tujuan = ? WHERE tujuan = 'peraga-sari'", (str(id_),))

    async def simpan() -> None:
        store = await buka_store(url)
        await migrate(store)
        await store.write(tulis)
        await store.close()

    asyncio.run(simpan())


@pytest.mark.parametrize("putus", ["", "henti", "bunuh"], ids=["one run", "stopped", "killed"])
def test_the_draft_and_both_pictures_are_there_whatever_happens_between(
    telegram: TelegramServer, whatsapp: WhatsAppServer, program: Program, sqlite_url: str, tmp_path: Path, putus: str
) -> None:
    def antara() -> None:
        if putus:
            batas = time.monotonic() + LAMA
            while sisa(sqlite_url) and time.monotonic() < batas:
                time.sleep(0.05)  # what is in flight at a kill may go twice: let it be none
            getattr(program, putus)()
            program.mulai()

    sari, hp = telegram.orang("Bu Sari"), whatsapp.orang("Bu Sari")
    sebagai_sari(sqlite_url, sari.id)
    program.mulai()
    whatsapp.kirim_ke(f"http://127.0.0.1:{program.port}/whatsapp")
    kode = bicara(sari, lambda: sari.tulis("/tautkan"), "Tautkan alamat lain").split("tautkan ")[1][:9]
    bicara(hp, lambda: hp.tulis(f"tautkan {kode}"), "WhatsApp ini sekarang milik Bu Sari")
    sari.tunggu_sync(lambda layar: "baru saja dihubungkan" in layar[-1].teks, batas=LAMA)
    bicara(sari, lambda: sari.tulis("catat pantau fisik sukamaju kemarin 9-11"), "Di mana")
    bicara(sari, lambda: sari.tulis("di desa"), "hasil")
    bicara(sari, lambda: sari.tulis("Rabat beton 60 persen."), "Sudah benar?")
    bicara(sari, lambda: sari.foto(DI_TELEGRAM), "1 foto sudah masuk")
    antara()
    bicara(hp, lambda: hp.kirim_foto(DI_WA, "papan proyek"), "2 foto sudah masuk")
    antara()
    ringkasan = bicara(hp, lambda: hp.ketuk("Selesai"), "Sudah benar?")
    assert "Rabat beton 60 persen." in ringkasan
    assert "Foto: 2" in ringkasan
    antara()
    bicara(hp, lambda: hp.ketuk("Simpan"), "Tersimpan")
    bicara(sari, lambda: sari.tulis("/riwayat"), "1 catatan.")
    assert program.henti()[0] == 0

    assert [satu["hasil"] for satu in tanya(sqlite_url, "SELECT hasil FROM kegiatan")] == ["Rabat beton 60 persen."]
    foto = [satu["sidik"] for satu in tanya(sqlite_url, "SELECT sidik FROM kegiatan_foto")]
    isi = {Gudang(tmp_path / "media").jalur(sidik).read_bytes() for sidik in foto}
    assert (len(foto), isi) == (2, {DI_TELEGRAM, DI_WA})
    assert len(tanya(sqlite_url, "SELECT id FROM percakapan WHERE dialog = 'catat'")) == 1
    assert [len(orang.layar) for orang in (sari, hp)] == [7, 4], "a message went twice, or not at all"
