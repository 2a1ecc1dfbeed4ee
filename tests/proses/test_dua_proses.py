"""Two processes behind one webhook, on PostgreSQL: one person's messages are answered in order, whoever receives them,
and one process at a time sends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from tests.conftest import KINI
from tests.proses.armada import Mesin
from tests.proses.catatan_db import pengirim, sisa, tanya
from tests.proses.keramaian import Keramaian, Pendamping
from tests.proses.kerumunan import kerumunan
from tests.proses.periksa import Pembukuan, catatan_salah
from tests.telegram_server import TelegramServer, TelegramServerThread

pytestmark = pytest.mark.lambat
ORANG = 200
SKALA = 5.0
LEASE = 15
"""Simulated seconds until another process may send instead of one that died."""
URUTAN = ("/catat", None, "pantau fisik", "di desa", "kemarin", "9-11", "HASIL", "simpan")
"""What everybody sends without waiting for an answer; None is the name of their desa."""


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServerThread(skala=SKALA, waktu=lambda: KINI) as server:
        yield server
        server.periksa()


@pytest.fixture
def dua(server: TelegramServer, postgres_url: str, tmp_path: Path) -> Iterator[list[Mesin]]:
    mesin = [Mesin(nama, tmp_path, postgres_url, server, webhook=True) for nama in ("satu", "dua")]
    server.webhook_lewat([satu.alamat for satu in mesin], Random(7))
    yield mesin
    for satu in mesin:
        if satu.hidup:
            satu.henti()


@pytest.fixture
def ramai(server: TelegramServer, postgres_url: str) -> Keramaian:
    return Keramaian(server, kerumunan(server, postgres_url, ORANG, Random(7)), Random(7))


def mulai(mesin: list[Mesin]) -> None:
    for satu in mesin:
        satu.mulai()
    for satu in mesin:
        tunggu(lambda satu=satu: any(c["event"] == "running" for c in satu.catatan()))  # type: ignore[misc]


def tunggu(syarat: Callable[[], object], batas: float = 40) -> float:
    """Real seconds until it holds."""
    mulai = time.monotonic()
    while not syarat():
        assert time.monotonic() - mulai < batas, "it did not happen"
        time.sleep(0.02)
    return time.monotonic() - mulai


def tuntas(url: str, server: TelegramServer) -> bool:
    return not server.world.updates.pending and sisa(url) == 0


def deret(satu: Pendamping) -> list[str]:
    return [satu.desa if kata is None else kata.replace("HASIL", satu.hasil) for kata in URUTAN]


def periksa(ramai: Keramaian, url: str, boleh_ganda: int = 0) -> None:
    buku = Pembukuan(url, ramai.sampai)
    assert catatan_salah(url, ramai.pendamping, ramai.sampai) == []
    assert (buku.tak_dijawab(), buku.dijawab_ganda(), buku.tak_terkirim(), buku.tak_sesuai()) == ([], [], [], [])
    assert buku.kelebihan().total() <= boleh_ganda


def entah_sampai(mesin: list[Mesin]) -> int:
    """Replies whose answer did not come in time, on a slow machine: they may have arrived, and go again."""
    return sum(str(c.get("sebab", "")).startswith("TimedOut") for satu in mesin for c in satu.catatan())


def test_a_sequence_sent_quickly_is_answered_in_order_by_one_sender(
    server: TelegramServer, dua: list[Mesin], ramai: Keramaian, postgres_url: str
) -> None:
    mulai(dua)
    for satu in ramai.pendamping:
        for kata in deret(satu):
            satu.orang.tulis(kata)
    pernah = set()

    def selesai() -> bool:
        pernah.add(pengirim(postgres_url))
        return tuntas(postgres_url, server)

    tunggu(selesai, 120)
    periksa(ramai, postgres_url, boleh_ganda=entah_sampai(dua))
    urutan = (
        "Desa mana?",
        "Kegiatan apa?",
        "Di mana",
        "Tanggal",
        "jam berapa",
        "hasilnya",
        "Sudah benar?",
        "Tersimpan",
    )
    for satu in ramai.pendamping:
        jawaban = ramai.sampai[satu.orang.id]
        jawaban = [teks for teks, sebelum in zip(jawaban, ["", *jawaban], strict=False) if teks != sebelum]
        assert len(jawaban) == len(urutan)
        assert [awal for awal, teks in zip(urutan, jawaban, strict=True) if awal not in teks] == []
    assert len(tanya(postgres_url, "SELECT id FROM kegiatan")) == ORANG
    assert len(pernah - {""}) == 1, "who sends changed, though nobody died"
    diterima = [sum(c["event"] == "running" for c in satu.catatan()) for satu in dua]
    assert diterima == [1, 1]


def test_another_takes_over_within_the_lease_when_the_sender_is_killed(
    server: TelegramServer, dua: list[Mesin], ramai: Keramaian, postgres_url: str
) -> None:
    mulai(dua)
    tunggu(lambda: pengirim(postgres_url))
    for satu in ramai.pendamping:
        for kata in deret(satu)[:4]:
            satu.orang.tulis(kata)
    tunggu(lambda: sum(map(len, ramai.sampai.values())) > ORANG)
    nama = pengirim(postgres_url)
    korban, lain = sorted(dua, key=lambda satu: satu.nama != nama)
    korban.bunuh()
    di_tangan = len(tanya(postgres_url, "SELECT id FROM outbox WHERE status = 'dikirim'"))
    lama = tunggu(lambda: pengirim(postgres_url) == lain.nama) * SKALA
    assert lama < LEASE + 3
    for satu in ramai.pendamping:
        for kata in deret(satu)[4:]:
            satu.orang.tulis(kata)
    tunggu(lambda: tuntas(postgres_url, server), 120)
    periksa(ramai, postgres_url, boleh_ganda=di_tangan + entah_sampai(dua))
    assert len(tanya(postgres_url, "SELECT id FROM kegiatan")) == ORANG
    print(f"taken over after {lama:.1f} simulated s, {di_tangan} in flight")


def test_a_clean_stop_hands_over_at_once(
    server: TelegramServer, dua: list[Mesin], ramai: Keramaian, postgres_url: str
) -> None:
    mulai(dua)
    tunggu(lambda: pengirim(postgres_url))
    for satu in ramai.pendamping:
        satu.orang.tulis("menu")
    tunggu(lambda: sum(map(len, ramai.sampai.values())) > ORANG / 10)
    nama = pengirim(postgres_url)
    berhenti, lain = sorted(dua, key=lambda satu: satu.nama != nama)
    status, _ = berhenti.henti()
    lama = tunggu(lambda: pengirim(postgres_url) == lain.nama) * SKALA
    assert (status, lama < 3) == (0, True), lama
    tunggu(lambda: tuntas(postgres_url, server), 60)
    periksa(ramai, postgres_url, boleh_ganda=entah_sampai(dua))
    print(f"handed over after {lama:.1f} simulated s")
