"""What came in: once, in order, and never forgotten."""

from __future__ import annotations

import pytest

from data.inbox import GAGAL_SETELAH, InboxQ
from data.store import Tx
from tests.conftest import KINI


@pytest.fixture
def masuk(tx: Tx) -> InboxQ:
    return InboxQ(tx)


def terima(q: InboxQ, ext_id: str, tujuan: str = "77", *, isi: str = "{}", album: str | None = None) -> int:
    id_ = q.terima("telegram", ext_id, tujuan, "Ani", isi, album, KINI - 5, KINI)
    assert id_ is not None
    return id_


def status(tx: Tx, tabel: str, id_: int) -> str:
    row = tx.one(f"SELECT status FROM {tabel} WHERE id = ?", (id_,))
    assert row is not None
    return str(row["status"])


def test_the_same_message_twice_is_stored_once(masuk: InboxQ) -> None:
    assert terima(masuk, "9") > 0
    assert masuk.terima("telegram", "9", "78", "Budi", "{}", None, KINI, KINI) is None
    assert masuk.terima("web", "9", "77", "Ani", "{}", None, KINI, KINI) is not None


def test_messages_of_a_chat_are_answered_in_the_order_they_came(tx: Tx, masuk: InboxQ) -> None:
    id_ = [terima(masuk, str(n), isi=str(n)) for n in range(3)]
    terima(masuk, "9", "78", isi="lain")
    urutan = []
    while satu := masuk.berikut("telegram", "77"):
        assert (satu.kanal, satu.tujuan, satu.nama, satu.album, satu.coba, satu.dikirim) == (
            "telegram", "77", "Ani", None, 0, KINI - 5,
        )  # fmt: skip
        urutan.append((satu.id, satu.isi))
        masuk.selesai([satu.id], KINI + 1)
    assert urutan == list(zip(id_, "012", strict=True))
    assert masuk.berikut("web", "77") is None
    row = tx.one("SELECT diterima, selesai FROM inbox WHERE id = ?", (id_[0],))
    assert row is not None
    assert (row["diterima"], row["selesai"]) == (KINI, KINI + 1)


def test_after_a_crash_every_chat_that_waits_is_found_once(masuk: InboxQ) -> None:
    for ext_id, tujuan in (("1", "77"), ("2", "78"), ("3", "77"), ("4", "79")):
        terima(masuk, ext_id, tujuan)
    satu = masuk.berikut("telegram", "79")
    assert satu is not None
    masuk.selesai([satu.id], KINI)
    assert sorted(masuk.tujuan_menunggu("telegram")) == ["77", "78"]
    assert masuk.tujuan_menunggu("web") == []


def test_an_album_is_the_parts_that_follow_in_the_same_chat(masuk: InboxQ) -> None:
    pertama = terima(masuk, "1", album="A", isi="a")
    terima(masuk, "2", "78", album="A", isi="chat lain")
    terima(masuk, "3", album="B", isi="album lain")
    terima(masuk, "4", isi="teks")
    terima(masuk, "5", album="A", isi="b")
    terima(masuk, "6", album="A", isi="c")
    satu = masuk.berikut("telegram", "77")
    assert satu is not None
    assert satu.id == pertama
    assert [bagian.isi for bagian in masuk.sealbum(satu)] == ["b", "c"]


def test_what_was_fetched_is_kept_with_the_message(masuk: InboxQ) -> None:
    id_ = terima(masuk, "1", isi="rujukan")
    masuk.ganti_isi(id_, "sidik")
    satu = masuk.berikut("telegram", "77")
    assert satu is not None
    assert satu.isi == "sidik"


def test_a_turn_that_failed_three_times_is_set_aside_and_visible(tx: Tx, masuk: InboxQ) -> None:
    id_ = terima(masuk, "1")
    berikut = terima(masuk, "2")
    assert [masuk.gagal(id_, KINI) for _ in range(GAGAL_SETELAH)] == [False, False, True]
    assert status(tx, "inbox", id_) == "gagal"
    satu = masuk.berikut("telegram", "77")
    assert satu is not None
    assert (satu.id, satu.coba) == (berikut, 0)


def test_counting_a_failure_of_nothing_sets_nothing_aside(masuk: InboxQ) -> None:
    assert masuk.gagal(999_999, KINI) is False


# --- writers, edits, the platform's own order -----------------------------------------------------------------------


def test_in_a_group_the_writer_has_an_address_of_their_own(masuk: InboxQ) -> None:
    masuk.terima("telegram", "1", "-100/7", "Ani", "{}", None, KINI, KINI, dari="77", pesan="12")
    masuk.terima("telegram", "2", "77", "Ani", "{}", None, KINI, KINI)
    grup, pribadi = masuk.berikut("telegram", "-100/7"), masuk.berikut("telegram", "77")
    assert grup
    assert pribadi
    assert (grup.dari, grup.pesan) == ("77", "12")
    assert (pribadi.dari, pribadi.pesan) == ("77", "")


def test_of_those_that_wait_the_platform_s_order_counts(masuk: InboxQ) -> None:
    for urut in (30, 10, 20):
        masuk.terima("telegram", str(urut), "77", "Ani", "{}", "A", KINI, KINI, urut=urut)
    pertama = masuk.berikut("telegram", "77")
    assert pertama
    sisa = masuk.sealbum(pertama)
    masuk.selesai([pertama.id], KINI)
    kedua = masuk.berikut("telegram", "77")
    assert kedua
    assert [kedua.id, sisa[1].id] == [m.id for m in sisa]


def test_an_edit_finds_the_message_it_changes_and_what_that_answered(masuk: InboxQ) -> None:
    masuk.terima("telegram", "1", "77", "Ani", "{}", None, KINI, KINI, pesan="12")
    asli = masuk.berikut("telegram", "77")
    assert asli
    masuk.menjawab([asli.id], 5, "hasil")
    masuk.selesai([asli.id], KINI)
    for ext_id in ("2", "3"):
        masuk.terima("telegram", ext_id, "77", "Ani", "{}", None, KINI, KINI, pesan="12")
    sunting = masuk.berikut("telegram", "77")
    assert sunting
    asal = masuk.asal("telegram", "77", "12", sunting.id)
    assert asal
    assert (asal.id, asal.percakapan, asal.kunci) == (asli.id, 5, "hasil")
    assert masuk.asal("telegram", "78", "12", sunting.id) is None
    assert masuk.asal("web", "77", "12", sunting.id) is None


def test_only_what_has_waited_for_a_while_is_another_process_s(masuk: InboxQ) -> None:
    terima(masuk, "1")
    assert masuk.tujuan_menunggu("telegram", KINI) == []
    assert masuk.tujuan_menunggu("telegram", KINI + 1) == ["77"]
