from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.tombol import DataTombol, baca, perintah, sidik, tulis

ID = st.integers(0, 36**12 - 1)
KUNCI = st.text("abcdefghijklmnopqrstuvwxyz_.0123456789", min_size=1, max_size=20)


@given(ID, KUNCI, st.text(max_size=8))
def test_what_is_written_is_read_back(percakapan: int, kunci: str, nilai: str) -> None:
    data = tulis(percakapan, kunci, nilai)
    assert len(data.encode()) <= 64
    assert baca(data) == DataTombol(percakapan, kunci, nilai)


@given(st.text())
def test_anything_else_is_none_or_a_button(data: str) -> None:
    hasil = baca(data)
    assert hasil is None or (hasil.percakapan >= 0 and hasil.kunci)


@pytest.mark.parametrize(
    "data", ["", "~", "~a~b", "1~~b", "1~a", "A~a~b", "1.5~a~b", "-1~a~b", "²~a~b", "0" * 13 + "~a~b"]
)
def test_malformed_data_is_none(data: str) -> None:
    assert baca(data) is None


def test_the_value_may_hold_the_sign_that_parts() -> None:
    assert baca("1~a~b~c") == DataTombol(1, "a", "b~c")


def test_data_over_the_limit_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="shorten the key"):
        tulis(1, "k" * 30, "v" * 40)


def test_a_command_is_a_button_of_no_conversation() -> None:
    assert baca(perintah("riwayat K-2611-0001")) == DataTombol(0, "!", "riwayat K-2611-0001")


def test_a_print_is_short_and_tells_answers_apart() -> None:
    semua = [None, "a", "b", 1, ["a"], {"jumlah": 3}, "x" * 4000]
    assert len({sidik(j) for j in semua}) == len(semua)
    assert all(0 < len(sidik(j)) <= 7 for j in semua)
