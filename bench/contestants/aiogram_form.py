"""The form for aiogram 3: states, filters and `answer`, as its own examples have it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.form import DESA, KEGIATAN, PERINTAH, SUDAH_BENAR, TANYA, TERSIMPAN, days

JAM = re.compile(r"(\d{1,2})(?:[.:](\d\d))?\s*-\s*(\d{1,2})(?:[.:](\d\d))?")


class Form(StatesGroup):
    desa = State()
    kegiatan = State()
    tanggal = State()
    jam = State()
    hasil = State()
    simpan = State()


def keyboard(key: str, options: Sequence[tuple[str, str]]) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=label, callback_data=f"{key}:{id_}")] for id_, label in options]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def tapped(query: CallbackQuery, state: FSMContext, key: str, following: State | None) -> Message:
    """Keep the answer and the state; the message to reply to."""
    assert query.data is not None
    await query.answer()
    await state.update_data({key: query.data.partition(":")[2]})
    await state.set_state(following)
    assert isinstance(query.message, Message)
    return query.message


async def start(message: Message, state: FSMContext) -> None:
    await state.set_state(Form.desa)
    await message.answer(TANYA["desa"], reply_markup=keyboard("desa", DESA))


async def desa(query: CallbackQuery, state: FSMContext) -> None:
    message = await tapped(query, state, "desa", Form.kegiatan)
    await message.answer(TANYA["kegiatan"], reply_markup=keyboard("kegiatan", KEGIATAN))


async def kegiatan(query: CallbackQuery, state: FSMContext) -> None:
    message = await tapped(query, state, "kegiatan", Form.tanggal)
    await message.answer(TANYA["tanggal"], reply_markup=keyboard("tanggal", [(d, d) for d in days()]))


async def tanggal(query: CallbackQuery, state: FSMContext) -> None:
    message = await tapped(query, state, "tanggal", Form.jam)
    date.fromisoformat((query.data or "").partition(":")[2])
    await message.answer(TANYA["jam"])


async def jam(message: Message, state: FSMContext) -> None:
    if not JAM.fullmatch(message.text or ""):
        await message.answer(TANYA["jam"])
        return
    await state.update_data(jam=message.text)
    await state.set_state(Form.hasil)
    await message.answer(TANYA["hasil"])


async def hasil(message: Message, state: FSMContext) -> None:
    answers = await state.update_data(hasil=message.text)
    await state.set_state(Form.simpan)
    isi = "\n".join(str(v) for v in answers.values())
    pilihan = keyboard("_simpan", [("simpan", "Simpan"), ("batal", "Batal")])
    await message.answer(f"{SUDAH_BENAR}\n\n{isi}", reply_markup=pilihan)


async def simpan(query: CallbackQuery, state: FSMContext) -> None:
    message = await tapped(query, state, "_simpan", None)
    await message.answer(TERSIMPAN)


def router() -> Router:
    made = Router()
    made.message.register(start, Command(PERINTAH))
    made.callback_query.register(desa, Form.desa, F.data.startswith("desa:"))
    made.callback_query.register(kegiatan, Form.kegiatan, F.data.startswith("kegiatan:"))
    made.callback_query.register(tanggal, Form.tanggal, F.data.startswith("tanggal:"))
    made.message.register(jam, Form.jam, F.text)
    made.message.register(hasil, Form.hasil, F.text)
    made.callback_query.register(simpan, Form.simpan, F.data.startswith("_simpan:"))
    return made
