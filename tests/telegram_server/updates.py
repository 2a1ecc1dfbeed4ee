"""Updates waiting for the bot: numbered, in order, kept until it confirms them or they are a day old."""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import ApiError, Json
from tests.telegram_server.watch import Watch

LONGEST_POLL = 50
LONGEST_KEPT = 24 * 3600
_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
TERMINATED = ApiError(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
WEBHOOK_SET = ApiError(409, "Conflict: terminated by setWebhook request")
UNAUTHORIZED = ApiError(401, "Unauthorized")


@dataclass(frozen=True, eq=False, slots=True)
class Update:
    update_id: int
    chat_id: int
    body: Json
    waktu: float


class UpdateQueue:
    def __init__(self, watch: Watch, clock: Clock, *, simpan: bool = True) -> None:
        """`simpan`: keep every update there ever was in `sent`, for assertions."""
        self.watch = watch
        self.clock = clock
        self.simpan = simpan
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self._by_chat: dict[int, OrderedDict[int, Update]] = {}
        self.idle: dict[int, None] = {}  # chats with something pending that no webhook is serving
        self.busy: set[int] = set()
        self.held: set[int] = set()
        self.sent: list[Json] = []
        self.dropped: list[int] = []  # ids of those nobody fetched within a day
        self.allowed: list[str] = []  # empty: all but the kinds one must ask for
        self._last_id = 100_000_000
        self._poll = 0
        self._conflict = TERMINATED

    def add(self, kind: str, payload: Json, chat_id: int) -> int | None:
        """The new update's id; None when the bot has not asked for this kind."""
        if not (kind in self.allowed if self.allowed else kind not in _UNASKED):
            return None
        self._last_id += 1
        body = {"update_id": self._last_id, kind: _copy(payload)}  # a later edit must not reach into it
        update = Update(self._last_id, chat_id, body, self.clock.now())
        self.pending[update.update_id] = update
        self._by_chat.setdefault(chat_id, OrderedDict())[update.update_id] = update
        if chat_id not in self.busy:
            self.idle[chat_id] = None
        if self.simpan:
            self.sent.append(body)
        self.watch.changed(chat_id)
        return self._last_id

    def allow(self, params: Json) -> None:
        if "allowed_updates" in params:
            self.allowed = params["allowed_updates"]

    def confirm(self, offset: int) -> None:
        """Forgets what lies before `offset`; a negative one counts from the end of the queue."""
        first = offset if offset >= 0 else self._last_id + 1 + max(offset, -len(self.pending))
        while self.pending and (update := next(iter(self.pending.values()))).update_id < first:
            self.remove(update)

    def remove(self, update: Update) -> None:
        if self.pending.pop(update.update_id, None) is not None:
            waiting = self._by_chat[update.chat_id]
            del waiting[update.update_id]
            if not waiting:
                del self._by_chat[update.chat_id]
                self.idle.pop(update.chat_id, None)

    def drop_old(self) -> None:
        """What is a day old is gone, whether the bot has seen it or not."""
        oldest = self.clock.now() - LONGEST_KEPT
        while self.pending and (update := next(iter(self.pending.values()))).waktu < oldest:
            self.remove(update)
            self.dropped.append(update.update_id)

    def clear(self) -> None:
        self.pending.clear()
        self._by_chat.clear()
        self.idle.clear()

    # -- for a webhook: chat by chat ---------------------------------------------------------------------------

    def take_idle(self) -> list[int] | None:
        """Chats to serve from now on, until `first` finds nothing there."""
        self.drop_old()
        taken = [chat_id for chat_id in self.idle if chat_id not in self.held]
        for chat_id in taken:
            del self.idle[chat_id]
        self.busy.update(taken)
        return taken or None

    def first(self, chat_id: int) -> Update | None:
        """What to deliver next in a chat. None, and the chat is served no more, when there is nothing."""
        self.drop_old()
        waiting = self._by_chat.get(chat_id)
        if waiting and chat_id not in self.held:
            return next(iter(waiting.values()))
        self.busy.discard(chat_id)
        if waiting:
            self.idle[chat_id] = None
        return None

    def release(self) -> None:
        """No webhook serves anything any more."""
        self.busy.clear()
        self.idle = dict.fromkeys(self._by_chat)

    # -- for getUpdates ----------------------------------------------------------------------------------------

    def end_polls(self, why: ApiError) -> None:
        self._poll += 1
        self._conflict = why
        self.watch.changed()

    async def poll(self, params: Json) -> list[Json]:
        """getUpdates: the pending updates, after waiting for one; the poll that waited before gets 409 at once."""
        limit = min(max(params.get("limit", 100), 1), 100)
        with self.watch.lock:
            self.end_polls(TERMINATED)
            mine = self._poll
            self.allow(params)
            self.confirm(params.get("offset", 0))
            self.drop_old()

        def ready() -> list[Json] | None:
            if self._poll != mine:
                raise self._conflict
            return [update.body for update in islice(self.pending.values(), limit)] or None

        seconds = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
        return await self.watch.until(ready, self.clock.real(seconds)) or []


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value
