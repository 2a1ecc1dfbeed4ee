"""Consent comes before anything is kept, is asked once, and what is refused leaves nothing behind."""

from __future__ import annotations

import pytest

from data.orang import PD, SETUJU_VERSI, OrangQ
from handlers.dialog.keadaan import Keadaan
from handlers.diri.setuju import TEKS, TIDAK_DULU, dengan_setuju, perlu_setuju
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import Dunia, Obrolan


@pytest.fixture
def sari() -> Obrolan:
    """A PLD whom somebody else has entered: she has a task, and was never asked."""
    obrolan = Dunia(TABEL).orang("Bu Sari")
    obrolan.dunia.tx.run("UPDATE orang SET setuju = NULL, setuju_versi = 0")
    return obrolan


def setuju(obrolan: Obrolan) -> tuple[int | None, int]:
    orang = OrangQ(obrolan.dunia.tx).ambil(obrolan.id, obrolan.dunia.kini)
    return orang.setuju, orang.setuju_versi


def test_who_was_never_asked_is_asked_before_the_first_entry_and_goes_on_where_they_were(sari: Obrolan) -> None:
    assert TEKS in sari.tulis("catat pantau fisik sukamaju kemarin 9-11")
    assert "Di mana kegiatannya?" in sari.tekan("Setuju")
    sari.tulis("di desa")
    assert "Setuju" not in str(sari.tulis("Papan proyek terpasang.").label)
    assert "Bagian mana" in sari.tekan("Ubah")
    assert not any(label.startswith("Setuju") for label in sari.layar.label)
    sari.tulis("ringkasan")
    assert "Tersimpan" in sari.tekan("Simpan")
    assert setuju(sari) == (sari.dunia.kini, SETUJU_VERSI)
    assert [r["apa"] for r in sari.dunia.tx.all("SELECT apa FROM jejak ORDER BY id")] == ["setuju", "catat"]
    assert TEKS not in sari.tulis("catat")


def test_refused_it_leaves_nothing_behind(sari: Obrolan) -> None:
    sari.foto(1, "catat pantau fisik sukamaju kemarin 9-11")
    assert TEKS in sari.layar
    assert TIDAK_DULU in sari.tekan("Tidak dulu")
    assert setuju(sari) == (None, 0)
    assert [Keadaan.dari(p.keadaan).jawaban for p in sari.dunia.percakapan()] == [{}]
    assert sari.dunia.hitung("kegiatan") == 0
    assert TEKS in sari.tulis("catat")


def test_called_off_it_is_asked_again(sari: Obrolan) -> None:
    sari.tulis("catat")
    sari.tekan("Setuju")
    sari.tulis("batal")
    assert setuju(sari) == (None, 0)
    assert TEKS in sari.tulis("catat")


def test_what_only_shows_is_not_held_up(sari: Obrolan) -> None:
    for teks in ("menu", "riwayat", "drp", "data saya", "tautkan"):
        assert TEKS not in sari.tulis(teks)


def test_who_agreed_to_older_words_is_asked_again_and_the_demo_is_not(sari: Obrolan) -> None:
    sari.dunia.tx.run("UPDATE orang SET setuju = 1, setuju_versi = ?", (SETUJU_VERSI - 1,))
    assert perlu_setuju(sari.konteks.orang)
    assert sari.konteks.orang.sudah_setuju
    sari.dunia.tx.run("UPDATE orang SET setuju_versi = ?", (SETUJU_VERSI,))
    assert not perlu_setuju(sari.konteks.orang)
    sari.dunia.tx.run("UPDATE orang SET setuju = NULL, contoh = 1")
    assert not perlu_setuju(sari.konteks.orang)


def test_a_draft_from_before_is_asked_in_the_middle_and_nothing_typed_is_lost() -> None:
    sari = Dunia(TABEL).orang("Bu Sari", peran=PD)
    sari.tulis("catat pantau fisik sukamaju kemarin 9-11")
    sari.dunia.tx.run("UPDATE orang SET setuju = NULL")
    assert TEKS in sari.tulis("di desa")
    assert "Di mana kegiatannya?" in sari.tekan("Setuju")
    assert sari.keadaan.bekas == {"cara": "desa"}


def test_only_conversations_that_keep_something_of_people_with_a_task_are_changed() -> None:
    for nama in ("menu", "riwayat", "daftar", "tautkan_kode", "hapus_data"):
        assert dengan_setuju(TABEL[nama]) is TABEL[nama]
