from __future__ import annotations

from datetime import date

import pytest

from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.questions import Date, TimeRange
from tests.handlers.dialog.obrolan import HARI, Satu, tanya

KAPAN = Date("Tanggal berapa?", arah="lalu")
NANTI = Date("Kapan rapatnya?", arah="depan", tombol=3)
JAM = TimeRange("Dari jam berapa?", usul=("08:00-10:00", "19:00-21:00", "22:00-01:00"))
BARU_PAGI = TimeRange("Dari jam berapa?", usul=("08:00-10:00", "19:00-21:00"), batas=9 * 60)


@pytest.mark.parametrize(
    ("question", "ditulis", "nilai"),
    [
        (KAPAN, "hari ini", date(2026, 11, 20)),
        (KAPAN, "kmrin", date(2026, 11, 19)),
        (KAPAN, "20/11", date(2026, 11, 20)),
        (KAPAN, "Rabu 18/11", date(2026, 11, 18)),
        (KAPAN, "2", date(2026, 11, 2)),
        (NANTI, "besok", date(2026, 11, 21)),
        (NANTI, "senin", date(2026, 11, 23)),
    ],
)
def test_a_day_is_read_as_people_say_it(question: Date, ditulis: str, nilai: date) -> None:
    assert tanya(question).membaca(ditulis) == nilai


def test_days_are_offered_in_the_direction_that_is_meant() -> None:
    assert tanya(KAPAN).layar.label == ["Hari ini", "Kemarin", "Rabu 18/11", "Selasa 17/11"]
    satu = tanya(NANTI)
    assert satu.layar.label == ["Hari ini", "Besok", "Minggu 22/11"]
    satu.obrolan.tekan("Minggu 22/11")
    assert satu.nilai == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "ditulis", "kata"),
    [
        (KAPAN, "besok", "hari ini atau sebelumnya"),
        (KAPAN, "entah", "Contoh: kemarin"),
        (KAPAN, "31/11", "sampai tanggal 30"),
        (NANTI, "kemarin", "hari ini atau sesudahnya"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_reason(question: Date, ditulis: str, kata: str) -> None:
    satu = tanya(question)
    satu.menolak(ditulis, kata)
    assert satu.membaca("hari ini") == date(2026, 11, 20)


@pytest.mark.parametrize("tersimpan", [5, None, "5", "kemarin", "2026-13-40", ["2026-11-20"]])
def test_what_is_stored_is_a_day_or_is_asked_again(tersimpan: object) -> None:
    """A stored 5 is no "the fifth"."""
    satu = tanya(KAPAN)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert KAPAN.petunjuk in satu.layar
    assert satu.membaca("hari ini") == date(2026, 11, 20)


def test_a_day_ahead_that_has_passed_is_asked_again_with_the_reason() -> None:
    satu = tanya(NANTI)
    satu.obrolan.ganti(isi="2026-11-21")
    satu.obrolan.dunia.lewat(2 * HARI)
    satu.obrolan.tulis("bantuan")
    assert "Tanggal 21 November sudah lewat." in satu.layar


@pytest.mark.parametrize(
    ("ditulis", "nilai"),
    [
        ("9-11", RentangJam(540, 660)),
        ("19.30 s.d. 22.00", RentangJam(1170, 1320)),
        ("jam 9 selama 2 jam", RentangJam(540, 660)),
        ("08.00–10.00", RentangJam(480, 600)),
        ("22-1", RentangJam(1320, 1500)),
    ],
)
def test_hours_are_read_as_people_write_them(ditulis: str, nilai: RentangJam) -> None:
    assert tanya(JAM).membaca(ditulis) == nilai


def test_hours_are_tapped_and_may_cross_midnight() -> None:
    satu = tanya(JAM)
    satu.obrolan.tekan("22.00–01.00")
    assert satu.nilai.menit == 180


def test_hours_that_a_pasted_text_named_come_first() -> None:
    satu = tanya(JAM)
    keadaan = satu.obrolan.keadaan
    keadaan.saran["isi"] = ["13:00-15:00", "08:00-10:00"]
    satu.obrolan.simpan(keadaan)
    satu.obrolan.tulis("bantuan")
    assert satu.layar.label == ["13.00–15.00", "08.00–10.00", "19.00–21.00", "22.00–01.00"]


@pytest.mark.parametrize("ditulis", ["jam 9", "25-30", "sore", "1-3", "x" * 10_000])
def test_hours_that_cannot_be_read_are_asked_with_an_example(ditulis: str) -> None:
    satu = tanya(JAM)
    satu.menolak(ditulis, "Contoh")
    assert satu.membaca("9-11") == RentangJam(540, 660)


def pagi() -> Satu:
    return tanya(BARU_PAGI)


def test_hours_that_have_not_come_are_neither_offered_nor_taken() -> None:
    satu = pagi()
    assert satu.layar.label == ["08.00–10.00"]
    satu.menolak("13-15", "Sekarang baru pukul 09.00", "13.00–15.00 belum tiba", "jam yang sudah lewat")
    assert satu.membaca("09.00-11.00") == RentangJam(540, 660)


def test_stored_hours_that_have_not_come_are_asked_again_with_the_reason() -> None:
    satu = pagi()
    satu.obrolan.ganti(isi="13:00-15:00")
    satu.obrolan.tulis("bantuan")
    assert "13.00–15.00 belum tiba" in satu.layar


@pytest.mark.parametrize("tersimpan", ["9-11", "09:00", None, 9, "09:00-09:00"])
def test_stored_hours_that_are_none_are_asked_again(tersimpan: object) -> None:
    satu = tanya(JAM)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert JAM.petunjuk in satu.layar
