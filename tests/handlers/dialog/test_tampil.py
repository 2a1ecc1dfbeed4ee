from __future__ import annotations

import pytest

from data.desa import Desa
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Opsi, Prompt
from handlers.dialog.questions import Choice, Money, Number, Pilihan, Text
from handlers.dialog.tampil import diketik, nomor
from tests.handlers.dialog.obrolan import Dunia, resep, tabel

TOMBOL = (
    Opsi("Ulang dari awal", "ulang"),
    Opsi("Kembali ke ringkasan bulan ini", "r"),
    Opsi("Sama", "1"),
    Opsi("sama", "2"),
)
DAFTAR = (Opsi("Sukamaju", "s"), Opsi("Lainnya ›", "!h:1:"), Opsi("Ulang", "u"))
PROMPT = Prompt("Apa?", TOMBOL, DAFTAR)
BEKAS = Opsi("Tetap: Sukamaju", "_bekas.1")


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("ulang dari awal", "ulang"),
        ("Ulang dari awal.", "ulang"),
        ("Kembali ke ringkasan bulan ini", "r"),
        ("Kembali ke ringkasa…", "r"),
        ("Kembali ke ringkasan", "r"),
        ("kembali ke ringkasan bul", "r"),
        ("lainnya", "!h:1:"),
        ("tetap", "_bekas.1"),
        ("sama", ""),
        ("sukamaju", ""),
        ("ulang", ""),
        ("dari awal", ""),
        ("", ""),
        ("🙏", ""),
        ("x" * 10_000, ""),
    ],
)
def test_a_label_that_is_typed_is_a_tap(teks: str, nilai: str) -> None:
    assert diketik(teks, PROMPT, BEKAS) == nilai


def test_tetap_is_a_word_like_any_other_where_there_is_nothing_to_keep() -> None:
    assert diketik("tetap", PROMPT, None) == ""


@pytest.mark.parametrize(
    ("teks", "label"),
    [("1", "Sukamaju"), (" 3. ", "Ulang"), ("2)", "Lainnya ›"), ("0", ""), ("4", ""), ("١", ""), ("1000", "")],
)
def test_a_place_in_the_list(teks: str, label: str) -> None:
    opsi = nomor(teks, DAFTAR)
    assert (opsi.label if opsi else "") == label


def test_a_former_answer_that_would_no_longer_be_taken_is_not_offered() -> None:
    batas = [9]

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("rt", Number("Berapa RT?", maksimal=batas[0]))
        d.ask("dana", Money("Berapa dananya?"))
        d.ask("hasil", Text("Apa hasilnya?"))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    for kata in ("/uji", "8", "300rb", "kembali", "kembali"):
        obrolan.tulis(kata)
    assert obrolan.layar.tombol == ["Tetap: 8"]
    batas[0] = 5
    assert obrolan.tulis("bantuan").tombol == []
    assert "tetap" not in obrolan.tulis("tetap").label
    assert "Berapa dananya?" in obrolan.tulis("4")
    assert obrolan.layar.tombol == ["Tetap: Rp300.000"]
    assert "Apa hasilnya?" in obrolan.tulis("tetap")


def test_a_former_answer_that_is_on_the_screen_is_not_shown_twice() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("desa", Choice("Desa mana?", [Pilihan("s", "Sukamaju", 1), Pilihan("m", "Mayak", 2)]))
        d.ask("hasil", Text("Apa hasilnya?"))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    for kata in ("/uji", "mayak", "kembali"):
        obrolan.tulis(kata)
    assert obrolan.layar.tombol == ["Sukamaju", "Mayak"]
    assert "Apa hasilnya?" in obrolan.tulis("tetap")
    assert obrolan.jawaban == {"desa": "m"}
