"""How fast and to how many a number may write: Meta's pair rate, throughput and messaging tier.

To one person one message in six seconds, with bursts of up to 45 that are paid back at the same rate; 80 a second in
all; outside the 24-hour window so many different people in any 24 hours as the tier says. A refused message does not
count. Meta does not publish how the burst refills; here a bucket of 45 that gains one every six seconds.
"""

from collections import deque
from collections.abc import Callable

from tests.whatsapp_server.errors import GraphError

PAIR_SECONDS, BURST = 6.0, 45
THROUGHPUT, DAY = 80, 86400.0


class Rates:
    def __init__(self, clock: Callable[[], float], *, burst: int = BURST, throughput: int = THROUGHPUT) -> None:
        self.clock = clock
        self.burst = burst
        self.throughput = throughput
        self._sent: deque[float] = deque()
        self._pairs: dict[int, float] = {}  # when the person's burst will be whole again

    def count(self, person: int) -> None:
        now = self.clock()
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        if len(self._sent) >= self.throughput:
            raise GraphError(130429)
        whole_at = max(self._pairs.get(person, now), now)
        if whole_at + PAIR_SECONDS - now > self.burst * PAIR_SECONDS:
            raise GraphError(131056)
        self._sent.append(now)
        self._pairs[person] = whole_at + PAIR_SECONDS


class Tier:
    """Different people written to outside their window, in any 24 hours."""

    def __init__(self, clock: Callable[[], float], most: int | None) -> None:
        self.clock = clock
        self.most = most
        self._last: dict[int, float] = {}

    def takes(self, person: int) -> bool:
        now = self.clock()
        self._last = {other: at for other, at in self._last.items() if at > now - DAY}
        if self.most is not None and person not in self._last and len(self._last) >= self.most:
            return False
        self._last[person] = now
        return True

    @property
    def recipients(self) -> int:
        now = self.clock()
        return sum(at > now - DAY for at in self._last.values())
