"""Pressing a button: a callback query, or what a typed keyboard's button sends."""

from tests.telegram_server import incoming
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import Isi
from tests.telegram_server.screen import Kiriman, Layar, Tombol
from tests.telegram_server.world import CallbackQuery, World


def callback(world: World, layar: Layar, user: Json, kiriman: Kiriman, data: str) -> str:
    """A callback_query update. Returns the query's id."""
    with world.watch.lock:
        query = CallbackQuery(str(4_000_000_000_000 + world.number()), user["id"])
        world.callbacks[query.id] = query
        payload = {"id": query.id, "from": user, "message": kiriman.raw, "chat_instance": f"-{layar.chat.id}"}
        world.updates.add("callback_query", payload | {"data": data}, layar.chat.id)
        return query.id


def press(world: World, layar: Layar, user: Json, label: str) -> Isi | str:
    """What the person sends by pressing the newest button with this label, or the id of the callback query."""
    found = layar.cari_tombol(lambda tombol: tombol.label == label)
    if found is None:
        seen = [kiriman.label for kiriman in layar.layar[-3:]]
        raise AssertionError(f"no button {label!r}; the last messages have {seen}")
    kiriman, tombol = found
    if tombol.url is not None:
        raise AssertionError(f"{label!r} is a link to {tombol.url}: pressing it tells the bot nothing")
    if tombol.data is not None:
        return callback(world, layar, user, kiriman, tombol.data)
    return _typed(tombol, user)


def _typed(tombol: Tombol, user: Json) -> Isi:
    if tombol.minta == "lokasi":
        return incoming.lokasi(-6.8222, 107.1394)  # Cianjur
    if tombol.minta == "kontak":
        return incoming.kontak(user, "+6281200000000")
    return incoming.teks(tombol.label)
