"""Makes bot_api.json from the Bot API description named in LICENSE-bot-api-spec.txt.

python -m tests.telegram_server.reduce_spec api.min.json > tests/telegram_server/bot_api.json
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

# «Type of the media, must be photo», «The member's status in the chat, always "kicked"»: what tells subtypes apart
_FIXED = re.compile(r'(?:must be|always) "?(\w+)"?$')


def _reduce_field(field: dict[str, Any]) -> list[Any]:
    reduced: list[Any] = [field["types"], field["required"]]
    if field["name"] in {"type", "status", "source"} and (fixed := _FIXED.search(field["description"])):
        reduced.append(fixed[1])
    return reduced


def _lines(entries: dict[str, Any]) -> str:
    """Minified, one entry a line, so that a new version of the API reads well in a diff."""
    return ",\n".join(f"{json.dumps(name)}:{json.dumps(body, separators=(',', ':'))}" for name, body in entries.items())


def reduce_spec(spec: dict[str, Any]) -> str:
    def fields(entry: dict[str, Any]) -> dict[str, Any]:
        return {field["name"]: _reduce_field(field) for field in entry.get("fields", [])}

    methods = {name: fields(method) for name, method in spec["methods"].items()}
    types = {name: fields(kind) for name, kind in spec["types"].items() if "subtypes" not in kind}
    unions = {name: kind["subtypes"] for name, kind in spec["types"].items() if "subtypes" in kind}
    head = f'"version":{json.dumps(spec["version"])},"release_date":{json.dumps(spec["release_date"])}'
    parts = [
        f'"{name}":{{\n{_lines(part)}\n}}'
        for name, part in (("methods", methods), ("types", types), ("unions", unions))
    ]
    return "{" + head + ",\n" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    sys.stdout.write(reduce_spec(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
