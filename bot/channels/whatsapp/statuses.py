"""What became of messages that WhatsApp took: the ledger goes forward, and what failed after all is settled anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.whatsapp.errors import Tindakan, untuk
from bot.channels.whatsapp.shape import Status, bersih
from bot.log import logger
from bot.settle import settle_later
from data.store import Tx
from data.wa_biaya import DARI_META, BatasWa
from data.wa_kirim import DIBACA, GAGAL, SAMPAI, TERKIRIM, KirimQ
from data.wa_kontak import Kontak, KontakQ

log = logger("whatsapp")
KEADAAN = {"sent": TERKIRIM, "delivered": SAMPAI, "read": DIBACA, "played": DIBACA, "failed": GAGAL}
"""Of Meta's words; others ('deleted', 'warning') say nothing about how far it got."""
OUTBOX = re.compile(r"[0-9]{1,18}")
TERBESAR = 2**31
"""No code is so large, and no column takes it."""


@dataclass(frozen=True)
class Gagal:
    """A message that WhatsApp took and could not bring."""

    kontak: Kontak | None
    templat: str
    """Its name; '' was free text."""
    kode: int
    tindakan: Tindakan


def majukan(tx: Tx, semua: Sequence[Status], batas: BatasWa, kini: int) -> list[Gagal]:
    """In the order of WhatsApp's clock. What failed is told, for who keeps something in mind about it."""
    gagal = []
    for satu in sorted(semua, key=lambda s: s.timestamp):
        if ketemu := _satu(tx, satu, batas, kini):
            gagal.append(ketemu)
    return gagal


def _satu(tx: Tx, status: Status, batas: BatasWa, kini: int) -> Gagal | None:
    keadaan = KEADAAN.get(status.status)
    if keadaan is None:
        log.info("status passed over", status=bersih(status.status)[:40])
        return None
    waktu = status.timestamp if 0 < status.timestamp <= kini else kini
    kode = next((g.code for g in status.errors if 0 < g.code < TERBESAR), 0)
    asal = status.biz_opaque_callback_data
    harga = status.pricing
    langkah = KirimQ(tx, batas).maju(
        bersih(status.id),
        keadaan,
        waktu,
        outbox_id=int(asal) if OUTBOX.fullmatch(asal) else None,
        kode=kode or None,
        tagih=harga.billable if harga else None,
        kategori=DARI_META.get(harga.category, "") if harga else "",
    )
    if langkah is None or keadaan != GAGAL:
        return None
    tindakan = untuk(kode)
    log.warning("not delivered", outbox=langkah.outbox_id, kode=kode, jenis=tindakan.jenis)
    if tindakan.buku == "tolak":
        KontakQ(tx).tolak(langkah.tujuan, waktu)
    settle_later(tx, langkah.outbox_id, tindakan.error(kode), kini)
    return Gagal(KontakQ(tx).ambil(langkah.tujuan), langkah.templat, kode, tindakan)
