"""getFile; the content is fetched at /file/bot<token>/<file_path>."""

from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.files import MAX_DOWNLOAD
from tests.telegram_server.world import World


def get_file(world: World, params: Json) -> Json:
    stored = world.files.get(params["file_id"])
    if len(stored.isi) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.ids(params["file_id"]) | {"file_path": stored.path}


HANDLERS = {"getFile": get_file}
