"""What the Bot API would say, without a network: the same bytes for every contestant."""

from __future__ import annotations

import json
import time

from bench.form import BOT

MESSAGE = json.dumps(
    {
        "ok": True,
        "result": {
            "message_id": 4711,
            "date": int(time.time()),
            "from": BOT,
            "chat": {"id": 1_000_000, "type": "private", "first_name": "Pendamping", "last_name": "1000000"},
            "text": "Dari jam berapa sampai jam berapa?",
        },
    }
).encode()
TRUE = b'{"ok":true,"result":true}'
ME = json.dumps({"ok": True, "result": {**BOT, "can_join_groups": True, "can_read_all_group_messages": False}}).encode()
ANSWERS = {"sendmessage": MESSAGE, "getme": ME}


def answer(method: str) -> bytes:
    """`method` as the Bot API names it, in any case."""
    return ANSWERS.get(method.lower(), TRUE)
