"""What people send, as the fields of a Message."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from zlib import crc32

from tests.telegram_server.entities import detect, utf16
from tests.telegram_server.errors import Json
from tests.telegram_server.files import StoredFile
from tests.telegram_server.spec import with_required_flags


@dataclass
class Isi:
    """The fields of one message, and the file it carries."""

    body: Json
    file: StoredFile | None = field(default=None, repr=False)


def teks(text: str) -> Isi:
    return Isi(words("text", "entities", text))


def words(name: str, entities: str, text: str | None) -> Json:
    if not text:
        return {}
    found = detect(text)
    return {name: text} | ({entities: found} if found else {})


def reworded(raw: Json, text: str) -> Json:
    """The message with other words, or another caption."""
    name, entities = ("text", "entities") if "text" in raw else ("caption", "caption_entities")
    kept = {key: value for key, value in raw.items() if key not in {name, entities}}
    return kept | words(name, entities, text)


def parts(text: str, longest: int) -> Iterator[str]:
    """In pieces of so many UTF-16 code units, no character cut in two."""
    part, size = "", 0
    for character in text:
        width = 2 if ord(character) > 0xFFFF else 1
        if size + width > longest:
            yield part
            part, size = "", 0
        part, size = part + character, size + width
    yield part


def lokasi(lat: float, lon: float, **more: int) -> Isi:
    return Isi({"location": {"latitude": lat, "longitude": lon, **more}})


def tempat(lat: float, lon: float, nama: str, alamat: str) -> Isi:
    """Telegram gives a venue its location twice."""
    place = {"latitude": lat, "longitude": lon}
    return Isi({"venue": {"location": place, "title": nama, "address": alamat}, "location": place})


def kontak(user: Json, nomor: str) -> Isi:
    return Isi({"contact": {"phone_number": nomor, "first_name": user["first_name"], "user_id": user["id"]}})


def polling(tanya: str, pilihan: list[str], number: str) -> Isi:
    options = [{"persistent_id": f"{number}-{n}", "text": one, "voter_count": 0} for n, one in enumerate(pilihan)]
    about: Json = {"id": number, "question": tanya, "options": options, "total_voter_count": 0, "type": "regular"}
    return Isi({"poll": with_required_flags("Poll", about)})


def bot(username: str) -> Json:
    return {"id": 900_000_000 + crc32(username.encode()), "is_bot": True, "first_name": username, "username": username}


def kanal(nama: str) -> Json:
    return {"id": -1_009_000_000_000 - crc32(nama.encode()), "type": "channel", "title": nama}


def origin(dari: Json | str, date: int) -> Json:
    if isinstance(dari, str):
        return {"type": "hidden_user", "date": date, "sender_user_name": dari}
    if "type" in dari:
        return {"type": "channel", "date": date, "chat": dari, "message_id": 1}
    return {"type": "user", "date": date, "sender_user": dari}


def quote(replied: Json, text: str) -> Json:
    place = str(replied.get("text") or replied.get("caption") or "").find(text)
    if place < 0:
        raise AssertionError(f"{text!r} is not in the message answered")
    whole = str(replied.get("text") or replied.get("caption"))
    return {"quote": {"text": text, "position": utf16(whole[:place]), "is_manual": True}}
