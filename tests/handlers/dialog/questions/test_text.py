from __future__ import annotations

import pytest

from handlers.dialog.questions import Text
from handlers.dialog.questions.text import bersih
from tests.handlers.dialog.obrolan import tanya

HASIL = Text("Apa hasilnya?", petunjuk="Contoh: Disepakati 12 usulan.")


@pytest.mark.parametrize(
    ("ditulis", "disimpan"),
    [
        ("Disepakati 12 usulan.", "Disepakati 12 usulan."),
        ("  dua spasi  di tengah  ", "dua spasi  di tengah"),
        ("baris satu\r\nbaris dua \rtiga", "baris satu\nbaris dua\ntiga"),
        ("nomor\x00 kendali\x07 hilang", "nomor kendali hilang"),
        ("keluarga 👨‍👩‍👧 hadir", "keluarga 👨‍👩‍👧 hadir"),
        ("kolom\tkolom", "kolom\tkolom"),
        ("tidak", "tidak"),
        ("x" * 4000, "x" * 4000),
    ],
)
def test_a_text_is_kept_as_it_was_typed(ditulis: str, disimpan: str) -> None:
    assert tanya(HASIL).membaca(ditulis) == disimpan


@pytest.mark.parametrize("ditulis", ["ok", "🙏🙏🙏", "...", "!!", "12"])
def test_what_says_nothing_is_asked_again_and_then_taken(ditulis: str) -> None:
    satu = tanya(HASIL)
    satu.menolak(ditulis, "sedikit lebih lengkap", "Contoh: Disepakati 12 usulan.", "Apa hasilnya?")
    assert satu.membaca("Jalan selesai") == "Jalan selesai"


def test_a_text_too_long_to_keep_is_not_cut_but_asked_for_shorter() -> None:
    satu = tanya(HASIL)
    satu.menolak("x" * 10_000, "10000 huruf", "4000", "lebih ringkas")
    assert satu.membaca("inti saja") == "inti saja"


def test_a_stored_text_that_is_none_is_asked_again() -> None:
    """Not "None" as an answer, when an optional question became a required one."""
    satu = tanya(HASIL)
    satu.obrolan.ganti(isi=None)
    satu.menolak("bantuan", "Contoh: Disepakati 12 usulan.")
    assert satu.membaca("Jalan selesai") == "Jalan selesai"


def test_cleaning_keeps_lines_and_drops_what_cannot_be_printed() -> None:
    assert bersih(" a\x1b[31m\n\n b ") == "a[31m\n\n b"
