import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.normal import BATAS_JAWABAN, BATAS_PESAN, inti, kumpulan, rapikan, tanpa_sapaan, tanpa_ulur
from tests.handlers.dialog.baca.periksa import sabar, teks_ganas


@pytest.mark.parametrize(
    ("teks", "rapi"),
    [
        ("", ""),
        ("  dua   spasi ", "dua spasi"),
        ("baris\nsatu\r\n\tdua", "baris satu dua"),
        ("９－１１", "9-11"),
        ("٢٠/١١", "20/11"),
        ("۲۰", "20"),
        ("२०", "20"),
        ("１２３", "123"),
        ("𝟏𝟐", "12"),
        ("19.30–22.00", "19.30-22.00"),
        ("19.30—22.00", "19.30-22.00"),
        ("19.30−22.00", "19.30-22.00"),
        ("19.30‑22.00", "19.30-22.00"),
        ("19.30﹣22.00", "19.30-22.00"),
        ("Jum’at", "Jum'at"),
        ("Jum`at", "Jum'at"),
        ("Jum´at", "Jum'at"),
        ("“kutip”", '"kutip"'),
        ("ke\u200bma\u200drin", "kemarin"),
        ("\ufeffkemarin\u200e", "kemarin"),
        ("ke\u00admarin", "kemarin"),
        ("a\x00b\x07c", "abc"),
        ("a\u00a0b\u2003c", "a b c"),
        ("3️⃣", "3"),
        ("✔️", "✔"),
        ("m²", "m2"),
        ("2³", "2 3"),
        ("9½", "9 1/2"),
        ("½5", "1/2 5"),
        ("①②", "1 2"),
        ("١٬٢٠٠٫٥", "1.200,5"),
        ("ｋｅｍａｒｉｎ", "kemarin"),
        ("𝗸𝗲𝗺𝗮𝗿𝗶𝗻", "kemarin"),
        ("\ud800lepas", "lepas"),
        ("tetap 🙏 emoji", "tetap 🙏 emoji"),
        ("Musdes…", "Musdes..."),
    ],
)
def test_any_keyboard_gives_plain_text(teks: str, rapi: str) -> None:
    assert rapikan(teks) == rapi


@sabar
@given(st.text(max_size=200) | st.text("0½²①٣-–’`\u200b\u0301 é﷽", max_size=40))
def test_plain_text_stays_as_it_is(teks: str) -> None:
    rapi = rapikan(teks)
    assert rapikan(rapi) == rapi
    assert rapi == rapi.strip()
    assert "  " not in rapi
    assert not any(unicodedata.category(h) in {"Cc", "Cf", "Cs", "Pd"} and h != "-" for h in rapi)
    assert all(h.isascii() for h in rapi if unicodedata.category(h) == "Nd")


@teks_ganas
def test_no_text_grows_past_its_bound(teks: str) -> None:
    assert len(rapikan(teks)) <= BATAS_PESAN
    assert len(rapikan(teks, 20)) <= 20


def test_a_cut_leaves_no_space_at_the_end() -> None:
    assert rapikan("tiga kata saja", 5) == "tiga"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("  KEMARIN!! ", "kemarin"),
        ("🙏 kemarin 🙏🙏", "kemarin"),
        ("*20/11*", "20/11"),
        ("_20/11_.", "20/11"),
        ('"kemarin"', "kemarin"),
        ("34 (12 P)", "34 (12 p)"),
        ("👍🏽", ""),
        ("?", ""),
        ("a" * BATAS_JAWABAN, "a" * BATAS_JAWABAN),
        ("a" * (BATAS_JAWABAN + 1), ""),
        ("34" + " " * 1000 + "orang", "34 orang"),
    ],
)
def test_the_core_of_an_answer(teks: str, hasil: str) -> None:
    assert inti(teks) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("kemarin ya pak", "kemarin"),
        ("kemarin, bu.", "kemarin"),
        ("eh maaf, kemarin", "kemarin"),
        ("pak kemarin kak", "kemarin"),
        ("kemarin", "kemarin"),
        ("pak", ""),
        ("", ""),
    ],
)
def test_politeness_at_the_ends_is_not_part_of_the_answer(teks: str, hasil: str) -> None:
    assert tanpa_sapaan(teks) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"), [("besokkkk", "besok"), ("iyaaa", "iya"), ("jumaat", "jumaat"), ("11", "11")]
)
def test_letters_held_down(teks: str, hasil: str) -> None:
    assert tanpa_ulur(teks) == hasil


def test_a_set_written_as_a_sentence() -> None:
    assert kumpulan("satu dua") == {"satu", "dua"}
