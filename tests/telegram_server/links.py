"""t.me links to the bot."""

import re
from urllib.parse import parse_qs, urlsplit


def payload(url: str, username: str, kind: str) -> str:
    """What a ?start= or ?startgroup= link gives the bot. Raises where Telegram's apps would not open this bot."""
    link = urlsplit(url)
    if link.scheme == "tg":  # tg://resolve?domain=kawan_desa_bot&start=…
        named = parse_qs(link.query).get("domain", [""])[0]
    else:
        named = link.path.strip("/") if link.hostname in {"t.me", "telegram.me"} else ""
    if named.lower() != username.lower():
        raise AssertionError(f"{url} does not lead to @{username}")
    words = parse_qs(link.query, keep_blank_values=True).get(kind)
    if words is None:
        raise AssertionError(f"{url} has no ?{kind}=")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", words[0]):
        raise AssertionError(f"{url}: up to 64 characters of A-Z, a-z, 0-9, _ and - are passed on")
    return words[0]
