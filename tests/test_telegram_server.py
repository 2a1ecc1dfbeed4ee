"""The Telegram that the other tests run against, tried with python-telegram-bot and with bare HTTP."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto, KeyboardButton
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from tests.telegram_server import TOKEN, Grup, Orang, TelegramServer, TelegramServerThread, form
from tests.telegram_server.checked import check_sent
from tests.telegram_server.entities import parse_html
from tests.telegram_server.errors import ApiError, Json
from tests.telegram_server.rates import Rates
from tests.telegram_server.receiver import Receiver

pytestmark = pytest.mark.anyio
JPEG, PNG = b"\xff\xd8\xff\xe0gambar", b"\x89PNG\r\n\x1a\ngambar"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def retry_after_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it python-telegram-bot 22 warns on every RetryAfter, and warnings are errors here."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Every update it sent and every request it took must be the Bot API's, in every test."""
    async with TelegramServer() as server:
        yield server
        server.periksa()
        check_sent(server)


@pytest.fixture
def sari(server: TelegramServer) -> Orang:
    return server.orang("Sari", username="sari_cibeber")


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[telegram.Bot]:
    async with new_bot(server) as bot:
        yield bot


@pytest.fixture
async def http(server: TelegramServer) -> AsyncIterator[httpx.AsyncClient]:
    base_url = f"{server.base_url}{server.token}/"
    async with httpx.AsyncClient(base_url=base_url, trust_env=False, verify=False, timeout=10) as client:
        yield client


def new_bot(server: TelegramServer, token: str = TOKEN) -> telegram.Bot:
    def request() -> HTTPXRequest:
        return HTTPXRequest(httpx_kwargs={"trust_env": False, "verify": False})

    return telegram.Bot(token, server.base_url, server.base_file_url, request=request(), get_updates_request=request())


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label.lower()) for label in labels]])


async def refusal(answer: Awaitable[httpx.Response]) -> tuple[int, str]:
    body = (await answer).json()
    assert body["ok"] is False
    return body["error_code"], body["description"]


# --- the door ---------------------------------------------------------------------------------------------------


async def test_a_wrong_token_is_unauthorized(server: TelegramServer) -> None:
    async with httpx.AsyncClient(trust_env=False, verify=False) as client:
        response = await client.get(f"{server.base_url}999:salah/getMe")
    assert response.status_code == 401
    assert response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    with pytest.raises(InvalidToken):
        async with new_bot(server, "999:salah"):
            pass


async def test_an_unknown_method_or_page_is_not_found(http: httpx.AsyncClient, server: TelegramServer) -> None:
    assert await refusal(http.post("kirimPesan")) == (404, "Not Found: method not found")
    assert await refusal(http.get(f"{server.url}/apa/saja")) == (404, "Not Found")


async def test_the_bot_knows_itself(bot: telegram.Bot) -> None:
    assert (bot.id, bot.username) == (1000000001, "kawan_desa_bot")


@pytest.mark.parametrize("body", ["json", "form", "multipart", "query"])
async def test_parameters_arrive_in_every_form_telegram_takes(
    http: httpx.AsyncClient, server: TelegramServer, sari: Orang, body: str
) -> None:
    markup = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}]]}
    params: Json = {"chat_id": sari.id, "text": "Selamat pagi & siang", "reply_markup": markup}
    flat = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    options: dict[str, Any] = {
        "json": {"json": params},
        "form": {"data": flat},
        "multipart": {"files": {name: (None, value) for name, value in flat.items()}},
        "query": {"params": flat},
    }[body]
    assert (await http.post("sendMessage", **options)).json()["ok"]
    assert server.permintaan[-1].params == params
    assert sari.terakhir.teks == "Selamat pagi & siang"
    assert sari.terakhir.label == ["Ya"]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a", "warna": "merah"}, "sendMessage: unknown field 'warna'"),
        ("sendMessage", {"chat_id": 1}, "sendMessage: 'text' is required"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "sendMessage.text must be String, not 5"),
        ("sendMessage", {"chat_id": 1, "text": "a", "protect_content": "mungkin"}, "must be Boolean, not 'mungkin'"),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": "{rusak"}, "must be InlineKeyboardMarkup, not"),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"label": "x"}]]}},
         "reply_markup.inline_keyboard[0][0]: unknown field 'label'"),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "foto", "media": "x"}]}, "must be"),
        ("editMessageText", {"chat_id": 1, "message_id": "satu", "text": "a"}, "message_id must be Integer"),
        ("sendVideo", {"chat_id": 1, "video": "x"}, "the test server does not play sendVideo"),
        ("sendMessage", {"chat_id": 1, "text": "*a*", "parse_mode": "MarkdownV2"}, "does not play parse_mode"),
    ],
)  # fmt: skip
async def test_what_is_not_the_bot_api_is_refused_and_remembered(
    http: httpx.AsyncClient, server: TelegramServer, method: str, params: Json, words: str
) -> None:
    code, description = await refusal(http.post(method, json=params))
    assert code == 400
    assert words in "\n".join([description, *server.pelanggaran])
    with pytest.raises(AssertionError, match="not the Bot API"):
        server.periksa()
    server.pelanggaran.clear()


# --- what people send -------------------------------------------------------------------------------------------


async def test_everything_a_person_can_send_is_an_update_the_bot_can_read(bot: telegram.Bot, sari: Orang) -> None:
    sari.tulis("halo")
    sari.foto(JPEG)
    sari.dokumen(b"%PDF", "rab.pdf", "application/pdf")
    sari.lokasi(-6.9, 107.0)
    sari.stiker()
    sari.suara()
    sari.video()
    sari.kontak()
    updates = await bot.get_updates()
    kinds = ("text", "photo", "document", "location", "sticker", "voice", "video", "contact")
    assert [bool(getattr(update.message, kind)) for update, kind in zip(updates, kinds, strict=True)] == [True] * 8
    assert [update.update_id for update in updates] == list(range(100_000_001, 100_000_009))
    assert [update.message.message_id for update in updates if update.message] == list(range(1, 9))


async def test_commands_replies_and_edits_keep_what_they_are_about(bot: telegram.Bot, sari: Orang) -> None:
    first = sari.tulis("/mulai cibeber")
    sari.tulis("pagi", balas=first)
    sari.sunting(first, "/mulai cidaun")
    command, reply, edit = (update.effective_message for update in await bot.get_updates())
    assert command is not None
    assert command.parse_entities() == {command.entities[0]: "/mulai"}
    assert reply is not None
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "/mulai cibeber"
    assert edit is not None
    assert (edit.text, edit.message_id, edit.edit_date is None) == ("/mulai cidaun", first, False)


async def test_an_album_is_several_messages_the_first_with_the_caption(bot: telegram.Bot, sari: Orang) -> None:
    sari.album([JPEG, PNG], "dua foto")
    messages = [update.message for update in await bot.get_updates() if update.message]
    assert [message.caption for message in messages] == ["dua foto", None]
    assert len({message.media_group_id for message in messages} - {None}) == 1
    assert [message.photo[-1].file_size for message in messages] == [len(JPEG), len(PNG)]


async def test_the_newest_button_with_a_label_is_pressed(bot: telegram.Bot, sari: Orang) -> None:
    await bot.send_message(sari.id, "Lama", reply_markup=buttons("Ya", "Tidak"))
    await bot.send_message(sari.id, "Baru", reply_markup=buttons("Ya"))
    sari.tekan("Ya")
    sari.tekan_data("tidak")
    queries = [update.callback_query for update in await bot.get_updates()]
    pressed = [(query.data, query.message.message_id) for query in queries if query and query.message]
    assert pressed == [("ya", 2), ("tidak", 1)]
    with pytest.raises(AssertionError, match="no button 'Mungkin'"):
        sari.tekan("Mungkin")


async def test_a_typed_keyboard_sends_its_label_or_the_place(bot: telegram.Bot, sari: Orang) -> None:
    await bot.send_message(sari.id, "Usang", reply_markup=telegram.ReplyKeyboardMarkup([["Lama"]]))
    keyboard = telegram.ReplyKeyboardMarkup([["Catat"], [KeyboardButton("Kirim lokasi", request_location=True)]])
    await bot.send_message(sari.id, "Mau apa?", reply_markup=keyboard)
    sari.tekan("Catat")
    sari.tekan("Kirim lokasi")
    messages = [update.message for update in await bot.get_updates()]
    assert messages[0] is not None
    assert messages[0].text == "Catat"
    assert messages[1] is not None
    assert messages[1].location is not None
    await bot.send_message(sari.id, "Selesai", reply_markup=telegram.ReplyKeyboardRemove())
    for gone in ("Lama", "Catat"):
        with pytest.raises(AssertionError, match="no button"):
            sari.tekan(gone)


async def test_blocking_and_unblocking_reach_the_bot_and_stop_it(bot: telegram.Bot, sari: Orang) -> None:
    sari.blokir()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(sari.id, "halo")
    with pytest.raises(AssertionError, match="has blocked the bot"):
        sari.tulis("halo")
    sari.buka()
    await bot.send_message(sari.id, "halo lagi")
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_the_screen_shows_edits_and_not_what_was_deleted(bot: telegram.Bot, sari: Orang) -> None:
    await bot.send_message(sari.id, "satu")
    message = await bot.send_message(sari.id, "dua", reply_markup=buttons("Ya"))
    await message.edit_text("<b>dua</b> lagi", parse_mode="HTML")
    assert [(kiriman.teks, kiriman.label, kiriman.diubah) for kiriman in sari.layar] == [
        ("satu", [], False),
        ("dua lagi", [], True),
    ]
    await message.delete()
    assert [kiriman.teks for kiriman in sari.layar] == ["satu"]
    assert sari.terakhir.waktu > 0


async def test_waiting_for_the_screen_says_what_was_on_it_instead(bot: telegram.Bot, sari: Orang) -> None:
    waiting = asyncio.create_task(sari.tunggu(lambda layar: layar[-1].teks == "selesai"))
    await asyncio.sleep(0)
    await bot.send_message(sari.id, "selesai")
    assert [kiriman.teks for kiriman in await waiting] == ["selesai"]
    with pytest.raises(AssertionError, match="1: selesai"):
        await sari.tunggu(lambda layar: len(layar) > 1, batas=0.01)


# --- receiving updates ------------------------------------------------------------------------------------------


async def test_updates_stay_until_they_are_confirmed(bot: telegram.Bot, sari: Orang) -> None:
    for text in ("satu", "dua", "tiga"):
        sari.tulis(text)
    assert len(await bot.get_updates(limit=2)) == 2
    again = await bot.get_updates()
    assert len(again) == 3
    rest = await bot.get_updates(offset=again[0].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["dua", "tiga"]
    assert len(await bot.get_updates(offset=-1)) == 1
    assert len(await bot.get_updates()) == 1


async def test_a_long_poll_is_answered_when_something_comes(bot: telegram.Bot, sari: Orang) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    sari.tulis("akhirnya")
    assert len(await poll) == 1
    assert await bot.get_updates(offset=100_000_002, timeout=0) == ()


async def test_a_second_poll_ends_the_first(server: TelegramServer, bot: telegram.Bot, sari: Orang) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    while server.hitung("getUpdates") < 1:
        await asyncio.sleep(0.01)
    async with new_bot(server) as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        sari.tulis("untuk yang kedua")
        assert len(await second) == 1


async def test_only_the_kinds_asked_for_are_kept(bot: telegram.Bot, sari: Orang) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    message_id = sari.tulis("tidak diminta")
    sari.sunting(message_id, "diminta")
    assert [update.edited_message is not None for update in await bot.get_updates()] == [True]


@pytest.fixture
async def receiver() -> AsyncIterator[tuple[Receiver, str]]:
    async with Receiver() as receiver:
        yield receiver, receiver.url


async def test_a_webhook_gets_updates_in_order_until_it_takes_them(
    bot: telegram.Bot, sari: Orang, receiver: tuple[Receiver, str]
) -> None:
    end, url = receiver
    end.answers = [500, 503]
    sari.tulis("satu")
    await bot.set_webhook(url, secret_token="rahasia-1")
    sari.tulis("dua")
    assert await end.told(4) == ["satu", "satu", "satu", "dua"]
    assert set(end.secrets) == {"rahasia-1"}
    info = await bot.get_webhook_info()
    assert (info.url, info.last_error_message) == (url, "Wrong response from the webhook: 503 Service Unavailable")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    sari.tulis("tiga")
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["tiga"]
    assert len(end.bodies) == 4


async def test_a_webhook_beyond_loopback_is_remembered_and_never_called(bot: telegram.Bot, sari: Orang) -> None:
    await bot.set_webhook("https://kawan.desa.id/telegram", max_connections=10, allowed_updates=["message"])
    sari.tulis("tertahan")
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == ("https://kawan.desa.id/telegram", 10, 1)
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_setting_a_webhook_ends_the_poll_and_is_particular(
    server: TelegramServer, bot: telegram.Bot, receiver: tuple[Receiver, str]
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    while server.hitung("getUpdates") < 1:
        await asyncio.sleep(0.01)
    for url, secret, words in [
        ("http://contoh.desa.id/x", "a", "An HTTPS URL must be provided"),
        (receiver[1], "a" * 257, "secret token is too long"),
        (receiver[1], "ada spasi", "secret token contains unallowed characters"),
    ]:
        with pytest.raises(BadRequest, match=f"(?i){words}"):
            await bot.set_webhook(url, secret_token=secret)
    await bot.set_webhook(receiver[1])
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll


# --- sending ----------------------------------------------------------------------------------------------------


def markup(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


def row(length: int, data: str = "x") -> list[Json]:
    return [{"text": "a", "callback_data": data} for _ in range(length)]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "a" * 4097}, "Bad Request: message is too long"),
        ({"text": "a", "reply_markup": markup(row(1, ""))}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": markup(row(1, "é" * 33))}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": markup([{"text": "a"}])},
         "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": "a", "reply_markup": markup(row(9))}, "Bad Request: reply markup is too long"),
        ({"text": "a", "reply_markup": markup(*[row(8)] * 13)}, "Bad Request: reply markup is too long"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "Bad Request: message to be replied not found"),
        ({"text": "a", "message_thread_id": 7}, "Bad Request: message thread not found"),
        ({"text": "a", "parse_mode": "teks"}, "Bad Request: unsupported parse_mode"),
        ({"text": "a", "chat_id": 12345}, "Bad Request: chat not found"),
        ({"text": "a", "chat_id": "@tidak_ada"}, "Bad Request: chat not found"),
    ],
)  # fmt: skip
async def test_a_message_telegram_would_not_take(
    http: httpx.AsyncClient, sari: Orang, params: Json, description: str
) -> None:
    assert await refusal(http.post("sendMessage", json={"chat_id": sari.id} | params)) == (400, description)
    assert sari.layar == []


async def test_the_longest_message_caption_and_keyboard_are_taken(bot: telegram.Bot, sari: Orang) -> None:
    widest = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="x" * 64)] * 8] * 12)
    await bot.send_message(sari.id, f"<b>{'é' * 4096}</b>", parse_mode="HTML", reply_markup=widest)
    await bot.send_photo(sari.id, PNG, caption="a" * 1024)
    assert [len(kiriman.teks) for kiriman in sari.layar] == [4096, 1024]
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(sari.id, PNG, caption="a" * 1025)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é < 5", 'Unsupported start tag "" at byte offset 3'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ('<a href="x>a</a>', 'Unclosed start tag "a" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_telegram_cannot_read(html: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def test_html_becomes_words_and_entities_counted_in_utf16() -> None:
    text, entities = parse_html(
        '🎉 <b>a <i>&lt;b&gt;</i></b> &amp; &#233;&nbsp; <a href="https://desa.id?a=1&amp;b=2">x</a>'
    )
    assert text == "🎉 a <b> & é&nbsp; x"
    assert entities == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 5, "length": 3},
        {"type": "text_link", "offset": 19, "length": 1, "url": "https://desa.id?a=1&b=2"},
    ]


async def test_files_go_both_ways(server: TelegramServer, bot: telegram.Bot, sari: Orang) -> None:
    sent = await bot.send_document(sari.id, b"PK\x03\x04--isi\r\n", filename='Rekap "Mei" é.xlsx', caption="rekap")
    assert sari.terakhir.nama_berkas == 'Rekap "Mei" é.xlsx'
    assert sari.terakhir.berkas == b"PK\x03\x04--isi\r\n"
    assert sent.document is not None
    await bot.send_document(sari.id, sent.document.file_id)
    assert sari.terakhir.berkas == b"PK\x03\x04--isi\r\n"
    sari.foto(JPEG)
    message = (await bot.get_updates())[0].message
    assert message is not None
    file = await message.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == JPEG
    assert file.file_path is not None
    assert file.file_path.startswith(server.base_file_url)


async def test_files_telegram_would_not_take(bot: telegram.Bot, sari: Orang) -> None:
    for content, words in [
        (b"bukan gambar", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (JPEG + bytes(10 * 1024 * 1024), "is too big for a photo; the maximum size is 10485760 bytes"),
    ]:
        with pytest.raises(BadRequest, match=f"(?i){words}"):
            await bot.send_photo(sari.id, content)
    with pytest.raises(BadRequest, match=r"(?i)wrong file identifier"):
        await bot.send_document(sari.id, "AgADtidakada")
    with pytest.raises(BadRequest, match=r"(?i)wrong file_id"):
        await bot.get_file("AgADtidakada")
    sari.dokumen(bytes(20 * 1024 * 1024 + 1), "besar.zip", "application/zip")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await message.document.get_file()


async def test_a_request_larger_than_fifty_megabytes_is_refused(
    http: httpx.AsyncClient, sari: Orang, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (form.MAX_FILE, form.MAX_REQUEST) == (52_428_800, 52_494_336)
    monkeypatch.setattr(form, "MAX_FILE", 1000)
    monkeypatch.setattr(form, "MAX_REQUEST", 2000)
    for size in (1001, 3000):
        sent = http.post("sendDocument", data={"chat_id": str(sari.id)}, files={"document": ("a.zip", bytes(size))})
        assert await refusal(sent) == (413, "Request Entity Too Large")
    sent = http.post("sendDocument", data={"chat_id": str(sari.id)}, files={"document": ("a.zip", bytes(1000))})
    assert (await sent).json()["ok"]


async def test_an_album_is_sent_whole_or_not_at_all(bot: telegram.Bot, sari: Orang) -> None:
    sent = await bot.send_media_group(sari.id, [InputMediaPhoto(JPEG, caption="depan"), InputMediaPhoto(PNG)])
    assert len({message.media_group_id for message in sent}) == 1
    assert [(kiriman.teks, kiriman.berkas) for kiriman in sari.layar] == [("depan", JPEG), ("", PNG)]
    refused: list[tuple[Sequence[InputMediaPhoto | InputMediaDocument], str]] = [
        ([InputMediaPhoto(JPEG), InputMediaPhoto(b"bukan")], "IMAGE_PROCESS_FAILED"),
        ([InputMediaPhoto(JPEG), InputMediaDocument(b"isi")], "can't be mixed with other media types"),
        ([InputMediaPhoto(JPEG)] * 11, "too many messages to send as an album"),
    ]
    for media, words in refused:
        with pytest.raises(BadRequest, match=f"(?i){words}"):
            await bot.send_media_group(sari.id, media)
    assert len(sari.layar) == 2


async def test_a_place_and_an_action(bot: telegram.Bot, sari: Orang) -> None:
    sent = await bot.send_location(sari.id, -6.9, 107.0)
    assert sent.location is not None
    assert sent.location.longitude == 107.0
    assert await bot.send_chat_action(sari.id, "typing")
    with pytest.raises(BadRequest, match=r"(?i)wrong parameter action"):
        await bot.send_chat_action(sari.id, "menari")


# --- changing ---------------------------------------------------------------------------------------------------


async def test_edits_telegram_would_not_make(bot: telegram.Bot, sari: Orang) -> None:
    message = await bot.send_message(sari.id, "tetap", reply_markup=buttons("Ya"))
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_text("tetap", reply_markup=buttons("Ya"))
    with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
        await message.edit_reply_markup(buttons("Ya"))
    await message.edit_reply_markup()
    assert sari.terakhir.label == []
    photo = await bot.send_photo(sari.id, PNG)
    typed = await bot.send_message(sari.id, "pilih", reply_markup=telegram.ReplyKeyboardMarkup([["a"]]))
    theirs = sari.tulis("punya Sari")
    for message_id, words in [
        (99, "message to edit not found"),
        (theirs, "message can't be edited"),
        (typed.message_id, "message can't be edited"),
        (photo.message_id, "there is no text in the message to edit"),
    ]:
        with pytest.raises(BadRequest, match=f"(?i){words}"):
            await bot.edit_message_text("baru", sari.id, message_id)


async def test_only_what_is_there_and_its_own_can_be_deleted(
    server: TelegramServer, bot: telegram.Bot, sari: Orang
) -> None:
    assert await bot.delete_message(sari.id, sari.tulis("boleh di obrolan pribadi"))
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await bot.delete_message(sari.id, 1)
    grup = server.grup("PLD Cibeber", [sari])
    theirs = grup.tulis(sari, "punya Sari")
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted"):
        await bot.delete_message(grup.id, theirs)
    grup.jadikan_admin()
    assert await bot.delete_message(grup.id, theirs)


async def test_a_button_is_answered_once_it_is_pressed_and_while_it_is_fresh(
    server: TelegramServer, bot: telegram.Bot, sari: Orang
) -> None:
    await bot.send_message(sari.id, "Lanjut?", reply_markup=buttons("Ya"))
    first, second = str(sari.tekan("Ya")), str(sari.tekan("Ya"))
    await bot.answer_callback_query(first, "dicatat", show_alert=True)
    assert sari.balas_callback == [{"callback_query_id": first, "text": "dicatat", "show_alert": True}]
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(second, "a" * 201)
    server.kedaluwarsa()
    for old in (second, "123"):
        with pytest.raises(BadRequest, match=r"(?i)query is too old and response timeout expired"):
            await bot.answer_callback_query(old)


async def test_the_bot_keeps_its_commands_and_descriptions(bot: telegram.Bot) -> None:
    group = telegram.BotCommandScopeAllGroupChats()
    await bot.set_my_commands([("catat", "Catat kegiatan"), ("bantuan", "Bantuan")])
    await bot.set_my_commands([("rekap", "Rekap minggu ini")], scope=group, language_code="id")
    assert [command.command for command in await bot.get_my_commands()] == ["catat", "bantuan"]
    assert len(await bot.get_my_commands(group, "id")) == 1
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    assert await bot.set_my_description("Catat sekali, pakai berkali-kali")
    assert await bot.set_my_short_description("Teman pendamping desa")
    assert (await bot.get_my_description()).description == "Catat sekali, pakai berkali-kali"
    for command in (("Catat", "x"), ("catat", ""), ("c" * 33, "x")):
        with pytest.raises(BadRequest):
            await bot.set_my_commands([command])
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("a" * 121)


# --- groups -----------------------------------------------------------------------------------------------------


@pytest.fixture
def grup(server: TelegramServer, sari: Orang) -> Grup:
    return server.grup("PLD Cibeber", [sari, server.orang("Budi")])


async def test_a_group_hears_its_people_and_the_bot(bot: telegram.Bot, sari: Orang, grup: Grup) -> None:
    await bot.send_message(grup.id, "Rekap minggu ini", reply_markup=buttons("Setuju"))
    grup.tulis(sari, "terima kasih", balas=1)
    grup.tekan(sari, "Setuju")
    grup.foto(sari, JPEG)
    message, query, photo = await bot.get_updates()
    assert message.effective_chat is not None
    assert message.effective_chat.title == "PLD Cibeber"
    assert message.effective_user is not None
    assert message.effective_user.first_name == "Sari"
    assert query.callback_query is not None
    assert query.callback_query.from_user.id == sari.id
    assert photo.message is not None
    assert photo.message.photo
    assert [kiriman.teks for kiriman in grup.layar] == ["Rekap minggu ini"]
    assert sari.layar == []


async def test_people_come_and_go(server: TelegramServer, bot: telegram.Bot, grup: Grup) -> None:
    ani = server.orang("Ani", kenal=False)
    assert (await bot.get_chat_member(grup.id, ani.id)).status == "left"
    grup.masuk(ani)
    assert (await bot.get_chat_member(grup.id, ani.id)).status == "member"
    grup.jadikan_admin(ani)
    assert (await bot.get_chat_member(grup.id, ani.id)).status == "administrator"
    grup.keluar(ani)
    with pytest.raises(AssertionError, match="Ani is not in PLD Cibeber"):
        grup.tulis(ani, "halo")
    joined, left = await bot.get_updates()
    assert joined.message is not None
    assert joined.message.new_chat_members[0].first_name == "Ani"
    assert left.message is not None
    assert left.message.left_chat_member is not None
    with pytest.raises(BadRequest, match=r"(?i)PARTICIPANT_ID_INVALID"):
        await bot.get_chat_member(grup.id, 1)
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(ani.id, "halo")
    assert (await bot.get_chat(grup.id)).title == "PLD Cibeber"


async def test_nobody_is_there_any_more(server: TelegramServer, bot: telegram.Bot, sari: Orang, grup: Grup) -> None:
    large = server.grup("Kabupaten", [sari], supergroup=True)
    budi = server.orang("Budi")
    budi.nonaktif()
    grup.keluarkan_bot()
    assert await bot.leave_chat(large.id)
    for chat_id, words in [
        (budi.id, "user is deactivated"),
        (grup.id, "bot was kicked from the group chat"),
        (large.id, "bot is not a member of the supergroup chat"),
    ]:
        with pytest.raises(Forbidden, match=words):
            await bot.send_message(chat_id, "halo")
    grup.undang_bot(sari)
    await bot.send_message(grup.id, "kembali")


async def test_a_group_becomes_a_supergroup(bot: telegram.Bot, sari: Orang, grup: Grup) -> None:
    old = grup.id
    new = grup.jadi_supergroup()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "masih di sini?")
    assert moved.value.new_chat_id == new == grup.id
    await bot.send_message(new, "di sini")
    assert grup.terakhir.teks == "di sini"
    to, since = (update.message for update in await bot.get_updates())
    assert to is not None
    assert since is not None
    assert (to.migrate_to_chat_id, since.migrate_from_chat_id) == (new, old)


async def test_topics_of_a_forum(server: TelegramServer, bot: telegram.Bot, sari: Orang) -> None:
    forum = server.grup("Forum PLD", [sari], forum=True)
    topic = forum.topik("Laporan")
    forum.tulis(sari, "laporan saya", thread_id=topic)
    assert (sent := await bot.send_message(forum.id, "diterima", message_thread_id=topic)).message_thread_id == topic
    assert sent.is_topic_message
    forum.tutup_topik(topic)
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(forum.id, "terlambat", message_thread_id=topic)


async def test_with_privacy_mode_the_bot_hears_only_what_is_meant_for_it() -> None:
    async with TelegramServer(privasi=True) as server, new_bot(server) as bot:
        sari = server.orang("Sari")
        grup = server.grup("PLD Cibeber", [sari])
        await bot.send_message(grup.id, "Ada kabar?")
        grup.tulis(sari, "obrolan biasa")
        grup.foto(sari, JPEG)
        grup.tulis(sari, "/rekap")
        grup.tulis(sari, "ada, Pak", balas=1)
        assert [update.message.text for update in await bot.get_updates() if update.message] == ["/rekap", "ada, Pak"]


# --- rates and faults -------------------------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def waits(rates: Rates, chats: list[int], *, group: bool = False) -> list[int]:
    refused = []
    for chat_id in chats:
        try:
            rates.count(chat_id, group=group)
        except ApiError as error:
            refused.append((error.parameters or {})["retry_after"])
    return refused


def test_thirty_a_second_in_all() -> None:
    rates = Rates(clock := Clock())
    assert waits(rates, list(range(32))) == [1, 1]
    clock.now += 1
    assert waits(rates, list(range(30))) == []


def test_one_a_second_in_a_chat_after_a_short_burst() -> None:
    rates = Rates(clock := Clock())
    assert waits(rates, [7] * 4) == [1]
    clock.now += 1
    assert waits(rates, [7, 7]) == [1]


def test_twenty_a_minute_in_a_group() -> None:
    rates = Rates(clock := Clock())
    for _ in range(20):
        assert waits(rates, [-7], group=True) == []
        clock.now += 1
    assert waits(rates, [-7], group=True) == [40]
    clock.now += 40
    assert waits(rates, [-7], group=True) == []


async def test_the_rates_hold_only_when_asked_for(bot: telegram.Bot, sari: Orang) -> None:
    for number in range(5):
        await bot.send_message(sari.id, str(number))
    async with TelegramServer(batas=True) as server, new_bot(server) as slow:
        assert server.world.rates is not None
        server.world.rates.clock = Clock()
        budi = server.orang("Budi")
        for number in range(3):
            await slow.send_message(budi.id, str(number))
        with pytest.raises(RetryAfter) as refused:
            await slow.send_message(budi.id, "terlalu cepat")
        assert refused.value.retry_after == timedelta(seconds=1)
        assert len(budi.layar) == 3


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (429, RetryAfter, "Retry in 0:00:01"),
        (500, NetworkError, "Internal Server Error"),
        (502, NetworkError, "Bad Gateway"),
        (403, Forbidden, "bot was blocked by the user"),
        (400, BadRequest, "Bad Request"),
    ],
)
async def test_a_call_fails_as_asked_and_the_next_is_well(
    server: TelegramServer, bot: telegram.Bot, sari: Orang, status: int, error: type[Exception], words: str
) -> None:
    server.ganggu("sendMessage", kali=2, status=status)
    for _ in range(2):
        with pytest.raises(error, match=words):
            await bot.send_message(sari.id, "coba")
    await bot.send_message(sari.id, "berhasil")
    assert [kiriman.teks for kiriman in sari.layar] == ["berhasil"]
    assert server.hitung("sendMessage") == 3


@pytest.mark.parametrize(("putus", "seen"), [("sebelum", []), ("sesudah", ["coba"])])
async def test_a_connection_is_cut_before_or_after(
    server: TelegramServer, bot: telegram.Bot, sari: Orang, putus: Any, seen: list[str]
) -> None:
    server.ganggu("sendMessage", putus=putus)
    with pytest.raises(NetworkError):
        await bot.send_message(sari.id, "coba")
    assert [kiriman.teks for kiriman in sari.layar] == seen
    assert await bot.send_message(sari.id, "lagi")


async def test_a_slow_answer_comes_after_the_deed(server: TelegramServer, bot: telegram.Bot, sari: Orang) -> None:
    server.ganggu("sendMessage", lambat=30)
    server.ganggu("sendMessage", lambat=0.01, description="nanti", status=400)
    with pytest.raises(telegram.error.TimedOut):
        await bot.send_message(sari.id, "lambat", read_timeout=0.05)
    await sari.tunggu(lambda layar: layar[-1].teks == "lambat")
    with pytest.raises(BadRequest, match=r"(?i)nanti"):
        await bot.send_message(sari.id, "ditolak")


# --- from a thread, from a terminal -------------------------------------------------------------------------------


def test_a_test_without_a_loop_waits_too() -> None:
    with TelegramServerThread() as server:
        sari = server.orang("Sari")
        sari.tulis("halo")
        with httpx.Client(base_url=f"{server.base_url}{TOKEN}/", trust_env=False, verify=False) as client:
            update = client.get("getUpdates").json()["result"][0]
            client.post("sendMessage", json={"chat_id": update["message"]["chat"]["id"], "text": "halo juga"})
        assert sari.tunggu_sync(lambda layar: layar[-1].teks == "halo juga")
        with pytest.raises(AssertionError, match="halo juga"):
            sari.tunggu_sync(lambda layar: len(layar) > 5, batas=0.01)
        server.periksa()


def test_closing_cuts_off_a_waiting_poll() -> None:
    with TelegramServerThread() as server:
        url = f"{server.base_url}{TOKEN}/getUpdates"
        poll = subprocess.Popen(
            [sys.executable, "-c", f"import urllib.request as u; u.urlopen('{url}?timeout=30')"],
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 5
        while not server.hitung("getUpdates"):
            assert time.monotonic() < deadline
            time.sleep(0.01)
    assert poll.wait(5) != 0


async def test_a_conversation_in_a_terminal() -> None:
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.telegram_server", "--port", "0", "--token", TOKEN,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert program.stdin is not None
    assert program.stdout is not None
    base_url = (await program.stdout.readline()).decode().split()[1]
    program.stdin.write(b"Sari: halo\n")
    url = f"{base_url}{TOKEN}/"
    async with httpx.AsyncClient(base_url=url, trust_env=False, verify=False, timeout=30) as client:
        update = (await client.get("getUpdates", params={"timeout": 20})).json()["result"][0]
        chat_id = update["message"]["chat"]["id"]
        keyboard = json.dumps(markup(row(1)))
        await client.post("sendMessage", data={"chat_id": chat_id, "text": "halo juga", "reply_markup": keyboard})
        program.stdin.write(b"Sari: [a]\nSari\n")
        pressed = await client.get("getUpdates", params={"timeout": 20, "offset": update["update_id"] + 1})
        assert pressed.json()["result"][0]["callback_query"]["data"] == "x"
    program.stdin.close()
    output = (await program.stdout.read()).decode()
    assert "bot → Sari: halo juga\n    [a]" in output
    assert "tulis: Nama: teks" in output
    assert await program.wait() == 0
