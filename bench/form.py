"""The form that every contestant asks, and what people send to fill it in. Knows none of the contestants."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

Update = dict[str, Any]
"""A Telegram update as json.loads gives it."""
ButtonData = Callable[[int, str, str], str]
"""Person, question key, value -> what the button of that answer carries."""

DESA = tuple((f"d{n}", f"Desa {nama}") for n, nama in enumerate(("Sukamaju", "Cibokor", "Girimulya", "Salagedang")))
KEGIATAN = tuple(
    (f"k{n}", nama)
    for n, nama in enumerate(
        ("Musyawarah dusun", "Musdes", "Penyusunan RKP", "Pemantauan fisik", "BLT", "BUM Desa", "Posyandu", "Pelatihan")
    )
)
TANYA = {
    "desa": "Desa mana?",
    "kegiatan": "Kegiatan apa?",
    "tanggal": "Tanggal berapa?",
    "jam": "Dari jam berapa sampai jam berapa?",
    "hasil": "Apa hasilnya?",
}
SUDAH_BENAR = "Sudah benar?"
TERSIMPAN = "Tersimpan. Terima kasih!"
PERINTAH = "formulir"
SIMPAN = "_simpan"
"""Key of the confirmation; Kawan Desa's own name for it, so that all use the same."""


@dataclass(frozen=True)
class Step:
    key: str
    kind: Literal["command", "tap", "text"]
    value: str


def days(n: int = 4) -> list[str]:
    """ISO dates from yesterday back (UTC: in no Indonesian zone is it a day that has not come)."""
    today = datetime.now(UTC).date()
    return [(today - timedelta(days=back)).isoformat() for back in range(1, n + 1)]


STEPS = (
    Step("", "command", f"/{PERINTAH}"),
    Step("desa", "tap", "d2"),
    Step("kegiatan", "tap", "k5"),
    Step("tanggal", "tap", days()[0]),
    Step("jam", "text", "9-11.30"),
    Step("hasil", "text", "Terkumpul 14 usulan dari tiga dusun, terbanyak jalan usaha tani."),
    Step(SIMPAN, "tap", "simpan"),
)
"""One form is seven messages: the command that opens it and six answers."""


class Updates:
    """Numbers the updates as Telegram would: no number comes twice."""

    _number: Iterator[int] = itertools.count(100_000_000)

    def __init__(self, data: ButtonData) -> None:
        self._data = data

    def round(self, people: range, step: Step) -> list[Update]:
        """The same step from everybody."""
        return [self._update(person, step) for person in people]

    def _update(self, person: int, step: Step) -> Update:
        number = next(self._number)
        if step.kind == "tap":
            return {"update_id": number, "callback_query": self._tap(number, person, step)}
        message = {**_bare(number, person), "from": _user(person), "text": step.value}
        if step.kind == "command":
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(step.value)}]
        return {"update_id": number, "message": message}

    def _tap(self, number: int, person: int, step: Step) -> dict[str, Any]:
        question = TANYA.get(step.key, SUDAH_BENAR)
        data = self._data(person, step.key, step.value)
        keyboard = [[{"text": f"Pilihan {n}", "callback_data": data}] for n in range(4)]
        shown = {**_bare(number, person), "from": BOT, "text": question, "reply_markup": {"inline_keyboard": keyboard}}
        return {"id": str(number), "from": _user(person), "message": shown, "chat_instance": "1", "data": data}


BOT = {"id": 123456789, "is_bot": True, "first_name": "Kawan Desa", "username": "kawan_desa_uji_bot"}
TOKEN = f"{BOT['id']}:AAE-bukan-token-sungguhan-hanya-untuk-uji"


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Pendamping", "last_name": str(person), "language_code": "id"}


def _bare(number: int, person: int) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "Pendamping", "last_name": str(person)}
    return {"message_id": number, "date": int(time.time()), "chat": chat}
