"""A template with its parameters in place, or what the platform refuses them with."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.whatsapp_server.errors import Json, wrong

BODY, HEADER = 1024, 60
VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_BAD_SPACE = re.compile(r"[\n\r\t]| {5,}")


@dataclass(frozen=True)
class Shown:
    """A template with its parameters in place."""

    judul: str = ""
    teks: str = ""
    kaki: str = ""
    tombol: list[tuple[str, str]] = field(default_factory=list)
    """Payload and text of each quick reply."""


def fill(template: list[Json], components: list[Json]) -> Shown:
    given: dict[str, list[Json]] = {}
    payloads: dict[int, str] = {}
    for component in components:
        if component["type"] == "button":
            payloads[int(component.get("index", 0))] = _payload(template, component)
        else:
            given[component["type"]] = component.get("parameters", [])
    teks = _put(_part(template, "BODY").get("text", ""), given.get("body", []), "body")
    header = _part(template, "HEADER")
    media = header.get("format", "TEXT") != "TEXT"
    if media and [p.get("type") for p in given.get("header", [])] != [header["format"].lower()]:
        raise wrong(132012, f"header: Format mismatch, expected {header['format']}")
    judul = "" if media else _put(header.get("text", ""), given.get("header", []), "header")
    if len(teks) > BODY or len(judul) > HEADER:
        raise wrong(132005, f"body text too long: {len(teks)} of {BODY}")
    texts = [button["text"] for button in _buttons(template)]
    return Shown(
        judul, teks, _part(template, "FOOTER").get("text", ""), [(payloads.get(n, t), t) for n, t in enumerate(texts)]
    )


def _payload(template: list[Json], component: Json) -> str:
    index = int(component.get("index", 0))
    if index >= len(_buttons(template)) or _buttons(template)[index]["type"] != "QUICK_REPLY":
        raise wrong(132012, f"buttons: there is no quick reply at index {index}")
    parameters = component.get("parameters", [])
    if len(parameters) != 1 or parameters[0].get("type") != "payload" or not parameters[0].get("payload"):
        raise wrong(132012, f"buttons: a quick reply takes one payload, not {parameters}")
    payload: str = parameters[0]["payload"]
    if len(payload) > 256:
        raise wrong(132012, f"buttons: the payload has {len(payload)} characters of 256")
    return payload


def _put(text: str, parameters: list[Any], where: str) -> str:
    names = VARIABLE.findall(text)
    if len(names) != len(parameters):
        words = f"{where}: number of localizable_params ({len(parameters)}) does not match the expected number of params ({len(names)})"
        raise wrong(132000, words)
    for parameter in parameters:
        if not isinstance(parameter, dict) or parameter.get("type") != "text" or "text" not in parameter:
            raise wrong(132012, f"{where}: Format mismatch, expected TEXT, received {parameter!r:.80}")
        if not parameter["text"].strip():
            raise wrong(131008, f"{where}: Parameter of type text is missing text value")
        if _BAD_SPACE.search(parameter["text"]):
            words = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
            raise wrong(132018, f"{where}: {words}")
    values = iter(parameters)
    return VARIABLE.sub(lambda _: str(next(values)["text"]), text)


def _part(template: list[Json], kind: str) -> Json:
    return next((part for part in template if part["type"] == kind), {})


def _buttons(template: list[Json]) -> list[Json]:
    return list(_part(template, "BUTTONS").get("buttons", []))
