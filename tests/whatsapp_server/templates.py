"""Templates: submitted, judged by nobody until the test says so, sent with the right number of parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.whatsapp_server.errors import GraphError, Json, wrong
from tests.whatsapp_server.filling import BODY, HEADER, VARIABLE, Shown, fill

FOOTER, BUTTON_TEXT, BUTTONS = 60, 25, 10
CATEGORIES = {"UTILITY", "MARKETING", "AUTHENTICATION"}
_NAME = re.compile(r"[a-z0-9_]{1,512}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,3})?")


@dataclass
class Template:
    id: str
    name: str
    language: str
    category: str
    components: list[Json]
    status: str = "PENDING"
    rejected_reason: str = "NONE"

    def json(self) -> Json:
        fields: Json = {"id": self.id, "name": self.name, "language": self.language, "category": self.category}
        fields |= {"status": self.status, "components": self.components, "parameter_format": "POSITIONAL"}
        return fields | ({"rejected_reason": self.rejected_reason} if self.status == "REJECTED" else {})


@dataclass
class Templates:
    all: dict[tuple[str, str], Template] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def create(self, body: Json) -> Template:
        _check_new(body)
        key = (body["name"], body["language"])
        if key in self.all:
            words = f"There is already {key[1]} content for this template. You can create a new template and try again."
            raise wrong(100, words, subcode=2388024)
        components = [part | {"type": part["type"].upper()} for part in body["components"]]
        self.all[key] = Template(f"{900000000000 + next(self._numbers)}", *key, body["category"].upper(), components)
        return self.all[key]

    def named(self, name: str) -> list[Template]:
        found = [template for template in self.all.values() if template.name == name]
        if not found:
            raise AssertionError(f"no template {name}; there are {sorted({key[0] for key in self.all})}")
        return found

    def delete(self, name: str) -> Json:
        found = [template for template in self.all.values() if template.name == name]
        if not found:
            raise wrong(100, f"Message template {name!r} was not found", subcode=2593002)
        for template in found:
            template.status = "DELETED"
        return {"success": True}

    def page(self, query: dict[str, str], url: str) -> Json:
        """Filters, then so many after the cursor, which is a place in the list."""
        found = sorted((t for t in self.all.values() if t.status != "DELETED"), key=lambda template: template.id)
        for what in ("name", "language", "category", "status"):
            if what in query:
                found = [template for template in found if query[what].lower() in getattr(template, what).lower()]
        try:
            limit, start = int(query.get("limit", 25)), int(query.get("after") or 0)
        except ValueError:
            raise wrong(100, "Invalid cursor or limit") from None
        shown = found[start : start + limit]
        paging: Json = {"cursors": {"before": str(start), "after": str(start + len(shown))}} if shown else {}
        if start + limit < len(found):
            paging["next"] = f"{url}?limit={limit}&after={start + limit}"
        fields = {"id", *filter(None, query["fields"].split(","))} if "fields" in query else None
        rows = [{key: value for key, value in one.json().items() if not fields or key in fields} for one in shown]
        return {"data": rows} | ({"paging": paging} if paging else {})

    def fill(self, sent: Json) -> tuple[Template, Shown]:
        """Raises what the platform refuses a template message with."""
        template = self.all.get((sent["name"], sent["language"]["code"]))
        if template is None or template.status in {"PENDING", "REJECTED", "DELETED"}:
            words = f"Template name ({sent['name']}) does not exist in {sent['language']['code']}"
            raise GraphError(132001, words)
        if template.status != "APPROVED":
            raise GraphError(132015 if template.status == "PAUSED" else 132016)
        return template, fill(template.components, sent.get("components", []))


def _check_new(body: Json) -> None:
    for name in ("name", "language", "category", "components"):
        if not body.get(name):
            raise wrong(100, f"The parameter {name} is required.")
    if not _NAME.fullmatch(body["name"]):
        raise wrong(100, "Param name may only have lowercase letters, digits and underscores", subcode=2388040)
    if not _LANGUAGE.fullmatch(body["language"]):
        raise wrong(100, f"Param language must be a language code, not {body['language']!r}")
    if str(body["category"]).upper() not in CATEGORIES:
        raise wrong(100, f"Param category must be one of {sorted(CATEGORIES)}")
    parts = {str(part.get("type", "")).upper(): part for part in body["components"]}
    if len(parts) != len(body["components"]) or parts.keys() - {"HEADER", "BODY", "FOOTER", "BUTTONS"}:
        raise wrong(100, f"Param components must be one each of HEADER, BODY, FOOTER, BUTTONS, not {list(parts)}")
    if "BODY" not in parts:
        raise wrong(100, "Message template must have a BODY component", subcode=2388047)
    _check_body(parts["BODY"])
    _check_rest(parts)


def _check_body(body: Json) -> None:
    text = body.get("text", "")
    if not text.strip() or len(text) > BODY:
        raise wrong(100, f"Body text must have 1 to {BODY} characters", subcode=2388040)
    names = VARIABLE.findall(text)
    if names != [str(n) for n in range(1, len(names) + 1)]:
        raise wrong(100, f"Variables must be {{{{1}}}}, {{{{2}}}} … in order, not {names}", subcode=2388073)
    bare = VARIABLE.sub("\0", text).strip().strip(".,!?")
    if bare.startswith("\0") or bare.endswith("\0"):
        raise wrong(100, "Variables can't be at the start or end of the template.", subcode=2388299)
    if "\0\0" in bare.replace(" ", ""):
        raise wrong(100, "Variables can't stand side by side", subcode=2388299)
    samples = body.get("example", {}).get("body_text", [[]])[0]
    if names and len(samples) != len(names):
        raise wrong(100, "Message template body has variables: an example for each is required", subcode=2388043)


def _check_rest(parts: dict[str, Json]) -> None:
    header = parts.get("HEADER", {})
    if header.get("format", "TEXT") == "TEXT" and len(header.get("text", "")) > HEADER:
        raise wrong(100, f"Header text must have at most {HEADER} characters", subcode=2388040)
    footer = parts.get("FOOTER", {}).get("text", "")
    if len(footer) > FOOTER or VARIABLE.search(footer):
        raise wrong(100, f"Footer text must have at most {FOOTER} characters and no variables", subcode=2388040)
    buttons = parts.get("BUTTONS", {}).get("buttons", [])
    if len(buttons) > BUTTONS or any(not 1 <= len(button.get("text", "")) <= BUTTON_TEXT for button in buttons):
        raise wrong(100, f"At most {BUTTONS} buttons with texts of 1 to {BUTTON_TEXT} characters", subcode=2388040)
