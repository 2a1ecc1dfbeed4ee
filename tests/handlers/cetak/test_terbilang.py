"""Numbers in words, against a table written by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.cetak.terbilang import rupiah, terbilang

TABEL = {
    0: "nol",
    1: "satu",
    10: "sepuluh",
    11: "sebelas",
    12: "dua belas",
    19: "sembilan belas",
    20: "dua puluh",
    21: "dua puluh satu",
    99: "sembilan puluh sembilan",
    100: "seratus",
    101: "seratus satu",
    111: "seratus sebelas",
    200: "dua ratus",
    999: "sembilan ratus sembilan puluh sembilan",
    1000: "seribu",
    1001: "seribu satu",
    1100: "seribu seratus",
    1945: "seribu sembilan ratus empat puluh lima",
    2000: "dua ribu",
    2026: "dua ribu dua puluh enam",
    10_000: "sepuluh ribu",
    11_000: "sebelas ribu",
    100_000: "seratus ribu",
    101_000: "seratus satu ribu",
    1_000_000: "satu juta",
    1_001_000: "satu juta seribu",
    45_000_000: "empat puluh lima juta",
    999_999_999: "sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu "
    "sembilan ratus sembilan puluh sembilan",
    1_000_000_000: "satu miliar",
    1_250_500_000: "satu miliar dua ratus lima puluh juta lima ratus ribu",
    10**12: "satu triliun",
    10 * 10**12 + 1: "sepuluh triliun satu",
    10**15: "seribu triliun",
    -1: "minus satu",
    -45_000_000: "minus empat puluh lima juta",
}


@pytest.mark.parametrize("n", TABEL)
def test_a_number_in_words(n: int) -> None:
    assert terbilang(n) == TABEL[n]


@given(st.integers(0, 10**16), st.integers(0, 10**16))
def test_two_numbers_never_have_the_same_words(a: int, b: int) -> None:
    assert (terbilang(a) == terbilang(b)) == (a == b)
    assert terbilang(a) == " ".join(terbilang(a).split())


def test_rupiah_in_figures_and_words() -> None:
    assert rupiah(45_000_000) == "Rp45.000.000 (empat puluh lima juta rupiah)"
    assert rupiah(0) == "Rp0 (nol rupiah)"
