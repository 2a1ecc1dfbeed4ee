"""How fast a bot may send: the rates Telegram's FAQ gives, and the 429 it answers above them.

30 messages a second in all, 20 a minute in one group, one a second in one chat "with short bursts": here three.
A refused message does not count. Telegram does not say how it counts edits; here an edit counts to the 30 a second in
all, and neither to the chat's burst nor to the group's minute. Deleting and answering a button count to nothing.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from tests.telegram_server.errors import too_many_requests

OVERALL, OVERALL_SECONDS = 30, 1.0
GROUP, GROUP_SECONDS = 20, 60.0
BURST, CHAT_SECONDS = 3, 1.0


class Rates:
    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._overall: deque[float] = deque()
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)
        self._chats: dict[int, float] = {}  # when the chat's burst will be whole again

    def count_edit(self) -> None:
        now = self.clock()
        if (wait := _wait(self._overall, OVERALL, OVERALL_SECONDS, now, 1)) > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._overall.append(now)

    def count(self, chat_id: int, *, group: bool, messages: int = 1) -> None:
        """Counts an album as so many messages, but as one where the rate is the chat's own. Raises the 429."""
        now = self.clock()
        waits = [_wait(self._overall, OVERALL, OVERALL_SECONDS, now, messages)]
        whole_at = max(self._chats.get(chat_id, now), now)
        waits.append(whole_at + CHAT_SECONDS - now - BURST * CHAT_SECONDS)
        if group:
            waits.append(_wait(self._groups[chat_id], GROUP, GROUP_SECONDS, now, messages))
        if max(waits) > 0:
            raise too_many_requests(max(1, math.ceil(max(waits))))
        self._overall.extend([now] * messages)
        self._chats[chat_id] = whole_at + CHAT_SECONDS
        if group:
            self._groups[chat_id].extend([now] * messages)


def _wait(sent: deque[float], most: int, seconds: float, now: float, messages: int) -> float:
    """Seconds until `messages` more keep within `most` in any `seconds`; none when at once."""
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    over = len(sent) + messages - most
    return sent[min(over, len(sent)) - 1] + seconds - now if over > 0 and sent else 0.0
