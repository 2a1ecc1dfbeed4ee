"""Questions in a group: answered where they are asked, briefly, and not for ever."""

from __future__ import annotations

import pytest

from data.faq import Temuan, muat_faq, susun_jawaban
from handlers import menu
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.grup import kata, tanya_grup
from handlers.grup.tanya_grup import KE_TOPIK, PASTI, SEBANYAK, SEMENIT
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan
from tests.handlers.grup.test_grup import Grupnya

MASA = "berapa tahun masa jabatan kades?"
LUAR = "besok hujan tidak ya di sini"


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def grup(dunia: Dunia) -> Grupnya:
    return Grupnya(dunia)


def tercatat(grup: Grupnya) -> list[tuple[object, ...]]:
    rows = grup.dunia.tx.all("SELECT tempat, teks, hasil, slug, orang_id, grup_id FROM tanya ORDER BY id")
    return [tuple(row) for row in rows]  # type: ignore[arg-type]


def mulai(pesan: Pesan) -> list[str]:
    assert all(t.data == "" for t in pesan.tombol)
    return [t.mulai for t in pesan.tombol]


@pytest.mark.parametrize("ditulis", [MASA, f"/tanya {MASA}", f"@kawan_bot {MASA}"])
def test_a_question_is_answered_with_its_basis_and_nothing_more(grup: Grupnya, ditulis: str) -> None:
    pesan = grup.tulis(ditulis)
    assert pesan.teks == susun_jawaban(muat_faq().topik["kades-masa-jabatan"])
    assert "Dasar: UU 6/2014 Pasal 39" in pesan.teks
    assert (pesan.tombol, pesan.daftar) == ((), ())


def test_what_may_mean_several_things_is_chosen_in_private(grup: Grupnya, monkeypatch: pytest.MonkeyPatch) -> None:
    semua = ("dd-2026-fokus", "dd-2027", "dd-2026-larangan")
    monkeypatch.setattr(tanya_grup, "temukan", lambda *_: Temuan("pilihan", "", semua, score=0.4))
    pesan = grup.tulis("dana desa")
    assert pesan.teks == kata.TANYA_PILIH
    assert mulai(pesan) == [KE_TOPIK + slug for slug in semua]
    for muatan, tombol in zip(mulai(pesan), pesan.tombol, strict=True):
        slug = muatan.removeprefix(KE_TOPIK)
        assert tombol.label == muat_faq().topik[slug].judul
        assert menu.tautan(muatan) == f"topik {slug}"


@pytest.mark.parametrize(("score", "dijawab"), [(PASTI, True), (PASTI - 0.01, False)])
def test_what_is_less_than_sure_is_not_answered_before_everybody(
    grup: Grupnya, monkeypatch: pytest.MonkeyPatch, score: float, dijawab: bool
) -> None:
    temuan = Temuan("jawab", "pengaduan-jalur", ("pilkades-dpt",), score=score)
    monkeypatch.setattr(tanya_grup, "temukan", lambda *_: temuan)
    pesan = grup.tulis("siapa yang belum lapor?")
    assert pesan.teks.startswith(kata.TANYA_PILIH) is not dijawab
    assert mulai(pesan) == (["tanya"] if dijawab else ["t-pengaduan-jalur", "t-pilkades-dpt"])
    assert tercatat(grup)[0][2] == ("jawab" if dijawab else "pilihan")


def test_every_topic_s_link_fits_telegram_s_payload() -> None:
    for slug in muat_faq().topik:
        assert len(KE_TOPIK + slug) <= 64
        assert (KE_TOPIK + slug).replace("-", "").isalnum()


def test_what_is_not_known_gets_one_sentence_and_no_menu(grup: Grupnya) -> None:
    pesan = grup.tulis(LUAR)
    assert pesan.teks == kata.TANYA_TIDAK
    assert mulai(pesan) == ["tanya"]


def test_a_case_is_not_for_a_group_s_ears(grup: Grupnya) -> None:
    pesan = grup.tulis("kades korupsi dana desa lapor ke mana")
    assert "jangan sebut namanya di sini" in pesan.teks
    assert mulai(pesan) == ["tanya"]


@pytest.mark.parametrize("ditulis", ["/tanya", "/tanya   ", "/tanya \x00\u202e"])
def test_a_bare_command_says_how(grup: Grupnya, ditulis: str) -> None:
    assert grup.tulis(ditulis).teks == kata.TANYA_APA
    assert tercatat(grup) == []


@pytest.mark.parametrize("ditulis", [Masukan(teks=MASA, sunting=True), Masukan(teks="siap pak"), Masukan(teks="👍")])
def test_silence_where_nothing_was_asked(grup: Grupnya, ditulis: Masukan) -> None:
    assert grup.kirim(ditulis) is None
    assert tercatat(grup) == []


def test_going_on_about_the_last_topic(grup: Grupnya) -> None:
    grup.tulis(MASA)
    assert grup.tulis("dasarnya apa?").teks.startswith("Dasarnya:\n• UU 6/2014 Pasal 39")
    grup.dunia.lewat(600)
    assert "UU 6/2014 Pasal 39," not in grup.tulis("dasarnya apa?").teks


def test_a_question_of_its_own_is_not_mixed_with_the_last_topic(grup: Grupnya) -> None:
    sendiri = grup.tulis("dana desa")
    grup.tulis("bpd itu apa tugasnya")
    assert grup.tulis("dana desa") == sendiri
    assert mulai(grup.tulis(LUAR)) == ["tanya"]


def test_the_same_of_somebody_else(grup: Grupnya) -> None:
    grup.tulis(MASA)
    assert grup.tulis("kalau BPD?").teks.startswith("Delapan tahun sejak pengucapan sumpah")


def test_another_group_s_topic_is_not_gone_on_about(grup: Grupnya, dunia: Dunia) -> None:
    grup.tulis(MASA)
    assert "UU 6/2014 Pasal 39," not in Grupnya(dunia, "Lain", "-200").tulis("dasarnya apa?").teks


def test_it_is_kept_masked_and_without_who_asked(grup: Grupnya, dunia: Dunia) -> None:
    sari: Obrolan = dunia.orang("Bu Sari")
    grup.tulis(f"{MASA} nik saya 3203032108850004", sari)
    ((tempat, teks, hasil, slug, orang, grup_id),) = tercatat(grup)
    assert (tempat, hasil, slug, orang, grup_id) == ("grup", "jawab", "kades-masa-jabatan", None, grup.grup.id)
    assert "3203032108850004" not in str(teks)


def test_a_group_that_asks_without_end_is_answered_for_a_while(grup: Grupnya, dunia: Dunia) -> None:
    jawaban = [grup.kirim(Masukan(teks=MASA)) for _ in range(100)]
    dijawab = [p.teks for p in jawaban if p]
    assert len(dijawab) == SEBANYAK
    assert jawaban[SEBANYAK:] == [None] * (100 - SEBANYAK)
    assert [kata.TANYA_JEDA in teks for teks in dijawab] == [False] * (SEBANYAK - 1) + [True]
    assert len(tercatat(grup)) == SEBANYAK
    assert Grupnya(dunia, "Lain", "-200").kirim(Masukan(teks=MASA)), "another group is not held up"
    assert grup.kirim(Masukan(teks="/kaitkan")), "nor what else the group wants"
    dunia.lewat(SEMENIT + 1)
    assert grup.kirim(Masukan(teks=MASA))


@pytest.mark.parametrize(
    "ditulis",
    [
        "kades " * 1700,
        "a" * 10_000,
        "\x00\x01\ud800 kades \u202e",
        '"kades" OR NEAR(bpd) * ^ : {a} - AND (',
        "'; DROP TABLE tanya;--",
        "<script>alert(1)</script> <b>kades</b>",
        "%s {teks} ? :1 $1",
    ],
)
def test_whatever_is_typed_is_only_words(grup: Grupnya, ditulis: str) -> None:
    assert grup.tulis(ditulis).teks
    assert len(str(tercatat(grup)[0][1])) <= 500


def test_a_command_that_no_menu_shows_is_a_subject_first(grup: Grupnya) -> None:
    pesan = grup.tulis("blt")
    assert pesan.teks.startswith(("BLT", kata.TANYA_PILIH)) or "Dasar: " in pesan.teks
    assert grup.tulis("/blt").teks == kata.PRIBADI
    assert grup.tulis("rekap").teks != pesan.teks
