"""A file the bot sends: uploaded now, or named by the file_id of one that Telegram already has."""

from tests.telegram_server.errors import Json, NotPlayedError, bad_request
from tests.telegram_server.files import StoredFile
from tests.telegram_server.form import Upload
from tests.telegram_server.world import World

MAX_PHOTO = 10 * 1024 * 1024
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"RIFF")


def photo(world: World, given: Upload | str) -> StoredFile:
    if isinstance(given, str):
        return _known(world, given)
    if len(given.isi) > MAX_PHOTO:
        size = f"file of size {len(given.isi)} bytes is too big for a photo"
        raise bad_request(f"{size}; the maximum size is {MAX_PHOTO} bytes")
    _check_content(given)
    if not given.isi.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    return world.files.add(given.isi, given.nama or None, "image/jpeg", "photos")


def document(world: World, given: Upload | str) -> StoredFile:
    if isinstance(given, str):
        return _known(world, given)
    _check_content(given)
    return world.files.add(given.isi, given.nama or None, given.mime, "documents")


def media(world: World, item: Json) -> tuple[Json, StoredFile]:
    """One of an album: the fields of its message, and its file."""
    if item["type"] == "photo":
        stored = photo(world, item["media"])
        return {"photo": world.files.photo(stored)}, stored
    if item["type"] == "document":
        stored = document(world, item["media"])
        return {"document": world.files.document(stored)}, stored
    raise NotPlayedError(f"albums of {item['type']}")


def _check_content(given: Upload) -> None:
    if not given.isi:
        raise bad_request("file must be non-empty")


def _known(world: World, given: str) -> StoredFile:
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if given not in world.files.by_id:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files.by_id[given]
