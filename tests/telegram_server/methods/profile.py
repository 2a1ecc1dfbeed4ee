"""What the bot shows of itself: its commands and its descriptions, by scope and language."""

import json
import re
from collections.abc import Callable

from tests.telegram_server.chats import Chat
from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.world import World

MAX_COMMANDS = 100


def get_me(world: World, _params: Json) -> Json:
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, params: Json) -> bool:
    commands: list[Json] = params["commands"]
    _check_scope(world, params)
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(_name(command), command["description"].strip())
    named = [{"command": _name(command), "description": command["description"].strip()} for command in commands]
    world.profile[_key("commands", params)] = {"commands": named}
    return True


def _name(command: Json) -> str:
    name: str = command["command"]
    return name.strip().removeprefix("/")


def _check_command(name: str, description: str) -> None:
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > 32:
        raise bad_request("command length must not exceed 32")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > 256:
        raise bad_request("command description length must not exceed 256")


def get_my_commands(world: World, params: Json) -> list[Json]:
    _check_scope(world, params)
    commands: list[Json] = world.profile.get(_key("commands", params), {}).get("commands", [])
    return commands


def delete_my_commands(world: World, params: Json) -> bool:
    _check_scope(world, params)
    world.profile.pop(_key("commands", params), None)
    return True


def _setter(name: str, longest: int, refusal: str) -> Callable[[World, Json], bool]:
    def set_text(world: World, params: Json) -> bool:
        _check_scope(world, params)
        text = params.get(name, "")
        if len(text) > longest:
            raise bad_request(refusal)
        world.profile[_key(name, params)] = {name: text}
        return True

    return set_text


def _getter(name: str) -> Callable[[World, Json], Json]:
    return lambda world, params: world.profile.get(_key(name, params), {name: ""})


def _key(what: str, params: Json) -> str:
    return profile_key(what, params.get("scope", {"type": "default"}), params.get("language_code", ""))


def profile_key(what: str, scope: Json, language: str) -> str:
    return json.dumps([what, scope, language], sort_keys=True)


def scopes_seen(user: int, group: Chat | None) -> list[tuple[str, int | None, int | None]]:
    """Scope, chat and user, the narrowest first: whose commands a person sees in their private chat or in a group."""
    if group is None:
        return [("chat", user, None), ("all_private_chats", None, None), ("default", None, None)]
    narrow: list[tuple[str, int | None, int | None]] = [("chat_member", group.id, user)]
    everywhere: list[tuple[str, int | None, int | None]] = [("all_group_chats", None, None), ("default", None, None)]
    if group.members.get(user) not in {"administrator", "creator"}:
        return [*narrow, ("chat", group.id, None), *everywhere]
    narrow += [("chat_administrators", group.id, None), ("chat", group.id, None)]
    return [*narrow, ("all_chat_administrators", None, None), *everywhere]


def _check_scope(world: World, params: Json) -> None:
    if not re.fullmatch("([a-z]{2})?", params.get("language_code", "")):
        raise bad_request("invalid language code specified")
    if (chat_id := params.get("scope", {}).get("chat_id")) is not None:
        chat = world.find_chat(chat_id)
        if chat.is_private and params["scope"]["type"] != "chat":
            raise bad_request("can't use specified scope in private chats")


HANDLERS = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyDescription": _setter("description", 512, "BOT_DESCRIPTION_TOO_LONG"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", 120, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
    "getMyShortDescription": _getter("short_description"),
}
