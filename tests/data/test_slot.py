"""When something is due: daily, weekly, monthly, by the clock of three zones."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.slot import Atur, antara, berikut, periode, sebelum
from tests.data.dunia import HARI, WIB, WIT

WITA = "Asia/Makassar"
HARIAN: Atur = {"jam": "19:00"}
JUMAT: Atur = {"hari": 4, "jam": "16:00", "nama": False}
TANGGAL_2: Atur = {"tanggal": 2, "jam": "08:00"}


def pada(teks: str, zona: str = WIB) -> int:
    return int(datetime.fromisoformat(teks).replace(tzinfo=ZoneInfo(zona)).timestamp())


def teks(saat: int, zona: str = WIB) -> str:
    return f"{datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("atur", "kini", "lalu", "lanjut"),
    [
        (HARIAN, "2026-11-21 18:59", "2026-11-20 19:00", "2026-11-21 19:00"),
        (HARIAN, "2026-11-21 19:00", "2026-11-21 19:00", "2026-11-22 19:00"),
        (HARIAN, "2026-12-31 23:59", "2026-12-31 19:00", "2027-01-01 19:00"),
        (JUMAT, "2026-11-27 15:59", "2026-11-20 16:00", "2026-11-27 16:00"),
        (JUMAT, "2026-11-27 16:00", "2026-11-27 16:00", "2026-12-04 16:00"),
        (JUMAT, "2027-01-01 00:00", "2026-12-25 16:00", "2027-01-01 16:00"),
        (TANGGAL_2, "2026-12-31 09:00", "2026-12-02 08:00", "2027-01-02 08:00"),
        (TANGGAL_2, "2026-03-02 07:59", "2026-02-02 08:00", "2026-03-02 08:00"),
        (TANGGAL_2, "2026-03-02 08:00", "2026-03-02 08:00", "2026-04-02 08:00"),
        ({"tanggal": 28, "jam": "08:00"}, "2026-01-31 09:00", "2026-01-28 08:00", "2026-02-28 08:00"),
    ],
)
def test_the_last_moment_and_the_next(atur: Atur, kini: str, lalu: str, lanjut: str) -> None:
    for zona in (WIB, WITA, WIT):
        assert teks(sebelum(atur, zona, pada(kini, zona)), zona) == lalu
        assert teks(berikut(atur, zona, pada(kini, zona)), zona) == lanjut


def test_the_same_hour_comes_earlier_in_the_east() -> None:
    kini = pada("2026-11-21 12:00")
    assert [berikut(HARIAN, zona, kini) - kini for zona in (WIB, WITA, WIT)] == [7 * 3600, 6 * 3600, 5 * 3600]


def test_missed_moments_by_age_and_of_many_only_the_latest() -> None:
    dari, sampai = pada("2026-11-21 19:00"), pada("2026-11-24 19:00")
    assert [teks(s) for s in antara(HARIAN, WIB, dari, sampai, 9)] == [
        "2026-11-21 19:00",
        "2026-11-22 19:00",
        "2026-11-23 19:00",
    ]
    assert [teks(s) for s in antara(HARIAN, WIB, dari, sampai, 1)] == ["2026-11-23 19:00"]
    assert antara(HARIAN, WIB, sampai, sampai, 9) == []


@pytest.mark.parametrize(
    ("atur", "untuk"), [(HARIAN, "2026-11-21"), (JUMAT, "2026-11-16"), (TANGGAL_2, "2026-11")], ids=str
)
def test_what_a_moment_is_for(atur: Atur, untuk: str) -> None:
    assert periode(atur, WIB, pada("2026-11-21 23:00")) == untuk


ATUR = st.one_of(
    st.builds(lambda jam: {"jam": jam}, st.times().map(lambda t: f"{t:%H:%M}")),
    st.builds(lambda jam, n: {"jam": jam, "hari": n}, st.times().map(lambda t: f"{t:%H:%M}"), st.integers(0, 6)),
    st.builds(lambda jam, n: {"jam": jam, "tanggal": n}, st.times().map(lambda t: f"{t:%H:%M}"), st.integers(1, 28)),
)


@given(ATUR, st.sampled_from([WIB, WITA, WIT]), st.integers(1_600_000_000, 2_000_000_000))
def test_between_the_last_and_the_next_there_is_none(atur: Atur, zona: str, kini: int) -> None:
    lalu, lanjut = sebelum(atur, zona, kini), berikut(atur, zona, kini)
    assert lalu <= kini < lanjut <= lalu + 31 * HARI
    assert berikut(atur, zona, lalu) == lanjut
    assert sebelum(atur, zona, lanjut - 1) == lalu
    assert sebelum(atur, zona, lanjut) == lanjut
