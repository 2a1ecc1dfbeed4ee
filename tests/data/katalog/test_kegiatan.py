import re
from collections import Counter
from pathlib import Path

import pytest

from data.katalog.indikator import muat_indikator
from data.katalog.kegiatan import PILAR, Kegiatan, muat_kegiatan
from data.katalog.muat import KatalogSalah

KECIL = """\
drp_jenis = ["Koordinasi Pendampingan"]

[[kegiatan]]
kode = "AS01"
nama = "Musyawarah dusun"
label = "Musdus"
pilar = "asistensi"
tugas = ["T1", "F1.3"]
indikator = ["T1b"]
keluaran = "Berita acara; peserta (L/P)"
drp_jenis = "Koordinasi Pendampingan"
inti = true
warisan = false
peserta = true
kata = ["musdus", "musyawarah dusun", "gali gagasan"]

[[kegiatan]]
kode = "PI01"
nama = "PID: sosialisasi"
label = "PID"
pilar = "pengarahan"
tugas = ["PID-1"]
indikator = ["PID-1"]
keluaran = "Peserta (L/P)"
drp_jenis = "Koordinasi Pendampingan"
inti = false
warisan = true
peserta = true
kata = [
  "ppid",
  "p2ktd",
  "sosialisasi pid",
]
"""

FRASA = "lower-case words of at most 40 characters, parted by one space, / or -"


@pytest.fixture(scope="module")
def semua() -> tuple[Kegiatan, ...]:
    return muat_kegiatan().semua


def test_fifty_five_activities_of_which_29_are_core_and_7_inherited(semua: tuple[Kegiatan, ...]) -> None:
    katalog = muat_kegiatan()
    assert len(semua) == 55
    assert len(katalog.inti()) == 29
    assert sum(k.warisan for k in semua) == 7
    assert Counter(k.kode[:2] for k in semua) == {"AS": 20, "PO": 10, "PR": 9, "PK": 9, "PI": 7}


def test_the_ended_programme_shows_only_when_turned_on(semua: tuple[Kegiatan, ...]) -> None:
    katalog = muat_kegiatan()
    assert katalog.tampil(warisan=True) == semua
    assert [k.kode for k in semua if k not in katalog.tampil()] == [f"PI0{n}" for n in range(1, 8)]


def test_the_four_pillars_share_out_everything_in_file_order(semua: tuple[Kegiatan, ...]) -> None:
    katalog = muat_kegiatan()
    assert [len(katalog.menurut_pilar(p)) for p in PILAR] == [20, 10, 9, 9]
    assert [len(katalog.menurut_pilar(p, warisan=True)) for p in PILAR] == [23, 13, 10, 9]
    for pilar in PILAR:
        assert list(katalog.menurut_pilar(pilar, warisan=True)) == [k for k in semua if k.pilar == pilar]


def test_an_activity_is_found_by_its_kode() -> None:
    katalog = muat_kegiatan()
    assert katalog.menurut_kode("AS13").label == "BLT Desa"
    with pytest.raises(KeyError):
        katalog.menurut_kode("AS99")


def test_every_counted_indicator_is_served_by_some_activity(semua: tuple[Kegiatan, ...]) -> None:
    dilayani = {kode for k in semua for kode in k.indikator}
    assert {i.kode for i in muat_indikator().terhitung()} == dilayani


def test_every_duty_of_the_sources_is_served_merged_steps_too(semua: tuple[Kegiatan, ...]) -> None:
    dilayani = {kode for k in semua for kode in k.tugas}
    katalog = muat_indikator()
    assert {kode for i in katalog.terhitung() for kode in (i.kode, *i.gabungan)} <= dilayani


def test_what_is_counted_is_also_a_duty(semua: tuple[Kegiatan, ...]) -> None:
    assert [k.kode for k in semua if not set(k.indikator) <= set(k.tugas)] == []


def test_only_paperwork_assignments_and_own_learning_count_under_nothing(semua: tuple[Kegiatan, ...]) -> None:
    assert [k.kode for k in semua if not k.indikator] == ["PR07", "PR08", "PR09", "PK09"]


def test_names_fit_and_stay_apart_when_whatsapp_cuts_them_at_20(semua: tuple[Kegiatan, ...]) -> None:
    assert max(len(k.nama) for k in semua) <= 40
    assert max(len(k.label) for k in semua) <= 24
    assert len({k.label[:20].casefold() for k in semua}) == 55


def test_people_are_counted_where_the_output_says_so(semua: tuple[Kegiatan, ...]) -> None:
    assert [k.kode for k in semua if k.peserta != ("(L/P)" in k.keluaran)] == []


def test_nothing_shown_has_a_word_with_two_meanings(semua: tuple[Kegiatan, ...]) -> None:
    for k in semua:
        for teks in (k.nama, k.label, k.keluaran):
            assert not re.search(r"\bKPM\b(?! BLT)|\bLKD\b", teks), k.kode
        assert "kpm" not in k.kata


def test_no_phrase_is_the_name_of_another_activity(semua: tuple[Kegiatan, ...]) -> None:
    nama = {teks.casefold(): k.kode for k in semua for teks in (k.nama, k.label)}
    assert [(k.kode, kata) for k in semua for kata in k.kata if nama.get(kata, k.kode) != k.kode] == []


@pytest.mark.parametrize(
    ("kata", "kode"),
    [
        ("musdes", "AS02"),
        ("musdes rkp", "AS02"),
        ("rkpdes", "AS05"),
        ("monev fisik", "AS11"),
        ("rabat", "AS11"),
        ("blt dd", "AS13"),
        ("bumdes", "PO01"),
        ("kopdes", "PO03"),
        ("rembuk stunting", "PO04"),
        ("zoom", "PR02"),
        ("rakor", "PR01"),
        ("drp", "PR07"),
    ],
)
def test_what_people_type_is_known(semua: tuple[Kegiatan, ...], kata: str, kode: str) -> None:
    assert [k.kode for k in semua if kata in k.kata] == [kode]


def test_the_file_is_read_once() -> None:
    assert muat_kegiatan() is muat_kegiatan()


def test_a_small_right_file(tmp_path: Path) -> None:
    berkas = tmp_path / "kegiatan.toml"
    berkas.write_text(KECIL)
    assert [k.kode for k in muat_kegiatan(berkas).semua] == ["AS01", "PI01"]


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        (
            'kode = "PI01"',
            'kode = "AS01"',
            '18: kode has "AS01", which line 4 has already; expected every kode only once',
        ),
        ('kode = "PI01"', 'kode = "pi1"', '18: kode is "pi1"; expected two capitals and two digits, such as "AS01"'),
        (
            'label = "PID"',
            'label = "Musdus"',
            '20: label has "Musdus", which line 6 has already; expected every label only once',
        ),
        (
            'label = "PID"',
            'label = "PID: sosialisasi ke semua"',
            '20: label is "PID: sosialisasi ke semua" (25 characters); expected text of 1 to 24 characters',
        ),
        (
            '"pengarahan"',
            '"arahan"',
            '21: pilar is "arahan"; expected one of "asistensi", "kapasitas", "pengarahan", "pengorganisasian"',
        ),
        (
            'indikator = ["PID-1"]',
            'indikator = ["PID-1", "PID-9"]',
            '23: indikator has "PID-9"; expected a kode from the indicator catalogue that has no parts of its own',
        ),
        (
            'indikator = ["T1b"]',
            'indikator = ["T1"]',
            '9: indikator has "T1"; expected a kode from the indicator catalogue that has no parts of its own',
        ),
        ('"F1.3"', '"F1.9"', '8: tugas has "F1.9"; expected a kode or gabungan from the indicator catalogue'),
        (
            'drp_jenis = "Koordinasi Pendampingan"',
            'drp_jenis = "Rapat"',
            '11: drp_jenis has "Rapat"; expected one of the drp_jenis at the top of the file',
        ),
        ("inti = false", "inti = true", "26: both inti and warisan are true; expected at most one of them"),
        ("peserta = true\n", "", '3: kegiatan number 1 has no key "peserta"; expected true or false'),
        ('"ppid"', '"musdus"', '29: kata has "musdus", which line 15 has already; expected every kata only once'),
        ('"ppid"', '"p2ktd"', '29: kata has "p2ktd", which line 29 has already; expected every kata only once'),
        ('"ppid"', '"PPID"', f'29: kata number 1 is "PPID"; expected {FRASA}'),
        ('"ppid"', '"ppid  baru"', f'29: kata number 1 is "ppid  baru"; expected {FRASA}'),
        (
            '  "ppid",\n',
            "",
            f'29: kata is ["p2ktd", "sosialisasi pid"] (2 items); expected a list of 3 to 12 items, each {FRASA}',
        ),
    ],
)
def test_a_mistake_is_refused_where_it_stands(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in KECIL
    berkas = tmp_path / "kegiatan.toml"
    berkas.write_text(KECIL.replace(lama, baru, 1))
    with pytest.raises(KatalogSalah) as galat:
        muat_kegiatan(berkas)
    assert str(galat.value) == f"{berkas}:{kata}"


def test_a_mistake_in_the_indicators_is_blamed_on_their_file(tmp_path: Path) -> None:
    berkas = tmp_path / "indikator.toml"
    berkas.write_text("[[indikator]]\nkode = 1\n")
    with pytest.raises(KatalogSalah, match=re.escape(f"{berkas}:2: kode is 1; expected a code")):
        muat_kegiatan(berkas_indikator=berkas)
