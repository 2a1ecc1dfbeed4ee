"""Days and hours in the words of an official paper."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.cetak.tanggal_kata import pukul, tanggal_kata


@pytest.mark.parametrize(
    ("d", "kata"),
    [
        (
            date(2026, 11, 21),
            "Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026)",
        ),
        (date(2027, 1, 1), "Jumat, tanggal satu bulan Januari tahun dua ribu dua puluh tujuh (01-01-2027)"),
        (
            date(2028, 2, 29),
            "Selasa, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan (29-02-2028)",
        ),
    ],
)
def test_a_day(d: date, kata: str) -> None:
    assert tanggal_kata(d) == kata


def test_hours_say_their_zone_and_the_next_day() -> None:
    assert pukul("19:30", "22:10", "WIB") == "pukul 19.30 WIB sampai dengan 22.10 WIB"
    assert pukul("21:00", "00:30", "WITA") == "pukul 21.00 WITA sampai dengan 00.30 WITA hari berikutnya"
    assert pukul("09:00", "09:00", "WIT") == "pukul 09.00 WIT sampai dengan 09.00 WIT"
    assert pukul("09:00", None, "WIT") == "pukul 09.00 WIT sampai dengan ........ WIT"
