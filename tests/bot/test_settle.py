"""What becomes of a message that was not sent, while its chat goes on."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.channels.contract import SendError
from bot.settle import JEDA, SEBENTAR, settle, settle_later
from data.orang import OrangQ
from data.outbox import BALASAN, PENGINGAT, Keluar, OutboxQ
from data.store import Store, Tx
from tests.conftest import KINI


async def test_a_reply_that_is_being_queued_meanwhile_does_not_overtake(store: Store) -> None:
    """The person saw it although we do not know, and has answered."""
    antre = await store.write(lambda tx: OutboxQ(tx).antre("uji", "77", "pertama", KINI))
    assert antre is not None
    pertama = (await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI, 1)))[0]
    lanjut = threading.Event()

    def giliran(tx: Tx) -> None:
        tx.lock("uji:77")
        OutboxQ(tx).antre("uji", "77", "kedua", KINI)
        lanjut.wait(5)

    menjawab = asyncio.create_task(store.write(giliran))
    await asyncio.sleep(0.1)
    ragu = SendError("sementara", "timeout", mungkin_sampai=True)
    menunda = asyncio.create_task(store.write(lambda tx: settle(tx, pertama, ragu, KINI)))
    await asyncio.sleep(0.1)
    lanjut.set()
    await asyncio.gather(menjawab, menunda)
    assert await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI, 9)) == []
    sesudah = await store.write(lambda tx: OutboxQ(tx).klaim("uji", KINI + JEDA[0], 9))
    assert [row.isi for row in sesudah] == ["pertama"]


def diklaim(tx: Tx, kelas: int = PENGINGAT, *, telegram: bool = True) -> Keluar:
    """A message to Ani's WhatsApp that is on its way."""
    orang = OrangQ(tx)
    id_ = orang.tambah("Ani", "Asia/Jakarta", KINI)
    for kanal, tujuan in (("telegram", "77"), ("whatsapp", "waA"))[0 if telegram else 1 :]:
        orang.pasang_alamat(id_, kanal, tujuan, KINI)
    OutboxQ(tx).antre("whatsapp", "waA", "isi", KINI, kelas=kelas)
    (row,) = OutboxQ(tx).klaim("whatsapp", KINI, 1)
    return row


def baris(tx: Tx) -> tuple[str, str, str, int, str]:
    row = tx.one("SELECT kanal, status, tahan, jatuh, galat FROM outbox")
    assert row is not None
    return row["kanal"], row["status"], row["tahan"], row["jatuh"], row["galat"]


def test_what_waits_for_their_word_is_held_where_it_is(tx: Tx) -> None:
    settle(tx, diklaim(tx), SendError("tahan", "jendela", tunggu=3600), KINI)
    assert baris(tx) == ("whatsapp", "antre", "jendela", KINI + 3600, "jendela")


@pytest.mark.parametrize("jenis", ["tahan", "alih"])
@pytest.mark.parametrize("sebab", ["kuota", "anggaran", "izin"])
def test_what_would_wait_for_money_people_or_leave_goes_to_their_telegram(tx: Tx, jenis: str, sebab: str) -> None:
    settle(tx, diklaim(tx), SendError(jenis, sebab, tunggu=3600), KINI)  # type: ignore[arg-type]
    assert baris(tx) == ("telegram", "antre", "", KINI, f"moved from whatsapp: {sebab}")
    assert [row.isi for row in OutboxQ(tx).klaim("telegram", KINI, 1)] == ["isi"]


def test_where_there_is_no_other_address_it_is_held(tx: Tx) -> None:
    settle(tx, diklaim(tx, telegram=False), SendError("alih", "kuota", tunggu=3600), KINI)
    assert baris(tx) == ("whatsapp", "antre", "kuota", KINI + 3600, "kuota")


def test_a_reply_stays_where_it_was_asked_for(tx: Tx) -> None:
    settle(tx, diklaim(tx, BALASAN), SendError("alih", "kuota", tunggu=3600), KINI)
    assert baris(tx) == ("whatsapp", "antre", "kuota", KINI + 3600, "kuota")


def test_a_reason_of_the_platform_s_own_is_kept_beside_ours_and_never_looked_at_at_once(tx: Tx) -> None:
    settle(tx, diklaim(tx, telegram=False), SendError("alih", "130472: an experiment"), KINI)
    assert baris(tx) == ("whatsapp", "antre", "kuota", KINI + SEBENTAR, "130472: an experiment")


# --- what failed after it was taken ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "jadi"),
    [
        (SendError("tahan", "jendela"), ("whatsapp", "antre", "jendela")),
        (SendError("tahan", "kuota", tunggu=60), ("telegram", "antre", "")),
        (SendError("tetap", "tidak bisa"), ("whatsapp", "gagal", "")),
        (SendError("tutup", "tidak ada"), ("whatsapp", "gagal", "")),
    ],
)
def test_it_is_settled_as_if_it_had_not_been_taken(tx: Tx, error: SendError, jadi: tuple[str, str, str]) -> None:
    row = diklaim(tx)
    OutboxQ(tx).terkirim(row.id, "w1", KINI)
    assert settle_later(tx, row.id, error, KINI + 5)
    assert baris(tx)[:3] == jadi
    tutup = tx.one("SELECT 1 AS ada FROM alamat WHERE kanal = 'whatsapp' AND status = 'tutup'")
    assert (tutup is not None) == (error.jenis == "tutup")


def test_it_is_tried_again_a_few_times_and_then_failed(tx: Tx) -> None:
    row = diklaim(tx)
    for n, jeda in enumerate((*JEDA, None)):
        OutboxQ(tx).terkirim(row.id, f"w{n}", KINI)
        assert settle_later(tx, row.id, SendError("sementara", "sakit"), KINI)
        assert baris(tx)[1] == ("gagal" if jeda is None else "antre")
        if jeda is not None:
            assert baris(tx)[3] == KINI + jeda
    assert not settle_later(tx, row.id, SendError("sementara", "sakit"), KINI)


def test_an_unpaid_bill_costs_no_message_a_try(tx: Tx) -> None:
    """Said of every message, for as long as the operator needs: none may be lost by it."""
    row = diklaim(tx, BALASAN)
    for n in range(2 * len(JEDA)):
        OutboxQ(tx).terkirim(row.id, f"w{n}", KINI)
        assert settle_later(tx, row.id, SendError("berhenti", "the bill"), KINI)
        assert baris(tx) == ("whatsapp", "antre", "", KINI + SEBENTAR, "the bill")
        (lagi,) = OutboxQ(tx).klaim("whatsapp", KINI + SEBENTAR, 1)
        assert lagi.coba == 0


# --- they write while it is on its way ------------------------------------------------------------------------------


def test_what_is_held_after_they_wrote_is_looked_at_at_once(tx: Tx) -> None:
    """Its announcement was on its way when they wrote: nobody will write again to release it."""
    row = diklaim(tx)
    assert OutboxQ(tx).lepas_tahan("whatsapp", "waA", KINI + 1) == 0
    settle(tx, row, SendError("tahan", "jendela", tunggu=30 * 86_400), KINI + 2)
    assert baris(tx)[:4] == ("whatsapp", "antre", "", KINI)
    (lagi,) = OutboxQ(tx).klaim("whatsapp", KINI + 2, 1)
    settle(tx, lagi, SendError("tahan", "jendela", tunggu=3600), KINI + 2)
    assert baris(tx)[2:4] == ("jendela", KINI + 2 + 3600), "once only: nothing goes round"


def test_that_they_wrote_leaves_no_trace_on_what_went(tx: Tx) -> None:
    row = diklaim(tx)
    OutboxQ(tx).lepas_tahan("whatsapp", "waA", KINI + 1)
    assert OutboxQ(tx).tersisa("whatsapp") == 1
    OutboxQ(tx).terkirim(row.id, "w1", KINI + 2)
    assert baris(tx)[1:3] == ("terkirim", "")


def test_nor_on_what_is_tried_later_or_was_cut_off(tx: Tx) -> None:
    row = diklaim(tx)
    OutboxQ(tx).lepas_tahan("whatsapp", "waA", KINI + 1)
    OutboxQ(tx).pulihkan("whatsapp")
    assert baris(tx)[1:3] == ("antre", "")
    OutboxQ(tx).klaim("whatsapp", KINI, 1)
    OutboxQ(tx).lepas_tahan("whatsapp", "waA", KINI + 1)
    settle(tx, row, SendError("sementara", "timeout", mungkin_sampai=True), KINI)
    assert baris(tx)[1:3] == ("antre", "")
