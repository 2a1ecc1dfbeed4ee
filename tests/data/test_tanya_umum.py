"""Questions of nobody known: what is kept of them, and what they are counted for."""

from __future__ import annotations

import pytest

from data.faq import Temuan, cari, siapkan
from data.store import Tx
from data.tanya_umum import DIBACA, TERPANJANG, TanyaUmumQ, rapikan, ringkas, temukan, tertanya
from tests.conftest import KINI

JAWAB = Temuan("jawab", "bpd-syarat", ("bpd-fungsi",), score=0.8)


def tanya(q: TanyaUmumQ, temuan: Temuan = JAWAB, kini: int = KINI, grup: int | None = None, kali: int = 1) -> None:
    q.catat([tertanya("apa?", temuan, kini, "web", "grup" if grup else "halaman", grup=grup)] * kali)


def test_a_question_is_kept_masked_cut_and_of_nobody(tx: Tx) -> None:
    teks = "NIK saya 3203032108850004\x00 " + "syarat BPD " * 200
    TanyaUmumQ(tx).catat([tertanya(teks, JAWAB, KINI, "telegram", "inline")])
    row = tx.one("SELECT * FROM tanya")
    assert row
    assert len(row["teks"]) == TERPANJANG
    assert "3203032108850004" not in row["teks"]
    assert (row["kanal"], row["tempat"], row["orang_id"], row["grup_id"]) == ("telegram", "inline", None, None)
    assert (row["hasil"], row["slug"], row["skor"], row["membantu"]) == ("jawab", "bpd-syarat", 800, None)


def test_of_choices_the_nearest_is_not_the_answer(tx: Tx) -> None:
    tanya(TanyaUmumQ(tx), Temuan("pilihan", "", ("bpd-syarat", "bpd-fungsi"), score=0.4))
    row = tx.one("SELECT hasil, slug FROM tanya")
    assert row
    assert (row["hasil"], row["slug"]) == ("pilihan", "")


def test_a_group_is_counted_for_itself_and_for_a_while(tx: Tx) -> None:
    q = TanyaUmumQ(tx)
    tanya(q, grup=7, kali=3)
    tanya(q, grup=8)
    tanya(q)
    assert (q.sejak(7, KINI - 60), q.sejak(8, KINI - 60), q.sejak(9, KINI - 60)) == (3, 1, 0)
    assert q.sejak(7, KINI) == 0


def test_the_last_answer_of_a_group_and_not_of_another(tx: Tx) -> None:
    q = TanyaUmumQ(tx)
    assert q.terakhir(7, KINI - 60) is None
    tanya(q, grup=7)
    tanya(q, Temuan("jawab", "bpd-fungsi"), grup=8)
    tanya(q, Temuan("tidak"), grup=7)
    assert (q.terakhir(7, KINI - 60), q.terakhir(8, KINI - 60), q.terakhir(7, KINI)) == (
        "bpd-syarat",
        "bpd-fungsi",
        None,
    )


def test_what_is_answered_most(tx: Tx) -> None:
    q = TanyaUmumQ(tx)
    tanya(q, Temuan("jawab", "lama"), KINI - 100, kali=9)
    tanya(q, Temuan("jawab", "b"), kali=2)
    tanya(q, Temuan("jawab", "a"), kali=2)
    tanya(q, Temuan("jawab", "c"), kali=3)
    tanya(q, Temuan("tidak"), kali=5)
    assert list(q.tersering(KINI - 50, 2)) == ["c", "a"]


@pytest.mark.parametrize(
    ("mentah", "bersih"),
    [("  apa\n\titu ", "apa itu"), ("\x00a\x1bb\u202ec\ud800", "a b c"), ("", ""), ("x" * 9000, "x" * DIBACA)],
)
def test_what_is_read_is_one_printable_line(mentah: str, bersih: str) -> None:
    assert rapikan(mentah) == bersih


def test_only_what_plainly_goes_on_is_read_with_the_topic_before() -> None:
    assert temukan("dasarnya apa?", "kades-masa-jabatan").bagian == "dasar"
    assert temukan("kalau BPD?", "kades-masa-jabatan").slug == "bpd-masa-jabatan"
    assert temukan("dana desa", "bpd-fungsi") == cari("dana desa")
    assert temukan("cuaca besok", "bpd-fungsi").jenis == "tidak"
    assert temukan("dasarnya apa?", None) == cari("dasarnya apa?")
    assert temukan("dasarnya apa?", "tidak-ada") == cari("dasarnya apa?")


def test_every_answer_has_a_line_that_says_something() -> None:
    for topik in siapkan().katalog.topik.values():
        for batas in (120, 155):
            satu = ringkas(topik.jawab, batas)
            assert 20 < len(satu) <= batas
            assert "\n" not in satu
            assert "•" not in satu
            assert ";;" not in satu
    assert (
        ringkas("Bisa. Asal disepakati dalam Musdes. Lalu lain.", 120)
        == "Bisa. Asal disepakati dalam Musdes. Lalu lain."
    )
    assert ringkas("Ada tiga unsur di sana, yaitu:\n• satu\n• dua;\n• tiga.", 120) == (
        "Ada tiga unsur di sana, yaitu: satu; dua; tiga."
    )
