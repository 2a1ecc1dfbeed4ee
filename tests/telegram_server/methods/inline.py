"""The answer to an inline query, and what Telegram refuses of one."""

import re
from collections.abc import Callable
from typing import Any

from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.keyboard import check_markup
from tests.telegram_server.texts import message_text
from tests.telegram_server.world import World

MAX_RESULTS = 50
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_inline_query(world: World, params: Json) -> bool:
    asked = world.inline.get(params["inline_query_id"])
    if asked is None or world.clock.now() - asked.waktu > world.umur_tombol:
        raise bad_request(TOO_OLD)
    results: list[Json] = params["results"]
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _check(result)
    _check_button(params.get("button"))
    asked.answer = params
    world.watch.changed(asked.orang)
    return True


def _check(result: Json) -> None:
    if not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result["input_message_content"]
    message_text({"text": content["message_text"], "parse_mode": content.get("parse_mode")})
    check_markup(result.get("reply_markup"), private=True)


def _check_button(button: Json | None) -> None:
    if button is None:
        return
    if not button["text"]:
        raise bad_request("BUTTON_TEXT_INVALID")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "")):
        raise bad_request("START_PARAM_INVALID")


HANDLERS: dict[str, Callable[[World, Json], Any]] = {"answerInlineQuery": answer_inline_query}
