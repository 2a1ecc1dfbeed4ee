"""Telegram's HTML: what it accepts, the plain text and entities it makes of it, and its words when it refuses.

Offsets and lengths are UTF-16 code units, as Telegram counts them; the offsets in refusals are bytes.
Rules and words follow td/telegram/MessageEntity.cpp of github.com/tdlib/td (July 2026).
"""

import re
from typing import Any

from tests.telegram_server.errors import ApiError, Json, bad_request

_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TOKEN = re.compile(
    r"&(?:#x(?P<hex>[\da-fA-F]{1,6})|#(?P<dec>\d{1,7})|(?P<name>lt|gt|amp|quot)(?![A-Za-z]));?|<(?P<slash>/?)"
)
_TAG_NAME = re.compile(r"[^\s>]*")
_TAG_REST = re.compile(r"""((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]*))?""")
_DETECTED = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w))|(?P<url>https?://[^\s<>\"]+)"
)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Html:
    def __init__(self, source: str) -> None:
        self.source = source
        self.plain = ""
        self.length = 0  # of `plain`, in UTF-16 code units
        self.entities: list[Json] = []
        self.open: list[tuple[str, int, dict[str, str]]] = []

    def parse(self) -> tuple[str, list[Json]]:
        place = 0
        while token := _TOKEN.search(self.source, place):
            self._say(self.source[place : token.start()])
            place = token.end()
            if token["slash"] is None:
                self._say(_character(token))
            else:
                place = self._end(token) if token["slash"] else self._start(token)
        self._say(self.source[place:])
        if self.open:
            raise refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return self.plain, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))

    def _say(self, text: str) -> None:
        self.plain += text
        self.length += utf16(text)

    def _start(self, token: re.Match[str]) -> int:
        where = len(self.source[: token.start()].encode())
        name = _TAG_NAME.match(self.source, token.end())
        if name is None or name.end() == len(self.source):
            raise refuse(f"Unclosed start tag at byte offset {where}")
        tag = name[0].lower()
        if tag not in _TAGS:
            raise refuse(f'Unsupported start tag "{tag}" at byte offset {where}')
        rest = _TAG_REST.match(self.source, name.end())
        if rest is None:
            raise refuse(f'Unclosed start tag "{tag}" at byte offset {where}')
        attributes = {key: value.strip("\"'") for key, value in _ATTRIBUTE.findall(rest[1])}
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append((tag, self.length, attributes))
        return rest.end()

    def _end(self, token: re.Match[str]) -> int:
        where = len(self.source[: token.start()].encode())
        if not self.open:
            raise refuse(f"Unexpected end tag at byte offset {where}")
        end = re.compile(r"([^\s>]*)\s*>").match(self.source, token.end())
        if end is None:
            raise refuse(f"Unclosed end tag at byte offset {where}")
        tag, offset, attributes = self.open.pop()
        if (found := end[1].lower()) not in {"", tag}:
            raise refuse(f'Unmatched end tag at byte offset {where}, expected "</{tag}>", found "</{found}>"')
        if self.length > offset:
            self.entities.append(self._entity(tag, offset, attributes))
        return end.end()

    def _entity(self, tag: str, offset: int, attributes: dict[str, str]) -> Json:
        entity: Json = {"type": _TAGS[tag], "offset": offset, "length": self.length - offset}
        if tag == "a":
            words = self.plain.encode("utf-16-le")[offset * 2 :].decode("utf-16-le")
            entity["url"] = parse_html(attributes["href"])[0] if attributes.get("href") else words
        elif tag == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        return entity


def _character(token: re.Match[str]) -> str:
    if token["name"]:
        return _NAMED[token["name"]]
    code = int(token["hex"], 16) if token["hex"] else int(token["dec"])
    return chr(code) if 0 < code < 0x10FFFF else token[0]


def refuse(why: str) -> ApiError:
    return bad_request(f"can't parse entities: {why}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    return _Html(source).parse()


def detect(text: str) -> list[Json]:
    """The entities Telegram sees by itself in plain text: commands, mentions and links."""
    return [_detected(text, found) for found in _DETECTED.finditer(text)]


def _detected(text: str, found: re.Match[str]) -> Json:
    kind: Any = found.lastgroup
    return {"type": kind, "offset": utf16(text[: found.start()]), "length": utf16(found[0])}
