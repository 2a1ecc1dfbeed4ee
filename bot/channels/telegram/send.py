"""A message goes out, in as many calls as it takes. What Telegram refuses of it is left out rather than all of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import InputFile, InputMediaPhoto
from telegram import error as tg

from bot.channels.contract import Kiriman
from bot.channels.telegram import draw
from bot.channels.telegram.errors import FORMAT, PAPAN, TAK_BERTOMBOL, TOPIK, has
from bot.channels.telegram.place import Tempat
from bot.log import logger
from handlers.dialog.pesan import Pesan

log = logger("telegram")
TEKS = 4096
KETERANGAN = 1024
"""Characters of a caption."""
ALBUM = 10
INGAT = 1000
"""Messages of which we remember that a part has arrived."""


class Call(Protocol):
    """One method of the Bot API; its result as JSON. Parameters that are None are left out."""

    async def __call__(self, method: str, /, **params: Any) -> Any: ...


@dataclass
class Langkah:
    """One call of the several that a message may take."""

    method: str
    params: dict[str, Any]


class Outgoing:
    def __init__(self, call: Call) -> None:
        self._call = call
        self._sebagian: dict[int, int] = {}
        """Outbox id: calls that went through, of a message that was then interrupted. They are not made again."""

    async def send(self, tempat: Tempat, kiriman: Kiriman, username: str) -> str:
        """The message_id of the last of them, which carries the buttons."""
        umum, hasil = tempat.params, None
        langkah = await steps(kiriman, draw.papan(kiriman.pesan, username, pribadi=tempat.pribadi))
        mulai = self._sebagian.pop(kiriman.id, 0)
        for n, satu in enumerate(langkah[mulai:], mulai):
            try:
                hasil = await self._insist(umum, satu, kiriman.id)
            except BaseException:
                self._remember(kiriman.id, n)
                raise
        return str(hasil["message_id"]) if isinstance(hasil, dict) else ""

    async def _insist(self, umum: dict[str, Any], langkah: Langkah, id_: int) -> Any:
        """As wanted; or else without the part that Telegram will not have."""
        while True:
            try:
                return await self._call(langkah.method, **umum, **langkah.params)
            except tg.BadRequest as error:
                if not (dibuang := _leave_out(umum, langkah.params, error)):
                    raise
                # What stands behind the colon may be a piece of the text.
                say = log.warning if dibuang == "topic" else log.error
                say("sent without what was refused", outbox=id_, tanpa=dibuang, sebab=str(error).partition(":")[0])

    def _remember(self, id_: int, terkirim: int) -> None:
        if terkirim:
            self._sebagian[id_] = terkirim
            for lama in list(self._sebagian)[:-INGAT]:
                del self._sebagian[lama]


def _leave_out(umum: dict[str, Any], params: dict[str, Any], error: tg.BadRequest) -> str:
    """Takes out of the parameters what the refusal is about, and says what that was; '' when it is nothing of these.

    A refused topic is refused for the rest of the message too. Any other refusal of the kind is a mistake of ours.
    """
    if "message_thread_id" in umum and has(error, TOPIK):
        del umum["message_thread_id"]
        return "topic"
    if params.get("reply_markup") and has(error, PAPAN):
        del params["reply_markup"]
        return "keyboard"
    if "parse_mode" in params and has(error, FORMAT):
        del params["parse_mode"]
        teks = "text" if "text" in params else "caption"
        params[teks] = draw.polos(params[teks])
        return "markup"
    return ""


async def steps(kiriman: Kiriman, papan: draw.Papan | None) -> list[Langkah]:
    """Pictures first, then the text, its file and its buttons under the last piece of it."""
    pesan, awal = kiriman.pesan, []
    if kiriman.foto:
        awal.append(await _pictures(kiriman))
    if kiriman.berkas is not None and pesan.berkas:
        *dulu, akhir = draw.potong(pesan, KETERANGAN)
        berkas = InputFile(kiriman.berkas, filename=pesan.berkas.nama)
        jenis = "photo" if pesan.berkas.gambar else "document"
        terakhir = Langkah(f"send{jenis.capitalize()}", {"caption": akhir, jenis: berkas})
    else:
        *dulu, akhir = draw.potong(pesan, TEKS)
        terakhir = Langkah("sendMessage", {"text": akhir})
    terakhir.params |= {"parse_mode": "HTML", "reply_markup": papan}
    return [*awal, *(Langkah("sendMessage", {"text": satu, "parse_mode": "HTML"}) for satu in dulu), terakhir]


async def _pictures(kiriman: Kiriman) -> Langkah:
    isi = [await asyncio.to_thread(jalur.read_bytes) for jalur in kiriman.foto[:ALBUM]]
    if len(isi) == 1:
        return Langkah("sendPhoto", {"photo": InputFile(isi[0])})
    return Langkah("sendMediaGroup", {"media": [InputMediaPhoto(satu) for satu in isi]})


async def clear_buttons(call: Call, tempat: Tempat, ext_id: str) -> None:
    if not ext_id.isdecimal():
        return
    try:
        await call("editMessageReplyMarkup", chat_id=tempat.chat, message_id=int(ext_id))
    except tg.BadRequest as error:
        if not has(error, TAK_BERTOMBOL):
            raise


async def set_menu(call: Call, tempat: Tempat, pesan: Pesan) -> None:
    """The commands that Telegram lists in this chat; without any, those of all chats like it."""
    scope = {"type": "chat", "chat_id": tempat.chat}
    if pesan.menu:
        await call("setMyCommands", scope=scope, commands=[_command(*satu) for satu in pesan.menu])
    else:
        await call("deleteMyCommands", scope=scope)


def _command(nama: str, apa: str) -> dict[str, str]:
    return {"command": nama, "description": apa}
