"""What becomes of a message after it was taken: sent, delivered, read or failed, told to the webhook one by one."""

import hashlib

from tests.whatsapp_server.errors import Json, status_error
from tests.whatsapp_server.world import WINDOW, Kontak, Pesan, World

_ORDER = ("accepted", "sent", "delivered", "read")


def settle(world: World, pesan: Pesan, kontak: Kontak | None, code: int, details: str = "") -> None:
    if code or kontak is None:
        fail(world, pesan, code or 131026, details)
        return
    advance(world, pesan, "sent")
    if kontak.menyala and not kontak.blokir:
        arrive(world, pesan)


def arrive(world: World, pesan: Pesan) -> None:
    pesan.terlihat = True
    if pesan.kontak is not None:
        world.people[pesan.kontak].mengetik = None
    advance(world, pesan, "delivered")


def fail(world: World, pesan: Pesan, code: int, details: str = "") -> None:
    pesan.keadaan, pesan.gagal = "failed", code
    _tell(world, pesan, "failed", {"errors": [status_error(code, details)]})


def advance(world: World, pesan: Pesan, keadaan: str) -> None:
    """Forward only: what was read has also arrived, and is not told again."""
    if pesan.keadaan == "failed" or _ORDER.index(keadaan) <= _ORDER.index(pesan.keadaan):
        return
    pesan.keadaan = keadaan
    _tell(world, pesan, keadaan, _price(world, pesan, keadaan))


def pricing(world: World, pesan: Pesan) -> Json:
    """Inside the window what is no marketing was free until October 2026; since then it is billed as well."""
    free = pesan.dalam_jendela and pesan.kategori in {"service", "utility"} and not world.layanan_ditagih
    kind = "free_customer_service" if free else "regular"
    return {"billable": not free, "pricing_model": "PMP", "type": kind, "category": pesan.kategori}


def _price(world: World, pesan: Pesan, keadaan: str) -> Json:
    """Comes with `sent`, and with one of `delivered` and `read`."""
    if keadaan != "sent" and pesan.diberitakan_harga > 1:
        return {}
    pesan.diberitakan_harga += 1 if keadaan == "sent" else 2
    about: Json = {"pricing": pricing(world, pesan)}
    if float(world.versi[1:]) < 24:
        conversation: Json = {"id": hashlib.md5(pesan.wamid.encode()).hexdigest(), "origin": {"type": pesan.kategori}}
        if keadaan == "sent":
            conversation["expiration_timestamp"] = str(int(pesan.waktu + WINDOW))
        about["conversation"] = conversation
    return about


def _tell(world: World, pesan: Pesan, keadaan: str, more: Json) -> None:
    if not world.status:
        return
    kontak = world.people[pesan.kontak] if pesan.kontak is not None else None
    to = pesan.body.get("to", "").lstrip("+")
    status: Json = {"id": pesan.wamid, "status": keadaan, "timestamp": str(int(world.now()))}
    if to:
        status["recipient_id"] = to
    if kontak is not None:
        status["recipient_user_id"] = kontak.user_id
    if "biz_opaque_callback_data" in pesan.body:
        status["biz_opaque_callback_data"] = pesan.body["biz_opaque_callback_data"]
    value: Json = {"statuses": [status | more]}
    if kontak is not None and keadaan != "failed":
        value["contacts"] = [contact(kontak, number=bool(to))]
    world.tell(pesan.kontak or 0, value)


def contact(kontak: Kontak, *, number: bool = False) -> Json:
    """`number`: the business wrote to the number itself, so it is no secret there."""
    profile = {"name": kontak.nama} | ({"username": kontak.username} if kontak.username else {})
    known = {} if kontak.tersembunyi and not number else {"wa_id": kontak.telepon}
    return {"profile": profile} | known | {"user_id": kontak.user_id}
