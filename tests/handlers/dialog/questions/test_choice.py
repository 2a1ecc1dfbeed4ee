from __future__ import annotations

import pytest

from handlers.dialog.questions import Choice, Pilihan
from tests.handlers.dialog.obrolan import Satu, tanya

CARA = Choice(
    "Di mana kegiatannya?",
    [
        Pilihan("d", "Di desa", "desa", kata=("lapangan", "kunjungan")),
        Pilihan("k", "Koordinasi di kecamatan atau kabupaten", "koordinasi", kata=("rapat",)),
        Pilihan("z", "Daring", "daring", kata=("zoom",)),
    ],
    petunjuk="Pilih: di desa, koordinasi, atau daring.",
)
DUSUN = Choice("Dusun mana?", [Pilihan(f"d{n}", f"Dusun {n:02}", n) for n in range(1, 31)])
KELOMPOK = Choice(
    "Kegiatan apa?",
    [
        Pilihan("a1", "Musdes", "musdes", kelompok="as"),
        Pilihan("a2", "Musrenbang Desa", "musrenbang", kelompok="as"),
        *(Pilihan(f"o{n}", f"Orga nomor {n}", f"o{n}", kelompok="og") for n in range(1, 13)),
        Pilihan("p1", "Arahan kabupaten", "arahan", kelompok="ar"),
    ],
    utama=("p1", "a1"),
    kelompok=(("as", "Asistensi"), ("og", "Pengorganisasian"), ("ar", "Pengarahan")),
)


@pytest.mark.parametrize(
    ("ditulis", "nilai"),
    [
        ("1", "desa"),
        ("3.", "daring"),
        ("2)", "koordinasi"),
        ("Di desa", "desa"),
        ("DI DESA!", "desa"),
        ("d", "desa"),
        ("Koordinasi di kecam", "koordinasi"),
        ("Koordinasi di kecam…", "koordinasi"),
        ("Koordinasi di kecamata", "koordinasi"),
        ("koordinasi", "koordinasi"),
        ("zoom", "daring"),
        ("lapangan", "desa"),
        ("kordinasi", "koordinasi"),
        ("darng", "daring"),
    ],
)
def test_a_choice_is_read_by_number_label_cut_label_keyword_and_slip(ditulis: str, nilai: str) -> None:
    assert tanya(CARA).membaca(ditulis) == nilai


def test_a_choice_is_tapped() -> None:
    satu = tanya(CARA)
    satu.obrolan.tekan("Daring")
    assert satu.nilai == "daring"


@pytest.mark.parametrize("ditulis", ["di bulan", "0", "4", "99", "-1", "½", "🙏", "x" * 10_000])
def test_what_is_not_on_the_list_is_named_back_and_then_mended(ditulis: str) -> None:
    satu = tanya(CARA)
    satu.menolak(ditulis, "belum ada dalam daftar", "Pilih: di desa, koordinasi, atau daring.")
    assert satu.membaca("daring") == "daring"


def test_a_tap_without_a_value_is_asked_again() -> None:
    satu = tanya(CARA)
    data = satu.layar.data("Daring").removesuffix("z")
    satu.obrolan.ketuk(data)
    assert CARA.petunjuk in satu.layar
    satu.obrolan.ketuk(data + "hilang")
    assert "sudah tidak ada dalam daftar" in satu.layar
    assert satu.membaca("zoom") == "daring"


# -- pages --------------------------------------------------------------------------------------------------------


def test_a_long_list_comes_in_pages_forth_and_back() -> None:
    satu = tanya(DUSUN)
    assert satu.layar.daftar == [*(f"Dusun {n:02}" for n in range(1, 9)), "Lainnya ›"]
    satu.obrolan.tekan("Lainnya ›")
    assert satu.layar.daftar == [*(f"Dusun {n:02}" for n in range(9, 17)), "Lainnya ›", "‹ Sebelumnya"]
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tekan("Lainnya ›")
    assert satu.layar.daftar == [*(f"Dusun {n:02}" for n in range(25, 31)), "‹ Sebelumnya"]
    satu.obrolan.tekan("‹ Sebelumnya")
    assert "Dusun 17" in satu.layar.daftar
    satu.obrolan.tekan("Dusun 17")
    assert satu.nilai == 17


def test_a_list_of_ten_needs_no_pages() -> None:
    assert len(tanya(Choice("Mana?", DUSUN.pilihan[:10])).layar.daftar) == 10


@pytest.mark.parametrize("ditulis", ["Lainnya ›", "lainnya", "9"])
def test_pages_turn_by_typing_too(ditulis: str) -> None:
    satu = tanya(DUSUN)
    satu.obrolan.tulis(ditulis)
    assert "Dusun 09" in satu.layar.daftar
    assert not satu.diterima


def test_a_number_is_the_place_on_the_page_that_is_shown() -> None:
    satu = tanya(DUSUN)
    satu.obrolan.tekan("Lainnya ›")
    assert satu.membaca("2") == 10


def test_turning_a_page_twice_by_a_double_tap_turns_one_page() -> None:
    satu = tanya(DUSUN)
    awal = satu.layar
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tekan("Lainnya ›", layar=awal)
    assert "Dusun 09" in satu.layar.daftar


def test_kembali_leaves_the_page_not_the_question() -> None:
    satu = tanya(DUSUN)
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tulis("kembali")
    assert "Dusun 01" in satu.layar.daftar
    satu.obrolan.tulis("kembali")
    assert "pertanyaan pertama" in satu.layar


def test_the_first_page_reached_by_going_back_is_the_question_itself() -> None:
    """*Kembali* from there once did nothing at all."""
    satu = tanya(DUSUN)
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tekan("‹ Sebelumnya")
    satu.obrolan.tulis("kembali")
    assert "pertanyaan pertama" in satu.layar


@pytest.mark.parametrize(
    "lihat", ["!h:999:", "!h:9999999:", "!h:x:", "!h", "!", "!k:", "!k:hilang", "!z:1", "!h:1:hilang"]
)
def test_a_page_that_is_not_there_shows_one_that_is(lihat: str) -> None:
    for question in (DUSUN, KELOMPOK):
        satu = tanya(question)
        satu.obrolan.ketuk(satu.layar.semua[0].data.rpartition("~")[0] + "~" + lihat)
        satu.obrolan.tekan(satu.layar.label[0])
        assert satu.diterima


# -- groups -------------------------------------------------------------------------------------------------------


def test_groups_stand_below_what_is_chosen_most() -> None:
    satu = tanya(KELOMPOK)
    assert satu.layar.label == ["Arahan kabupaten", "Musdes", "Asistensi ›", "Pengorganisasian ›", "Pengarahan ›"]


@pytest.mark.parametrize("ditulis", ["Asistensi ›", "asistensi", "3"])
def test_a_group_opens_by_tap_name_or_number(ditulis: str) -> None:
    satu = tanya(KELOMPOK)
    satu.obrolan.tulis(ditulis)
    assert "Asistensi: Kegiatan apa?" in satu.layar
    assert satu.layar.label == ["Musdes", "Musrenbang Desa"]
    satu.obrolan.tulis("kembali")
    assert "Asistensi ›" in satu.layar.label
    satu.obrolan.tekan("Asistensi ›")
    assert satu.membaca("musrenbang") == "musrenbang"


def test_a_group_has_pages_of_its_own() -> None:
    satu = tanya(KELOMPOK)
    satu.obrolan.tekan("Pengorganisasian ›")
    satu.obrolan.tekan("Lainnya ›")
    assert "Pengorganisasian: " in satu.layar
    assert satu.layar.label == ["Orga nomor 9", "Orga nomor 10", "Orga nomor 11", "Orga nomor 12", "‹ Sebelumnya"]
    satu.obrolan.tekan("‹ Sebelumnya")
    assert "Pengorganisasian: " in satu.layar
    assert satu.membaca("orga nomor 12") == "o12"


def test_a_word_that_fits_only_groups_is_asked_about() -> None:
    """It once changed nothing and said nothing."""
    satu = tanya(KELOMPOK)
    satu.menolak("peng", "Yang mana: Pengorganisasian, Pengarahan?", "Pilih dari daftar")
    satu.menolak("pengor", "Pengorganisasian: Kegiatan apa?")
    assert satu.membaca("musdes") == "musdes"


def test_a_word_that_fits_a_group_and_one_option_asks_about_the_option() -> None:
    pilihan = [Pilihan("x", "Tani", 1, kelompok="b"), Pilihan("y", "Lele", 2, kelompok="a")]
    satu = tanya(Choice("Apa?", pilihan, kelompok=(("a", "Tani"), ("b", "Ternak"))))
    satu.obrolan.tekan("Ternak ›")
    satu.obrolan.tekan("Tani")
    assert satu.nilai == 1
    lain = tanya(Choice("Apa?", pilihan, kelompok=(("a", "Tani"), ("b", "Ternak"))))
    lain.obrolan.tekan("Tani ›")
    lain.menolak("tani", "Maksudnya yang ini?")
    assert lain.membaca("1") == 1


def test_a_group_with_nothing_in_it_is_not_offered() -> None:
    satu = tanya(Choice("Apa?", [Pilihan("x", "Lele", 1, kelompok="b")], kelompok=(("a", "Tani"), ("b", "Ternak"))))
    assert satu.layar.label == ["Ternak ›"]


# -- narrowing ----------------------------------------------------------------------------------------------------


def suka() -> Satu:
    nama = ("Sukamaju", "Sukaraharja", "Mayak", "Sukamanah")
    return tanya(Choice("Desa mana?", [Pilihan(f"x{n}", nama, nama) for n, nama in enumerate(nama)]))


def test_typing_narrows_until_one_is_left() -> None:
    satu = suka()
    satu.obrolan.tulis("suka")
    assert "Ada 3 yang cocok. Yang mana?" in satu.layar
    assert satu.layar.label == ["Sukamaju", "Sukaraharja", "Sukamanah"]
    satu.menolak("entah", "belum ada dalam daftar", "Ada 3 yang cocok")
    assert satu.membaca("3") == "Sukamanah"


def test_kembali_undoes_the_narrowing() -> None:
    satu = suka()
    satu.obrolan.tulis("suka")
    satu.obrolan.tulis("kembali")
    assert "Mayak" in satu.layar.label


def test_many_that_fit_are_not_shown_all_and_it_says_so() -> None:
    satu = tanya(DUSUN)
    satu.obrolan.tulis("dusun")
    assert "Ada 30 yang cocok; ini 8 di antaranya. Ketik lebih lengkap" in satu.layar
    assert len(satu.layar.daftar) == 8
    assert satu.membaca("dusun 29") == 29


def test_two_of_the_same_name_are_asked_about() -> None:
    kembar = Choice("Desa?", [Pilihan("a", "Sukamaju", 1, ket="Cibeber"), Pilihan("b", "Sukamaju", 2, ket="Karo")])
    satu = tanya(kembar)
    satu.obrolan.tulis("sukamaju")
    assert "Ada 2 yang cocok" in satu.layar
    assert satu.membaca("2") == 2


def test_a_number_that_begins_a_label_is_not_guessed_to_be_a_place() -> None:
    """ "3" may be the third button, and may be "3 hari"."""
    lama = Choice("Berapa lama?", [Pilihan(f"h{n}", f"{n} hari", n) for n in (1, 2, 7, 3)])
    satu = tanya(lama)
    satu.obrolan.tulis("3")
    assert satu.layar.label == ["7 hari", "3 hari"]
    satu.obrolan.tekan("3 hari")
    assert satu.nilai == 3
    assert tanya(lama).membaca("2") == 2, "the second and the one that says so are the same"


def test_options_that_have_gone_in_the_meantime_are_not_shown() -> None:
    nama = ["Sukamaju", "Sukaraharja", "Sukamanah"]
    daftar = [Pilihan(f"x{n}", n, n) for n in nama]
    satu = tanya(Choice("Desa mana?", daftar))
    satu.obrolan.tulis("suka")
    del daftar[0]
    satu.obrolan.tulis("bantuan")
    assert satu.layar.label == ["Sukaraharja", "Sukamanah"]
    daftar[:] = [Pilihan("m", "Mayak", "Mayak")]
    satu.obrolan.tulis("bantuan")
    assert "Desa mana?" in satu.layar
    assert satu.layar.label == ["Mayak"]


def test_a_pasted_text_puts_what_is_likely_first() -> None:
    satu = tanya(DUSUN)
    keadaan = satu.obrolan.keadaan
    keadaan.saran["isi"] = ["d29", "d30", "hilang"]
    satu.obrolan.simpan(keadaan)
    satu.obrolan.tulis("bantuan")
    assert satu.layar.daftar[:3] == ["Dusun 29", "Dusun 30", "Dusun 01"]


# -- stored answers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tersimpan", ["hilang", None, 7, ["d"], {}])
def test_a_stored_choice_that_is_gone_is_asked_again_with_the_reason(tersimpan: object) -> None:
    satu = tanya(CARA)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert "sudah tidak ada dalam daftar" in satu.layar
    assert satu.membaca("zoom") == "daring"


def test_rows_with_a_note_or_a_long_label_are_a_list_not_buttons() -> None:
    assert tanya(CARA).layar.daftar
    assert tanya(Choice("Apa?", [Pilihan("a", "A", 1, ket="catatan")])).layar.daftar == ["A"]
    assert tanya(Choice("Apa?", [Pilihan("a", "A", 1)])).layar.tombol == ["A"]


def test_an_empty_list_says_so_and_names_the_way_out() -> None:
    satu = tanya(Choice("Desa mana?", []))
    assert "Daftarnya masih kosong, jadi belum ada yang bisa dipilih. Ketik batal untuk berhenti." in satu.layar
    satu.menolak("sukamaju", "Daftarnya masih kosong")
    assert "Dibatalkan." in satu.obrolan.tulis("batal")


def test_a_value_that_is_not_on_the_list_is_shown_as_it_is() -> None:
    assert CARA.show("laut") == "laut"
