"""The webhook at work: pending updates posted to the bot, in order within a chat, again until it answers 2xx."""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

import msgspec

from tests.telegram_server.errors import Json
from tests.telegram_server.post import Poster
from tests.telegram_server.updates import Update
from tests.telegram_server.world import World

QUICK_DELAYS = (0.02, 1.0)  # real seconds between attempts, the first and the longest, where the clock has no scale
DELAYS = (1.0, 60.0)  # and simulated ones where it has: Telegram's
LONGEST_WAIT = 60.0  # simulated seconds for an answer
HERE = {"127.0.0.1", "localhost"}


class Webhook:
    """Chats are served side by side, up to max_connections at once; nothing is ever posted beyond loopback."""

    def __init__(self, world: World, params: Json) -> None:
        self.world = world
        self.url: str = params["url"]
        self.secret: str = params.get("secret_token", "")
        self.max_connections = _max_connections(params)
        self.error: Json = {}
        self._posters: dict[str, Poster] = {}
        self._slots = asyncio.Semaphore(self.max_connections)
        self._task = asyncio.get_running_loop().create_task(self._run())

    def same(self, params: Json) -> bool:
        asked = (params["url"], params.get("secret_token", ""), _max_connections(params))
        return asked == (self.url, self.secret, self.max_connections)

    async def close(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self.world.updates.release()
        for poster in self._posters.values():
            await poster.close()

    def _serves(self) -> bool:
        return self.world.authorized and (self.world.balancer is not None or urlsplit(self.url).hostname in HERE)

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as deliveries:
            while not self.world.watch.closing:
                ready = await self.world.watch.until(self._take, 3600)
                for chat_id in ready or ():
                    deliveries.create_task(self._deliver(chat_id))

    def _take(self) -> list[int] | None:
        return self.world.updates.take_idle() if self._serves() else None

    def _next(self, chat_id: int) -> Update | None:
        with self.world.watch.lock:
            return self.world.updates.first(chat_id)

    async def _deliver(self, chat_id: int) -> None:
        clock, held = self.world.clock, 0
        first, longest = QUICK_DELAYS if clock.skala == 1 else map(clock.real, DELAYS)
        delay = 0.0
        while update := self._next(chat_id):
            if held != update.update_id and self.world.mischief is not None:
                held = update.update_id
                await asyncio.sleep(clock.real(self.world.mischief.seconds_held(held)))
            if await self._post_well(update):
                with self.world.watch.lock:
                    self.world.updates.remove(update)
                    self.world.watch.changed(chat_id)
                delay = 0.0
            else:
                await asyncio.sleep(delay)
                delay = min(max(delay * 2, first), longest)

    async def _post_well(self, update: Update) -> bool:
        """Whether the bot took it; with mischief it may get it twice, at once or one after the other."""
        copies = self.world.mischief.copies(update.update_id) if self.world.mischief else []
        if "bersama" in copies:
            return any(await asyncio.gather(self._post(update), self._post(update)))
        taken = await self._post(update)
        if taken and copies:
            await self._post(update)
        return taken

    async def _post(self, update: Update) -> bool:
        if not self._serves():
            return False
        try:
            async with self._slots, asyncio.timeout(self.world.clock.real(LONGEST_WAIT)):
                status = await self._attempt(msgspec.json.encode(update.body))
        except TimeoutError:
            return self._fail("Read timeout expired")
        except ConnectionRefusedError:
            return self._fail("Connection refused")
        except (OSError, EOFError):
            return self._fail("Connection closed")
        return status.startswith("2") or self._fail(f"Wrong response from the webhook: {status}")

    async def _attempt(self, body: bytes) -> str:
        if self.world.balancer is None:
            return await self._poster(self.url).post(body)
        for url in self.world.balancer.order():
            with suppress(ConnectionRefusedError):
                return await self._poster(url).post(body)
        return "502 Bad Gateway"

    def _poster(self, url: str) -> Poster:
        if url not in self._posters:
            there = urlsplit(url)
            if there.hostname not in HERE:
                raise AssertionError(f"{url} is not on loopback")
            headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
            path = (there.path or "/") + (f"?{there.query}" if there.query else "")
            self._posters[url] = Poster(there.hostname or "", there.port or 80, path, headers)
        return self._posters[url]

    def _fail(self, why: str) -> bool:
        self.error = {"last_error_date": self.world.now(), "last_error_message": why}
        return False


def _max_connections(params: Json) -> int:
    asked: int = params.get("max_connections", 40)
    return min(max(asked, 1), 100)
