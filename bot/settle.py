"""What becomes of a message that was not sent."""

from __future__ import annotations

import math

from bot.channels.contract import SendError
from data.grup import BISU, KELUAR, GrupQ
from data.orang import OrangQ
from data.outbox import SIARAN, Keluar, OutboxQ
from data.store import Tx

JEDA = (3, 60, 300)
"""Seconds before each further try of a message that may or may not have arrived; after the last it is failed."""


def settle(tx: Tx, row: Keluar, error: SendError, now: int) -> None:
    tx.lock(f"{row.kanal}:{row.tujuan}")  # the chat's turn may be queueing a reply that has to wait behind this one
    outbox = OutboxQ(tx)
    if error.mungkin_sampai and row.kelas == SIARAN:
        outbox.gagal(row.id, error.sebab, ragu=True)
    elif error.jenis in ("tunggu", "berhenti"):
        outbox.tunda(row.id, now + math.ceil(error.tunggu), error.sebab, dihitung=False)
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


def _closed(tx: Tx, row: Keluar, error: SendError) -> None:
    """Nothing unasked goes there until the person returns, or the group lets us write again."""
    if error.jenis == "tutup":
        OrangQ(tx).tutup_alamat(row.kanal, row.tujuan)
    if error.jenis in ("tutup", "bisu") and (grup := GrupQ(tx).ambil(row.kanal, row.tujuan)):
        GrupQ(tx).ganti_status(grup, KELUAR if error.jenis == "tutup" else BISU)
