"""What Telegram refuses in a reply_markup. Only the 64 bytes are documented; the other numbers people have measured."""

from tests.telegram_server.errors import Json, bad_request

MAX_CALLBACK_DATA = 64  # bytes of UTF-8
INLINE_BUTTONS, INLINE_ROW = 100, 8
REPLY_BUTTONS, REPLY_ROW = 300, 12
_INLINE_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip


def check_markup(markup: Json | None, *, private: bool) -> None:
    if not markup:
        return
    if "inline_keyboard" in markup:
        _check_size(markup["inline_keyboard"], INLINE_BUTTONS, INLINE_ROW)
        for row in markup["inline_keyboard"]:
            for button in row:
                _check_inline(button)
    elif "keyboard" in markup:
        _check_size(markup["keyboard"], REPLY_BUTTONS, REPLY_ROW)
        for row in markup["keyboard"]:
            for button in row:
                _check_typed(button, private=private)


def _check_size(rows: list[list[Json]], buttons: int, in_a_row: int) -> None:
    if sum(map(len, rows)) > buttons or any(len(row) > in_a_row for row in rows):
        raise bad_request("reply markup is too long")


def _check_inline(button: Json) -> None:
    actions = _INLINE_ACTIONS & button.keys()
    if not button["text"]:
        raise bad_request("inline keyboard button text must be non-empty")
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions and not 0 < len(button["callback_data"].encode()) <= MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions and button["url"].partition(":")[0].lower() not in {"http", "https", "tg"}:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Unsupported URL protocol")


def _check_typed(button: Json | str, *, private: bool) -> None:
    if isinstance(button, str):
        button = {"text": button}
    if not button["text"]:
        raise bad_request("keyboard button text must be non-empty")
    for asked, words in (("request_location", "location"), ("request_contact", "phone number")):
        if button.get(asked) and not private:
            raise bad_request(f"{words} can be requested in private chats only")


def inline_only(markup: Json | None) -> Json | None:
    """What a message keeps: an inline keyboard belongs to it, any other markup to the person's own keyboard."""
    return {"inline_keyboard": markup["inline_keyboard"]} if markup and markup.get("inline_keyboard") else None
