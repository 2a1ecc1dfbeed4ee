"""A message that is edited: its answer changes with it, or the person hears why not and what would."""

from __future__ import annotations

import pytest

from data.desa import Desa
from data.percakapan import UMUR_DRAF, PercakapanQ
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Text
from handlers.dialog.sunting import Semula, sunting
from handlers.dialog.turn import Turn
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Layar, Obrolan, resep, tabel
from tests.handlers.dialog.test_turn import CATAT, HAPUS, RIWAYAT, UMUM

DUA = tabel(CATAT, HAPUS, RIWAYAT, UMUM)


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(DUA)


@pytest.fixture
def mengisi(bu_sari: Obrolan) -> Obrolan:
    """At the summary; message 1 named the village, message 2 the outcome."""
    for teks in ("/catat", "mayak", "Jalan selesai"):
        bu_sari.tulis(teks)
    assert "Benar? Mayak: Jalan selesai" in bu_sari.layar
    return bu_sari


def ada(layar: Layar | None) -> Layar:
    assert layar, "nothing was said"
    return layar


# -- an answer of the open conversation -------------------------------------------------------------------------------


def test_an_edit_changes_the_answer_its_message_gave(mengisi: Obrolan) -> None:
    assert ada(mengisi.sunting("sukamaju", 1)).teks.startswith("Diganti: Desa → Sukamaju.\n\nBenar? Sukamaju: Jalan")
    assert ada(mengisi.sunting("Jalan setengah", 2)).teks.startswith("Diganti: Hasil → Jalan setengah.\n\nBenar?")
    assert mengisi.jawaban == {"desa": "2013", "hasil": "Jalan setengah"}


def test_a_refused_edit_leaves_the_answer_and_says_what_would_do(mengisi: Obrolan) -> None:
    layar = ada(mengisi.sunting("bogor", 1))
    assert layar.teks.startswith("Jawaban semula tetap dipakai. “bogor” belum ada dalam daftar.")
    assert "Benar? Mayak: Jalan selesai" in layar
    assert mengisi.jawaban["desa"] == "2007"


def test_an_edit_that_leaves_several_asks_which(mengisi: Obrolan) -> None:
    assert ada(mengisi.sunting("suka", 1)).label == ["Tetap: Mayak", "Sukaraharja", "Sukamaju", "Sukamanah"]
    mengisi.tekan("Sukamanah")
    assert "Benar? Sukamanah: Jalan selesai" in mengisi.layar


def test_the_same_answer_in_other_words_is_confirmed(mengisi: Obrolan) -> None:
    assert ada(mengisi.sunting("desa Mayak", 1)).teks.startswith("Sudah tercatat: Mayak.\n\nBenar?")


@pytest.mark.parametrize("teks", ["mayak", " mayak ", "", "   "])
def test_what_reads_the_same_or_reads_nothing_is_passed_over(mengisi: Obrolan, teks: str) -> None:
    """Telegram tells of an edit for other reasons, too; and a caption may be taken away."""
    assert mengisi.sunting(teks, 1) is None


@pytest.mark.parametrize("teks", ["batal", "/menu", "Menu"])
def test_a_command_is_no_answer(mengisi: Obrolan, teks: str) -> None:
    layar = ada(mengisi.sunting(teks, 2))
    assert layar.teks.startswith(f"“{teks}” tidak saya jadikan jawaban. Kalau itu perintah, kirim sebagai pesan baru")
    assert mengisi.jawaban["hasil"] == "Jalan selesai"


def test_an_edit_brings_back_an_answer_that_was_withdrawn(mengisi: Obrolan) -> None:
    mengisi.tulis("kembali")
    assert mengisi.layar.teks == "Apa hasilnya?"
    assert "Benar? Mayak: Jalan setengah" in ada(mengisi.sunting("Jalan setengah", 2))


def test_an_edit_of_an_answer_that_is_not_in_use_changes_nothing(mengisi: Obrolan) -> None:
    for _ in range(2):
        mengisi.tulis("kembali")
    assert mengisi.layar.teks == "Desa mana?"
    assert ada(mengisi.sunting("Jalan setengah", 2)).teks == (
        "Bagian itu sedang tidak dipakai di isian ini, jadi jawaban Anda tidak berubah.\n\nDesa mana?"
    )


def test_an_edit_of_a_reply_that_waits_changes_what_waits(mengisi: Obrolan) -> None:
    mengisi.tulis("kembali")
    mengisi.ganti(desa="9999")  # the list has changed behind the person's back
    assert "“Jalan selesai” saya simpan dulu." in mengisi.tulis("Jalan selesai")
    assert "“Jalan setengah” saya simpan dulu." in ada(mengisi.sunting("Jalan setengah"))
    mengisi.tulis("mayak")
    assert mengisi.layar.tombol == ["Tetap: Jalan setengah"]


def test_what_an_earlier_change_has_to_come_first_for_is_said(mengisi: Obrolan) -> None:
    mengisi.ganti(desa="9999")
    layar = ada(mengisi.sunting("Jalan setengah", 2))
    assert layar.teks.startswith("Sebelum itu, ada yang perlu dijawab lagi.")
    assert mengisi.jawaban == {"hasil": "Jalan selesai"}


def test_an_edit_off_the_path_changes_nothing(dunia: Dunia) -> None:
    """The question is no longer asked, because another answer leads elsewhere."""

    def bercabang(d: Dialog, desa: Desa) -> Kabar:
        if d.ask("satu", Text("Satu?")) == "kiri":
            d.ask("dua", Text("Dua?"))
        d.ask("tiga", Text("Tiga?"))
        return Kabar(Pesan("Selesai"))

    dunia.tabel = tabel(resep(bercabang))
    sari = dunia.orang("Bu Sari")
    for teks in ("/uji", "kiri", "kedua"):
        sari.tulis(teks)
    sari.sunting("kanan", 1)
    assert ada(sari.sunting("lain", 2)).teks.startswith("Bagian itu sedang tidak dipakai")


# -- the message that opened it ---------------------------------------------------------------------------------------


def test_the_opening_message_is_read_anew_while_nothing_else_was_answered(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat rapat di mayak")
    layar = ada(bu_sari.sunting("/catat rapat di sukamaju"))
    assert layar.teks.startswith("Pesannya berubah, jadi saya baca lagi dari awal. Yang sudah ada saya isikan")
    assert bu_sari.jawaban == {"desa": "2013"}
    assert len(bu_sari.dunia.percakapan()) == 1
    assert "Desa mana?" in ada(bu_sari.sunting("/catat"))
    assert bu_sari.jawaban == {}


def test_after_another_answer_the_opening_message_is_left_alone(mengisi: Obrolan) -> None:
    layar = ada(mengisi.sunting("/catat rapat di sukamaju", 0))
    assert layar.teks.startswith("Perubahan pada pesan pertama tidak saya ambil")
    assert "tombol Ubah di ringkasan" in layar
    assert mengisi.jawaban["desa"] == "2007"


def test_an_answer_taken_back_counts_as_one(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    bu_sari.tulis("kembali")
    assert "Perubahan pada pesan pertama" in ada(bu_sari.sunting("/catat rapat di sukamaju", 0))


def test_its_pictures_stay_and_come_only_once(bu_sari: Obrolan) -> None:
    bu_sari.foto(2, "rapat di mayak")
    sebelum = bu_sari.jawaban["foto"]
    ada(bu_sari.sunting("rapat di sukamaju"))
    assert bu_sari.jawaban == {"desa": "2013", "foto": sebelum}
    ada(bu_sari.sunting("/catat rapat di mayak"))
    assert bu_sari.jawaban == {"desa": "2007", "foto": sebelum}


def test_an_opening_that_now_means_something_else_is_that(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    assert ada(bu_sari.sunting("/riwayat oktober")).teks == "Riwayat oktober."
    assert bu_sari.terbuka is None
    bu_sari.tulis("/catat")
    assert "Tutup?" in ada(bu_sari.sunting("/hapus"))
    assert "Dibatalkan." in ada(bu_sari.sunting("batal"))


def test_a_command_that_only_now_opens_something_is_remembered_as_its_opening(bu_sari: Obrolan) -> None:
    bu_sari.tulis("cattat")
    assert "Desa mana?" in ada(bu_sari.sunting("/catat"))
    assert "Apa hasilnya?" in ada(bu_sari.sunting("/catat rapat di mayak"))


def test_what_was_opened_by_a_word_about_a_draft_is_not_opened_by_that_word(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    mengisi.tulis("nanti")
    assert mengisi.layar.teks == "Tutup?"
    assert mengisi.terkirim[-1].percakapan is None


# -- what answered nothing --------------------------------------------------------------------------------------------


def test_the_latest_message_that_answered_nothing_is_read_as_if_it_came_now(bu_sari: Obrolan) -> None:
    bu_sari.tulis("apa kabar")
    assert ada(bu_sari.sunting("riwayat")).teks == "Riwayat semua."
    assert ada(bu_sari.sunting("riwayat oktober")).teks == "Riwayat oktober."


def test_a_refused_answer_is_corrected_by_an_edit(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayaak desaa xx")
    assert bu_sari.jawaban == {}
    assert ada(bu_sari.sunting("mayak")).teks == "Apa hasilnya?"
    assert "Diganti: Desa → Sukamaju." in ada(bu_sari.sunting("sukamaju"))


def test_an_older_message_that_answered_nothing_is_passed_over(bu_sari: Obrolan) -> None:
    bu_sari.tulis("apa kabar")
    bu_sari.tulis("/catat")
    assert bu_sari.sunting("riwayat", 0) is None


def test_a_picture_nobody_wanted_is_wanted_once_its_words_say_for_what(dunia: Dunia) -> None:
    dunia.tabel = tabel(HAPUS, CATAT)
    ani = dunia.orang("Ani", peran=None)
    ani.foto(1, "rapat")
    assert "belum ada isian yang memerlukannya" in ani.layar
    assert "belum ada isian" in ada(ani.sunting("rapat desa"))
    assert ada(ani.sunting("dokumennya", lain="video"))


def test_the_caption_of_a_picture_that_was_kept_is_read_when_it_comes_later(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.foto(1)
    assert ada(bu_sari.sunting("mayak")).teks == "Apa hasilnya?"
    assert len(bu_sari.jawaban["foto"]) == 1
    assert "Diganti: Desa → Sukamaju." in ada(bu_sari.sunting("sukamaju"))


def test_the_caption_that_was_not_read_is_not_read_when_it_changes(mengisi: Obrolan) -> None:
    mengisi.foto(1, "di lapangan")  # at the summary: the picture is taken, its words are for nobody
    assert mengisi.sunting("di jalan desa") is None


def test_a_caption_is_an_answer_like_any_other(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.foto(1, "mayak")
    assert ada(bu_sari.sunting("sukamaju")).teks.startswith("Diganti: Desa → Sukamaju.")
    assert len(bu_sari.jawaban["foto"]) == 1


# -- its conversation is not the open one -----------------------------------------------------------------------------


def test_a_finished_conversation_says_how_it_ended(mengisi: Obrolan) -> None:
    mengisi.tekan("Simpan")
    layar = ada(mengisi.sunting("Jalan setengah", 2))
    assert layar.teks.startswith("Yang itu sudah selesai, jadi yang diubah di chat tidak mengubahnya. Tersimpan #1.")
    assert layar.tombol == ["Menu"]


def test_a_saved_entry_is_named_and_leads_to_its_change() -> None:
    sari = Dunia(TABEL).orang("Bu Sari")
    for teks in ("/catat sukamaju kemarin 9-11", "pantau fisik", "di desa", "Papan proyek terpasang.", "simpan"):
        sari.tulis(teks)
    (k,) = sari.catatan
    layar = ada(sari.sunting("Papan proyek dicabut.", 3))
    assert layar.teks == f"Pesan itu sudah tersimpan di #{k.nomor}; yang diubah di chat tidak mengubah catatannya."
    assert "Bagian mana yang diubah?" in sari.tekan(f"Ubah #{k.nomor}")


def test_a_draft_is_named_and_can_be_taken_up(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    mengisi.tekan("Lanjutkan nanti")
    layar = ada(mengisi.sunting("Jalan setengah", 2))
    assert layar.teks.startswith("Isian itu sedang disimpan sebagai draf. Lanjutkan dulu")
    assert layar.tombol == ["Teruskan: Isi hapus", "Lanjutkan draf"]
    assert "Benar? Mayak: Jalan selesai" in mengisi.tekan("Lanjutkan draf")


def test_a_cancelled_one_can_be_taken_up_again(mengisi: Obrolan) -> None:
    mengisi.tulis("batal")
    assert ada(mengisi.sunting("Jalan setengah", 2)).teks.startswith("Isian itu sudah dibatalkan")
    assert "Benar? Mayak: Jalan selesai" in mengisi.tekan("Urungkan")


def test_an_expired_one_can_be_begun_anew(mengisi: Obrolan) -> None:
    mengisi.dunia.lewat(UMUR_DRAF + 1)
    PercakapanQ(mengisi.dunia.tx).kedaluwarsakan(mengisi.dunia.kini)
    assert ada(mengisi.sunting("Jalan setengah", 2)).teks.startswith("Draf itu sudah lewat masa simpannya")
    assert "Desa mana?" in mengisi.tekan("Mulai lagi")


def test_a_conversation_that_is_no_more_says_so_once(mengisi: Obrolan) -> None:
    mengisi.dunia.tabel = tabel(HAPUS)
    for _ in range(2):
        layar = ada(mengisi.sunting(f"Jalan {_}", 2))
        assert layar.teks == "Maaf, isian yang tadi sudah tidak bisa dilanjutkan.\n\nMau apa hari ini?"


def test_another_person_s_conversation_is_nobody_s_business(mengisi: Obrolan) -> None:
    budi = mengisi.dunia.orang("Pak Budi")
    assert mengisi.terbuka
    semula = Semula(Masukan(teks="mayak"), mengisi.terbuka.id, "desa")
    turn = Turn(budi.konteks, budi.desa, DUA)
    assert sunting(turn, Masukan(teks="sukamaju", sunting=True), semula) is None
