"""The platform's rules for a message that its description does not hold, each with the code it refuses with."""

from collections.abc import Iterable, Iterator

from tests.whatsapp_server.errors import GraphError, Json, NotPlayedError, wrong
from tests.whatsapp_server.media import KINDS
from tests.whatsapp_server.spec import problems

TEXT, CAPTION, BODY, FOOTER, HEADER = 4096, 1024, 1024, 60, 60
BUTTON_TITLE, BUTTON_ID = 20, 256
ROWS, ROW_TITLE, ROW_ABOUT, ROW_ID, SECTION_TITLE = 10, 24, 72, 200, 24
PLAYED = {"text", "image", "document", "audio", "video", "sticker", "location", "interactive", "template"}


def check_message(body: Json) -> None:
    if body.get("messaging_product") != "whatsapp":
        raise wrong(100, "The parameter messaging_product is required.")
    if "to" not in body and "recipient" not in body:
        raise wrong(100, "The parameter to is required.")
    for problem in problems(body, "Message"):
        code = 100 if problem.where in {"type", "to", "recipient_type"} else 131008 if problem.missing else 131009
        raise wrong(code, str(problem))
    kind = body["type"]
    if kind not in PLAYED:
        raise NotPlayedError(f"messages of type {kind}")
    if body.get("recipient_type", "individual") != "individual":
        raise NotPlayedError("groups")
    if kind == "text":
        _check_text(body["text"])
    elif kind in KINDS:
        _check_medium(kind, body[kind])
    elif kind == "interactive":
        _check_interactive(body["interactive"])


def _check_text(text: Json) -> None:
    body = text.get("body", "")
    if not body.strip():
        raise wrong(131008, "Parameter 'text.body' is mandatory and cannot be empty")
    if len(body) > TEXT:
        raise wrong(100, f"Param text['body'] must be at most {TEXT} characters long.")


def _check_medium(kind: str, medium: Json) -> None:
    if "link" in medium:
        raise NotPlayedError("media by link")
    caption = medium.get("caption")
    if caption is not None and kind in {"audio", "sticker"}:
        raise wrong(100, f'Unexpected key "caption" on param "{kind}"')
    if "filename" in medium and kind != "document":
        raise wrong(100, f'Unexpected key "filename" on param "{kind}"')
    if caption is not None and len(caption) > CAPTION:
        raise wrong(100, f"Param {kind}['caption'] must be at most {CAPTION} characters long.")


def _check_interactive(interactive: Json) -> None:
    kind, action = interactive["type"], interactive["action"]
    if kind not in {"button", "list", "location_request_message"}:
        raise NotPlayedError(f"interactive messages of type {kind}")
    if "body" not in interactive:
        raise wrong(131008, "interactive.body: is required")
    _words(interactive["body"]["text"], BODY, "Body text")
    if "footer" in interactive:
        _words(interactive["footer"]["text"], FOOTER, "Footer text")
    if "header" in interactive:
        _check_header(kind, interactive["header"])
    {"button": _check_buttons, "list": _check_list, "location_request_message": _check_location}[kind](action)


def _check_header(kind: str, header: Json) -> None:
    what = header["type"]
    if kind == "location_request_message" or (kind == "list" and what != "text"):
        raise wrong(131009, f"Header of type {what} is not supported for {kind}")
    if what not in header:
        raise wrong(131008, f"interactive.header.{what}: is required")
    if what == "text":
        _words(header["text"], HEADER, "Header text")
    elif "caption" in header[what]:
        raise wrong(100, f'Unexpected key "caption" on param "interactive.header.{what}"')
    else:
        _check_medium(what, header[what])


def _check_buttons(action: Json) -> None:
    _only(action, {"buttons"})
    replies = [button["reply"] for button in action["buttons"]]
    for reply in replies:
        _words(reply["title"], BUTTON_TITLE, "Button title")
        _words(reply["id"], BUTTON_ID, "Button id")
        if reply["id"] != reply["id"].strip():
            raise wrong(131009, "Button id must not begin or end with a space")
    _unique((reply["title"] for reply in replies), "button title")
    _unique((reply["id"] for reply in replies), "button id")


def _check_list(action: Json) -> None:
    _only(action, {"button", "sections"})
    _words(action["button"], BUTTON_TITLE, "List button")
    sections = action["sections"]
    for section in sections:
        if "title" in section:
            _words(section["title"], SECTION_TITLE, "Section title")
        elif len(sections) > 1:
            raise wrong(131008, "Section title is required when there is more than one section")
        if not section.get("rows"):
            raise wrong(131008, "Section rows are required")
    rows = [row for section in sections for row in section["rows"]]
    if len(rows) > ROWS:
        raise wrong(131009, f"Total row count exceed max allowed count: {ROWS}")
    for row in rows:
        _words(row["title"], ROW_TITLE, "Row title")
        _words(row["id"], ROW_ID, "Row id")
        if "description" in row:
            _words(row["description"], ROW_ABOUT, "Row description")
    _unique((row["id"] for row in rows), "row id")


def _check_location(action: Json) -> None:
    if action != {"name": "send_location"}:
        raise wrong(131009, "action.name must be send_location")


def _only(action: Json, keys: set[str]) -> None:
    if action.keys() != keys:
        raise wrong(131009, f"action must have {sorted(keys)} and nothing else, has {sorted(action)}")


def _words(text: str, most: int, what: str) -> None:
    if not text.strip() or len(text) > most:
        raise wrong(131009, f"{what} length invalid. Min length: 1, Max length: {most}, has {len(text)}: {text!r:.80}")


def _unique(values: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise wrong(131009, f"Duplicated {what}: {value!r:.80}")
        seen.add(value)


def media_ids(body: Json) -> Iterator[tuple[str, str]]:
    """The kind and id of every medium the message shows."""
    kind = body["type"]
    if kind in KINDS:
        yield kind, body[kind]["id"]
    header = body.get("interactive", {}).get("header", {})
    if header.get("type") in KINDS:
        yield header["type"], header[header["type"]]["id"]
    for component in body.get("template", {}).get("components", []):
        for parameter in component.get("parameters", []):
            if isinstance(parameter, dict) and parameter.get("type") in KINDS:
                yield parameter["type"], parameter.get(parameter["type"], {}).get("id", "")


def unknown_medium(kind: str, media_id: str) -> GraphError:
    return GraphError(
        100, f"Param {kind}['id'] is not a valid whatsapp business account media attachment ID: {media_id}"
    )
