"""`python -m bot outbox`: what waits although it is due, why, until when, and how far what was sent has got."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from data.outbox import PENGINGAT, OutboxQ
from data.store import Tx, buka_store, migrate
from tests.conftest import KINI


class Jalan:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._url = f"sqlite:///{folder}/kawan.db"
        self._config = folder / "config.toml"
        self._config.write_text(f"[database]\nurl = '{self._url}'\n[media]\ndir = '{folder}/media'\n", "utf-8")
        self._capsys = capsys

    def __call__(self, *args: str) -> str:
        assert main(["outbox", "--config", str(self._config), *args]) == 0
        return self._capsys.readouterr().out

    def isi(self, fn: Callable[[Tx], None]) -> None:
        async def tulis() -> None:
            store = await buka_store(self._url)
            await migrate(store)
            try:
                await store.write(fn)
            finally:
                await store.close()

        asyncio.run(tulis())


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalan:
    return Jalan(tmp_path, capsys)


def antre(tx: Tx, tujuan: str) -> int:
    id_ = OutboxQ(tx).antre("whatsapp", tujuan, '{"teks": "rahasia"}', KINI, kelas=PENGINGAT)
    assert id_ is not None
    return id_


def test_what_is_held_says_why_and_until_when_and_how_far_its_announcement_got(jalan: Jalan) -> None:
    def isi(tx: Tx) -> None:
        keluar = OutboxQ(tx)
        jendela, kuota, biasa, terkirim = (antre(tx, f"wa{n}") for n in range(4))
        keluar.tahan(jendela, "jendela", KINI + 3600, "jendela")
        keluar.sampai(jendela, "dibaca")
        keluar.tahan(kuota, "kuota", KINI + 7200, "130472: an experiment")
        keluar.alih(biasa, "telegram", "77", "moved from whatsapp: kuota", KINI)
        keluar.terkirim(terkirim, "wamid.1", KINI)
        keluar.sampai(terkirim, "sampai")

    jalan.isi(isi)
    keluaran = jalan()
    baris = {b.split()[0]: b for b in keluaran.splitlines() if b.strip()[:1].isdigit()}
    assert "2  whatsapp  antre\n" in keluaran
    assert keluaran.count("of these held, until") == 2
    satu = next(b for b in keluaran.splitlines() if " wa0 " in b)
    assert " tahan    dibaca " in satu
    assert "until the person writes" in satu
    assert "at the latest 2026-11-21 " in satu
    dua = next(b for b in keluaran.splitlines() if " wa1 " in b)
    assert "until fewer people have been written to within a day" in dua
    assert dua.endswith("(130472: an experiment)")
    assert "moved from whatsapp: kuota" in keluaran
    assert "rahasia" not in keluaran
    assert baris
    assert " terkirim sampai " in jalan("--status", "terkirim")


def test_another_channel_s_are_not_counted_with_it(jalan: Jalan) -> None:
    def isi(tx: Tx) -> None:
        OutboxQ(tx).tahan(antre(tx, "wa0"), "izin", KINI, "izin")
        OutboxQ(tx).antre("telegram", "77", "{}", KINI)

    jalan.isi(isi)
    assert "held" not in jalan("--kanal", "telegram")
    assert "until the person agrees" in jalan("--kanal", "whatsapp")
