"""What Telegram shows of the bot."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram
from bot.channels.telegram.words import DESKRIPSI, DESKRIPSI_PENDEK
from tests.bot.channels.telegram_rig import Rig, berjalan, terhubung, tunggu
from tests.telegram_server import TelegramServer

PERINTAH = [("mulai", "Mulai dari awal"), ("daftar", "Daftar sebagai pendamping")]
GRUP = [("rekap", "Rekap minggu ini")]
SET = ("setMyCommands", "setMyDescription", "setMyShortDescription")


def test_the_words_fit_and_say_what_matters() -> None:
    assert len(DESKRIPSI) <= 512
    assert len(DESKRIPSI_PENDEK) <= 120
    for kata in ("NIK", "/mulai"):
        assert kata in DESKRIPSI
        assert kata in DESKRIPSI_PENDEK


async def test_commands_and_descriptions_are_shown_in_both_kinds_of_chat() -> None:
    async with terhubung(perintah=PERINTAH, perintah_grup=GRUP) as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari])
        assert rig.server.perintah_terlihat(sari) == PERINTAH
        assert rig.server.perintah_terlihat(sari, grup) == GRUP
        assert rig.server.perintah("default") == []
        assert rig.server.profil("description") == DESKRIPSI
        assert rig.server.profil("short_description") == DESKRIPSI_PENDEK


async def test_what_is_shown_already_is_not_set_again() -> None:
    async with TelegramServer() as server:
        for putaran in (1, 2):
            kanal = Telegram(server.token, server.url, PERINTAH, perintah_grup=GRUP)
            async with berjalan(kanal, Rig(server, kanal).terima):
                await tunggu(lambda n=putaran: server.hitung("getMyShortDescription") == n)  # type: ignore[misc]
                await tunggu(lambda: server.profil("short_description"))
                await asyncio.sleep(0.02)
        assert [server.hitung(method) for method in SET] == [2, 1, 1]


@pytest.mark.parametrize("status", [429, 400, 500])
async def test_whatever_is_refused_of_it_the_bot_works_and_the_rest_is_shown(status: int) -> None:
    async with TelegramServer() as server:
        server.ganggu("setMyCommands", status=status, parameters={"retry_after": 9000} if status == 429 else None)
        server.ganggu("getMyDescription", status=status)
        rig = Rig(server, Telegram(server.token, server.url, PERINTAH, perintah_grup=GRUP))
        with capture_logs() as catatan:
            async with berjalan(rig.kanal, rig.terima):
                server.orang("Sari").tulis("halo")
                await rig.sampai(1)
                await tunggu(lambda: server.profil("short_description"))
        assert server.perintah("all_private_chats") == []
        assert server.perintah("all_group_chats") == GRUP
        assert [c["log_level"] for c in catatan if "shown" in c["event"]] == ["warning", "warning"]


async def test_two_processes_may_do_it_at_once() -> None:
    async with TelegramServer() as server:
        dua = [Rig(server, Telegram(server.token, server.url, PERINTAH)) for _ in range(2)]
        async with berjalan(dua[0].kanal, dua[0].terima), berjalan(dua[1].kanal, dua[1].terima):
            await tunggu(lambda: server.hitung("getMyShortDescription") == 2 and server.profil("short_description"))
        assert server.perintah("all_private_chats") == PERINTAH
        server.periksa()
