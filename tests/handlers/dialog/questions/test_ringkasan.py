from __future__ import annotations

from typing import Any

import pytest

from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Layar
from handlers.dialog.questions import Location, Number, Photos, Text, optional
from handlers.dialog.questions.ringkasan import Review
from handlers.dialog.tolak import Tolak
from tests.handlers.dialog.obrolan import Dunia, Obrolan, resep, tabel


def obrolan(simpan: str = "Simpan", **sisa: Any) -> Obrolan:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        hasil = d.ask("hasil", Text("Apa hasilnya?"))
        jumlah = d.ask("jumlah_rt", Number("Berapa RT?"), "Banyaknya RT")
        d.offer("foto", Photos("Kirim fotonya.")) if not sisa.get("tanpa_foto") else None
        d.offer("lokasi", optional(Location("Di titik mana?")))
        masalah = d.offer("masalah", Text("Ada masalah apa?"))
        d.review(f"Benar?\n{hasil}, {jumlah} RT, {masalah or 'lancar'}", simpan=simpan)
        return Kabar(Pesan("Tersimpan"), "Tersimpan satu")

    obrolan = Dunia(tabel(resep(fungsi, foto="foto", lokasi="lokasi"))).orang("Bu Sari")
    for kata in ("/uji", "Jalan selesai", "4"):
        obrolan.tulis(kata)
    return obrolan


def test_the_summary_shows_everything_and_what_can_be_done() -> None:
    layar = obrolan().layar
    assert "Jalan selesai, 4 RT, lancar" in layar
    assert layar.tombol == ["Simpan", "Ubah", "+ Foto", "+ Lokasi", "+ Masalah", "Batal"]


@pytest.mark.parametrize(
    "ditulis", ["simpan", "Simpan!", "simpan.", "ya", "iya", "OK", "oke.", "sip", "benar", "setuju"]
)
def test_saving_by_any_word_of_assent(ditulis: str) -> None:
    assert "Tersimpan" in obrolan().tulis(ditulis)


def test_saving_by_tap() -> None:
    assert "Tersimpan" in obrolan().tekan("Simpan")


def test_saving_under_another_name() -> None:
    for ditulis in ("kirim laporan", "Kirim laporan", "simpan"):
        satu = obrolan(simpan="Kirim laporan")
        assert "Kirim laporan" in satu.layar.tombol
        assert "Tersimpan" in satu.tulis(ditulis)


@pytest.mark.parametrize("ditulis", ["apa ya", "tidak", "1", "x" * 10_000, "🙏", "ya tapi jamnya salah"])
def test_what_the_summary_cannot_take_is_told_what_it_can(ditulis: str) -> None:
    satu = obrolan()
    satu.tulis(ditulis)
    assert "Pilih Simpan, Ubah, atau Batal. Foto dan lokasi bisa langsung dikirim ke sini." in satu.layar
    assert satu.dunia.hitung("percakapan") == 1
    assert "Tersimpan" in satu.tulis("simpan")


def test_only_what_may_be_sent_is_said_to_be_welcome() -> None:
    satu = obrolan(tanpa_foto=True)
    assert "Lokasi bisa langsung dikirim ke sini." in satu.tulis("apa")
    satu.lokasi()
    assert satu.tulis("apa").teks.startswith("Pilih Simpan, Ubah, atau Batal.\n")


# -- ubah ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ditulis", ["Hasil", "hasil", "hsil", "ubah hasil", "Ubah Hasil", "1"])
def test_a_part_is_chosen_by_name_slip_or_number(ditulis: str) -> None:
    satu = obrolan()
    satu.tekan("Ubah")
    assert satu.layar.daftar == ["Hasil", "Banyaknya RT"]
    assert [b.ket for b in satu.layar.pesan.daftar] == ["Jalan selesai", "4"]
    assert "Apa hasilnya?" in satu.tulis(ditulis)
    assert "Tetap: Jalan selesai" in satu.layar.tombol


def test_a_part_is_chosen_from_the_summary_in_one_go() -> None:
    satu = obrolan()
    assert "Berapa RT?" in satu.tulis("ubah banyaknya rt")
    assert "5 RT" in satu.tulis("5")


@pytest.mark.parametrize("kembali", ["kembali", "ringkasan", "Kembali ke ringkasan", "Simpan."])
def test_the_list_of_parts_is_left_for_the_summary(kembali: str) -> None:
    satu = obrolan()
    satu.tulis("ubah")
    assert "Benar?" in satu.tulis(kembali)


@pytest.mark.parametrize("ditulis", ["ya", "ok", "entah", "9"])
def test_while_a_part_is_being_chosen_a_mere_yes_saves_nothing(ditulis: str) -> None:
    satu = obrolan()
    satu.tulis("ubah")
    satu.tulis(ditulis)
    assert "Ketik nama bagian yang diubah, atau ringkasan." in satu.layar
    assert "Benar?" in satu.tulis("simpan"), "what is saved is seen first"
    assert "Tersimpan" in satu.tulis("simpan")


def test_a_long_answer_is_cut_in_the_list_of_parts() -> None:
    satu = obrolan()
    satu.tulis("ubah hasil")
    satu.tulis("kata " * 500)
    satu.tulis("ubah")
    assert len(satu.layar.pesan.daftar[0].ket) == 60


# -- what is offered ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ditulis", ["+ Masalah", "masalah", "tambah masalah", "+ masalah"])
def test_what_is_offered_is_asked_for_by_name(ditulis: str) -> None:
    satu = obrolan()
    assert "Ada masalah apa?" in satu.tulis(ditulis)
    assert "Hujan terus" in satu.tulis("Hujan terus")
    assert "+ Masalah" not in satu.layar.tombol


def test_a_word_that_fits_two_parts_opens_neither() -> None:
    satu = obrolan()
    assert "Pilih Simpan" in satu.tulis("lokasi foto")


def test_a_picture_or_place_sent_to_the_summary_opens_its_question() -> None:
    satu = obrolan()
    assert "2 foto sudah masuk" in satu.foto(2)
    satu.tulis("selesai")
    assert satu.lokasi().tombol == ["Simpan", "Ubah", "+ Masalah", "Batal"]
    assert satu.jawaban["lokasi"] == [-6.93, 107.12]


def test_a_picture_sent_while_a_part_is_being_chosen_is_taken_too() -> None:
    satu = obrolan()
    satu.tulis("ubah")
    assert "1 foto sudah masuk" in satu.foto()
    assert "Benar?" in satu.tulis("selesai")


def test_a_picture_for_which_there_is_no_question_is_acknowledged() -> None:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        d.ask("hasil", Text("Apa hasilnya?"))
        d.review("Benar?")
        return Kabar(Pesan("Tersimpan"))

    satu = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    satu.tulis("/uji")
    satu.tulis("Jalan selesai")
    satu.foto(1, "simpan")
    assert "Kirimannya sampai, tetapi di sini belum diperlukan. Pilih Simpan, Ubah, atau Batal." in satu.layar


# -- old summaries --------------------------------------------------------------------------------------------------


def test_simpan_under_an_old_summary_does_not_save_what_has_changed_since() -> None:
    satu = obrolan()
    lama = satu.layar
    satu.tulis("ubah hasil")
    satu.tulis("Jembatan selesai")
    satu.tekan("Simpan", layar=lama)
    assert "Isinya sudah berganti sejak ringkasan itu. Ini yang terbaru." in satu.layar
    assert "Jembatan selesai, 4 RT" in satu.layar
    assert "Tersimpan" in satu.tekan("Simpan")


def test_simpan_under_an_old_summary_that_says_the_same_saves() -> None:
    satu = obrolan()
    lama = satu.layar
    satu.tulis("ubah")
    assert "Tersimpan" in satu.tekan("Simpan", layar=lama)


def test_batal_on_the_summary_calls_it_off() -> None:
    assert "Dibatalkan." in obrolan().tekan("Batal")


@pytest.mark.parametrize("nilai", ["u:tidakada", "m:tidakada", "u:", "zzz", "simpan.", "u:lokasi"])
def test_a_tap_for_a_part_that_is_not_there_changes_nothing(nilai: str) -> None:
    satu = obrolan()
    sebelum = satu.jawaban
    satu.ketuk(satu.layar.data("Ubah").replace("~ubah", f"~{nilai}"))
    assert satu.jawaban == sebelum
    assert "Benar?" in satu.layar


def test_a_confirmation_is_a_yes_and_nothing_else() -> None:
    review = Review("Benar?", "Simpan", (), ())
    layar = Layar(Dunia(tabel()).hari_ini)
    assert review.load(review.dump(True), layar) is True
    assert review.show(True) == "Simpan"
    with pytest.raises(Tolak):
        review.load("ya", layar)
    with pytest.raises(Tolak):
        review.read(Masukan(), layar)
