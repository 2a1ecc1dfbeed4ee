"""One lock around everything the server knows, and waiting for it to change: from a coroutine or from a thread."""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
_Waiter = tuple[asyncio.AbstractEventLoop, asyncio.Event]


class Watch:
    """Whoever changes what the server knows holds `lock` and calls `changed()`, naming the chats it happened in."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.closing = False
        self._condition = threading.Condition(self.lock)
        self._waiting: dict[int | None, set[_Waiter]] = {None: set()}
        self._sleeping: set[_Waiter] = set()

    def changed(self, *chats: int) -> None:
        """Wakes who waits for everything and for these chats; with none named, everybody."""
        with self.lock:
            self._condition.notify_all()
            named = (self._waiting.get(chat, set()) for chat in (None, *chats))
            _wake(*(named if chats else self._waiting.values()))

    def close(self) -> None:
        with self.lock:
            self.closing = True
            self.changed()
            _wake(self._sleeping)

    async def until(self, ready: Callable[[], T | None], seconds: float, chat: int | None = None) -> T | None:
        """What `ready` returns once that is not None, or None when time is up or the server is closing.

        Seconds are real ones. With `chat`, only what happens there counts.
        """
        me = (asyncio.get_running_loop(), asyncio.Event())
        deadline = time.monotonic() + seconds
        with self.lock:
            self._waiting.setdefault(chat, set()).add(me)
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
                self._waiting[chat].discard(me)
                if chat is not None and not self._waiting[chat]:
                    del self._waiting[chat]

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
        me = (asyncio.get_running_loop(), asyncio.Event())
        with self.lock:
            if self.closing or seconds <= 0:
                return
            self._sleeping.add(me)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(me[1].wait(), seconds)
        finally:
            with self.lock:
                self._sleeping.discard(me)


def _wake(*groups: set[_Waiter]) -> None:
    for loop, event in (waiter for group in groups for waiter in group):
        if not event.is_set():
            loop.call_soon_threadsafe(event.set)
