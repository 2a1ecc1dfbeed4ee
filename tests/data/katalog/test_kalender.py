"""The calendar file: every deadline has its source, and its rule gives days."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from data.kalender.periode import dari_peristiwa, jendela, periode_acara, periode_terdekat
from data.katalog.kalender import BERKAS, Acara, muat_kalender
from data.katalog.libur import muat_libur
from data.katalog.muat import KatalogSalah

KATALOG = muat_kalender()
PERTAMA, TERAKHIR = date(2026, 1, 1), date(2027, 12, 31)


def acara(kode: str) -> Acara:
    satu = KATALOG.menurut_kode(kode)
    assert satu is not None
    return satu


def test_all_of_the_village_s_year_is_there_and_the_facilitators_own() -> None:
    kode = {a.kode for a in KATALOG.acara}
    assert {f"K{n:02}" for n in range(1, 32)} <= kode
    assert {f"E{n:02}" for n in range(1, 11)} <= kode
    assert {"P01", "P02", "P03", "P04", "P05"} <= kode
    assert KATALOG.menurut_kode("K99") is None
    assert KATALOG.peristiwa_kode("hujan") is None


@pytest.mark.parametrize("satu", KATALOG.acara, ids=lambda a: a.kode)
def test_every_deadline_says_where_it_is_from_and_has_days(satu: Acara) -> None:
    assert satu.sumber
    assert satu.dasar
    assert satu.bantu.endswith(".")
    assert satu.diperiksa <= date(2026, 12, 31)
    assert not re.search(r"\bKPM\b(?! BLT)", f"{satu.nama} {satu.label} {satu.bantu}")
    assert list(satu.langkah) == sorted(satu.langkah, reverse=True)
    hari = [jatuh for _, jatuh in periode_acara(satu, PERTAMA, TERAKHIR) if jatuh]
    banyak = {"tahun": 1 if satu.tahun else 4, "bulan": 48, "triwulan": 16, "peristiwa": 0, "daerah": 0}
    assert len(hari) == banyak[satu.kapan.jenis]
    if satu.kapan.jenis == "peristiwa":
        assert KATALOG.peristiwa_kode(satu.kapan.peristiwa)
        assert dari_peristiwa(satu, date(2026, 11, 20), muat_libur().hari_kerja) != date(2026, 11, 20)


def test_what_holds_for_one_year_only_has_no_other() -> None:
    setahun = {a.kode for a in KATALOG.acara if a.tahun}
    assert setahun == {"K08", "K09", "K10", "K16", "K24", "K25"}
    assert all("PMK 7/2026" in acara(kode).dasar for kode in setahun)
    assert list(periode_acara(acara("K25"), PERTAMA, TERAKHIR)) == [("2026", None)]


@pytest.mark.parametrize(
    ("kode", "periode", "jatuh"),
    [
        ("K18", "2026", date(2026, 9, 30)),
        ("K26", "2027", date(2027, 12, 31)),
        ("K03", "2028", date(2028, 2, 28)),
        ("K29", "2027-02", date(2027, 2, 28)),
        ("K29", "2028-02", date(2028, 2, 29)),  # a leap year
        ("K29", "2026-11", date(2026, 11, 30)),
        ("P01", "2026-12", date(2026, 12, 3)),
        ("P03", "2026-T4", date(2027, 1, 3)),
        ("P03", "2027-T1", date(2027, 4, 3)),
    ],
)
def test_days_of_periods(kode: str, periode: str, jatuh: date) -> None:
    assert dict(periode_acara(acara(kode), jatuh, jatuh))[periode] == jatuh


@pytest.mark.parametrize(
    ("kode", "terjadi", "jatuh"),
    [
        ("E01", date(2027, 11, 30), date(2028, 2, 29)),  # three months: February's last day, in a leap year
        ("E01", date(2026, 11, 30), date(2027, 2, 28)),
        ("E02", date(2027, 8, 31), date(2027, 2, 28)),  # six months before
        ("K20", date(2026, 10, 30), date(2026, 11, 2)),
        ("K21", date(2026, 12, 1), date(2026, 12, 31)),  # 24 and 25 December are off
        ("E08", date(2027, 3, 5), date(2027, 3, 31)),  # Nyepi, Lebaran and Easter lie between
        ("K31", date(2024, 2, 29), date(2029, 2, 28)),
    ],
)
def test_days_that_count_from_an_event(kode: str, terjadi: date, jatuh: date) -> None:
    assert dari_peristiwa(acara(kode), terjadi, muat_libur().hari_kerja) == jatuh


@pytest.mark.parametrize(
    ("kode", "periode", "dari", "sampai"),
    [
        ("K18", "2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("K23", "2026", date(2026, 9, 1), date(2027, 8, 31)),
        ("K02", "2027", date(2026, 12, 15), date(2027, 12, 14)),  # announced as soon as it is enacted
        ("K29", "2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("P03", "2026-T4", date(2026, 10, 1), date(2026, 12, 31)),
        ("E01", "2026-11-20", date(2026, 11, 20), date(9999, 12, 31)),
    ],
)
def test_when_what_is_done_counts(kode: str, periode: str, dari: date, sampai: date) -> None:
    assert jendela(acara(kode), periode) == (dari, sampai)


def test_the_period_that_somebody_means_who_moves_a_day() -> None:
    assert periode_terdekat(acara("K26"), date(2027, 1, 10)) == "2026"
    assert periode_terdekat(acara("P03"), date(2027, 1, 5)) == "2026-T4"
    assert periode_terdekat(acara("K25"), date(2026, 12, 18)) == "2026"
    assert periode_terdekat(acara("K25"), date(2030, 12, 18)) == "2026"


@pytest.mark.parametrize(
    ("dari", "ke", "kata"),
    [
        ('batas = "03-31"', 'batas = "02-30"', "a day that the year has"),
        ('batas = "bulan 10"', 'batas = "bulan 40"', "from 1 to 31"),
        ('batas = "dilantik +3 bulan"', 'batas = "hujan +3 bulan"', "kode of a [[peristiwa]]"),
        ('musdes = ["blt"]', 'musdes = ["pesta"]', "a musdes that there is"),
        ('kegiatan = ["AS15"]', 'kegiatan = ["ZZ15"]', "a kegiatan that there is"),
        ('["lpj", "perdes", -1]', '["lpj", "selesai", -1]', "siklus ="),
        ('batas = "12-31"', 'batas = "akhir tahun"', "batas"),
        ('kode = "K05"', 'kode = "K04"', "only once"),
    ],
)
def test_a_mistake_is_found_with_its_line(tmp_path: Path, dari: str, ke: str, kata: str) -> None:
    teks = BERKAS.read_text("utf-8")
    assert dari in teks
    berkas = tmp_path / "kalender.toml"
    berkas.write_text(teks.replace(dari, ke, 1), "utf-8")
    with pytest.raises(KatalogSalah, match=r"kalender\.toml:\d+") as galat:
        muat_kalender(berkas)
    assert kata in str(galat.value)
