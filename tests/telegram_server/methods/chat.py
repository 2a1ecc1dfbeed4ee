"""The methods that ask about a chat or leave it."""

from collections.abc import Callable
from typing import Any

from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.membership import change_bot, member
from tests.telegram_server.spec import with_required_flags
from tests.telegram_server.world import World

_ADMINISTRATORS = {"creator", "administrator"}
_FULL = {"accent_color_id": 1, "max_reaction_count": 11}


def get_chat(world: World, params: Json) -> Json:
    chat = world.find_chat(params["chat_id"])
    gifts = with_required_flags("AcceptedGiftTypes", {})
    return with_required_flags("ChatFullInfo", chat.json() | _FULL | {"accepted_gift_types": gifts})


def get_chat_member(world: World, params: Json) -> Json:
    chat = world.find_chat(params["chat_id"])
    chat.check_access(world.bot_id)
    user_id = params["user_id"]
    user = world.bot if user_id == world.bot_id else world.users.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member(user, chat.members.get(user_id, "left"))


def get_chat_administrators(world: World, params: Json) -> list[Json]:
    chat = world.find_chat(params["chat_id"])
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    chat.check_access(world.bot_id)
    people = world.users | {world.bot_id: world.bot}
    return [member(people[user], status) for user, status in chat.members.items() if status in _ADMINISTRATORS]


def get_chat_member_count(world: World, params: Json) -> int:
    chat = world.find_chat(params["chat_id"])
    chat.check_access(world.bot_id)
    return sum(status not in {"left", "kicked"} for status in chat.members.values())


def leave_chat(world: World, params: Json) -> bool:
    chat = world.find_chat(params["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.check_access(world.bot_id)
    change_bot(world, chat, "left", by=world.bot)
    return True


HANDLERS: dict[str, Callable[[World, Json], Any]] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
