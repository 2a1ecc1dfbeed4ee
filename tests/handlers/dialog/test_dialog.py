"""The rules that make running again from the top safe."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from data.desa import Desa
from handlers.dialog.dialog import Dialog, Kabar, sebutan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Location, Number, Photos, Pilihan, Text, TimeRange, YesNo, optional
from tests.handlers.dialog.obrolan import JAM, Dunia, Obrolan, resep, tabel

DESA = ("Sukamaju", "Mayak", "Sukamanah")


@dataclass
class Versi:
    """A conversation that a deploy changes under the person's hands."""

    tanya: list[tuple[str, Any]] = field(default_factory=list)
    tawar: list[tuple[str, Any]] = field(default_factory=list)
    tulisan: int = 0
    selesai: list[dict[str, Any]] = field(default_factory=list)
    ringkas: bool = True

    def __call__(self, d: Dialog, desa: Desa) -> Kabar:
        desa.jejak.tulis("uji", "sebelum", 1)
        isi = {kunci: d.ask(kunci, question) for kunci, question in self.tanya}
        isi |= {kunci: d.offer(kunci, question) for kunci, question in self.tawar}
        if self.ringkas:
            d.review("Benar?\n" + "\n".join(f"{s.label}: {s.isi}" for s in d.jalur))
        desa.jejak.tulis("uji", "sesudah", 1)
        self.selesai.append(isi)
        return Kabar(Pesan("Tersimpan"), "Tersimpan satu")

    def mulai(self, **sisa: Any) -> Obrolan:
        obrolan = Dunia(tabel(resep(self, **sisa))).orang("Bu Sari")
        obrolan.tulis("/uji")
        return obrolan


def pilih(*nama: str) -> Choice[str]:
    return Choice("Desa mana?", [Pilihan(n.lower(), n, n) for n in nama])


def awal() -> Versi:
    return Versi([("desa", pilih(*DESA)), ("jumlah", Number("Berapa RT?")), ("hasil", Text("Apa hasilnya?"))])


def jejak(obrolan: Obrolan) -> list[str]:
    return [r["tabel"] for r in obrolan.dunia.tx.all("SELECT tabel FROM jejak WHERE apa = 'uji' ORDER BY id")]


# -- writes -------------------------------------------------------------------------------------------------------


def test_what_is_written_before_the_last_question_is_undone() -> None:
    obrolan = awal().mulai()
    for kata in ("mayak", "entah", "4", "kembali", "5", "Jalan selesai", "bantuan", "ubah", "kembali"):
        obrolan.tulis(kata)
        assert jejak(obrolan) == [], kata
    obrolan.tulis("simpan")
    assert jejak(obrolan) == ["sebelum", "sesudah"], "written once, by the run that came through"


def test_looking_where_a_conversation_stands_writes_nothing() -> None:
    """Not even when there is nothing left to ask, as after a deploy that took the last question away."""
    versi = awal()
    obrolan = versi.mulai(foto="foto")
    obrolan.tulis("mayak")
    versi.tanya = versi.tanya[:1]
    versi.ringkas = False
    obrolan.foto(1)
    assert jejak(obrolan) == ["sebelum", "sesudah"]
    assert len(versi.selesai) == 2, "once to look, undone; once for good"


# -- a function that changed in the meantime --------------------------------------------------------------------------


def test_a_question_removed_leaves_its_answer_unused() -> None:
    versi = awal()
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    obrolan.tulis("4")
    versi.tanya = [t for t in versi.tanya if t[0] != "jumlah"]
    obrolan.tulis("Jalan selesai")
    assert "Desa: Mayak\nHasil: Jalan selesai" in obrolan.layar
    obrolan.tulis("simpan")
    assert versi.selesai == [{"desa": "Mayak", "hasil": "Jalan selesai"}]


def test_a_question_added_before_is_asked_and_what_was_typed_for_another_waits() -> None:
    """The reply was meant for the question on the screen: a new one must not swallow it."""
    versi = awal()
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    obrolan.tulis("4")
    versi.tanya.insert(1, ("acara", Text("Acara apa?")))
    obrolan.tulis("Disepakati 12 usulan")
    assert "“Disepakati 12 usulan” saya simpan dulu. Sebelum itu, ada yang perlu dijawab lagi." in obrolan.layar
    assert "Acara apa?" in obrolan.layar
    assert "acara" not in obrolan.jawaban
    obrolan.tulis("Musdes")
    assert obrolan.layar.tombol == ["Tetap: Disepakati 12 usulan"]
    obrolan.tulis("tetap")
    obrolan.tulis("simpan")
    assert versi.selesai == [{"desa": "Mayak", "acara": "Musdes", "jumlah": 4, "hasil": "Disepakati 12 usulan"}]


def test_a_question_added_behind_is_simply_asked() -> None:
    versi = awal()
    obrolan = versi.mulai()
    for kata in ("mayak", "4"):
        obrolan.tulis(kata)
    versi.tanya.append(("cuaca", Text("Cuacanya?")))
    assert "Cuacanya?" in obrolan.tulis("Jalan selesai")


def test_the_question_on_the_screen_removed_gives_the_reply_to_no_other() -> None:
    versi = awal()
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    del versi.tanya[1]
    obrolan.tulis("4")
    assert "“4” saya simpan dulu." in obrolan.layar
    assert "Apa hasilnya?" in obrolan.layar
    assert obrolan.jawaban == {"desa": "mayak"}


def test_a_renamed_label_is_the_same_answer_and_its_old_button_still_works() -> None:
    versi = awal()
    obrolan = versi.mulai()
    lama = obrolan.layar
    versi.tanya[0] = ("desa", Choice("Desa mana?", [Pilihan(n.lower(), f"Desa {n} Baru", n) for n in DESA]))
    obrolan.tekan("Mayak", layar=lama)
    obrolan.tulis("4")
    assert "Desa: Desa Mayak Baru" in obrolan.tulis("Jalan selesai")


def test_an_option_that_has_gone_is_asked_again_with_the_reason_and_the_typed_reply_waits() -> None:
    versi = awal()
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    obrolan.tulis("4")
    versi.tanya[0] = ("desa", pilih("Sukamaju", "Sukamanah"))
    obrolan.tulis("Disepakati 12 usulan")
    assert "saya simpan dulu" in obrolan.layar
    assert "Pilihan itu sudah tidak ada dalam daftar." in obrolan.layar
    assert obrolan.layar.tombol == ["Sukamaju", "Sukamanah"]
    obrolan.tulis("sukamaju")
    assert "Apa hasilnya?" in obrolan.layar
    obrolan.tekan("Tetap: Disepakati 12 usulan")
    assert "Hasil: Disepakati 12 usulan" in obrolan.layar


def test_a_tap_waits_in_the_same_way() -> None:
    versi = Versi([("desa", pilih(*DESA)), ("jadi", YesNo("Jadi?"))])
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    versi.tanya[0] = ("desa", pilih("Sukamaju"))
    obrolan.tekan("Ya")
    assert obrolan.layar.teks.startswith("Sebelum itu, ada yang perlu dijawab lagi.")
    obrolan.tulis("sukamaju")
    assert obrolan.layar.tombol == ["Ya", "Tidak"], "what would be kept is on the screen already"
    obrolan.tulis("tetap")
    assert "Jadi: Ya" in obrolan.layar


def test_a_waiting_reply_that_cannot_be_read_is_refused_with_the_reason() -> None:
    versi = Versi([("desa", pilih(*DESA)), ("jumlah", Number("Berapa RT?"))])
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    versi.tanya[0] = ("desa", pilih("Sukamaju"))
    obrolan.tulis("banyak sekali")
    obrolan.tulis("sukamaju")
    assert "satu angka yang pasti" in obrolan.layar
    assert "Berapa RT?" in obrolan.layar


def test_a_waiting_reply_that_narrows_a_list_narrows_it() -> None:
    versi = Versi([("jumlah", Number("Berapa RT?", maksimal=9)), ("desa", pilih(*DESA))])
    obrolan = versi.mulai()
    obrolan.tulis("8")
    versi.tanya[0] = ("jumlah", Number("Berapa RT?", maksimal=5))
    obrolan.tulis("suka")
    assert "8 sudah di luar batas." in obrolan.layar
    assert "Ada 2 yang cocok. Yang mana?" in obrolan.tulis("5")


def test_a_confirmation_never_waits() -> None:
    """What was confirmed is no longer what would be saved: it must be seen first."""
    versi = awal()
    obrolan = versi.mulai()
    for kata in ("mayak", "4", "Jalan selesai"):
        obrolan.tulis(kata)
    versi.tanya[0] = ("desa", pilih("Sukamaju"))
    obrolan.tulis("simpan")
    assert obrolan.layar.teks.startswith("Sebelum itu, ada yang perlu dijawab lagi.")
    assert "Benar?" in obrolan.tulis("sukamaju")
    assert not versi.selesai
    obrolan.tulis("simpan")
    assert len(versi.selesai) == 1


def test_kembali_and_lewati_meant_for_another_question_only_show_the_new_one() -> None:
    for kata in ("kembali", "lewati"):
        versi = awal()
        obrolan = versi.mulai()
        obrolan.tulis("mayak")
        obrolan.tulis("4")
        versi.tanya.insert(1, ("acara", optional(Text("Acara apa?"))))
        obrolan.tulis(kata)
        assert "Acara apa?" in obrolan.layar
        assert obrolan.jawaban == {"desa": "mayak", "jumlah": 4}


def test_an_old_tap_while_an_earlier_answer_no_longer_holds_changes_nothing() -> None:
    versi = Versi([("desa", pilih(*DESA)), ("jadi", YesNo("Jadi?")), ("hasil", Text("Apa hasilnya?"))])
    obrolan = versi.mulai()
    lama = obrolan.tulis("mayak")
    obrolan.tulis("ya")
    versi.tanya[0] = ("desa", pilih("Sukamaju"))
    obrolan.tekan("Tidak", layar=lama)
    assert obrolan.layar.teks.startswith("Sebelum itu, ada yang perlu dijawab lagi.")
    assert obrolan.jawaban == {"jadi": True}


def test_hours_answered_yesterday_are_asked_again_when_the_day_becomes_today() -> None:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        kemarin = d.ask("kemarin", YesNo("Kemarin?"))
        d.ask("jam", TimeRange("Dari jam berapa?", batas=None if kemarin else 9 * 60))
        d.ask("hasil", Text("Apa hasilnya?"))
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    lama = obrolan.tulis("/uji")
    obrolan.tulis("ya")
    obrolan.tulis("13-15")
    obrolan.tekan("Tidak", layar=lama)
    assert "Diganti: Kemarin → Tidak." in obrolan.layar
    assert "13.00–15.00 belum tiba" in obrolan.layar
    assert "Tetap" not in " ".join(obrolan.layar.tombol), "what no longer holds is not offered again"
    assert "Apa hasilnya?" in obrolan.tulis("8-9")


# -- offered questions ------------------------------------------------------------------------------------------------


def test_an_offered_question_waits_until_it_is_wanted() -> None:
    versi = Versi([("hasil", Text("Apa hasilnya?"))], [("masalah", Text("Ada masalah?"))])
    obrolan = versi.mulai()
    obrolan.tulis("Jalan selesai")
    obrolan.tekan("+ Masalah")
    obrolan.tulis("Hujan terus")
    assert "Masalah: Hujan terus" in obrolan.layar
    obrolan.tulis("simpan")
    assert versi.selesai == [{"hasil": "Jalan selesai", "masalah": "Hujan terus"}]


def test_a_stored_answer_to_an_offered_question_that_no_longer_holds_opens_it() -> None:
    """And the reply is read by the question that is shown, which may also be left empty."""
    versi = Versi([("hasil", Text("Apa hasilnya?"))], [("titik", Location("Di titik mana?"))])
    for balasan, isi in (("-6.93, 107.12", [-6.93, 107.12]), ("lewati", None), ("kembali", None)):
        obrolan = versi.mulai()
        obrolan.tulis("Jalan selesai")
        obrolan.ganti(titik=[51.5, 0.1])
        assert "Titik itu di luar Indonesia." in obrolan.tulis("bantuan")
        assert "kembali, lewati, menu" in obrolan.tulis("bantuan")
        assert "Benar?" in obrolan.tulis(balasan)
        assert obrolan.jawaban.get("titik") == isi


def test_a_skipped_answer_is_no_answer_where_the_question_is_only_offered() -> None:
    """It once was asked for, and could not be skipped, when another branch had skipped it."""

    def fungsi(d: Dialog, desa: object) -> Kabar:
        ramai = d.ask("ramai", YesNo("Ramai?"))
        orang = (
            d.ask("orang", optional(Number("Berapa orang?"))) if ramai else d.offer("orang", Number("Berapa orang?"))
        )
        d.review(f"Benar? {orang}" if orang else "Benar?")
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    lama = obrolan.tulis("/uji")
    obrolan.tulis("ya")
    obrolan.tulis("lewati")
    obrolan.tekan("Tidak", layar=lama)
    assert "Benar?" in obrolan.layar
    assert "+ Orang" in obrolan.layar.tombol
    obrolan.tekan("+ Orang")
    assert "Benar? 40" in obrolan.tulis("40")
    obrolan.tekan("Ya", layar=lama)
    assert "Benar? 40" in obrolan.layar, "and the other branch takes over the answer"


def test_a_reply_that_waits_for_an_offered_question_opens_it_again() -> None:
    versi = Versi([("desa", pilih(*DESA))], [("foto", Photos("Kirim fotonya.")), ("masalah", Text("Ada masalah?"))])
    obrolan = versi.mulai()
    obrolan.tulis("mayak")
    obrolan.foto(1)
    obrolan.tulis("selesai")
    obrolan.tekan("+ Masalah")
    obrolan.ganti(foto="rusak")
    obrolan.tulis("Hujan terus")
    assert "“Hujan terus” saya simpan dulu." in obrolan.layar
    assert "Kirim fotonya." in obrolan.layar
    obrolan.tulis("lewati")
    assert "Ada masalah?" in obrolan.layar
    obrolan.tulis("tetap")
    assert "Masalah: Hujan terus" in obrolan.layar


# -- more than one thing after the other -------------------------------------------------------------------------------


def test_two_messages_in_a_row_are_answered_in_order() -> None:
    versi = awal()
    obrolan = versi.mulai()
    assert "Berapa RT?" in obrolan.tulis("mayak")
    assert "Apa hasilnya?" in obrolan.tulis("4")
    assert obrolan.jawaban == {"desa": "mayak", "jumlah": 4}


def test_the_same_typed_twice_answers_two_questions_or_is_refused_by_the_second() -> None:
    obrolan = awal().mulai()
    obrolan.tulis("mayak")
    assert "Angkanya belum terbaca" in obrolan.tulis("mayak")
    assert obrolan.jawaban == {"desa": "mayak"}


def test_a_question_behind_the_summary_lets_nothing_be_written_unconfirmed() -> None:
    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        hasil = d.ask("hasil", Text("Apa hasilnya?"))
        d.review(f"Benar? {hasil}")
        d.ask("cetak", YesNo("Dicetak juga?"))
        desa.jejak.tulis("uji", "sesudah", 1)
        return Kabar(Pesan("Selesai"))

    obrolan = Dunia(tabel(resep(fungsi))).orang("Bu Sari")
    for kata in ("/uji", "Jalan selesai", "simpan"):
        obrolan.tulis(kata)
    assert "Dicetak juga?" in obrolan.layar
    assert jejak(obrolan) == []
    obrolan.tulis("ya")
    assert jejak(obrolan) == ["sesudah"]


def test_a_function_knows_who_asks_and_when() -> None:
    def fungsi(d: Dialog, desa: object) -> Kabar:
        return Kabar(Pesan(f"{d.orang.nama}, {d.hari_ini:%d/%m}, {d.kini % JAM}, {d.argumen}."))

    obrolan = Dunia(tabel(resep(fungsi, langsung=True))).orang("Bu Sari")
    assert "Bu Sari, 20/11, 1800, apa saja." in obrolan.tulis("/uji apa saja")


@pytest.mark.parametrize(("kunci", "nama"), [("tindak_lanjut", "Tindak lanjut"), ("desa", "Desa")])
def test_a_key_is_the_name_of_its_question(kunci: str, nama: str) -> None:
    assert sebutan(kunci) == nama


def test_a_conversation_that_asks_though_it_should_not_is_found_out() -> None:
    obrolan = Dunia(tabel(resep(awal(), langsung=True))).orang("Bu Sari")
    with pytest.raises(RuntimeError, match="uji is marked langsung but asks a question"):
        obrolan.kirim(Masukan(teks="/uji"))
