"""The three words about being written to, alone; in a sentence they say something else."""

from __future__ import annotations

import pytest

from handlers.diri.sapaan import DISAPA_LAGI, SUDAH_BERHENTI, kata_sapaan


@pytest.mark.parametrize("teks", ["berhenti", " Berhenti. ", "BERHENTI!", "“berhenti”", "\nberhenti\n"])
def test_the_word_is_read_however_it_is_written(teks: str) -> None:
    assert kata_sapaan(teks) == "berhenti"


@pytest.mark.parametrize(
    "teks", ["", "berhenti merokok", "kapan rapatnya mulai?", "/mulai", "jangan berhenti", "mulai 9"]
)
def test_in_a_sentence_it_is_not_meant(teks: str) -> None:
    assert kata_sapaan(teks) == ""


def test_whoever_stops_hears_how_to_come_back_and_the_other_way_round() -> None:
    assert "mulai" in SUDAH_BERHENTI.teks
    assert "berhenti" in DISAPA_LAGI.teks
    assert (kata_sapaan("stop"), kata_sapaan("MULAI")) == ("stop", "mulai")
