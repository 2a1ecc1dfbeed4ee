"""Meta is away, or does not want us: what to do until it works again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

from bot.channels.contract import SendError
from bot.channels.whatsapp import errors
from bot.channels.whatsapp.graph import GraphError
from bot.clock import Clock
from bot.log import logger

log = logger("whatsapp")
ULANG = (1, 2, 5, 10, 30)
"""Seconds before each further try."""
TOLAK = 60
"""Seconds between looks whether Meta knows the number and the token again."""
TERTANYA = (errors.TAK_DIKENALI, errors.IZIN, errors.NOMOR)
"""What the question `ask` finds out; of anything else only a message that goes through tells that it is over."""


class Patience:
    def __init__(self, ask: Callable[[], Awaitable[object]], clock: Clock) -> None:
        """`ask` is the least that a good token can do."""
        self._ask = ask
        self._clock = clock
        self._opened = False
        """Whether anything has worked yet."""
        self.berhenti = ""
        """Why nothing goes; '' while it does."""
        self._tahan = 0.0
        """Until when nothing is sent because messages failed after they were taken (an unpaid bill); 0: not so."""
        self._dicoba = False
        """Whether one has gone since, to see."""

    async def begin(self) -> None:
        """Only a token or a number that never worked ends it: `SendError` "berhenti"."""
        for gagal in count():
            try:
                await self.hello()
            except SendError as error:
                if error.sebab in TERTANYA and not self._opened:
                    raise
                if error.jenis == "berhenti":
                    self.ditolak(error.sebab)
                log.warning("Meta cannot be asked", sebab=error.sebab)
                await asyncio.sleep(ULANG[min(gagal, len(ULANG) - 1)])
            else:
                return

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(TOLAK)
            if self.berhenti in TERTANYA:
                try:
                    await self.hello()
                except SendError:
                    continue

    async def hello(self) -> None:
        try:
            await self._ask()
        except GraphError as error:
            gagal = _sebut(error)
        else:
            self.baik()
            return
        if gagal.jenis == "berhenti" and self._opened:
            self.ditolak(gagal.sebab)
        raise gagal

    def ditolak(self, sebab: str) -> None:
        if self.berhenti != sebab:
            log.error("WhatsApp does not let us write; tried again from time to time", sebab=sebab, tiap=TOLAK)
        self.berhenti = sebab

    def ditolak_kemudian(self, sebab: str) -> None:
        """That a message is taken tells nothing now; only that none fails for a while."""
        self.ditolak(sebab)
        self._tahan, self._dicoba = self._clock.monotonic() + TOLAK, False

    def periksa(self) -> None:
        """Raises `SendError` while nothing goes; lets one through from time to time."""
        if not self._tahan:
            return
        if self._clock.monotonic() < self._tahan:
            raise SendError("berhenti", self.berhenti)
        if self._dicoba:
            self._tahan = 0.0
            self.baik()
            return
        self._tahan, self._dicoba = self._clock.monotonic() + TOLAK, True

    def baik(self) -> None:
        if self._tahan:
            return
        if self.berhenti:
            log.info("WhatsApp lets us write again")
        self._opened, self.berhenti = True, ""


def _sebut(error: GraphError) -> SendError:
    tindakan = errors.tindakan(error)
    if error.http in (400, 404) and tindakan.jenis == "tetap":  # what was asked for is nothing but our number
        tindakan = errors.TABEL[33]
    return SendError(tindakan.jenis, tindakan.sebab, tunggu=error.tunggu)


class Tenang:
    """After trouble that is Meta's own nothing is sent for a while, longer each time; what waits loses no try by it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._gagal = 0
        self._sampai = 0.0

    def gagal(self, tunggu: float = 0) -> None:
        now = self._clock.monotonic()
        if self._sampai > now:
            return  # those that were on their way together are one
        self._sampai = now + max(tunggu, ULANG[min(self._gagal, len(ULANG) - 1)])
        self._gagal += 1

    def baik(self) -> None:
        self._gagal, self._sampai = 0, 0.0

    def periksa(self) -> None:
        """Raises `SendError` while it lasts."""
        if self._clock.monotonic() < self._sampai:
            raise SendError("sementara", "Meta had trouble a moment ago")
