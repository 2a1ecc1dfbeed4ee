"""The Bot API as data (bot_api.json), and whether a value fits one of its types."""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.telegram_server.errors import Json
from tests.telegram_server.form import Upload


class Field(NamedTuple):
    types: tuple[str, ...]
    required: bool
    fixed: str | None = None


Fields = dict[str, Field]


def _fields(entries: Json) -> dict[str, Fields]:
    return {
        name: {field: Field(tuple(types), *rest) for field, (types, *rest) in fields.items()}
        for name, fields in entries.items()
    }


_API: Json = json.loads((Path(__file__).parent / "bot_api.json").read_text(encoding="utf-8"))
METHODS = _fields(_API["methods"])
TYPES = _fields(_API["types"])
UNIONS: dict[str, list[str]] = _API["unions"]
_REQUIRED: dict[int, list[str]] = {}
METHOD_NAMES = {name.lower(): name for name in METHODS}  # Telegram takes sendmessage for sendMessage

_SCALARS: dict[str, tuple[type, ...]] = {
    "Integer": (int,),
    "Float": (int, float),
    "String": (str,),
    "Boolean": (bool,),
    "InputFile": (Upload,),
}


def problems(value: Any, types: tuple[str, ...] | list[str], where: str) -> list[str]:
    """What keeps `value` from being any one of `types`; an empty list when it fits."""
    elements, kinds = _plan(tuple(types))
    if elements and isinstance(value, list):
        return [text for n, item in enumerate(value) for text in problems(item, elements, f"{where}[{n}]")]
    if isinstance(value, dict) and len(kinds) > 1:
        kinds = [kind for kind in kinds if kind in TYPES and _is_marked(value, kind)] or kinds
    if len(kinds) == 1:
        return _problems_of(value, kinds[0], where)
    return min((_problems_of(value, kind, where) for kind in kinds), key=len)


@cache
def _plan(types: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """What a list may hold, and what the value itself may be: the same few hundred again and again."""
    elements = tuple(name.removeprefix("Array of ") for name in types if name.startswith("Array of "))
    return elements, [kind for name in types for kind in _members(name)]


def _members(name: str) -> list[str]:
    return [kind for member in UNIONS[name] for kind in _members(member)] if name in UNIONS else [name]


def _is_marked(value: Json, kind: str) -> bool:
    return all(value.get(name) == field.fixed for name, field in TYPES[kind].items() if field.fixed)


def _problems_of(value: Any, kind: str, where: str) -> list[str]:
    if kind in _SCALARS:
        fits = isinstance(value, _SCALARS[kind]) and (kind == "Boolean" or not isinstance(value, bool))
        return [] if fits else [f"{where} must be {kind}, not {_short(value)}"]
    if kind == "KeyboardButton" and isinstance(value, str):
        return []  # "for simple text buttons, String can be used instead of this object"
    if kind not in TYPES or not isinstance(value, dict):
        return [f"{where} must be {kind}, not {_short(value)}"]
    return field_problems(value, TYPES[kind], where)


def field_problems(value: Json, fields: Fields, where: str) -> list[str]:
    found = [f"{where}: unknown field {name!r}" for name in value if name not in fields]
    found += [f"{where}: {name!r} is required" for name in _required(fields) if name not in value]
    for name, item in value.items():
        if field := fields.get(name):
            found += problems(item, field.types, f"{where}.{name}")
            if field.fixed and item != field.fixed:
                found.append(f"{where}.{name} must be {field.fixed!r}, not {_short(item)}")
    return found


def _required(fields: Fields) -> list[str]:
    """Remembered by identity: these are the entries of METHODS and TYPES, which live as long as the module."""
    if id(fields) not in _REQUIRED:
        _REQUIRED[id(fields)] = [name for name, field in fields.items() if field.required]
    return _REQUIRED[id(fields)]


def with_required_flags(kind: str, known: Json) -> Json:
    """`known` with every further Boolean that the type requires, false: for rights nobody here asks about."""
    flags = {name: False for name, field in TYPES[kind].items() if field.required and field.types == ("Boolean",)}
    return flags | known


def _short(value: Any) -> str:
    return f"{value!r:.60}"
