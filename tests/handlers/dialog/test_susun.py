from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.susun import PANJANG, muat


@given(st.text(max_size=300))
def test_what_fits_is_left_alone(teks: str) -> None:
    assert muat(teks) == teks


@given(st.lists(st.integers(0, 9_000), min_size=1, max_size=40))
def test_what_does_not_fit_is_made_to_and_keeps_the_beginning_of_every_line(panjang: list[int]) -> None:
    baris = [f"{n}:" + "x" * p for n, p in enumerate(panjang)]
    hasil = muat("\n".join(baris))
    assert len(hasil) <= PANJANG
    assert [b.split(":")[0] for b in hasil.split("\n")] == [str(n) for n in range(len(baris))]


def test_exactly_what_fits_is_not_touched() -> None:
    pas = "a\n" + "x" * (PANJANG - 2)
    assert muat(pas) == pas
    assert muat(pas + "x") != pas + "x"


def test_a_thousand_short_lines_lose_the_last() -> None:
    hasil = muat("baris\n" * 2000)
    assert len(hasil) == PANJANG
    assert hasil.endswith("…")
