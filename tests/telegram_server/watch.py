"""One lock around everything the server knows, and waiting for it to change: from a coroutine or from a thread."""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


class Watch:
    """Whoever changes what the server knows holds `lock` and calls `changed()`."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.closing = False
        self._condition = threading.Condition(self.lock)
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def changed(self) -> None:
        with self.lock:
            self._condition.notify_all()
            for loop, event in self._waiting:
                loop.call_soon_threadsafe(event.set)

    async def until(self, ready: Callable[[], T | None], seconds: float) -> T | None:
        """What `ready` returns once that is not None, or None when time is up or the server is closing."""
        me = (asyncio.get_running_loop(), asyncio.Event())
        deadline = time.monotonic() + seconds
        with self.lock:
            self._waiting.append(me)
        try:
            while True:
                me[1].clear()
                with self.lock:
                    found = ready()
                left = deadline - time.monotonic()
                if found is not None or self.closing or left <= 0:
                    return found
                with suppress(TimeoutError):
                    await asyncio.wait_for(me[1].wait(), left)
        finally:
            with self.lock:
                self._waiting.remove(me)

    def until_sync(self, ready: Callable[[], T | None], seconds: float) -> T | None:
        deadline = time.monotonic() + seconds
        with self.lock:
            while (found := ready()) is None and not self.closing:
                left = deadline - time.monotonic()
                if left <= 0 or not self._condition.wait(left):
                    return ready()
            return found

    async def pause(self, seconds: float) -> None:
        """Sleeps, but no longer than the server lives."""
        await self.until(lambda: None, seconds)
