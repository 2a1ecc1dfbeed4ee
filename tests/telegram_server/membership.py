"""Who belongs to a chat, in Telegram's words, and what the bot hears when its own place changes."""

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json
from tests.telegram_server.spec import with_required_flags
from tests.telegram_server.world import World

_KINDS = {
    "creator": "ChatMemberOwner", "administrator": "ChatMemberAdministrator", "restricted": "ChatMemberRestricted",
}  # fmt: skip


def member(user: Json, status: str) -> Json:
    known: Json = {"status": status, "user": user}
    if status == "kicked":
        known["until_date"] = 0
    elif status == "restricted":
        known |= {"until_date": 0, "is_member": True}
    return with_required_flags(_KINDS[status], known) if status in _KINDS else known


def change_bot(world: World, chat: Chat, status: str, *, by: Json) -> None:
    """The bot is added, removed, blocked or unblocked: a my_chat_member update, and in a group a service message
    when it comes in."""
    with world.watch.lock:
        old = chat.members.get(world.bot_id, "left")
        chat.members[world.bot_id] = status
        payload: Json = {"chat": chat.json(), "from": by, "date": world.now()}
        payload |= {"old_chat_member": member(world.bot, old), "new_chat_member": member(world.bot, status)}
        world.updates.add("my_chat_member", payload, chat.id)
        if not chat.is_private and old in {"left", "kicked"}:
            world.receive(chat, by, {"new_chat_members": [world.bot]})
        world.watch.changed(chat.id)


def change_person(world: World, chat: Chat, user: Json, status: str) -> None:
    """A person joins or leaves: a service message, and a chat_member update when the bot is an administrator."""
    with world.watch.lock:
        old = chat.members.get(user["id"], "left")
        chat.members[user["id"]] = status
        joined = status not in {"left", "kicked"}
        if joined != (old not in {"left", "kicked"}):
            world.receive(chat, user, {"new_chat_members": [user]} if joined else {"left_chat_member": user})
        if chat.members.get(world.bot_id) == "administrator":
            payload: Json = {"chat": chat.json(), "from": user, "date": world.now()}
            payload |= {"old_chat_member": member(user, old), "new_chat_member": member(user, status)}
            world.updates.add("chat_member", payload, chat.id)
