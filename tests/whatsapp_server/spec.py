"""Meta's description of the Cloud API as data (graph_api.json), and whether a value fits one of its schemas."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from tests.whatsapp_server.errors import Json

_API: Json = json.loads((Path(__file__).parent / "graph_api.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Json] = _API["schemas"]

# Where the description and the platform (its own documentation, and what it answers) disagree, the platform is right.
_S = SCHEMAS
_BASE = _S["BaseMessageProperties"]
_BASE["required"] = ["messaging_product", "type"]  # recipient_type has a default; `recipient` may stand for `to`
_BASE["properties"] |= {
    "recipient": {"type": "string"},  # a business-scoped user id, since May 2026
    "biz_opaque_callback_data": {"type": "string", "maxLength": 512},
}
_S["LanguageObject"]["required"] = ["code"]
_S["TemplateComponent"]["properties"]["index"] = {"type": ["string", "integer"], "pattern": "^[0-9]$"}
_S["InteractiveObject"]["properties"]["type"]["enum"].append("location_request_message")
_S["ActionObject"]["oneOf"].append(
    {"required": ["name"], "properties": {"name": {"type": "string", "enum": ["send_location"]}}}
)
for _side in ("latitude", "longitude"):
    _S["LocationMessage"]["allOf"][1]["properties"]["location"]["properties"][_side] = {"type": ["string", "number"]}
_S["Statuses"]["required"] = ["id", "status", "timestamp"]  # recipient_id is absent where only a user id is known
for _closed in ("BodyObject", "FooterObject", "SectionObject", "TemplateObject", "InteractiveObject", "MessageContext"):
    _S[_closed]["additionalProperties"] = False  # an «Unexpected key» there is refused
_S["MediaObject"]["properties"] = {name: {"type": "string"} for name in ("id", "link", "caption", "filename")}
_S["MediaObject"]["additionalProperties"] = False

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "object": (dict,), "array": (list,),
}  # fmt: skip


class Problem(NamedTuple):
    where: str
    what: str
    missing: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def problems(value: Any, name: str) -> list[Problem]:
    """What keeps `value` from being what the schema of that name says; an empty list when it fits."""
    return _check(value, SCHEMAS[name], "")


def _check(value: Any, schema: Json, where: str) -> list[Problem]:
    if "$ref" in schema:
        return _check(value, SCHEMAS[schema["$ref"]], where)
    if "allOf" in schema:
        return _check(value, _merged(schema["allOf"]), where)
    if found := _check_type(value, schema, where):
        return found
    found = _check_scalar(value, schema, where)
    if isinstance(value, dict):
        found += _check_object(value, schema, where)
    if isinstance(value, list):
        found += _check_list(value, schema, where)
    return found + _check_choice(value, schema, where)


def _merged(parts: list[Json]) -> Json:
    """additionalProperties beside allOf would forbid what the other parts allow: the description means the sum."""
    merged: Json = {"type": "object", "properties": {}, "required": []}
    for part in (SCHEMAS[part["$ref"]] if "$ref" in part else part for part in parts):
        merged["properties"] |= part.get("properties", {})
        merged["required"] = [*merged["required"], *part.get("required", [])]
    return merged | {"additionalProperties": False}


def _check_type(value: Any, schema: Json, where: str) -> list[Problem]:
    names = schema.get("type", [])
    names = [names] if isinstance(names, str) else names
    fits = any(isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool)) for name in names)
    return [] if fits or not names else [Problem(where, f"must be {' or '.join(names)}, not {value!r:.60}")]


def _check_scalar(value: Any, schema: Json, where: str) -> list[Problem]:
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(Problem(where, f"must be one of {schema['enum']}, not {value!r:.60}"))
    if isinstance(value, str) and len(value) > schema.get("maxLength", len(value)):
        found.append(Problem(where, f"length invalid. Max length: {schema['maxLength']}, has {len(value)}"))
    if "pattern" in schema and not re.search(schema["pattern"], str(value)):
        found.append(Problem(where, f"must match {schema['pattern']}, not {value!r:.60}"))
    return found


def _check_object(value: Json, schema: Json, where: str) -> list[Problem]:
    known = schema.get("properties", {})
    found = [Problem(_at(where, name), "is required", True) for name in schema.get("required", []) if name not in value]
    if schema.get("additionalProperties") is False:
        found += [Problem(_at(where, name), "unexpected key") for name in value if name not in known]
    for name, item in value.items():
        if name in known:
            found += _check(item, known[name], _at(where, name))
    return found


def _check_list(value: list[Any], schema: Json, where: str) -> list[Problem]:
    found = []
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        found.append(
            Problem(where, f"invalid count {len(value)}: {schema.get('minItems', 0)} to {schema.get('maxItems')}")
        )
    items = schema.get("items", {})
    return found + [text for n, item in enumerate(value) for text in _check(item, items, f"{where}[{n}]")]


def _check_choice(value: Any, schema: Json, where: str) -> list[Problem]:
    if mapping := schema.get("discriminator", {}).get("mapping"):
        kind = schema["discriminator"]["propertyName"]
        if not isinstance(value, dict) or value.get(kind) not in mapping:
            return _no_kind(value, kind, mapping, where)
        target = mapping[value[kind]]
        return _check(value, SCHEMAS[target], where) if target in SCHEMAS else []
    if "oneOf" in schema:
        fitting = [one for one in schema["oneOf"] if all(name in value for name in one.get("required", []))]
        return min((_check(value, one, where) for one in fitting or schema["oneOf"]), key=len)
    return []


def _no_kind(value: Any, kind: str, mapping: Json, where: str) -> list[Problem]:
    if isinstance(value, dict) and kind in value:
        return [Problem(_at(where, kind), f"must be one of {sorted(mapping)}, not {value[kind]!r:.60}")]
    return [Problem(_at(where, kind), "is required", True)]


def _at(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
