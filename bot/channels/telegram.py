"""Telegram. python-telegram-bot's client and types, and nothing of its framework: its updater and persistence keep
state in memory that a crash loses (docs/keputusan/0002-bukan-application-ptb.md).
"""

from __future__ import annotations

import asyncio
import html
from collections.abc import Sequence
from typing import Any

import httpx
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    Update,
)
from telegram import error as tg
from telegram.constants import ChatType
from telegram.request import HTTPXRequest

from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive, SendError
from bot.log import logger
from handlers.dialog.masukan import Foto, Lokasi, Masukan
from handlers.dialog.pesan import Pesan

log = logger("telegram")
NAMA = "telegram"
TERIMA = ["message", "callback_query"]
"""allowed_updates: what we ask Telegram for, and no more."""
POLL = 25
"""Seconds a poll waits for something to come."""
ULANG = (1, 2, 5, 10, 30)
BARIS = 18
"""Two buttons stand side by side when both labels are at most this long: they fit a narrow phone."""
KETERANGAN = 1024
"""Characters of a caption."""
LAIN = {
    "voice": "pesan suara", "audio": "suara", "video": "video", "video_note": "video", "sticker": "stiker",
    "animation": "gambar bergerak", "contact": "kontak", "poll": "polling", "document": "dokumen", "venue": "tempat",
    "dice": "dadu", "story": "cerita",
}  # fmt: skip


class Telegram:
    """Private chats; long poll; commit first, then move the offset."""

    nama = NAMA
    limits = Limits(teks=4096, label=60, tombol=90, berkas=50_000_000)
    pace = Pace(per_detik=29, jeda_obrolan=1.0)
    butuh_berkas = True

    def __init__(self, token: str, base_url: str, perintah: Sequence[tuple[str, str]] = ()) -> None:
        """`perintah`: (command, what it does) for Telegram's own menu."""
        akar = base_url.removesuffix("/bot")
        self._bot = Bot(
            token,
            base_url=f"{akar}/bot",
            base_file_url=f"{akar}/file/bot",
            request=HTTPXRequest(connection_pool_size=40, pool_timeout=10),
            get_updates_request=HTTPXRequest(connection_pool_size=1),
        )
        self._perintah = perintah
        self._offset = 0
        self._answers: set[asyncio.Task[Any]] = set()

    # -- in -------------------------------------------------------------------------------------------------------

    async def run(self, receive: Receive) -> None:
        await self._open()
        gagal = 0
        while True:
            try:
                await self._poll(receive)
                gagal = 0
            except tg.InvalidToken:
                raise
            except tg.Conflict:
                log.error("another program reads this bot's messages; stop it, or give each its own token")
                await asyncio.sleep(ULANG[-1])
            except (tg.TelegramError, httpx.HTTPError) as error:
                log.warning("poll failed", sebab=type(error).__name__)
                await asyncio.sleep(ULANG[min(gagal, len(ULANG) - 1)])
                gagal += 1

    async def _open(self) -> None:
        gagal = 0
        while True:
            try:
                await self._bot.initialize()
                await self._bot.delete_webhook(drop_pending_updates=False)
                if self._perintah:
                    await self._bot.set_my_commands([BotCommand(nama, apa) for nama, apa in self._perintah])
            except tg.InvalidToken:
                raise
            except tg.TelegramError as error:
                log.warning("Telegram cannot be reached yet", sebab=type(error).__name__)
                await asyncio.sleep(ULANG[min(gagal, len(ULANG) - 1)])
                gagal += 1
            else:
                log.info("connected", bot=self._bot.username)
                return

    async def _poll(self, receive: Receive) -> None:
        updates = await self._bot.get_updates(
            offset=self._offset, timeout=POLL, read_timeout=POLL + 10, allowed_updates=TERIMA
        )
        if not updates:
            return
        # The store commits here. Only the next call's offset tells Telegram that we have them.
        await receive([masuk for update in updates if (masuk := self.parse(update))])
        self._offset = updates[-1].update_id + 1
        for update in updates:
            if update.callback_query:
                self._answer(update.callback_query.id)

    def _answer(self, id_: str) -> None:
        """Stops the button's spinner. Not worth a retry: it means nothing when late."""
        task = asyncio.create_task(self._quietly(id_))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _quietly(self, id_: str) -> None:
        try:
            await self._bot.answer_callback_query(id_)
        except tg.TelegramError as error:
            log.info("tap not acknowledged", sebab=type(error).__name__)

    def parse(self, update: Update) -> Inbound | None:
        """None for what is not from a person in a private chat."""
        chat, orang = update.effective_chat, update.effective_user
        if chat is None or orang is None or orang.is_bot or chat.type != ChatType.PRIVATE:
            return None
        ext_id = f"{self._bot.id}:{update.update_id}"
        if update.callback_query:
            tap = update.callback_query
            # A tap has no time of its own (its message is as old as the question); 0 reads as "now".
            return Inbound(ext_id, str(chat.id), orang.full_name, 0, Masukan(tombol=tap.data or ""))
        pesan = update.message
        if pesan is None:
            return None
        waktu = int(pesan.date.timestamp())
        return Inbound(ext_id, str(chat.id), orang.full_name, waktu, _masukan(pesan, waktu), pesan.media_group_id)

    async def hello(self) -> str:
        """The bot's name, asked of Telegram now; raises `SendError`."""
        try:
            await self._bot.initialize()
        except tg.TelegramError as error:
            raise translate(error) from error
        return str(self._bot.username)

    # -- out ------------------------------------------------------------------------------------------------------

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        try:
            return await self._send(int(tujuan), kiriman)
        except tg.TelegramError as error:
            raise translate(error) from error

    async def _send(self, chat: int, kiriman: Kiriman) -> str:
        pesan = kiriman.pesan
        if kiriman.foto:
            await self._album(chat, kiriman)
        potongan = potong(pesan, KETERANGAN if kiriman.berkas is not None else self.limits.teks)
        for awal in potongan[:-1]:
            await self._bot.send_message(chat, awal, parse_mode="HTML")
        papan = self._keyboard(pesan)
        if kiriman.berkas is not None and pesan.berkas:
            hasil = await self._bot.send_document(
                chat,
                kiriman.berkas,
                filename=pesan.berkas.nama,
                caption=potongan[-1],
                parse_mode="HTML",
                reply_markup=papan,
            )
        else:
            hasil = await self._bot.send_message(chat, potongan[-1], parse_mode="HTML", reply_markup=papan)
        return str(hasil.message_id)

    async def _album(self, chat: int, kiriman: Kiriman) -> None:
        isi = [await asyncio.to_thread(jalur.read_bytes) for jalur in kiriman.foto[:10]]
        if len(isi) == 1:
            await self._bot.send_photo(chat, isi[0])
        else:
            await self._bot.send_media_group(chat, [InputMediaPhoto(satu) for satu in isi])

    def _keyboard(self, pesan: Pesan) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
        rows = [
            [InlineKeyboardButton(self._label(f"{b.label} · {b.ket}" if b.ket else b.label), callback_data=b.data)]
            for b in pesan.daftar
        ]
        rows += _berdua([InlineKeyboardButton(self._label(t.label), callback_data=t.data) for t in pesan.tombol])
        if rows:
            if len(rows) > self.limits.tombol:
                log.warning("buttons cut", jumlah=len(rows))
            return InlineKeyboardMarkup(rows[: self.limits.tombol])
        if pesan.minta == "lokasi":
            kirim = [[KeyboardButton("Kirim lokasi saya", request_location=True)], [KeyboardButton("Kembali")]]
            return ReplyKeyboardMarkup(kirim, resize_keyboard=True, one_time_keyboard=True)
        return None

    def _label(self, label: str) -> str:
        if len(label) <= self.limits.label:
            return label
        log.info("label cut", panjang=len(label))
        return label[: self.limits.label - 1] + "…"

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


def _masukan(pesan: Message, waktu: int) -> Masukan:
    teks = pesan.text or pesan.caption or ""
    if pesan.photo:
        besar = max(pesan.photo, key=lambda p: p.width * p.height)
        return Masukan(teks=teks, foto=(Foto(rujukan=besar.file_id, ukuran=besar.file_size or 0, waktu=waktu),))
    if pesan.document and (pesan.document.mime_type or "").startswith("image/"):
        return Masukan(teks=teks, foto=(Foto(rujukan=pesan.document.file_id, waktu=waktu),))
    if pesan.location:
        return Masukan(lokasi=Lokasi(pesan.location.latitude, pesan.location.longitude))
    lain = next((kata for nama, kata in LAIN.items() if getattr(pesan, nama, None)), "")
    return Masukan(teks=teks, lain=lain)


def _berdua(tombol: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    rows: list[list[InlineKeyboardButton]] = []
    for satu in tombol:
        if rows and len(rows[-1]) == 1 and all(len(t.text) <= BARIS for t in (*rows[-1], satu)):
            rows[-1].append(satu)
        else:
            rows.append([satu])
    return rows


def potong(pesan: Pesan, batas: int) -> list[str]:
    """Telegram HTML in pieces of at most `batas` characters as the reader counts them, cut at line ends."""
    kepala = f"<b>{html.escape(pesan.judul, quote=False)}</b>\n\n" if pesan.judul else ""
    sisa = pesan.teks
    ruang = batas - len(pesan.judul) - 2 if pesan.judul else batas
    potongan = []
    while len(sisa) > ruang:
        di = max(sisa.rfind("\n", 0, ruang), 0) or ruang
        potongan.append(sisa[:di])
        sisa, ruang = sisa[di:].lstrip("\n"), batas
    potongan.append(sisa)
    lolos = [html.escape(p, quote=False) for p in potongan]
    return [kepala + lolos[0], *lolos[1:]]


def translate(error: tg.TelegramError) -> SendError:
    """python-telegram-bot's exceptions in the words of the contract."""
    sebab = f"{type(error).__name__}: {error}"
    if isinstance(error, tg.RetryAfter):
        tunggu = error.retry_after
        return SendError("tunggu", sebab, tunggu=float(tunggu if isinstance(tunggu, int) else tunggu.total_seconds()))
    if isinstance(error, tg.ChatMigrated):
        return SendError("pindah", sebab, tujuan_baru=str(error.new_chat_id))
    if isinstance(error, tg.InvalidToken):
        return SendError("berhenti", sebab)
    if isinstance(error, tg.Forbidden):
        return SendError("tutup", sebab)
    if isinstance(error, tg.BadRequest):
        return SendError("tutup" if "chat not found" in str(error).lower() else "tetap", sebab)
    surely_not_sent = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
    return SendError("sementara", sebab, mungkin_sampai=not isinstance(error.__cause__, surely_not_sent))
