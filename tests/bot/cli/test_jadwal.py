"""`python -m bot jadwal`: what comes next, what would go out at a time, what came of it; nothing is ever sent."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from bot.berkala import GABUNG, Berkala, Hasil, Kirim
from bot.cli import jadwal as perintah
from bot.cli import main
from data.jadwal import KIRIM, SEPI, Jadwal, JadwalQ
from data.jadwal_sumber import PENGINGAT, REKAP
from data.store import Tx, buka_store, migrate
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from tests.conftest import KINI
from tests.data.dunia import HARI, pendamping

T = TypeVar("T")
JUMAT_SORE = "2026-11-27T16:00"


class Jalan:
    """Run the command; `keluar` and `galat` are what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.db = folder / "kawan.db"
        self._config = folder / "config.toml"
        self._config.write_text(f"[database]\nurl = 'sqlite:///{self.db}'\n[media]\ndir = '{folder}/media'\n", "utf-8")
        self._capsys = capsys
        self.keluar = self.galat = ""

    def __call__(self, *args: str) -> int:
        status = main(["jadwal", "--config", str(self._config), *args])
        self.keluar, self.galat = self._capsys.readouterr()
        return status

    def isi(self, fn: Callable[[Tx], T]) -> T:
        async def tulis() -> T:
            store = await buka_store(f"sqlite:///{self.db}")
            await migrate(store)
            try:
                return await store.write(fn)
            finally:
                await store.close()

        return asyncio.run(tulis())


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Jalan:
    monkeypatch.chdir(tmp_path)
    return Jalan(tmp_path, capsys)


def susun(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
    pesan = Pesan(
        "Sore.\nMau mencatat?",
        judul="Hari ini",
        tombol=(Tombol("Catat", "0~catat"),),
        daftar=(Butir("Besok", "0~besok", "diingatkan lagi"),),
        berkas=Berkas("a.png", "a", {}),
    )
    return [Hasil(j, slot, KIRIM, (Kirim("web", "Bu Sari", pesan),), alasan="ada yang kosong") for j in rows]


@pytest.fixture
def berisi(jalan: Jalan, monkeypatch: pytest.MonkeyPatch) -> Jalan:
    monkeypatch.setattr(perintah, "JENIS", {PENGINGAT: Berkala(GABUNG, HARI, susun)})
    jalan.isi(pendamping)
    jalan.isi(lambda tx: JadwalQ(tx).sinkron(KINI))
    return jalan


def banyak_keluar(jalan: Jalan) -> int:
    with sqlite3.connect(jalan.db) as raw:
        jumlah: int = raw.execute(
            "SELECT (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM jadwal_jalan)"
        ).fetchone()[0]
    return jumlah


def test_what_comes_next_for_whom_and_what_it_would_be(berisi: Jalan) -> None:
    assert berisi() == 0
    kepala, sari, rekap = berisi.keluar.splitlines()
    assert kepala.split()[:2] == ["kind", "about"]
    assert re.split(r"  +", sari) == [
        PENGINGAT, "1 Bu Sari", "Sun 2026-11-22 19:00 WIB", "kirim (ada yang kosong)", "web:Bu Sari",
    ]  # fmt: skip
    assert re.split(r"  +", rekap) == [
        REKAP,
        "32.03.03 Cibeber",
        "Fri 2026-11-27 16:00 WIB",
        "(nobody composes it yet)",
    ]
    assert "Mau mencatat" not in berisi.keluar


def test_the_words_are_shown_only_when_they_are_asked_for(berisi: Jalan) -> None:
    assert berisi("--text", "--jenis", PENGINGAT, "--limit", "1") == 0
    isi = [baris.strip() for baris in berisi.keluar.splitlines()[2:] if baris.strip()]
    assert isi == ["Hari ini", "Sore.", "Mau mencatat?", "[Catat]", "[Besok] diingatkan lagi", "(a.png)"]


def test_what_would_go_out_at_a_time_and_nothing_does(berisi: Jalan) -> None:
    assert berisi("--pada", "2026-11-25T19:00") == 0
    zona, jumlah, _, sari = berisi.keluar.splitlines()
    assert "WIB is meant" in zona
    assert jumlah == "due at Wed 2026-11-25 19:00 WIB: 1 pengingat"
    assert "Wed 2026-11-25 19:00 WIB" in sari
    assert banyak_keluar(berisi) == 0


@pytest.mark.parametrize("lupa", [False, True])
def test_who_would_hear_nothing(berisi: Jalan, monkeypatch: pytest.MonkeyPatch, lupa: bool) -> None:
    def diam(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
        return [] if lupa else [Hasil(j, slot, SEPI) for j in rows]

    monkeypatch.setattr(perintah, "JENIS", {PENGINGAT: Berkala(GABUNG, HARI, diam)})
    assert berisi("--jenis", PENGINGAT) == 0
    assert re.split(r"  +", berisi.keluar.splitlines()[1])[3:] == [SEPI]


def test_a_time_may_name_its_zone(berisi: Jalan) -> None:
    assert berisi("--pada", "2026-11-25T20:00+08:00") == 0
    assert "WIB is meant" not in berisi.keluar
    assert "due at Wed 2026-11-25 19:00 WIB: 1 pengingat" in berisi.keluar
    assert berisi("--pada", "2026-11-25T19:01") == 0
    assert "19:01 WIB: nothing" in berisi.keluar


def test_what_came_of_it(berisi: Jalan) -> None:
    def catat(tx: Tx) -> None:
        (satu,) = JadwalQ(tx).daftar(1, PENGINGAT)
        JadwalQ(tx).catat_jalan(satu, [satu.jatuh], satu.jatuh + 60, KIRIM)
        tx.run(
            "INSERT INTO jadwal_jalan (jenis, kunci, slot, dijalankan, hasil) VALUES ('rekap', '99.99.99', 1, 1, 'lewat')"
        )

    berisi.isi(catat)
    assert berisi("--riwayat") == 0
    _, sari, lama = berisi.keluar.splitlines()
    assert re.split(r"  +", sari) == [
        PENGINGAT, "1 Bu Sari", "Sun 2026-11-22 19:00 WIB", "Sun 2026-11-22 19:01 WIB", KIRIM,
    ]  # fmt: skip
    assert lama.split()[:2] == [REKAP, "99.99.99"]


def test_an_empty_database_says_where_rows_come_from(jalan: Jalan) -> None:
    assert jalan() == 0
    assert "nothing yet" in jalan.keluar


def test_the_demo_shows_its_friday_without_being_started(jalan: Jalan) -> None:
    assert jalan("--demo", "--pada", JUMAT_SORE) == 0
    assert "1 rekap" in jalan.keluar
    assert "32.03.03 Cibeber" in jalan.keluar
    assert not jalan.db.exists()


@pytest.mark.parametrize("salah", [("--pada", "kemarin"), ("--limit", "0")])
def test_what_cannot_be_meant_is_refused_with_what_can(jalan: Jalan, salah: tuple[str, str]) -> None:
    assert jalan(*salah) == 2
    assert "expected" in jalan.galat
