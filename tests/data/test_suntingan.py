"""What the inbox remembers of a message, for when it is edited or was late."""

from __future__ import annotations

import pytest

from data.inbox import InboxQ, Masuk
from data.store import Tx
from tests.conftest import KINI


@pytest.fixture
def inbox(tx: Tx) -> InboxQ:
    return InboxQ(tx)


def terima(q: InboxQ, isi: str, pesan: str = "", *, album: str = "", dikirim: int = KINI, tujuan: str = "77") -> int:
    n = q.terima("telegram", isi, tujuan, "Ani", isi, album or None, dikirim, KINI, pesan=pesan)
    assert n is not None
    return n


def ambil(q: InboxQ, tujuan: str = "77") -> Masuk:
    masuk = q.berikut("telegram", tujuan)
    assert masuk
    return masuk


def test_an_edit_finds_the_message_as_it_came_and_as_it_last_read(inbox: InboxQ) -> None:
    pertama = [terima(inbox, "satu", "5"), terima(inbox, "dua", "5"), terima(inbox, "lain", "6")]
    inbox.selesai(pertama, KINI)
    inbox.menjawab(pertama[:1], 9, "desa")
    terima(inbox, "tiga", "5")
    suntingan = ambil(inbox)
    asal = inbox.asal("telegram", "77", "5", suntingan.id)
    assert asal
    assert (asal.isi, asal.percakapan, asal.kunci) == ("satu", 9, "desa")
    assert inbox.versi(suntingan) == "dua"


def test_an_edit_of_what_we_never_saw_finds_only_itself(inbox: InboxQ) -> None:
    terima(inbox, "satu", "5")
    suntingan = ambil(inbox)
    assert inbox.asal("telegram", "77", "5", suntingan.id) is None
    assert inbox.versi(suntingan) == "satu"


def test_what_came_after_a_message_is_seen(inbox: InboxQ) -> None:
    inbox.selesai([terima(inbox, "sebelumnya")], KINI)
    terima(inbox, "satu", "5", album="A")
    asal = ambil(inbox)
    inbox.selesai([asal.id, terima(inbox, "bagian", "6", album="A"), terima(inbox, "suntingan", "5")], KINI)
    inbox.selesai([terima(inbox, "orang lain", "5", tujuan="78")], KINI)
    terima(inbox, "masih menunggu", "7")
    assert inbox.ada_sesudah(asal) is False
    inbox.selesai([terima(inbox, "ketukan")], KINI)
    assert inbox.ada_sesudah(asal) is True


def test_a_message_without_an_album_is_not_of_the_same_album_as_another(inbox: InboxQ) -> None:
    terima(inbox, "satu", "5")
    asal = ambil(inbox)
    inbox.selesai([asal.id, terima(inbox, "dua", "6")], KINI)
    assert inbox.ada_sesudah(asal) is True


@pytest.mark.parametrize(
    ("dikirim", "selesai", "ada"),
    [(KINI - 101, KINI, True), (KINI - 100, KINI, False), (KINI - 999, KINI - 60, False), (0, KINI, False)],
    ids=["late", "not late", "late, but long answered", "nobody knows when it was sent"],
)
def test_a_late_answer_of_a_moment_ago_is_seen(inbox: InboxQ, dikirim: int, selesai: int, ada: bool) -> None:
    inbox.selesai([terima(inbox, "satu", dikirim=dikirim)], selesai)
    terima(inbox, "menunggu", dikirim=KINI - 999)
    assert inbox.ada_terlambat("telegram", "77", 100, KINI - 50) is ada
    assert inbox.ada_terlambat("telegram", "78", 100, KINI - 50) is False
