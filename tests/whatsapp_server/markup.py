"""WhatsApp's own markup, as its app reads it: *bold*, _italic_, ~struck~, `code` and ```block```.

A sign opens where a space, punctuation or nothing stands before it, and closes where one of them comes after; an
invisible character there is none of these, so it keeps a sign from making anything. Meta publishes no grammar: this is
how the app has been seen to behave, not tried on every phone.
"""

import re

_BLOCK = re.compile(r"```(.+?)```", re.DOTALL)
_HIDDEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_SPAN = re.compile(rf"(?<![\w*_~`{_HIDDEN}])([*_~`])(?=\S)([^\n]+?)(?<=\S)\1(?![\w*_~`{_HIDDEN}])")
_LINE = re.compile(r"^([*>-]) (.+)", re.MULTILINE)


def plain(text: str) -> str:
    """The words without the signs that made them bold; signs that make nothing stay."""
    return _strip(_BLOCK.sub(r"\1", text))


def spans(text: str) -> list[tuple[str, str]]:
    """The sign and the words of everything the app would draw otherwise: whoever escapes well leaves only their own."""
    found = [("```", block) for block in _BLOCK.findall(text)]
    rest = _BLOCK.sub(" ", text)
    for match in _SPAN.finditer(rest):
        found += [(match[1], match[2])] + (spans(match[2]) if match[1] != "`" else [])
    return found + [(match[1], match[2]) for match in _LINE.finditer(rest)]


def _strip(text: str) -> str:
    return _SPAN.sub(lambda match: match[2] if match[1] == "`" else _strip(match[2]), text)
