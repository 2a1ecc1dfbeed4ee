"""What Meta posts: checked, read, stored, and only then acknowledged.

One transaction knows who wrote and until when we may answer; the inbox commits next; then 200. Anything else brings the
delivery again, for seven days, and all of this may be done twice.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from bot.channels.contract import Receive
from bot.channels.whatsapp.identity import Ganti, Suka
from bot.channels.whatsapp.parse import Datang, Kumpulan, kumpulkan
from bot.channels.whatsapp.record import Tercatat, catat
from bot.channels.whatsapp.shape import badan
from bot.channels.whatsapp.statuses import Gagal
from bot.clock import Clock
from bot.log import logger
from data.store import Store
from data.wa_biaya import BatasWa

log = logger("whatsapp")
TANDA = "sha256="
TERBESAR = 4_000_000
"""Bytes of a body; Meta's are at most 3 MB."""
MENYERAH = 3
"""Pieces of a delivery that cannot be stored, one after the other, until the store is taken to be away."""


@dataclass(frozen=True)
class Rahasia:
    app_secret: str
    """Meta signs with it."""
    verify_token: str
    """Meta asks with it whether this address is ours."""


class Incoming:
    def __init__(
        self,
        store: Store,
        clock: Clock,
        nomor_id: str,
        rahasia: Rahasia,
        batas: BatasWa,
        on_fail: Callable[[Gagal], None] = lambda _gagal: None,
    ) -> None:
        """`nomor_id`: our phone_number_id. `on_fail` hears of each message that failed after WhatsApp had taken it."""
        self._store = store
        self._clock = clock
        self._nomor_id = nomor_id
        self._rahasia = rahasia
        self._batas = batas
        self._on_fail = on_fail

    def challenge(self, query: Mapping[str, str]) -> str | None:
        """What to answer when Meta asks whether this address is ours; None: it is not Meta who asks."""
        kata, milik = query.get("hub.verify_token", ""), self._rahasia.verify_token
        sama = hmac.compare_digest(kata.encode(errors="replace"), milik.encode())
        return query.get("hub.challenge", "") if sama and milik and query.get("hub.mode") == "subscribe" else None

    async def deliver(self, body: bytes, tanda: str, receive: Receive) -> int:
        """`tanda`: the header X-Hub-Signature-256. The HTTP status for Meta: 200 when it need not send this again."""
        if len(body) > TERBESAR:
            return 413
        if not self._dari_meta(body, tanda):
            log.warning("a delivery without Meta's signature was refused")
            return 401
        if (mentah := badan(body)) is None:
            return 400
        isi = kumpulkan(mentah, self._nomor_id)
        try:
            await self._simpan(isi, receive)
        except Exception:
            log.exception("a delivery could not be stored as a whole; now piece by piece")
            return await self._satu_satu(isi, receive)
        return 200

    def _dari_meta(self, body: bytes, tanda: str) -> bool:
        """Over the raw bytes, before anything in them is read."""
        kunci = self._rahasia.app_secret
        seharusnya = TANDA + hmac.new(kunci.encode(), body, sha256).hexdigest()
        return hmac.compare_digest(tanda.encode(errors="replace"), seharusnya.encode()) and bool(kunci)

    async def _simpan(self, isi: Kumpulan, receive: Receive) -> None:
        kini = self._clock.now()
        hasil: Tercatat = await self._store.write(lambda tx: catat(tx, isi, self._batas, kini))
        if hasil.masuk:
            await receive(hasil.masuk)
        for satu in hasil.gagal:
            self._on_fail(satu)

    async def _satu_satu(self, isi: Kumpulan, receive: Receive) -> int:
        """So that one that cannot be stored stops no other. What was left out comes again with all the rest."""
        hilang = beruntun = 0
        for satu in _pecah(isi):
            try:
                await self._simpan(satu, receive)
                beruntun = 0
            except Exception as error:
                hilang, beruntun = hilang + 1, beruntun + 1
                log.error("not stored; Meta will send it again", sebab=type(error).__name__)
                if beruntun == MENYERAH:
                    break
        return 500 if hilang else 200


def _pecah(isi: Kumpulan) -> Iterable[Kumpulan]:
    urut: list[Datang | Ganti] = [*isi.ganti, *isi.datang]
    for satu in sorted(urut, key=lambda s: s.waktu):
        yield Kumpulan(datang=[satu]) if isinstance(satu, Datang) else Kumpulan(ganti=[satu])
    suka: Iterable[Suka] = isi.suka
    yield from (Kumpulan(suka=[satu]) for satu in suka)
    yield from (Kumpulan(status=[satu]) for satu in isi.status)
