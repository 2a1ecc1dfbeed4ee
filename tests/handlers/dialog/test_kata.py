from __future__ import annotations

import pytest

from handlers.dialog.kata import BANTUAN, BATAL, KEMBALI, LEWATI, MENU, UMUM, kata_umum
from handlers.dialog.masukan import Masukan
from handlers.dialog.sebaris import sebaris


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("batal", BATAL), ("/Batal", BATAL), (" BATAL! ", BATAL), ("kembali.", KEMBALI), ("skip", LEWATI),
        ("?", BANTUAN), ("menu", MENU), ("batal dong", ""), ("", ""), ("x" * 10_000, ""), ("kembali " * 10, ""),
    ],
)  # fmt: skip
def test_a_universal_word_stands_alone(teks: str, kata: str) -> None:
    assert kata_umum(teks) == kata


def test_every_universal_word_means_one_of_five() -> None:
    assert set(UMUM.values()) == {BATAL, KEMBALI, LEWATI, BANTUAN, MENU}
    assert all(kata_umum(kata) == arti for kata, arti in UMUM.items())


def test_a_message_is_empty_only_when_there_is_nothing_in_it() -> None:
    assert Masukan().kosong
    assert Masukan(teks=" \n").kosong
    assert not Masukan(lain="stiker").kosong
    assert not Masukan(pilih="a").kosong


@pytest.mark.parametrize(("teks", "hasil"), [("a\n b", "a b"), ("abcdef", "abcd…"), ("abcde", "abcde"), ("", "")])
def test_one_line_of_so_many_characters(teks: str, hasil: str) -> None:
    assert sebaris(teks, 5) == hasil
