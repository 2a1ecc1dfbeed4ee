"""How a place is named on what is printed."""

from __future__ import annotations

import pytest

from data.wilayah import dari_kode
from handlers.kartu import sebut_tempat


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("32.03.03.2013", "Desa Sukamaju"),
        ("32.03.03", "Kecamatan Cibeber"),
        ("32.03", "Kabupaten Cianjur"),
        ("91.03.01", "Distrik Sentani"),
        ("34.02.01", "Kapanewon Srandakan"),
        ("34.02.01.2001", "Kalurahan Poncosari"),
        ("18.13.03.2001", "Pekon"),
    ],
)
def test_a_place_is_named_in_the_words_used_there(kode: str, nama: str) -> None:
    di = dari_kode(kode)
    assert di is not None
    assert sebut_tempat(di).startswith(nama)


def test_a_name_that_carries_the_word_keeps_it() -> None:
    di = dari_kode("11.01.01.2001")
    assert di is not None
    assert sebut_tempat(di).lower().count("gampong") == 1
