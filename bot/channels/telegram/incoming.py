"""The two ways in. Either way Telegram is told that we have a message only when the store has it."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Protocol

from bot.channels.contract import Inbound, Receive
from bot.channels.telegram.send import Call
from bot.channels.telegram.update import TERIMA
from bot.log import logger

log = logger("telegram")
Update = dict[str, Any]
Parse = Callable[[Update], Inbound | None]
Answer = Callable[[str], None]
"""Stop the spinner of a tapped button."""
Beside = Callable[[Update], None]
"""Sees every update first; what it takes is no message, and waits for nothing."""
POLL = 25
"""Seconds a poll waits for something to come."""
SAKIT = 2.0
"""Seconds until messages that could not be stored are asked for again."""
PERIKSA = 300
"""Seconds between looks at what Telegram says of the webhook."""
SAMBUNGAN = 40
"""Updates that Telegram may hand over at once."""
TERBESAR = 2**63


class Way(Protocol):
    async def begin(self) -> None:
        """Tell Telegram which way messages come."""
        ...

    async def once(self, receive: Receive) -> None:
        """As much as one call for messages, or one wait for them."""
        ...


class Poll:
    def __init__(self, call: Call, parse: Parse, answer: Answer, beside: Beside) -> None:
        self._call = call
        self._parse = parse
        self._answer = answer
        self._beside = beside
        self._offset = 0

    async def begin(self) -> None:
        await self._call("deleteWebhook", drop_pending_updates=False)

    async def once(self, receive: Receive) -> None:
        updates = await self._call(
            "getUpdates", tunggu=POLL + 10, offset=self._offset, timeout=POLL, allowed_updates=TERIMA
        )
        if not updates:
            return
        for update in updates:
            self._beside(update)
        try:
            # The store commits here. Only the next call's offset tells Telegram that we have them.
            await take(updates, self._parse, receive)
        except Exception:
            log.exception("messages could not be stored; Telegram still has them")
            await asyncio.sleep(SAKIT)
            return
        self._offset = updates[-1]["update_id"] + 1
        acknowledge(updates, self._answer)


class Webhook:
    def __init__(self, call: Call, parse: Parse, answer: Answer, beside: Beside, url: str, secret: str) -> None:
        self._call = call
        self._parse = parse
        self._answer = answer
        self._beside = beside
        self._url = url
        self._secret = secret.encode()
        self._keluhan: tuple[object, object] = (None, None)
        self.look = asyncio.Event()
        """Set when Telegram should be asked at once how things stand."""

    async def begin(self) -> None:
        await self._call(
            "setWebhook",
            url=self._url,
            secret_token=self._secret.decode(),
            allowed_updates=TERIMA,
            max_connections=SAMBUNGAN,
            drop_pending_updates=False,
        )

    async def once(self, receive: Receive) -> None:
        self.look.clear()
        await self._inspect()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.look.wait(), PERIKSA)

    async def _inspect(self) -> None:
        info = await self._call("getWebhookInfo")
        keluhan = (info.get("last_error_date"), info.get("last_error_message"))
        if keluhan[1] and keluhan != self._keluhan:
            log.warning("Telegram could not deliver", sebab=keluhan[1], menunggu=info.get("pending_update_count"))
        self._keluhan = keluhan
        if info.get("url") != self._url:
            log.warning("another program took this bot's webhook, or removed it; set again")
            await self.begin()

    def knows(self, secret: str) -> bool:
        return bool(self._secret) and hmac.compare_digest(secret.encode(errors="replace"), self._secret)

    async def deliver(self, body: bytes, receive: Receive) -> int:
        """The HTTP status for Telegram: 200 when it need not send this again."""
        if (update := read(body)) is None:
            return 400
        self._beside(update)
        try:
            await take([update], self._parse, receive)
        except Exception:
            log.exception("a message could not be stored; Telegram will send it again")
            return 500
        acknowledge([update], self._answer)
        return 200


async def take(updates: Sequence[Update], parse: Parse, receive: Receive) -> None:
    if inbound := [masuk for update in updates if (masuk := parse(update))]:
        await receive(inbound)


def acknowledge(updates: Sequence[Update], answer: Answer) -> None:
    for update in updates:
        tap = update.get("callback_query")
        if isinstance(tap, dict) and isinstance(tap.get("id"), str):
            answer(tap["id"])


def read(body: bytes) -> Update | None:
    """None for what is no update."""
    try:
        isi = json.loads(body)
    except (ValueError, RecursionError):
        return None
    nomor = isi.get("update_id") if isinstance(isi, dict) else None
    return isi if type(nomor) is int and 0 <= nomor < TERBESAR else None
