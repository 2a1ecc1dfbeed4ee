"""What the server does for each method, once a request is well formed."""

from collections.abc import Callable
from typing import Any

from tests.telegram_server.errors import Json
from tests.telegram_server.methods import chat, edit, files, inline, profile, send
from tests.telegram_server.world import World

Handler = Callable[[World, Json], Any]

HANDLERS: dict[str, Handler] = {
    **send.HANDLERS,
    **edit.HANDLERS,
    **files.HANDLERS,
    **chat.HANDLERS,
    **profile.HANDLERS,
    **inline.HANDLERS,
}
