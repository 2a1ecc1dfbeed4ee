from __future__ import annotations

from typing import Any

import pytest

from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.question import Question
from handlers.dialog.questions import Money, Number, People
from tests.handlers.dialog.obrolan import tanya

JUMLAH = Number("Berapa KK?", maksimal=500)
UANG = Money("Berapa anggarannya?")
PESERTA = People("Berapa yang hadir?")


@pytest.mark.parametrize(
    ("question", "ditulis", "nilai"),
    [
        (JUMLAH, "12", 12),
        (JUMLAH, "dua puluh lima", 25),
        (JUMLAH, "nihil", 0),
        (JUMLAH, "12 KK", 12),
        (UANG, "Rp 1,2 juta", 1_200_000),
        (UANG, "300rb", 300_000),
        (PESERTA, "34", Peserta(34, None, None)),
        (PESERTA, "22 L 12 P", Peserta(34, 22, 12)),
        (PESERTA, "34 (12 P)", Peserta(34, 22, 12)),
    ],
)
def test_a_count_is_read_as_people_write_it(question: Question[Any], ditulis: str, nilai: object) -> None:
    assert tanya(question).membaca(ditulis) == nilai


@pytest.mark.parametrize(
    ("question", "ditolak", "kata", "benar"),
    [
        (JUMLAH, "banyak", "Contoh: 25", "25"),
        (JUMLAH, "sekitar 20", "Contoh: 25", "20"),
        (JUMLAH, "501", "paling besar 500", "500"),
        (JUMLAH, "-1", "paling kecil 0", "1"),
        (UANG, "1.200", "1.200.000", "1.200.000"),
        (UANG, "mahal", "Contoh", "Rp 5000"),
        (PESERTA, "12 P", "Contoh", "0 L 12 P"),
        (PESERTA, "ramai", "Contoh", "40"),
        (PESERTA, "1" * 10_000, "Contoh", "40"),
    ],
)
def test_a_count_that_cannot_be_read_is_asked_with_an_example_and_then_taken(
    question: Question[Any], ditolak: str, kata: str, benar: str
) -> None:
    satu = tanya(question)
    satu.menolak(ditolak, kata)
    satu.membaca(benar)


@pytest.mark.parametrize(
    ("question", "tersimpan"),
    [
        (JUMLAH, 501),
        (JUMLAH, -1),
        (JUMLAH, None),
        (JUMLAH, True),
        (JUMLAH, "12"),
        (UANG, -5),
        (UANG, "5000"),
        (UANG, None),
        (UANG, False),
        (PESERTA, None),
        (PESERTA, {"jumlah": 5, "l": 9, "p": 9}),
        (PESERTA, 5),
    ],
)
def test_a_stored_count_that_no_longer_holds_is_asked_again_with_the_reason(
    question: Question[Any], tersimpan: object
) -> None:
    satu = tanya(question)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert satu.layar.teks.count(question.petunjuk) >= 1
    assert not satu.diterima
    satu.membaca("40 orang" if question is PESERTA else "Rp 40.000" if question is UANG else "40")


def test_every_number_that_is_taken_can_be_read_back() -> None:
    """A long one was once taken and then refused for ever."""
    angka = Number("Berapa?")
    nilai = tanya(angka).membaca("999999999999999 ribu")
    satu = tanya(angka)
    satu.obrolan.ganti(isi=nilai)
    satu.obrolan.tulis("kembali")
    assert satu.nilai == 999_999_999_999_999_000


def test_a_number_without_bounds_takes_less_than_nothing() -> None:
    satu = tanya(Number("Selisih?", minimal=None))
    satu.obrolan.ganti(isi=-3)
    satu.obrolan.tulis("bantuan")
    assert satu.nilai == -3


@pytest.mark.parametrize(
    ("question", "nilai", "tampak"),
    [
        (JUMLAH, 1200, "1.200"),
        (UANG, 1_200_000, "Rp1.200.000"),
        (PESERTA, Peserta(34, 22, 12), "34 orang (22 L, 12 P)"),
    ],
)
def test_counts_are_shown_as_indonesians_write_them(question: Question[Any], nilai: object, tampak: str) -> None:
    assert question.show(nilai) == tampak
