"""What WhatsApp's webhook carries, as far as we read it (Meta's OpenAPI of the Cloud API, v23.0, and its pages on
business-scoped user ids). Every piece is read by itself: one that is broken stops no other.
"""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Mentah = dict[str, Any]
BUANG = re.compile("[\x00\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What no database takes (NUL, half of a surrogate pair), and what makes a printed row read otherwise than it was
written (bidirectional embeddings, overrides and isolates)."""


class Profile(msgspec.Struct):
    name: str = ""


class Contact(msgspec.Struct):
    wa_id: str = ""
    """A phone number, digits; absent where the person hides it."""
    user_id: str = ""
    profile: Profile | None = None


class Text(msgspec.Struct):
    body: str = ""


class Media(msgspec.Struct):
    id: str
    mime_type: str = ""
    caption: str = ""
    filename: str = ""
    voice: bool = False


class Location(msgspec.Struct):
    latitude: float
    longitude: float


class Context(msgspec.Struct):
    """The message replied to, or that the button stands on."""

    id: str = ""
    from_: str = msgspec.field(default="", name="from")


class Reply(msgspec.Struct):
    id: str = ""


class Interactive(msgspec.Struct):
    type: str = ""
    button_reply: Reply | None = None
    list_reply: Reply | None = None


class Button(msgspec.Struct):
    """The quick reply of a template; without a payload of its own, WhatsApp repeats its text there."""

    payload: str = ""
    text: str = ""


class System(msgspec.Struct):
    type: str = ""
    body: str = ""
    wa_id: str = ""
    new_wa_id: str = ""
    user_id: str = ""
    previous_user_id: str = ""


class Edit(msgspec.Struct):
    original_message_id: str
    message: Mentah = {}


class Revoke(msgspec.Struct):
    original_message_id: str = ""


class Unsupported(msgspec.Struct):
    type: str = ""


class Kepala(msgspec.Struct):
    """What every message has: enough to answer its writer, whatever the rest is."""

    id: str
    type: str
    timestamp: int = 0
    from_: str = msgspec.field(default="", name="from")
    from_user_id: str = ""
    group_id: str = ""


class Message(Kepala):
    context: Context | None = None
    text: Text | None = None
    image: Media | None = None
    document: Media | None = None
    audio: Media | None = None
    video: Media | None = None
    location: Location | None = None
    interactive: Interactive | None = None
    button: Button | None = None
    system: System | None = None
    edit: Edit | None = None
    unsupported: Unsupported | None = None


class Pricing(msgspec.Struct):
    billable: bool | None = None
    category: str = ""


class Galat(msgspec.Struct):
    code: int = 0


class Status(msgspec.Struct):
    id: str
    status: str
    timestamp: int = 0
    pricing: Pricing | None = None
    errors: list[Galat] = []
    biz_opaque_callback_data: str = ""


class Berganti(msgspec.Struct):
    previous: str = ""
    current: str = ""


class UserIdUpdate(msgspec.Struct):
    user_id: Berganti
    wa_id: str = ""
    timestamp: int = 0


class UserPreference(msgspec.Struct):
    value: str
    wa_id: str = ""
    user_id: str = ""
    timestamp: int = 0


def bersih(teks: str) -> str:
    return BUANG.sub("", teks)


def badan(body: bytes) -> Mentah | None:
    """None for what is no delivery of this platform's."""
    try:
        isi = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return isi if isinstance(isi, dict) and isinstance(isi.get("entry"), list) else None


def daftar(mentah: object, kunci: str) -> list[Mentah]:
    """The objects in a list; [] where there is none."""
    isi = mentah.get(kunci) if isinstance(mentah, dict) else None
    return [satu for satu in isi if isinstance(satu, dict)] if isinstance(isi, list) else []


def baca(mentah: Mentah, jenis: type[T]) -> T:
    """Raises `msgspec.ValidationError`. What is null is not there."""
    return msgspec.convert(_tanpa_null(mentah), jenis, strict=False)


def _tanpa_null(isi: Any) -> Any:
    if isinstance(isi, dict):
        return {k: _tanpa_null(v) for k, v in isi.items() if v is not None}
    return [_tanpa_null(v) for v in isi] if isinstance(isi, list) else isi
