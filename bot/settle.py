"""What becomes of a message that was not sent."""

from __future__ import annotations

import math

from bot.channels.contract import TAHAN, SendError
from data.grup import BISU, KELUAR, GrupQ
from data.orang import OrangQ
from data.outbox import BALASAN, SIARAN, Keluar, OutboxQ
from data.penerima import alamat_lain
from data.store import Tx

JEDA = (3, 60, 300)
"""Seconds before each further try of a message that may or may not have arrived; after the last it is failed."""


JENDELA, KUOTA = "jendela", "kuota"
SEBENTAR = 60
"""Seconds that what is held waits at least: whoever holds it may not know for how long."""


def settle(tx: Tx, row: Keluar, error: SendError, now: int) -> None:
    tx.lock(f"{row.kanal}:{row.tujuan}")  # the chat's turn may be queueing a reply that has to wait behind this one
    outbox = OutboxQ(tx)
    if error.mungkin_sampai and row.kelas == SIARAN:
        outbox.gagal(row.id, error.sebab, ragu=True)
    elif error.jenis in ("tunggu", "berhenti"):
        outbox.tunda(row.id, now + math.ceil(error.tunggu), error.sebab, dihitung=False)
    elif error.jenis in ("tahan", "alih"):
        _hold(tx, row, error, now)
    elif error.jenis == "sementara" and not error.mungkin_sampai:
        outbox.tunda(row.id, now, error.sebab, dihitung=False)
    elif error.jenis == "sementara" and row.coba < len(JEDA):
        outbox.tunda(row.id, now + JEDA[row.coba], error.sebab, dihitung=True)
    elif error.jenis == "pindah" and row.coba < len(JEDA):
        lama = row.tujuan.partition("/")[0]
        outbox.pindah(row.kanal, lama, error.tujuan_baru)
        GrupQ(tx).pindah(row.kanal, lama, error.tujuan_baru)
        outbox.tunda(row.id, now, error.sebab, dihitung=True)
    else:
        outbox.gagal(row.id, error.sebab)
        _closed(tx, row, error)


def settle_later(tx: Tx, id_: int, error: SendError, now: int) -> bool:
    """The platform took it, and said afterwards that it could not deliver it. False when it was settled already.

    Each such time counts as a try, so that nothing goes round for ever; not where the channel itself stands still.
    """
    row = OutboxQ(tx).ternyata_gagal(id_)
    if row is None:
        return False
    if error.jenis in ("tahan", "alih", "tutup", "tetap"):
        settle(tx, row, error, now)
    elif error.jenis == "berhenti":  # nothing goes until the operator has done something: no message is to blame
        OutboxQ(tx).tunda(row.id, now + max(math.ceil(error.tunggu), SEBENTAR), error.sebab, dihitung=False)
    elif row.coba < len(JEDA):
        OutboxQ(tx).tunda(row.id, now + max(math.ceil(error.tunggu), JEDA[row.coba]), error.sebab, dihitung=True)
    else:
        OutboxQ(tx).gagal(row.id, error.sebab)
    return True


def _hold(tx: Tx, row: Keluar, error: SendError, now: int) -> None:
    """A reply stays where it was asked for. What waits for no word of theirs need not wait where they have Telegram."""
    pindah = error.jenis == "alih" or error.sebab != JENDELA
    if pindah and row.kelas != BALASAN and (lain := alamat_lain(tx, row.kanal, row.tujuan)):
        OutboxQ(tx).alih(row.id, *lain, f"moved from {row.kanal}: {error.sebab}", now)
        return
    sebab = error.sebab if error.sebab in TAHAN else KUOTA
    OutboxQ(tx).tahan(row.id, sebab, now + max(SEBENTAR, math.ceil(error.tunggu)), error.sebab)


def _closed(tx: Tx, row: Keluar, error: SendError) -> None:
    """Nothing unasked goes there until the person returns, or the group lets us write again."""
    if error.jenis == "tutup":
        OrangQ(tx).tutup_alamat(row.kanal, row.tujuan)
    if error.jenis in ("tutup", "bisu") and (grup := GrupQ(tx).ambil(row.kanal, row.tujuan)):
        GrupQ(tx).ganti_status(grup, KELUAR if error.jenis == "tutup" else BISU)
