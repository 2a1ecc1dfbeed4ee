"""POST /{phone-number-id}/messages: a message taken or refused, and read marks."""

import re

from tests.whatsapp_server.errors import GraphError, Json, wrong
from tests.whatsapp_server.faults import Fault
from tests.whatsapp_server.media import Medium
from tests.whatsapp_server.rules import check_message, media_ids, unknown_medium
from tests.whatsapp_server.statuses import settle
from tests.whatsapp_server.world import Kontak, Pesan, World

_USER_ID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}")
READABLE_SECONDS = 30 * 86400


def post_message(world: World, body: Json, fault: Fault | None) -> Json:
    check_message(body)
    kontak = _recipient(world, body)
    medium = _medium(world, body)
    template, shown = world.templates.fill(body["template"]) if body["type"] == "template" else (None, None)
    if world.rates is not None:
        world.rates.count(kontak.id if kontak else -1)
    code = (fault.kode or 0) if fault and fault.cara == "status" else 0
    kategori = template.category.lower() if template else "service"
    inside = kontak is not None and kontak.in_window(world.now())
    pesan = Pesan(
        world.wamid(kontak), kontak.id if kontak else None, body, world.now(), kategori, inside, templat=shown
    )
    pesan.medium = medium
    code = code or _refusal(world, kontak, pesan)
    if code == 131047 and world.jendela_langsung:
        raise GraphError(code)
    world.keep(pesan)
    settle(world, pesan, kontak, code)
    world.watch.changed()
    return _answer(body, kontak, pesan)


def _refusal(world: World, kontak: Kontak | None, pesan: Pesan) -> int:
    """The code the message fails with after it was taken; 0 when it gets through."""
    if kontak is None:
        return 131026
    if pesan.medium is not None and not pesan.medium.is_what_it_says():
        return 131053
    if pesan.dalam_jendela:
        return 131050 if kontak.tolak_pemasaran and pesan.kategori == "marketing" else 0
    if pesan.templat is None:
        return 131047
    if kontak.tolak_pemasaran and pesan.kategori == "marketing":
        return 131050
    return 0 if world.tier.takes(kontak.id) else 131048


def _recipient(world: World, body: Json) -> Kontak | None:
    to = body.get("to", "")
    if to:
        if _USER_ID.fullmatch(to):
            # the real server answers 200, takes the digits for a number, and the message is gone without a word
            world.violations.append("a business-scoped user id belongs in `recipient`, not in `to`")
            return None
        if not re.fullmatch(r"\+?[\d\s()-]{5,25}", to):
            raise wrong(131009, f"to is no phone number: {to!r:.30}")
        if to.lstrip("+") == world.bisnis.nomor:
            raise wrong(131021, "Recipient phone number is the same as the sender's")
        return world.contact_by_phone(to)
    if not _USER_ID.fullmatch(body["recipient"]):
        raise wrong(131009, "recipient is no business-scoped user id")
    return world.contact_by_user_id(body["recipient"])


def _medium(world: World, body: Json) -> Medium | None:
    found = None
    for kind, media_id in media_ids(body):
        found = world.media.get(media_id)
        if found is None:
            raise unknown_medium(kind, media_id)
        if found.kind != kind:
            raise wrong(131053, f"media {media_id} is {found.mime}, which is no {kind}")
    return found


def _answer(body: Json, kontak: Kontak | None, pesan: Pesan) -> Json:
    contact: Json = {"input": body.get("to") or body["recipient"]}
    if "to" in body:
        contact["wa_id"] = kontak.telepon if kontak else body["to"].lstrip("+")
    else:
        contact["user_id"] = body["recipient"]
    message: Json = {"id": pesan.wamid}
    if body["type"] == "template":
        message["message_status"] = "accepted"
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]}


def mark_read(world: World, body: Json) -> Json:
    """A read mark, with or without the typing indicator: {"status": "read", "message_id": …}."""
    if body.get("messaging_product") != "whatsapp":
        raise wrong(100, "The parameter messaging_product is required.")
    if unknown := body.keys() - {"messaging_product", "status", "message_id", "typing_indicator"}:
        raise wrong(100, f"Unexpected key {sorted(unknown)}")
    if body["status"] != "read":
        raise wrong(100, f"Param status must be one of {{READ}} - got {body['status']!r:.30}")
    if "typing_indicator" in body and body["typing_indicator"] != {"type": "text"}:
        raise wrong(131009, "typing_indicator.type must be text")
    message = world.received.get(str(body.get("message_id", "")))
    if message is None or world.now() - message.waktu > READABLE_SECONDS:
        raise GraphError(131009, "Message ID is invalid.")
    for one in world.received.values():
        one.dibaca = one.dibaca or (one.kontak == message.kontak and one.waktu <= message.waktu)
    if "typing_indicator" in body:
        world.people[message.kontak].mengetik = world.now()
    world.watch.changed()
    return {"success": True}
