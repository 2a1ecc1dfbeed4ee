from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, MultiChoice, Number, Photos, Pilihan, Text, YesNo, default, optional
from handlers.dialog.questions.wrap import Sudahi, dasar
from tests.handlers.dialog.obrolan import Dunia, Obrolan, resep, tabel, tanya

DESA = [Pilihan("a", "Sukamaju", "sukamaju"), Pilihan("b", "Mayak", "mayak")]

# -- optional -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lewat", ["lewati", "Lewati", "skip", "/lewati", "lewat."])
def test_an_optional_question_may_be_skipped(lewat: str) -> None:
    satu = tanya(optional(Text("Catatan?")))
    assert satu.layar.tombol == ["Lewati"]
    assert satu.membaca(lewat) is None
    assert "Selesai: –" in satu.layar


def test_an_optional_question_is_skipped_by_tap_and_answered_all_the_same() -> None:
    satu = tanya(optional(Text("Catatan?")))
    satu.obrolan.tekan("Lewati")
    assert satu.nilai is None
    assert tanya(optional(Text("Catatan?"))).membaca("jalan licin") == "jalan licin"
    assert tanya(optional(Number("Berapa?"))).membaca("1") == 1, "not the first button"


def test_a_question_that_is_not_optional_says_so_and_what_it_takes() -> None:
    satu = tanya(Number("Berapa?"))
    satu.menolak("lewati", "Bagian ini perlu diisi dulu, ya.", "contoh: 12", "Berapa?")
    assert satu.membaca("3") == 3


def test_a_refused_reply_to_an_optional_question_can_be_mended_or_skipped() -> None:
    satu = tanya(optional(Number("Berapa?")))
    satu.menolak("banyak", "Contoh")
    assert satu.membaca("lewati") is None


def test_help_names_lewati_only_where_it_works() -> None:
    assert "kembali, lewati, menu" in tanya(optional(Text("Catatan?"))).obrolan.tulis("bantuan")
    assert "lewati" not in tanya(Text("Catatan?")).obrolan.tulis("bantuan")


# -- default ------------------------------------------------------------------------------------------------------


def test_a_default_is_the_first_button_and_never_taken_by_itself() -> None:
    satu = tanya(default(Number("Berapa RT?"), 4))
    assert satu.layar.tombol == ["4"]
    satu.menolak("", "belum bisa membaca")
    satu.obrolan.tekan("4")
    assert satu.nilai == 4
    assert tanya(default(Number("Berapa RT?"), 4)).membaca("6") == 6


def test_a_long_default_fits_its_button_and_can_be_typed_as_cut() -> None:
    teks = "Rapat koordinasi bulanan\ndi aula kecamatan bersama semua pendamping"
    satu = tanya(default(Text("Acara?"), teks))
    assert satu.layar.tombol == ["Rapat koordinasi bulanan di aula kecama…"]
    assert satu.membaca("Rapat koordinasi bul…") == teks


def test_a_default_that_is_on_the_list_is_not_shown_twice() -> None:
    satu = tanya(default(Choice("Desa?", DESA), "mayak"))
    assert satu.layar.tombol == ["Sukamaju", "Mayak"]
    assert satu.membaca("mayak") == "mayak"


def test_a_default_that_is_no_longer_on_the_list_is_not_offered() -> None:
    """It once brought the conversation down."""
    satu = tanya(default(Choice("Desa?", DESA), "hilang"))
    assert satu.layar.tombol == ["Sukamaju", "Mayak"]
    satu.obrolan.ketuk(satu.layar.data("Mayak").replace("~b", "~_bawaan.abc"))
    assert "Usulan yang itu sudah berganti." in satu.layar
    assert satu.membaca("2") == "mayak"


def test_an_old_button_of_another_default_is_not_taken_for_the_new_one() -> None:
    @dataclass
    class Isi:
        bawaan: int = 4
        diterima: list[Any] = field(default_factory=list)

    isi = Isi()

    def fungsi(d: Dialog, desa: object) -> Kabar:
        isi.diterima.append(d.ask("rt", default(Number("Berapa RT?"), isi.bawaan)))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    lama = obrolan.tulis("/uji")
    isi.bawaan = 7
    obrolan.tekan("4", layar=lama)
    assert not isi.diterima
    assert "Usulan yang itu sudah berganti." in obrolan.layar
    obrolan.tekan("7")
    assert isi.diterima == [7]


# -- around each other ----------------------------------------------------------------------------------------------


def test_an_optional_question_with_a_default_may_still_be_skipped() -> None:
    """*Lewati* was shown and refused."""
    for question in (default(optional(Number("Berapa?")), 4), optional(default(Number("Berapa?"), 4))):
        satu = tanya(question)
        assert set(satu.layar.tombol) == {"4", "Lewati"}
        assert satu.membaca("lewati") is None


def test_the_question_inside_is_found_through_all_that_is_around_it() -> None:
    foto = Photos("Foto?")
    assert dasar(optional(default(foto, ()))) is foto
    assert dasar(foto) is foto


def test_what_is_around_a_question_passes_its_pages_on() -> None:
    satu = tanya(optional(Choice("Dusun?", [Pilihan(f"d{n}", f"Dusun {n}", n) for n in range(20)])))
    satu.obrolan.tekan("Lainnya ›")
    satu.obrolan.tulis("kembali")
    assert "Dusun 0" in satu.layar.daftar


def test_what_is_around_a_question_passes_on_where_it_goes_on_from() -> None:
    hadir = optional(MultiChoice("Siapa?", DESA))
    assert hadir.lanjutan(["a"]) == {"pilih": ["a"], "h": 0}
    assert hadir.lanjutan(None) is None


# -- one of several -------------------------------------------------------------------------------------------------


def banyak(minimal: int = 1, maksimal: int = 3) -> tuple[Obrolan, list[list[str]]]:
    diterima: list[list[str]] = []

    def fungsi(d: Dialog, desa: object) -> Kabar:
        nama = d.ask_many(
            "nama",
            lambda sudah: Text(f"Siapa? Sudah: {', '.join(sudah) or 'belum ada'}.", petunjuk="Tulis satu nama."),
            minimal=minimal,
            maksimal=maksimal,
        )
        diterima.append(nama)
        d.review("\n".join(nama) or "Tidak ada.")
        return Kabar(Pesan(f"Selesai: {len(nama)}"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    return obrolan, diterima


@pytest.mark.parametrize("selesai", ["selesai", "Selesai", "cukup", "sudah", "tidak ada lagi"])
def test_several_are_asked_until_selesai(selesai: str) -> None:
    obrolan, diterima = banyak()
    assert "Selesai" not in obrolan.layar.tombol
    obrolan.tulis("Asep")
    assert "Sudah: Asep." in obrolan.layar
    obrolan.tulis("Euis")
    obrolan.tulis(selesai)
    assert diterima[-1] == ["Asep", "Euis"]
    assert obrolan.jawaban == {"nama.1": "Asep", "nama.2": "Euis", "nama.3": None}


def test_the_least_there_must_be_cannot_be_ended_before() -> None:
    obrolan, _ = banyak(minimal=2)
    obrolan.tulis("Asep")
    assert "ketik selesai" not in obrolan.tulis("bantuan")
    obrolan.tulis("selesai")
    assert obrolan.jawaban["nama.2"] == "selesai", "a free text takes any word"
    assert "Tulis satu nama. Kalau sudah semua, ketik selesai." in obrolan.tulis("bantuan")


def test_the_most_there_may_be_ends_by_itself() -> None:
    obrolan, diterima = banyak(maksimal=2)
    obrolan.tulis("Asep")
    obrolan.tulis("Euis")
    assert diterima[-1] == ["Asep", "Euis"]


def test_none_at_all_where_that_is_allowed() -> None:
    obrolan, diterima = banyak(minimal=0)
    obrolan.tekan("Selesai")
    assert diterima[-1] == []


def test_several_are_walked_back_one_by_one_and_one_more_can_be_added() -> None:
    obrolan, diterima = banyak()
    for kata in ("Asep", "Euis", "selesai", "kembali"):
        obrolan.tulis(kata)
    assert "Sudah: Asep, Euis." in obrolan.layar
    assert not [t for t in obrolan.layar.tombol if t.startswith("Tetap")], "nothing is kept of an end"
    obrolan.tulis("kembali")
    assert "Tetap: Euis" in obrolan.layar.tombol
    obrolan.tulis("tetap")
    obrolan.tulis("Cecep")
    assert diterima[-1] == ["Asep", "Euis", "Cecep"]


def test_one_of_several_is_changed_and_the_end_taken_back() -> None:
    obrolan, diterima = banyak()
    for kata in ("Asep", "selesai", "ubah", "Nama 1", "Ujang"):
        obrolan.tulis(kata)
    assert diterima[-1] == ["Ujang"]
    for kata in ("ubah", "Nama 2", "kembali"):
        obrolan.tulis(kata)
    assert "Ujang" in obrolan.layar, "the end is put back, not asked for again"
    for kata in ("ubah", "Nama 2", "Euis", "selesai"):
        obrolan.tulis(kata)
    assert diterima[-1] == ["Ujang", "Euis"]


def test_the_end_of_several_may_stand_in_any_question() -> None:
    ya = Sudahi(YesNo("Lagi?"), boleh=True)
    assert ya.load(None, None) is None  # type: ignore[arg-type]
    assert ya.dump(None) is None
    assert ya.show(True) == "Ya"
