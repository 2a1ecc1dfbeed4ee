"""`python -m bot faq`: what is asked, missed and disputed, without a word about anybody; and all topics checked."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.cli import main
from data.faq import Temuan
from data.faq.suntingan import Suntingan, tulis
from data.orang import PD
from data.store import Tx, buka_store, migrate
from data.tanya import TanyaQ
from tests.data.dunia import KECAMATAN, desa, pendamping
from tests.data.test_pertanyaan import orang, q, tanya, warga
from tests.data.test_topik_sunting import SLUG, SUMBER, asli, baru, penyunting

T = TypeVar("T")
HARI = 86_400
TIDAK, PILIHAN = Temuan("tidak"), Temuan("pilihan", "", (SLUG, "bpd-fungsi"))


class Jalan:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.db = folder / "kawan.db"
        self._config = folder / "config.toml"
        self._config.write_text(f"[database]\nurl = 'sqlite:///{self.db}'\n[media]\ndir = '{folder}/media'\n", "utf-8")
        self._capsys = capsys
        self.keluar = self.galat = ""

    def __call__(self, *args: str) -> int:
        status = main(["faq", "--config", str(self._config), *args])
        self.keluar, self.galat = self._capsys.readouterr()
        return status

    def isi(self, fn: Callable[[Tx], T]) -> T:
        async def jalankan() -> T:
            store = await buka_store(f"sqlite:///{self.db}")
            await migrate(store)
            try:
                return await store.write(fn)
            finally:
                await store.close()

        return asyncio.run(jalankan())


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Jalan:
    monkeypatch.chdir(tmp_path)
    return Jalan(tmp_path, capsys)


def test_an_empty_report_says_so(jalan: Jalan) -> None:
    assert jalan("laporan") == 0
    assert "0 questions: 0 answered, 0 nearly, 0 missed; 0 answers helped, 0 did not" in jalan.keluar
    assert "asked most" not in jalan.keluar


def test_what_is_asked_missed_disputed_and_waits(jalan: Jalan) -> None:
    kini = int(time.time())

    def isi(tx: Tx) -> None:
        ani, joko = warga(tx), warga(tx, "Joko", setuju=False)
        satu, dua, umum = (TanyaQ(tx, "web", kini, o) for o in (ani.id, joko.id, None))
        satu.nilai(satu.catat("masa jabatan kades", Temuan("jawab", SLUG, score=0.9), "pribadi"), membantu=True)
        dua.nilai(dua.catat("kades berapa tahun", Temuan("jawab", SLUG, score=0.9), "pribadi"), membantu=False)
        satu.catat("Bu Wati minta dana desa untuk pesta", TIDAK, "pribadi")
        for siapa in (satu, dua):
            siapa.catat("sinyal dana di desa jelek", TIDAK, "pribadi")
            siapa.catat("dana yang mana", PILIHAN, "pribadi")
        for _ in range(5):
            umum.catat("air mati di balai", TIDAK, "halaman")
        TanyaQ(tx, "web", kini - 40 * HARI, ani.id).catat("lama sekali", Temuan("jawab", "bpd-fungsi"), "pribadi")
        tanya(tx, ani, kini=kini)
        sari = pendamping(tx)
        orang(tx, "Bu Rina", PD, KECAMATAN)
        nomor = tanya(tx, ani, kini=kini)
        pertanyaan = q(tx, sari, kini).ambil(nomor)
        assert pertanyaan
        q(tx, sari, kini).jawab(pertanyaan, "Di kantor.", usulkan=True)

    jalan.isi(isi)
    assert jalan("laporan") == 0
    assert "12 questions: 2 answered, 2 nearly, 8 missed; 1 answers helped, 1 did not" in jalan.keluar
    assert "to a person: 2 asked, 1 answered" in jalan.keluar
    assert "waiting now: 1 (0 with a PD, 1 with nobody)" in jalan.keluar
    assert "proposals for the editors: 1" in jalan.keluar
    assert f"2  {SLUG}  Masa jabatan kades" in jalan.keluar
    assert "2  sinyal dana di desa jelek" in jalan.keluar
    assert "2  dana yang mana" in jalan.keluar
    assert "5  air mati di balai" in jalan.keluar
    assert "5  balai" in jalan.keluar
    for rahasia in ("Wati", "wati", "Ani", "Joko", "lama sekali", "bpd-fungsi"):
        assert rahasia not in jalan.keluar
    assert jalan("laporan", "--sejak", "60") == 0
    assert "13 questions" in jalan.keluar


def test_no_days_are_no_report(jalan: Jalan) -> None:
    assert jalan("laporan", "--sejak", "0") == 2
    assert "--sejak: expected a number of days from 1 up (it is 0)" in jalan.galat


def test_all_topics_are_checked_with_what_editors_changed(jalan: Jalan) -> None:
    assert jalan("periksa") == 0
    assert "160 topics in 16 themes; 0 changed" in jalan.keluar

    def ubah(tx: Tx) -> None:
        ida = penyunting(tx)
        desa(tx, ida).topik_sunting.simpan(baru(), SUMBER, "kades")
        isi = tulis(Suntingan("kades", asli())).replace("Masa jabatan kades", "J" * 30)
        tx.run("INSERT INTO topik (slug, isi, sumber, oleh, waktu) VALUES (?, ?, ?, ?, 1)", (SLUG, isi, SUMBER, ida.id))

    jalan.isi(ubah)
    assert jalan("periksa") == 1
    assert f"WRONG  {SLUG}: " in jalan.keluar
    assert "tenda-desa" not in jalan.keluar
    assert "2 changed or added by editors" in jalan.keluar
