"""From what came over the wire to parameters of the types the Bot API names, or to what is wrong with them."""

import json
import re
from typing import Any

from tests.telegram_server.errors import Json
from tests.telegram_server.form import RawRequest, Upload
from tests.telegram_server.spec import METHODS, Field, field_problems

_ABSENT = object()
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
_ATTACH = "attach://"
_PLAIN = {"Integer", "Float", "String", "Boolean", "InputFile"}


def decode(method: str, raw: RawRequest) -> tuple[Json, list[str]]:
    """The parameters, and every reason why they are not what the method takes."""
    fields = METHODS[method]
    params: Json = {}
    for name, value in raw.values.items():
        decoded = _decode(value, fields[name], raw.files) if name in fields else value
        if decoded is not _ABSENT:
            params[name] = decoded
    params |= {name: upload for name, upload in raw.files.items() if name in fields}
    wrong = field_problems(params, fields, method)
    return {name: _attached(value, raw.files) for name, value in params.items()}, wrong


def _attached(value: Any, files: dict[str, Upload]) -> Any:
    """attach:// names inside objects, replaced by the files they name: albums are sent so."""
    if isinstance(value, list):
        return [_attached(item, files) for item in value]
    if not isinstance(value, dict) or not isinstance(value.get("media"), str):
        return value
    media = value["media"]
    return value | {"media": files.get(media.removeprefix(_ATTACH), media) if media.startswith(_ATTACH) else media}


def _decode(value: Any, field: Field, files: dict[str, Upload]) -> Any:
    """A string is read as the field's type; what cannot be read stays a string, for the check to point at."""
    if not isinstance(value, str):
        return value
    if "InputFile" in field.types and value.startswith(_ATTACH):
        return files.get(value.removeprefix(_ATTACH), value)
    if value == "":
        return value if "String" in field.types else _ABSENT
    if not _PLAIN.issuperset(field.types):
        return _structure(value)
    return _scalar(value, field.types)


def _scalar(value: str, types: tuple[str, ...]) -> Any:
    if "Integer" in types and re.fullmatch(r"-?\d+", value):
        return int(value)
    if "Float" in types and re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?", value):
        return float(value)
    if "Boolean" in types:
        return _BOOLEANS.get(value.lower(), value)
    return value


def _structure(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value
