"""The two ways in: nothing is lost, whatever happens between Telegram and the store."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from structlog.testing import capture_logs
from uvicorn import Config
from uvicorn.server import ServerState

from bot.channels.contract import SendError
from bot.channels.telegram import Telegram, incoming, patience
from bot.channels.telegram.update import TERIMA
from handlers.dialog.pesan import Pesan, Tombol
from tests.bot.channels.telegram_rig import Rig, berjalan, pesan, terhubung, tunggu
from tests.telegram_server import TelegramServer
from tests.telegram_server.connection import Protocol

RAHASIA = "rahasia-uji_1"


@pytest.fixture(autouse=True)
def tergesa(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits of half a minute take a moment."""
    monkeypatch.setattr(patience, "ULANG", (0.05,))
    monkeypatch.setattr(patience, "TOLAK", 0.05)
    monkeypatch.setattr(incoming, "SAKIT", 0.02)


class Pintu:
    """The web server that hands what Telegram posts to the channel."""

    def __init__(self) -> None:
        self.kanal: Telegram | None = None
        self.jawaban: list[int] = []
        self.url = ""

    async def _terima(self, request: Request) -> Response:
        secret = request.headers.get("x-telegram-bot-api-secret-token", "")
        body = await request.body()
        status = 503 if self.kanal is None else await self.kanal.webhook(body, secret)
        self.jawaban.append(status)
        return Response(status_code=status)


@asynccontextmanager
async def pintu() -> AsyncIterator[Pintu]:
    satu, state = Pintu(), ServerState()
    config = Config(
        Starlette(routes=[Route("/telegram", satu._terima, methods=["POST"])]),
        log_config=None, access_log=False, lifespan="off", ws="none",
    )  # fmt: skip
    config.load()
    server = await asyncio.get_running_loop().create_server(lambda: Protocol(config, state, {}), "127.0.0.1", 0)
    satu.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/telegram"
    yield satu
    server.close()
    for connection in list(state.connections):
        connection.transport.abort()
    while state.connections:
        await asyncio.sleep(0)


def lewat_webhook(server: TelegramServer, url: str, secret: str = RAHASIA) -> Telegram:
    return Telegram(server.token, server.url, mode="webhook", webhook_url=url, webhook_secret=secret)


@asynccontextmanager
async def terpasang() -> AsyncIterator[tuple[Rig, Pintu]]:
    """The channel behind its webhook."""
    async with TelegramServer() as server, pintu() as depan:
        rig = Rig(server, lewat_webhook(server, depan.url))
        depan.kanal = rig.kanal
        async with berjalan(rig.kanal, rig.terima):
            await tunggu(lambda: server.hitung("getWebhookInfo"))
            yield rig, depan
        depan.kanal = None
        server.periksa()


# --- polling ------------------------------------------------------------------------------------------------------


async def test_what_waited_before_the_start_is_taken_and_only_what_we_read_is_asked_for() -> None:
    async with TelegramServer() as server:
        sari = server.orang("Sari")
        sari.tulis("sebelum")
        rig = Rig(server, Telegram(server.token, server.url))
        async with berjalan(rig.kanal, rig.terima):
            await rig.sampai(1)
            server.grup("PLD", [sari]).masuk(server.orang("Budi"))
            sari.tulis("sesudah")
            await rig.sampai(2)
        assert [m.masukan.teks for m in rig.masuk] == ["sebelum", "sesudah"]
        assert {tuple(p.params["allowed_updates"]) for p in server.permintaan if p.method == "getUpdates"} == {
            ("message", "edited_message", "callback_query", "my_chat_member", "inline_query", "chosen_inline_result")
        }


async def test_what_could_not_be_stored_is_asked_for_again() -> None:
    async with terhubung() as rig:
        rig.galat = [OSError("disk"), OSError("disk")]
        with capture_logs() as catatan:
            rig.server.orang("Sari").tulis("penting")
            assert [m.masukan.teks for m in await rig.sampai(1)] == ["penting"]
        assert sum(c["log_level"] == "error" for c in catatan) == 2
        rig.server.orang("Budi").tulis("lagi")
        assert [m.masukan.teks for m in await rig.sampai(2)] == ["penting", "lagi"]


async def test_an_update_that_cannot_be_read_does_not_stop_the_others() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        with rig.server.world.watch.lock:
            rig.server.world.updates.add("message", {"message_id": "bukan angka", "chat": []}, sari.id)
            sari.tulis("terbaca")
        assert [m.masukan.teks for m in await rig.sampai(1)] == ["terbaca"]


@pytest.mark.parametrize("update", [pesan(date="besok"), {"update_id": 7, "message": 5}, {}])
async def test_what_telegram_has_never_sent_before_is_logged_without_its_words(update: dict[str, Any]) -> None:
    kanal = Telegram("1000000001:token", "http://127.0.0.1:9")
    with capture_logs() as catatan:
        assert kanal.parse(update) is None
    assert [c["event"] for c in catatan] == ["update passed over"]
    assert "besok" not in str(catatan)
    await kanal.close()


async def test_a_slip_of_ours_in_reading_one_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.telegram.update.parse", lambda *_: 1 / 0)
    kanal = Telegram("1000000001:token", "http://127.0.0.1:9")
    with capture_logs() as catatan:
        assert kanal.parse(pesan(text="halo")) is None
    assert [c["log_level"] for c in catatan] == ["error"]
    await kanal.close()


async def test_taps_are_acknowledged_once_stored() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        await rig.kirim(sari.id, Pesan("?", tombol=(Tombol("Ya", "0~!~ya"),)))
        rig.server.ganggu("answerCallbackQuery", status=400, description="Bad Request: query is too old")
        sari.tekan_dua_kali("Ya")
        await rig.sampai(2)
        await tunggu(lambda: sari.balas_callback)


@pytest.mark.parametrize(
    ("sebab", "kata"),
    [
        ("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", "polls"),
        ("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first", "webhook"),
        ("Conflict: terminated by setWebhook request", "webhook"),
    ],
)
async def test_a_conflict_is_explained_once(sebab: str, kata: str) -> None:
    async with TelegramServer() as server:
        sari = server.orang("Sari")
        rig = Rig(server, Telegram(server.token, server.url))
        server.ganggu("getUpdates", 3, status=409, description=sebab)
        with capture_logs() as catatan:
            async with berjalan(rig.kanal, rig.terima):
                sari.tulis("halo")
                await rig.sampai(1)
        keluhan = [c["event"] for c in catatan if c["log_level"] == "error"]
        assert len(keluhan) == 1
        assert kata in keluhan[0]


async def test_outages_throttling_and_refusals_are_waited_out() -> None:
    async with TelegramServer() as server:
        rig = Rig(server, Telegram(server.token, server.url))
        server.ganggu("getMe", putus="sebelum")
        server.ganggu("getMe", status=502)
        server.ganggu("deleteWebhook", status=429, parameters={"retry_after": 1})
        server.ganggu("getUpdates", status=400)
        server.ganggu("getUpdates", putus="sesudah")
        async with berjalan(rig.kanal, rig.terima):
            server.orang("Sari").tulis("halo")
            await rig.sampai(1)
        assert [m.masukan.teks for m in rig.masuk] == ["halo"]


# --- the webhook --------------------------------------------------------------------------------------------------


async def test_messages_and_taps_come_by_webhook() -> None:
    async with terpasang() as (rig, depan):
        sari = rig.server.orang("Sari")
        sari.tulis("halo")
        await rig.sampai(1)
        await rig.kirim(sari.id, Pesan("?", tombol=(Tombol("Ya", "0~!~ya"),)))
        sari.tekan("Ya")
        await rig.sampai(2)
        await tunggu(lambda: sari.balas_callback)
        sari.sunting(1, "halo semua")
        await rig.sampai(3)
        assert depan.jawaban == [200, 200, 200]
        params = next(p.params for p in rig.server.permintaan if p.method == "setWebhook")
        assert params == {
            "url": depan.url,
            "secret_token": RAHASIA,
            "allowed_updates": TERIMA,
            "max_connections": 40,
            "drop_pending_updates": False,
        }
        assert rig.server.hitung("getUpdates") == 0


async def test_what_could_not_be_stored_comes_by_webhook_again() -> None:
    async with terpasang() as (rig, depan):
        rig.galat = [OSError("disk")]
        rig.server.orang("Sari").tulis("penting")
        await rig.sampai(1)
        assert depan.jawaban == [500, 200]


async def test_who_does_not_know_the_secret_is_turned_away() -> None:
    async with terpasang() as (rig, _):
        benar = json.dumps(pesan(text="halo")).encode()
        for salah in ("", "rahasia", RAHASIA + "x", RAHASIA.upper(), "é\udce9"):
            assert await rig.kanal.webhook(benar, salah) == 403
        assert rig.masuk == []
        assert await rig.kanal.webhook(benar, RAHASIA) == 200
        assert len(rig.masuk) == 1


@pytest.mark.parametrize(
    "isi",
    [
        b"", b"x", b"[]", b"null", b'"update_id"', b"{}", b'{"update_id": "7"}', b'{"update_id": true}',
        b'{"update_id": 1.5}', b'{"update_id": -1}', b'{"update_id": 99999999999999999999}', b"\xff\xfe\xfd",
        b"[" * 100_000, b'{"update_id": ' + b"9" * 5000 + b"}",
    ],
    ids=range(14),
)  # fmt: skip
async def test_what_is_no_update_is_a_bad_request(isi: bytes) -> None:
    async with terpasang() as (rig, _):
        assert await rig.kanal.webhook(isi, RAHASIA) == 400
        assert rig.masuk == []


async def test_what_is_none_of_ours_is_not_asked_for_again() -> None:
    async with terpasang() as (rig, _):
        rig.galat = [AssertionError("nothing to store")]
        for update in (
            {"update_id": 7},
            {"update_id": 7, "message": {"aneh": 1}},
            {"update_id": 7, "callback_query": 1},
        ):
            assert await rig.kanal.webhook(json.dumps(update).encode(), RAHASIA) == 200


async def test_before_and_after_its_run_the_channel_takes_nothing() -> None:
    async with TelegramServer() as server:
        kanal = lewat_webhook(server, "http://127.0.0.1:9/telegram")
        isi = json.dumps(pesan(text="halo")).encode()
        rig = Rig(server, kanal)
        assert await kanal.webhook(isi, RAHASIA) == 503
        async with berjalan(kanal, rig.terima):
            await tunggu(lambda: server.hitung("setWebhook"))
            assert await kanal.webhook(isi, RAHASIA) == 200
        assert await kanal.webhook(isi, RAHASIA) == 503
        assert len(rig.masuk) == 1


async def test_without_a_webhook_whatever_is_posted_is_turned_away() -> None:
    async with terhubung() as rig:
        assert await rig.kanal.webhook(json.dumps(pesan(text="halo")).encode(), "") == 403
    tanpa = lewat_webhook(rig.server, "http://127.0.0.1:9/telegram", secret="")
    assert await tanpa.webhook(b"{}", "") == 403
    await tanpa.close()


async def test_a_webhook_that_somebody_took_is_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "PERIKSA", 0.05)
    async with terpasang() as (rig, depan):
        with capture_logs() as catatan:
            await rig.kanal._call("setWebhook", url="http://127.0.0.1:9/lain")
            rig.server.orang("Sari").tulis("tetap sampai")
            await rig.sampai(1)
        world = rig.server.world.webhook
        assert world is not None
        assert world.url == depan.url
        assert any("took" in c["event"] for c in catatan)


async def test_what_telegram_says_of_the_webhook_is_logged_when_it_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "PERIKSA", 0.02)
    async with terpasang() as (rig, _):
        rig.galat = [OSError("disk")]
        with capture_logs() as catatan:
            rig.server.orang("Sari").tulis("halo")
            await rig.sampai(1)
            dulu = rig.server.hitung("getWebhookInfo")
            await tunggu(lambda: rig.server.hitung("getWebhookInfo") > dulu + 4)
        keluhan = [c["sebab"] for c in catatan if c["event"] == "Telegram could not deliver"]
        assert keluhan == ["Wrong response from the webhook: 500 Internal Server Error"]


async def test_two_processes_may_start_at_once_behind_one_webhook() -> None:
    async with TelegramServer() as server, pintu() as a, pintu() as b:
        dua = [Rig(server, lewat_webhook(server, a.url)) for _ in range(2)]
        a.kanal, b.kanal = dua[0].kanal, dua[1].kanal
        server.webhook_lewat([a.url, b.url])
        async with berjalan(dua[0].kanal, dua[0].terima), berjalan(dua[1].kanal, dua[1].terima):
            await tunggu(lambda: server.hitung("getWebhookInfo") >= 2)
            sari = server.orang("Sari")
            for n in range(6):
                sari.tulis(str(n))
            await tunggu(lambda: len(dua[0].masuk) + len(dua[1].masuk) >= 6)
        semua = [m for rig in dua for m in rig.masuk]
        assert sorted(m.masukan.teks for m in semua) == list("012345")
        assert all(rig.masuk for rig in dua)
        server.periksa()


async def test_to_change_between_the_two_ways_loses_nothing_and_names_everything_alike() -> None:
    async with TelegramServer() as server, pintu() as depan:
        sari = server.orang("Sari")
        semua = Rig(server, Telegram(server.token, server.url))
        nomor = 0
        for putaran in range(4):
            kanal = lewat_webhook(server, depan.url) if putaran % 2 else Telegram(server.token, server.url)
            depan.kanal = kanal
            async with berjalan(kanal, semua.terima):
                for _ in range(3):
                    sari.tulis(str(nomor := nomor + 1))
                await tunggu(lambda: {m.masukan.teks for m in semua.masuk} >= {str(n) for n in range(1, nomor + 1)})
            depan.kanal = None
            sari.tulis(str(nomor := nomor + 1))  # while nobody listens
        kanal = Telegram(server.token, server.url)
        async with berjalan(kanal, semua.terima):
            await tunggu(lambda: str(nomor) in {m.masukan.teks for m in semua.masuk})
        sekali = {m.ext_id: m.masukan.teks for m in semua.masuk}
        assert sorted(map(int, sekali.values())) == list(range(1, nomor + 1))


# --- the token ----------------------------------------------------------------------------------------------------


async def test_a_token_that_never_worked_ends_the_channel() -> None:
    async with TelegramServer() as server:
        kanal = Telegram("1000000009:" + "x" * 35, server.url)
        with pytest.raises(SendError) as error:
            await kanal.run(Rig(server, kanal).terima)
        assert error.value.jenis == "berhenti"
        assert "xxx" not in str(error.value)
        await kanal.close()


async def test_a_token_revoked_later_is_said_once_and_waited_for() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        assert rig.kanal.berhenti == ""
        with capture_logs() as catatan:
            rig.server.cabut_token()
            await tunggu(lambda: rig.kanal.berhenti)
            with pytest.raises(SendError, match="berhenti"):
                await rig.kirim(sari.id, "halo")
            await asyncio.sleep(0.2)
            rig.server.pulihkan_token()
            await tunggu(lambda: not rig.kanal.berhenti)
            sari.tulis("masih ada?")
            await rig.sampai(1)
        assert sum(c["log_level"] == "error" for c in catatan) == 1
        await rig.kirim(sari.id, "masih")


async def test_behind_a_webhook_a_revoked_token_is_noticed_by_sending() -> None:
    async with terpasang() as (rig, depan):
        sari = rig.server.orang("Sari")
        rig.server.cabut_token()
        with pytest.raises(SendError, match="berhenti"):
            await rig.kirim(sari.id, "halo")
        assert rig.kanal.berhenti
        rig.server.pulihkan_token()
        await tunggu(lambda: not rig.kanal.berhenti)
        sari.tulis("halo")
        await rig.sampai(1)
        assert depan.jawaban == [200]


async def test_hello_says_the_name_or_why_not() -> None:
    async with TelegramServer() as server:
        kanal = Telegram(server.token, server.url)
        assert await kanal.hello() == "kawan_desa_bot"
        await kanal.close()
        asing = Telegram("1000000009:" + "x" * 35, server.url)
        with pytest.raises(SendError, match="berhenti"):
            await asing.hello()
        await asing.close()
