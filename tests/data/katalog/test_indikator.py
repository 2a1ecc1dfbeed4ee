from pathlib import Path

import pytest

from data.katalog.indikator import muat_indikator
from data.katalog.muat import KatalogSalah

KECIL = """\
[[indikator]]
kode = "T1"
nama = "Perencanaan"
kelompok = "pld"
urutan = 1
sumber = "sop"

[[indikator]]
kode = "T1a"
nama = "Sosialisasi"
kelompok = "pld"
urutan = 2
sumber = "sop"
induk = "T1"
gabungan = ["T1b"]

[[indikator]]
kode = "PD1"
nama = "Siklus pembangunan"
kelompok = "pd"
urutan = 1
sumber = "permendesa"
"""


def test_the_eleven_outputs_of_a_pld_stand_under_their_four_duties() -> None:
    pld = muat_indikator().menurut_kelompok("pld")
    susunan = {i.kode: [j.kode for j in pld if j.induk == i.kode] for i in pld if i.induk is None}
    assert susunan == {
        "T1": ["T1a", "T1b", "T1c"],
        "T2": ["T2a", "T2b", "T2c", "T2d"],
        "T3": ["T3a"],
        "T4": ["T4a", "T4b", "T4c"],
    }
    assert [i.kode for i in pld] == sorted(i.kode for i in pld)


def test_two_of_the_nine_duties_of_a_pd_come_from_the_article() -> None:
    pd = muat_indikator().menurut_kelompok("pd")
    assert [i.kode for i in pd] == [f"PD{n}" for n in range(1, 10)]
    assert [i.kode for i in pd if i.sumber == "artikel"] == ["PD8", "PD9"]


def test_the_steps_of_the_nine_functions_keep_their_numbers_without_the_doubles() -> None:
    fungsi = muat_indikator().menurut_kelompok("fungsi")
    langkah = {i.kode: [j.kode for j in fungsi if j.induk == i.kode] for i in fungsi if i.induk is None}
    assert list(langkah) == [f"F{n}" for n in range(1, 10)]
    assert langkah["F1"] == ["F1.1", "F1.2", "F1.4", "F1.5"]
    assert langkah["F8"] == ["F8.1", "F8.2", "F8.3", "F8.4", "F8.6", "F8.7", "F8.8"]
    assert [len(satu) for satu in langkah.values()] == [4, 4, 3, 3, 4, 3, 4, 7, 4]


def test_a_merged_step_is_found_as_the_one_that_says_the_same() -> None:
    katalog = muat_indikator()
    assert katalog.menurut_kode("F1.3").kode == "F1.2"
    assert katalog.menurut_kode("F8.5").kode == "F8.2"
    with pytest.raises(KeyError):
        katalog.menurut_kode("F8.9")


def test_pid_and_the_pillars_of_the_plan() -> None:
    katalog = muat_indikator()
    assert [i.kode for i in katalog.menurut_kelompok("pid")] == [f"PID-{n}" for n in range(1, 8)]
    assert [i.kode for i in katalog.menurut_kelompok("rencana")] == [f"004-{n}" for n in range(1, 5)]


def test_only_what_has_no_parts_is_counted() -> None:
    kode = {i.kode for i in muat_indikator().terhitung()}
    assert {"T1a", "PD1", "F9.4", "PID-7", "004-4"} <= kode
    assert kode.isdisjoint({"T1", "T4", "F1", "F9"})
    assert len(kode) == 11 + 9 + 36 + 7 + 4


def test_the_file_is_read_once() -> None:
    assert muat_indikator() is muat_indikator()


def test_a_small_right_file(tmp_path: Path) -> None:
    berkas = tmp_path / "indikator.toml"
    berkas.write_text(KECIL)
    assert [i.kode for i in muat_indikator(berkas).terhitung()] == ["T1a", "PD1"]


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('"T1a"', '"T1"', '9: kode has "T1", which line 2 has already; expected every kode only once'),
        ('"T1a"', '"T-1-a"', '9: kode is "T-1-a"; expected a code such as "T1b", "F4.3" or "PID-1"'),
        (
            '"Sosialisasi"',
            '"Perencanaan"',
            '10: nama has "Perencanaan", which line 3 has already; expected every nama only once',
        ),
        (
            "urutan = 2",
            "urutan = 1",
            '12: urutan has "pld 1", which line 5 has already; expected every urutan only once',
        ),
        ("urutan = 2", "urutan = 0", "12: urutan is 0; expected a whole number of at least 1"),
        (
            '"pd"',
            '"tapm"',
            '20: kelompok is "tapm"; expected one of "fungsi", "pd", "pid", "pld", "rencana"',
        ),
        ('"T1"\ng', '"T9"\ng', '14: induk has "T9"; expected the kode of a "pld" row without induk'),
        ('"T1"\ng', '"PD1"\ng', '14: induk has "PD1"; expected the kode of a "pld" row without induk'),
        ('"T1"\ng', '"T1a"\ng', '14: induk has "T1a"; expected the kode of a "pld" row without induk'),
        ('["T1b"]', '["PD1"]', '15: gabungan has "PD1"; expected codes that are not the kode of a row'),
        (
            '["T1b"]',
            '["T1b", "T1b"]',
            '15: gabungan has "T1b", which line 15 has already; expected every gabungan only once',
        ),
    ],
)
def test_a_mistake_is_refused_where_it_stands(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in KECIL
    berkas = tmp_path / "indikator.toml"
    berkas.write_text(KECIL.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah) as galat:
        muat_indikator(berkas)
    assert str(galat.value) == f"{berkas}:{kata}"
