from __future__ import annotations

from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan


def test_everything_survives_being_stored() -> None:
    keadaan = Keadaan(
        jawaban={"desa": "a", "peserta": {"jumlah": 3, "l": None, "p": None}, "foto": [{"sidik": "x"}]},
        bekas={"hasil": None},
        titipan={"hasil": Masukan(teks="rapat"), "cara": Masukan(pilih="desa")},
        minta="hasil",
        cara="ubah",
    )
    assert keadaan.salin() == keadaan
    assert Keadaan.dari("{}") == Keadaan()


def test_an_answer_forgotten_is_offered_again_and_takes_the_confirmation_with_it() -> None:
    keadaan = Keadaan(jawaban={"hasil": "rapat", "_simpan": True})
    keadaan.lupakan("hasil")
    assert (keadaan.jawaban, keadaan.bekas) == ({}, {"hasil": "rapat"})
    keadaan.lupakan("hasil")
    assert keadaan.bekas == {"hasil": "rapat"}


def test_one_question_is_open_out_of_turn_at_a_time() -> None:
    keadaan = Keadaan(jawaban={"hasil": "rapat", "jam": "9"})
    keadaan.buka("hasil", "ubah")
    keadaan.lupakan("hasil")
    keadaan.buka("jam", "mundur")
    keadaan.lupakan("jam")
    assert keadaan.jawaban == {"hasil": "rapat"}
    keadaan.tutup()
    assert keadaan.jawaban == {"hasil": "rapat", "jam": "9"}
    assert (keadaan.minta, keadaan.cara) == ("", "")


def test_what_was_only_offered_gets_nothing_put_back() -> None:
    keadaan = Keadaan(bekas={"masalah": "hujan"})
    keadaan.buka("masalah", "tambah")
    keadaan.tutup()
    assert keadaan.jawaban == {}
