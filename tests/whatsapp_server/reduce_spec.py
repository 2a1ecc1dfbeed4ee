"""Makes graph_api.json from Meta's OpenAPI description named in LICENSE-graph-api.txt.

python -m tests.whatsapp_server.reduce_spec business-messaging-api.json > tests/whatsapp_server/graph_api.json
"""

import json
import sys
from pathlib import Path
from typing import Any

Json = dict[str, Any]
ROOTS = (
    "Message",
    "MessageResponsePayload",
    "Metadata",
    "ContactProfile",
    "Statuses",
)  # a webhook's messages it describes wrongly
_KEPT = {
    "$ref", "additionalProperties", "allOf", "const", "discriminator", "enum", "items", "maxItems", "maxLength",
    "minItems", "oneOf", "pattern", "properties", "required", "type",
}  # fmt: skip


def _reduce(schema: Any) -> Any:
    """Only what a value is checked by; the names of properties are not keywords."""
    if isinstance(schema, list):
        return [_reduce(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept: Json = {}
    for name, value in schema.items():
        if name == "properties":
            kept[name] = {prop: _reduce(body) for prop, body in value.items()}
        elif name == "$ref":
            kept[name] = value.rpartition("/")[2]
        elif name == "discriminator":
            mapping = {kind: ref.rpartition("/")[2] for kind, ref in value.get("mapping", {}).items()}
            kept[name] = {"propertyName": value["propertyName"], "mapping": mapping}
        elif name in _KEPT:
            kept[name] = _reduce(value)
    return kept


def _names(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return {name for item in schema for name in _names(item)}
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
    return own | {name for value in schema.values() for name in _names(value)}


def reduce_spec(spec: Json) -> str:
    schemas = {name: _reduce(schema) for name, schema in spec["components"]["schemas"].items()}
    wanted, todo = set(), set(ROOTS)
    while todo:
        wanted |= todo
        todo = {name for one in todo for name in _names(schemas[one]) if name in schemas} - wanted
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(schemas[name], separators=(',', ':'))}" for name in sorted(wanted)
    )
    return f'{{"version":{json.dumps(spec["info"]["version"])},\n"schemas":{{\n{lines}\n}}}}\n'


if __name__ == "__main__":
    sys.stdout.write(reduce_spec(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
