"""What Meta posts: one delivery with the words of many people, signed."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any

TOKEN, PHONE, WABA, SECRET, TO = "EAAcontoh", "106540352242922", "102290129340398", "rahasia-aplikasi", "6281200000001"
PEOPLE = 50


def delivery(number: int) -> bytes:
    """The `number`th: a text from each of `PEOPLE`, in one change, as Meta packs them when many write at once."""
    first = number * PEOPLE
    people = [f"62812{first + n:08}" for n in range(PEOPLE)]
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "62810000000", "phone_number_id": PHONE},
        "contacts": [_contact(wa_id) for wa_id in people],
        "messages": [_text(wa_id) for wa_id in people],
    }
    entry = {"id": WABA, "changes": [{"value": value, "field": "messages"}]}
    return json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()


def _contact(wa_id: str) -> dict[str, Any]:
    return {"profile": {"name": f"Warga {wa_id}"}, "wa_id": wa_id, "user_id": f"ID.{wa_id}"}


def _text(wa_id: str) -> dict[str, Any]:
    words = {"body": "kapan BLT cair?"}
    who = {"from": wa_id, "from_user_id": f"ID.{wa_id}", "id": f"wamid.{wa_id}"}
    return who | {"timestamp": str(int(time.time())), "type": "text", "text": words}


def signature(body: bytes) -> str:
    return f"sha256={hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()}"
