"""A question in the middle of a form: answered, and the form asks again; an answer is never taken for a question."""

from __future__ import annotations

import pytest

from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Money, Number, People, Pilihan, Text, TimeRange, YesNo
from handlers.tabel import TABEL
from tests.handlers import tanya_dunia
from tests.handlers.dialog.obrolan import Dunia, Obrolan

pencari = tanya_dunia.pencari

BLT = "kapan BLT cair?"
PERIODE = "apakah kades boleh 3 periode?"


def isian(question: Question[object]) -> Obrolan:
    """A villager in a form with this question, and a text question before the end."""

    @dialog("isian", help="Isian", untuk=("warga",), menu=False)
    def fungsi(d: Dialog, desa: object) -> Kabar:
        satu = d.ask("satu", question)
        dua = d.ask("dua", Text("Lalu?"))
        d.review(f"{question.show(satu)} dan {dua}")
        return Kabar(Pesan("Selesai."))

    o = Dunia({**TABEL, "isian": fungsi}).orang("Ani", peran=None)
    o.tulis("/isian")
    return o


BERTANYA = {
    "choice": Choice("Satu?", [Pilihan("a", "Musdes reguler", 1), Pilihan("b", "BLT Desa", 2)]),
    "date": Date("Satu?", arah="bebas"),
    "jam": TimeRange("Satu?"),
    "angka": Number("Satu?"),
    "uang": Money("Satu?"),
    "orang": People("Satu?"),
    "ya": YesNo("Satu?"),
}


@pytest.mark.parametrize("jenis", BERTANYA)
@pytest.mark.parametrize(
    "teks", [BLT, PERIODE, "kapan batas akhir LPJ 31 desember?", "/tanya kapan BLT cair", f"tanya {BLT}"]
)
def test_a_question_is_answered_and_the_form_asks_again(jenis: str, teks: str) -> None:
    o = isian(BERTANYA[jenis])  # type: ignore[arg-type]
    tombol = o.layar.tombol
    layar = o.tulis(teks)
    assert "Dasar: " in layar
    assert layar.teks.endswith("Baik, kita teruskan.\n\nSatu?")
    assert layar.tombol == tombol
    assert o.keadaan.jawaban == {}
    assert o.keadaan.tanya == "satu"
    (row,) = o.dunia.tx.all("SELECT hasil, tempat FROM tanya")
    assert (row["hasil"], row["tempat"]) == ("jawab", "formulir")


@pytest.mark.parametrize("teks", [BLT, PERIODE, "Tanya jawab soal BLT berjalan baik.", "kenapa?", "/catat", "tanya"])
def test_an_answer_in_words_stays_the_answer(teks: str) -> None:
    o = isian(Text("Satu?"))  # type: ignore[arg-type]
    o.tulis(teks)
    if teks.startswith("/"):
        assert o.keadaan.jawaban == {}
    else:
        assert o.keadaan.jawaban["satu"] == teks
        assert "Lalu?" in o.layar
    assert o.dunia.hitung("tanya") == 0


@pytest.mark.parametrize("teks", ["/tanya kapan BLT cair", f"tanya {BLT}", "tanya berapa lama kades menjabat"])
def test_unless_it_says_that_it_asks(teks: str) -> None:
    o = isian(Text("Satu?"))  # type: ignore[arg-type]
    assert "Dasar: " in o.tulis(teks)
    assert o.layar.teks.endswith("Satu?")
    assert o.keadaan.jawaban == {}


@pytest.mark.parametrize(
    ("jenis", "teks", "jadi"),
    [
        ("choice", "BLT Desa?", "b"),
        ("choice", "blt?", "b"),
        ("date", "kemarin?", "2026-11-19"),
        ("angka", "12?", 12),
        ("ya", "ya?", True),
    ],
)
def test_what_the_question_can_use_is_an_answer(jenis: str, teks: str, jadi: object) -> None:
    o = isian(BERTANYA[jenis])  # type: ignore[arg-type]
    o.tulis(teks)
    assert o.keadaan.jawaban["satu"] == jadi


@pytest.mark.parametrize(
    "teks", ["apa maksudnya?", "yang mana ya?", "harga cabe berapa?", "berapa lama?", "kegiatan apa ini?"]
)
def test_what_we_cannot_answer_is_refused_as_ever(teks: str) -> None:
    o = isian(BERTANYA["choice"])  # type: ignore[arg-type]
    assert "belum ada dalam daftar" in o.tulis(teks)
    assert o.keadaan.gagal == 1
    assert o.dunia.hitung("tanya") == 0


def test_nearly_is_asked_with_the_way_back() -> None:
    o = isian(BERTANYA["choice"])  # type: ignore[arg-type]
    assert o.tulis("dana desa untuk apa?").teks.startswith("Maksud Anda …?")
    assert o.layar.tombol[0] == "Teruskan: Isian"
    o.tekan("Fokus Dana Desa 2026")
    assert o.layar.tombol[0] == "Teruskan: Isian"
    assert o.tulis("musdes").teks == "Lalu?"
    assert o.keadaan.jawaban["satu"] == "a"


def test_asked_for_a_question_in_the_middle() -> None:
    o = isian(BERTANYA["date"])  # type: ignore[arg-type]
    assert "Ketik tanya, lalu pertanyaannya" in o.tulis("/tanya")
    assert o.tulis("teruskan").teks.endswith("Satu?")
    assert o.tulis("/tanya zzz qqq").tombol[0] == "Teruskan: Isian"
    assert "Ketik tanya, lalu" in o.tulis("pak saya mau tanya ya?")


def test_at_the_summary_too() -> None:
    o = isian(Text("Satu?"))  # type: ignore[arg-type]
    o.tulis("isi satu")
    o.tulis("isi dua")
    assert "Simpan" in o.tulis(BLT).tombol
    assert "Dasar: " in o.layar
    o.tulis("simpan")
    assert "Selesai." in o.layar


def test_follow_ups_work_in_a_form() -> None:
    o = isian(BERTANYA["choice"])  # type: ignore[arg-type]
    o.tulis("berapa tahun masa jabatan kepala desa?")
    assert "Dasarnya:" in o.tulis("dasarnya apa?")
    assert o.layar.teks.endswith("Satu?")


def test_words_beside_a_picture_are_about_the_picture() -> None:
    o = isian(BERTANYA["choice"])  # type: ignore[arg-type]
    o.kirim(Masukan(teks=BLT, foto=(Foto(sidik="a" * 64),)))
    assert o.dunia.hitung("tanya") == 0


def test_whether_it_helped_is_no_answer_to_a_form_and_the_other_way_round() -> None:
    o = isian(BERTANYA["ya"])  # type: ignore[arg-type]
    o.tulis("belum")
    assert o.keadaan.jawaban.get("satu") is False or "Jawab ya atau tidak" in o.layar


def test_an_answer_that_must_wait_is_not_asked() -> None:
    """The question on the screen is no longer the one to be answered: the reply waits, whatever it looks like."""
    boleh = [True]

    @dialog("isian", help="Isian", untuk=("warga",), menu=False)
    def fungsi(d: Dialog, desa: object) -> Kabar:
        pilihan = [Pilihan("a", "Mayak", 1), *([Pilihan("b", "Sukamaju", 2)] if boleh[0] else [])]
        d.ask("satu", Choice("Satu?", pilihan))
        d.ask("dua", Text("Lalu?"))
        return Kabar(Pesan("Selesai."))

    o = Dunia({**TABEL, "isian": fungsi}).orang("Ani", peran=None)
    o.tulis("/isian")
    o.tulis("sukamaju")
    boleh[0] = False
    assert "saya simpan dulu" in o.tulis(BLT)
    assert o.keadaan.titipan["dua"].teks == BLT


def test_without_anybody_who_answers_nothing_is_asked() -> None:
    tabel = {nama: resep for nama, resep in TABEL.items() if nama != "tanya"}
    ani = Dunia(tabel).orang("Ani", peran=None)
    assert "belum menangkap" in ani.tulis(BLT)
