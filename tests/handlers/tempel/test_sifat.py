"""Whatever is pasted: nothing raises, nothing is filled in without evidence in the text, and the work stays bounded."""

from __future__ import annotations

import re
import sys
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.dialog.keadaan import Keadaan
from handlers.tempel import baca_tempelan, mirip_tempelan
from handlers.tempel.naskah import BATAS
from handlers.tempel.pecah import BATAS_BEBAS
from tests.handlers.tempel.bukti import KATA_ANGKA, ada_bukti
from tests.handlers.tempel.dunia import SARI, Dunia, Pelaku
from tests.handlers.tempel.korpus import muat
from tests.kali import kali

TEKS = [pesan.teks for pesan in muat()]
BARIS = sorted({baris for teks in TEKS for baris in teks.split("\n") if baris.strip()})
KATA = sorted({kata for teks in TEKS for kata in teks.split()})
PEMISAH = st.sampled_from([" ", "\n", ", ", ". ", "\n\n", " - ", ": ", ""])
PANGGILAN_TERBANYAK = 120_000
"""Function calls for the worst 10,000 characters below; a plain report takes about two thousand."""

banyak = settings(
    max_examples=kali(250),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def baca(dunia: Dunia, teks: str) -> Keadaan:
    def kerja(pelaku: Pelaku) -> Keadaan:
        d = pelaku.dialog()
        paham = baca_tempelan(teks, d, pelaku.desa)
        assert paham is bool(d.keadaan.jawaban or d.keadaan.saran)
        return d.keadaan

    return dunia.sebagai(SARI, kerja)


def periksa(dunia: Dunia, teks: str) -> None:
    mirip_tempelan(teks)
    keadaan = baca(dunia, teks)
    assert not keadaan.jawaban.keys() & keadaan.saran.keys()
    for kunci, nilai in keadaan.jawaban.items():
        assert ada_bukti(kunci, nilai, teks), (kunci, nilai)


@banyak
@given(teks=st.text(max_size=300))
def test_any_text_at_all(dunia: Dunia, teks: str) -> None:
    periksa(dunia, teks)


@banyak
@given(bagian=st.lists(st.tuples(st.sampled_from(KATA), PEMISAH), max_size=40))
def test_words_of_reports_in_any_order(dunia: Dunia, bagian: list[tuple[str, str]]) -> None:
    periksa(dunia, "".join(kata + pemisah for kata, pemisah in bagian))


@banyak
@given(baris=st.lists(st.sampled_from(BARIS), max_size=14))
def test_lines_of_reports_in_any_order(dunia: Dunia, baris: list[str]) -> None:
    periksa(dunia, "\n".join(baris))


@banyak
@given(teks=st.sampled_from(TEKS), data=st.data())
def test_reports_with_holes_and_slips(dunia: Dunia, teks: str, data: st.DataObject) -> None:
    awal = data.draw(st.integers(0, len(teks)))
    akhir = data.draw(st.integers(awal, min(len(teks), awal + 40)))
    periksa(dunia, teks[:awal] + data.draw(st.text(max_size=5)) + teks[akhir:])


@pytest.mark.parametrize("teks", TEKS)
def test_without_its_digits_a_report_has_neither_hours_nor_people(dunia: Dunia, teks: str) -> None:
    tanpa = KATA_ANGKA.sub("", re.sub(r"\d", "x", teks))
    assert not {"jam", "peserta", "lokasi"} & baca(dunia, tanpa).jawaban.keys()


GANAS = {
    "one letter": "a" * BATAS,
    "digits": "1" * BATAS_BEBAS,
    "spaces": " " * BATAS,
    "line ends": "\n" * BATAS,
    "colons": ":" * BATAS,
    "a label on every line": "Desa: Sukamaju\n" * 700,
    "a new label on every line": "\n".join(f"labe{n} x : y" for n in range(700)),
    "one activity without end": "musdes rkp " * 136,
    "half a village": "suka " * 299,
    "hours without end": "09.00-" * 249,
    "days without end": "20 nov " * 214,
    "starts without ends": "mulai 09.00 " * 124,
    "crowds": "dihadiri 3 " * 136,
    "results": "hasilnya x. " * 124,
    "a result as long as the message": "Hasil: " + "disepakati x, " * 700,
    "meetings": "koordinasi a b c d e f " * 62,
    "places": "di ruang " * 166,
    "emoji": "🙏 musdes " * 166,
    "greetings": "selamat pagi bapak ibu " * 430,
    "stars": "*Hasil* " * 1250,
    "letters of a fancy alphabet": "𝗗𝗲𝘀𝗮: 𝗦𝘂𝗸𝗮𝗺𝗮𝗷𝘂 " * 600,
    "a million": "Desa: Sukamaju. " * 62_500,
}


@pytest.mark.parametrize("teks", GANAS.values(), ids=GANAS.keys())
def test_the_work_is_bounded_however_hostile_the_text(dunia: Dunia, teks: str) -> None:
    baca(dunia, "musdes rkp sukamaju")  # the catalogue is read once
    panggilan = 0

    def hitung(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal panggilan
        panggilan += event in ("call", "c_call")

    def kerja(pelaku: Pelaku) -> None:
        d = pelaku.dialog()
        sys.setprofile(hitung)
        try:
            baca_tempelan(teks, d, pelaku.desa)
            mirip_tempelan(teks)
        finally:
            sys.setprofile(None)

    dunia.sebagai(SARI, kerja)
    assert panggilan <= PANGGILAN_TERBANYAK, panggilan
