"""What a person does, as the webhook tells it: one message of any kind Meta documents."""

from dataclasses import dataclass

from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.media import RECEIVED_SECONDS
from tests.whatsapp_server.statuses import contact
from tests.whatsapp_server.world import Kontak, Masuk, World


@dataclass(frozen=True)
class Isi:
    """The kind of a message and what it holds; `lain` stands beside it (context, referral, errors)."""

    type: str
    body: Json | list[Json] | None = None
    lain: Json | None = None

    def json(self) -> Json:
        own: Json = {"type": self.type} | ({} if self.body is None else {self.type: self.body})
        return own | (self.lain or {})


def receive(world: World, kontak: Kontak, isi: Isi, *, waktu: float | None = None, opens: bool = True) -> str:
    """Tells the webhook; returns the message's wamid. `waktu` is when it was written, if not now."""
    with world.watch.lock:
        at = world.now() if waktu is None else waktu
        wamid = world.wamid(kontak)
        message: Json = {"id": wamid, "timestamp": str(int(at))} | _sender(kontak) | isi.json()
        if opens:
            kontak.masuk = max(kontak.masuk or at, at)
            world.received[wamid] = Masuk(wamid, kontak.id, message, at)
        value: Json = {"messages": [message]}
        if isi.type != "system":
            value = {"contacts": [contact(kontak)]} | value
        world.tell(kontak.id, value)
        return wamid


def _sender(kontak: Kontak) -> Json:
    known = {} if kontak.tersembunyi else {"from": kontak.telepon}
    return known | {"from_user_id": kontak.user_id}


def text(teks: str) -> Isi:
    return Isi("text", {"body": teks})


def medium(
    world: World, kind: str, isi: bytes, mime: str, keterangan: str = "", nama: str = "", *, more: Json | None = None
) -> Isi:
    stored = world.media.add(isi, nama, mime, RECEIVED_SECONDS)
    body: Json = {"caption": keterangan} if keterangan else {}
    body |= {"filename": nama} if nama else {}
    return Isi(kind, body | {"mime_type": mime, "sha256": stored.sha256, "id": stored.id} | (more or {}))


def button_reply(id_: str, title: str) -> Isi:
    return Isi("interactive", {"type": "button_reply", "button_reply": {"id": id_, "title": title}})


def list_reply(id_: str, title: str, about: str) -> Isi:
    row = {"id": id_, "title": title} | ({"description": about} if about else {})
    return Isi("interactive", {"type": "list_reply", "list_reply": row})


def template_reply(payload: str, teks: str) -> Isi:
    return Isi("button", {"payload": payload, "text": teks})


def unsupported(kind: str = "poll_creation", code: int = 131051) -> Isi:
    title = "Message type unknown" if code == 131051 else "This message is currently unavailable."
    error = {
        "code": code,
        "title": title,
        "message": title,
        "error_data": {"details": "Message type is currently not supported."},
    }
    return Isi("unsupported", {"type": kind}, {"errors": [error]})


def referral(teks: str) -> Isi:
    about = {"source_url": "https://fb.me/contoh", "source_id": "120200000000000001", "source_type": "ad"}
    about |= {"body": "Tanya pendamping desa", "headline": "Kawan Desa", "media_type": "image", "ctwa_clid": "ARAkLkA8"}
    return Isi("text", {"body": teks}, {"referral": about})


def with_context(isi: Isi, world: World, wamid: str) -> Isi:
    """A reply to that message: to the business's own, or to the person's."""
    context: Json = {"from": world.bisnis.nomor, "id": wamid}
    if wamid in world.received:
        context = _sender(world.people[world.received[wamid].kontak]) | {"id": wamid}
    return Isi(isi.type, isi.body, {"context": context} | (isi.lain or {}))
