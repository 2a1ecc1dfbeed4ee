from __future__ import annotations

import pytest

from handlers.dialog.masukan import Lokasi
from handlers.dialog.questions import Location
from tests.handlers.dialog.obrolan import tanya

TITIK = Location("Di titik mana?")


def test_a_place_is_sent() -> None:
    satu = tanya(TITIK)
    assert satu.layar.pesan.minta == "lokasi"
    satu.obrolan.lokasi(-6.93, 107.12)
    assert satu.nilai == Lokasi(-6.93, 107.12)


@pytest.mark.parametrize("ditulis", ["-6.93, 107.12", "(-6.93; 107.12)", "-6.93 107.12", " -6.93,107.12 "])
def test_a_place_is_typed(ditulis: str) -> None:
    assert tanya(TITIK).membaca(ditulis) == Lokasi(-6.93, 107.12)


@pytest.mark.parametrize(
    ("ditulis", "kata"),
    [
        ("di balai desa", "Lokasinya belum terbaca."),
        ("107.12, -6.93", "Lokasinya belum terbaca."),
        ("51.5, 10.1", "di luar Indonesia"),
        ("1" * 10_000, "Lokasinya belum terbaca."),
    ],
)
def test_what_is_no_place_here_is_refused_with_an_example(ditulis: str, kata: str) -> None:
    satu = tanya(TITIK)
    satu.menolak(ditulis, kata, "Contoh: -6.9147, 107.0501.")
    satu.obrolan.lokasi(51.5, 0.1)
    assert "di luar Indonesia" in satu.layar
    satu.obrolan.lokasi(float("-6.5"), 107.5)
    assert satu.nilai == Lokasi(-6.5, 107.5)


@pytest.mark.parametrize("tersimpan", [None, [], [1], ["a", "b"], {"lat": 1}, [51.5, 0.1], 3])
def test_a_stored_place_that_is_none_is_asked_again(tersimpan: object) -> None:
    satu = tanya(TITIK)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert TITIK.petunjuk in satu.layar


def test_a_place_is_shown_with_five_decimals() -> None:
    assert TITIK.show(Lokasi(-6.9, 107.123456)) == "-6.90000, 107.12346"
