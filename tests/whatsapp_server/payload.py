"""What is posted to the webhook: events packed as Meta packs them, and the signature over the very bytes."""

import hashlib
import hmac
from collections.abc import Sequence
from random import Random
from typing import Literal

import msgspec

from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.world import Bisnis, Peristiwa

Susunan = Literal["entry", "changes", "value", "acak"]
"""Several events in one delivery: an entry each, a change each, or as many as possible in one value."""


def signature(secret: str, body: bytes) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def encode(bisnis: Bisnis, events: Sequence[Peristiwa], susunan: Susunan = "value", rng: Random | None = None) -> bytes:
    """Meta escapes all that is not ASCII, with small letters; a signature over anything else would not fit."""
    text = msgspec.json.encode(pack(bisnis, events, susunan, rng)).decode()
    escaped = text.encode("utf-16-be", "surrogatepass")
    units = [int.from_bytes(escaped[n : n + 2]) for n in range(0, len(escaped), 2)]
    return "".join(chr(unit) if unit < 128 else f"\\u{unit:04x}" for unit in units).replace("/", "\\/").encode()


def pack(bisnis: Bisnis, events: Sequence[Peristiwa], susunan: Susunan = "value", rng: Random | None = None) -> Json:
    if susunan == "acak":
        susunan = (rng or Random()).choice(("entry", "changes", "value"))
    changes = [_change(bisnis, event) for event in events]
    if susunan == "value":
        changes = _joined(changes)
    groups = [[change] for change in changes] if susunan == "entry" else [changes]
    entries = [{"id": bisnis.waba_id, "changes": group} for group in groups]
    return {"object": "whatsapp_business_account", "entry": entries}


def _change(bisnis: Bisnis, event: Peristiwa) -> Json:
    head: Json = {}
    if event.field != "message_template_status_update":
        metadata = {"display_phone_number": bisnis.nomor, "phone_number_id": bisnis.phone_number_id}
        head = {"messaging_product": "whatsapp", "metadata": metadata}
    return {"value": head | event.value, "field": event.field}


def _joined(changes: list[Json]) -> list[Json]:
    """Events of the same field in one value, contacts once each."""
    found: dict[str, Json] = {}
    loose = []
    for change in changes:
        if change["field"] != "messages":
            loose.append(change)
            continue
        value = found.setdefault(change["field"], {})
        for name, part in change["value"].items():
            if not isinstance(part, list):
                value[name] = part
            else:
                value[name] = value.get(name, []) + [
                    item for item in part if name != "contacts" or item not in value.get(name, [])
                ]
    return [{"value": value, "field": field} for field, value in found.items()] + loose
