"""The methods that change a message, and the answer to a button."""

from tests.telegram_server.chats import Chat, Message, raise_if
from tests.telegram_server.errors import Json, NotPlayedError, bad_request
from tests.telegram_server.keyboard import check_markup, inline_only
from tests.telegram_server.texts import caption, message_text
from tests.telegram_server.world import World

MAX_ANSWER = 200
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_WORDS = ("text", "entities", "caption", "caption_entities")
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def edit_message_text(world: World, params: Json) -> Json:
    if "text" not in params:
        raise NotPlayedError("editMessageText without text")
    words = message_text(params)
    message = _editable(world, params)
    raise_if("text" not in message.raw, bad_request("there is no text in the message to edit"))
    return _change(world, message, words, params.get("reply_markup"))


def edit_message_caption(world: World, params: Json) -> Json:
    words = caption(params)
    message = _editable(world, params)
    raise_if(message.file is None, bad_request("there is no caption in the message to edit"))
    return _change(world, message, words, params.get("reply_markup"))


def edit_message_reply_markup(world: World, params: Json) -> Json:
    message = _editable(world, params)
    words: Json = {key: message.raw[key] for key in _WORDS if key in message.raw}
    return _change(world, message, words, params.get("reply_markup"))


def delete_message(world: World, params: Json) -> bool:
    chat = world.writable_chat(params)
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    may = message.dari_bot or chat.is_private or chat.members[world.bot_id] == "administrator"
    raise_if(not may, bad_request("message can't be deleted"))
    del chat.messages[params["message_id"]]
    world.watch.changed(chat.id)
    return True


def answer_callback_query(world: World, params: Json) -> bool:
    query = world.callbacks.get(params["callback_query_id"])
    if query is None or not query.answerable or world.clock.now() - query.waktu > world.umur_tombol:
        raise bad_request(TOO_OLD)
    raise_if(len(params.get("text", "")) > MAX_ANSWER, bad_request("MESSAGE_TOO_LONG"))
    query.answer = params
    world.watch.changed(query.orang, query.chat)
    return True


def _editable(world: World, params: Json) -> Message:
    if "chat_id" not in params or "message_id" not in params:
        raise NotPlayedError("inline messages: name chat_id and message_id")
    chat: Chat = world.writable_chat({"chat_id": params["chat_id"]})
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    typed = message.keyboard is not None and "inline_keyboard" not in message.keyboard
    raise_if(not message.dari_bot or typed, bad_request("message can't be edited"))
    check_markup(params.get("reply_markup"), private=chat.is_private)
    return message


def _change(world: World, message: Message, words: Json, markup: Json | None) -> Json:
    """An edit without a keyboard takes the keyboard away, as Telegram's does."""
    kept = inline_only(markup)
    changed = words | ({"reply_markup": kept} if kept else {})
    old = {key: message.raw[key] for key in (*_WORDS, "reply_markup") if key in message.raw}
    if changed == old:
        raise bad_request(NOT_MODIFIED)
    if world.rates is not None:
        world.rates.count_edit()
    for key in old:
        del message.raw[key]
    message.raw |= changed | {"edit_date": world.now()}
    message.keyboard = kept
    chat = world.chats[message.raw["chat"]["id"]]
    chat.hitungan.suntingan += 1
    world.watch.changed(chat.id)
    return message.raw


HANDLERS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
}
