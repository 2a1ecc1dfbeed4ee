"""Telegram. python-telegram-bot's client, and nothing of its framework: its updater and persistence keep state in
memory that a crash loses (docs/keputusan/0002-bukan-application-ptb.md).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from typing import Any

import httpx
import msgspec
from telegram import Bot, BotCommand, InputMediaPhoto
from telegram import error as tg
from telegram.request import HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # named by RequestData's public signature only

from bot.channels import telegram_draw, telegram_update
from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive, SendError
from bot.log import logger
from handlers.dialog.masukan import Foto

log = logger("telegram")
NAMA = "telegram"
TERIMA = ["message", "callback_query"]
"""allowed_updates: what we ask Telegram for, and no more."""
POLL = 25
"""Seconds a poll waits for something to come."""
ULANG = (1, 2, 5, 10, 30)
KETERANGAN = 1024
"""Characters of a caption."""


class Telegram:
    """Private chats; long poll; commit first, then move the offset."""

    nama = NAMA
    limits = Limits(teks=4096, label=telegram_draw.LABEL, tombol=telegram_draw.BARIS, berkas=50_000_000)
    pace = Pace(per_detik=29, jeda_obrolan=1.0)
    butuh_berkas = True

    def __init__(self, token: str, base_url: str, perintah: Sequence[tuple[str, str]] = ()) -> None:
        """`perintah`: (command, what it does) for Telegram's own menu."""
        akar = base_url.removesuffix("/bot")
        request = HTTPXRequest(connection_pool_size=40, pool_timeout=10)
        self._bot = Bot(token, base_url=f"{akar}/bot", base_file_url=f"{akar}/file/bot", request=request)
        self._id = int(token.partition(":")[0])
        self._perintah = perintah
        self._offset = 0
        self._answers: set[asyncio.Task[Any]] = set()

    # -- in ----------------------------------------------------------------------------------------------------

    async def run(self, receive: Receive) -> None:
        await self._patiently(self._open)
        while True:
            await self._patiently(lambda: self._poll(receive))

    async def _patiently(self, act: Callable[[], Awaitable[None]]) -> None:
        """Until it worked once. Only a token that Telegram does not know ends the channel."""
        for gagal in count():
            try:
                await act()
                return
            except tg.InvalidToken as error:
                raise translate(error) from error
            except tg.Conflict:
                log.error("another program reads this bot's messages; stop it, or give each its own token")
                await asyncio.sleep(ULANG[-1])
            except (tg.TelegramError, httpx.HTTPError) as error:
                log.warning("Telegram cannot be reached", sebab=type(error).__name__)
                await asyncio.sleep(ULANG[min(gagal, len(ULANG) - 1)])

    async def _open(self) -> None:
        await self._bot.initialize()
        await self._bot.delete_webhook(drop_pending_updates=False)
        if self._perintah:
            await self._bot.set_my_commands([BotCommand(nama, apa) for nama, apa in self._perintah])
        log.info("connected", bot=self._bot.username)

    async def _poll(self, receive: Receive) -> None:
        updates = await self._call(
            "getUpdates", tunggu=POLL + 10, offset=self._offset, timeout=POLL, allowed_updates=TERIMA
        )
        if not updates:
            return
        # The store commits here. Only the next call's offset tells Telegram that we have them.
        await receive([masuk for update in updates if (masuk := self.parse(update))])
        self._offset = updates[-1]["update_id"] + 1
        for update in updates:
            if "callback_query" in update:
                self._answer(update["callback_query"]["id"])

    def parse(self, update: dict[str, Any]) -> Inbound | None:
        """None for what is not ours to answer, and for what Telegram has never sent before."""
        try:
            return telegram_update.parse(update, self._id)
        except (msgspec.ValidationError, KeyError) as error:
            log.error("update passed over", sebab=str(error), update=update.get("update_id"))
            return None

    def _answer(self, id_: str) -> None:
        """Stops the button's spinner. Not worth a retry: it means nothing when late."""
        task = asyncio.create_task(self._quietly(id_))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _quietly(self, id_: str) -> None:
        try:
            await self._call("answerCallbackQuery", callback_query_id=id_)
        except tg.TelegramError as error:
            log.info("tap not acknowledged", sebab=type(error).__name__)

    async def hello(self) -> str:
        """The bot's name, asked of Telegram now; raises `SendError`."""
        try:
            await self._bot.initialize()
        except tg.TelegramError as error:
            raise translate(error) from error
        return str(self._bot.username)

    # -- out ---------------------------------------------------------------------------------------------------

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        try:
            return await self._send(int(tujuan), kiriman)
        except tg.TelegramError as error:
            raise translate(error) from error

    async def _send(self, chat: int, kiriman: Kiriman) -> str:
        pesan = kiriman.pesan
        if kiriman.foto:
            await self._album(chat, kiriman)
        papan = telegram_draw.papan(pesan)
        if kiriman.berkas is not None and pesan.berkas:
            *awal, akhir = telegram_draw.potong(pesan, KETERANGAN)
            isi: dict[str, Any] = {"caption": akhir, "document": kiriman.berkas, "filename": pesan.berkas.nama}
        else:
            *awal, akhir = telegram_draw.potong(pesan, self.limits.teks)
            isi = {"text": akhir}
        for satu in awal:
            await self._call("sendMessage", chat_id=chat, text=satu, parse_mode="HTML")
        if "document" in isi:
            hasil = await self._bot.send_document(chat, **isi, parse_mode="HTML", reply_markup=papan)  # type: ignore[arg-type]
            return str(hasil.message_id)
        terkirim = await self._call("sendMessage", chat_id=chat, **isi, parse_mode="HTML", reply_markup=papan)
        return str(terkirim["message_id"])

    async def _album(self, chat: int, kiriman: Kiriman) -> None:
        isi = [await asyncio.to_thread(jalur.read_bytes) for jalur in kiriman.foto[:10]]
        if len(isi) == 1:
            await self._bot.send_photo(chat, isi[0])
        else:
            await self._bot.send_media_group(chat, [InputMediaPhoto(satu) for satu in isi])

    async def _call(self, method: str, *, tunggu: float | None = None, **params: Any) -> Any:
        """One method over python-telegram-bot's transport and with its errors; the answer is left as JSON."""
        data = RequestData([RequestParameter.from_input(k, v) for k, v in params.items() if v is not None])
        batas = {} if tunggu is None else {"read_timeout": tunggu}
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", data, **batas)

    async def fetch(self, foto: Foto) -> bytes:
        try:
            berkas = await self._bot.get_file(foto.rujukan)
            return bytes(await berkas.download_as_bytearray())
        except tg.TelegramError as error:
            raise translate(error) from error

    async def close(self) -> None:
        for task in self._answers:
            task.cancel()
        await self._bot.shutdown()


def translate(error: tg.TelegramError) -> SendError:
    """python-telegram-bot's exceptions in the words of the contract."""
    sebab = f"{type(error).__name__}: {error}"
    if isinstance(error, tg.RetryAfter):
        tunggu = error.retry_after
        return SendError("tunggu", sebab, tunggu=float(tunggu if isinstance(tunggu, int) else tunggu.total_seconds()))
    if isinstance(error, tg.ChatMigrated):
        return SendError("pindah", sebab, tujuan_baru=str(error.new_chat_id))
    if isinstance(error, tg.InvalidToken):
        return SendError("berhenti", "Telegram does not know this token; @BotFather gives a new one")
    if isinstance(error, tg.Forbidden):
        return SendError("tutup", sebab)
    if isinstance(error, tg.BadRequest):
        return SendError("tutup" if "chat not found" in str(error).lower() else "tetap", sebab)
    surely_not_sent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return SendError("sementara", sebab, mungkin_sampai=not isinstance(error.__cause__, surely_not_sent))
