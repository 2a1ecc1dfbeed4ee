from __future__ import annotations

import asyncio
import threading

import pytest

from data.store import Store, Tx
from data.web import WebPesan, WebQ, sidik_token
from tests.conftest import KINI


@pytest.fixture
def q(tx: Tx) -> WebQ:
    return WebQ(tx)


def ringkas(pesan: list[WebPesan]) -> list[tuple[str, str]]:
    return [(p.dari, p.isi) for p in pesan]


def test_both_sides_are_shown_in_the_order_they_came(q: WebQ) -> None:
    q.tulis_saya("ani", KINI, "halo", "k1")
    q.tulis_bot("ani", KINI + 1, "hai", 1)
    q.tulis_saya("budi", KINI, "lain", "k1")
    semua = q.terakhir("ani")
    assert ringkas(semua) == [("saya", "halo"), ("bot", "hai")]
    assert [(p.waktu, p.kunci) for p in semua] == [(KINI, "k1"), (KINI + 1, None)]
    assert semua[0].id < semua[1].id
    assert [q.satu("ani", p.id) for p in semua] == semua
    assert q.satu("budi", semua[0].id) is None


def test_what_is_sent_twice_is_shown_once(q: WebQ) -> None:
    for _ in range(2):
        q.tulis_bot("ani", KINI, "hai", 1)
        q.tulis_saya("ani", KINI, "halo", "k1")
    q.tulis_saya("budi", KINI, "halo", "k1")
    assert ringkas(q.terakhir("ani")) == [("bot", "hai"), ("saya", "halo")]
    assert ringkas(q.terakhir("budi")) == [("saya", "halo")]


def test_a_page_that_was_away_gets_what_it_missed(q: WebQ) -> None:
    for n in range(5):
        q.tulis_bot("ani", KINI, str(n), n)
    semua = q.terakhir("ani")
    assert q.sesudah("ani", semua[1].id) == semua[2:]
    assert q.sesudah("ani", semua[1].id, batas=2) == semua[2:4]
    assert q.sesudah("ani", semua[-1].id) == []
    assert q.sesudah("budi", 0) == []
    assert q.terakhir("ani", batas=2) == semua[-2:]


def test_a_picture_is_shown_only_where_it_was_sent(q: WebQ) -> None:
    q.tulis_saya("ani", KINI, '{"foto":[{"sidik":"%s"}]}' % ("a" * 64), "k1")
    assert q.memuat_foto("ani", "a" * 64)
    assert not q.memuat_foto("budi", "a" * 64)
    assert not q.memuat_foto("ani", "b" * 64)


def test_a_session_is_known_by_its_token_which_is_not_stored(tx: Tx, q: WebQ) -> None:
    q.buka_sesi("rahasia", "ani", KINI)
    assert q.tujuan_sesi("rahasia") == "ani"
    assert q.tujuan_sesi("Rahasia") is None
    assert q.tujuan_sesi(sidik_token("rahasia")) is None
    assert "rahasia" not in str([tuple(row[k] for k in row.keys()) for row in tx.all("SELECT * FROM web_sesi")])  # noqa: SIM118
    q.tutup_sesi("rahasia")
    assert q.tujuan_sesi("rahasia") is None


async def test_the_cursor_passes_over_nothing_that_is_still_being_written(store: Store) -> None:
    """A page that has seen message 6 never asks for 5 again: so 5 must not appear after 6."""
    tertulis, boleh = threading.Event(), threading.Event()

    def lambat(tx: Tx) -> None:
        WebQ(tx).tulis_bot("ani", KINI, "lima", 5)
        tertulis.set()
        assert boleh.wait(5)

    def terlihat(tx: Tx) -> list[str]:
        return [p.isi for p in WebQ(tx).sesudah("ani", 0)]

    lima = asyncio.create_task(store.write(lambat))
    await asyncio.to_thread(tertulis.wait, 5)
    enam = asyncio.create_task(store.write(lambda tx: WebQ(tx).tulis_saya("ani", KINI, "enam", "k6")))
    await asyncio.wait({enam}, timeout=0.2)
    assert await store.read(terlihat) == []
    boleh.set()
    await asyncio.gather(lima, enam)
    assert await store.read(terlihat) == ["lima", "enam"]
