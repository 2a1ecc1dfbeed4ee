from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.angka import baca_angka, baca_ya_tidak, dengan_angka, ejaan_angka, kira_kira
from tests.handlers.dialog.baca.periksa import dibaca_atau_ditolak, ditolak, sabar, teks_acak, teks_ganas, tetap_cepat


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("25", 25),
        (" 25 ", 25),
        ("25.", 25),
        ("25 🙏", 25),
        ("٢٥", 25),
        ("２５", 25),
        ("3️⃣", 3),
        ("0", 0),
        ("007", 7),
        ("1.200", 1200),
        ("1.200.000", 1_200_000),
        ("25 buah", 25),
        ("25 orang", 25),
        ("25kg", 25),
        ("25%", 25),
        ("25 persen", 25),
        ("100 m2", 100),
        ("100 m²", 100),
        ("2 m3", 2),
        ("25 kepala keluarga", 25),
        ("ada 25", 25),
        ("ada 25 buah pak", 25),
        ("jumlahnya 25 ya", 25),
        ("total 25", 25),
        ("nihil", 0),
        ("tidak ada", 0),
        ("Nol", 0),
        ("kosong", 0),
        ("satu", 1),
        ("tiga", 3),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("lima belas", 15),
        ("limabelas", 15),
        ("dua puluh", 20),
        ("dua puluh lima", 25),
        ("duapuluh lima", 25),
        ("DUA PULUH LIMA BUAH", 25),
        ("seratus", 100),
        ("seratus satu", 101),
        ("seratus sebelas", 111),
        ("tiga ratus dua belas", 312),
        ("sembilan ratus sembilan puluh sembilan", 999),
        ("seribu", 1000),
        ("2 ribu", 2000),
        ("2rb", 2000),
        ("dua ribu", 2000),
        ("-5", -5),
        ("- 5", -5),
        ("minus 5", -5),
        ("minus lima", -5),
    ],
)
def test_reads_a_count(teks: str, angka: int) -> None:
    assert baca_angka(teks) == angka


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "   ",
        "?",
        "pak",
        "banyak",
        "abc",
        "1,5",
        "1,200",
        "12.5",
        "1.20",
        "12.3456",
        "25-30",
        "25 - 30",
        "25 sampai 30",
        "25 dan 30",
        "25 30",
        "sekitar 25",
        "kira-kira 25",
        "±25",
        "~25",
        ">25",
        "30an",
        "30-an",
        "30 an",
        "30+",
        "25 lebih",
        "lebih dari 25",
        "kurang dari 25",
        "puluhan",
        "tiga puluhan",
        "beberapa",
        "hampir 25",
        "25 lusin",
        "2 juta",
        "2jt",
        "25k",
        "2 ratus",
        "5 puluh",
        "dua pertiga",
        "tiga perempat",
        "2 setengah",
        "2 koma 5",
        "3 1/2",
        "½",
        "9½",
        "2³",
        "25 buah, 3 rusak",
        "25 belum",
        "5 tidak hadir",
        "2 buah ribu",
        "9" * 16,
        "--5",
    ],
)
def test_what_is_not_one_count_is_asked_again(teks: str) -> None:
    ditolak(baca_angka, teks)


def test_an_estimate_is_asked_for_the_number_itself() -> None:
    assert ditolak(baca_angka, "sekitar 25") == "Tulis satu angka yang pasti, ya. Contoh: 25"


@pytest.mark.parametrize(
    ("minimal", "maksimal", "teks", "kata"),
    [
        (1, 12, "0", "Yang bisa dicatat paling kecil 1, paling besar 12. Contoh: 12"),
        (1, 12, "13", "Yang bisa dicatat paling kecil 1, paling besar 12. Contoh: 12"),
        (1, None, "nihil", "Yang bisa dicatat paling kecil 1. Contoh: 25"),
        (None, 12, "1.300", "Yang bisa dicatat paling besar 12. Contoh: 12"),
        (2000, None, "12", "Yang bisa dicatat paling kecil 2.000. Contoh: 2.000"),
        (0, None, "-1", "Yang bisa dicatat paling kecil 0. Contoh: 25"),
        (None, -5, "3", "Yang bisa dicatat paling besar -5. Contoh: -5"),
    ],
)
def test_bounds_are_named(minimal: int | None, maksimal: int | None, teks: str, kata: str) -> None:
    assert ditolak(partial(baca_angka, minimal=minimal, maksimal=maksimal), teks) == kata


def test_bounds_belong_to_what_is_allowed() -> None:
    assert baca_angka("1", minimal=1, maksimal=12) == 1
    assert baca_angka("dua belas", minimal=1, maksimal=12) == 12


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_number_shown_is_read_back(n: int) -> None:
    assert baca_angka(ejaan_angka(n)) == n
    assert baca_angka(str(n)) == n


_SATUAN = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def _ejaan(n: int) -> str:
    if n < 10:
        return _SATUAN[n]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n, f"{_SATUAN[n - 10]} belas")
    if n < 100:
        return f"{_SATUAN[n // 10]} puluh {_ejaan(n % 10)}".strip()
    ratus = "seratus" if n < 200 else f"{_SATUAN[n // 100]} ratus"
    return f"{ratus} {_ejaan(n % 100)}".strip()


def test_every_number_word_up_to_hundreds() -> None:
    assert [baca_angka(_ejaan(n)) for n in range(1, 1000)] == list(range(1, 1000))


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("dua puluh lima orang", "25 orang"),
        ("sembilan tiga puluh", "9 30"),
        ("seribu dua", "1 ribu 2"),
        ("sejuta", "1 juta"),
        ("setengah sembilan", "setengah 9"),
        ("kesatuan", "kesatuan"),
        ("satuan lima", "satuan 5"),
        ("ratusan", "ratusan"),
    ],
)
def test_number_words_become_digits_and_the_rest_stays(teks: str, hasil: str) -> None:
    assert dengan_angka(teks) == hasil


@pytest.mark.parametrize("teks", ["sekitar 3", "30-35", "30an", "2 jutaan", "3 jt-an", "30+", "≈3", "antara 3 dan 4"])
def test_an_estimate_is_known(teks: str) -> None:
    assert kira_kira(teks)


@pytest.mark.parametrize("teks", ["30", "22 l + 12 p", "jalan 3", "l - 22"])
def test_not_an_estimate(teks: str) -> None:
    assert not kira_kira(teks)


YA = (
    "ya|Ya|YA|ya.|ya!|y|Y|iya|iyaa|iyaaaaa|iy|yoi|yes|yup|betul|btl|benar|bener|bnr|ok|OK|oke|okey|okay|siap|"
    "siap pak|sip|sudah|sdh|udah|ada|setuju|boleh|lanjut|mau|bisa|tentu|pasti|nggih|ya betul|iya, benar|sudah ada|"
    "ya pak|oke bu 🙏|betul sekali|benar itu|👍|👍🏽|👍👍|👌|✅|✔️|ok 👍|👍🙏|  ya  ya |ya ya ya|baik bu"
)
TIDAK = (
    "tidak|Tidak|TIDAK|tdk|tdk.|tak|gak|ga|gk|g|nggak|ngga|enggak|engga|ndak|nda|kagak|belum|blm|belom|bukan|bkn|"
    "jangan|no|n|t|ora|mboten|tidak ada|belum ada|gak ada|belum pak|tidak bu|bukan itu|tidak, belum|tidak benar|"
    "belum sudah|👎|👎🏿|❌|nggak 🙏|tidaaak|gak mau|belum siap"
)


@pytest.mark.parametrize("teks", YA.split("|"))
def test_yes(teks: str) -> None:
    assert baca_ya_tidak(teks) is True


@pytest.mark.parametrize("teks", TIDAK.split("|"))
def test_no(teks: str) -> None:
    assert baca_ya_tidak(teks) is False


BUKAN_JAWABAN = (
    "| |?|🙏|pak|mungkin|tidak tahu|gak tau|ya belum|sudah belum|benar?|iya kah?|1|tidak apa-apa|ya atau tidak|👍👎|"
    "nanti|ya nanti|20/11|ya tapi belum"
)


@pytest.mark.parametrize("teks", [*BUKAN_JAWABAN.split("|"), "y" * 300])
def test_neither_yes_nor_no(teks: str) -> None:
    ditolak(baca_ya_tidak, teks)


POTONGAN = "ya tidak belum ada satu dua puluh belas ratus se ribu rb juta buah sekitar an minus % +"


@sabar
@given(teks_acak(POTONGAN))
def test_any_text_is_read_or_refused(teks: str) -> None:
    dibaca_atau_ditolak(baca_ya_tidak, teks)
    dibaca_atau_ditolak(baca_angka, teks)
    dibaca_atau_ditolak(partial(baca_angka, minimal=3, maksimal=7), teks)


@teks_ganas
def test_hostile_texts_take_no_time(teks: str) -> None:
    tetap_cepat(baca_angka, teks)
    tetap_cepat(baca_ya_tidak, teks)
