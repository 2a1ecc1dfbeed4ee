"""Pressing a button: a callback query, or what a typed keyboard's button sends."""

from tests.telegram_server import incoming
from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.screen import Layar, Tombol
from tests.telegram_server.world import CallbackQuery, World


def callback(world: World, chat: Chat, user: Json, raw: Json, data: str) -> str:
    """A callback_query update about the message `raw`. Returns the query's id."""
    with world.watch.lock:
        query = CallbackQuery(str(4_000_000_000_000 + world.number()), user["id"], chat.id, world.clock.now())
        world.add_callback(query)
        payload = {"id": query.id, "from": user, "message": raw, "chat_instance": f"-{chat.id}", "data": data}
        world.updates.add("callback_query", payload, chat.id)
        return query.id


def inaccessible(raw: Json) -> Json:
    """How Telegram shows the bot a message too old to show."""
    return {"chat": raw["chat"], "message_id": raw["message_id"], "date": 0}


def press(world: World, layar: Layar, user: Json, label: str, pesan: int | None = None) -> Isi | str:
    """What the person sends by pressing the newest button with this label, or the id of the callback query."""
    found = layar.cari_tombol(lambda tombol: tombol.label == label, pesan)
    if found is None:
        seen = [kiriman.label for kiriman in layar.layar[-3:]]
        raise AssertionError(f"no button {label!r}; the last messages have {seen}")
    kiriman, tombol = found
    if tombol.url is not None:
        raise AssertionError(f"{label!r} is a link to {tombol.url}: pressing it tells the bot nothing")
    if tombol.data is not None:
        return callback(world, layar.chat, user, kiriman.raw, tombol.data)
    return _typed(tombol, user)


def _typed(tombol: Tombol, user: Json) -> Isi:
    if tombol.minta == "lokasi":
        return incoming.lokasi(-6.8222, 107.1394)  # Cianjur
    if tombol.minta == "kontak":
        return incoming.kontak(user, "+6281200000000")
    return incoming.teks(tombol.label)
