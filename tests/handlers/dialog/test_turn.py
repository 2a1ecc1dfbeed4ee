"""Whose turn is it, and what does the message want?"""

from __future__ import annotations

from typing import Any

import pytest

from data.desa import Desa
from data.orang import PENDAMPING, SEMUA
from data.percakapan import PercakapanQ
from handlers.dialog.dialog import Dialog, Kabar, Resep
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Location, Photos, Pilihan, Text, YesNo
from handlers.ingatkan_draf import pengingat_draf
from tests.handlers.dialog.obrolan import DESA, HARI, Dunia, Layar, Obrolan, resep, tabel


def catatan(d: Dialog, desa: Desa) -> Kabar:
    di = d.ask("desa", Choice("Desa mana?", [Pilihan(k, n, n) for k, n in DESA.items()]))
    hasil = d.ask("hasil", Text("Apa hasilnya?", petunjuk="Contoh: 12 usulan."))
    foto = d.offer("foto", Photos("Kirim fotonya."))
    lokasi = d.offer("lokasi", Location("Di titik mana?"))
    d.review(f"Benar? {di}: {hasil}, {len(foto or ())} foto, {'di titik itu' if lokasi else 'tanpa titik'}")
    desa.jejak.tulis("uji", "catatan", 1)
    return Kabar(Pesan("Tersimpan"), "Tersimpan #1.")


def tutup(d: Dialog, desa: Desa) -> Kabar:
    apa = d.ask("apa", YesNo("Tutup?", ya="Hapus", tidak="Jangan", petunjuk="Jawab hapus atau jangan."))
    return Kabar(Pesan("Ditutup" if apa else "Tetap buka"), "Sudah ditutup.")


def daftar_isi(d: Dialog, desa: Desa) -> Kabar:
    return Kabar(Pesan(f"Riwayat {d.argumen or 'semua'}."))


def baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """Reads the village, as pasted text is read; 'nomor 5' without a word about it."""
    nomor = next((k for k, n in DESA.items() if n.lower() in teks.lower()), None)
    if nomor:
        d.keadaan.jawaban["desa"] = nomor
    elif "nomor" in teks:
        d.keadaan.jawaban["nomor"] = 5
    return bool(nomor)


CATAT = resep(
    catatan, "catat", kata=("lapor",), baca=baca, kenali=lambda t: t.lower().startswith("laporan"), foto="foto",
    lokasi="lokasi",
)  # fmt: skip
HAPUS = resep(tutup, "hapus", kata=("tutup saja",))
RIWAYAT = resep(daftar_isi, "riwayat", langsung=True, kata=("catatan saya",))
UMUM = resep(tutup, "usul", untuk=SEMUA)
TABEL = tabel(CATAT, HAPUS, RIWAYAT, UMUM)


@pytest.fixture
def dunia() -> Dunia:
    return Dunia(TABEL)


@pytest.fixture
def mengisi(bu_sari: Obrolan) -> Obrolan:
    """In the middle of `catat`, one answer given."""
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    assert "Apa hasilnya?" in bu_sari.layar
    return bu_sari


# -- nothing is open --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ditulis", ["/catat", "catat", "Catat.", "lapor", "/CATAT", " /catat ", "/ catat"])
def test_a_command_or_its_bare_name_starts_a_conversation(bu_sari: Obrolan, ditulis: str) -> None:
    assert "Desa mana?" in bu_sari.tulis(ditulis)


@pytest.mark.parametrize("ditulis", ["/catat rapat di mayak", "catat rapat di mayak", "lapor\nmayak", "/catat\nmayak"])
def test_what_stands_behind_a_command_is_read(bu_sari: Obrolan, ditulis: str) -> None:
    assert "Yang sudah ada saya isikan; sisanya saya tanyakan.\n\nApa hasilnya?" in bu_sari.tulis(ditulis)
    assert bu_sari.jawaban == {"desa": "2007"}


def test_what_cannot_be_read_behind_a_command_is_not_passed_over_in_silence(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat rapat di bulan")
    assert "“rapat di bulan” belum bisa saya baca, jadi saya tanyakan satu per satu.\n\nDesa mana?" in bu_sari.layar


def test_a_reader_that_took_something_quietly_is_not_contradicted(bu_sari: Obrolan) -> None:
    assert bu_sari.tulis("/catat nomor 5").teks == "Desa mana?"
    assert bu_sari.jawaban == {"nomor": 5}


def test_a_text_that_is_plainly_a_report_starts_one(bu_sari: Obrolan) -> None:
    assert "Apa hasilnya?" in bu_sari.tulis("Laporan hari ini: rapat di Mayak")
    assert bu_sari.jawaban == {"desa": "2007"}


@pytest.mark.parametrize(
    ("ditulis", "isi"), [("riwayat", "semua"), ("riwayat oktober", "oktober"), ("/riwayat a\nb", "a\nb")]
)
def test_a_conversation_without_questions_is_answered_at_once(bu_sari: Obrolan, ditulis: str, isi: str) -> None:
    assert bu_sari.tulis(ditulis).teks == f"Riwayat {isi}."
    assert bu_sari.terbuka is None


@pytest.mark.parametrize("ditulis", ["halo", "pagi", "Pagi!", "menu", "/menu"])
def test_a_greeting_brings_the_menu(bu_sari: Obrolan, ditulis: str) -> None:
    assert bu_sari.tulis(ditulis).teks == "Mau apa hari ini?"


def test_a_greeting_before_a_report_is_not_taken_for_the_whole(bu_sari: Obrolan) -> None:
    assert "belum menangkap maksudnya. Kalau ini laporan kegiatan" in bu_sari.tulis(
        "pagi tadi rapat di Mayak bahas RKP Desa"
    )


@pytest.mark.parametrize("kata", ["batal", "kembali", "lewati"])
def test_universal_words_with_nothing_open_say_so(bu_sari: Obrolan, kata: str) -> None:
    assert "Tidak ada isian yang sedang terbuka.\n\nMau apa hari ini?" in bu_sari.tulis(kata)


def test_help_with_nothing_open_is_the_menu(bu_sari: Obrolan) -> None:
    assert bu_sari.tulis("bantuan").teks == "Mau apa hari ini?"


@pytest.mark.parametrize("perintah", ["/entah", "/", "/{x}", "/" + "x" * 5000])
def test_an_unknown_command_is_told_where_to_look(bu_sari: Obrolan, perintah: str) -> None:
    assert "belum ada. Ketik menu untuk melihat yang bisa dibantu." in bu_sari.tulis(perintah)


@pytest.mark.parametrize("perintah", ["catat", "batal", "entah"])
def test_another_bot_s_command_is_not_ours(mengisi: Obrolan, perintah: str) -> None:
    """A channel takes our own name away; a name that is left is another's."""
    assert mengisi.tulis(f"/{perintah}@bot_lain").teks == (
        f"Perintah /{perintah} itu untuk bot lain. Ketik menu untuk melihat yang bisa saya bantu.\n\nApa hasilnya?"
    )
    assert mengisi.terbuka


@pytest.mark.parametrize(("ditulis", "kata"), [("apa kabar?", "maksudnya.\n"), ("x" * 10_000, "Kalau ini laporan")])
def test_what_is_not_understood_is_answered_with_the_menu(bu_sari: Obrolan, ditulis: str, kata: str) -> None:
    assert kata in bu_sari.tulis(ditulis)
    assert "Mau apa hari ini?" in bu_sari.layar


def test_what_cannot_be_read_is_answered_with_the_menu(bu_sari: Obrolan) -> None:
    assert "belum bisa membaca stiker" in bu_sari.kirim(Masukan(lain="stiker"))
    assert "belum bisa membaca pesan itu" in bu_sari.tulis("")


@pytest.mark.parametrize(
    ("teks", "jawaban"), [("", {}), ("rapat di mayak", {"desa": "2007"}), ("/catat mayak", {"desa": "2007"})]
)
def test_a_picture_out_of_the_blue_starts_an_entry_with_its_caption(
    bu_sari: Obrolan, teks: str, jawaban: dict[str, str]
) -> None:
    """With a command for a caption the picture was once lost."""
    bu_sari.foto(2, teks)
    assert "Fotonya saya simpan (2 foto). Mari kita catat kegiatannya." in bu_sari.layar
    assert len(bu_sari.jawaban.pop("foto")) == 2
    assert {k: v for k, v in bu_sari.jawaban.items() if k != "foto"} == jawaban


def test_a_caption_that_cannot_be_read_is_not_passed_over_in_silence(bu_sari: Obrolan) -> None:
    bu_sari.foto(1, "/riwayat oktober")
    assert "Mari kita catat kegiatannya. “/riwayat oktober” belum bisa saya baca" in bu_sari.layar


def test_a_place_out_of_the_blue_starts_an_entry(bu_sari: Obrolan) -> None:
    assert "Lokasinya saya simpan. Mari kita catat kegiatannya.\n\nDesa mana?" in bu_sari.lokasi()
    assert bu_sari.jawaban == {"lokasi": [-6.93, 107.12]}


def test_a_picture_from_one_who_logs_nothing_is_acknowledged(dunia: Dunia) -> None:
    warga = dunia.orang("Ani", peran=None)
    assert "Kirimannya sampai, tetapi belum ada isian yang memerlukannya." in warga.foto(1)


def test_a_command_for_others_says_for_whom_it_is(dunia: Dunia) -> None:
    warga = dunia.orang("Ani", peran=None)
    for ditulis in ("/catat", "catat", "laporan hari ini"):
        warga.tulis(ditulis)
        assert "Desa mana?" not in warga.layar
    assert "“Isi catat” dipakai oleh pendamping desa." in warga.tulis("/catat")
    warga.tulis("/usul")
    assert "Tutup?" in warga.layar
    warga.tulis("/catat")
    assert "Tutup?" in warga.layar, "and leaves what is open as it was"


# -- a command in the middle ------------------------------------------------------------------------------------------


def test_another_command_in_the_middle_asks_what_becomes_of_the_draft(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    assert "“Isi catat” belum selesai. Mau dilanjutkan nanti (disimpan 7 hari), ditinggalkan, atau" in mengisi.layar
    assert mengisi.layar.tombol == ["Lanjutkan nanti", "Tinggalkan", "Teruskan mengisi"]
    assert mengisi.jawaban == {"desa": "2007"}


@pytest.mark.parametrize("pilih", ["[Lanjutkan nanti]", "lanjutkan nanti", "nanti", "Nanti.", "Lanjutkan nant"])
def test_the_draft_is_kept_for_later_and_the_command_goes_on(mengisi: Obrolan, pilih: str) -> None:
    mengisi.tulis("/hapus")
    assert "Tutup?" in (mengisi.tekan(pilih[1:-1]) if pilih[0] == "[" else mengisi.tulis(pilih))
    assert "Ditutup" in mengisi.tulis("hapus")
    assert mengisi.tulis("menu").tombol == ["Lanjutkan: Mayak", "Catat"]
    assert "Kita lanjutkan dari yang tadi.\n\nApa hasilnya?" in mengisi.tekan("Lanjutkan: Mayak")
    assert mengisi.jawaban == {"desa": "2007"}


@pytest.mark.parametrize("pilih", ["[Tinggalkan]", "tinggalkan", "Tinggalkan!", "tingalkan"])
def test_the_draft_is_left_and_the_command_goes_on(mengisi: Obrolan, pilih: str) -> None:
    mengisi.tulis("/hapus")
    assert "Tutup?" in (mengisi.tekan(pilih[1:-1]) if pilih[0] == "[" else mengisi.tulis(pilih))
    assert [p.status for p in mengisi.dunia.percakapan()] == ["batal", "terbuka"]


@pytest.mark.parametrize(
    "pilih", ["[Teruskan mengisi]", "teruskan", "Teruskan.", "lanjut", "teruskan mengisi", "kembali", "lewati"]
)
def test_the_form_is_gone_on_with(mengisi: Obrolan, pilih: str) -> None:
    """A full stop behind the word once made it the answer; *kembali* took an answer away that was not on screen."""
    mengisi.tulis("/hapus")
    layar = mengisi.tekan(pilih[1:-1]) if pilih[0] == "[" else mengisi.tulis(pilih)
    assert layar.teks == "Baik, kita teruskan.\n\nApa hasilnya?"
    assert mengisi.jawaban == {"desa": "2007"}


def test_any_other_reply_goes_on_with_the_form(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    assert "Benar? Mayak: Jalan selesai" in mengisi.tulis("Jalan selesai")


def test_or_a_long_one_or_a_picture(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    assert "Benar? Mayak: nanti, 1 foto" in mengisi.foto(1, "nanti")
    mengisi.tulis("kembali")
    mengisi.tulis("kembali")
    mengisi.tulis("/hapus")
    assert "Benar? Mayak: nanti nanti" in mengisi.tulis("nanti " * 12)


def test_yet_another_command_asks_anew(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    mengisi.tulis("/usul")
    assert "belum selesai" in mengisi.layar
    mengisi.tulis("nanti")
    assert mengisi.terbuka is not None
    assert mengisi.terbuka.dialog == "usul"


def test_the_offer_is_over_once_the_form_goes_on_by_a_tap(bu_sari: Obrolan) -> None:
    """ "nanti" was later still taken for the answer to it."""
    lama = bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    bu_sari.tulis("/hapus")
    bu_sari.tekan("Sukamaju", layar=lama)
    assert "Benar? Sukamaju: nanti" in bu_sari.tulis("nanti")


def test_batal_in_place_of_an_answer_to_the_offer_calls_the_form_off(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    assert "Dibatalkan." in mengisi.tulis("batal")
    assert mengisi.terbuka is None


def test_help_in_place_of_an_answer_to_the_offer_helps_with_the_form(mengisi: Obrolan) -> None:
    mengisi.tulis("/hapus")
    assert "Contoh: 12 usulan." in mengisi.tulis("bantuan")


def test_a_double_tap_on_a_command_asks_the_first_question_again(bu_sari: Obrolan) -> None:
    """It once asked what should become of the form that had just been opened."""
    menu = bu_sari.tulis("menu")
    bu_sari.tekan("Catat", layar=menu)
    assert bu_sari.tekan("Catat", layar=menu).teks == "Desa mana?"
    bu_sari.tulis("/catat rapat di mayak")
    assert bu_sari.jawaban == {"desa": "2007"}
    assert bu_sari.tulis("/catat rapat di mayak").teks == "Apa hasilnya?"
    assert bu_sari.dunia.hitung("percakapan") == 2


def test_a_form_without_an_answer_is_no_draft(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    assert "Tutup?" in bu_sari.tulis("/hapus")
    assert bu_sari.tulis("menu").tombol == ["Teruskan: Isi hapus", "Catat"]


def test_a_form_whose_only_answer_was_taken_back_is_a_draft(mengisi: Obrolan) -> None:
    mengisi.tulis("kembali")
    assert "belum selesai" in mengisi.tulis("/hapus")


# -- bare words in the middle -----------------------------------------------------------------------------------------


def test_a_bare_command_word_is_an_answer_where_the_question_can_use_it(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/hapus")
    assert "Ditutup" in bu_sari.tulis("hapus")
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    assert "Benar? Mayak: riwayat" in bu_sari.tulis("riwayat")


def test_else_it_is_the_command(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    sebelum = bu_sari.keadaan
    assert "Riwayat semua." in bu_sari.tulis("riwayat")
    assert "Riwayat semua." in bu_sari.tulis("catatan saya")
    assert bu_sari.keadaan.jawaban == sebelum.jawaban
    assert bu_sari.keadaan.gagal == 0, "the question has not refused anything"
    bu_sari.tulis("mayak")
    bu_sari.tulis("kembali")
    assert "belum selesai" in bu_sari.tulis("tutup saja")


def test_a_command_is_no_slip_for_an_option_nor_a_reason_to_narrow_a_list() -> None:
    """ "ubah" at "Kegiatan apa?" once was the activity with "upah"."""

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask(
            "apa",
            Choice("Apa?", [Pilihan("a", "Riwayah desa", 1), Pilihan("b", "Hapus A", 2), Pilihan("c", "Hapus B", 3)]),
        )
        return Kabar(Pesan("Selesai"))

    bu_sari = Dunia(tabel(resep(fungsi), RIWAYAT, HAPUS)).orang("Bu Sari")
    bu_sari.tulis("/uji")
    assert "Riwayat semua." in bu_sari.tulis("riwayat")
    assert "Tutup?" in bu_sari.tulis("hapus")


def test_a_bare_word_of_a_command_outside_the_menu_does_not_lead_away() -> None:
    """ "ubah" in the middle of a form is no call for /ubah, nor an answer; what is accepted is said."""
    bu_sari = Dunia(tabel(CATAT, resep(tutup, "ubah", menu=False))).orang("Bu Sari")
    bu_sari.tulis("/catat")
    assert "Pilih dari daftar, atau ketik sebagian namanya.\nKapan saja" in bu_sari.tulis("ubah")
    assert "Desa mana?" in bu_sari.layar
    bu_sari.tulis("mayak")
    assert "Benar? Mayak: ubah" in bu_sari.tulis("ubah"), "a free text takes any word"
    assert "Bagian mana yang diubah?" in bu_sari.tulis("ubah")
    assert "belum selesai" in bu_sari.tulis("/ubah")


def test_at_the_summary_its_own_words_come_first() -> None:
    """*ubah* there is the summary's own, also where it is a command."""
    bu_sari = Dunia(tabel(CATAT, resep(tutup, "ubah"), resep(tutup, "foto"), HAPUS)).orang("Bu Sari")
    for kata in ("/catat", "mayak", "Jalan selesai"):
        bu_sari.tulis(kata)
    assert "Bagian mana yang diubah?" in bu_sari.tulis("ubah")
    assert "Kirim fotonya." in bu_sari.tulis("foto")
    bu_sari.tulis("kembali")
    assert "belum selesai" in bu_sari.tulis("hapus")


def test_a_greeting_in_the_middle_is_an_answer_like_any_other(bu_sari: Obrolan) -> None:
    """ "pagi" as a reply to "Dari jam berapa?" once brought the menu."""
    bu_sari.tulis("/catat")
    assert "“pagi” belum ada dalam daftar." in bu_sari.tulis("pagi")
    assert "“pagi tadi” belum ada dalam daftar." in bu_sari.tulis("pagi tadi")


def test_a_command_with_its_argument_is_a_command_where_the_question_has_no_use_for_it(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    assert "Riwayat oktober." in bu_sari.tulis("riwayat oktober")
    bu_sari.tulis("sukamaju")
    bu_sari.tulis("kembali")
    assert "belum selesai" in bu_sari.tulis("catat rapat di mayak")


@pytest.mark.parametrize("perintah", ["menu", "/menu", "/riwayat", "/riwayat oktober"])
def test_what_is_answered_at_once_leaves_the_form_as_it_was(mengisi: Obrolan, perintah: str) -> None:
    sebelum = mengisi.keadaan
    mengisi.tulis(perintah)
    assert mengisi.layar.tombol[0] == "Teruskan: Isi catat"
    sesudah = mengisi.keadaan
    assert (sesudah.jawaban, sesudah.tanya, sesudah.gagal) == (sebelum.jawaban, sebelum.tanya, sebelum.gagal)
    assert "Benar? Mayak: Jalan selesai" in mengisi.tulis("Jalan selesai")


@pytest.mark.parametrize("ditulis", ["[Teruskan: Isi catat]", "Teruskan: Isi catat", "teruskan", "kembali"])
def test_after_it_the_form_is_taken_up_by_button_or_by_typing(mengisi: Obrolan, ditulis: str) -> None:
    """The word on the button once became the answer."""
    mengisi.tulis("menu")
    layar = mengisi.tekan(ditulis[1:-1]) if ditulis[0] == "[" else mengisi.tulis(ditulis)
    assert layar.teks == "Baik, kita teruskan.\n\nApa hasilnya?"


def test_after_it_the_form_can_be_put_aside_or_left(mengisi: Obrolan) -> None:
    mengisi.tulis("menu")
    assert "Draf disimpan 7 hari.\n\nMau apa hari ini?" in mengisi.tulis("nanti")
    mengisi.tekan("Lanjutkan: Mayak")
    mengisi.tulis("menu")
    assert mengisi.tulis("tinggalkan").tombol == ["Urungkan", "Menu"]


def test_an_unknown_command_in_the_middle_asks_the_question_again(mengisi: Obrolan) -> None:
    mengisi.tulis("/entah")
    assert "Perintah /entah belum ada." in mengisi.layar
    assert "Apa hasilnya?" in mengisi.layar


# -- buttons of other conversations -----------------------------------------------------------------------------------


def selesai(obrolan: Obrolan) -> Layar:
    lama = obrolan.tulis("/catat")
    for kata in ("mayak", "Jalan selesai", "simpan"):
        obrolan.tulis(kata)
    assert obrolan.layar.teks == "Tersimpan"
    return lama


def test_a_button_of_what_has_ended_says_how_it_ended(bu_sari: Obrolan) -> None:
    lama = selesai(bu_sari)
    assert "Yang itu sudah selesai. Tersimpan #1.\n\nMau apa hari ini?" in bu_sari.tekan("Mayak", layar=lama)
    bu_sari.tulis("/hapus")
    bu_sari.tekan("Sukamaju", layar=lama)
    assert bu_sari.layar.teks == "Yang itu sudah selesai. Tersimpan #1.\n\nTutup?"


def test_a_button_of_what_was_called_off_says_so(bu_sari: Obrolan) -> None:
    lama = bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    bu_sari.tulis("batal")
    assert "Yang itu sudah dibatalkan; tidak ada yang disimpan." in bu_sari.tekan("Mayak", layar=lama)


def test_an_option_that_is_called_lanjut_undoes_no_end() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("apa", Choice("Apa?", [Pilihan("lanjut", "Lanjut", 1), Pilihan("buang", "Buang", 2)]))
        d.ask("lalu", Text("Lalu?"))
        return Kabar(Pesan("Selesai"))

    bu_sari = Dunia(tabel(resep(fungsi), HAPUS)).orang("Bu Sari")
    lama = bu_sari.tulis("/uji")
    bu_sari.tekan("Lanjut")
    bu_sari.tulis("batal")
    assert "sudah dibatalkan" in bu_sari.tekan("Lanjut", layar=lama)
    bu_sari.tulis("/uji")
    lama = bu_sari.layar
    bu_sari.tekan("Lanjut")
    bu_sari.tulis("/hapus")
    bu_sari.tulis("nanti")
    assert "Kita lanjutkan" in bu_sari.tekan("Buang", layar=lama), "a draft is taken up, not thrown away"


def test_a_button_of_what_has_expired_says_so(mengisi: Obrolan) -> None:
    lama = mengisi.riwayat[0]
    mengisi.dunia.lewat(8 * HARI)
    assert PercakapanQ(mengisi.dunia.tx).kedaluwarsakan(mengisi.dunia.kini) == 1
    assert "Draf itu sudah lewat masa simpannya." in mengisi.tekan("Mayak", layar=lama)


def ditunda(obrolan: Obrolan) -> Layar:
    lama = obrolan.tulis("/catat")
    for kata in ("mayak", "/hapus", "nanti"):
        obrolan.tulis(kata)
    assert "Tutup?" in obrolan.layar
    return lama


def test_a_button_of_what_was_put_aside_takes_it_up_again(bu_sari: Obrolan) -> None:
    lama = ditunda(bu_sari)
    bu_sari.tulis("jangan")
    bu_sari.tekan("Sukamaju", layar=lama)
    assert bu_sari.layar.teks == "Kita lanjutkan dari yang tadi.\n\nApa hasilnya?"
    assert bu_sari.jawaban == {"desa": "2007"}


def test_and_what_is_open_is_put_aside_in_its_turn_and_it_says_so(bu_sari: Obrolan) -> None:
    lama = ditunda(bu_sari)
    bu_sari.tulis("jangan")
    bu_sari.tulis("/catat")
    bu_sari.tulis("sukamaju")
    bu_sari.tekan("Mayak", layar=lama)
    assert "Kita lanjutkan dari yang tadi. Isian yang satunya disimpan sebagai draf." in bu_sari.layar
    assert bu_sari.tulis("menu").tombol == ["Teruskan: Isi catat", "Lanjutkan: Sukamaju", "Catat"]


def test_lanjutkan_nanti_tapped_twice_puts_aside_once(bu_sari: Obrolan) -> None:
    """It once brought the draft back and put the new conversation aside."""
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    tawaran = bu_sari.tulis("/hapus")
    bu_sari.tekan("Lanjutkan nanti")
    bu_sari.tekan("Lanjutkan nanti", layar=tawaran)
    assert bu_sari.layar.teks == "Draf disimpan 7 hari.\n\nTutup?"


def test_tinggalkan_tapped_twice_leaves_once(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.tulis("mayak")
    tawaran = bu_sari.tulis("/hapus")
    bu_sari.tekan("Tinggalkan")
    bu_sari.tekan("Tinggalkan", layar=tawaran)
    assert bu_sari.layar.teks == "Yang itu sudah dibatalkan; tidak ada yang disimpan.\n\nTutup?"


def pengingat(obrolan: Obrolan) -> Layar:
    obrolan.dunia.lewat(HARI)
    (draf,) = PercakapanQ(obrolan.dunia.tx).perlu_diingatkan(obrolan.dunia.kini)
    pesan = pengingat_draf(draf, obrolan.dunia.tabel)
    assert pesan
    return Layar(pesan)


def test_a_reminder_s_tinggalkan_gives_up_a_draft_that_was_put_aside(bu_sari: Obrolan) -> None:
    """It once took it up again."""
    ditunda(bu_sari)
    bu_sari.tulis("jangan")
    layar = pengingat(bu_sari)
    bu_sari.tekan("Tinggalkan", layar=layar)
    assert bu_sari.layar.tombol == ["Urungkan", "Menu"]
    assert bu_sari.tulis("menu").tombol == ["Catat"]


def test_and_leaves_what_is_open_as_it_is(bu_sari: Obrolan) -> None:
    ditunda(bu_sari)
    bu_sari.tulis("jangan")
    layar = pengingat(bu_sari)
    bu_sari.tulis("/usul")
    bu_sari.tekan("Tinggalkan", layar=layar)
    assert bu_sari.layar.teks == "Yang itu sudah dibatalkan; tidak ada yang disimpan.\n\nTutup?"


def test_a_reminder_s_buttons_of_what_is_still_open(mengisi: Obrolan) -> None:
    layar = pengingat(mengisi)
    assert "Baik, kita teruskan." in mengisi.tekan("Teruskan", layar=layar)
    assert mengisi.tekan("Tinggalkan", layar=layar).tombol == ["Urungkan", "Menu"]
    assert "Kita lanjutkan dari yang tadi." in mengisi.tekan("Urungkan")


def test_another_person_s_button_is_answered_kindly_and_tells_nothing(mengisi: Obrolan, pak_budi: Obrolan) -> None:
    sebelum = mengisi.keadaan
    for layar in list(mengisi.riwayat):
        for tombol in layar.semua:
            pak_budi.ketuk(tombol.data)
            assert pak_budi.layar.teks == "Tombol itu dari percakapan yang sudah lewat.\n\nMau apa hari ini?"
    pak_budi.tulis("/hapus")
    pak_budi.ketuk(mengisi.riwayat[0].semua[0].data)
    assert pak_budi.layar.teks == "Tombol itu dari percakapan yang sudah lewat.\n\nTutup?"
    assert mengisi.keadaan == sebelum


@pytest.mark.parametrize(
    "data", ["~", "1", "1~desa", "1~~2007", "~desa~x", "KAPITAL~a~b", "zzzzzzzzzzzzz~a~b", "999~a~b", "😀"]
)
def test_what_no_one_wrote_on_a_button_changes_nothing(mengisi: Obrolan, data: str) -> None:
    sebelum = mengisi.jawaban
    mengisi.ketuk(data)
    assert mengisi.jawaban == sebelum
    assert "Apa hasilnya?" in mengisi.layar


def test_a_button_without_its_question_answers_no_question(bu_sari: Obrolan) -> None:
    """It was once read by whatever was being asked."""
    bu_sari.tulis("/catat")
    bu_sari.ketuk(bu_sari.layar.data("Mayak").replace("~desa~", "~~"))
    assert bu_sari.jawaban == {}


def test_an_unknown_choice_about_the_draft_goes_on_with_it(mengisi: Obrolan) -> None:
    tombol = mengisi.tulis("/hapus").data("Tinggalkan")
    assert "Baik, kita teruskan." in mengisi.ketuk(tombol.replace("buang", "entah"))


# -- a conversation this version no longer has ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ditulis", "sesudah"), [("Jalan selesai", "Mau apa"), ("riwayat", "Riwayat"), ("/hapus", "Tutup?")]
)
def test_a_conversation_that_is_no_more_is_over_and_it_says_so(mengisi: Obrolan, ditulis: str, sesudah: str) -> None:
    mengisi.dunia.tabel = tabel(HAPUS, RIWAYAT)
    mengisi.tulis(ditulis)
    assert sesudah in mengisi.layar
    if ditulis == "Jalan selesai":
        assert mengisi.layar.teks.startswith("Maaf, isian yang tadi sudah tidak bisa dilanjutkan.")
    assert mengisi.dunia.percakapan()[0].status == "kedaluwarsa"


def test_a_draft_of_a_conversation_that_is_no_more_cannot_be_taken_up(bu_sari: Obrolan) -> None:
    lama = ditunda(bu_sari)
    bu_sari.dunia.tabel = tabel(HAPUS)
    bu_sari.tekan("Mayak", layar=lama)
    assert bu_sari.layar.teks == "Tombol itu dari percakapan yang sudah lewat.\n\nTutup?"


# -- what a person may do can change ----------------------------------------------------------------------------------


def test_the_table_decides_who_may_use_what() -> None:
    def buat(**sisa: Any) -> Resep:
        return resep(tutup, **sisa)

    assert buat().untuk == frozenset(PENDAMPING)
    assert buat(untuk=("warga",)).untuk == {"warga"}


# -- commands that stand for others -----------------------------------------------------------------------------------


def beralih(**ke: str) -> Obrolan:
    """Bu Sari, with commands that say their own name unless they stand for another."""

    def sebut(nama: str) -> Resep:
        def fungsi(d: Dialog, desa: Desa) -> Kabar:
            return Kabar(Pesan(f"Ini {nama} {d.argumen}".strip()))

        jadi = ke[nama]
        return resep(fungsi, nama, langsung=True, alih=(lambda argumen: f"{jadi} {argumen}") if jadi else None)

    return Dunia(tabel(*map(sebut, ke))).orang("Bu Sari")


def test_what_stands_for_another_may_stand_for_a_third() -> None:
    assert beralih(satu="dua", dua="tiga", tiga="").tulis("/satu M-1").teks == "Ini tiga M-1"


@pytest.mark.parametrize("ke", [{"satu": "satu"}, {"satu": "dua", "dua": "satu"}])
def test_a_circle_of_commands_ends(ke: dict[str, str]) -> None:
    assert beralih(**ke).tulis("/satu M-1").teks.endswith(" M-1")


def test_one_that_is_not_theirs_is_not_gone_on_to() -> None:
    assert beralih(satu="dua", dua="entah").tulis("/satu M-1").teks == "Ini dua M-1"


def test_the_word_alone_takes_back_what_was_called_off(mengisi: Obrolan) -> None:
    semula = mengisi.layar.teks
    mengisi.tulis("batal")
    layar = mengisi.tulis("Urungkan.")
    assert layar.teks.startswith("Kita lanjutkan dari yang tadi.")
    assert layar.teks.endswith(semula.splitlines()[-1])
    mengisi.tulis("batal")
    mengisi.dunia.lewat(601)
    assert "belum menangkap" in mengisi.tulis("urungkan")


def test_there_may_be_nothing_to_take_back(mengisi: Obrolan) -> None:
    mengisi.tulis("nanti")
    mengisi.tulis("/menu")
    assert "Kita lanjutkan" not in mengisi.tulis("tidak jadi batal")
