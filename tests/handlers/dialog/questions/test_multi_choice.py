from __future__ import annotations

import pytest

from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import MultiChoice, Pilihan
from tests.handlers.dialog.obrolan import Dunia, Obrolan, resep, tabel, tanya

UNSUR = [
    Pilihan("bpd", "BPD", "BPD", kata=("badan permusyawaratan",)),
    Pilihan("pkk", "PKK", "PKK"),
    Pilihan("kt", "Karang Taruna", "KT", kata=("pemuda",)),
    Pilihan("tani", "Kelompok tani", "tani"),
]
HADIR = MultiChoice("Siapa yang hadir?", UNSUR)
BANYAK = MultiChoice("Dusun mana saja?", [Pilihan(f"d{n}", f"Dusun {n:02}", n) for n in range(1, 21)], minimal=0)


def test_taps_switch_on_and_off_and_selesai_ends() -> None:
    satu = tanya(HADIR)
    assert satu.layar.label == ["BPD", "PKK", "Karang Taruna", "Kelompok tani"]
    satu.obrolan.tekan("PKK")
    satu.obrolan.tekan("BPD")
    assert "Dipilih: BPD, PKK." in satu.layar
    assert satu.layar.daftar == ["✓ BPD", "✓ PKK", "Karang Taruna", "Kelompok tani"]
    satu.obrolan.tekan("✓ PKK")
    satu.obrolan.tekan("Karang Taruna")
    satu.obrolan.tekan("Selesai")
    assert satu.nilai == ("BPD", "KT")


def test_a_double_tap_chooses_once() -> None:
    """It once chose and unchose."""
    satu = tanya(HADIR)
    awal = satu.layar
    satu.obrolan.tekan("PKK")
    satu.obrolan.tekan("PKK", layar=awal)
    assert "Dipilih: PKK." in satu.layar
    dipilih = satu.layar
    satu.obrolan.tekan("✓ PKK")
    satu.obrolan.tekan("✓ PKK", layar=dipilih)
    assert "Dipilih" not in satu.layar


@pytest.mark.parametrize(
    ("ditulis", "nilai"),
    [
        ("pkk, bpd", ("BPD", "PKK")),
        ("pemuda", ("KT",)),
        ("1, 3", ("BPD", "KT")),
        ("karang taruna; kelompok tani\npkk", ("PKK", "KT", "tani")),
        ("kelompk tani", ("tani",)),
        ("pkk, pkk, PKK", ("PKK",)),
    ],
)
def test_several_are_typed_by_name_keyword_number_or_slip(ditulis: str, nilai: tuple[str, ...]) -> None:
    satu = tanya(HADIR)
    satu.obrolan.tulis(ditulis)
    assert satu.membaca("selesai") == nilai


@pytest.mark.parametrize(
    ("ditulis", "kata"),
    [
        ("bpd, camat", "“camat” yang mana? Misalnya: BPD, PKK, Karang Taruna."),
        ("k", "yang mana?"),
        (", ;", HADIR.petunjuk),
        ("selesai", "Pilih dulu paling sedikit 1, ya."),
        ("x" * 10_000, "yang mana?"),
        ("9", "yang mana?"),
    ],
)
def test_what_cannot_be_read_is_asked_and_what_was_chosen_stays(ditulis: str, kata: str) -> None:
    satu = tanya(HADIR)
    satu.menolak(ditulis, kata)
    satu.obrolan.tulis("pkk")
    satu.menolak("entah", "Dipilih: PKK.")
    assert satu.membaca("Selesai.") == ("PKK",)


def test_one_name_for_two_is_asked_about() -> None:
    satu = tanya(MultiChoice("Siapa?", [Pilihan("a", "Kader posyandu", 1), Pilihan("b", "Kader desa sehat", 2)]))
    satu.menolak("kader", "Misalnya: Kader posyandu, Kader desa sehat.")


def test_starting_over_by_button_and_by_typing() -> None:
    satu = tanya(HADIR)
    for ulang in ("Ulang dari awal", "ulang dari awal", "ulang"):
        satu.obrolan.tulis("pkk, bpd")
        satu.obrolan.tulis(ulang)
        assert "Dipilih" not in satu.layar
    satu.obrolan.tulis("tani")
    satu.obrolan.tekan("Ulang dari awal")
    assert satu.layar.label == ["BPD", "PKK", "Karang Taruna", "Kelompok tani"]


def test_pages_keep_what_was_chosen_on_others() -> None:
    satu = tanya(BANYAK)
    awal = satu.layar
    assert satu.layar.tombol == ["Selesai"]
    assert satu.layar.daftar[-2:] == ["Dusun 08", "Lainnya ›"]
    satu.obrolan.tekan("Dusun 08")
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tekan("Lainnya ›", layar=awal)
    assert satu.layar.daftar[0] == "Dusun 09", "a double tap turns one page"
    assert satu.layar.daftar[-1] == "Lainnya ›"
    satu.obrolan.tulis("1, dusun 20")
    satu.obrolan.tulis("lainnya")
    assert satu.layar.daftar == [*(f"Dusun {n}" for n in range(17, 20)), "✓ Dusun 20", "Lainnya ›"]
    satu.obrolan.tekan("Lainnya ›")
    assert satu.layar.daftar[0] == "Dusun 01"
    satu.obrolan.tulis("9")  # the place of "Lainnya ›" is no option
    assert "“9” yang mana?" in satu.layar
    assert satu.membaca("cukup") == (8, 9, 20)


@pytest.mark.parametrize("lembar", ["!99", "!x", "!", "!9999999"])
def test_a_page_that_is_not_there_shows_one_that_is(lembar: str) -> None:
    satu = tanya(BANYAK)
    satu.obrolan.ketuk(satu.layar.data("Lainnya ›").rpartition("~")[0] + "~" + lembar)
    assert satu.layar.daftar


def test_none_is_an_answer_where_none_is_asked_for() -> None:
    assert tanya(BANYAK).membaca("selesai") == ()
    assert BANYAK.show(()) == "–"
    assert HADIR.show(("BPD", "tani")) == "BPD, Kelompok tani"


@pytest.mark.parametrize("tersimpan", [["hilang"], ["pkk", "hilang"], [], None, "pkk"])
def test_a_stored_choice_that_no_longer_holds_is_asked_again(tersimpan: object) -> None:
    satu = tanya(HADIR)
    satu.obrolan.ganti(isi=tersimpan)
    satu.obrolan.tulis("bantuan")
    assert HADIR.petunjuk in satu.layar
    satu.obrolan.tulis("pkk")
    assert satu.membaca("selesai") == ("PKK",)


def test_a_tap_on_what_is_no_option_says_so() -> None:
    satu = tanya(HADIR)
    satu.obrolan.ketuk(satu.layar.data("BPD") + "x")
    assert "sudah tidak ada dalam daftar" in satu.layar


def test_an_option_that_goes_while_it_is_chosen_is_no_longer_chosen() -> None:
    """It once could be neither seen nor unchosen, and *selesai* was refused for ever."""
    daftar = list(UNSUR)
    satu = tanya(MultiChoice("Siapa?", daftar))
    satu.obrolan.tulis("pkk, bpd")
    del daftar[0]
    assert satu.membaca("selesai") == ("PKK",)


def dua_pertanyaan() -> Obrolan:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        hadir = d.ask("hadir", HADIR)
        d.review(f"Hadir: {HADIR.show(hadir)}")
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    obrolan.tulis("pkk, bpd")
    return obrolan


def test_opened_again_it_goes_on_from_what_was_chosen() -> None:
    obrolan = dua_pertanyaan()
    obrolan.tulis("selesai")
    obrolan.tulis("ubah hadir")
    assert "Dipilih: BPD, PKK." in obrolan.layar
    obrolan.tekan("✓ BPD")
    assert "Hadir: PKK" in obrolan.tulis("selesai")


def test_selesai_tapped_twice_says_so_and_changes_nothing() -> None:
    obrolan = dua_pertanyaan()
    lama = obrolan.layar
    obrolan.tekan("Selesai")
    obrolan.tekan("Selesai", layar=lama)
    assert "Sudah tercatat: BPD, PKK." in obrolan.layar
    assert obrolan.jawaban == {"hadir": ["bpd", "pkk"]}


def test_an_old_row_opens_the_question_again_with_that_row_changed() -> None:
    obrolan = dua_pertanyaan()
    lama = obrolan.layar
    obrolan.tekan("Selesai")
    obrolan.tekan("Karang Taruna", layar=lama)
    assert "Dipilih: BPD, PKK, Karang Taruna." in obrolan.layar
    assert "Hadir: BPD, PKK" in obrolan.tulis("kembali")
