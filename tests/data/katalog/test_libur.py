import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from data.katalog.libur import muat_libur
from data.katalog.muat import KatalogSalah

HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

KECIL = """\
[[tahun]]
tahun = 2026
sumber = "SKB"
tanggal_sumber = 2025-09-19

[[hari]]
tanggal = 2026-12-24
jenis = "cuti"
nama = "Natal"

[[hari]]
tanggal = 2026-12-25
jenis = "libur"
nama = "Natal"
"""


def test_2026_has_17_holidays_and_8_days_of_cuti_bersama_with_their_source() -> None:
    kalender = muat_libur()
    tahun_ini = [h for h in kalender.hari.values() if h.tanggal.year == 2026]
    assert Counter(h.jenis for h in tahun_ini) == {"libur": 17, "cuti": 8}
    assert "1497/2025" in kalender.tahun[2026].sumber
    assert kalender.tahun[2026].tanggal_sumber == dt.date(2025, 9, 19)


@pytest.mark.parametrize(
    ("tanggal", "hari"),
    [
        ("2026-01-01", "Kamis"),
        ("2026-01-16", "Jumat"),
        ("2026-02-16", "Senin"),
        ("2026-02-17", "Selasa"),
        ("2026-03-18", "Rabu"),
        ("2026-03-19", "Kamis"),
        ("2026-03-20", "Jumat"),
        ("2026-03-21", "Sabtu"),
        ("2026-03-22", "Minggu"),
        ("2026-03-23", "Senin"),
        ("2026-03-24", "Selasa"),
        ("2026-04-03", "Jumat"),
        ("2026-04-05", "Minggu"),
        ("2026-05-01", "Jumat"),
        ("2026-05-14", "Kamis"),
        ("2026-05-15", "Jumat"),
        ("2026-05-27", "Rabu"),
        ("2026-05-28", "Kamis"),
        ("2026-05-31", "Minggu"),
        ("2026-06-01", "Senin"),
        ("2026-06-16", "Selasa"),
        ("2026-08-17", "Senin"),
        ("2026-08-25", "Selasa"),
        ("2026-12-24", "Kamis"),
        ("2026-12-25", "Jumat"),
    ],
)
def test_each_day_off_falls_on_the_weekday_the_decree_prints(tanggal: str, hari: str) -> None:
    kalender, hari_itu = muat_libur(), dt.date.fromisoformat(tanggal)
    assert HARI[hari_itu.weekday()] == hari
    assert kalender.libur_pada(hari_itu)
    assert not kalender.hari_kerja(hari_itu)


def test_2026_has_240_working_days() -> None:
    setahun = (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(365))
    # 261 Mondays to Fridays, less the 25 days off of which 4 are on a weekend.
    assert sum(muat_libur().hari_kerja(hari) for hari in setahun) == 240


def test_a_cuti_bersama_says_that_it_is_one() -> None:
    kalender = muat_libur()
    assert kalender.libur_pada(dt.date(2026, 12, 24)) == "Cuti bersama Natal"
    assert kalender.libur_pada(dt.date(2026, 12, 25)) == "Natal"


def test_a_weekend_is_off_without_a_name() -> None:
    sabtu = dt.date(2026, 11, 21)
    assert not muat_libur().hari_kerja(sabtu)
    assert muat_libur().libur_pada(sabtu) is None


def test_a_datetime_counts_as_its_date() -> None:
    kemerdekaan = dt.datetime(2026, 8, 17, 9, 0, tzinfo=dt.UTC)
    assert muat_libur().libur_pada(kemerdekaan) == "Hari Kemerdekaan"
    assert not muat_libur().hari_kerja(kemerdekaan)


def test_a_year_nobody_filled_in_has_only_weekends(tmp_path: Path) -> None:
    berkas = tmp_path / "libur.toml"
    berkas.write_text(KECIL)
    kalender = muat_libur(berkas)
    assert kalender.terisi(2026)
    assert not kalender.terisi(2030)
    assert kalender.hari_kerja(dt.date(2030, 12, 25))
    assert not kalender.hari_kerja(dt.date(2030, 12, 28))


def test_the_file_is_read_once() -> None:
    assert muat_libur() is muat_libur()


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        (
            "2026-12-25",
            "2026-12-24",
            '12: tanggal has "2026-12-24", which line 7 has already; expected every tanggal only once',
        ),
        (
            "2026-12-25",
            "2027-12-25",
            "12: tanggal is 2027-12-25; expected a day in a year that has a [[tahun]] with its source",
        ),
        ("2026-12-25", '"25 Desember"', '12: tanggal is "25 Desember"; expected a date such as 2026-08-17'),
        ('"libur"', '"nasional"', '13: jenis is "nasional"; expected one of "cuti", "libur"'),
        (
            "[[hari]]",
            '[[tahun]]\ntahun = 2027\nsumber = "SKB"\ntanggal_sumber = 2026-09-01\n\n[[hari]]',
            "7: [[tahun]] 2027 has no days; expected its [[hari]] tables, or no [[tahun]] until they are known",
        ),
        (
            "[[hari]]",
            '[[tahun]]\ntahun = 2026\nsumber = "SKB"\ntanggal_sumber = 2026-09-01\n\n[[hari]]',
            "7: tahun has 2026, which line 2 has already; expected every tahun only once",
        ),
        ('sumber = "SKB"\n', "", '1: tahun number 1 has no key "sumber"; expected text of at least 1 characters'),
    ],
)
def test_a_mistake_is_refused_where_it_stands(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in KECIL
    berkas = tmp_path / "libur.toml"
    berkas.write_text(KECIL.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah) as galat:
        muat_libur(berkas)
    assert str(galat.value) == f"{berkas}:{kata}"
