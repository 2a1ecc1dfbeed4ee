"""No digit of a NIK is stored, however it is written; and what only looks like one is left as it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.katalog.zona import muat_zona
from data.samarkan import KK, NIK, REKENING, TITIK, samarkan

PROVINSI = [p.kode for p in muat_zona().provinsi]
SKRIP = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
CONTOH = "3203031203850001"


@st.composite
def nik(draw: st.DrawFn) -> str:
    """Invented, of somebody born from 1960 on: no minute and no year of a report reads like that."""
    hari = draw(st.integers(1, 28)) + draw(st.sampled_from((0, 40)))
    kepala = f"{draw(st.sampled_from(PROVINSI))}{draw(st.integers(1, 79)):02}{draw(st.integers(1, 50)):02}"
    lahir = f"{hari:02}{draw(st.integers(1, 12)):02}{draw(st.integers(60, 99))}"
    return f"{kepala}{lahir}{draw(st.integers(1, 9999)):04}"


@st.composite
def bentuk(draw: st.DrawFn, angka: str) -> str:
    """As people write it: in groups, with what parts them, in any script, with what nobody sees."""
    potongan = draw(st.sampled_from(((16,), (4, 4, 4, 4), (6, 6, 4), (2, 2, 2, 6, 4), (6, 10), (8, 8), (1,) * 16)))
    pemisah = draw(st.sampled_from((" ", ".", "-", "–", " - ", "  ", "\u00a0", "_", "\n")))
    bagian, mulai = [], 0
    for panjang in potongan:
        bagian.append(angka[mulai : mulai + panjang])
        mulai += panjang
    teks = pemisah.join(bagian).translate(str.maketrans(SKRIP[0], draw(st.sampled_from(SKRIP))))
    tampak = draw(st.sampled_from(("", "\u200b", "\u2060", "\ufe0f")))
    return tampak.join(teks)


@given(
    st.data(),
    nik(),
    st.sampled_from(("", "NIK ", "nik: ", "KK: ", "no. kk ", "an. Budi ", "ini ya ")),
    st.text(max_size=20),
)
def test_no_digit_of_a_nik_survives_in_any_form(data: st.DataObject, angka: str, depan: str, belakang: str) -> None:
    belakang = "".join(c for c in belakang if not c.isdigit())
    tertulis = data.draw(bentuk(angka))
    hasil, jenis = samarkan(f"{depan}{tertulis}{belakang}")
    assert not any(c.isdigit() for c in hasil), (tertulis, hasil)
    assert jenis in ((NIK,), (KK,))
    assert TITIK in hasil


@given(st.lists(nik(), min_size=2, max_size=5))
def test_each_of_several_is_masked(semua: list[str]) -> None:
    hasil, jenis = samarkan("\n".join(f"{n}. Warga {angka}" for n, angka in enumerate(semua, start=1)))
    assert hasil.count(TITIK) == len(semua)
    assert jenis == (NIK,)


@given(st.integers(0, 10**16), st.sampled_from(("Rp", "Rp ", "rp.", "IDR ", "Rp. ")), st.sampled_from((".", ",")))
def test_amounts_always_survive(jumlah: int, depan: str, titik: str) -> None:
    teks = f"Anggarannya {depan}{jumlah:,}".replace(",", titik)
    assert samarkan(teks) == (teks, ())


@given(st.integers(0, 999_999_999_999_999))
def test_a_sum_in_thousands_survives_without_a_currency_too(jumlah: int) -> None:
    teks = f"RAB {jumlah:,} untuk rabat beton".replace(",", ".")
    assert samarkan(teks) == (teks, ())


@given(st.dates(), st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.integers(0, 59))
def test_days_and_hours_survive(hari: object, a: int, b: int, c: int, d: int) -> None:
    if not 1900 <= int(str(hari)[:4]) <= 2099:
        return
    tahun, bulan, tgl = str(hari).split("-")
    for tanggal in (f"{hari}", f"{tgl}-{bulan}-{tahun}", f"{tgl}/{bulan}/{tahun}"):
        teks = f"{tanggal} {a:02}.{b:02}-{c:02}.{d:02}"
        assert samarkan(teks) == (teks, ())


@pytest.mark.parametrize(
    "teks",
    [
        "catat musdes rkp sukamaju kemarin 14-16.30, hadir 34 (12 P)",
        "Hubungi 0812-3456-7890 atau +62 857 1234 5678",
        "081234567890 / 085712345678",
        "rek atau BRI, tanya 081234567890",
        "-6.931234567890123, 107.1234567890123",
        "di -7.123456789012345",
        "32.03.03.2005 32.03.03.2007 32.03.03.2013",
        "desa mandiri 3203032013",
        "K-2611-0042 dan K-2611-0043",
        "NIP 19850312 201001 1 001",
        "198503122010011001",
        "rekening desa 1.250.000.000",
        "rekening desa masuk 1500000000",
        "rekening desa: 1250000 rupiah",
        "11.00-12.00 13.00-15.30",
        "12345678901234567890123",
        "1234567890123456",
        "",
        "１２３",
        "1 2 3 4 5 6 7 8 9",
    ],
)
def test_what_is_no_such_number_stays(teks: str) -> None:
    assert samarkan(teks) == (teks, ())


@pytest.mark.parametrize(
    ("teks", "hasil", "jenis"),
    [
        (f"NIK {CONTOH} an Budi", f"NIK {TITIK} an Budi", NIK),
        (f"KTP: {CONTOH}", f"KTP: {TITIK}", NIK),
        (f"warga {CONTOH}", f"warga NIK {TITIK}", NIK),
        (f"1.{CONTOH}", f"1.NIK {TITIK}", NIK),
        ("no kk 3203-0312-0385-0001", f"no kk {TITIK}", KK),
        ("warga KK baru, kartu keluarga: 3203031203850001", f"warga KK baru, kartu keluarga: {TITIK}", KK),
        ("NIK 320303120385001 kurang satu", f"NIK {TITIK} kurang satu", NIK),
        ("NIK 3203039903850001", f"NIK {TITIK}", NIK),
        ("32.03.03.52.03.85.0001", f"NIK {TITIK}", NIK),
        ("5401011203600001 kelahiran Dili", f"NIK {TITIK} kelahiran Dili", NIK),
        ("rek BRI 0123-01-012345-50-1 a.n. Budi", f"rek BRI {TITIK} a.n. Budi", REKENING),
        ("transfer BCA 1234567890 untuk 50 KPM BLT", f"transfer BCA {TITIK} untuk 50 KPM BLT", REKENING),
        ("1310012345678 (mandiri)", f"{TITIK} (mandiri)", REKENING),
        ("norek 123 456 7890", f"norek {TITIK}", REKENING),
        ("Bank Nagari 2101.0203.04567-8", f"Bank Nagari {TITIK}", REKENING),
    ],
)
def test_what_is_masked_and_how_it_then_reads(teks: str, hasil: str, jenis: str) -> None:
    assert samarkan(teks) == (hasil, (jenis,))


def test_a_bank_on_another_line_says_nothing_of_a_number() -> None:
    assert samarkan("rekening desa\n1234567890") == ("rekening desa\n1234567890", ())


def test_done_twice_it_is_done_once() -> None:
    sekali, _ = samarkan(f"NIK {CONTOH}, rek BRI 012301012345501")
    assert samarkan(sekali) == (sekali, ())


@pytest.mark.parametrize(
    "satu",
    ["1", "1 ", f"{CONTOH} ", "rp ", "1.1234 ", "1.000", "08", "12.12 ", "-1.2345", "\u200b1", "1\u200b", "nik 1"],
)
def test_the_time_grows_with_the_length_and_no_faster(satu: str) -> None:
    def lama(n: int) -> float:
        teks = (satu * n)[:n]
        mulai = time.process_time()
        samarkan(teks)
        return time.process_time() - mulai

    assert lama(10_000) < 1
    assert min(lama(20_000) for _ in range(2)) < 8 * max(min(lama(5_000) for _ in range(3)), 0.003)


def test_an_ordinary_message_costs_next_to_nothing() -> None:
    teks = "catat musdes rkp sukamaju kemarin 14-16.30 hasil 12 prioritas hadir 34 (20 L, 14 P)"
    mulai = time.process_time()
    for _ in range(1000):
        samarkan(teks)
    assert time.process_time() - mulai < 0.2
