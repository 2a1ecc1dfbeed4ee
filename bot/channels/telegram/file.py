"""A picture or document that a message only named."""

from __future__ import annotations

from telegram import Bot
from telegram import error as tg

from bot.channels.contract import SendError, TooLarge
from bot.channels.telegram.errors import has
from handlers.dialog.masukan import Dokumen, Foto


async def fetch(bot: Bot, kiriman: Foto | Dokumen, muat: int) -> bytes:
    """At most `muat` bytes. Raises `SendError` and python-telegram-bot's own errors."""
    berkas = await bot.get_file(kiriman.rujukan)
    if (berkas.file_size or 0) > muat:
        raise TooLarge
    try:
        return bytes(await berkas.download_as_bytearray())
    except tg.InvalidToken as error:
        if has(error, ("unauthorized",)):
            raise
        # python-telegram-bot reads every 404 so; here it is the file that is not found
        raise SendError("tetap", "Telegram no longer has the file") from None
