"""The transport under python-telegram-bot: what arrives, and what each failure says about whether it arrived."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
import threading
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, InputMediaPhoto
from telegram import error as tg

from bot.channels.telegram.connector import TakTerkirim
from bot.channels.telegram.http import AiohttpRequest, TerlaluBesar
from tests.telegram_server import TOKEN, TelegramServer

CHAT = 5_000_000_001
OK = b'HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n{"ok":true,"result":true} '[:-1]
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it RetryAfter warns of what it will be some day
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def bot_at(url: str, **options: Any) -> AsyncIterator[Bot]:
    """Not initialized: the first thing that the server hears is what the test does."""
    request = AiohttpRequest(**options)
    bot = Bot(
        TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot", request=request, get_updates_request=request
    )
    try:
        yield bot
    finally:
        await request.shutdown()


@asynccontextmanager
async def playing(handler: Handler, **options: Any) -> AsyncIterator[str]:
    """A server that does with each connection what `handler` says, and then ends it."""

    tasks: set[asyncio.Task[Any]] = set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.update(task for task in [asyncio.current_task()] if task)
        try:
            await handler(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            writer.close()

    server = await asyncio.start_server(one, "127.0.0.1", 0, **options)
    try:
        yield f"{'https' if options else 'http'}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks)


async def read_request(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
    return head, await reader.readexactly(int(lengths[0]) if lengths else 0)


def always(answer: bytes, heard: list[bytes] | None = None) -> Handler:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            head, _ = await read_request(reader)
            if heard is not None:
                heard.append(head)
            writer.write(answer)

    return handler


async def silent(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Takes no more than a buffer holds, and says nothing."""
    await asyncio.sleep(60)


@contextmanager
def fails(
    kind: type[tg.TelegramError], *, maybe_sent: bool = False
) -> Iterator[pytest.ExceptionInfo[tg.TelegramError]]:
    """It is exactly this kind, and nothing that it or what led to it says names the token or a password."""
    with pytest.raises(kind) as caught:
        yield caught
    assert type(caught.value) is kind
    assert isinstance(caught.value, TakTerkirim) is not maybe_sent or not issubclass(kind, tg.NetworkError)
    error: BaseException | None = caught.value
    while error is not None:
        words = "".join(traceback.format_exception_only(error)) + repr(error) + str(error)
        assert TOKEN not in words
        assert "rahasia" not in words.replace("bukan-rahasia", "")
        error = error.__cause__ or error.__context__


# --- what goes out and comes in --------------------------------------------------------------------------------------


async def test_text_arrives_as_it_is() -> None:
    teks = 'Rapat & "usul" 50% + 1 = ½ 🌾\nbaris kedua <b>'
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        await bot.initialize()
        await bot.send_message(sari.id, teks)
        assert sari.layar[-1].teks == teks
        assert bot.username == "kawan_desa_bot"
        server.periksa()


@pytest.mark.parametrize("isi", [b"PK-isi", bytes(range(256)) * 4_000], ids=["small", "in pieces"])
async def test_a_document_arrives_under_its_name(isi: bytes) -> None:
    nama = 'DRP "Nov" \\ Désa.xlsx'
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        await bot.send_document(sari.id, isi, filename=nama, caption="Ini rekapnya: 100% & selesai")
        kiriman = sari.layar[-1]
        assert (kiriman.berkas, kiriman.teks) == (isi, "Ini rekapnya: 100% & selesai")
        assert (kiriman.nama_berkas or "").replace("\\", "") == nama.replace("\\", "")
        server.periksa()


async def test_an_album_arrives_whole() -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        foto = [b"\xff\xd8\xff\xe0" + bytes([n]) * 50_000 for n in range(3)]
        await bot.send_media_group(sari.id, [InputMediaPhoto(satu) for satu in foto], caption="Tiga foto")
        assert [kiriman.berkas for kiriman in sari.layar] == foto
        server.periksa()


async def test_one_connection_is_kept_for_what_comes_one_after_another() -> None:
    opened = 0

    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal opened
        opened += 1
        await always(OK)(reader, writer)

    async with playing(handler) as url, bot_at(url) as bot:
        for _ in range(3):
            await bot.delete_webhook()
        assert opened == 1
        await asyncio.gather(*(bot.delete_webhook() for _ in range(60)))
        assert opened <= 40


async def foto_id(bot: Bot) -> str:
    return (await bot.get_updates())[-1].message.photo[-1].file_id  # type: ignore[union-attr]


async def test_a_file_is_fetched() -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        isi = b"\xff\xd8\xff\xe0" + b"7" * 300_000
        server.orang("Sari").foto(isi)
        berkas = await bot.get_file(await foto_id(bot))
        assert bytes(await berkas.download_as_bytearray()) == isi


async def test_a_file_that_is_too_large_is_not_read() -> None:
    async with TelegramServer() as server, bot_at(server.url, max_bytes=2_000) as bot:
        sari = server.orang("Sari")
        sari.foto(b"\xff\xd8\xff\xe0" + b"7" * 2_000)
        berkas = await bot.get_file(await foto_id(bot))
        with fails(TerlaluBesar, maybe_sent=True):
            await berkas.download_as_bytearray()
        await bot.send_message(sari.id, "yang berikutnya tetap jalan")


async def test_reading_ends_where_the_answer_becomes_too_large() -> None:
    written = 0

    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal written
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while written < 1_000_000_000:
            writer.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")
            await writer.drain()
            written += 0x10000

    async with playing(handler) as url, bot_at(url, max_bytes=1_000_000) as bot:
        with fails(TerlaluBesar, maybe_sent=True):
            await bot.request.retrieve(f"{url}/file/bot{TOKEN}/foto.jpg")
        await asyncio.sleep(0.1)
        assert written < 50_000_000


# --- refused by Telegram ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, tg.BadRequest),
        (403, tg.Forbidden),
        (404, tg.InvalidToken),
        (409, tg.Conflict),
        (429, tg.RetryAfter),
        (500, tg.NetworkError),
        (502, tg.NetworkError),
    ],
)
async def test_a_refusal_is_python_telegram_bots_own(status: int, kind: type[tg.TelegramError]) -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        server.ganggu("sendMessage", status=status)
        with fails(kind, maybe_sent=True) as caught:
            await bot.send_message(sari.id, "halo")
        if isinstance(caught.value, tg.RetryAfter):
            assert caught.value.retry_after == timedelta(seconds=1)
        await bot.send_message(sari.id, "halo")


async def test_an_upload_that_is_refused_before_its_end_is_a_refusal() -> None:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        isi = b'{"ok":false,"error_code":413,"description":"Request Entity Too Large"}'
        writer.write(b"HTTP/1.1 413 No\r\nContent-Length: %d\r\n\r\n%b" % (len(isi), isi))
        await asyncio.sleep(0.3)

    async with playing(handler) as url, bot_at(url) as bot:
        with fails(tg.NetworkError, maybe_sent=True) as caught:
            await bot.send_document(CHAT, b"0" * 8_000_000, filename="besar.bin")
        assert "Request Entity Too Large" in str(caught.value)


async def test_a_page_that_names_the_address_is_shown_without_the_token() -> None:
    isi = f"<h1>No /bot{TOKEN}/deleteWebhook here</h1>".encode()
    async with (
        playing(always(b"HTTP/1.1 502 Bad\r\nContent-Length: %d\r\n\r\n%b" % (len(isi), isi))) as url,
        bot_at(url) as bot,
    ):
        with fails(tg.NetworkError, maybe_sent=True) as caught:
            await bot.delete_webhook()
        assert "/deleteWebhook here" in str(caught.value)


async def test_an_answer_that_is_no_json_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    isi = f"<h1>Log in to this wifi, then go to /bot{TOKEN}/deleteWebhook</h1>".encode()
    async with (
        playing(always(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(isi), isi))) as url,
        bot_at(url) as bot,
    ):
        with fails(tg.TelegramError):
            await bot.delete_webhook()
    assert TOKEN not in caplog.text


async def test_a_redirect_is_not_followed() -> None:
    heard: list[bytes] = []
    async with (
        playing(always(b"HTTP/1.1 302 Found\r\nLocation: /lain\r\nContent-Length: 0\r\n\r\n", heard)) as url,
        bot_at(url) as bot,
    ):
        with fails(tg.NetworkError, maybe_sent=True):
            await bot.delete_webhook()
        assert len(heard) == 1


# --- surely not sent -------------------------------------------------------------------------------------------------


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


async def test_a_refused_connection() -> None:
    async with bot_at(f"http://127.0.0.1:{free_port()}") as bot:
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_args: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    async with bot_at("https://api.telegram.example") as bot:
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_a_server_that_does_not_speak_tls() -> None:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with playing(handler) as url, bot_at(url.replace("http:", "https:")) as bot:
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate with")
    kunci, surat = tmp_path / "kunci.pem", tmp_path / "surat.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", kunci, "-out", surat],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(surat, kunci)
    heard: list[bytes] = []
    async with playing(always(OK, heard), ssl=context) as url, bot_at(url) as bot:
        with fails(TakTerkirim):
            await bot.delete_webhook()
        assert heard == []


async def test_a_connection_that_is_never_ready() -> None:
    async with playing(silent) as url, bot_at(url.replace("http:", "https:"), connect_timeout=0.2) as bot:
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_all_connections_are_taken() -> None:
    async with (
        TelegramServer() as server,
        bot_at(server.url, connections=1, pool_timeout=0.1, connect_timeout=0.1) as bot,
    ):
        sari = server.orang("Sari")
        server.ganggu("sendMessage", lambat=1)
        pertama = asyncio.create_task(bot.send_message(sari.id, "satu"))
        await asyncio.sleep(0.1)
        with fails(TakTerkirim):
            await bot.send_message(sari.id, "dua")
        await pertama
        assert server.hitung("sendMessage") == 1


async def test_a_kept_connection_that_the_server_has_ended_is_not_used() -> None:
    """The loop stands still while the server ends it, so aiohttp alone would write into nothing."""
    listening = socket.create_server(("127.0.0.1", 0))
    opened = 0

    def serve() -> None:
        nonlocal opened
        while opened < 2:
            connection, _ = listening.accept()
            opened += 1
            connection.recv(65536)
            connection.sendall(OK)
            connection.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with listening:
        async with bot_at(f"http://127.0.0.1:{listening.getsockname()[1]}") as bot:
            await bot.delete_webhook()
            time.sleep(0.1)
            await bot.delete_webhook()
        assert opened == 2
        thread.join()


# --- perhaps sent ----------------------------------------------------------------------------------------------------


async def test_an_answer_that_does_not_come_in_time() -> None:
    async with TelegramServer() as server, bot_at(server.url, read_timeout=0.2) as bot:
        sari = server.orang("Sari")
        server.ganggu("sendMessage", lambat=1)
        with fails(tg.TimedOut, maybe_sent=True):
            await bot.send_message(sari.id, "halo")
        assert [kiriman.teks for kiriman in sari.layar] == ["halo"]
        server.ganggu("sendMessage", lambat=0.4)
        await bot.send_message(sari.id, "pelan", read_timeout=5)


async def test_an_upload_that_nobody_takes() -> None:
    async with playing(silent) as url, bot_at(url, media_write_timeout=0.2) as bot:
        with fails(tg.TimedOut, maybe_sent=True):
            await bot.send_document(CHAT, b"0" * 30_000_000, filename="besar.bin")


@pytest.mark.parametrize(("putus", "sampai"), [("sebelum", 0), ("sesudah", 1)])
@pytest.mark.parametrize("hangat", [False, True], ids=["new connection", "kept connection"])
async def test_a_connection_that_is_cut_is_not_tried_again(putus: Any, sampai: int, hangat: bool) -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        if hangat:
            await bot.initialize()
        server.ganggu("sendMessage", putus=putus)
        with fails(tg.NetworkError, maybe_sent=True):
            await bot.send_message(sari.id, "halo")
        assert (server.hitung("sendMessage"), len(sari.layar)) == (1, sampai)
        await bot.send_message(sari.id, "lagi")


async def test_an_upload_that_is_cut() -> None:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.transport.abort()

    async with playing(handler) as url, bot_at(url) as bot:
        with fails(tg.NetworkError, maybe_sent=True):
            await bot.send_document(CHAT, b"0" * 8_000_000, filename="besar.bin")


async def test_an_answer_that_ends_too_early() -> None:
    async def handler(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(OK[:-5])

    async with playing(handler) as url, bot_at(url) as bot:
        with fails(tg.NetworkError, maybe_sent=True):
            await bot.delete_webhook()


# --- its life --------------------------------------------------------------------------------------------------------


async def test_closed_twice_closed_unused_and_opened_again() -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        await bot.shutdown()
        await bot.initialize()
        await bot.send_message(sari.id, "satu")
        await bot.shutdown()
        await bot.shutdown()
        with fails(TakTerkirim):
            await bot.send_message(sari.id, "dua")
        await bot.initialize()
        await bot.send_message(sari.id, "tiga")
        assert [kiriman.teks for kiriman in sari.layar] == ["satu", "tiga"]


async def test_closing_ends_what_is_still_waiting() -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        sari = server.orang("Sari")
        server.ganggu("sendMessage", lambat=5)
        task = asyncio.create_task(bot.send_message(sari.id, "halo"))
        await asyncio.sleep(0.1)
        await bot.request.shutdown()
        with fails(tg.NetworkError, maybe_sent=True):
            await task


# --- through a proxy -------------------------------------------------------------------------------------------------


async def test_a_proxy_sees_the_host_and_never_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    refusal = always(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", heard)
    async with playing(refusal) as url, bot_at("https://api.telegram.example") as bot:
        monkeypatch.setenv("HTTPS_PROXY", url.replace("http://", "http://sari:rahasia@"))
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")
    assert heard[0].startswith(b"CONNECT api.telegram.example:443 ")
    assert b"Proxy-Authorization: Basic" in heard[0]
    assert TOKEN.encode() not in heard[0]


async def test_a_proxy_that_hangs_up_has_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async def handler(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")

    async with playing(handler) as url, bot_at("https://api.telegram.example") as bot:
        monkeypatch.setenv("ALL_PROXY", url.removeprefix("http://"))
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_a_socks_proxy_is_refused_and_not_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        monkeypatch.setenv("ALL_PROXY", "socks5://sari:rahasia@127.0.0.1:1080")
        with fails(TakTerkirim):
            await bot.send_message(CHAT, "halo")


async def test_no_proxy_for_whom_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    async with TelegramServer() as server, bot_at(server.url) as bot:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        await bot.send_message(server.orang("Sari").id, "langsung")
