"""A message's words: parsed, trimmed and measured as Telegram does before it accepts them."""

from tests.telegram_server.entities import detect, parse_html, utf16
from tests.telegram_server.errors import Json, NotPlayedError, bad_request

MAX_TEXT = 4096  # code points, after parsing
MAX_CAPTION = 1024
MAX_SOURCE = 1 << 15  # bytes, before parsing


def message_text(params: Json) -> Json:
    if not params["text"]:
        raise bad_request("message text is empty")
    text, entities = _formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption(params: Json) -> Json:
    source = params.get("caption", "")
    text, entities = _formatted(source, params.get("parse_mode"), params.get("caption_entities"))
    if len(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text} | ({"caption_entities": entities} if entities else {})


def _formatted(source: str, parse_mode: str | None, given: list[Json] | None) -> tuple[str, list[Json]]:
    if len(source.encode()) > MAX_SOURCE:
        raise bad_request("text is too long")
    text, entities = source, list(given or [])
    if parse_mode and parse_mode.lower() != "none":
        text, entities = _parsed(source, parse_mode.lower())
    text, entities = _trimmed(text, entities)
    taken = {entity["offset"] for entity in entities}
    entities += [entity for entity in detect(text) if entity["offset"] not in taken]
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _parsed(source: str, parse_mode: str) -> tuple[str, list[Json]]:
    if parse_mode == "html":
        return parse_html(source)
    if parse_mode in {"markdown", "markdownv2"}:
        raise NotPlayedError(f"parse_mode {parse_mode}: write HTML")
    raise bad_request("unsupported parse_mode")


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without white space around it, except before the first entity, where Telegram keeps it."""
    text = text.rstrip()
    blank = utf16(text) - utf16(text.lstrip())
    cut = min([blank, *(entity["offset"] for entity in entities)])
    text = text.encode("utf-16-le")[cut * 2 :].decode("utf-16-le")
    room = utf16(text)
    moved = [entity | {"offset": entity["offset"] - cut} for entity in entities]
    fitted = [entity | {"length": min(entity["length"], room - entity["offset"])} for entity in moved]
    return text, [entity for entity in fitted if entity["length"] > 0]
