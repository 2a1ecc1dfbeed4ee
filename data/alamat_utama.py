"""Where somebody is told what they did not ask for, when they have several addresses: cheapest that reaches them.

Telegram costs nothing and rings in a pocket. WhatsApp rings and costs. A page waits until somebody looks. An address
that its owner has left does not reach them: Telegram that was silent for a month while they wrote on WhatsApp.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.store import Row, Tx

TELEGRAM, WHATSAPP = "telegram", "whatsapp"
URUT = {"web": 0, WHATSAPP: 2, TELEGRAM: 3}
"""The greatest is taken; any other channel is 1."""
DITINGGAL = 30 * 86_400
"""Seconds."""
SEKALIGUS = 500
"""People that one query asks about."""


def alamat_utama(tx: Tx, orang_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """(channel, destination) by person; none for who has no open address."""
    milik: dict[int, list[Row]] = {}
    for mulai in range(0, len(orang_ids), SEKALIGUS):
        ids = orang_ids[mulai : mulai + SEKALIGUS]
        for row in tx.all(
            "SELECT id, orang_id, kanal, tujuan FROM alamat "
            f"WHERE status = 'aktif' AND orang_id IN ({', '.join('?' * len(ids))}) ORDER BY id",
            tuple(ids),
        ):
            milik.setdefault(int(row["orang_id"]), []).append(row)
    return {id_: _pilih(tx, rows) for id_, rows in milik.items()}


def _pilih(tx: Tx, rows: Sequence[Row]) -> tuple[str, str]:
    urut = dict(URUT)
    if len(rows) > 1 and {TELEGRAM, WHATSAPP} <= {row["kanal"] for row in rows} and _ditinggal(tx, rows):
        urut[TELEGRAM] = 1
    row = max(rows, key=lambda satu: (urut.get(satu["kanal"], 1), satu["id"]))
    return row["kanal"], row["tujuan"]


def _ditinggal(tx: Tx, rows: Sequence[Row]) -> bool:
    kata = {TELEGRAM: 0, WHATSAPP: 0}
    for row in rows:
        if row["kanal"] in kata:
            kata[row["kanal"]] = max(kata[row["kanal"]], _terakhir(tx, row["kanal"], row["tujuan"]))
    return 0 < kata[TELEGRAM] < kata[WHATSAPP] - DITINGGAL


def _terakhir(tx: Tx, kanal: str, tujuan: str) -> int:
    """When they last wrote there; 0: never."""
    row = tx.one("SELECT dikirim FROM inbox WHERE kanal = ? AND tujuan = ? ORDER BY id DESC LIMIT 1", (kanal, tujuan))
    return 0 if row is None else int(row["dikirim"])
