"""Where somebody is told unasked: the cheapest address that reaches them."""

from __future__ import annotations

from datetime import date

from data.alamat_utama import DITINGGAL, alamat_utama
from data.inbox import InboxQ
from data.kabar import KabarQ
from data.orang import OrangQ
from data.penerima import alamat_lain, penerima
from data.store import Tx
from tests.conftest import KINI


def orang(tx: Tx, *alamat: tuple[str, str]) -> int:
    q = OrangQ(tx)
    id_ = q.tambah("Ani", "Asia/Jakarta", KINI)
    for kanal, tujuan in alamat:
        q.pasang_alamat(id_, kanal, tujuan, KINI)
    return id_


def menulis(tx: Tx, kanal: str, tujuan: str, kapan: int) -> None:
    assert InboxQ(tx).terima(kanal, f"{kanal}{tujuan}{kapan}", tujuan, "", "{}", None, kapan, kapan) is not None


TG, WA, WEB = ("telegram", "77"), ("whatsapp", "waA"), ("web", "ani")


def test_telegram_before_whatsapp_before_a_page_whichever_came_last(tx: Tx) -> None:
    semua = {
        orang(tx, TG, WA, WEB): TG,
        orang(tx, ("web", "b"), ("whatsapp", "waB"), ("telegram", "b")): ("telegram", "b"),
        orang(tx, ("whatsapp", "waC"), ("web", "c")): ("whatsapp", "waC"),
        orang(tx, ("web", "d")): ("web", "d"),
        orang(tx, ("telegram", "e1"), ("telegram", "e2")): ("telegram", "e2"),
    }
    assert alamat_utama(tx, [*semua, 4711]) == semua


def test_telegram_that_they_have_left_does_not_reach_them(tx: Tx) -> None:
    id_ = orang(tx, TG, WA)
    menulis(tx, *TG, KINI - DITINGGAL - 100)
    menulis(tx, *WA, KINI - 200)
    assert alamat_utama(tx, [id_]) == {id_: TG}
    menulis(tx, *WA, KINI)
    assert alamat_utama(tx, [id_]) == {id_: WA}
    menulis(tx, *TG, KINI)
    assert alamat_utama(tx, [id_]) == {id_: TG}


def test_a_closed_address_is_none(tx: Tx) -> None:
    id_ = orang(tx, TG, WA)
    OrangQ(tx).tutup_alamat(*TG)
    assert alamat_utama(tx, [id_]) == {id_: WA}
    OrangQ(tx).tutup_alamat(*WA)
    assert alamat_utama(tx, [id_]) == {}


def test_reminders_and_news_go_there_and_an_answer_where_it_was_asked(tx: Tx) -> None:
    id_ = orang(tx, TG, WA, WEB)
    assert penerima(tx, [id_], {id_: date(2026, 11, 20)})[id_].alamat == TG
    kabar = KabarQ(tx, KINI)
    assert kabar.kirim(id_, "{}")
    assert kabar.kirim(id_, "{}", di=WA)
    assert kabar.kirim(id_, "{}", di=("whatsapp", "waAsing"))
    assert [(r["kanal"], r["tujuan"]) for r in tx.all("SELECT kanal, tujuan FROM outbox ORDER BY id")] == [TG, WA, TG]


def test_the_other_address_rings_and_is_the_same_person_s(tx: Tx) -> None:
    orang(tx, TG, WA, WEB)
    orang(tx, ("whatsapp", "waB"), ("web", "b"))
    assert alamat_lain(tx, *WA) == TG
    assert alamat_lain(tx, *TG) == WA
    assert alamat_lain(tx, "whatsapp", "waB") is None
    assert alamat_lain(tx, "whatsapp", "waTakAda") is None
    OrangQ(tx).tutup_alamat(*TG)
    assert alamat_lain(tx, *WA) is None
