"""What the bot shows of itself: its commands and its descriptions, by scope and language."""

import json
import re
from collections.abc import Callable

from tests.telegram_server.errors import Json, bad_request
from tests.telegram_server.world import World

MAX_COMMANDS = 100


def get_me(world: World, _params: Json) -> Json:
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, params: Json) -> bool:
    commands: list[Json] = params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command["command"].removeprefix("/"), command["description"].strip())
    world.profile[_key("commands", params)] = {"commands": commands}
    return True


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
    commands: list[Json] = world.profile.get(_key("commands", params), {}).get("commands", [])
    return commands


def delete_my_commands(world: World, params: Json) -> bool:
    world.profile.pop(_key("commands", params), None)
    return True


def _setter(name: str, longest: int, refusal: str) -> Callable[[World, Json], bool]:
    def set_text(world: World, params: Json) -> bool:
        text = params.get(name, "")
        if len(text) > longest:
            raise bad_request(refusal)
        world.profile[_key(name, params)] = {name: text}
        return True

    return set_text


def _getter(name: str) -> Callable[[World, Json], Json]:
    return lambda world, params: world.profile.get(_key(name, params), {name: ""})


def _key(what: str, params: Json) -> str:
    scope = params.get("scope", {"type": "default"})
    return json.dumps([what, scope, params.get("language_code", "")], sort_keys=True)


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
