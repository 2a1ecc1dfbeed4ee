from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.tanggal import BULAN, HARI, Arah, baca_tanggal, ejaan_pendek, ejaan_tanggal
from tests.handlers.dialog.baca.periksa import dibaca_atau_ditolak, ditolak, sabar, teks_acak, teks_ganas, tetap_cepat

JUMAT = date(2026, 11, 20)  # today, wherever nothing else is said


def baca(teks: str, arah: Arah = "bebas", hari_ini: date = JUMAT) -> str:
    return baca_tanggal(teks, hari_ini, arah=arah).isoformat()


def tolak(teks: str, arah: Arah = "bebas", hari_ini: date = JUMAT) -> str:
    return ditolak(partial(baca_tanggal, hari_ini=hari_ini, arah=arah), teks)


HARI_INI = (
    "hari ini|Hari ini|HARI INI|hari  ini.|hr ini|hri ini|hariini|skrg|skrng|sekarang|tadi|td|tdi|tadi pagi|"
    "tadi siang|td sore|siang tadi|pagi ini|malam ini|nanti|nanti malam|barusan|hari ini jam 9|"
    "hari ini jam setengah 9|hari ini pukul 09.00|today|hari ini ya pak|pada hari ini|hari ini 🙏|“hari ini”|"
    "hari ini, 20 november|sekrang"
)
KEMARIN = (
    "kemarin|Kemarin|kmrn|kmren|kmarin|kemaren|kemarin.|hari kemarin|kemarin pagi|kemarin malam|kmrn sore|"
    "kemarin pak|kemrin|kemarinn|kemarrin|kemarin jam 9-11|kemarin tgl 19|kemarin (19/11)|kemarin, 19 november 2026|"
    "1 hari lalu|satu hari yang lalu|hari kamis|kamis lalu|kamis kemarin"
)


@pytest.mark.parametrize("teks", HARI_INI.split("|"))
def test_today(teks: str) -> None:
    assert baca(teks) == "2026-11-20"


@pytest.mark.parametrize("teks", KEMARIN.split("|"))
def test_yesterday(teks: str) -> None:
    assert baca(teks, "lalu") == "2026-11-19"


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("kemarin lusa", "2026-11-18"),
        ("kmrn lusa", "2026-11-18"),
        ("kemarin dulu", "2026-11-18"),
        ("2 hari lalu", "2026-11-18"),
        ("2 hari yg lalu", "2026-11-18"),
        ("2 hr lalu", "2026-11-18"),
        ("dua hari yang lalu", "2026-11-18"),
        ("dua hari lewat", "2026-11-18"),
        ("10 hari lalu", "2026-11-10"),
        ("sepuluh hari lalu", "2026-11-10"),
        ("100 hari lalu", "2026-08-12"),
        ("besok", "2026-11-21"),
        ("bsk", "2026-11-21"),
        ("esok", "2026-11-21"),
        ("besokkk", "2026-11-21"),
        ("besok pagi", "2026-11-21"),
        ("besok, 21/11", "2026-11-21"),
        ("lusa", "2026-11-22"),
        ("lusa 22 november", "2026-11-22"),
        ("3 hari lagi", "2026-11-23"),
        ("tiga hari ke depan", "2026-11-23"),
    ],
)
def test_days_from_today(teks: str, hari: str) -> None:
    assert baca(teks) == hari


@pytest.mark.parametrize(
    ("teks", "lalu", "depan", "bebas"),
    [
        ("senin", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("selasa", "2026-11-17", "2026-11-24", "2026-11-17"),
        ("rabu", "2026-11-18", "2026-11-25", "2026-11-18"),
        ("kamis", "2026-11-19", "2026-11-26", "2026-11-19"),
        ("jumat", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("sabtu", "2026-11-14", "2026-11-21", "2026-11-21"),
        ("minggu", "2026-11-15", "2026-11-22", "2026-11-22"),
        ("ahad", "2026-11-15", "2026-11-22", "2026-11-22"),
        ("hari senin", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("SENIN", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("senin pagi", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("snin", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("senen", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("seninn", "2026-11-16", "2026-11-23", "2026-11-23"),
        ("sleasa", "2026-11-17", "2026-11-24", "2026-11-17"),
        ("sls", "2026-11-17", "2026-11-24", "2026-11-17"),
        ("rebo", "2026-11-18", "2026-11-25", "2026-11-18"),
        ("kemis", "2026-11-19", "2026-11-26", "2026-11-19"),
        ("kamsi", "2026-11-19", "2026-11-26", "2026-11-19"),
        ("jum'at", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("Jum’at", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("jumaat", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("jumta", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("jum", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("sabtuu", "2026-11-14", "2026-11-21", "2026-11-21"),
        ("sbt", "2026-11-14", "2026-11-21", "2026-11-21"),
        ("mingu", "2026-11-15", "2026-11-22", "2026-11-22"),
        ("mgg", "2026-11-15", "2026-11-22", "2026-11-22"),
    ],
)
def test_a_weekday_is_the_nearest_in_the_direction(teks: str, lalu: str, depan: str, bebas: str) -> None:
    assert (baca(teks, "lalu"), baca(teks, "depan"), baca(teks)) == (lalu, depan, bebas)


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("senin lalu", "2026-11-16"),
        ("senin yang lalu", "2026-11-16"),
        ("senin kemarin", "2026-11-16"),
        ("senin kmrn", "2026-11-16"),
        ("hari senin kemarin", "2026-11-16"),
        ("jumat lalu", "2026-11-13"),
        ("jumat kemarin", "2026-11-13"),
        ("sabtu lalu", "2026-11-14"),
        ("senin depan", "2026-11-23"),
        ("senin besok", "2026-11-23"),
        ("senin nanti", "2026-11-23"),
        ("jumat depan", "2026-11-27"),
        ("minggu besok", "2026-11-22"),
        ("senin ini", "2026-11-16"),
        ("sabtu ini", "2026-11-21"),
        ("senin minggu lalu", "2026-11-09"),
        ("senin minggu kemarin", "2026-11-09"),
        ("minggu lalu senin", "2026-11-09"),
        ("minggu lalu hari senin", "2026-11-09"),
        ("minggu lalu, hari jumat", "2026-11-13"),
        ("jumat minggu lalu", "2026-11-13"),
        ("sabtu minggu lalu", "2026-11-14"),
        ("minggu minggu lalu", "2026-11-15"),
        ("hari minggu minggu lalu", "2026-11-15"),
        ("rabu minggu ini", "2026-11-18"),
        ("rabu minggu depan", "2026-11-25"),
        ("minggu depan rabu", "2026-11-25"),
        ("minggu minggu depan", "2026-11-29"),
        ("hari minggu", "2026-11-22"),
        ("hari minggu lalu", "2026-11-15"),
        ("hari minggu kemarin", "2026-11-15"),
        ("hari minggu depan", "2026-11-22"),
        ("hari minggu ini", "2026-11-22"),
        ("ahad lalu", "2026-11-15"),
        ("ahad depan", "2026-11-22"),
    ],
)
def test_a_weekday_with_its_week(teks: str, hari: str) -> None:
    assert baca(teks) == hari


@pytest.mark.parametrize(
    ("hari_ini", "teks", "hari"),
    [
        (date(2026, 11, 16), "senin", "2026-11-16"),
        (date(2026, 11, 16), "senin lalu", "2026-11-09"),
        (date(2026, 11, 16), "senin depan", "2026-11-23"),
        (date(2026, 11, 16), "minggu minggu lalu", "2026-11-15"),
        (date(2026, 11, 22), "senin minggu lalu", "2026-11-09"),
        (date(2026, 11, 22), "hari minggu ini", "2026-11-22"),
        (date(2026, 11, 22), "minggu", "2026-11-22"),
        (date(2027, 1, 1), "kemarin", "2026-12-31"),
        (date(2027, 1, 1), "kamis lalu", "2026-12-31"),
        (date(2028, 3, 1), "kemarin", "2028-02-29"),
    ],
)
def test_weeks_and_years_turn(hari_ini: date, teks: str, hari: str) -> None:
    assert baca(teks, hari_ini=hari_ini) == hari


@pytest.mark.parametrize("teks", ["minggu lalu", "Minggu kemarin", "mgg lalu", "minggu depan", "minggu ini"])
@pytest.mark.parametrize("arah", ["lalu", "depan", "bebas"])
def test_minggu_as_day_or_week_is_asked(teks: str, arah: Arah) -> None:
    assert tolak(teks, arah).startswith("Hari Minggu, atau hari lain di minggu itu? Contoh: ")


def test_minggu_lalu_offers_both_readings() -> None:
    kata = tolak("minggu lalu", "lalu")
    assert kata == "Hari Minggu, atau hari lain di minggu itu? Contoh: hari Minggu lalu atau Senin minggu lalu"


TANGGAL_20_NOVEMBER = (
    "20/11|20-11|20.11|20 / 11|20/11/26|20-11-26|20.11.26|20/11/2026|20-11-2026|20.11.2026|20 11 2026|2026-11-20|"
    "2026/11/20|2026.11.20|20\\11|20/11.|*20/11*|(20/11)|20–11–2026|20 − 11|20 november|20 November|20 NOVEMBER|"
    "20 nov|20 nov 26|20 nov 2026|20 nop 26|20 Nopember 2026|20november|20nov26|20November2026|20-nov-26|20/nov/2026|"
    "20.nov|20 novmber|20 novenber|20 nopmber|20 nvember 2026|tgl 20|tgl. 20|tgl20|tanggal 20|TGL 20|tanggl 20|tg 20|"
    "pada tanggal 20|20|tgl 20 november|tanggal 20/11/2026|tgl 20 bulan 11|20 bulan november|20 bulan 11 tahun 2026|"
    "20 november tahun 2026|20 november tahun ini|20 nov thn ini|20 bulan ini|Jumat, 20 November 2026|"
    "jumat 20 november|jum'at 20/11|jumat, 20-11-2026|hari jumat tgl 20|hari jumat tanggal 20 november 2026|"
    "jum 20/11|Jum 20 Nov|20/11 jumat|20 november (jumat)|20/11/2026, hari Jumat|jumat 20|dua puluh november|"
    "tanggal dua puluh|dua puluh november 2026|٢٠/١١|２０／１１|２０ november|20 november 🙏|🗓️ 20/11/2026|"
    "20/11 ya pak|eh maaf 20/11|20/11 jam 09.00|20 november pagi|20 november jam 9 sampai 11"
)


@pytest.mark.parametrize("teks", TANGGAL_20_NOVEMBER.split("|"))
@pytest.mark.parametrize("arah", ["lalu", "depan", "bebas"])
def test_the_twentieth_of_november(teks: str, arah: Arah) -> None:
    assert baca(teks, arah) == "2026-11-20"


@pytest.mark.parametrize("bulan", range(1, 13))
def test_every_month_by_name_and_by_its_first_letters(bulan: int) -> None:
    nama = BULAN[bulan - 1]
    for ejaan in (nama, nama.upper(), nama[:3], nama + ".", nama[:3] + "."):
        assert baca(f"5 {ejaan} 2026") == f"2026-{bulan:02}-05"


@pytest.mark.parametrize(
    ("ejaan", "bulan"),
    [
        ("janauri", 1),
        ("januri", 1),
        ("jan", 1),
        ("pebruari", 2),
        ("peb", 2),
        ("februri", 2),
        ("febuari", 2),
        ("mrt", 3),
        ("marret", 3),
        ("aprl", 4),
        ("apirl", 4),
        ("may", 5),
        ("ags", 8),
        ("agt", 8),
        ("agst", 8),
        ("agus", 8),
        ("agutus", 8),
        ("agustuss", 8),
        ("sept", 9),
        ("setember", 9),
        ("septmber", 9),
        ("spetember", 9),
        ("oktobr", 10),
        ("oktber", 10),
        ("october", 10),
        ("nopember", 11),
        ("nofember", 11),
        ("desmber", 12),
        ("december", 12),
        ("desembr", 12),
    ],
)
def test_misspelt_months(ejaan: str, bulan: int) -> None:
    assert baca(f"5 {ejaan} 2026") == f"2026-{bulan:02}-05"


@pytest.mark.parametrize(
    ("teks", "lalu", "depan", "bebas"),
    [
        ("19", "2026-11-19", "2026-12-19", "2026-11-19"),
        ("21", "2026-10-21", "2026-11-21", "2026-11-21"),
        ("1", "2026-11-01", "2026-12-01", "2026-12-01"),
        ("5", "2026-11-05", "2026-12-05", "2026-11-05"),
        ("31", "2026-10-31", "2026-12-31", "2026-10-31"),
        ("tgl 5 kemarin", "2026-11-05", None, "2026-11-05"),
        ("tanggal 25 lalu", "2026-10-25", None, "2026-10-25"),
        ("tgl 5 depan", None, "2026-12-05", "2026-12-05"),
        ("tgl 25 nanti", None, "2026-11-25", "2026-11-25"),
        ("5 bulan lalu", "2026-10-05", None, "2026-10-05"),
        ("tgl 5 bulan depan", None, "2026-12-05", "2026-12-05"),
        ("1/1", "2026-01-01", "2027-01-01", "2027-01-01"),
        ("28/12", "2025-12-28", "2026-12-28", "2026-12-28"),
        ("20/5", "2026-05-20", "2027-05-20", "2027-05-20"),
        ("19/5", "2026-05-19", "2027-05-19", "2027-05-19"),
        ("30 juni", "2026-06-30", "2027-06-30", "2026-06-30"),
        ("17 agustus", "2026-08-17", "2027-08-17", "2026-08-17"),
        ("20 november tahun lalu", "2025-11-20", None, "2025-11-20"),
        ("17/8 tahun depan", None, "2027-08-17", "2027-08-17"),
    ],
)
def test_what_is_not_said_is_the_nearest_in_the_direction(
    teks: str, lalu: str | None, depan: str | None, bebas: str
) -> None:
    assert baca(teks) == bebas
    menurut_arah: dict[Arah, str | None] = {"lalu": lalu, "depan": depan}
    for arah, hari in menurut_arah.items():
        if hari is None:
            tolak(teks, arah)
        else:
            assert baca(teks, arah) == hari


@pytest.mark.parametrize(
    ("hari_ini", "teks", "hari"),
    [
        (date(2027, 1, 5), "28/12", "2026-12-28"),
        (date(2027, 1, 5), "30", "2026-12-30"),
        (date(2027, 3, 1), "30", "2027-01-30"),
        (date(2027, 3, 1), "31", "2027-01-31"),
        (date(2028, 3, 1), "29/2", "2028-02-29"),
        (date(2029, 1, 15), "29/2", "2028-02-29"),
        (date(2026, 12, 31), "31", "2026-12-31"),
    ],
)
def test_looking_back_over_the_turn_of_a_year(hari_ini: date, teks: str, hari: str) -> None:
    assert baca(teks, "lalu", hari_ini) == hari


@pytest.mark.parametrize(
    ("teks", "hari"),
    [
        ("20/11/98", "1998-11-20"),
        ("20/11/46", "2046-11-20"),
        ("20/11/47", "1947-11-20"),
        ("17/8/1945", "1945-08-17"),
        ("29/2/24", "2024-02-29"),
        ("1 januari 2027", "2027-01-01"),
    ],
)
def test_years_in_two_digits_or_four(teks: str, hari: str) -> None:
    assert baca(teks) == hari


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("25 november", "Tanggal 25 November belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("25/11", "Tanggal 25 November belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("20/12", "Tanggal 20 Desember belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("besok", "Tanggal 21 November belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("senin depan", "Tanggal 23 November belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("5/1/2027", "Tanggal 5 Januari 2027 belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
        ("Rabu, 25 November", "Tanggal 25 November belum terjadi. Yang bisa dicatat: hari ini atau sebelumnya."),
    ],
)
def test_a_day_that_has_not_been_cannot_be_logged(teks: str, kata: str) -> None:
    assert tolak(teks, "lalu") == kata


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("kemarin", "Tanggal 19 November sudah lewat. Yang bisa dipilih: hari ini atau sesudahnya."),
        ("15/11", "Tanggal 15 November sudah lewat. Yang bisa dipilih: hari ini atau sesudahnya."),
        ("20/11/2025", "Tanggal 20 November 2025 sudah lewat. Yang bisa dipilih: hari ini atau sesudahnya."),
    ],
)
def test_a_day_that_is_over_cannot_be_planned(teks: str, kata: str) -> None:
    assert tolak(teks, "depan") == kata


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("31/11", "Tanggal 31 November tidak ada, November sampai tanggal 30."),
        ("31 november 2026", "Tanggal 31 November tidak ada, November sampai tanggal 30."),
        ("jumat 31/11", "Tanggal 31 November tidak ada, November sampai tanggal 30."),
        ("30 feb", "Tanggal 30 Februari 2026 tidak ada, Februari 2026 sampai tanggal 28."),
        ("29/2", "Tanggal 29 Februari 2026 tidak ada, Februari 2026 sampai tanggal 28."),
        ("29/2/2025", "Tanggal 29 Februari 2025 tidak ada, Februari 2025 sampai tanggal 28."),
        ("31 bulan ini", "Tanggal 31 November tidak ada, November sampai tanggal 30."),
        ("0/11", "Tanggal 0 November tidak ada, November sampai tanggal 30."),
        ("2026-11-31", "Tanggal 31 November tidak ada, November sampai tanggal 30."),
        ("32", "Tanggal 32 tidak ada."),
        ("tgl 0", "Tanggal 0 tidak ada."),
        ("11/20/2026", "Bulan ke-20 tidak ada. Tanggal dulu, baru bulan."),
        ("11/20", "Bulan ke-20 tidak ada. Tanggal dulu, baru bulan."),
        ("20/0", "Bulan ke-0 tidak ada. Tanggal dulu, baru bulan."),
        ("20/11/1026", "Tahun 1026 terlalu jauh. Boleh dicek lagi?"),
        ("20/11/2062", "Tahun 2062 terlalu jauh. Boleh dicek lagi?"),
        ("20/11/0000", "Tahun 0 terlalu jauh. Boleh dicek lagi?"),
    ],
)
def test_impossible_dates_are_named(teks: str, awal: str) -> None:
    assert tolak(teks) == f"{awal} Contoh: kemarin, 17/11 atau Senin lalu"


def test_29_february_needs_its_year_when_it_is_far() -> None:
    assert tolak("29/2", "lalu", date(2027, 11, 20)).startswith("Tanggal 29 Februari 2027 tidak ada")
    assert tolak("29/2", "lalu", date(2028, 1, 1)).startswith("Tanggal 29 Februari belum terjadi")


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("Kamis, 20 November 2026", "20 November 2026 itu hari Jumat, bukan Kamis."),
        ("kamis 20/11", "20 November 2026 itu hari Jumat, bukan Kamis."),
        ("20/11 (kamis)", "20 November 2026 itu hari Jumat, bukan Kamis."),
        ("minggu 20 november", "20 November 2026 itu hari Jumat, bukan Minggu."),
        ("senin tgl 20", "20 November 2026 itu hari Jumat, bukan Senin."),
    ],
)
def test_a_weekday_that_contradicts_the_date(teks: str, awal: str) -> None:
    assert tolak(teks) == f"{awal} Tulis tanggalnya saja kalau itu yang benar. Contoh: 20/11/2026"


def test_a_kemarin_that_contradicts_the_date() -> None:
    kata = tolak("kemarin 18/11", "lalu")
    assert kata == "Kemarin itu Kamis, 19 November 2026. Kalau bukan itu, contoh: 18/11/2026"


@pytest.mark.parametrize("teks", ["tadi malam", "td malam", "td mlm", "semalam", "malam tadi"])
def test_last_night_has_two_dates(teks: str) -> None:
    assert tolak(teks, "lalu") == "Malam itu tanggal berapa, ya? Contoh: hari ini atau kemarin"


@pytest.mark.parametrize(
    ("teks", "pilihan"),
    [
        ("malam jumat", "Kamis atau Jumat"),
        ("malam minggu", "Sabtu atau Minggu"),
        ("mlm senin lalu", "Minggu atau Senin"),
    ],
)
def test_malam_jumat_is_thursday_night(teks: str, pilihan: str) -> None:
    assert tolak(teks, "lalu") == f"Malam itu hari apa, ya? Contoh: {pilihan}"


BUKAN_TANGGAL = (
    "|   |?|🙏|pak|abc|selamat pagi|seminar|sabu|besar|november|november 2026|nov 20|20-21 november|20/11 - 21/11|"
    "20 21|20 dan 21|20/11 21/11|2-3 hari lalu|seminggu lalu|2 minggu lalu|bulan lalu|tahun lalu|senin 2 minggu lalu|"
    "tempo hari|kapan-kapan|belum tahu|20/11/026|20/11/20261|020/11|20//11|20/11/2026/1|hari|tgl|hari hari|"
    "lusa kemarin|senin selasa|jumat lalu tgl 13|5 jumi jula|20 juji|rabo|hari inii|1000 hari lalu|09.00-11.00|"
    "12.30-14|besok lusa|sebelum senin|tanggal|0020-11|20/011|201126|20112026|kemarin x|2 jam lalu|2 jam lagi|20 jam|"
    "jumat 2 hari lalu"
)


@pytest.mark.parametrize("teks", BUKAN_TANGGAL.split("|"))
@pytest.mark.parametrize("arah", ["lalu", "depan", "bebas"])
def test_what_is_not_a_day_is_asked_again(teks: str, arah: Arah) -> None:
    tolak(teks, arah)


def test_the_refusal_offers_days_that_fit() -> None:
    assert tolak("abc", "lalu") == "Tanggalnya belum terbaca. Contoh: kemarin, 17/11 atau Senin lalu"
    assert tolak("abc", "depan") == "Tanggalnya belum terbaca. Contoh: besok, 23/11 atau Senin depan"


def test_a_day_as_we_write_it() -> None:
    assert ejaan_tanggal(JUMAT) == "Jumat, 20 November 2026"
    assert ejaan_tanggal(JUMAT, dengan_hari=False) == "20 November 2026"
    assert ejaan_pendek(JUMAT) == "Jum 20/11"
    assert (len(HARI), len(BULAN)) == (7, 12)


hari_ini_apa_pun = st.dates(date(2020, 1, 1), date(2060, 12, 31))
jarak = st.integers(-170, 170)


@sabar
@given(hari_ini_apa_pun, st.integers(-7000, 7000))
def test_a_day_shown_is_read_back(hari_ini: date, beda: int) -> None:
    d = hari_ini + timedelta(beda)
    arah: Arah = "lalu" if beda < 0 else "depan"
    for ejaan in (
        ejaan_tanggal(d),
        ejaan_tanggal(d, dengan_hari=False),
        d.isoformat(),
        f"{d:%d/%m/%Y}",
        f"{d:%d.%m.%y}",
    ):
        assert baca_tanggal(ejaan, hari_ini) == d
        assert baca_tanggal(ejaan.upper(), hari_ini, arah=arah) == d


@sabar
@given(hari_ini_apa_pun, jarak)
def test_a_day_shown_short_is_read_back(hari_ini: date, beda: int) -> None:
    d = hari_ini + timedelta(beda)
    assert baca_tanggal(ejaan_pendek(d), hari_ini) == d
    assert baca_tanggal(ejaan_pendek(d), hari_ini, arah="lalu" if beda < 0 else "depan") == d


POTONGAN = (
    "senin jumat minggu ahad hari ini kemarin besok lusa lalu depan tgl tanggal bulan tahun november feb mei "
    "20/11 31/11 29/2 2026 malam pagi tadi nanti dua dulu yang jam 2026-11-20"
)


@sabar
@given(teks_acak(POTONGAN), hari_ini_apa_pun, st.sampled_from(["lalu", "depan", "bebas"]))
def test_any_text_is_read_or_refused(teks: str, hari_ini: date, arah: Arah) -> None:
    dibaca_atau_ditolak(partial(baca_tanggal, hari_ini=hari_ini, arah=arah), teks)


@sabar
@given(teks_acak(POTONGAN), hari_ini_apa_pun)
def test_the_direction_is_always_kept(teks: str, hari_ini: date) -> None:
    dibaca_atau_ditolak(lambda t: _lewat(baca_tanggal(t, hari_ini, arah="lalu") <= hari_ini), teks)
    dibaca_atau_ditolak(lambda t: _lewat(baca_tanggal(t, hari_ini, arah="depan") >= hari_ini), teks)


def _lewat(benar: bool) -> None:
    assert benar


@teks_ganas
def test_hostile_texts_take_no_time(teks: str) -> None:
    tetap_cepat(partial(baca_tanggal, hari_ini=JUMAT, arah="lalu"), teks)
