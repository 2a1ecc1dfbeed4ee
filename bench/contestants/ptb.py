"""python-telegram-bot's Application with a ConversationHandler, written as its own examples are."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    ExtBot,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.warnings import PTBUserWarning

from bench.canned_ptb import Canned
from bench.contestants.contract import Plain
from bench.form import DESA, KEGIATAN, PERINTAH, SUDAH_BENAR, TANYA, TERSIMPAN, TOKEN, days
from bench.form import Update as Json

Context = ContextTypes.DEFAULT_TYPE
ASK_DESA, ASK_KEGIATAN, ASK_TANGGAL, ASK_JAM, ASK_HASIL, ASK_SIMPAN = range(6)
JAM = re.compile(r"(\d{1,2})(?:[.:](\d\d))?\s*-\s*(\d{1,2})(?:[.:](\d\d))?")
TEKS = filters.TEXT & ~filters.COMMAND


def keyboard(key: str, options: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"{key}:{id_}")] for id_, label in options])


async def tapped(update: Update, context: Context, key: str) -> Message:
    """Keep the answer; the message to reply to."""
    query = update.callback_query
    assert query is not None
    assert query.data is not None
    assert context.user_data is not None
    await query.answer()
    context.user_data[key] = query.data.partition(":")[2]
    assert isinstance(query.message, Message)
    return query.message


async def start(update: Update, context: Context) -> int:
    assert update.message is not None
    await update.message.reply_text(TANYA["desa"], reply_markup=keyboard("desa", DESA))
    return ASK_DESA


async def desa(update: Update, context: Context) -> int:
    message = await tapped(update, context, "desa")
    await message.reply_text(TANYA["kegiatan"], reply_markup=keyboard("kegiatan", KEGIATAN))
    return ASK_KEGIATAN


async def kegiatan(update: Update, context: Context) -> int:
    message = await tapped(update, context, "kegiatan")
    await message.reply_text(TANYA["tanggal"], reply_markup=keyboard("tanggal", [(d, d) for d in days()]))
    return ASK_TANGGAL


async def tanggal(update: Update, context: Context) -> int:
    message = await tapped(update, context, "tanggal")
    assert context.user_data is not None
    date.fromisoformat(context.user_data["tanggal"])
    await message.reply_text(TANYA["jam"])
    return ASK_JAM


async def jam(update: Update, context: Context) -> int:
    assert update.message is not None
    assert context.user_data is not None
    if not JAM.fullmatch(update.message.text or ""):
        await update.message.reply_text(TANYA["jam"])
        return ASK_JAM
    context.user_data["jam"] = update.message.text
    await update.message.reply_text(TANYA["hasil"])
    return ASK_HASIL


async def hasil(update: Update, context: Context) -> int:
    assert update.message is not None
    assert context.user_data is not None
    context.user_data["hasil"] = update.message.text
    isi = "\n".join(str(v) for v in context.user_data.values())
    pilihan = keyboard("_simpan", [("simpan", "Simpan"), ("batal", "Batal")])
    await update.message.reply_text(f"{SUDAH_BENAR}\n\n{isi}", reply_markup=pilihan)
    return ASK_SIMPAN


async def simpan(update: Update, context: Context) -> int:
    message = await tapped(update, context, "_simpan")
    await message.reply_text(TERSIMPAN)
    return ConversationHandler.END


def conversation(*, persistent: bool) -> ConversationHandler[Any]:
    warnings.filterwarnings("ignore", category=PTBUserWarning)
    return ConversationHandler(
        entry_points=[CommandHandler(PERINTAH, start)],
        states={
            ASK_DESA: [CallbackQueryHandler(desa, pattern="^desa:")],
            ASK_KEGIATAN: [CallbackQueryHandler(kegiatan, pattern="^kegiatan:")],
            ASK_TANGGAL: [CallbackQueryHandler(tanggal, pattern="^tanggal:")],
            ASK_JAM: [MessageHandler(TEKS, jam)],
            ASK_HASIL: [MessageHandler(TEKS, hasil)],
            ASK_SIMPAN: [CallbackQueryHandler(simpan, pattern="^_simpan:")],
        },
        fallbacks=[],
        name=PERINTAH,
        persistent=persistent,
    )


class Memory(Plain):
    """Everything in memory. One update after another, as Application does unless told otherwise."""

    name = "ptb-memori"
    persistent = False

    async def start(self, folder: Path) -> None:
        builder = Application.builder().bot(ExtBot(TOKEN, request=Canned(), get_updates_request=Canned()))
        if self.persistent:
            builder = builder.persistence(PicklePersistence(folder / "ptb.pickle"))
        self._app = builder.build()
        self._app.add_handler(conversation(persistent=self.persistent))
        await self._app.initialize()

    async def serve(self, batches: Sequence[list[Json]]) -> None:
        for batch in batches:
            for update in batch:
                await self._app.process_update(Update.de_json(update, self._app.bot))
                await self.keep()

    async def keep(self) -> None:
        """Nothing: it is lost when the process ends."""

    async def complete(self) -> int:
        return sum("_simpan" in answers for answers in self._app.user_data.values())

    async def close(self) -> None:
        await self._app.shutdown()


class Pickle(Memory):
    """PicklePersistence, flushed after each update instead of each minute. It does not fsync."""

    name = "ptb-pickle"
    persistent = True

    async def keep(self) -> None:
        await self._app.update_persistence()
