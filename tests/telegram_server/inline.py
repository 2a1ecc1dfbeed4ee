"""Inline mode, seen from the person: "@bot …" typed in whatever chat, and a result that is chosen."""

from dataclasses import dataclass

from tests.telegram_server.errors import Json
from tests.telegram_server.world import World


@dataclass
class InlineQuery:
    id: str
    orang: int
    query: str
    waktu: float  # the server's date when it was typed
    answer: Json | None = None


def ask(world: World, user: Json, query: str, chat_type: str = "group") -> InlineQuery:
    """An inline_query update; Telegram cuts what is typed at 256 characters."""
    with world.watch.lock:
        asked = InlineQuery(str(6_000_000_000_000 + world.number()), user["id"], query[:256], world.clock.now())
        world.inline[asked.id] = asked
        payload = {"id": asked.id, "from": user, "query": asked.query, "offset": "", "chat_type": chat_type}
        world.updates.add("inline_query", payload, user["id"])
        return asked


def choose(world: World, user: Json, asked: InlineQuery, number: int) -> None:
    """The person takes a result: a chosen_inline_result update, where BotFather has been asked for them."""
    if asked.answer is None:
        raise AssertionError("the bot has not answered yet")
    result = asked.answer["results"][number]
    payload = {"result_id": result["id"], "from": user, "query": asked.query}
    with world.watch.lock:
        world.updates.add("chosen_inline_result", payload, user["id"])
