"""Updates waiting for the bot: numbered, in order, kept until it confirms them."""

from collections import OrderedDict
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice

from tests.telegram_server.errors import ApiError, Json
from tests.telegram_server.watch import Watch

LONGEST_POLL = 50
_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True, eq=False)
class Update:
    update_id: int
    chat_id: int
    body: Json


class UpdateQueue:
    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self._by_chat: dict[int, OrderedDict[int, Update]] = {}
        self.sent: list[Json] = []  # every update there ever was, for assertions
        self.allowed: list[str] = []  # empty: all but the kinds one must ask for
        self._last_id = 100_000_000
        self._poll = 0
        self._conflict = TERMINATED

    def add(self, kind: str, payload: Json, chat_id: int) -> int | None:
        """The new update's id; None when the bot has not asked for this kind."""
        if not (kind in self.allowed if self.allowed else kind not in _UNASKED):
            return None
        self._last_id += 1
        body = {"update_id": self._last_id, kind: deepcopy(payload)}  # a later edit must not reach into it
        update = Update(self._last_id, chat_id, body)
        self.pending[update.update_id] = update
        self._by_chat.setdefault(chat_id, OrderedDict())[update.update_id] = update
        self.sent.append(body)
        self.watch.changed()
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

    def clear(self) -> None:
        self.pending.clear()
        self._by_chat.clear()

    def chats(self) -> list[int]:
        """Where something is pending."""
        return list(self._by_chat)

    def first(self, chat_id: int) -> Update | None:
        waiting = self._by_chat.get(chat_id)
        return next(iter(waiting.values())) if waiting else None

    def end_polls(self, why: str) -> None:
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

        def ready() -> list[Json] | None:
            if self._poll != mine:
                raise ApiError(409, self._conflict)
            return [update.body for update in islice(self.pending.values(), limit)] or None

        seconds = min(max(params.get("timeout", 0), 0), LONGEST_POLL)
        return await self.watch.until(ready, seconds) or []
