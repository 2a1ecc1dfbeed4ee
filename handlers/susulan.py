"""What is said first when a message waited through an outage."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec

from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.pesan import Pesan

LAMA = 6 * 3600
"""Seconds after which a reply says when its message was written."""
SEKALI = 3600
"""Seconds in which it is said once in a chat."""


def terlambat(dikirim: int, kini: int) -> bool:
    """`dikirim` is 0 where the platform does not tell."""
    return 0 < dikirim < kini - LAMA


def beri_tahu(pesan: Pesan, dikirim: int, kini: int, zona: str) -> Pesan:
    """The same reply, and above it when the message was written, by the person's own clock."""
    saat, sekarang = (datetime.fromtimestamp(t, UTC).astimezone(ZoneInfo(zona)) for t in (dikirim, kini))
    hari = (sekarang.date() - saat.date()).days
    sebut = {0: "tadi", 1: "kemarin"}.get(hari, ejaan_pendek(saat.date()))
    baris = f"Pesan Anda {sebut} {saat:%H.%M} baru sampai."
    return msgspec.structs.replace(pesan, teks=f"{baris}\n\n{pesan.teks}".strip())
