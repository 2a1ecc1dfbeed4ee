"""The methods that put a message in a chat."""

from typing import Any

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json, NotPlayedError, bad_request
from tests.telegram_server.files import StoredFile
from tests.telegram_server.keyboard import check_markup, inline_only
from tests.telegram_server.methods.upload import document, media, photo
from tests.telegram_server.texts import caption, message_text
from tests.telegram_server.world import World

_CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
MAX_ALBUM = 10


def send_message(world: World, params: Json) -> Json:
    return _send(world, params, message_text(params), "text messages")


def send_photo(world: World, params: Json) -> Json:
    body = caption(params)
    stored = photo(world, params["photo"])
    return _send(world, params, body | {"photo": world.files.photo(stored)}, "photos", stored)


def send_document(world: World, params: Json) -> Json:
    body = caption(params)
    stored = document(world, params["document"])
    return _send(world, params, body | {"document": world.files.document(stored)}, "documents", stored)


def send_location(world: World, params: Json) -> Json:
    if not (-90 <= params["latitude"] <= 90 and -180 <= params["longitude"] <= 180):
        raise bad_request("location is invalid")
    place = {key: float(params[key]) for key in ("latitude", "longitude")}
    return _send(world, params, {"location": place}, "text messages")


def send_media_group(world: World, params: Json) -> list[Json]:
    """All of an album, or nothing of it."""
    items: list[Json] = params["media"]
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and "document" in kinds:
        raise bad_request("document can't be mixed with other media types")
    chat = _permitted(world, params, "documents" if "document" in kinds else "photos", len(items))
    bodies = [(caption(item), *media(world, item)) for item in items]
    album = {"media_group_id": str(13_000_000_000 + world.number())}
    return [_put(world, chat, params, words | body | album, stored) for words, body, stored in bodies]


def send_chat_action(world: World, params: Json) -> bool:
    if params["action"] not in _CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.writable_chat(params)
    return True


def _send(world: World, params: Json, body: Json, what: str, stored: StoredFile | None = None) -> Json:
    return _put(world, _permitted(world, params, what), params, body, stored)


def _permitted(world: World, params: Json, what: str, messages: int = 1) -> Chat:
    if "business_connection_id" in params:
        raise NotPlayedError("business connections")
    chat = world.writable_chat(params)
    chat.check_right(what, world.bot_id)
    check_markup(params.get("reply_markup"), private=chat.is_private)
    if world.rates is not None:
        world.rates.count(chat.id, group=not chat.is_private, messages=messages)
    return chat


def _put(world: World, chat: Chat, params: Json, body: Json, stored: StoredFile | None) -> Json:
    body = _place(world, chat, params) | body
    markup = params.get("reply_markup")
    if kept := inline_only(markup):
        body["reply_markup"] = kept
    message = world.store(chat, world.bot, body, file=stored)
    message.keyboard = kept or (markup if markup and "inline_keyboard" not in markup else None)
    return message.raw


def _place(world: World, chat: Chat, params: Json) -> Json:
    """Where in the chat: its topic, and the message it answers."""
    place: dict[str, Any] = {}
    if (thread_id := params.get("message_thread_id")) in chat.topics:
        place |= {"message_thread_id": thread_id, "is_topic_message": True}
    if reply := params.get("reply_parameters"):
        missing = reply["message_id"] not in chat.messages and reply.get("allow_sending_without_reply", False)
        place |= world.reply_fields(chat, None if missing else reply["message_id"])
    return place


HANDLERS = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendLocation": send_location,
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
}
