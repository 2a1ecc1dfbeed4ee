from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faq.cari import Pencari, susun_pencari
from data.faq.indeks import Biasa
from tests.data.faq.contoh import katalog
from tests.kali import kali


@cache
def pencari() -> Pencari:
    return susun_pencari(katalog(), Biasa({}))


@pytest.mark.parametrize(
    ("tanya", "slug"),
    [
        ("Berapa tahun masa jabatan kepala desa?", "kades-masa-jabatan"),
        ("pak kades jabatane pirang taun", "kades-masa-jabatan"),
        ("keuchik menjabat padum thon", "kades-masa-jabatan"),
        ("masa jbtn bpd brp thn", "bpd-masa-jabatan"),
        ("sarat jadi calon kades naon", "kades-syarat"),
        ("umur berapa boleh nyalon kades", "kades-syarat"),
        ("syrat dapet blt", "blt-penerima"),
        ("kades nilep dana desa, lapor kemana", "korupsi-desa"),
        ("masa jabtan kepla dessa", "kades-masa-jabatan"),
        (
            "assalamualaikum min, selamat pagi, mau tanya masa jabatan kades berapa tahun ya, terima kasih",
            "kades-masa-jabatan",
        ),
    ],
)
def test_people_find_their_topic_in_their_own_words(tanya: str, slug: str) -> None:
    temuan = pencari().cari(tanya)
    assert (temuan.jenis, temuan.slug) == ("jawab", slug)
    assert slug not in temuan.pilihan


@pytest.mark.parametrize(
    "tanya",
    [
        "", " ", "???", "p", "halo", "desa", "asdfghjkl", "harga cabe hari ini", "nama kades sukamaju", "cuaca besok",
        "buatkan puisi tentang desa", "kades goblok", "how long is the village head term", "cara cerai di pengadilan agama",
        "nomor hp kades", "terima kasih", "selamat pagi", "123456", "😂😂😂", "'; DROP TABLE warga;--", '" OR NEAR(*',
    ],
)  # fmt: skip
def test_what_is_no_question_of_ours_is_declined(tanya: str) -> None:
    temuan = pencari().cari(tanya)
    assert (temuan.jenis, temuan.slug, temuan.pilihan) == ("tidak", "", ())


def test_a_word_that_fits_several_topics_lets_the_person_choose() -> None:
    temuan = pencari().cari("masa jabatan")
    assert (temuan.jenis, temuan.slug) == ("pilihan", "")
    assert {"kades-masa-jabatan", "bpd-masa-jabatan"} <= set(temuan.pilihan)
    assert len(temuan.pilihan) <= 3


@pytest.mark.parametrize(
    ("tanya", "terakhir", "slug", "bagian"),
    [
        ("kalau BPD?", "kades-masa-jabatan", "bpd-masa-jabatan", "jawab"),
        ("nek bpd piye", "kades-masa-jabatan", "bpd-masa-jabatan", "jawab"),
        ("dasarnya apa?", "kades-masa-jabatan", "kades-masa-jabatan", "dasar"),
        ("dasar hukumnya", "blt-penerima", "blt-penerima", "dasar"),
        ("pasal berapa?", "kades-syarat", "kades-syarat", "dasar"),
        ("yang lama?", "kades-masa-jabatan", "kades-masa-jabatan", "dulu"),
        ("dulu berapa?", "kades-masa-jabatan", "kades-masa-jabatan", "dulu"),
        ("berapa lama?", "kades-syarat", "kades-masa-jabatan", "jawab"),
        ("syaratnya?", "blt-besaran", "blt-penerima", "jawab"),
        ("apa syarat menjadi calon kepala desa?", "blt-besaran", "kades-syarat", "jawab"),
    ],
)
def test_a_short_question_goes_on_from_the_last_answer(tanya: str, terakhir: str, slug: str, bagian: str) -> None:
    temuan = pencari().cari(tanya, terakhir)
    assert (temuan.jenis, temuan.slug, temuan.bagian) == ("jawab", slug, bagian)


@pytest.mark.parametrize("tanya", ["harga cabe?", "kalau cuaca?", "halo", "makasih ya", "asdf"])
def test_small_talk_after_an_answer_is_no_continuation(tanya: str) -> None:
    assert pencari().cari(tanya, "kades-masa-jabatan").jenis == "tidak"


def test_a_topic_that_is_gone_is_forgotten() -> None:
    assert pencari().cari("dasarnya apa?", "tidak-ada").jenis == "tidak"


@pytest.mark.parametrize(
    ("tanya", "bagian"),
    [
        ("apa dasar hukum masa jabatan kades", "dasar"),
        ("masa jabatan kades dulu berapa tahun", "dulu"),
        ("masa jabatan bpd dulu berapa tahun", "jawab"),
    ],
)
def test_a_whole_question_may_ask_for_a_part(tanya: str, bagian: str) -> None:
    assert pencari().cari(tanya).bagian == bagian


@settings(max_examples=kali(60), deadline=None)
@given(st.text(max_size=400), st.sampled_from([None, "kades-masa-jabatan"]))
def test_any_text_is_survived(teks: str, terakhir: str | None) -> None:
    temuan = pencari().cari(teks, terakhir)
    assert 0 <= temuan.score <= 1
    assert len(temuan.pilihan) <= 3
    assert (temuan.jenis == "jawab") == bool(temuan.slug)


def test_a_very_long_text_is_survived() -> None:
    pencari().cari("kades " * 2000 + "x" * 10_000)
