import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.baca.uang import MAKSIMAL, RAGU_DI_BAWAH, baca_uang, ejaan_uang
from tests.handlers.dialog.baca.periksa import dibaca_atau_ditolak, ditolak, sabar, teks_acak, teks_ganas, tetap_cepat

SATU_KOMA_DUA_JUTA = (
    "Rp 1,2 juta|Rp1,2 juta|rp1,2jt|1,2 juta|1,2juta|1,2 jt|1,2jt|1.2 juta|1.2jt|1,20 jt|1200000|1.200.000|"
    "1.200.000,00|1.200.000,-|1.200.000.-|1.200.000 ,-|1.200.000,--|1.200.000-|1,200,000|1,200,000.00|Rp 1200000|"
    "Rp1.200.000|Rp1.200.000,00|Rp. 1.200.000|Rp. 1.200.000,-|Rp.1.200.000|RP 1.200.000|rp: 1.200.000|IDR 1.200.000|"
    "IDR1.200.000|1.200.000 rupiah|1.200.000rupiah|1.200.000 perak|1200000rp|Rp1.200.000 rupiah|1jt 200rb|"
    "1 jt 200 rb|1juta200ribu|1 juta 200 ribu|1jt200rb|1jt, 200rb|satu juta dua ratus ribu|sejuta dua ratus ribu|"
    "sejuta 200 ribu|1 juta 200.000|Rp 1 juta 200.000|1200 rb|1200k|1200 ribu|0,0012 miliar|total 1,2 juta|"
    "sebesar Rp 1,2 juta|biaya: 1,2 juta|anggaran 1,2 juta|dana sebesar 1,2 juta|ada 1,2 juta pak|1,2 juta ya bu|"
    "1,2 juta 🙏|１，２ juta|١٫٢ juta|  1,2   JUTA  .|*1.200.000*|1.200.000 rp"
)


@pytest.mark.parametrize("teks", SATU_KOMA_DUA_JUTA.split("|"))
def test_one_point_two_million(teks: str) -> None:
    assert baca_uang(teks) == 1_200_000


@pytest.mark.parametrize(
    ("teks", "rupiah"),
    [
        ("300rb", 300_000),
        ("300 ribu", 300_000),
        ("300rbu", 300_000),
        ("Rp 300 rb", 300_000),
        ("300.000", 300_000),
        ("300,000", 300_000),
        ("Rp. 300.000,-", 300_000),
        ("tiga ratus ribu", 300_000),
        ("tiga ratus ribu rupiah", 300_000),
        ("seratus ribu", 100_000),
        ("lima puluh ribu", 50_000),
        ("2,5 jt", 2_500_000),
        ("2,5jt", 2_500_000),
        ("dua setengah juta", 2_500_000),
        ("2 setengah juta", 2_500_000),
        ("1,5 M", 1_500_000_000),
        ("1,5M", 1_500_000_000),
        ("1,5 milyar", 1_500_000_000),
        ("1,5 miliar", 1_500_000_000),
        ("1,25 miliard", 1_250_000_000),
        ("2 t", 2_000_000_000_000),
        ("10 triliun", MAKSIMAL),
        ("10 T", MAKSIMAL),
        ("1 M 250 jt 500 rb", 1_250_500_000),
        ("1 miliar 250 juta", 1_250_000_000),
        ("900k", 900_000),
        ("900 K", 900_000),
        ("1.5k", 1_500),
        ("sejuta", 1_000_000),
        ("seribu", 1_000),
        ("semiliar", 1_000_000_000),
        ("setengah juta", 500_000),
        ("setengah miliar", 500_000_000),
        ("dua juta tiga ratus lima puluh ribu", 2_350_000),
        ("1 ribu 200", 1_200),
        ("seribu lima ratus", 1_500),
        ("0 juta 200 ribu", 200_000),
        ("0,00001 juta", 10),
        ("Rp1.200", 1_200),
        ("Rp 1200", 1_200),
        ("1.200 rupiah", 1_200),
        ("Rp1.200,00", 1_200),
        ("Rp300", 300),
        ("500 perak", 500),
        ("15000", 15_000),
        ("15.000", 15_000),
        ("10.000", 10_000),
        ("1.200,5 juta", 1_200_500_000),
        ("0", 0),
        ("Rp0", 0),
        ("nol", 0),
        ("nol rupiah", 0),
        ("nihil", 0),
        ("tidak ada", 0),
        ("tidak ada biaya", 0),
        ("gratis", 0),
        ("tanpa biaya", 0),
    ],
)
def test_reads_an_amount(teks: str, rupiah: int) -> None:
    assert baca_uang(teks) == rupiah


@pytest.mark.parametrize(
    ("teks", "apa", "pilihan"),
    [
        ("1.200", "1.200", "Rp1.200 atau Rp1.200.000"),
        ("1200", "1200", "Rp1.200 atau Rp1.200.000"),
        ("1,200", "1,200", "Rp1.200 atau Rp1.200.000"),
        ("Rp1,200", "1,200", "Rp1.200 atau Rp1.200.000"),
        ("300", "300", "Rp300 atau Rp300.000"),
        ("9.999", "9.999", "Rp9.999 atau Rp9.999.000"),
        ("tiga ratus", "300", "Rp300 atau Rp300.000"),
        ("1.200 juta", "1.200 juta", "Rp1.200.000 atau Rp1.200.000.000"),
        ("1,200 juta", "1,200 juta", "Rp1.200.000 atau Rp1.200.000.000"),
        ("1.500 rb", "1.500 rb", "Rp1.500 atau Rp1.500.000"),
        ("1 juta 200", "Angka 200 di akhir", "Rp1.000.200 atau Rp1.200.000"),
        ("1jt2", "Angka 2 di akhir", "Rp1.000.002 atau Rp1.002.000"),
        ("satu juta lima ratus", "Angka 500 di akhir", "Rp1.000.500 atau Rp1.500.000"),
    ],
)
def test_what_can_be_two_amounts_is_asked_with_both(teks: str, apa: str, pilihan: str) -> None:
    assert ditolak(baca_uang, teks) == f"{apa}: maksudnya {pilihan}? Tulis lengkap, ya. Contoh: {pilihan}"


@pytest.mark.parametrize("teks", ["1,5", "1.5", "2,25", "Rp 1,5"])
def test_a_fraction_needs_its_word(teks: str) -> None:
    angka = teks.removeprefix("Rp ")
    assert ditolak(baca_uang, teks) == f"{angka} ribu, atau juta? Contoh: {angka} ribu atau {angka} juta"


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("-500", "Jumlah uang dicatat dari nol ke atas."),
        ("- Rp500", "Jumlah uang dicatat dari nol ke atas."),
        ("Rp -5.000", "Jumlah uang dicatat dari nol ke atas."),
        ("minus 2 juta", "Jumlah uang dicatat dari nol ke atas."),
        ("sekitar 3 juta", "Tulis satu jumlah yang pasti, ya."),
        ("3 jutaan", "Tulis satu jumlah yang pasti, ya."),
        ("3jtan", "Tulis satu jumlah yang pasti, ya."),
        ("3jt-an", "Tulis satu jumlah yang pasti, ya."),
        ("kurang lebih 500rb", "Tulis satu jumlah yang pasti, ya."),
        ("300-500", "Tulis satu jumlah yang pasti, ya."),
        ("ratusan ribu", "Tulis satu jumlah yang pasti, ya."),
        (">1 juta", "Tulis satu jumlah yang pasti, ya."),
        ("20 triliun", "Yang bisa dicatat paling besar 10 triliun rupiah."),
        ("10.000.000.000.001", "Yang bisa dicatat paling besar 10 triliun rupiah."),
        ("9" * 60, "Yang bisa dicatat paling besar 10 triliun rupiah."),
        ("1,2345 rb", "Tulis dalam rupiah bulat, ya."),
    ],
)
def test_the_reason_is_said(teks: str, awal: str) -> None:
    assert ditolak(baca_uang, teks) == f"{awal} Contoh: Rp1.200.000 atau 300 ribu"


BUKAN_UANG = (
    "| |?|🙏|pak|abc|rp|Rp.|juta|rupiah|total|50rb x 10|50rb/orang|300rb + 200rb|200rb 1jt|1jt 2jt|1jt 200rb 500rb|"
    "1 juta 2000 ribu|2 juta juta|12.00.000|1.20.000|1.2.3|1 200 000|5 0000|1,2345678 juta|1.2345 juta|1,200,00|"
    "1.200.000,50|$100|100 dolar|1 juta x|Rp 1.200.000 per bulan|belum tahu|½ juta|2³|999.999 triliun|x1 juta|"
    "1 juta setengah|22 Rp miliar|1 juta Rp 200.000|1.200.000 setengah ribu|1..2"
)


@pytest.mark.parametrize("teks", BUKAN_UANG.split("|"))
def test_what_is_not_an_amount_is_asked_again(teks: str) -> None:
    ditolak(baca_uang, teks)


def test_an_amount_as_we_write_it() -> None:
    assert ejaan_uang(1_200_000) == "Rp1.200.000"
    assert ejaan_uang(0) == "Rp0"


jumlah_uang = st.integers(0, MAKSIMAL) | st.integers(0, 2_000_000)


@sabar
@given(jumlah_uang)
def test_an_amount_shown_is_read_back(rupiah: int) -> None:
    assert baca_uang(ejaan_uang(rupiah)) == rupiah
    assert baca_uang(f"Rp. {rupiah:,}".replace(",", ".") + ",-") == rupiah
    assert baca_uang(f"{rupiah} rupiah") == rupiah


@sabar
@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from([("ribu", 3), ("jt", 6), ("M", 9)]))
def test_a_decimal_with_its_word(bulat: int, pecah: int, skala: tuple[str, int]) -> None:
    kata, nol = skala
    rupiah = (bulat * 100 + pecah) * 10 ** (nol - 2)
    assert baca_uang(f"{bulat},{pecah:02} {kata}") == rupiah
    assert baca_uang(f"Rp{bulat}.{pecah:02}{kata}") == rupiah


@sabar
@given(st.integers(RAGU_DI_BAWAH, MAKSIMAL))
def test_a_bare_number_from_ten_thousand_is_rupiah(rupiah: int) -> None:
    assert baca_uang(str(rupiah)) == rupiah


POTONGAN = (
    "Rp rp juta jt ribu rb k M miliar t setengah se satu dua ratus 1.200 1,5 300 1.200.000 ,00 ,- minus nihil rupiah"
)


@sabar
@given(teks_acak(POTONGAN))
def test_any_text_is_read_or_refused(teks: str) -> None:
    dibaca_atau_ditolak(baca_uang, teks)


@teks_ganas
def test_hostile_texts_take_no_time(teks: str) -> None:
    tetap_cepat(baca_uang, teks)
