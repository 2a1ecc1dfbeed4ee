"""One process at a time: who gets the lease, and when."""

from __future__ import annotations

import pytest

from data.giliran import Giliran, GiliranQ, Pemilik
from data.store import Tx
from tests.conftest import KINI

SATU, DUA = Pemilik("bot-1", 100), Pemilik("bot-2", 50)


@pytest.fixture
def q(tx: Tx) -> GiliranQ:
    return GiliranQ(tx)


def test_the_first_who_asks_has_it_and_is_told_that_it_is_new(q: GiliranQ) -> None:
    assert q.ambil("kirim:telegram", SATU, KINI, 15) == Giliran(milik_kita=True, baru=True)
    assert q.ambil("kirim:telegram", SATU, KINI + 5, 15) == Giliran(milik_kita=True)


def test_another_process_waits_until_it_is_over(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", SATU, KINI, 15)
    assert q.ambil("kirim:telegram", DUA, KINI + 14, 15) == Giliran(milik_kita=False)
    assert q.ambil("kirim:telegram", DUA, KINI + 15, 15) == Giliran(milik_kita=True, baru=True)
    assert q.ambil("kirim:telegram", SATU, KINI + 16, 15) == Giliran(milik_kita=False)


def test_renewed_in_time_it_stays(q: GiliranQ) -> None:
    for detik in range(0, 60, 5):
        assert q.ambil("kirim:telegram", SATU, KINI + detik, 15).milik_kita
        assert not q.ambil("kirim:telegram", DUA, KINI + detik, 15).milik_kita


def test_each_thing_has_a_lease_of_its_own(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", SATU, KINI, 15)
    assert q.ambil("kirim:web", DUA, KINI, 15).milik_kita


def test_given_back_it_is_free_at_once_and_only_its_owner_gives_it_back(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", SATU, KINI, 15)
    q.lepas("kirim:telegram", DUA)
    assert not q.ambil("kirim:telegram", DUA, KINI, 15).milik_kita
    q.lepas("kirim:telegram", SATU)
    assert q.ambil("kirim:telegram", DUA, KINI, 15) == Giliran(milik_kita=True, baru=True)


def test_a_process_started_again_need_not_wait_for_the_run_that_was_killed(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", SATU, KINI, 15)
    lagi = Pemilik("bot-1", 200)
    assert q.ambil("kirim:telegram", lagi, KINI + 1, 15) == Giliran(milik_kita=True, baru=True)


def test_of_two_that_share_a_name_the_later_has_it_and_the_earlier_is_told(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", Pemilik("bot-1", 200), KINI, 15)
    for detik in (1, 500):
        assert q.ambil("kirim:telegram", SATU, KINI + detik, 15) == Giliran(milik_kita=False, digantikan=True)


def test_after_a_long_pause_what_is_half_done_is_still_in_our_own_hands(q: GiliranQ) -> None:
    q.ambil("kirim:telegram", SATU, KINI, 15)
    assert q.ambil("kirim:telegram", SATU, KINI + 500, 15) == Giliran(milik_kita=True)
    q.ambil("kirim:telegram", DUA, KINI + 1000, 15)
    assert q.ambil("kirim:telegram", SATU, KINI + 1500, 15) == Giliran(milik_kita=True, baru=True)
