"""setWebhook, deleteWebhook and getWebhookInfo."""

import re
from urllib.parse import urlsplit

from tests.telegram_server.delivery import HERE, Webhook
from tests.telegram_server.errors import Json, NotPlayedError, bad_request
from tests.telegram_server.spec import TYPES
from tests.telegram_server.updates import WEBHOOK_SET
from tests.telegram_server.world import World

_PORTS = {443, 80, 88, 8443}
_KINDS = TYPES["Update"].keys() - {"update_id"}


async def set_webhook(world: World, params: Json) -> bool:
    if not params["url"]:
        return await delete_webhook(world, params)
    _check(params)
    check_kinds(world, params)
    if params.get("drop_pending_updates"):
        world.updates.clear()
    world.updates.allow(params)
    if world.webhook is None or not world.webhook.same(params):  # setting the same one again changes nothing
        await delete_webhook(world, {})
        world.webhook = Webhook(world, params)
    world.updates.end_polls(WEBHOOK_SET)
    return True


def _check(params: Json) -> None:
    url = urlsplit(params["url"])
    if url.scheme != "https" and url.hostname not in HERE:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if url.scheme == "https" and url.hostname in HERE:
        raise NotPlayedError("HTTPS on loopback: give an http:// URL")
    if url.hostname not in HERE and (url.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = params.get("secret_token", "")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")


def check_kinds(world: World, params: Json) -> None:
    """Telegram passes over a kind of update it does not know; a bot that asks for one has a slip in it."""
    unknown = [kind for kind in params.get("allowed_updates", []) if kind not in _KINDS]
    world.violations.extend(f"allowed_updates: there is no {kind!r}" for kind in unknown)


async def delete_webhook(world: World, params: Json) -> bool:
    if params.get("drop_pending_updates"):
        world.updates.clear()
    webhook, world.webhook = world.webhook, None
    if webhook is not None:
        await webhook.close()
    return True


def webhook_info(world: World) -> Json:
    world.updates.drop_old()
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates.pending)}
    if world.webhook is not None:
        info |= {"url": world.webhook.url, "max_connections": world.webhook.max_connections, **world.webhook.error}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info
