import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.jam import SEHARI, TERLAMA, RentangJam, baca_rentang, ejaan_durasi
from tests.handlers.dialog.baca.periksa import dibaca_atau_ditolak, ditolak, sabar, teks_acak, teks_ganas, tetap_cepat


def jam(teks: str) -> str:
    return str(baca_rentang(teks))


DARI_9_SAMPAI_11 = (
    "9-11|9 - 11|09-11|9–11|9—11|9 −11|09.00-11.00|9.00-11.00|09:00-11:00|09,00-11,00|09.00–11.00|"
    "０９.００－１１.００|٩-١١|9.00 s.d. 11.00|9.00 s.d 11.00|9 s.d. 11|9 sd 11|9sd11|9 s/d 11|9 S/D 11|9 s / d 11|"
    "jam 9 sampai 11|jam 9 sampai jam 11|Jam 9 s.d. jam 11|jm 9 smp 11|jam 9 sampe 11|jam 9 smpai 11|jam 9 hingga 11|"
    "jam 9 sampai dengan 11|jam 9 sampai dengan jam 11|dari jam 9 sampai jam 11|dari 9 ke 11|"
    "mulai jam 9 sampai jam 11|mulai 9 - 11|pukul 09.00 s.d. 11.00|pukul 9 sampai pukul 11|pkl 09.00-11.00|"
    "pkl. 09.00 - 11.00|Pkl.09.00 s/d 11.00|pk 9 - 11|09.00 WIB - 11.00 WIB|09.00-11.00 WIB|09.00wib-11.00wib|"
    "09.00-11.00 (WITA)|09.00 s.d. 11.00 WIT|0900-1100|900-1100|0900 s/d 1100|9 pagi - 11 pagi|9 pagi - 11 siang|"
    "9-11 pagi|9 pagi-11|9pagi-11siang|jam 9 pagi sampai jam 11 siang|9-11 siang|9 ~ 11|9 -> 11|9 → 11|9 --> 11|"
    "9am-11am|9-11 am|jam sembilan sampai sebelas|sembilan - sebelas|jam 9 selama 2 jam|jam 9 selama dua jam|"
    "9 selama 120 menit|pukul 09.00 selama 2 jam|2 jam mulai jam 9|dua jam mulai jam 9|2 jam dari jam 9|"
    "2 jam sejak 09.00|120 menit mulai jam 9|mulai jam 9 selama 2 jam|jam 9 pagi selama 2 jam|9-11 ya pak|9-11 🙏|"
    "*9-11*|09.00-11.00.|  9   -   11  |sekitar jam 9 - 11|kira-kira 9-11|JAM 9 SAMPAI 11|(9-11)|"
    "jam 09.00, sampai 11.00"
)


@pytest.mark.parametrize("teks", DARI_9_SAMPAI_11.split("|"))
def test_from_nine_to_eleven(teks: str) -> None:
    assert baca_rentang(teks) == RentangJam(540, 660)


@pytest.mark.parametrize(
    ("teks", "rentang"),
    [
        ("09.00-11.30", "09.00–11.30"),
        ("9.15-9.45", "09.15–09.45"),
        ("0800-1130", "08.00–11.30"),
        ("pukul 19.30 s.d. 22.00", "19.30–22.00"),
        ("19:30–22:00", "19.30–22.00"),
        ("13-15", "13.00–15.00"),
        ("5-7", "05.00–07.00"),
        ("9-13", "09.00–13.00"),
        ("11-12.30", "11.00–12.30"),
        ("12-14", "12.00–14.00"),
        ("0-2", "00.00–02.00"),
        ("01.00-03.00", "01.00–03.00"),
        ("0100-0300", "01.00–03.00"),
        ("8 pagi - 12 siang", "08.00–12.00"),
        ("1 siang sampai 3 sore", "13.00–15.00"),
        ("8 malam - 10 malam", "20.00–22.00"),
        ("11 siang - 1 siang", "11.00–13.00"),
        ("3 sore - 5 sore", "15.00–17.00"),
        ("6 sore - 8 malam", "18.00–20.00"),
        ("5 petang - 7 malam", "17.00–19.00"),
        ("4 subuh - 6 pagi", "04.00–06.00"),
        ("7 mlm - 9 mlm", "19.00–21.00"),
        ("13.00 siang - 15.00 sore", "13.00–15.00"),
        ("19.30 malam - 21.00 malam", "19.30–21.00"),
        ("00.30 malam - 2 malam", "00.30–02.00"),
        ("9am-1pm", "09.00–13.00"),
        ("12pm-2pm", "12.00–14.00"),
        ("1-3 sore", "13.00–15.00"),
        ("1-3 siang", "13.00–15.00"),
        ("1.30-3 sore", "13.30–15.00"),
        ("8-10 malam", "20.00–22.00"),
        ("10-12 malam", "22.00–00.00"),
        ("8.00 - 10.00 malam", "20.00–22.00"),
        ("10.00 - 12.00 malam", "22.00–00.00"),
        ("08.00 - 12 siang", "08.00–12.00"),
        ("9-1 siang", "09.00–13.00"),
        ("7 malam - 9", "19.00–21.00"),
        ("8 malam - 2", "20.00–02.00"),
        ("9 pagi - 2", "09.00–14.00"),
        ("8 pagi - 5", "08.00–17.00"),
        ("9 pagi - 13", "09.00–13.00"),
        ("setengah 9 - 11", "08.30–11.00"),
        ("setengah 9 sampai setengah 11", "08.30–10.30"),
        ("jam setengah sembilan - jam setengah sebelas", "08.30–10.30"),
        ("stgh 9 - 11", "08.30–11.00"),
        ("setengah 2 siang - 3 sore", "13.30–15.00"),
        ("setengah 1 siang - 2 siang", "12.30–14.00"),
        ("setengah 8 malam - 10 malam", "19.30–22.00"),
        ("setengah 12 malam - 1 malam", "23.30–01.00"),
        ("22.00-01.00", "22.00–01.00"),
        ("22.00-1.00", "22.00–01.00"),
        ("22-1", "22.00–01.00"),
        ("20-5", "20.00–05.00"),
        ("23.30-00.15", "23.30–00.15"),
        ("20.00-24.00", "20.00–00.00"),
        ("20-24", "20.00–00.00"),
        ("10 malam - 1 malam", "22.00–01.00"),
        ("10 malam - 1 dini hari", "22.00–01.00"),
        ("12 malam - 2 malam", "00.00–02.00"),
        ("10 malam sampai 12 malam", "22.00–00.00"),
        ("9 pagi - 1 malam", "09.00–01.00"),
        ("jam 9 selama 90 menit", "09.00–10.30"),
        ("jam 9 selama 45 menit", "09.00–09.45"),
        ("jam 9 selama 1,5 jam", "09.00–10.30"),
        ("jam 9 selama 1.5 jam", "09.00–10.30"),
        ("jam 9 selama satu setengah jam", "09.00–10.30"),
        ("jam 9 selama 1 jam 30 menit", "09.00–10.30"),
        ("jam 9 selama setengah jam", "09.00–09.30"),
        ("jam 9 selama sejam", "09.00–10.00"),
        ("jam 9 selama 2 jam setengah", "09.00–11.30"),
        ("jam setengah 9 selama 2 jam", "08.30–10.30"),
        ("1 siang selama 2 jam", "13.00–15.00"),
        ("22.00 selama 3 jam", "22.00–01.00"),
        ("2,5 jam mulai 13.00", "13.00–15.30"),
        ("dua setengah jam mulai jam 9", "09.00–11.30"),
        ("06.00-22.00", "06.00–22.00"),
    ],
)
def test_reads_a_span(teks: str, rentang: str) -> None:
    assert jam(teks) == rentang


PAGI_ATAU_SIANG = (
    "1-3|jam 1 sampai 3|2-4|4-6|1-15|1.30-3.30|1.00-3.00|01-03|3 - 5|1 selama 2 jam|2 jam mulai jam 1|setengah 3 - 4|"
    "jam satu sampai jam tiga"
)


@pytest.mark.parametrize("teks", PAGI_ATAU_SIANG.split("|"))
def test_morning_or_afternoon_is_never_guessed(teks: str) -> None:
    assert ditolak(baca_rentang, teks) == "Mulainya pagi atau siang? Contoh: 13-15, 1-3 siang atau 01.00-03.00"


@pytest.mark.parametrize(
    "teks", ["9-1", "9.00-1.00", "8-2", "10-2", "11-1", "12-1", "9-5", "13-3", "19-9", "setengah 1 - 3", "09.00-1"]
)
def test_an_end_before_its_start_is_asked(teks: str) -> None:
    kata = ditolak(baca_rentang, teks)
    assert kata == "Selesainya siang, sore, atau malam? Contoh: 9-13, 9 pagi - 5 sore atau 21.00-01.00"


@pytest.mark.parametrize("teks", ["9 pagi - 9", "7 pagi - 6", "9 - 8 malam"])
def test_a_far_end_without_its_part_of_the_day_is_asked(teks: str) -> None:
    assert ditolak(baca_rentang, teks).startswith("Pagi atau malam, ya? Tulis di keduanya.")


TANPA_SELESAI = (
    "19.30 - selesai|19.30 s.d. selesai|jam 9 sampai selesai|9 pagi sampai habis acara|jam 9|9|09.00|19.30 -|"
    "19.30 s.d.|pukul 19.30 WIB|8 malam|setengah 9|mulai jam 9|0900"
)


@pytest.mark.parametrize("teks", TANPA_SELESAI.split("|"))
def test_one_time_is_asked_for_its_end(teks: str) -> None:
    assert ditolak(baca_rentang, teks).startswith("Selesainya jam berapa? Tulis mulai dan selesainya, ya.")


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("25.00-26.00", "Jam 25.00 tidak ada."),
        ("9-25", "Jam 25.00 tidak ada."),
        ("9.75-10", "Jam 9.75 tidak ada."),
        ("09.00-10.60", "Jam 10.60 tidak ada."),
        ("24.30-25.00", "Jam 24.30 tidak ada."),
        ("9999-1000", "Jam 99.99 tidak ada."),
        ("9 sore - 10 malam", "Jam 9 sore itu jam berapa, ya?"),
        ("12 pagi - 2 siang", "Jam 12 pagi itu jam berapa, ya?"),
        ("13 pagi - 2 siang", "Jam 13 pagi itu jam berapa, ya?"),
        ("0 siang - 2 siang", "Jam 0 siang itu jam berapa, ya?"),
        ("9-9", "Mulai dan selesainya sama-sama 09.00. Boleh dicek lagi?"),
        ("09.00-09.00", "Mulai dan selesainya sama-sama 09.00. Boleh dicek lagi?"),
        ("9 pagi - 9 pagi", "Mulai dan selesainya sama-sama 09.00. Boleh dicek lagi?"),
        ("00.00-24.00", "Mulai dan selesainya sama-sama 00.00. Boleh dicek lagi?"),
        ("jam 9 selama 0 jam", "Mulai dan selesainya sama-sama 09.00. Boleh dicek lagi?"),
        ("05.00-23.00", "Mulai 05.00 lamanya jadi 18 jam. Boleh dicek lagi?"),
        ("06.00-22.01", "Mulai 06.00 lamanya jadi 16 jam 1 menit. Boleh dicek lagi?"),
        ("3 sore - 1 siang", "Mulai 15.00 lamanya jadi 22 jam. Boleh dicek lagi?"),
        ("jam 9 selama 20 jam", "Mulai 09.00 lamanya jadi 20 jam. Boleh dicek lagi?"),
    ],
)
def test_impossible_times_are_named(teks: str, awal: str) -> None:
    assert ditolak(baca_rentang, teks) == f"{awal} Contoh: 09.00-11.30 atau 19.30-22.00"


BUKAN_RENTANG = (
    "| |?|🙏|pak|abc|-|selesai|- 11|selesai - 11|9-11-13|9 11|pagi|pagi - siang|9 - 11 - selesai|jam - jam|"
    "setengah - 9|setengah 9.30 - 11|setengah 13 - 15|setengah 0 - 9|9 selama lama|selama 2 jam|"
    "sebentar selama 2 jam|9-11 selama 2 jam|2 jam|besok|20/11/2026|9-11 jam|123456-7|9.5-11|jam 9 selama|"
    "9 selama  jam|2 jam mulai|9-11, 13-15"
)


@pytest.mark.parametrize("teks", BUKAN_RENTANG.split("|"))
def test_what_is_not_a_span_is_asked_again(teks: str) -> None:
    ditolak(baca_rentang, teks)


@pytest.mark.parametrize(
    ("menit", "ejaan"),
    [(0, "0 menit"), (1, "1 menit"), (45, "45 menit"), (60, "1 jam"), (120, "2 jam"), (150, "2 jam 30 menit")],
)
def test_a_duration_as_we_say_it(menit: int, ejaan: str) -> None:
    assert ejaan_durasi(menit) == ejaan


@pytest.mark.parametrize(
    ("mulai", "selesai"), [(-1, 60), (1440, 1500), (60, 60), (60, 30), (0, 1440), (600, 2040), (0, 0)]
)
def test_an_impossible_span_cannot_be_made(mulai: int, selesai: int) -> None:
    with pytest.raises(ValueError):
        RentangJam(mulai, selesai)


def test_a_span_knows_its_length() -> None:
    assert RentangJam(540, 690).menit == 150
    assert RentangJam(1320, 1500).menit == 180


def test_a_span_as_it_is_stored() -> None:
    assert RentangJam(540, 690).ke_json() == "09:00-11:30"
    assert RentangJam(1320, 1500).ke_json() == "22:00-01:00"
    assert RentangJam.dari_json("22:00-01:00") == RentangJam(1320, 1500)
    assert RentangJam.dari_json("20:00-00:00") == RentangJam(1200, 1440)


@pytest.mark.parametrize(
    "isi", ["", "9:00-11:00", "09.00-11.00", "09:00-24:00", "09:60-11:00", "09:00-09:00", "09:00-11:00 ", "٠٩:٠٠-١١:٠٠"]
)
def test_what_was_never_stored_is_not_a_span(isi: str) -> None:
    with pytest.raises(ValueError):
        RentangJam.dari_json(isi)


mulai_kapan_pun = st.integers(0, SEHARI - 1)


@sabar
@given(mulai_kapan_pun, st.integers(1, TERLAMA))
def test_a_span_shown_is_read_back(mulai: int, lama: int) -> None:
    rentang = RentangJam(mulai, mulai + lama)
    assert baca_rentang(str(rentang)) == rentang
    assert baca_rentang(rentang.ke_json()) == rentang
    assert baca_rentang(f"pukul {rentang} WIB") == rentang


@sabar
@given(st.integers(5 * 60, SEHARI - 1), st.integers(1, TERLAMA))
def test_a_duration_shown_is_read_back(mulai: int, lama: int) -> None:
    teks = f"{mulai // 60:02}.{mulai % 60:02} selama {ejaan_durasi(lama)}"
    assert baca_rentang(teks) == RentangJam(mulai, mulai + lama)


@given(mulai_kapan_pun, st.integers(1, SEHARI - 1))
def test_a_span_stored_is_the_same_again(mulai: int, lama: int) -> None:
    rentang = RentangJam(mulai, mulai + lama)
    assert RentangJam.dari_json(rentang.ke_json()) == rentang


POTONGAN = (
    "jam pukul pagi siang sore malam subuh am pm s.d. s/d sampai - – setengah selama mulai menit selesai wib "
    "09.00 19.30 1 3 9 11 24 25 9.75 0800 2,5 sejam dua"
)


@sabar
@given(teks_acak(POTONGAN))
def test_any_text_is_read_or_refused(teks: str) -> None:
    dibaca_atau_ditolak(baca_rentang, teks)


@sabar
@given(
    st.integers(0, 25), st.integers(0, 25), st.sampled_from(["", " pagi", " siang", " sore", " malam", ".00", ".30"])
)
def test_no_span_is_longer_than_a_day_of_work(mulai: int, selesai: int, akhir: str) -> None:
    def baca(teks: str) -> None:
        assert baca_rentang(teks).menit <= TERLAMA

    dibaca_atau_ditolak(baca, f"{mulai}-{selesai}{akhir}")
    dibaca_atau_ditolak(baca, f"{mulai}{akhir} - {selesai}")
    dibaca_atau_ditolak(baca, f"{mulai}{akhir} - {selesai}{akhir}")


@teks_ganas
def test_hostile_texts_take_no_time(teks: str) -> None:
    tetap_cepat(baca_rentang, teks)
