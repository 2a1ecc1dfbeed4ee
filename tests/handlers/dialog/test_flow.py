"""What can happen to the one open conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from data.desa import Desa
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Number, Photos, Pilihan, Search, Text, YesNo, optional
from handlers.dialog.tolak import Tolak
from tests.handlers.dialog.obrolan import Dunia, Layar, Obrolan, resep, tabel

RINGKASAN = "Sudah benar?"
LANCAR = ("sukamaju", "pantau fisik", "di desa", "kemarin", "9-11", "Rabat beton 60 persen.")


def jawab(obrolan: Obrolan, balasan: Iterable[str]) -> Layar:
    for satu in balasan:
        obrolan.tulis(satu)
    return obrolan.layar


@pytest.fixture
def di_ringkasan(bu_sari: Obrolan) -> Obrolan:
    """The real `catat`, everything answered, nothing saved."""
    jawab(bu_sari, ("/catat", *LANCAR))
    assert RINGKASAN in bu_sari.layar
    return bu_sari


# -- kembali ------------------------------------------------------------------------------------------------------


def test_kembali_goes_back_along_the_order_asked_to_the_first_question(di_ringkasan: Obrolan) -> None:
    for kata in (
        "Apa hasilnya?",
        "Dari jam berapa",
        "Tanggal berapa?",
        "Di mana kegiatannya?",
        "Kegiatan apa?",
        "Desa",
    ):
        assert kata in di_ringkasan.tulis("kembali"), kata
    assert "Ini pertanyaan pertama. Ketik batal kalau ingin berhenti." in di_ringkasan.tulis("kembali")
    assert "Desa mana?" in di_ringkasan.layar


def test_on_the_way_forth_again_every_former_answer_is_one_word_away(di_ringkasan: Obrolan) -> None:
    sebelum = di_ringkasan.jawaban
    jawab(di_ringkasan, ["kembali"] * 6)
    jawab(di_ringkasan, ["tetap"] * 5)
    assert di_ringkasan.layar.tombol == ["Tetap: Rabat beton 60 persen."]
    di_ringkasan.tekan("Tetap: Rabat beton 60 persen.")
    assert RINGKASAN in di_ringkasan.layar
    assert di_ringkasan.jawaban == sebelum


@pytest.mark.parametrize("ditulis", ["tetap", "Tetap.", "Tetap: Rabat beton 60 pe…", "tetap: rabat beton 60 persen."])
def test_a_former_answer_is_kept_by_typing_what_its_button_says(di_ringkasan: Obrolan, ditulis: str) -> None:
    """The word once became the answer."""
    di_ringkasan.tulis("kembali")
    di_ringkasan.tulis(ditulis)
    assert di_ringkasan.jawaban["hasil"] == "Rabat beton 60 persen."


def test_kembali_passes_over_what_the_summary_had_offered(di_ringkasan: Obrolan) -> None:
    """From the summary it once went to the last question and back to the summary, for ever."""
    di_ringkasan.foto(2)
    jawab(di_ringkasan, ("selesai", "+ Masalah", "Semen terlambat", "TPK memesan lagi"))
    sebelum = di_ringkasan.jawaban
    urutan = ("Apa tindak lanjutnya?", "Ada masalah apa", "2 foto sudah masuk", "Apa hasilnya?", "Dari jam berapa")
    for kata in urutan:
        assert kata in di_ringkasan.tulis("kembali"), kata
    assert {k: v for k, v in sebelum.items() if k in ("foto", "masalah")} == {
        k: v for k, v in di_ringkasan.jawaban.items() if k in ("foto", "masalah")
    }
    jawab(di_ringkasan, ("tetap", "tetap", "tetap"))
    assert RINGKASAN in di_ringkasan.layar
    assert di_ringkasan.jawaban == sebelum


def test_kembali_from_an_offered_question_returns_to_the_summary(di_ringkasan: Obrolan) -> None:
    di_ringkasan.tekan("+ Masalah")
    assert RINGKASAN in di_ringkasan.tulis("kembali")
    assert "masalah" not in di_ringkasan.jawaban


def test_kembali_out_of_ubah_restores_the_old_answer(di_ringkasan: Obrolan) -> None:
    for bagian in ("Desa", "Jam", "Hasil"):
        sebelum = di_ringkasan.jawaban
        di_ringkasan.tekan("Ubah")
        di_ringkasan.tekan(bagian)
        assert bagian.lower() not in di_ringkasan.jawaban
        assert RINGKASAN in di_ringkasan.tulis("kembali")
        assert di_ringkasan.jawaban == sebelum


def test_kembali_out_of_ubah_restores_a_skipped_answer_too(bu_sari: Obrolan) -> None:
    jawab(bu_sari, ("/catat", "sukamaju", "posyandu", "di desa", "kemarin", "9-11", "46 balita ditimbang", "lewati"))
    assert bu_sari.jawaban["peserta"] is None
    jawab(bu_sari, ("ubah", "peserta", "kembali"))
    assert RINGKASAN in bu_sari.layar
    assert bu_sari.jawaban["peserta"] is None


def test_kembali_out_of_what_was_offered_again_after_it_was_emptied_leaves_it_empty(di_ringkasan: Obrolan) -> None:
    jawab(di_ringkasan, ("masalah", "Semen terlambat", "lewati", "ubah", "masalah", "lewati"))
    assert "Baik, bagian itu dikosongkan." in di_ringkasan.layar
    di_ringkasan.tekan("+ Masalah")
    assert di_ringkasan.layar.tombol == ["Tetap: Semen terlambat", "Lewati"]
    di_ringkasan.tulis("kembali")
    assert "masalah" not in di_ringkasan.jawaban
    assert "+ Masalah" in di_ringkasan.layar.tombol


def test_kembali_while_searching_first_leaves_what_was_found() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        pilihan = {n: Pilihan(n, "Sukamaju", n) for n in "ab"}
        d.ask("nama", Text("Siapa?"))
        d.ask("desa", Search("Desa mana?", lambda _: list(pilihan.values()), pilihan.get))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    jawab(obrolan, ("/uji", "Asep", "sukamaju"))
    assert "Desa mana?" in obrolan.tulis("kembali")
    assert "Siapa?" in obrolan.tulis("kembali")


# -- ubah ---------------------------------------------------------------------------------------------------------


def test_ubah_lists_only_the_branch_taken_and_returns_to_the_summary() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        ada = d.ask("ada", YesNo("Ada masalah?"))
        isi = d.ask("apa", Text("Masalah apa?")) if ada else d.ask("kesan", Text("Bagaimana kesannya?"))
        d.review(f"Benar? {isi}")
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    lama = obrolan.tulis("/uji")
    jawab(obrolan, ("ya", "Hujan terus", "ubah"))
    assert obrolan.layar.daftar == ["Ada", "Apa"]
    obrolan.tekan("Tidak", layar=lama)
    assert "Bagaimana kesannya?" in obrolan.layar
    jawab(obrolan, ("Senang sekali", "ubah"))
    assert obrolan.layar.daftar == ["Ada", "Kesan"]
    assert "Benar? Senang sekali" in obrolan.tulis("ringkasan")
    obrolan.tekan("Ya", layar=lama)
    assert "Benar? Hujan terus" in obrolan.layar, "the other branch kept its answer"


def test_ubah_of_each_part_changes_that_part_alone(di_ringkasan: Obrolan) -> None:
    for bagian, baru, kunci in (
        ("Desa", "mayak", "desa"),
        ("Kegiatan", "blt desa", "kegiatan"),
        ("Di mana", "daring", "cara"),
        ("Tanggal", "17/11", "tanggal"),
        ("Jam", "13-15", "jam"),
        ("Hasil", "Sudah 80 persen.", "hasil"),
    ):
        sebelum = di_ringkasan.jawaban
        di_ringkasan.tekan("Ubah")
        di_ringkasan.tekan(bagian)
        assert RINGKASAN in di_ringkasan.tulis(baru), bagian
        berbeda = {k for k in sebelum if sebelum[k] != di_ringkasan.jawaban[k]}
        assert berbeda == {kunci}


def test_ubah_is_refused_and_mended(di_ringkasan: Obrolan) -> None:
    jawab(di_ringkasan, ("ubah", "jam", "25-30"))
    assert "Jam 25.00 tidak ada." in di_ringkasan.layar
    assert "10.00–12.00" in di_ringkasan.tulis("10-12")


# -- lewati, bantuan, batal -----------------------------------------------------------------------------------------


def test_lewati_works_only_where_the_question_may_be_left_out(di_ringkasan: Obrolan) -> None:
    assert "Bagian ini perlu diisi dulu, ya. Pilih Simpan, Ubah, atau Batal." in di_ringkasan.tulis("lewati")
    di_ringkasan.tulis("kembali")
    assert "Bagian ini perlu diisi dulu, ya. Contoh:" in di_ringkasan.tulis("lewati")


def test_lewati_out_of_ubah_leaves_a_required_answer_as_it_was(di_ringkasan: Obrolan) -> None:
    jawab(di_ringkasan, ("ubah", "hasil", "lewati"))
    assert RINGKASAN in di_ringkasan.layar
    assert di_ringkasan.jawaban["hasil"] == "Rabat beton 60 persen."


def test_lewati_empties_what_was_only_offered_and_nothing_is_lost(di_ringkasan: Obrolan) -> None:
    """There was no way to take a problem out of an entry again."""
    jawab(di_ringkasan, ("masalah", "Semen terlambat", "lewati", "ubah", "masalah"))
    assert "kembali, lewati, menu" in di_ringkasan.tulis("bantuan")
    assert "Masalah:" not in di_ringkasan.tulis("lewati")
    jawab(di_ringkasan, ("+ masalah", "tetap"))
    assert "Masalah: Semen terlambat" in di_ringkasan.layar


@pytest.mark.parametrize("lewat", ["lewati", "[Lewati]", "[Lewati][Lewati]"])
def test_lewati_of_an_offered_question_never_answered_just_returns(di_ringkasan: Obrolan, lewat: str) -> None:
    """It had no button: who opened it by mistake wrote "tidak ada", and that was stored."""
    lama = di_ringkasan.tekan("+ Masalah")
    if lewat == "lewati":
        di_ringkasan.tulis(lewat)
    for _ in range(lewat.count("[")):
        di_ringkasan.tekan("Lewati", layar=lama)
    assert di_ringkasan.layar.teks.startswith(RINGKASAN)
    assert "+ Masalah" in di_ringkasan.layar.tombol


@pytest.mark.parametrize("kosong", ["[Kosongkan]", "kosongkan", "lewati"])
def test_kosongkan_takes_out_what_was_there_and_says_so(di_ringkasan: Obrolan, kosong: str) -> None:
    jawab(di_ringkasan, ("masalah", "Semen terlambat", "lewati", "ubah", "masalah"))
    assert di_ringkasan.layar.tombol == ["Tetap: Semen terlambat", "Kosongkan"]
    lama = di_ringkasan.layar
    di_ringkasan.tekan(kosong[1:-1]) if kosong[0] == "[" else di_ringkasan.tulis(kosong)
    assert di_ringkasan.layar.teks.startswith(f"Baik, bagian itu dikosongkan.\n\n{RINGKASAN}")
    jawab(di_ringkasan, ("+ masalah", "Hujan terus"))
    di_ringkasan.tekan("Kosongkan", layar=lama)
    assert di_ringkasan.jawaban["masalah"] == "Hujan terus", "an old button empties nothing behind one's back"
    assert "Jawaban Anda tidak berubah." in di_ringkasan.layar


def test_an_old_lewati_leaves_no_other_question(di_ringkasan: Obrolan) -> None:
    di_ringkasan.foto(1)
    di_ringkasan.tulis("selesai")
    lama = di_ringkasan.tekan("+ Peserta")
    jawab(di_ringkasan, ("lewati", "masalah", "Semen terlambat", "lewati", "ubah", "masalah"))
    di_ringkasan.tekan("Lewati", layar=lama)
    assert "Ada masalah apa" in di_ringkasan.layar
    di_ringkasan.tulis("kembali")
    assert "Masalah: Semen terlambat" in di_ringkasan.layar


def test_a_place_that_is_offered_leaves_the_keyboard_to_the_channel(di_ringkasan: Obrolan) -> None:
    layar = di_ringkasan.tekan("+ Lokasi")
    assert (layar.label, layar.pesan.minta) == ([], "lokasi")
    assert RINGKASAN in di_ringkasan.tulis("lewati")


def test_the_summary_s_own_buttons_lead_out_of_the_question_it_opened(di_ringkasan: Obrolan) -> None:
    """They were all refused, and the question had no button to leave by."""
    lama = di_ringkasan.layar
    di_ringkasan.tekan("+ Lokasi")
    assert "Ada masalah apa" in di_ringkasan.tekan("+ Masalah", layar=lama)
    assert "Bagian mana yang diubah?" in di_ringkasan.tekan("Ubah", layar=lama)
    di_ringkasan.tekan("Hasil")
    assert "hasil" not in di_ringkasan.jawaban
    assert "Tersimpan" in di_ringkasan.tekan("Simpan", layar=lama)
    assert [k.hasil for k in di_ringkasan.catatan] == ["Rabat beton 60 persen."]


def test_bantuan_says_what_is_accepted_and_what_always_works(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    for kata in ("bantuan", "help", "?", "/help", "tolong"):
        bu_sari.tulis(kata)
        assert "Pilih desanya, atau ketik sebagian namanya.\nKapan saja boleh ketik: kembali, menu" in bu_sari.layar
        assert "Desa mana?" in bu_sari.layar


@pytest.mark.parametrize("kata", ["batal", "/batal", "Batalkan", "stop", "cancel"])
def test_batal_saves_nothing_and_can_be_undone(di_ringkasan: Obrolan, kata: str) -> None:
    sebelum = di_ringkasan.jawaban
    assert "Dibatalkan. Tidak ada yang disimpan." in di_ringkasan.tulis(kata)
    assert di_ringkasan.terbuka is None
    assert di_ringkasan.layar.tombol == ["Urungkan", "Menu"]
    assert di_ringkasan.dunia.hitung("kegiatan") == 0
    urungkan = di_ringkasan.layar
    assert "Kita lanjutkan dari yang tadi." in di_ringkasan.tekan("Urungkan")
    assert di_ringkasan.jawaban == sebelum
    assert "Baik, kita teruskan." in di_ringkasan.tekan("Urungkan", layar=urungkan), "a double tap does no harm"
    assert "Tersimpan" in di_ringkasan.tulis("simpan")


# -- after refusals -------------------------------------------------------------------------------------------------


def test_after_two_refusals_the_hint_is_shown_unasked() -> None:
    class Bisu(Text):
        def _periksa(self, teks: str) -> str:
            if teks != "sandi":
                raise Tolak("Belum.")
            return teks

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("isi", Bisu("Apa katanya?", petunjuk="Contoh: sandi."))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    assert "Contoh" not in obrolan.tulis("satu")
    assert "Apa katanya?\n\nContoh: sandi." in obrolan.tulis("dua")
    assert "Contoh" in obrolan.tulis("tiga")
    obrolan.kirim(Masukan(lain="stiker"))
    assert "Contoh" not in obrolan.tulis("empat"), "only refusals in a row count"
    assert "Selesai" in obrolan.tulis("sandi")


# -- old buttons of the same conversation ----------------------------------------------------------------------------


def test_an_old_button_changes_that_old_answer_and_says_so(bu_sari: Obrolan) -> None:
    lama = bu_sari.tulis("/catat")
    jawab(bu_sari, LANCAR[:4])
    bu_sari.tekan("Mayak", layar=lama)
    assert bu_sari.layar.teks.startswith("Diganti: Desa → Mayak.\n\nDari jam berapa")
    assert bu_sari.jawaban["desa"].endswith(".2007")


def test_the_same_answer_tapped_again_says_so_and_changes_nothing(bu_sari: Obrolan) -> None:
    lama = bu_sari.tulis("/catat")
    bu_sari.tekan("Sukamaju")
    sebelum = bu_sari.keadaan
    for _ in range(2):
        bu_sari.tekan("Sukamaju", layar=lama)
        assert bu_sari.layar.teks.startswith("Sudah tercatat: Sukamaju.\n\nKegiatan apa?")
        assert bu_sari.keadaan == sebelum


def test_tetap_tapped_twice_says_so(di_ringkasan: Obrolan) -> None:
    lama = di_ringkasan.tulis("kembali")
    di_ringkasan.tekan("Tetap: Rabat beton 60 persen.")
    di_ringkasan.tekan("Tetap: Rabat beton 60 persen.", layar=lama)
    assert "Sudah tercatat: Rabat beton 60 persen." in di_ringkasan.layar


def test_an_old_tetap_is_never_taken_for_a_newer_answer(di_ringkasan: Obrolan) -> None:
    lama = di_ringkasan.tulis("kembali")
    jawab(di_ringkasan, ("Sudah 80 persen.", "kembali"))
    assert di_ringkasan.layar.tombol == ["Tetap: Sudah 80 persen."]
    di_ringkasan.tekan("Tetap: Rabat beton 60 persen.", layar=lama)
    assert "Jawaban yang itu sudah berganti." in di_ringkasan.layar
    assert "hasil" not in di_ringkasan.jawaban
    di_ringkasan.tulis("tetap")
    assert di_ringkasan.jawaban["hasil"] == "Sudah 80 persen."
    di_ringkasan.tekan("Tetap: Rabat beton 60 persen.", layar=lama)
    assert di_ringkasan.jawaban["hasil"] == "Sudah 80 persen."
    assert "Jawaban yang itu sudah berganti." in di_ringkasan.layar


def test_an_old_answer_that_no_longer_fits_is_refused_and_the_answer_stays() -> None:
    batas = {"maksimal": 9}

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("desa", Choice("Desa?", [Pilihan(f"d{n}", f"Dusun {n}", n) for n in range(batas["maksimal"])]))
        d.ask("hasil", Text("Apa hasilnya?"))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    lama = obrolan.tulis("/uji")
    obrolan.tulis("dusun 2")
    batas["maksimal"] = 5
    obrolan.tekan("Dusun 7", layar=lama)
    assert obrolan.layar.teks.startswith("Pilihan itu sudah tidak ada dalam daftar.")
    assert "Apa hasilnya?" in obrolan.layar
    assert obrolan.jawaban == {"desa": "d2"}


def test_an_old_page_button_opens_its_question_again_and_kembali_puts_the_answer_back(di_ringkasan: Obrolan) -> None:
    lama = next(layar for layar in di_ringkasan.riwayat if "Kegiatan apa?" in layar)
    sebelum = di_ringkasan.jawaban
    di_ringkasan.tekan("Asistensi ›", layar=lama)
    assert "Asistensi: Kegiatan apa?" in di_ringkasan.layar
    di_ringkasan.tulis("kembali")
    assert "Kegiatan apa?" in di_ringkasan.layar
    assert RINGKASAN in di_ringkasan.tulis("kembali")
    assert di_ringkasan.jawaban == sebelum


def test_a_button_of_a_question_not_asked_now_is_no_answer_to_the_one_that_is(di_ringkasan: Obrolan) -> None:
    lama = di_ringkasan.layar
    di_ringkasan.tulis("kembali")
    di_ringkasan.tekan("Simpan", layar=lama)
    assert "Tombol itu bukan untuk pertanyaan ini. Jawaban Anda tidak berubah." in di_ringkasan.layar
    assert "Apa hasilnya?" in di_ringkasan.layar
    assert di_ringkasan.dunia.hitung("kegiatan") == 0


def test_a_tap_elsewhere_does_not_lose_the_question_that_was_open(di_ringkasan: Obrolan) -> None:
    """A problem being rewritten once fell out of the entry when an old village button was tapped."""
    lama = next(layar for layar in di_ringkasan.riwayat if "Desa mana?" in layar)
    jawab(di_ringkasan, ("masalah", "Semen terlambat", "lewati", "ubah", "masalah"))
    di_ringkasan.tekan("Mayak", layar=lama)
    assert "Diganti: Desa → Mayak." in di_ringkasan.layar
    assert "Ada masalah apa" in di_ringkasan.layar
    assert "Masalah: Semen terlambat" in di_ringkasan.tulis("kembali")


def test_an_old_page_turned_while_another_question_is_open_puts_that_answer_back(di_ringkasan: Obrolan) -> None:
    lama = next(layar for layar in di_ringkasan.riwayat if "Kegiatan apa?" in layar)
    sebelum = di_ringkasan.jawaban
    jawab(di_ringkasan, ("ubah", "hasil"))
    di_ringkasan.tekan("Asistensi ›", layar=lama)
    assert di_ringkasan.jawaban["hasil"] == sebelum["hasil"]
    jawab(di_ringkasan, ("kembali", "kembali"))
    assert di_ringkasan.jawaban == sebelum


def test_a_refused_tap_on_an_offered_question_opens_it() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        d.ask("hasil", Text("Apa hasilnya?"))
        d.offer("dusun", Choice("Dusun mana?", [Pilihan("a", "Cisarua", "a")]))
        d.review("Benar?")
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    jawab(obrolan, ("/uji", "Jalan selesai", "+ dusun"))
    tombol = obrolan.layar.data("Cisarua")
    obrolan.tulis("kembali")
    obrolan.ketuk(tombol + "x")
    assert "sudah tidak ada dalam daftar" in obrolan.layar
    assert "Dusun mana?" in obrolan.layar
    assert "Benar?" in obrolan.tulis("kembali")
    obrolan.ketuk(tombol)
    assert obrolan.jawaban["dusun"] == "a", "a button answers its own question, asked or not"


# -- saving -------------------------------------------------------------------------------------------------------


def test_simpan_tapped_twice_makes_one_entry_and_says_so(di_ringkasan: Obrolan) -> None:
    lama = di_ringkasan.layar
    assert "Tersimpan #K-2611-0001" in di_ringkasan.tekan("Simpan")
    for _ in range(2):
        di_ringkasan.tekan("Simpan", layar=lama)
        assert "Yang itu sudah selesai. Tersimpan #K-2611-0001; tidak dicatat dua kali." in di_ringkasan.layar
    assert [k.hasil for k in di_ringkasan.catatan] == ["Rabat beton 60 persen."]


def test_what_is_stored_is_what_was_answered(di_ringkasan: Obrolan) -> None:
    di_ringkasan.foto(2)
    jawab(di_ringkasan, ("selesai", "lokasi", "-6.93, 107.12", "masalah", "Semen terlambat", "TPK memesan", "peserta"))
    jawab(di_ringkasan, ("22 L 12 P", "simpan"))
    (catatan,) = di_ringkasan.catatan
    assert (catatan.tanggal, catatan.jam, catatan.cara) == ("2026-11-19", "09:00-11:00", "desa")
    assert (catatan.peserta, catatan.peserta_l, catatan.peserta_p) == (34, 22, 12)
    assert (catatan.masalah, catatan.tindak_lanjut) == ("Semen terlambat", "TPK memesan")
    assert catatan.lokasi == "-6.93,107.12"
    assert len(di_ringkasan.desa.kegiatan.foto(catatan.id)) == 2


# -- what is no text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lain", ["stiker", "pesan suara", "video", "kontak", "dokumen"])
def test_what_cannot_be_read_is_answered_kindly_with_the_question(bu_sari: Obrolan, lain: str) -> None:
    bu_sari.tulis("/catat")
    bu_sari.kirim(Masukan(lain=lain))
    assert f"Maaf, saya belum bisa membaca {lain}." in bu_sari.layar
    assert "Desa mana?" in bu_sari.layar


def test_the_words_beside_what_cannot_be_read_are_read(bu_sari: Obrolan) -> None:
    """They were once thrown away."""
    bu_sari.tulis("/catat")
    bu_sari.kirim(Masukan(lain="video", teks="sukamaju"))
    assert "Maaf, saya belum bisa membaca video; tulisannya saya baca." in bu_sari.layar
    assert "Kegiatan apa?" in bu_sari.layar


@pytest.mark.parametrize("teks", ["", "   ", "\n\t"])
def test_an_empty_message_is_answered_with_the_question(bu_sari: Obrolan, teks: str) -> None:
    bu_sari.tulis("/catat")
    assert "belum bisa membaca pesan itu" in bu_sari.tulis(teks)
    assert "Desa mana?" in bu_sari.layar


def test_text_that_is_only_invisible_is_refused_like_any_other(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.tulis("\u200b\u200b")
    assert "Desa mana?" in bu_sari.layar
    assert "Kegiatan apa?" in bu_sari.tulis("mayak")


def test_ten_thousand_characters_do_no_harm_at_any_question(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    for balasan in (*LANCAR, "masalah"):
        for panjang in ("x" * 10_000, "1 " * 5_000, "\n" * 9_999 + "x", "🙏" * 10_000):
            sebelum = bu_sari.jawaban
            bu_sari.tulis(panjang)
            assert bu_sari.jawaban == sebelum
        bu_sari.tulis(balasan)


def test_a_summary_of_long_texts_still_shows_every_part_in_one_message(di_ringkasan: Obrolan) -> None:
    jawab(di_ringkasan, ("ubah", "hasil", "kata " * 799, "masalah", "aduh " * 799, "lalu " * 799))
    for bagian in ("Desa Sukamaju", "Hasil: kata", "Masalah: aduh", "Tindak lanjut: lalu", "⚠ Dicatat mundur"):
        assert bagian in di_ringkasan.layar
    assert "…" in di_ringkasan.layar
    assert len(di_ringkasan.jawaban["masalah"]) == 799 * 5 - 1


# -- pictures and places at the wrong moment --------------------------------------------------------------------------


def test_a_picture_before_its_question_is_kept_and_its_caption_answers(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    bu_sari.foto(2)
    assert bu_sari.layar.teks == "Fotonya saya simpan untuk catatan ini (2 foto).\n\nDesa mana?"
    bu_sari.foto(1, "sukamaju")
    assert "Fotonya saya simpan untuk catatan ini (3 foto).\n\nKegiatan apa?" in bu_sari.layar
    bu_sari.foto(1, "entah")
    assert "(4 foto)" in bu_sari.layar
    assert "“entah” belum ada dalam daftar." in bu_sari.layar
    jawab(bu_sari, LANCAR[1:])
    assert "Foto: 4" in bu_sari.layar


def test_a_caption_meant_for_a_question_that_must_wait_waits(bu_sari: Obrolan) -> None:
    jawab(bu_sari, ("/catat", *LANCAR[:5]))
    bu_sari.dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-19' WHERE wilayah LIKE '%.2013'")
    bu_sari.foto(1, "Rabat beton selesai")
    assert "Fotonya saya simpan untuk catatan ini (1 foto).\n“Rabat beton selesai” saya simpan dulu." in bu_sari.layar
    jawab(bu_sari, ("mayak", "tetap"))
    assert "Hasil: Rabat beton selesai" in bu_sari.layar


@pytest.mark.parametrize("kata", ["batal", "/catat", "riwayat", "/batal"])
def test_a_caption_is_never_a_command(bu_sari: Obrolan, kata: str) -> None:
    """The picture was once lost with it."""
    bu_sari.tulis("/catat")
    bu_sari.foto(1, kata)
    assert "Fotonya saya simpan" in bu_sari.layar
    assert "Desa mana?" in bu_sari.layar
    assert len(bu_sari.jawaban["foto"]) == 1


def test_pictures_that_did_not_arrive_are_never_stored(bu_sari: Obrolan) -> None:
    """One without a file once brought *Simpan* down."""
    bu_sari.tulis("/catat")
    bu_sari.kirim(Masukan(foto=(Foto(), Foto())))
    assert "2 foto belum berhasil diunduh. Tolong kirim lagi, ya." in bu_sari.layar
    assert bu_sari.jawaban == {}
    bu_sari.kirim(Masukan(foto=(Foto(), *bu_sari.gambar(1))))
    assert "(1 foto). 1 foto belum berhasil diunduh." in bu_sari.layar
    jawab(bu_sari, (*LANCAR, "simpan"))
    assert "Tersimpan" in bu_sari.layar


def test_the_same_picture_sent_twice_is_kept_once_and_there_is_an_end(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    foto = bu_sari.gambar(1)
    for _ in range(2):
        bu_sari.kirim(Masukan(foto=foto))
    assert "(1 foto)" in bu_sari.layar
    bu_sari.foto(25)
    assert "(20 foto). Yang muat 20 foto; 6 foto terakhir tidak dipakai." in bu_sari.layar


def test_more_pictures_sent_to_the_summary_join_those_there_are(di_ringkasan: Obrolan) -> None:
    """It asked for them and threw them away."""
    di_ringkasan.foto(2)
    di_ringkasan.tulis("selesai")
    di_ringkasan.foto(1)
    assert "Fotonya saya simpan untuk catatan ini (3 foto)." in di_ringkasan.layar
    assert "Foto: 3" in di_ringkasan.layar
    di_ringkasan.tulis("ubah")
    di_ringkasan.foto(1)
    assert "Foto: 4" in di_ringkasan.layar, "what Simpan will save is on the screen"


def test_another_place_sent_to_the_summary_replaces_the_first(di_ringkasan: Obrolan) -> None:
    di_ringkasan.lokasi(-6.93, 107.12)
    di_ringkasan.lokasi(-6.5, 107.5)
    assert "Lokasi: -6.5, 107.5" in di_ringkasan.layar


def test_a_place_before_its_question_is_kept_unless_it_is_abroad(bu_sari: Obrolan) -> None:
    bu_sari.tulis("/catat")
    assert "Titik itu di luar Indonesia." in bu_sari.lokasi(51.5, 0.1)
    assert bu_sari.jawaban == {}
    assert "Lokasinya saya simpan untuk catatan ini.\n\nDesa mana?" in bu_sari.lokasi()
    assert "Lokasi: -6.93, 107.12" in jawab(bu_sari, LANCAR)


def test_a_place_at_the_picture_question_and_a_picture_at_the_place_question_are_kept(di_ringkasan: Obrolan) -> None:
    """Each was once refused by the other's question, and lost."""
    di_ringkasan.tekan("+ Foto")
    assert "Lokasinya saya simpan untuk catatan ini.\n\nSilakan kirim fotonya" in di_ringkasan.lokasi()
    di_ringkasan.foto(1)
    di_ringkasan.tulis("selesai")
    jawab(di_ringkasan, ("ubah", "lokasi"))
    assert "(2 foto).\n\nDi titik mana?" in di_ringkasan.foto(1)
    di_ringkasan.lokasi(-6.5, 107.5)
    assert "Foto: 2\nLokasi: -6.5, 107.5" in di_ringkasan.layar


def test_a_picture_where_none_is_kept_is_acknowledged_and_its_caption_read() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        return Kabar(Pesan(f"Selesai {d.ask('isi', Number('Berapa?'))}"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    assert "Kirimannya sampai, tetapi di sini belum diperlukan.\n\nBerapa?" in obrolan.foto(1)
    assert "Kirimannya sampai" in obrolan.lokasi()
    assert "Selesai 12" in obrolan.foto(1, "12")


def test_a_picture_goes_to_its_question_through_what_is_around_it() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        foto = d.ask("gambar", optional(Photos("Kirim fotonya.")))
        return Kabar(Pesan(f"Selesai {len(foto or ())}"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    obrolan.tulis("/uji")
    assert "2 foto sudah masuk" in obrolan.foto(2)
    assert "Selesai 2" in obrolan.tulis("selesai")


# -- what is left when there is nothing to ask ------------------------------------------------------------------------


def test_a_conversation_with_nothing_left_to_ask_ends_whatever_is_said() -> None:
    """As when the entry that was to be changed has been deleted in the meantime."""
    semua: list[Callable[[Obrolan], Layar]] = [
        *(lambda o, kata=kata: o.tulis(kata) for kata in ("apa saja", "kembali", "lewati", "bantuan")),
        lambda o: o.foto(1),
        lambda o: o.tekan("Ya", layar=o.riwayat[0]),
        lambda o: o.tekan("Jadi", layar=o.riwayat[1]),
    ]
    for kirim in semua:
        ada = [True]

        def fungsi(d: Dialog, desa: Desa, ada: list[bool] = ada) -> Kabar:
            if ada[0]:
                d.ask("satu", YesNo("Satu?"))
                d.ask("dua", YesNo("Dua?", ya="Jadi", tidak="Urung"))
            return Kabar(Pesan("Catatannya sudah tidak ada."))

        obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
        obrolan.tulis("/uji")
        obrolan.tulis("ya")
        ada[0] = False
        kirim(obrolan)
        assert "Catatannya sudah tidak ada." in obrolan.layar
        assert obrolan.terbuka is None
