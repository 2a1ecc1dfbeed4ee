"""What a turn says, put into the queue in the turn's own transaction."""

from __future__ import annotations

import msgspec

from data.inbox import Masuk
from data.outbox import OutboxQ
from data.store import Tx
from handlers.dialog.pesan import Pesan


def encode(pesan: Pesan) -> str:
    return msgspec.json.encode(pesan).decode()


def queue(tx: Tx, masuk: Masuk, pesan: Pesan, now: int) -> None:
    """To where the message came from."""
    OutboxQ(tx).antre(masuk.kanal, masuk.tujuan, encode(pesan), now, inbox_id=masuk.id)
