"""One process sends for a channel, however many receive: the platform's limits count for all of them together."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.clock import Clock
from data.giliran import GiliranQ, Pemilik
from data.store import Store, Tx

LAMA = 15
"""Seconds a lease lasts; so long may the messages of a process that died wait for another."""
PERBARUI = 5
"""Seconds between renewals: two may fail before the lease is over."""
NAMA = "utama"


@dataclass(frozen=True)
class Proses:
    """This run of this process, as the others know it."""

    nama: str = NAMA
    mulai: int = field(default_factory=time.time_ns)  # a name, not a time of day: bot.clock may be a test's

    @property
    def pemilik(self) -> Pemilik:
        return Pemilik(self.nama, self.mulai)


class Digantikan(Exception):
    """A later run of our own name is at work; two may not share a name."""


class Lease:
    """`hold` as often as wanted: it asks the database only when the lease must be renewed, or is another's."""

    def __init__(self, store: Store, clock: Clock, apa: str, proses: Proses, on_gain: Callable[[Tx], object]) -> None:
        """`on_gain` runs in the transaction that makes the lease ours, never while another may still be at work."""
        self._store = store
        self._clock = clock
        self._apa = apa
        self._pemilik = proses.pemilik
        self._on_gain = on_gain
        self._until = 0.0
        self._renew_at = 0.0

    @property
    def ours(self) -> bool:
        """By our own clock: what the database does not answer in time is no longer ours."""
        return self._clock.monotonic() < self._until

    async def hold(self) -> bool:
        """Whether it is ours now. Raises `Digantikan`, and whatever a database raises that is away."""
        now = self._clock.monotonic()
        if now < self._renew_at and self.ours:
            return True
        if not await self._store.write(self._take):
            self._until = 0.0
            return False
        self._until, self._renew_at = now + LAMA, now + PERBARUI
        return True

    def _take(self, tx: Tx) -> bool:
        giliran = GiliranQ(tx).ambil(self._apa, self._pemilik, self._clock.now(), LAMA)
        if giliran.digantikan:
            raise Digantikan(self._pemilik.nama)
        if giliran.baru:
            self._on_gain(tx)
        return giliran.milik_kita

    async def release(self) -> None:
        if self._until:
            self._until = 0.0
            await self._store.write(lambda tx: GiliranQ(tx).lepas(self._apa, self._pemilik))
