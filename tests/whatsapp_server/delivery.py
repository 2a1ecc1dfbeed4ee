"""The webhook at work: events posted, several at once where asked, again until 200, for seven days."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random

import httpx

from tests.whatsapp_server.payload import Susunan, encode, signature
from tests.whatsapp_server.world import Peristiwa, World

QUICK_DELAYS = (0.02, 1.0)  # real seconds between attempts, the first and the longest, where the clock has no scale
DELAYS = (5.0, 3600.0)  # and simulated ones where it has
GIVEN_UP = 7 * 86400.0
LONGEST_WAIT = 20.0  # simulated seconds for an answer
HERE = {"127.0.0.1", "localhost"}


@dataclass
class Hantaran:
    """One payload and how it fared. `status` has the HTTP status of each attempt; 0 is no answer."""

    body: bytes
    mulai: float
    orang: set[int]
    status: list[int] = field(default_factory=list)
    menyerah: bool = False

    @property
    def sampai(self) -> bool:
        return 200 in self.status


@dataclass
class Ulah:
    """How delivery strays from the good case, at random: several events at once, twice, held back, in another order."""

    rng: Random
    berkas: int = 1
    """At most so many events in one delivery."""
    ganda: float = 0.0
    tahan: float = 0.0
    detik_tahan: tuple[float, float] = (1.0, 30.0)
    susunan: Susunan = "acak"


class Webhook:
    """A person's events are told one after the other, each once the one before has had its first answer; what was not
    taken is tried again beside them. Nothing is ever posted beyond loopback."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.held = False
        self.ulah: Ulah | None = None
        self.secret: str | None = None
        """Signs instead of the app secret; '' is no signature at all."""
        self.log: list[Hantaran] = []
        self._busy: set[int] = set()
        self._task: asyncio.Task[None] | None = None
        self._http: httpx.AsyncClient | None = None

    def start(self) -> None:
        self._http = httpx.AsyncClient(trust_env=False, verify=False)  # its time limits are set for each post
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if self._http is not None:
            await self._http.aclose()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as deliveries:
            while not self.world.watch.closing:
                hantaran = await self.world.watch.until(self._take, 3600)
                if hantaran is not None:
                    deliveries.create_task(self._deliver(hantaran))

    def take(self, most: int) -> list[Peristiwa]:
        """The oldest events of people who are not being told something just now."""
        with self.world.watch.lock:
            found: list[Peristiwa] = []
            for event in list(self.world.events):
                if len(found) < most and event.orang not in self._busy:
                    found.append(event)
                    self.world.events.remove(event)
            return found

    def _take(self) -> Hantaran | None:
        if self.held or not self.url or not self.world.events:
            return None
        ulah = self.ulah
        events = self.take(ulah.rng.randint(1, ulah.berkas) if ulah else 1)
        return self._new(events) if events else None

    def _new(self, events: Sequence[Peristiwa]) -> Hantaran:
        ulah = self.ulah
        body = encode(self.world.bisnis, events, ulah.susunan if ulah else "value", ulah.rng if ulah else None)
        hantaran = Hantaran(body, self.world.now(), {event.orang for event in events})
        self._busy |= hantaran.orang
        self.log.append(hantaran)
        return hantaran

    async def _deliver(self, hantaran: Hantaran) -> None:
        ulah = self.ulah
        held = ulah is not None and ulah.rng.random() < ulah.tahan
        if ulah and held:
            self._free(hantaran)  # what comes after overtakes it
            await self.world.watch.pause(self.world.clock.real(ulah.rng.uniform(*ulah.detik_tahan)))
        try:
            await self.post(hantaran)
        finally:
            if not held:
                self._free(hantaran)
        if ulah and ulah.rng.random() < ulah.ganda:
            await self.post(hantaran)
        await self._again(hantaran)

    def _free(self, hantaran: Hantaran) -> None:
        with self.world.watch.lock:
            self._busy -= hantaran.orang
            self.world.watch.changed()

    async def _again(self, hantaran: Hantaran) -> None:
        clock = self.world.clock
        first, longest = QUICK_DELAYS if clock.skala == 1 else map(clock.real, DELAYS)
        delay = first
        while not hantaran.sampai and not self.world.watch.closing:
            if self.world.now() - hantaran.mulai > GIVEN_UP:
                hantaran.menyerah = True
                return
            await self.world.watch.pause(delay)
            if not self.held:
                await self.post(hantaran)
            delay = min(delay * 2, longest)

    async def post(self, hantaran: Hantaran) -> int:
        status = await self.post_raw(hantaran.body)
        with self.world.watch.lock:
            hantaran.status.append(status)
            self.world.watch.changed()
        return status

    async def post_raw(self, body: bytes, tanda: str | None = None) -> int:
        """Any bytes, signed well unless told otherwise; '' sends no signature. 0: no answer."""
        if not self.url or httpx.URL(self.url).host not in HERE:
            raise AssertionError(f"the webhook {self.url!r} is not on loopback")
        secret = self.world.bisnis.app_secret if self.secret is None else self.secret
        tanda = (signature(secret, body) if secret else "") if tanda is None else tanda
        headers = {"Content-Type": "application/json", "User-Agent": "facebookexternalua"}
        headers |= {"X-Hub-Signature-256": tanda} if tanda else {}
        if self._http is None:
            raise AssertionError("the server is not running")
        try:
            timeout = max(self.world.clock.real(LONGEST_WAIT), 0.2)
            return (await self._http.post(self.url, content=body, headers=headers, timeout=timeout)).status_code
        except httpx.HTTPError:
            return 0

    async def challenge(self, url: str, token: str, word: str) -> bool:
        """What Meta does when a webhook is set up: the endpoint must send the word back."""
        if self._http is None:
            raise AssertionError("the server is not running")
        asked = {"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": word}
        answer = await self._http.get(url, params=asked)
        return answer.status_code == 200 and answer.text == word
