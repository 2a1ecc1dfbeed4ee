from __future__ import annotations

import pytest

from handlers.dialog.questions import YesNo
from tests.handlers.dialog.obrolan import tanya

JADI = YesNo("Jadi hadir?")
HAPUS = YesNo("Hapus?", ya="Hapus", tidak="Jangan", petunjuk="Jawab hapus atau jangan.")
PANJANG = YesNo("Bagaimana?", ya="Sudah dilaksanakan seluruhnya", tidak="Masih ada yang tertunda")


@pytest.mark.parametrize(
    ("question", "ditulis", "nilai"),
    [
        (JADI, "ya", True),
        (JADI, "Iya bu", True),
        (JADI, "👍", True),
        (JADI, "1", True),
        (JADI, "2.", False),
        (JADI, "tdk", False),
        (JADI, "belum ada", False),
        (HAPUS, "hapus", True),
        (HAPUS, "Hapus!", True),
        (HAPUS, "hapuss", True),
        (HAPUS, "jangan", False),
        (HAPUS, "jngan", False),
        (HAPUS, "ya", True),
        (HAPUS, "tidak", False),
        (PANJANG, "Sudah dilaksanakan s", True),
        (PANJANG, "Masih ada yang tert…", False),
        (PANJANG, "seluruhnya", True),
        (PANJANG, "tertunda", False),
    ],
)
def test_yes_and_no_in_the_words_of_the_question_or_of_people(question: YesNo, ditulis: str, nilai: bool) -> None:
    assert tanya(question).membaca(ditulis) is nilai


@pytest.mark.parametrize(("label", "nilai"), [("Hapus", True), ("Jangan", False)])
def test_yes_and_no_are_tapped(label: str, nilai: bool) -> None:
    satu = tanya(HAPUS)
    satu.obrolan.tekan(label)
    assert satu.nilai is nilai


@pytest.mark.parametrize("ditulis", ["mungkin", "3", "ya belum", "jangan hapus", "tidak tahu", "x" * 10_000, "?!"])
def test_neither_is_asked_again_in_the_question_s_own_words(ditulis: str) -> None:
    satu = tanya(HAPUS)
    satu.menolak(ditulis, "Jawab hapus atau jangan.", "Hapus?")
    assert satu.membaca("jangan") is False


def test_a_tap_that_is_neither_is_asked_again() -> None:
    satu = tanya(JADI)
    satu.obrolan.ketuk(satu.layar.data("Ya") + "x")
    assert JADI.petunjuk in satu.layar


@pytest.mark.parametrize("tersimpan", [None, 1, "ya"])
def test_a_stored_answer_that_is_neither_is_asked_again(tersimpan: object) -> None:
    satu = tanya(JADI)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert "Jawab ya atau tidak." in satu.layar
    assert satu.membaca("ya") is True


def test_the_answer_is_shown_in_the_question_s_words() -> None:
    assert (HAPUS.show(True), HAPUS.show(False)) == ("Hapus", "Jangan")
