"""berhenti, stop and mulai, alone: done and answered once, and never in the way of a form or of a level above."""

from __future__ import annotations

import pytest

from bot.channels.whatsapp.consent import dengar
from bot.reply import encode
from data.alamat import AlamatQ
from data.orang import OrangQ
from data.percakapan import PercakapanQ
from data.store import Tx
from data.wa_kontak import KANAL, KontakQ
from handlers.diri.sapaan import DISAPA_LAGI, SUDAH_BERHENTI
from tests.conftest import KINI


@pytest.fixture
def tujuan(tx: Tx) -> str:
    return KontakQ(tx).kenali("628110001", "", KINI - 100)


def tolak(tx: Tx, tujuan: str) -> bool:
    kontak = KontakQ(tx).ambil(tujuan)
    assert kontak is not None
    return kontak.tolak is not None


def balasan(tx: Tx) -> list[str]:
    return [r["isi"] for r in tx.all("SELECT isi FROM outbox ORDER BY id")]


@pytest.mark.parametrize("kata", ["berhenti", "Stop."])
def test_stopping_is_answered_once_and_mulai_takes_it_back(tx: Tx, tujuan: str, kata: str) -> None:
    for _ in range(2):  # delivered twice
        assert dengar(tx, tujuan, kata, KINI, "w1", KINI)
    assert tolak(tx, tujuan)
    assert dengar(tx, tujuan, "mulai", KINI + 60, "w2", KINI + 60)
    assert not tolak(tx, tujuan)
    assert balasan(tx) == [encode(SUDAH_BERHENTI), encode(DISAPA_LAGI)]


def test_an_ordinary_mulai_and_every_other_word_go_on_to_the_conversation(tx: Tx, tujuan: str) -> None:
    for kata in ("mulai", "menu", "saya berhenti merokok", ""):
        assert not dengar(tx, tujuan, kata, KINI, "w1", KINI)
    assert balasan(tx) == []


def test_a_form_is_called_off_by_stop_and_still_berhenti_is_respected(tx: Tx, tujuan: str) -> None:
    orang = OrangQ(tx).kenal(KANAL, tujuan, "Bu Sari", KINI)
    PercakapanQ(tx).buka(orang.id, "catat", "{}", KINI)
    assert not dengar(tx, tujuan, "stop", KINI, "w1", KINI)
    assert not tolak(tx, tujuan)
    assert dengar(tx, tujuan, "berhenti", KINI, "w2", KINI)
    assert tolak(tx, tujuan)


def test_an_older_word_that_comes_late_undoes_nothing(tx: Tx, tujuan: str) -> None:
    dengar(tx, tujuan, "berhenti", KINI, "w1", KINI)
    dengar(tx, tujuan, "mulai", KINI + 60, "w2", KINI + 60)
    dengar(tx, tujuan, "berhenti", KINI + 30, "w3", KINI + 90)
    assert not tolak(tx, tujuan)


def test_nobody_is_spoken_to_where_a_level_above_closed_the_address(tx: Tx, tujuan: str) -> None:
    OrangQ(tx).kenal(KANAL, tujuan, "Bu Sari", KINI)
    alamat = AlamatQ(tx).di(KANAL, tujuan)
    assert alamat is not None
    AlamatQ(tx).kunci(alamat)
    assert not dengar(tx, tujuan, "berhenti", KINI, "w1", KINI)
    assert balasan(tx) == []
    assert not dengar(tx, "waTakAda", "berhenti", KINI, "w2", KINI)
