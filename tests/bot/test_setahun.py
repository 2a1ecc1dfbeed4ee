"""A whole year by a simulated clock, New Year and Lebaran included: everything once and in time, or skipped by a rule."""

from __future__ import annotations

import asyncio
import json
from datetime import date

import pytest

from bench.setahun import Laporan, Ukuran, angka, setahun
from data.jadwal import KIRIM, LEWAT, LIBUR
from data.katalog.libur import muat_libur

SETENGAH = Ukuran(kecamatan=3, hari=165, jam=("19:00",), gangguan=11, lompatan=2, berdua=False)
"""Of the year, until after Lebaran."""
KECIL = Ukuran(kecamatan=3, hari=365, jam=("19:00",), gangguan=24, lompatan=4, berdua=False)
BESAR = Ukuran(kecamatan=9, jam=("18:00", "19:45", "21:15"))


def baik(laporan: Laporan) -> None:
    assert laporan.ganda == []
    assert laporan.salah == []
    assert max(laporan.telat) < 60
    assert set(laporan.langkah_telat) == {0}


@pytest.mark.parametrize(
    ("ukuran", "terkecil"), [(SETENGAH, 45), pytest.param(KECIL, 100, marks=pytest.mark.lambat)], ids=["half", "whole"]
)
async def test_a_year_for_nine_people_in_three_zones(sqlite_url: str, ukuran: Ukuran, terkecil: int) -> None:
    assert [muat_libur().libur_pada(date(2027, *hari)) is not None for hari in ((1, 1), (3, 10))] == [True, True]
    dunia, laporan, _ = await setahun(sqlite_url, ukuran)
    baik(laporan)
    assert len(set(dunia.kecamatan.values())) == 3
    assert laporan.slot > 9 * (ukuran.hari - 15)
    assert min(laporan.hasil[satu] for satu in (KIRIM, LEWAT, LIBUR)) > terkecil
    assert laporan.langkah > terkecil


@pytest.mark.lambat
def test_a_year_for_many_with_two_programs_at_once(sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Longer than an `async` test may take on a busy machine; `python -m bench setahun` is larger still."""
    dunia, laporan, tik = asyncio.run(setahun(sqlite_url, BESAR))
    with capsys.disabled():
        print("\n" + json.dumps(angka(dunia, laporan, tik), indent=1))
    baik(laporan)
    assert laporan.slot > 27 * 350
