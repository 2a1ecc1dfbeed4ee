"""The listening half of the WhatsApp channel over a real store, and what the platform would post to it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.channels.contract import Inbound
from bot.channels.whatsapp.incoming import Incoming, Rahasia
from bot.channels.whatsapp.statuses import Gagal
from data.store import Store
from data.wa_biaya import LAYANAN, UTILITAS, BatasWa
from tests.conftest import Jam
from tests.whatsapp_server import APP_SECRET, VERIFY_TOKEN, Orang, WhatsAppServer, signature

BATAS = BatasWa(tarif={LAYANAN: 100, UTILITAS: 300})


class Masuk:
    """`masuk` is what reached the inbox; `galat` is raised there, once each."""

    def __init__(self, store: Store, jam: Jam) -> None:
        self.server = WhatsAppServer(waktu=jam.now)
        self.jam = jam
        self.store = store
        self.masuk: list[Inbound] = []
        self.galat: list[Exception] = []
        self.gagal: list[Gagal] = []
        rahasia = Rahasia(APP_SECRET, VERIFY_TOKEN)
        self.incoming = Incoming(store, jam, self.server.bisnis.phone_number_id, rahasia, BATAS, self.gagal.append)

    def orang(self, nama: str = "Sari", **lain: Any) -> Orang:
        return self.server.orang(nama, **lain)

    async def terima(self, inbound: Sequence[Inbound]) -> None:
        if self.galat:
            raise self.galat.pop(0)
        self.masuk += inbound

    async def kirim(self, body: bytes, tanda: str | None = None) -> int:
        return await self.incoming.deliver(body, signature(APP_SECRET, body) if tanda is None else tanda, self.terima)

    async def hantar(self, susunan: Any = "value") -> list[Inbound]:
        """Everything that people did since the last time, in one delivery; what came of it."""
        self.masuk.clear()
        body, headers = self.server.ambil(susunan)
        assert await self.kirim(body, headers["x-hub-signature-256"]) == 200
        return list(self.masuk)

    async def satu(self) -> Inbound:
        masuk = await self.hantar()
        assert len(masuk) == 1
        return masuk[0]

    def badan(self, *messages: dict[str, Any], **value: Any) -> bytes:
        """A delivery by hand, to our number."""
        metadata = {"phone_number_id": self.server.bisnis.phone_number_id}
        isi = {"messaging_product": "whatsapp", "metadata": metadata, "messages": list(messages)} | value
        return hantaran({"field": "messages", "value": isi})


def hantaran(*changes: dict[str, Any]) -> bytes:
    return json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": list(changes)}]}
    ).encode()


def teks(wamid: str, isi: str, waktu: int, **lain: Any) -> dict[str, Any]:
    dasar = {"from": "6281100000777", "id": wamid, "timestamp": str(waktu), "type": "text", "text": {"body": isi}}
    return dasar | lain
