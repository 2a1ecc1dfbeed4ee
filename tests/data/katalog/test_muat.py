"""The strict reader, with a small catalogue of its own."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from data.katalog.muat import KatalogSalah, baca, cari_baris, harapan, tipe_pada


class Pohon(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Annotated[str, Meta(pattern="^[A-Z]+$", description="capital letters")]
    nama: Annotated[str, Meta(min_length=1, max_length=24)]
    jenis: Literal["buah", "kayu"]
    ditanam: dt.date
    tinggi: Annotated[int, Meta(ge=1)]
    hidup: bool
    sebutan: Annotated[tuple[str, ...], Meta(min_length=2, max_length=3)]
    induk: Annotated[str, Meta(max_length=9)] | None = None


class Kebun(Struct, frozen=True, forbid_unknown_fields=True):
    pohon: tuple[Pohon, ...]
    warna: tuple[str, ...] = ()


KOLOM = "kode, nama, jenis, ditanam, tinggi, hidup, sebutan, induk"

BENAR = '''\
# [[pohon]] in a comment is not a table
warna = ["hijau"]

[[pohon]]
kode = "A"
nama = "Aren"
jenis = "buah"
ditanam = 2026-01-31
tinggi = 12
hidup = true
sebutan = [
  "enau",
  "kawung",
]

[[pohon]]  # the second
kode = "J"
nama = """
[[pohon]]
Jati"""
jenis = "kayu"
ditanam = 2026-02-01
tinggi = 20
hidup = false
sebutan = ["jati", "teak"]
induk = "A"
'''


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return tmp_path / "kebun.toml"


def kata_salah(berkas: Path, isi: str | bytes) -> str:
    """What the refusal says after the file name."""
    berkas.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    with pytest.raises(KatalogSalah) as galat:
        baca(berkas).sebagai(Kebun)
    berkas_dan_baris = f"{galat.value.berkas}:{galat.value.baris}: "
    assert str(galat.value).startswith(f"{berkas}:")
    assert str(galat.value).startswith(berkas_dan_baris)
    return str(galat.value).removeprefix(f"{berkas}:")


def test_a_right_file_fills_the_structs(berkas: Path) -> None:
    berkas.write_text(BENAR)
    kebun = baca(berkas).sebagai(Kebun)
    assert [p.nama for p in kebun.pohon] == ["Aren", "[[pohon]]\nJati"]
    assert kebun.pohon[0].sebutan == ("enau", "kawung")
    assert kebun.pohon[0].ditanam == dt.date(2026, 1, 31)


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(berkas: Path) -> None:
    berkas.write_bytes(b"\xef\xbb\xbf" + BENAR.replace("\n", "\r\n").encode())
    assert len(baca(berkas).sebagai(Kebun).pohon) == 2


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ('kode = "A"', "kode = 7", "5: kode is 7; expected capital letters"),
        ('kode = "A"', 'kode = "a"', '5: kode is "a"; expected capital letters'),
        ('nama = "Aren"', "nama = true", "6: nama is true; expected text of 1 to 24 characters"),
        ('nama = "Aren"', 'nama = ""', '6: nama is ""; expected text of 1 to 24 characters'),
        (
            'nama = "Aren"',
            'nama = "Aren yang tumbuh di tepi sungai"',
            '6: nama is "Aren yang tumbuh di tepi sungai" (31 characters); expected text of 1 to 24 characters',
        ),
        (
            'nama = "Aren"',
            f'nama = "{"Aren" * 20}"',
            f'6: nama is "{"Aren" * 14}... (80 characters); expected text of 1 to 24 characters',
        ),
        ('jenis = "buah"', 'jenis = "bunga"', '7: jenis is "bunga"; expected one of "buah", "kayu"'),
        ("ditanam = 2026-01-31", "ditanam = 31", "8: ditanam is 31; expected a date such as 2026-08-17"),
        (
            "ditanam = 2026-01-31",
            "ditanam = 2026-01-31T08:00:00",
            '8: ditanam is "2026-01-31 08:00:00"; expected a date such as 2026-08-17',
        ),
        ("tinggi = 12", "tinggi = 0", "9: tinggi is 0; expected a whole number of at least 1"),
        ("hidup = true", 'hidup = "ya"', '10: hidup is "ya"; expected true or false'),
        ('  "kawung",\n', "", '11: sebutan is ["enau"] (1 items); expected a list of 2 to 3 items, each text'),
        ('"kawung"', "4", "11: sebutan number 2 is 4; expected text"),
        ('nama = "Aren"\n', "", '4: pohon number 1 has no key "nama"; expected text of 1 to 24 characters'),
        ('kode = "J"\n', "", '16: pohon number 2 has no key "kode"; expected capital letters'),
        (
            'jenis = "kayu"',
            'jenis = "kayu"\nwarna = "coklat"',
            f'22: pohon number 2 has the unknown key "warna"; expected a table with {KOLOM}',
        ),
        ('induk = "A"', "induk = 1", "26: induk is 1; expected text of 0 to 9 characters"),
        ('["hijau"]', '"hijau"', '2: warna is "hijau"; expected a list, each text'),
        ('["hijau"]', '["hijau", 3]', "2: warna number 2 is 3; expected text"),
        (
            '["hijau"]',
            '["hijau"]\nbatu = 1',
            '3: the file has the unknown key "batu"; expected a table with pohon, warna',
        ),
        (
            "[[pohon]]  # the second",
            "[[phon]]",
            '16: the file has the unknown key "phon"; expected a table with pohon, warna',
        ),
    ],
)
def test_a_mistake_is_named_with_its_line_and_what_was_expected(berkas: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in BENAR
    assert kata_salah(berkas, BENAR.replace(lama, baru, 1)) == kata


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("", f'1: the file has no key "pohon"; expected tables, each a table with {KOLOM}'),
        ("\npohon = 3\n", f"2: pohon is 3; expected tables, each a table with {KOLOM}"),
        ('\npohon = ["jati"]\n', f'2: pohon number 1 is "jati"; expected a table with {KOLOM}'),
        ("\n[pohon]\nkode = 1\n", f'2: pohon is {{"kode": 1}}; expected tables, each a table with {KOLOM}'),
        (b"a = 1\nb = '\xe9'\n", "2: byte 0xe9; expected UTF-8 text"),
        (b"\xef\xbb\xbfa = 1\n\xe9", "2: byte 0xe9; expected UTF-8 text"),
    ],
)
def test_a_file_that_is_no_catalogue_at_all(berkas: Path, isi: str | bytes, kata: str) -> None:
    assert kata_salah(berkas, isi) == kata


@pytest.mark.parametrize("isi", ["# x\nkode = \n", "a = 1\na = 2\n", 'a = 1\nb = "\n', "a = 1\nb = [\n\n"])
def test_broken_toml_points_at_the_line_where_reading_stopped(berkas: Path, isi: str) -> None:
    # What is wrong is said in tomllib's words, which differ between Pythons.
    kata = kata_salah(berkas, isi)
    assert kata.startswith("2: ")
    assert kata.endswith("; expected valid TOML")


def test_a_file_that_is_not_there(berkas: Path) -> None:
    with pytest.raises(KatalogSalah) as galat:
        baca(berkas)
    assert str(galat.value) == f"{berkas}:1: cannot be read (No such file or directory); expected a file"


def test_a_value_that_must_be_unique_names_both_lines(berkas: Path) -> None:
    berkas.write_text(BENAR)
    naskah = baca(berkas)
    naskah.wajib_unik("pohon", "kode", enumerate(["A", "J"]))
    with pytest.raises(KatalogSalah) as galat:
        naskah.wajib_unik("pohon", "kode", enumerate(["A", "A"]))
    assert str(galat.value) == f'{berkas}:17: kode has "A", which line 5 has already; expected every kode only once'


def test_a_reference_must_be_known(berkas: Path) -> None:
    berkas.write_text(BENAR)
    naskah = baca(berkas)
    naskah.wajib_dikenal("pohon", "induk", [(1, "A")], {"A"}, "the kode of a tree")
    with pytest.raises(KatalogSalah) as galat:
        naskah.wajib_dikenal("pohon", "induk", [(1, "B")], {"A"}, "the kode of a tree")
    assert str(galat.value) == f'{berkas}:26: induk has "B"; expected the kode of a tree'


def test_tables_written_in_one_line_are_found_by_their_key() -> None:
    assert cari_baris('\n\npohon = [{ kode = "A" }]\n', ("pohon", 0, "kode")) == 3


def test_a_type_nobody_described_is_still_said_somehow() -> None:
    class Timbangan(Struct):
        berat: float

    assert "FloatType" in harapan(tipe_pada(Timbangan, ("berat",)))


PENGECOH = st.sampled_from(
    [
        "",
        "# [[t]]",
        "# k = 1",
        'x = "[[t]] # k = 1"',
        'y = """\n[[t]]\nk = 1 # """',
        "z = '''\n\n[[t]]\nk = 2'''",
        'w = [\n"k = 5",\n]',
        "ab.k = 3",
    ]
)


@given(st.lists(st.tuples(st.lists(PENGECOH, unique=True), st.lists(PENGECOH, max_size=1)), min_size=1, max_size=6))
def test_the_line_is_found_whatever_stands_around_it(tabel: list[tuple[list[str], list[str]]]) -> None:
    baris: list[str] = []
    letak: list[int] = []
    for sebelum, sesudah in tabel:
        baris += "\n".join(["[[t]]", *sebelum, "k = 9", *sesudah]).split("\n")
        letak.append(len(baris) - len("\n".join(["", *sesudah]).split("\n")) + 1)
    teks = "\n".join(baris)
    assert [cari_baris(teks, ("t", n, "k")) for n in range(len(tabel))] == letak
