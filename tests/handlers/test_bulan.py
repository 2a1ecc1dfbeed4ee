"""Which month is meant, however it is said."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.catatan.bulan import akhir_bulan, baca_bulan, sebut_bulan

HARI_INI = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("teks", "bulan"),
    [
        ("", "2026-11"), ("drp bulan lalu", "2026-10"), ("2025-02", "2025-02"), ("oktober", "2026-10"),
        ("Oktober 2025", "2025-10"), ("okt 2024 kunjungan 2", "2024-10"), ("desember", "2025-12"),
        ("desember 2026", "2026-12"), ("novembernya", "2026-11"), ("sukamaju mei", "2026-05"),
        ("Bu Meinah", "2026-11"), ("2026", "2026-11"), ("mei 20", "2026-05"),
    ],
)  # fmt: skip
def test_a_month_by_its_name_and_year(teks: str, bulan: str) -> None:
    assert f"{baca_bulan(teks, HARI_INI):%Y-%m}" == bulan


def test_its_last_day_and_its_name() -> None:
    assert akhir_bulan(date(2028, 2, 1)) == date(2028, 2, 29)
    assert sebut_bulan(date(2026, 5, 1)) == "Mei 2026"
