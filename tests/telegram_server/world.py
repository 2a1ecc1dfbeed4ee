"""Everything the server knows: the bot, people, chats, files, updates, and what has happened."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.telegram_server.chats import Chat, Message, raise_if
from tests.telegram_server.clock import Clock
from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.faults import Faults
from tests.telegram_server.files import FileStore, StoredFile
from tests.telegram_server.incoming import quote
from tests.telegram_server.mischief import Balancer, Mischief
from tests.telegram_server.privacy import may_see
from tests.telegram_server.rates import Rates
from tests.telegram_server.storm import Kena, Storm
from tests.telegram_server.updates import UpdateQueue
from tests.telegram_server.watch import Watch

if TYPE_CHECKING:
    from tests.telegram_server.delivery import Webhook
    from tests.telegram_server.inline import InlineQuery

MOST_CALLBACKS = 10_000  # remembered where only counters are kept


class Permintaan(NamedTuple):
    """A request as it was understood; `waktu` is monotonic."""

    waktu: float
    method: str
    params: Json


@dataclass
class CallbackQuery:
    id: str
    orang: int
    chat: int
    waktu: float  # the server's date when the button was pressed
    answerable: bool = True
    answer: Json | None = None


@dataclass
class World:
    bot: Json
    clock: Clock = field(default_factory=Clock)
    simpan: int | None = None  # messages kept in a chat, the newest; None: all, and every request and update too
    umur_tombol: float = 30.0  # simulated seconds in which a pressed button may be answered
    watch: Watch = field(default_factory=Watch)
    users: dict[int, Json] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: FileStore = field(default_factory=FileStore)
    faults: Faults = field(default_factory=Faults)
    rates: Rates | None = None
    storm: Storm | None = None
    storm_log: list[Kena] = field(default_factory=list)
    mischief: Mischief | None = None
    balancer: Balancer | None = None
    webhook: "Webhook | None" = None
    authorized: bool = True
    callbacks: dict[str, CallbackQuery] = field(default_factory=dict)
    inline: "dict[str, InlineQuery]" = field(default_factory=dict)
    profile: dict[str, Json] = field(default_factory=dict)  # commands and descriptions, by scope and language
    requests: list[Permintaan] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)  # requests, by method
    observers: list[Callable[[str, Json, Any], None]] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    impatient: list[Permintaan] = field(default_factory=list)  # calls to a chat before its retry_after was over
    privacy: bool = False

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.watch, self.clock, simpan=self.simpan is None)
        self._numbers = count(1)
        self._waits: dict[int | str | None, float] = {}  # until when, by chat

    @property
    def bot_id(self) -> int:
        bot_id: int = self.bot["id"]
        return bot_id

    def number(self) -> int:
        return next(self._numbers)

    def now(self) -> int:
        return int(self.clock.now())

    def find_chat(self, chat_id: int | str) -> Chat:
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def took(self, request: Permintaan) -> None:
        self.counts[request.method] += 1
        if self.simpan is None:
            self.requests.append(request)

    def check_patience(self, method: str, params: Json) -> None:
        """Notes a call to a chat whose 429 has not run out yet: a bot should have waited."""
        if self.clock.monotonic() < self._waits.get(params.get("chat_id"), 0.0):
            self.impatient.append(Permintaan(time.monotonic(), method, params))

    def remember_wait(self, params: Json, retry_after: str | None) -> None:
        if "chat_id" in params and retry_after is not None:
            self._waits[params["chat_id"]] = self.clock.monotonic() + int(retry_after)
        else:
            self._waits.pop(params.get("chat_id"), None)

    def add_callback(self, query: CallbackQuery) -> None:
        self.callbacks[query.id] = query
        if self.simpan is not None and len(self.callbacks) > MOST_CALLBACKS:
            del self.callbacks[next(iter(self.callbacks))]

    def writable_chat(self, params: Json) -> Chat:
        chat = self.find_chat(params["chat_id"])
        chat.check_access(self.bot_id)
        chat.check_topic(params.get("message_thread_id"))
        return chat

    def store(self, chat: Chat, sender: Json, body: Json, *, file: StoredFile | None = None) -> Message:
        """A new message in a chat; `body` is what the message says of itself."""
        raw = {"message_id": chat.next_id(), "from": sender, "chat": chat.json(), "date": self.now()} | body
        message = Message(raw, dari_bot=sender["id"] == self.bot_id, file=file)
        chat.messages[message.message_id] = message
        while self.simpan is not None and len(chat.messages) > self.simpan:
            del chat.messages[next(iter(chat.messages))]
        if message.dari_bot:
            chat.hitungan.keluar += 1
            chat.hitungan.terakhir = message.waktu
        else:
            chat.hitungan.masuk += 1
        self.watch.changed(chat.id)
        return message

    def receive(
        self, chat: Chat, sender: Json, body: Json, *, file: StoredFile | None = None, hidden: bool = False
    ) -> int:
        """A person's message, also told to the bot when it may see it. Returns its message_id."""
        with self.watch.lock:
            message = self.store(chat, sender, body, file=file)
            if not hidden and may_see(self.bot, chat, message.raw, privacy=self.privacy):
                self.updates.add("message", message.raw, chat.id)
            return message.message_id

    def receive_edit(self, chat: Chat, message_id: int, change: Callable[[Json], Json]) -> None:
        """A person's message changes: `change` gives its new fields. An edited_message update."""
        with self.watch.lock:
            if message_id not in chat.messages:
                raise AssertionError(f"no message {message_id} in {chat.about}")
            message = chat.messages[message_id]
            if message.dari_bot:
                raise AssertionError(f"message {message_id} is the bot's own")
            message.raw = change(message.raw) | {"edit_date": self.now()}
            if may_see(self.bot, chat, message.raw, privacy=self.privacy):
                self.updates.add("edited_message", message.raw, chat.id)
            self.watch.changed(chat.id)

    def reply_fields(self, chat: Chat, message_id: int | None, kutip: str | None = None) -> Json:
        if message_id is None:
            return {}
        raise_if(message_id not in chat.messages, bad_request("message to be replied not found"))
        replied = chat.messages[message_id].raw
        fields = {"reply_to_message": {key: value for key, value in replied.items() if key != "reply_to_message"}}
        return fields | (quote(replied, kutip) if kutip else {})
