"""The server's time. With a scale, everything it times runs so many times as fast: dates, rates, waits and polls."""

import time
from collections.abc import Callable


class Clock:
    """Seconds are simulated ones, unless a name says `real`."""

    def __init__(self, skala: float = 1.0, dasar: Callable[[], float] = time.time) -> None:
        self.skala = skala
        self._dasar = dasar
        self._date = dasar()
        self._start = time.monotonic()

    def now(self) -> float:
        """The date: without a scale whatever `dasar` says, so that a test may move it."""
        return self._dasar() if self.skala == 1 else self._date + self.monotonic()

    def monotonic(self) -> float:
        return (time.monotonic() - self._start) * self.skala

    def real(self, seconds: float) -> float:
        return seconds / self.skala
