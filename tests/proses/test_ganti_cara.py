"""From polling to a webhook and back, while people write: nothing is lost on the way, and nothing answered twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import KINI
from tests.proses.armada import Mesin
from tests.proses.catatan_db import tanya
from tests.telegram_server import Orang, TelegramServer, TelegramServerThread

pytestmark = pytest.mark.lambat
SKALA = 10.0
ORANG = 5


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServerThread(skala=SKALA, waktu=lambda: KINI) as server:
        yield server
        server.periksa()


@pytest.fixture
def mesin(server: TelegramServer, sqlite_url: str, tmp_path: Path) -> Iterator[Mesin]:
    mesin = Mesin("utama", tmp_path, sqlite_url, server)
    yield mesin
    if mesin.hidup:
        mesin.henti()


def berkata(semua: list[Orang], nomor: int) -> None:
    """Each says something that is answered with its own words."""
    for orang in semua:
        orang.tulis(f"kata nomor {nomor} dari {orang.nama}")


def tunggu(semua: list[Orang], jumlah: int) -> None:
    batas = time.monotonic() + 30
    while any(len(orang.layar) < jumlah for orang in semua):
        assert time.monotonic() < batas, [len(orang.layar) for orang in semua]
        time.sleep(0.02)


@pytest.mark.parametrize("bunuh", [False, True], ids=["stopped", "killed"])
def test_nothing_is_lost_or_answered_twice_between_poll_and_webhook(
    server: TelegramServer, mesin: Mesin, sqlite_url: str, bunuh: bool
) -> None:
    semua = [server.orang(f"Orang {n}") for n in range(ORANG)]
    server.webhook_lewat([mesin.alamat])
    nomor = 0
    for webhook in (False, True, False, True, True, False):
        mesin.ganti_cara(webhook=webhook)
        mesin.mulai()
        nomor += 2  # one came while nobody listened
        berkata(semua, nomor - 1)
        tunggu(semua, nomor - 1)
        berkata(semua, nomor)
        tunggu(semua, nomor)
        if bunuh:
            time.sleep(0.3)  # what is in flight at a kill may go twice: let it be none
            mesin.bunuh()
        else:
            assert mesin.henti()[0] == 0
        nomor += 1
        berkata(semua, nomor)  # while it is down, and before the way changes
    mesin.ganti_cara(webhook=False)
    mesin.mulai()
    tunggu(semua, nomor)
    time.sleep(0.5)
    assert [len(orang.layar) for orang in semua] == [nomor] * ORANG
    assert len(tanya(sqlite_url, "SELECT id FROM inbox WHERE status = 'selesai'")) == nomor * ORANG
    assert server.world.updates.pending == {}
