"""The operator's view of what was sent."""

from __future__ import annotations

import pytest

from data.ledger import STATUS, LedgerQ
from data.outbox import SIARAN, OutboxQ
from data.store import Tx
from tests.conftest import KINI


@pytest.fixture
def isi(tx: Tx) -> dict[str, int]:
    """One message of each status, by it."""
    keluar = OutboxQ(tx)
    ids = {s: keluar.antre("telegram", f"{n}", "{}", KINI) or 0 for n, s in enumerate(STATUS)}
    for row in keluar.klaim("telegram", KINI, 10):
        if row.id == ids["terkirim"]:
            keluar.terkirim(row.id, "x", KINI)
        elif row.id == ids["gagal"]:
            keluar.gagal(row.id, "Forbidden: bot was blocked by the user")
        elif row.id == ids["ragu"]:
            keluar.gagal(row.id, "TimedOut", ragu=True)
        elif row.id == ids["antre"]:
            keluar.tunda(row.id, KINI + 60, "RetryAfter", dihitung=True)
    keluar.antre("web", "77", "{}", KINI, kelas=SIARAN)
    return ids


def test_messages_are_counted_by_channel_and_status(tx: Tx, isi: dict[str, int]) -> None:
    assert LedgerQ(tx).jumlah() == {("telegram", s): 1 for s in sorted(STATUS)} | {("web", "antre"): 1}
    assert LedgerQ(tx).jumlah("web") == {("web", "antre"): 1}


def test_each_says_how_often_it_was_tried_and_why_it_failed(tx: Tx, isi: dict[str, int]) -> None:
    (gagal,) = LedgerQ(tx).daftar(["gagal"], "", 10)
    assert (gagal.id, gagal.tujuan, gagal.galat) == (isi["gagal"], "3", "Forbidden: bot was blocked by the user")
    (antre,) = LedgerQ(tx).daftar(["antre"], "telegram", 10)
    assert (antre.coba, antre.galat) == (1, "RetryAfter")
    assert [row.kanal for row in LedgerQ(tx).daftar(STATUS, "", 1)] == ["web"]


def test_only_what_failed_or_may_not_have_arrived_is_queued_again(tx: Tx, isi: dict[str, int]) -> None:
    semua = [*isi.values(), 987_654]
    assert LedgerQ(tx).ulangi(semua, KINI + 5) == [isi["gagal"], isi["ragu"]]
    assert {r.id for r in OutboxQ(tx).klaim("telegram", KINI + 5, 10)} == {isi["gagal"], isi["ragu"]}


def test_all_that_surely_failed_is_queued_again_at_once(tx: Tx, isi: dict[str, int]) -> None:
    assert LedgerQ(tx).ulangi_gagal("web", KINI) == []
    assert LedgerQ(tx).ulangi_gagal("", KINI) == [isi["gagal"]]
    assert LedgerQ(tx).ulangi_gagal("", KINI) == []
