"""What a question is read as, beside its words: what is asked of whom, and what is only the story before it."""

import pytest

from bench.faq import DEVELOP, learned
from data.bahasa import akar_kata
from data.bahasa.kosakata import muat_kosakata
from data.faq import siapkan
from data.faq.aspek import baca_aspek
from data.faq.biasa import BERKAS, muat_biasa
from data.faq.latar import baca_latar
from data.faq.muat import muat_faq


@pytest.mark.parametrize(
    ("tanya", "aspek"),
    [
        ("kades menjabat brp thn", "lama"),
        ("sopo sing ngangkat sekdes", "siapa"),
        ("boleh gak kades jadi direktur bumdes", "boleh"),
        ("lapor ke mana kalau blt dipotong", "ke mana"),
        ("sanksinya apa", "akibat"),
    ],
)
def test_what_is_asked_is_read_whatever_it_is_about(tanya: str, aspek: str) -> None:
    assert aspek in baca_aspek(tanya)


def test_the_story_before_a_question_is_told_apart() -> None:
    cerita = "Kemarin saya ke pasar beli beras dan ketemu sepupu. Katanya dia mau maju. Apa syarat calon kades?"
    assert "beras" in baca_latar(cerita)
    assert not {"kades", "calon", "sarat"} & baca_latar(cerita)


@pytest.mark.parametrize("tanya", ["apa syarat calon kades", "", "?" * 500, "masa jabatan kades " * 200])
def test_a_question_without_a_story_is_all_question(tanya: str) -> None:
    assert baca_latar(tanya) == frozenset()


@pytest.mark.parametrize("kata", ["kades", "bumdes", "dana desa", "musdes"])
def test_a_bare_subject_lets_the_person_choose(kata: str) -> None:
    assert siapkan().cari(kata).jenis == "pilihan"


def test_what_was_asked_before_is_in_step_with_the_vocabulary() -> None:
    assert BERKAS.read_text(encoding="utf-8") == learned(DEVELOP), "python -m bench.faq biasa"
    assert set(muat_biasa().topik) <= set(muat_faq().topik)


def test_no_sense_swallows_a_word_that_says_nothing() -> None:
    sama, buang = muat_kosakata().sama, muat_kosakata().buang
    tertelan = [kata for semua in sama.values() for kata in semua if len(a := akar_kata(kata)) == 1 and a[0] in buang]
    assert tertelan == []
