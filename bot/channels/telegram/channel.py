"""The channel: what it is to the rest of the machine, put together from the rooms beside this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Literal

import msgspec
from telegram import Bot
from telegram import error as tg
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # named by RequestData's public signature only

from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive, SendError
from bot.channels.telegram import draw, file, place, profile, send
from bot.channels.telegram import update as updates
from bot.channels.telegram.aside import Aside
from bot.channels.telegram.errors import translate
from bot.channels.telegram.http import AiohttpRequest
from bot.channels.telegram.incoming import Poll, Update, Way, Webhook
from bot.channels.telegram.inline import Inline, Tanya
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.profile import Perintah
from bot.channels.telegram.shape import Kita
from bot.log import logger
from handlers.dialog.masukan import Dokumen, Foto

log = logger("telegram")
NAMA = "telegram"
Mode = Literal["poll", "webhook"]


class Telegram:
    nama = NAMA
    limits = Limits(send.TEKS, draw.LABEL, draw.BARIS, berkas=50_000_000)
    pace = Pace(per_detik=29.5, jeda_obrolan=1.0, jeda_grup=60 / 18, grup=place.grup, beruntun=3)
    butuh_berkas = True

    def __init__(
        self,
        token: str,
        base_url: str,
        perintah: Perintah = (),
        *,
        perintah_grup: Perintah = (),
        batas_foto: int = 10_000_000,
        mode: Mode = "poll",
        webhook_url: str = "",
        webhook_secret: str = "",
        on_open: Callable[[str], None] = lambda _username: None,
        tanya: Tanya | None = None,
    ) -> None:
        """`perintah`: what Telegram's own menu lists in private chats, `perintah_grup` in groups. `batas_foto`: bytes.

        With `mode` "webhook" Telegram posts to `webhook_url`, and whoever serves that calls `webhook`.
        `webhook_secret`: 1 to 256 of A-Z, a-z, 0-9, _ and -. `on_open` is told the bot's user name once it is known.
        `tanya`: what inline mode asks about and tells; without it, inline mode remembers nothing.
        """
        akar = base_url.removesuffix("/bot")
        request = AiohttpRequest()
        self._bot = Bot(
            token,
            base_url=f"{akar}/bot",
            base_file_url=f"{akar}/file/bot",
            request=request,
            get_updates_request=request,  # else an HTTPXRequest that nothing uses
        )
        self._kita = Kita(int(token.partition(":")[0]), batas_foto=batas_foto)
        self._introduce = partial(profile.introduce, self._call, perintah, perintah_grup)
        self._aside = Aside(self._call)
        self._patience = Patience(self._bot.get_me)
        self._outgoing = send.Outgoing(self._call)
        self._inline = Inline(self._call, lambda: self._kita.username, tanya)
        self._way: Way = Poll(self._call, self.parse, self._answer, self._inline.take)
        if mode == "webhook":
            self._way = Webhook(self._call, self.parse, self._answer, self._inline.take, webhook_url, webhook_secret)
        self._receive: Receive | None = None
        self._on_open = on_open

    @property
    def berhenti(self) -> str:
        return self._patience.berhenti

    # -- in ----------------------------------------------------------------------------------------------------

    async def run(self, receive: Receive) -> None:
        await self._patience.until_done(self._open)
        self._receive = receive
        try:
            await self._patience.until_done(self._way.begin)
            self._aside.start(self._introduce())
            while True:
                await self._patience.until_done(partial(self._way.once, receive))
        finally:
            self._receive = None

    async def _open(self) -> None:
        await self._bot.initialize()
        self._kita = replace(self._kita, username=str(self._bot.username))
        self._on_open(self._kita.username)
        log.info("connected", bot=self._bot.username)

    async def webhook(self, body: bytes, secret: str) -> int:
        """What Telegram posted, with its X-Telegram-Bot-Api-Secret-Token; the HTTP status to answer with.

        200 once it is stored. 403: not from Telegram. 503 while `run` has not begun, and 500: Telegram sends it again.
        """
        if not (isinstance(self._way, Webhook) and self._way.knows(secret)):
            return 403
        return 503 if self._receive is None else await self._way.deliver(body, self._receive)

    def parse(self, update: Update) -> Inbound | None:
        """None for what is not ours to answer, and for what Telegram has never sent before."""
        try:
            return updates.parse(update, self._kita)
        except msgspec.ValidationError as error:
            log.error("update passed over", sebab=str(error), update=update.get("update_id"))
        except Exception:  # whatever it was, those behind it must not wait for ever
            log.exception("update passed over", update=update.get("update_id"))
        return None

    def _answer(self, id_: str) -> None:
        self._aside.answer(id_)

    async def hello(self) -> str:
        """The bot's name, asked of Telegram now; raises `SendError`."""
        try:
            await self._bot.initialize()
        except tg.TelegramError as error:
            raise translate(error) from error
        return str(self._bot.username)

    # -- out ---------------------------------------------------------------------------------------------------

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        tempat = place.baca(tujuan)
        try:
            ext_id = await self._send(tempat, kiriman)
        except tg.TelegramError as error:
            gagal = self._why(error)
            if gagal.jenis in ("tetap", "bisu"):
                await self._leave(tempat, kiriman)
            raise gagal from error
        await self._leave(tempat, kiriman)
        return ext_id

    async def _send(self, tempat: place.Tempat, kiriman: Kiriman) -> str:
        if kiriman.pesan.menu is not None:
            await send.set_menu(self._call, tempat, kiriman.pesan)
            return ""
        username = self._kita.username
        if not username and any(t.mulai for t in kiriman.pesan.tombol):
            await self._bot.initialize()
            username = str(self._bot.username)
        return await self._outgoing.send(tempat, kiriman, username)

    async def _leave(self, tempat: place.Tempat, kiriman: Kiriman) -> None:
        """Also when the last word could not be said: a group that silences us is left all the same."""
        if kiriman.pesan.lalu == "tinggalkan":
            await self._aside.quietly("leaveChat", chat_id=tempat.chat)

    async def sibuk(self, tujuan: str) -> None:
        try:
            tempat = place.baca(tujuan)
        except SendError:
            return
        await self._aside.quietly("sendChatAction", **tempat.params, action="upload_document")

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        tempat = place.baca(tujuan)
        try:
            await send.clear_buttons(self._call, tempat, ext_id)
        except tg.TelegramError as error:
            raise self._why(error) from error

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        try:
            return await file.fetch(self._bot, kiriman, self._kita.muat)
        except tg.TelegramError as error:
            raise self._why(error) from error

    async def _call(self, method: str, /, *, tunggu: float | None = None, **params: Any) -> Any:
        """One method over python-telegram-bot's transport and with its errors; the answer is left as JSON."""
        data = RequestData([RequestParameter.from_input(k, v) for k, v in params.items() if v is not None])
        batas = {} if tunggu is None else {"read_timeout": tunggu}
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", data, **batas)

    def _why(self, error: tg.TelegramError) -> SendError:
        if isinstance(error, tg.InvalidToken) and self._patience.opened:
            self._patience.token_refused()
            if isinstance(self._way, Webhook):
                self._way.look.set()
        return translate(error)

    async def close(self) -> None:
        self._aside.close()
        self._inline.close()
        await self._bot.shutdown()
