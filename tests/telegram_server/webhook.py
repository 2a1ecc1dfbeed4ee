"""The webhook: pending updates posted to the bot, in order within a chat, again until it answers 2xx."""

import asyncio
import json
import re
from contextlib import suppress
from urllib.parse import urlsplit

from tests.telegram_server.errors import Json, NotPlayedError, bad_request
from tests.telegram_server.post import Poster
from tests.telegram_server.updates import WEBHOOK_SET, Update
from tests.telegram_server.world import World

FIRST_DELAY, LONGEST_DELAY = 0.02, 1.0  # seconds; Telegram retries at once, then doubles from one second
_HERE = {"127.0.0.1", "localhost"}


class Webhook:
    """Chats are served side by side, up to max_connections at once; nothing is ever posted beyond loopback."""

    def __init__(self, world: World, params: Json) -> None:
        self.world = world
        self.url: str = params["url"]
        self.max_connections = min(max(params.get("max_connections", 40), 1), 100)
        self.error: Json = {}
        url = urlsplit(self.url)
        secret = params.get("secret_token", "")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._here = url.hostname in _HERE
        self._poster = Poster(
            url.hostname or "", url.port or 80, (url.path or "/") + (f"?{url.query}" if url.query else ""), headers
        )
        self._busy: set[int] = set()
        self._slots = asyncio.Semaphore(self.max_connections)
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await self._poster.close()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as deliveries:
            while self._here and not self.world.watch.closing:
                for chat_id in await self.world.watch.until(self._waiting_chats, 3600) or ():
                    self._busy.add(chat_id)
                    deliveries.create_task(self._deliver(chat_id))

    def _waiting_chats(self) -> list[int] | None:
        return [chat_id for chat_id in self.world.updates.chats() if chat_id not in self._busy] or None

    def _next(self, chat_id: int) -> Update | None:
        with self.world.watch.lock:
            update = self.world.updates.first(chat_id)
            if update is None:
                self._busy.discard(chat_id)
            return update

    async def _deliver(self, chat_id: int) -> None:
        delay = 0.0
        while update := self._next(chat_id):
            if await self._post(update):
                with self.world.watch.lock:
                    self.world.updates.remove(update)
                delay = 0.0
            else:
                await asyncio.sleep(delay)
                delay = min(max(delay * 2, FIRST_DELAY), LONGEST_DELAY)

    async def _post(self, update: Update) -> bool:
        try:
            async with self._slots:
                status = await self._poster.post(json.dumps(update.body).encode())
        except ConnectionRefusedError:
            return self._fail("Connection refused")
        except (OSError, EOFError):
            return self._fail("Connection closed")
        return status.startswith("2") or self._fail(f"Wrong response from the webhook: {status}")

    def _fail(self, why: str) -> bool:
        self.error = {"last_error_date": self.world.now(), "last_error_message": why}
        return False


async def set_webhook(world: World, params: Json) -> bool:
    url = urlsplit(params["url"])
    if not params["url"]:
        return await delete_webhook(world, params)
    if url.scheme != "https" and url.hostname not in _HERE:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if url.scheme == "https" and url.hostname in _HERE:
        raise NotPlayedError("HTTPS on loopback: give an http:// URL")
    secret = params.get("secret_token", "")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    await delete_webhook(world, params)
    world.updates.allow(params)
    world.webhook = Webhook(world, params)
    world.updates.end_polls(WEBHOOK_SET)
    return True


async def delete_webhook(world: World, params: Json) -> bool:
    if params.get("drop_pending_updates"):
        world.updates.clear()
    webhook, world.webhook = world.webhook, None
    if webhook is not None:
        await webhook.close()
    return True


def webhook_info(world: World) -> Json:
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates.pending)}
    if world.webhook is not None:
        info |= {"url": world.webhook.url, "max_connections": world.webhook.max_connections, **world.webhook.error}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info
