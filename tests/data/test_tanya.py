"""What was asked: masked, for a while, and its own asker's alone."""

from __future__ import annotations

import pytest

from data.datasaya import DataSayaQ
from data.faq import Temuan
from data.orang import OrangQ
from data.penghapusan import TUNDA, PenghapusanQ
from data.simpanan import HARI, INBOX, TANYA, rapikan
from data.store import Tx
from data.tanya import LANJUTAN, SEMENIT, TERBANYAK, TERPANJANG, TanyaQ
from tests.conftest import KINI
from tests.data.dunia import desa, pendamping

JAWAB = Temuan("jawab", "kades-masa-jabatan", score=0.7)
PILIHAN = Temuan("pilihan", pilihan=("a", "b"), score=0.4)
TIDAK = Temuan("tidak")


def tanya(tx: Tx, orang_id: int | None, kini: int = KINI) -> TanyaQ:
    return TanyaQ(tx, "web", kini, orang_id)


def test_a_question_is_kept_masked_and_cut(tx: Tx) -> None:
    sari = pendamping(tx)
    desa(tx, sari).tanya.catat("NIK saya\n3203034107900001,\0 BLT?" + " x" * 2000, JAWAB, "pribadi")
    row = tx.one("SELECT * FROM tanya")
    assert row is not None
    assert row["teks"].startswith("NIK saya ••••, BLT?")
    assert len(row["teks"]) == TERPANJANG
    assert (row["kanal"], row["orang_id"], row["tempat"]) == ("web", sari.id, "pribadi")
    assert (row["hasil"], row["slug"], row["skor"], row["membantu"]) == ("jawab", "kades-masa-jabatan", 700, None)


def test_the_last_topic_is_remembered_for_a_while(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    q = tanya(tx, sari.id)
    assert (q.terbaru(), q.topik_terakhir(), q.ditanyakan()) == (None, "", None)
    q.catat("masa jabatan kades", JAWAB, "pribadi")
    q.catat("harga cabe", TIDAK, "pribadi")
    assert q.topik_terakhir() == "kades-masa-jabatan"
    assert tanya(tx, budi.id).topik_terakhir() == ""
    terbaru, ditanyakan = q.terbaru(), q.ditanyakan()
    assert terbaru
    assert terbaru == ditanyakan
    assert (terbaru.teks, terbaru.hasil, terbaru.slug) == ("harga cabe", "tidak", "")
    nanti = tanya(tx, sari.id, KINI + LANJUTAN)
    assert (nanti.terbaru(), nanti.topik_terakhir(), nanti.ditanyakan()) == (None, "", terbaru)
    assert tanya(tx, sari.id, KINI + HARI).ditanyakan() is None


def test_a_topic_that_is_chosen_is_what_was_meant(tx: Tx) -> None:
    q = tanya(tx, pendamping(tx).id)
    asal = q.catat("dana desa", PILIHAN, "pribadi")
    assert q.buka("a", "pribadi") == asal
    assert q.topik_terakhir() == "a"
    assert q.buka("a", "pribadi") == asal
    lain = q.buka("b", "formulir")
    assert lain != asal
    assert q.topik_terakhir() == "b"
    assert (q.ditanyakan() or asal) != asal
    assert [r["teks"] for r in tx.all("SELECT teks FROM tanya ORDER BY id")] == ["dana desa", ""]


def test_whether_it_helped_is_said_by_the_asker_alone(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    id_ = tanya(tx, sari.id).catat("masa jabatan kades", JAWAB, "pribadi")
    assert tanya(tx, budi.id).nilai(id_, membantu=False) is None
    assert tanya(tx, None).nilai(id_, membantu=False) is None
    dinilai = tanya(tx, sari.id).nilai(id_, membantu=True)
    assert dinilai
    assert (dinilai.slug, dinilai.membantu) == ("kades-masa-jabatan", True)
    lagi = tanya(tx, sari.id).nilai(id_, membantu=False)
    assert lagi
    assert lagi.membantu is False


def test_too_often_is_thirty_a_minute_of_one_person(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    q = tanya(tx, sari.id)
    for _ in range(TERBANYAK):
        assert not q.terlalu_sering()
        q.catat("kades", TIDAK, "pribadi")
    assert q.terlalu_sering()
    assert not tanya(tx, budi.id).terlalu_sering()
    assert not tanya(tx, sari.id, KINI + SEMENIT).terlalu_sering()


def test_of_nobody_known_nothing_goes_on(tx: Tx) -> None:
    q = tanya(tx, None)
    q.catat("masa jabatan kades", JAWAB, "halaman")
    assert (q.terbaru(), q.topik_terakhir(), q.terlalu_sering()) == (None, "", False)


@pytest.mark.parametrize(("setuju", "umur", "dikenal"), [(True, HARI, 1), (True, INBOX, 0), (False, HARI, 0)])
def test_questions_outlive_the_knowledge_of_who_asked(tx: Tx, setuju: bool, umur: int, dikenal: int) -> None:
    orang = pendamping(tx) if setuju else OrangQ(tx).kenal("web", "ani", "Ani", KINI)
    tanya(tx, orang.id).catat("masa jabatan kades", JAWAB, "pribadi")
    rapikan(tx, KINI + umur + 1)
    row = tx.one("SELECT COUNT(*) AS n, COUNT(orang_id) AS dikenal FROM tanya")
    assert row is not None
    assert (row["n"], row["dikenal"]) == (1, dikenal)
    assert rapikan(tx, KINI + TANYA)["tanya"] == 0
    assert rapikan(tx, KINI + TANYA + 1)["tanya"] == 1


def test_one_s_own_questions_are_shown_and_go_with_the_person(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    for orang in (sari, budi):
        tanya(tx, orang.id).catat(f"soal {orang.nama}", JAWAB, "pribadi")
        tanya(tx, orang.id).buka("bpd-fungsi", "pribadi")
    (satu,) = DataSayaQ(tx, sari.id).satu("tanya")
    assert (satu["teks"], satu["topik"]) == ("soal Bu Sari", "kades-masa-jabatan")
    PenghapusanQ(tx, KINI - TUNDA).minta(sari.id)
    PenghapusanQ(tx, KINI).jalankan(sari.id)
    rows = tx.all("SELECT orang_id, teks, slug FROM tanya ORDER BY id")
    assert [(r["orang_id"], r["teks"]) for r in rows] == [
        (None, ""),
        (None, ""),
        (budi.id, "soal Pak Budi"),
        (budi.id, ""),
    ]
    assert rows[0]["slug"] == "kades-masa-jabatan"
