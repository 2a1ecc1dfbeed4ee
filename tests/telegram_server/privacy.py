"""Which messages Telegram shows a bot."""

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json

_SERVICE = {
    "new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created",
    "forum_topic_closed", "forum_topic_reopened", "forum_topic_edited", "new_chat_title", "pinned_message",
    "group_chat_created",
}  # fmt: skip


def may_see(bot: Json, chat: Chat, raw: Json, *, privacy: bool) -> bool:
    """In a group with privacy mode a bot sees service messages, replies to itself, what names it, what came through
    it, and commands, unless they name another bot."""
    place = chat.members.get(bot["id"])
    if place in {"kicked", "left"}:
        return False
    if chat.is_private or not privacy or place == "administrator":
        return True
    to_bot = raw.get("reply_to_message", {}).get("from", {}).get("id") == bot["id"]
    through_bot = raw.get("via_bot", {}).get("id") == bot["id"]
    return to_bot or through_bot or not _SERVICE.isdisjoint(raw) or _names(raw, bot["username"].lower())


def _names(raw: Json, username: str) -> bool:
    text = str(raw.get("text") or raw.get("caption") or "").lower()
    command, _, addressee = "".join(text.split()[:1]).partition("@")
    return f"@{username}" in text or (command.startswith("/") and not addressee)
