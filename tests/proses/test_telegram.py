"""The main job end to end over HTTP: a person on Telegram, the real program, a Bot API server that refuses what
Telegram refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proses.program import Program
from tests.telegram_server import TelegramServer, TelegramServerThread

pytestmark = pytest.mark.lambat
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 5_000


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServerThread() as server:
        yield server
        server.periksa()


@pytest.fixture
def program(tmp_path: Path, server: TelegramServer) -> Iterator[Program]:
    program = Program(tmp_path, f"sqlite:///{tmp_path}/kawan.db", server.url, server.token)
    program.mulai()
    yield program
    if program.proses is not None and program.proses.poll() is None:
        program.henti()


def test_a_newcomer_registers_and_logs_an_activity(server: TelegramServer, program: Program, tmp_path: Path) -> None:
    sari = server.orang("Sari")

    def kata(teks: str, tunggu: str) -> None:
        sari.tulis(teks)
        sari.tunggu_sync(lambda layar: tunggu in layar[-1].teks, batas=15)

    def ketuk(label: str, tunggu: str) -> None:
        sari.tekan(label)
        sari.tunggu_sync(lambda layar: tunggu in layar[-1].teks, batas=15)

    kata("/start", "Kawan Desa")
    ketuk("Saya pendamping desa", "izin dulu")
    ketuk("Setuju", "sebagai apa")
    ketuk("PLD · beberapa desa", "Desa mana")
    kata("sukamaju cibeber", "Ada lagi")
    ketuk("Selesai", "Nama Anda")
    kata("Bu Sari", "Sudah benar")
    ketuk("Simpan", "mulai mencatat")
    kata("/catat", "Desa mana")
    ketuk("Sukamaju", "Kegiatan apa")
    ketuk("Pantau fisik desa", "Di mana")
    ketuk("Di desa", "Tanggal")
    ketuk("Kemarin", "jam berapa")
    kata("9-11", "hasilnya")
    kata("Rabat <b>beton</b> & drainase 60 persen", "Sudah benar")
    sari.foto(JPEG)
    sari.tunggu_sync(lambda layar: "1 foto" in layar[-1].teks, batas=15)
    ketuk("Selesai", "Foto: 1")
    ketuk("+ Lokasi", "titik mana")
    sari.lokasi(-6.93, 107.12)
    sari.tunggu_sync(lambda layar: "Lokasi: -6.93" in layar[-1].teks, batas=15)
    ketuk("Simpan", "Siap disalin")
    assert "Tersimpan #K-" in sari.terakhir.teks
    assert "<b>beton</b> & drainase" in sari.terakhir.teks
    kata("drp", "Kunjungan lapangan: 1")
    ketuk("Unduh XLSX", "rekap DRP")
    assert sari.terakhir.berkas is not None
    assert sari.terakhir.berkas.startswith(b"PK")
    status, detik = program.henti()
    assert status == 0
    assert detik < 5
    with sqlite3.connect(tmp_path / "kawan.db") as db:
        assert db.execute("SELECT COUNT(*) FROM kegiatan").fetchone() == (1,)
        assert db.execute("SELECT COUNT(*) FROM outbox WHERE status <> 'terkirim'").fetchone() == (0,)
    assert "Rabat" not in program.log
    assert server.token not in program.log


def test_a_token_telegram_does_not_know_is_one_sentence(server: TelegramServer, tmp_path: Path) -> None:
    program = Program(tmp_path, f"sqlite:///{tmp_path}/kawan.db", server.url, "1000000002:" + "x" * 35)
    program.mulai()
    assert program.proses is not None
    assert program.proses.wait(timeout=30) == 2
    assert "Telegram does not know this token" in program.log
    assert "Traceback" not in program.log


def test_an_album_is_one_message(server: TelegramServer, program: Program) -> None:
    sari = server.orang("Sari")
    sari.album([JPEG + bytes([n]) for n in range(4)])
    sari.tunggu_sync(lambda layar: len(layar) >= 1, batas=20)
    assert len(sari.layar) == 1


@pytest.mark.parametrize("jenis", ["stiker", "suara", "video", "kontak"])
def test_what_cannot_be_read_gets_a_kind_answer(server: TelegramServer, program: Program, jenis: str) -> None:
    sari = server.orang("Sari")
    getattr(sari, jenis)()
    sari.tunggu_sync(lambda layar: "belum bisa membaca" in layar[-1].teks, batas=20)


def test_a_blocked_chat_is_closed_and_the_others_go_on(
    server: TelegramServer, program: Program, tmp_path: Path
) -> None:
    sari, budi = server.orang("Sari"), server.orang("Budi")
    sari.tulis("halo")
    sari.tunggu_sync(lambda layar: len(layar) == 1, batas=20)
    sari.tulis("halo lagi")
    sari.blokir()
    budi.tulis("halo")
    budi.tunggu_sync(lambda layar: len(layar) == 1, batas=20)
    program.henti()
    with sqlite3.connect(tmp_path / "kawan.db") as db:
        assert db.execute("SELECT COUNT(*) FROM alamat WHERE status = 'tutup'").fetchone() == (1,)


def test_throttling_and_outages_delay_and_lose_nothing(server: TelegramServer, program: Program) -> None:
    sari = server.orang("Sari")
    server.ganggu(
        "sendMessage", status=429, parameters={"retry_after": 1}, description="Too Many Requests: retry after 1"
    )
    sari.tulis("halo")
    sari.tunggu_sync(lambda layar: len(layar) == 1, batas=20)
    server.ganggu("sendMessage", putus="sebelum")
    sari.tulis("menu")
    sari.tunggu_sync(lambda layar: len(layar) >= 2, batas=30)
