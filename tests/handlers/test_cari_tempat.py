"""One of 83,762 places, asked for until it is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from data.wilayah import KECAMATAN, Temuan, cari_wilayah
from handlers.bergabung.cari_tempat import CariTempat
from handlers.bergabung.tanya_tempat import cari_kecamatan
from tests.handlers.dialog.obrolan import Satu, tanya

SUKAMAJU, SUKAMANAH = "32.03.03.2013", "32.03.03.2017"


@pytest.fixture
def satu() -> Satu:
    return tanya(CariTempat("Desa mana?"))


def test_one_that_is_written_right_is_taken(satu: Satu) -> None:
    assert satu.membaca("sukamaju cibeber") == SUKAMAJU


def test_one_that_is_only_alike_is_asked_about(satu: Satu) -> None:
    satu.obrolan.tulis("sukmaju cibeber")
    assert "Maksudnya yang ini?" in satu.layar
    assert satu.membaca("1") == SUKAMAJU


def test_many_are_narrowed_by_taps(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    assert "Di provinsi mana?" in satu.layar
    satu.obrolan.tekan("Jawa Barat")
    assert "Di kabupaten atau kota mana?" in satu.layar
    satu.obrolan.tekan("Kab. Cianjur")
    assert satu.layar.daftar == ["Sukamaju"] * 4
    assert satu.membaca("2") == SUKAMAJU


def test_many_are_narrowed_by_typing_or_by_number(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.tulis("1")
    satu.obrolan.tulis("kab cianjur")
    assert len(satu.layar.daftar) == 4
    assert satu.membaca("cibeber") == SUKAMAJU


def test_a_slip_narrows_too_and_is_asked_about(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.tulis("cianjur cibebr")
    assert "Maksudnya yang ini?" in satu.layar


def test_another_name_while_narrowing_begins_anew(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    assert satu.membaca("sukamanah cibeber cianjur") == SUKAMANAH


def test_a_kabupaten_with_one_is_that_one(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.tekan("Jawa Barat")
    satu.obrolan.tekan("Kab. Kuningan")
    assert satu.nilai.startswith("32.08.")


def test_long_lists_turn_forth_and_back(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    awal = satu.layar.daftar
    assert awal[-1] == "Lainnya ›"
    satu.obrolan.tekan("Lainnya ›")
    assert satu.layar.daftar[-2:] == ["Lainnya ›", "‹ Sebelumnya"]
    satu.obrolan.tulis("lainnya")
    assert satu.layar.daftar[-1] == "‹ Sebelumnya"
    satu.obrolan.tekan("‹ Sebelumnya")
    satu.obrolan.tekan("‹ Sebelumnya")
    assert satu.layar.daftar == awal


def test_kembali_leaves_the_search(satu: Satu) -> None:
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.tulis("kembali")
    assert "Desa mana?" in satu.layar
    assert not satu.layar.daftar


@pytest.mark.parametrize("nilai", ["!d:32", "!h:1", "!", "!x:y"])
def test_a_row_of_an_old_screen_is_no_answer(satu: Satu, nilai: str) -> None:
    satu.obrolan.tulis("sukamaju")
    data = satu.layar.data("Jawa Barat").rpartition("~")[0] + "~" + nilai
    satu.obrolan.tulis("kembali")
    satu.obrolan.ketuk(data)
    assert "Desa mana?" in satu.layar
    assert satu.membaca("sukamaju cibeber") == SUKAMAJU


@pytest.mark.parametrize("nilai", ["!h:999", "!h:12345", "!h:x", "!h:", "!d:", "!d:99", "!x:y"])
def test_a_page_or_part_that_is_not_there_stops_nothing(satu: Satu, nilai: str) -> None:
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.ketuk(satu.layar.data("Jawa Barat").rpartition("~")[0] + "~" + nilai)
    assert satu.membaca("sukamaju cibeber") == SUKAMAJU


@pytest.mark.parametrize("kode", ["32", "32.03", "32.03.03", "91.71.01.1001", "32.03.03.9999", "x"])
def test_a_place_of_another_level_or_without_dana_desa_is_no_answer(satu: Satu, kode: str) -> None:
    """A button made up by hand must not open a whole province."""
    satu.obrolan.tulis("sukamaju")
    satu.obrolan.ketuk(satu.layar.data("Jawa Barat").rpartition("~")[0] + "~" + kode)
    assert "Pilihan itu sudah tidak ada." in satu.layar
    assert not satu.diterima


@pytest.mark.parametrize("ditulis", ["atlantis", "9", "x" * 10_000, "🙏", "' OR 1=1"])
def test_what_is_not_found_is_asked_for_again(satu: Satu, ditulis: str) -> None:
    satu.menolak(ditulis, "Belum ketemu.", "contoh: sukamaju cibeber")
    assert satu.membaca("sukamaju cibeber") == SUKAMAJU


def test_many_that_nothing_parts_come_in_pages() -> None:
    kode = tuple(f"32.03.03.{n}" for n in range(2001, 2019))
    satu = tanya(CariTempat("Desa mana?", cari=lambda teks: Temuan(kode)))
    satu.obrolan.tulis("apa saja")
    assert "Ada 18 desa yang cocok. Yang mana?" in satu.layar
    assert len(satu.layar.daftar) == 9


@pytest.mark.parametrize("sementara", [["s1"], {"di": "32"}, {"cari": ""}, "x"])
def test_what_an_older_version_left_half_done_is_begun_anew(satu: Satu, sementara: object) -> None:
    satu.obrolan.tulis("sukamaju")
    keadaan = satu.obrolan.keadaan
    keadaan.sementara = dict.fromkeys(keadaan.sementara, sementara)
    satu.obrolan.simpan(keadaan)
    assert satu.membaca("sukamaju cibeber") == SUKAMAJU


def test_the_answer_is_shown_by_its_name_while_it_has_one() -> None:
    assert CariTempat("?").show(SUKAMAJU) == "Sukamaju"
    assert CariTempat("?").show("hilang") == "hilang"


@pytest.mark.parametrize(
    ("ditulis", "kode", "persis"),
    [
        ("cibeber cianjur", ("32.03.03",), True),
        ("sukamaju cibeber", ("32.03.03",), True),
        ("cibebr cianjur", ("32.03.03",), False),
        ("atlantis", (), False),
    ],
)
def test_a_kecamatan_is_found_by_its_name_or_by_a_village(ditulis: str, kode: tuple[str, ...], persis: bool) -> None:
    assert cari_kecamatan(ditulis) == Temuan(kode, persis)


def test_a_kecamatan_is_asked_as_one() -> None:
    cari: Callable[[str], Temuan] = lambda teks: cari_wilayah(teks, KECAMATAN)  # noqa: E731
    satu = tanya(CariTempat("Kecamatan mana?", KECAMATAN, cari))
    satu.obrolan.tulis("cibeber")
    assert "Ada 3 kecamatan yang cocok. Yang mana?" in satu.layar
    assert satu.membaca("cibeber cianjur") == "32.03.03"
