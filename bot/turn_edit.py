"""An edited message: what it read before, what it answered, and by which day it is read."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import msgspec

from data.inbox import InboxQ, Masuk
from data.orang import Orang, tanggal_lokal
from handlers.dialog.masukan import Masukan
from handlers.dialog.sunting import Semula

SIANG_TERAKHIR = time(23, 59, 59)


def before(inbox: InboxQ, masuk: Masuk) -> tuple[Masuk, Semula] | None:
    """The message as it came, and as it stood until now; None when it is older than what we remember."""
    asal = inbox.asal(masuk.kanal, masuk.tujuan, masuk.pesan, masuk.id) if masuk.pesan else None
    if asal is None:
        return None
    dulu = msgspec.json.decode(asal.isi, type=Masukan)
    if dulu.sunting:  # all we have is another edit of it
        return None
    teks = msgspec.json.decode(inbox.versi(masuk), type=Masukan).teks
    semula = msgspec.structs.replace(dulu, teks=teks)
    return asal, Semula(semula, asal.percakapan, asal.kunci or "", terakhir=not inbox.ada_sesudah(asal))


def read_at(orang: Orang, asal: Masuk, now: int, setua: int) -> int:
    """The moment by which an edit is read: now, or the end of the message's own day once that is over.

    So "hari ini" stays the day on which it was written, and every hour of it has passed. Not for what is older than
    `setua` seconds.
    """
    hari = tanggal_lokal(asal.dikirim, orang.zona)
    if hari == orang.hari_ini(now) or not 0 <= now - asal.dikirim <= setua:
        return now
    return int(datetime.combine(hari, SIANG_TERAKHIR, ZoneInfo(orang.zona)).astimezone(UTC).timestamp())
