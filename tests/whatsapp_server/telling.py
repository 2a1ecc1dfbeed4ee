"""What a test does with the webhook: sets it up, holds it, packs, doubles and repeats what it is told."""

import asyncio
import random

from tests.whatsapp_server.delivery import Hantaran, Ulah, Webhook
from tests.whatsapp_server.payload import Susunan, encode, signature
from tests.whatsapp_server.world import Peristiwa, World


class WebhookControls:
    def __init__(self, world: World) -> None:
        self.world = world
        self.webhook = Webhook(world)

    async def pasang_webhook(self, url: str, kata: str | None = None) -> None:
        """As Meta's dashboard does it: first the challenge with the verify token, then events come."""
        word = str(random.randrange(10**9)) if kata is None else kata
        if not await self.webhook.challenge(url, self.world.bisnis.verify_token, word):
            raise AssertionError(f"{url} did not send the challenge back")
        self.kirim_ke(url)

    def kirim_ke(self, url: str) -> None:
        """Without the challenge; '' and nothing is told any more, but kept."""
        with self.world.watch.lock:
            self.webhook.url = url
            self.world.watch.changed()

    def ulah_webhook(self, ulah: Ulah | None) -> None:
        """From now on deliveries come in batches, twice, late, in another order: see Ulah."""
        self.webhook.ulah = ulah

    def rahasia_salah(self, rahasia: str | None = "bukan-rahasia-aplikasi") -> None:
        """Signs with another secret; '' does not sign at all, None signs well again."""
        self.webhook.secret = rahasia

    def tahan(self) -> None:
        """Nothing is delivered until lepas()."""
        self.webhook.held = True

    async def lepas(self, susunan: Susunan | None = None, *, terbalik: bool = False, ganda: bool = False) -> list[int]:
        """What was held goes out: as always, or with `susunan` all of it in one delivery of that make (`terbalik`: the
        newest first; `ganda`: the whole delivery twice at once). Returns its HTTP statuses."""
        status: list[int] = []
        if susunan is not None:
            events = self.ambil_peristiwa()
            body = encode(self.world.bisnis, events[::-1] if terbalik else events, susunan)
            hantaran = Hantaran(body, self.world.now(), set())
            self.webhook.log.append(hantaran)
            await asyncio.gather(*(self.webhook.post(hantaran) for _ in range(1 + ganda)))
            status = hantaran.status
        with self.world.watch.lock:
            self.webhook.held = False
            self.world.watch.changed()
        return status

    def ambil_peristiwa(self) -> list[Peristiwa]:
        """Takes what is still to be told out of the queue, for a test that tells it itself."""
        with self.world.watch.lock:
            events = list(self.world.events)
            self.world.events.clear()
            return events

    def ambil(self, susunan: Susunan = "value") -> tuple[bytes, dict[str, str]]:
        """The same as one signed request: its raw body and headers. Needs no running server."""
        body = encode(self.world.bisnis, self.ambil_peristiwa(), susunan)
        return body, {"x-hub-signature-256": signature(self.world.bisnis.app_secret, body)}

    async def ulangi(self, nomor: int = -1) -> int:
        """Delivers that one of `hantaran` again, however long ago it was taken: Meta does for up to seven days."""
        return await self.webhook.post(self.webhook.log[nomor])

    async def kirim_mentah(self, body: bytes, tanda: str | None = None) -> int:
        """Any bytes to the webhook; `tanda` instead of the right signature, '' none."""
        return await self.webhook.post_raw(body, tanda)

    @property
    def hantaran(self) -> list[Hantaran]:
        """Every delivery so far, oldest first."""
        return self.webhook.log

    async def tuntas(self, batas: float = 5.0) -> None:
        """Waits until the webhook has taken everything."""

        def empty() -> bool | None:
            return (
                True if not self.world.events and all(one.sampai or one.menyerah for one in self.webhook.log) else None
            )

        if await self.world.watch.until(empty, batas) is None:
            waiting = [one.status for one in self.webhook.log if not one.sampai]
            raise AssertionError(f"not within {batas} s: {len(self.world.events)} events to tell, not taken: {waiting}")
