"""The server's time, which a test may push forward: the window, a media URL and a tier all end by it."""

from tests.telegram_server.clock import Clock as TelegramClock


class Clock(TelegramClock):
    """Seconds are simulated ones, unless a name says `real`."""

    pushed = 0.0

    def push(self, seconds: float) -> None:
        self.pushed += seconds

    def now(self) -> float:
        return super().now() + (self.pushed if self.skala == 1 else 0)  # with a scale monotonic() has it already

    def monotonic(self) -> float:
        return super().monotonic() + self.pushed
