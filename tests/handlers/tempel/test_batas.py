"""Where reading stops: nothing is taken by half, and what comes too often is taken for nothing."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.dialog.keadaan import Keadaan
from handlers.dialog.question import Layar
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.tempel import baca_tempelan, mirip_tempelan
from handlers.tempel.kegiatan import jenis_kegiatan
from handlers.tempel.naskah import BATAS, SERING
from handlers.tempel.pecah import BATAS_BARIS, BATAS_BEBAS, BATAS_TANDA, pecah
from handlers.tempel.peta import Peta
from handlers.tempel.temuan import NIHIL, SARAN_TERBANYAK, Temuan, dijawab, satu
from tests.handlers.tempel.dunia import SARI, Dunia, Pelaku

LAYAR = Layar(date(2026, 11, 21))


def baca(dunia: Dunia, teks: str, *, warisan: bool = False) -> Keadaan:
    def kerja(pelaku: Pelaku) -> Keadaan:
        d = pelaku.dialog()
        baca_tempelan(teks, d, pelaku.desa)
        return d.keadaan

    return dunia.sebagai(SARI, kerja, warisan=warisan)


@pytest.mark.parametrize("ekor", ["x" * BATAS, "\n".join("- satu" for _ in range(BATAS_BARIS))])
def test_a_result_that_is_cut_off_is_asked(dunia: Dunia, ekor: str) -> None:
    keadaan = baca(dunia, f"Desa: Mayak\nHasil: disepakati\n{ekor}")
    assert keadaan.jawaban == {"desa": "32.03.03.2007"}


def test_running_text_of_more_than_a_page_is_not_searched(dunia: Dunia) -> None:
    cerita = "Kemarin musdes di Mayak. " + "Semua hadir. " * (BATAS_BEBAS // 13)
    assert baca(dunia, cerita) == Keadaan()
    assert baca(dunia, f"{cerita}\nDesa: Mayak").jawaban == {"desa": "32.03.03.2007"}


def test_a_result_longer_than_its_question_takes_is_asked(dunia: Dunia) -> None:
    assert "hasil" in baca(dunia, "Hasil: " + "a" * 4000).jawaban
    assert "hasil" not in baca(dunia, "Hasil: " + "a" * 4001).jawaban


def test_a_label_that_comes_back_too_often_names_nothing(dunia: Dunia) -> None:
    assert baca(dunia, "Desa: Mayak\n" * SERING).jawaban == {"desa": "32.03.03.2007"}
    assert baca(dunia, "Desa: Mayak\n" * (SERING + 1)) == Keadaan()


def test_a_value_too_long_to_be_one_is_not_searched(dunia: Dunia) -> None:
    assert baca(dunia, "Tanggal: " + "kemarin " * 30) == Keadaan()
    assert baca(dunia, "Kegiatan: posyandu " + "balita " * 90) == Keadaan()


def test_among_too_many_days_none_is_chosen(dunia: Dunia) -> None:
    assert baca(dunia, "kemarin " * 8).jawaban == {"tanggal": "2026-11-20"}
    assert baca(dunia, "kemarin " * 9) == Keadaan()


def test_with_too_many_colons_labels_stand_at_the_start_of_lines_only() -> None:
    satu_baris = "Desa: Mayak, Hasil: baik"
    assert [i.label.kunci for i in pecah(satu_baris).isian] == ["desa", "hasil"]
    banyak = pecah(f"{satu_baris}\nFoto: {':' * BATAS_TANDA}")
    assert [i.label.kunci for i in banyak.isian] == ["desa", "lain"]


def test_a_label_is_looked_for_only_near_its_colon() -> None:
    jauh = pecah("Kegiatan: " + "a" * 60 + " hasil: baik")
    assert [(i.label.kunci, i.nilai) for i in jauh.isian][1:] == [("hasil", "baik")]
    potong = pecah("Kegiatan: rapat " + "b" * 40 + "hasil: baik")
    assert [i.label.kunci for i in potong.isian] == ["kegiatan"]


def test_two_people_named_l_and_p_need_a_label_of_people_before_them() -> None:
    assert [i.label.kunci for i in pecah("Peserta: L: 3, P: 4").isian] == ["peserta", "laki", "perempuan"]
    assert [i.label.kunci for i in pecah("Hasil: usul L: 3, P: 4").isian] == ["hasil"]


def test_activities_of_the_ended_programme_only_where_they_are_turned_on(dunia: Dunia) -> None:
    assert baca(dunia, "Kegiatan: bursa inovasi desa") == Keadaan()
    assert baca(dunia, "Kegiatan: bursa inovasi desa", warisan=True).jawaban == {"kegiatan": "PI03"}


def test_the_question_itself_decides_what_is_an_answer() -> None:
    pilihan = Choice("Yang mana?", [Pilihan("a", "Sukamaju", 1), Pilihan("b", "Sukamanah", 2)])
    assert dijawab(pilihan, "sukamaju", LAYAR) == Temuan("a")
    assert dijawab(pilihan, "sukama", LAYAR) == NIHIL
    assert dijawab(Text("Apa?"), "-", LAYAR) == NIHIL


def test_no_more_suggestions_than_a_list_shows() -> None:
    assert len(satu(map(str, range(20))).saran) == SARAN_TERBANYAK
    assert satu(["a", "a"]).ragu() == Temuan(saran=("a",))
    assert not satu([]).ada


def test_blocks_of_one_activity_are_that_activity() -> None:
    naskah = pecah("Kegiatan: posyandu\nDesa: a\nKegiatan: posyandu balita\nDesa: b")
    giat = jenis_kegiatan(naskah, Peta([], []), warisan=False)
    assert (giat.temuan.jawaban, giat.majemuk) == ("PO04", True)


def test_only_the_first_characters_decide_whether_it_is_a_report() -> None:
    assert mirip_tempelan("Izin melaporkan posyandu kemarin" + " baik" * 5000)
    assert not mirip_tempelan("Izin melapor, jalan kampung kami rusak")
    assert not mirip_tempelan("lapor hadir")
