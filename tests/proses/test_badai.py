"""Half an hour of a crowd on Telegram, many times as fast, in a storm of faults and kills: nothing is lost, nothing is
doubled that no fault explains, and what a person was told is so.

SQLite with one process that polls; PostgreSQL with two behind one webhook, whose deliveries come twice and late.
BADAI_BIJI=n blows another storm; BADAI_ORANG and BADAI_SKALA make it smaller, or slower for a busy machine.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from tests.conftest import KINI
from tests.proses.armada import Mesin
from tests.proses.badai import SABAR, Badai, dua
from tests.proses.periksa import Pembukuan, catatan_salah, dijelaskan_badai, foto_salah
from tests.server_postgres import _tempat
from tests.telegram_server import TelegramServerThread

pytestmark = pytest.mark.lambat
ORANG = int(os.environ.get("BADAI_ORANG", "2000"))
SKALA = float(os.environ.get("BADAI_SKALA", "18"))
BIJI = os.environ.get("BADAI_BIJI", "1")


@pytest.fixture
def sqlite_di_memori() -> Iterator[str]:
    """A flush to disk takes many simulated times as long as it would."""
    with TemporaryDirectory(prefix="kawan-badai-", dir=_tempat()) as folder:
        yield f"sqlite:///{folder}/kawan.db"


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_storm_and_kills_lose_nothing_and_double_nothing_unexplained(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = str(request.getfixturevalue("postgres_url" if engine == "postgres" else "sqlite_di_memori"))
    mulai = time.monotonic()
    with TelegramServerThread(skala=SKALA, batas=True, waktu=lambda: KINI) as server:
        mesin = (
            [Mesin("utama", tmp_path, url, server, sabar=SABAR)] if engine == "sqlite" else dua(tmp_path, url, server)
        )
        badai = Badai(server, tmp_path, url, Random(f"{engine} {BIJI}"), ORANG, mesin)
        badai.jalan()
        status = badai.henti()
    buku = Pembukuan(url, badai.ramai.sampai)
    print(f"{engine}: {badai.ringkasan(buku)}, {time.monotonic() - mulai:.0f} s")
    periksa(badai, buku)
    assert status == [0] * len(mesin)
    server.periksa()


def periksa(badai: Badai, buku: Pembukuan) -> None:
    pendamping, sampai = badai.ramai.pendamping, badai.ramai.sampai
    # what was said to people is true, once, and with all its pictures
    assert catatan_salah(badai.url, pendamping, sampai) == []
    assert foto_salah(badai.url, pendamping) == []
    # everybody got every answer, in order
    assert buku.tak_dijawab() == []
    assert buku.dijawab_ganda() == []
    assert buku.tak_terkirim() == []
    assert buku.tak_sesuai() == []
    assert [satu.terakhir for satu in pendamping if not satu.selesai and not buku.menyerah(satu.orang.id)] == []
    # what stands there twice was let through by a fault, in flight at a kill, or too late on a machine that stood still
    tersisa = buku.kelebihan() - dijelaskan_badai(badai.server.catatan_badai) - badai.di_tangan()
    assert tersisa - badai.terlambat(buku) == Counter()
    assert badai.tak_sabar(buku) == []
