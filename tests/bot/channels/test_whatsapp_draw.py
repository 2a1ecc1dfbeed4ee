"""A message as WhatsApp shows it: nothing lost unseen, nothing becomes markup, everything can be answered."""

from __future__ import annotations

import re
from typing import Any

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.whatsapp import draw, pages
from bot.channels.whatsapp.draw import Media, langkah
from bot.channels.whatsapp.rules import PakaiTemplat
from bot.channels.whatsapp.text import SAMBUNG, TERPOTONG, lolos, panjang, susun, unik
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.tombol import perintah
from tests.kali import kali
from tests.whatsapp_server.markup import spans
from tests.whatsapp_server.rules import check_message

YA, TIDAK = Tombol("Ya", "1~benar~ya"), Tombol("Tidak", "1~benar~tidak")
POTONGAN = [*"ab1 *_~`>-\n\n  .é😀", SAMBUNG, "desa ", "http://a/_b_ "]
TULISAN = st.lists(st.sampled_from(POTONGAN), max_size=60).map("".join)


def satu(pesan: Pesan, *media: Media) -> dict[str, Any]:
    isi = langkah(pesan, 7, media)
    assert len(isi) == 1
    return isi[0]


def sah(isi: dict[str, Any]) -> None:
    check_message({"messaging_product": "whatsapp", "to": "6281200000001", **isi})


def tombol(isi: dict[str, Any]) -> list[str]:
    assert isi["interactive"]["type"] == "button"
    return [b["reply"]["title"] for b in isi["interactive"]["action"]["buttons"]]


def baris(isi: dict[str, Any]) -> list[dict[str, str]]:
    assert isi["interactive"]["type"] == "list"
    rows: list[dict[str, str]] = isi["interactive"]["action"]["sections"][0]["rows"]
    return rows


# -- text -------------------------------------------------------------------------------------------------------------


def test_a_title_is_bold_and_stands_above_the_text() -> None:
    assert satu(Pesan("Isinya.", judul="Judul"))["text"]["body"] == "*Judul*\n\nIsinya."


def test_nothing_invisible_is_put_where_nothing_would_be_markup() -> None:
    for biasa in (
        "5 * 3 = 15",
        "1.200_000",
        "/riwayat_desa 12",
        "nama_berkas_baru.pdf",
        "satu * saja",
        "~ 5 km",
        "a-b",
    ):
        assert lolos(biasa) == biasa


def test_a_link_stays_a_link() -> None:
    tautan = "lihat https://contoh.id/_a_/*b* dan wa.me/62?text=_x_ ya"
    assert lolos(tautan) == tautan


@pytest.mark.parametrize(
    "nakal", ["*tebal*", "a _miring_ b", "~coret~", "`kode`", "```blok\nkode```", "**dua**", "*_x_*"]
)
def test_what_would_be_markup_is_shown_as_typed(nakal: str) -> None:
    hasil = lolos(nakal)
    assert hasil != nakal
    assert hasil.replace(SAMBUNG, "") == nakal
    assert digambar(hasil) == []


@pytest.mark.parametrize("nakal", ["- butir", "* butir", "> kutipan", "biasa\n- butir"])
def test_a_line_of_a_person_is_no_list_and_no_quotation(nakal: str) -> None:
    assert re.search(r"^[*>-] ", lolos(nakal), re.MULTILINE) is None
    assert lolos(nakal).replace(SAMBUNG, "") == nakal


def test_asterisks_of_a_title_are_its_own() -> None:
    assert digambar(susun("Harga *naik* 5*", "isi *biasa*")) == ["*"]


@given(TULISAN, TULISAN)
def test_whatever_is_written_is_shown_as_written(judul: str, teks: str) -> None:
    assert lolos(teks).replace(SAMBUNG, "") == teks.replace(SAMBUNG, "")
    assert set(digambar(lolos(teks))) == set()
    assert len(digambar(susun(judul, teks))) <= 1  # our own bold title


def digambar(teks: str) -> list[str]:
    """The signs that the phone would draw with, outside links."""
    return [tanda for tanda, _ in spans(re.sub(r"\w+://\S+|\b(?:wa|t)\.me/\S+", "x", teks))]


def test_what_is_too_long_ends_with_a_whole_line_and_says_so() -> None:
    semua = [f"{n}. usulan dari dusun" for n in range(400)]
    with structlog.testing.capture_logs() as catatan:
        teks = satu(Pesan("\n".join(semua)))["text"]["body"]
    *isi, akhir = teks.split("\n")
    assert panjang(teks) <= draw.TEKS
    assert akhir == TERPOTONG
    assert isi == semua[: len(isi)]
    assert len(isi) > 150
    assert [c["event"] for c in catatan] == ["text cut"]
    assert catatan[0]["outbox"] == 7


def test_half_of_an_emoji_is_none() -> None:
    teks = satu(Pesan("😀" * 3000))["text"]["body"]
    assert panjang(teks) <= draw.TEKS
    assert set(teks.removesuffix(TERPOTONG).strip()) == {"😀"}


def test_a_message_without_words_is_still_one() -> None:
    sah(satu(Pesan("")))
    sah(satu(Pesan("", tombol=(YA,))))


# -- buttons and lists ------------------------------------------------------------------------------------------------


def test_up_to_three_short_answers_are_buttons() -> None:
    isi = satu(Pesan("Sudah benar?", tombol=(YA, TIDAK)))
    assert tombol(isi) == ["Ya", "Tidak"]
    assert isi["interactive"]["body"]["text"] == "Sudah benar?"
    assert isi["interactive"]["action"]["buttons"][0]["reply"]["id"] == "1~benar~ya"


def test_a_few_rows_without_more_to_say_are_buttons_too() -> None:
    pesan = Pesan("Desa mana?", daftar=(Butir("Sukamaju", "1~desa~a"),), tombol=(Tombol("Lewati", "1~desa~_"),))
    assert tombol(satu(pesan)) == ["Sukamaju", "Lewati"]


def test_a_label_that_is_too_long_for_a_button_is_a_row_and_stands_whole_below() -> None:
    panjang_ = "Pemberdayaan masyarakat dan kelembagaan"
    with structlog.testing.capture_logs() as catatan:
        rows = baris(satu(Pesan("Apa?", tombol=(Tombol(panjang_, "1~apa~1"), YA))))
    assert rows[0] == {"id": "1~apa~1", "title": "Pemberdayaan masyarakat…", "description": panjang_}
    assert rows[1] == {"id": "1~benar~ya", "title": "Ya"}
    assert ("labels cut", 1) in [(c["event"], c["jumlah"]) for c in catatan]


def test_labels_that_look_the_same_once_cut_are_told_apart() -> None:
    sama = tuple(Butir(f"Musyawarah desa perencanaan tahun {n}", f"1~m~{n}") for n in range(2020, 2025))
    label = [r["title"] for r in baris(satu(Pesan("Mana?", daftar=sama)))]
    assert len(set(label)) == 5
    assert all(len(satu_) <= 24 for satu_ in label)


@given(st.lists(st.text(max_size=40), max_size=30), st.sampled_from([20, 24]))
def test_cut_labels_are_never_empty_and_never_alike(label: list[str], batas: int) -> None:
    hasil = unik(label, batas)
    assert len(set(hasil)) == len(label)
    assert all(0 < panjang(h) <= batas and h.strip() == h for h in hasil)


def test_more_to_say_about_a_row_stands_below_it_and_a_cut_is_logged() -> None:
    daftar = (Butir("Sukamaju", "1~d~1", "3 catatan"), Butir("Mayak", "1~d~2", "k" * 100))
    with structlog.testing.capture_logs() as catatan:
        rows = baris(satu(Pesan("Desa mana?", daftar=daftar)))
    assert rows[0]["description"] == "3 catatan"
    assert len(rows[1]["description"]) == 72
    assert [c["event"] for c in catatan] == ["descriptions cut"]


def test_the_same_answer_twice_is_one_row() -> None:
    isi = satu(
        Pesan("Apa?", daftar=(Butir("Menu", perintah("menu")),), tombol=(Tombol("Ke menu", perintah("menu")), YA))
    )
    assert tombol(isi) == ["Menu", "Ya"]


def test_a_button_that_leads_to_the_private_chat_does_here_what_it_would_do_there() -> None:
    isi = satu(Pesan("Rekap.", tombol=(Tombol("Rincian", "", mulai="rekap-3203"),)))
    assert isi["interactive"]["action"]["buttons"][0]["reply"]["id"] == perintah("mulai rekap-3203")


def test_ten_rows_are_one_list_and_eleven_have_a_next_page() -> None:
    sepuluh = tuple(Butir(f"Desa {n}", f"1~desa~{n}") for n in range(10))
    assert len(baris(satu(Pesan("Mana?", daftar=sepuluh)))) == 10
    rows = baris(satu(Pesan("Mana?", daftar=(*sepuluh, Butir("Desa 10", "1~desa~10")))))
    assert [r["title"] for r in rows] == [*(f"Desa {n}" for n in range(9)), "Lainnya"]
    assert rows[-1]["id"] == "WA~lanjut~7"


# -- what can only be typed ---------------------------------------------------------------------------------------------


def test_below_a_text_too_long_for_buttons_stands_what_to_type() -> None:
    pesan = Pesan("x" * 1500, tombol=(YA, Tombol("Menu utama", perintah("menu"))))
    with structlog.testing.capture_logs() as catatan:
        teks = satu(pesan)["text"]["body"]
    assert teks == "x" * 1500 + "\n\nKetik salah satu:\n• Ya\n• Menu utama: /menu"
    assert catatan == []  # nothing was lost


def test_a_text_that_fills_everything_gives_way_to_what_to_type() -> None:
    teks = satu(Pesan("kata " * 2000, tombol=(YA, TIDAK)))["text"]["body"]
    assert panjang(teks) <= draw.TEKS
    assert teks.endswith(f"{TERPOTONG}\n\nKetik salah satu:\n• Ya\n• Tidak")


def test_of_very_many_choices_the_rest_can_be_typed_by_name() -> None:
    daftar = tuple(Butir(f"Desa {n}", f"1~desa~{n}") for n in range(60))
    with structlog.testing.capture_logs() as catatan:
        teks = satu(Pesan("x" * 1100, daftar=daftar))["text"]["body"]
    assert teks.endswith("• Desa 39\n• dan 20 lagi: ketik namanya")
    assert catatan[0]["event"] == "choices cut"


# -- places, pictures, files --------------------------------------------------------------------------------------------


def test_the_phone_is_asked_for_its_place() -> None:
    isi = satu(Pesan("Di mana lokasinya?", minta="lokasi"))
    assert isi["interactive"] == {
        "type": "location_request_message",
        "body": {"text": "Di mana lokasinya?"},
        "action": {"name": "send_location"},
    }


def test_where_there_is_something_to_tap_that_comes_first() -> None:
    assert tombol(satu(Pesan("Di mana?", minta="lokasi", tombol=(Tombol("Lewati", "1~l~_"),)))) == ["Lewati"]


def test_a_file_stands_above_its_words_and_buttons() -> None:
    isi = satu(Pesan("Ini rekapnya.", tombol=(YA,)), Media("document", "9", "DRP.xlsx"))
    assert isi["interactive"]["header"] == {"type": "document", "document": {"id": "9", "filename": "DRP.xlsx"}}
    assert tombol(isi) == ["Ya"]


def test_a_file_without_buttons_carries_its_words() -> None:
    isi = satu(Pesan("Ini rekapnya."), Media("document", "9", "DRP.xlsx"))
    assert isi == {"type": "document", "document": {"id": "9", "filename": "DRP.xlsx", "caption": "Ini rekapnya."}}


def test_more_choices_than_buttons_are_typed_below_a_file() -> None:
    daftar = tuple(Butir(f"Desa {n}", f"1~d~{n}") for n in range(4))
    isi = satu(Pesan("Petanya.", daftar=daftar), Media("image", "9"))
    assert isi["image"]["caption"] == "Petanya.\n\nKetik salah satu:\n• Desa 0\n• Desa 1\n• Desa 2\n• Desa 3"


def test_words_that_do_not_fit_under_a_file_come_after_it_and_nothing_is_lost() -> None:
    teks = "kata " * 300
    dulu, lalu = langkah(Pesan(teks, tombol=(YA,)), 7, [Media("document", "9", "a.pdf")])
    assert dulu == {"type": "document", "document": {"id": "9", "filename": "a.pdf"}}
    assert lalu["text"]["body"].startswith("kata kata")
    assert lalu["text"]["body"].endswith("• Ya")


def test_of_several_pictures_the_last_one_sent_carries_the_text() -> None:
    isi = langkah(Pesan("Tiga foto.", tombol=(YA,)), 7, [Media("image", "2"), Media("image", "3"), Media("image", "1")])
    assert [satu_.get("image", {}).get("id") for satu_ in isi] == ["2", "3", None]
    assert isi[-1]["interactive"]["header"] == {"type": "image", "image": {"id": "1"}}


def test_a_file_that_is_not_taken_is_said() -> None:
    pesan = draw.tanpa_berkas(Pesan("Ini rekapnya.", berkas=Berkas("DRP.xlsx", "drp_xlsx", {})))
    assert pesan.berkas is None
    assert "Berkas DRP.xlsx belum bisa saya kirim" in pesan.teks


def test_a_template_has_its_words_and_its_button() -> None:
    isi = draw.templat(PakaiTemplat("kd_ada_kabar", "id", ("Catatan K-12",), "WA~baca"))
    assert isi["template"]["name"] == "kd_ada_kabar"
    assert isi["template"]["components"] == [
        {"type": "body", "parameters": [{"type": "text", "text": "Catatan K-12"}]},
        {
            "type": "button",
            "sub_type": "quick_reply",
            "index": "0",
            "parameters": [{"type": "payload", "payload": "WA~baca"}],
        },
    ]


# -- whatever comes -----------------------------------------------------------------------------------------------------

BUTIR = st.builds(
    Butir,
    label=st.text(max_size=60),
    data=st.integers(0, 40).map(lambda n: f"1~a~{n}"),
    ket=st.text(max_size=100),
)
PESAN = st.builds(
    Pesan,
    teks=st.one_of(TULISAN, st.integers(0, 6000).map(lambda n: "kata " * (n // 5))),
    judul=TULISAN,
    daftar=st.lists(BUTIR, max_size=25).map(tuple),
    tombol=st.lists(
        st.builds(Tombol, label=st.text(max_size=40), data=st.integers(0, 40).map(lambda n: f"1~b~{n}")), max_size=6
    ).map(tuple),
    minta=st.sampled_from(["", "lokasi", "foto"]),
)


@settings(max_examples=kali(300))
@given(PESAN, st.lists(st.sampled_from([Media("image", "1"), Media("document", "2", "a.pdf")]), max_size=3))
def test_whatever_is_said_the_platform_takes_it(pesan: Pesan, media: list[Media]) -> None:
    for isi in langkah(pesan, 7, media):
        sah(isi)


@settings(max_examples=kali(200))
@given(PESAN)
def test_every_answer_can_be_tapped_on_some_page_or_is_written_out(pesan: Pesan) -> None:
    semua = {b.data for bagian in pages.pilihan(pesan) for b in bagian}
    tampak: set[str] = set()
    sisa: Pesan | None = pesan
    while sisa is not None:
        rows, sisa = pages.bagi(sisa, 7)
        assert len(rows) <= 10
        tampak |= {b.data for b in rows if not pages.milik(b.data)}
    assert tampak == semua
