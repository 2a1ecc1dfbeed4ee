"""The web page's channel: what is sent is written down for the page, and every open page is told."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive, SendError
from bot.clock import Clock
from bot.turn import encode
from data.store import Store, Tx
from data.web import WebQ
from handlers.dialog.masukan import Dokumen, Foto
from handlers.pemberitahuan import tanpa_nomor

NAMA = "web"


class Web:
    """Pages listen on `listen`; a message is kept before any page is told of it, so a reload shows the same."""

    nama = NAMA
    limits = Limits(teks=20_000, label=200, tombol=200, berkas=50_000_000)
    pace = Pace()
    butuh_berkas = False
    berhenti = ""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._receive: Receive | None = None
        self._stopped = asyncio.Event()

    async def run(self, receive: Receive) -> None:
        """The page server calls `receive_from_page`; here there is only waiting."""
        self._receive = receive
        await self._stopped.wait()

    async def receive_from_page(self, inbound: Sequence[Inbound]) -> None:
        if self._receive is None:
            raise SendError("sementara", "the page server runs before its channel")
        # Shown first, so that no reply comes before it. If the inbox then fails, the page sends it again, same id.
        await self._store.write(lambda tx: _remember(tx, inbound, self._clock.now()))
        await self._receive(inbound)
        for satu in inbound:
            self.tell(satu.tujuan)

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        now = self._clock.now()
        await self._store.write(lambda tx: WebQ(tx).tulis_bot(tujuan, now, encode(kiriman.pesan), kiriman.id))
        self.tell(tujuan)
        return str(kiriman.id)

    async def sibuk(self, tujuan: str) -> None:
        return

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        return

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        raise SendError("tetap", "what the page sends arrives with the message")

    async def close(self) -> None:
        self._stopped.set()
        for tujuan in list(self._listeners):
            self.tell(tujuan)

    def tell(self, tujuan: str) -> None:
        for event in self._listeners.get(tujuan, ()):
            event.set()

    def listen(self, tujuan: str) -> asyncio.Event:
        event = asyncio.Event()
        self._listeners[tujuan].add(event)
        return event

    def unlisten(self, tujuan: str, event: asyncio.Event) -> None:
        self._listeners[tujuan].discard(event)
        if not self._listeners[tujuan]:
            del self._listeners[tujuan]

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()


def _remember(tx: Tx, inbound: Sequence[Inbound], now: int) -> None:
    for satu in inbound:
        kunci = satu.ext_id.partition(":")[2]
        WebQ(tx).tulis_saya(satu.tujuan, now, msgspec.json.encode(tanpa_nomor(satu.masukan)).decode(), kunci)
