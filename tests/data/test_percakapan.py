from __future__ import annotations

import sqlite3

import psycopg
import pytest

from data.percakapan import INGATKAN_SETELAH, UMUR_DRAF, PercakapanQ
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import WIB, WIT, pendamping


@pytest.fixture
def q(tx: Tx) -> PercakapanQ:
    return PercakapanQ(tx)


@pytest.fixture
def sari(tx: Tx) -> int:
    return pendamping(tx).id


@pytest.fixture
def budi(tx: Tx) -> int:
    return pendamping(tx, "Pak Budi").id


def test_what_was_opened_is_what_is_open(q: PercakapanQ, sari: int, budi: int) -> None:
    dibuka = q.buka(sari, "catat", '{"jawaban":{}}', KINI)
    assert q.terbuka(sari) == dibuka
    assert (dibuka.dialog, dibuka.keadaan, dibuka.status, dibuka.diubah) == ("catat", '{"jawaban":{}}', "terbuka", KINI)
    assert q.terbuka(budi) is None


def test_a_person_is_in_one_conversation_at_a_time(tx: Tx, q: PercakapanQ, sari: int) -> None:
    q.buka(sari, "catat", "{}", KINI)
    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.UniqueViolation)), tx.savepoint():
        q.buka(sari, "daftar", "{}", KINI)


def test_another_person_s_conversation_does_not_exist(q: PercakapanQ, sari: int, budi: int) -> None:
    milik_sari = q.buka(sari, "catat", "{}", KINI)
    assert q.milik(milik_sari.id, budi) is None
    assert q.milik(milik_sari.id, sari) == milik_sari


def test_saving_keeps_answers_status_and_how_it_ended(q: PercakapanQ, sari: int) -> None:
    dibuka = q.buka(sari, "catat", "{}", KINI)
    q.simpan(dibuka.id, '{"jawaban":{"desa":"x"}}', "selesai", "Tersimpan #K-2611-0001", KINI + 5)
    lama = q.milik(dibuka.id, sari)
    assert lama is not None
    assert (lama.keadaan, lama.status, lama.hasil, lama.diubah) == (
        '{"jawaban":{"desa":"x"}}',
        "selesai",
        "Tersimpan #K-2611-0001",
        KINI + 5,
    )
    assert q.terbuka(sari) is None


def test_what_was_called_off_last_and_lately(q: PercakapanQ, sari: int, budi: int) -> None:
    assert q.baru_dibatalkan(sari, KINI) is None
    batal = q.buka(sari, "catat", '{"jawaban":{"desa":"d1"}}', KINI)
    assert q.baru_dibatalkan(sari, KINI) is None, "it is open"
    q.simpan(batal.id, batal.keadaan, "batal", "Dibatalkan.", KINI + 10)
    lama = q.baru_dibatalkan(sari, KINI + 10)
    assert lama is not None
    assert (lama.id, lama.keadaan) == (batal.id, batal.keadaan)
    assert q.baru_dibatalkan(sari, KINI + 11) is None
    assert q.baru_dibatalkan(budi, KINI) is None
    lain = q.buka(sari, "daftar", "{}", KINI + 20)
    q.simpan(lain.id, "{}", "selesai", "Tersimpan.", KINI + 30)
    assert q.baru_dibatalkan(sari, KINI) is None, "something was done since"


def test_drafts_put_aside_come_latest_first_and_five_at_most(q: PercakapanQ, sari: int, budi: int) -> None:
    for n in range(7):
        q.simpan(q.buka(sari, "catat", "{}", KINI).id, str(n), "ditunda", "", KINI + n)
    q.simpan(q.buka(budi, "catat", "{}", KINI).id, "b", "ditunda", "", KINI)
    q.buka(sari, "catat", "{}", KINI)
    assert [draf.keadaan for draf in q.draf(sari)] == ["6", "5", "4", "3", "2"]


def test_a_draft_reopens_where_it_was_left(q: PercakapanQ, sari: int) -> None:
    draf = q.buka(sari, "catat", '{"a":1}', KINI)
    q.simpan(draf.id, draf.keadaan, "ditunda", "", KINI)
    q.buka_lagi(draf.id, KINI + 9)
    terbuka = q.terbuka(sari)
    assert terbuka is not None
    assert (terbuka.id, terbuka.keadaan, terbuka.diubah) == (draf.id, '{"a":1}', KINI + 9)


@pytest.mark.parametrize("status", ["terbuka", "ditunda"])
def test_a_draft_ends_after_a_week_and_not_before(q: PercakapanQ, sari: int, status: str) -> None:
    draf = q.buka(sari, "catat", "{}", KINI)
    q.simpan(draf.id, "{}", status, "", KINI)
    assert q.kedaluwarsakan(KINI + UMUR_DRAF) == 0
    assert q.kedaluwarsakan(KINI + UMUR_DRAF + 1) == 1
    lama = q.milik(draf.id, sari)
    assert lama is not None
    assert lama.status == "kedaluwarsa"
    assert q.kedaluwarsakan(KINI + UMUR_DRAF + 1) == 0


def test_what_has_ended_never_expires(q: PercakapanQ, sari: int) -> None:
    for status in ("selesai", "batal"):
        q.simpan(q.buka(sari, "catat", "{}", KINI).id, "{}", status, "", KINI)
    assert q.kedaluwarsakan(KINI + 100 * UMUR_DRAF) == 0


def test_drafts_left_alone_are_due_for_a_reminder_once(q: PercakapanQ, sari: int, budi: int) -> None:
    muda, tua = q.buka(sari, "catat", "{}", KINI + 100), q.buka(budi, "catat", "{}", KINI)
    q.simpan(tua.id, "{}", "ditunda", "", KINI)
    assert q.perlu_diingatkan(KINI + INGATKAN_SETELAH) == []
    assert [d.id for d in q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 1)] == [tua.id]
    assert [d.id for d in q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 101)] == [tua.id, muda.id]
    assert [d.id for d in q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 101, batas=1)] == [tua.id]
    assert q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 101, tenang=[WIT, WIB]) == []
    assert len(q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 101, tenang=[WIT])) == 2
    q.tandai_diingatkan(tua.id, KINI + INGATKAN_SETELAH)
    assert [d.id for d in q.perlu_diingatkan(KINI + INGATKAN_SETELAH + 101)] == [muda.id]
