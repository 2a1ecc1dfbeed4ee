import datetime as dt
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data.katalog.muat import KatalogSalah
from data.katalog.zona import muat_zona

KECIL = """\
[[zona]]
nama = "WIB"
iana = "Asia/Jakarta"

[[provinsi]]
kode = "61"
nama = "Kalimantan Barat"
zona = "WIB"

[[provinsi]]
kode = "62"
nama = "Kalimantan Tengah"
zona = "WIB"
"""


def test_38_provinces_in_three_zones() -> None:
    katalog = muat_zona()
    assert Counter(p.zona for p in katalog.provinsi) == {"WIB": 18, "WITA": 12, "WIT": 8}
    assert [z.nama for z in katalog.zona] == ["WIB", "WITA", "WIT"]


@pytest.mark.parametrize(("nama", "jam"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_a_zone_is_its_hours_ahead_of_utc_all_year(nama: str, jam: int) -> None:
    zona = next(z for z in muat_zona().zona if z.nama == nama)
    for bulan in (1, 7):
        assert dt.datetime(2026, bulan, 1, tzinfo=ZoneInfo(zona.iana)).utcoffset() == dt.timedelta(hours=jam)


@pytest.mark.parametrize(
    ("kode", "nama", "iana"),
    [
        ("11", "WIB", "Asia/Jakarta"),
        ("61", "WIB", "Asia/Jakarta"),
        ("62", "WIB", "Asia/Jakarta"),
        ("63", "WITA", "Asia/Makassar"),
        ("65", "WITA", "Asia/Makassar"),
        ("51", "WITA", "Asia/Makassar"),
        ("81", "WIT", "Asia/Jayapura"),
        ("91", "WIT", "Asia/Jayapura"),
        ("96", "WIT", "Asia/Jayapura"),
    ],
)
def test_the_zone_of_a_province(kode: str, nama: str, iana: str) -> None:
    zona = muat_zona().zona_provinsi(kode)
    assert (zona.nama, zona.iana) == (nama, iana)


def test_a_kode_that_is_no_province() -> None:
    with pytest.raises(KeyError):
        muat_zona().zona_provinsi("20")


def test_the_file_is_read_once() -> None:
    assert muat_zona() is muat_zona()


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('"62"', '"61"', '11: kode has "61", which line 6 has already; expected every kode only once'),
        ('"62"', "62", '11: kode is 62; expected two digits in quotes, such as "32"'),
        (
            '"Kalimantan Tengah"',
            '"Kalimantan Barat"',
            '12: nama has "Kalimantan Barat", which line 7 has already; expected every nama only once',
        ),
        ('zona = "WIB"', 'zona = "WITA"', '8: zona has "WITA"; expected a nama from a [[zona]]'),
        ('zona = "WIB"', 'zona = "WIS"', '8: zona is "WIS"; expected one of "WIB", "WIT", "WITA"'),
        ("Asia/Jakarta", "Asia/Bogor", '3: iana is "Asia/Bogor"; expected an IANA time zone such as "Asia/Jakarta"'),
        ("Asia/Jakarta", "../Jakarta", '3: iana is "../Jakarta"; expected an IANA time zone such as "Asia/Jakarta"'),
    ],
)
def test_a_mistake_is_refused_where_it_stands(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in KECIL
    berkas = tmp_path / "zona.toml"
    berkas.write_text(KECIL.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah) as galat:
        muat_zona(berkas)
    assert str(galat.value) == f"{berkas}:{kata}"
