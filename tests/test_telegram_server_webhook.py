"""The webhook's deliveries: order, several at once, several processes, again, twice, late, too late."""

import asyncio
from random import Random

import pytest

from tests.telegram_server import Mischief, Orang, TelegramServer
from tests.telegram_server.checked import checked
from tests.telegram_server.receiver import Receiver

PUBLIC = "https://desa.id/telegram"


def people(server: TelegramServer, number: int) -> list[Orang]:
    return [server.orang(f"Orang {n}") for n in range(number)]


async def test_a_chat_waits_for_its_answer_and_others_do_not() -> None:
    async with checked() as (server, api), Receiver() as end:
        end.open.clear()
        await api("setWebhook", url=end.url, max_connections=3)
        crowd = people(server, 5)
        for orang in crowd:
            orang.tulis(f"{orang.nama}: satu")
            orang.tulis(f"{orang.nama}: dua")
        await end.told(3)
        await asyncio.sleep(0.05)
        assert len(end.bodies) == 3
        assert {text[-4:] for text in end.texts} == {"satu"}
        end.open.set()
        texts = await end.told(10)
        assert (end.most, end.clashes) == (3, [])
        for orang in crowd:
            assert [text for text in texts if text.startswith(orang.nama)] == [
                f"{orang.nama}: satu",
                f"{orang.nama}: dua",
            ]


async def test_several_processes_behind_one_address_and_one_dies() -> None:
    async with checked() as (server, api), Receiver() as one, Receiver() as two:
        server.webhook_lewat([one.url, two.url])
        await api("setWebhook", url=PUBLIC, secret_token="rahasia")
        crowd = people(server, 6)
        for orang in crowd:
            orang.tulis("satu")
        async with asyncio.timeout(5):
            while len(one.bodies) + len(two.bodies) < 6:
                await asyncio.sleep(0.01)
        assert (len(one.bodies), len(two.bodies)) == (3, 3)
        assert set(one.secrets + two.secrets) == {"rahasia"}
        await one.die()
        for orang in crowd:
            orang.tulis("dua")
        await two.told(9)
        assert two.texts.count("dua") == 6
        await two.die()
        crowd[0].tulis("tiga")
        refused = "Wrong response from the webhook: 502 Bad Gateway"
        async with asyncio.timeout(10):  # a kept connection that died with its process may be noticed first
            while (info := await api("getWebhookInfo")).get("last_error_message") != refused:
                await asyncio.sleep(0.01)
        assert info["pending_update_count"] == 1
        async with Receiver() as three:
            server.webhook_lewat([three.url], Random(1))
            assert await three.told(1) == ["tiga"]
        with pytest.raises(AssertionError, match="loopback"):
            server.webhook_lewat([PUBLIC])


async def test_no_answer_in_time_is_tried_again_at_another_process() -> None:
    async with checked(skala=600) as (server, api), Receiver() as deaf, Receiver() as well:
        deaf.open.clear()
        server.webhook_lewat([well.url, deaf.url])  # the first turn is the second's
        await api("setWebhook", url=PUBLIC)
        server.orang("Sari").tulis("halo")
        assert await deaf.told(1) == await well.told(1) == ["halo"]
        assert deaf.bodies[0]["update_id"] == well.bodies[0]["update_id"]
        assert (await api("getWebhookInfo"))["last_error_message"] == "Read timeout expired"


async def test_a_process_that_dies_with_an_update_in_hand_loses_nothing() -> None:
    async with checked() as (server, api), Receiver() as one, Receiver() as two:
        one.open.clear()
        two.open.clear()
        server.webhook_lewat([one.url, two.url])
        await api("setWebhook", url=PUBLIC)
        server.orang("Sari").tulis("halo")
        assert await two.told(1) == ["halo"]
        one.open.set()
        await two.die()
        assert await one.told(1) == ["halo"]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_updates_come_twice_and_late_and_each_is_written_down(seed: int) -> None:
    async with checked(skala=100) as (server, api), Receiver() as end:
        ulah = Mischief(Random(seed), ganda=0.4, tahan=0.3, detik_tahan=(1, 10))
        server.ulah_webhook(ulah)
        await api("setWebhook", url=end.url)
        crowd = people(server, 10)
        for n in range(3):
            for orang in crowd:
                orang.tulis(f"{orang.id} {n}")
        async with asyncio.timeout(5):
            while server.world.updates.pending or server.world.updates.busy:
                await asyncio.sleep(0.01)
        twice = [one.update_id for one in ulah.catatan if one.apa == "ganda"]
        seen = [body["update_id"] for body in end.bodies]
        assert sorted(seen) == sorted([*set(seen), *twice])
        assert len(set(seen)) == 30
        assert twice
        assert seen != sorted(seen)
        for orang in crowd:
            mine = list(dict.fromkeys(text for text in end.texts if text.startswith(str(orang.id))))
            assert mine == [f"{orang.id} {n}" for n in range(3)]


async def test_a_chat_is_held_back_while_others_go_on() -> None:
    async with checked() as (server, api), Receiver() as end:
        await api("setWebhook", url=end.url)
        sari, budi = people(server, 2)
        server.tahan(sari.id)
        sari.tulis("satu")
        budi.tulis("dua")
        assert await end.told(1) == ["dua"]
        server.lepas()
        assert await end.told(2) == ["dua", "satu"]
        server.tahan(sari.id)
        sari.tulis("tiga")
        server.lepas(sari.id)
        assert (await end.told(3))[-1] == "tiga"


async def test_what_nobody_fetches_within_a_day_is_gone() -> None:
    now = [1_800_000_000.0]
    async with checked(waktu=lambda: now[0]) as (server, api), Receiver() as end:
        sari = server.orang("Sari")
        sari.tulis("kemarin")
        now[0] += 23 * 3600
        sari.tulis("tadi")
        now[0] += 2 * 3600
        assert (await api("getWebhookInfo"))["pending_update_count"] == 1
        assert len(server.terbuang) == 1
        await api("setWebhook", url=end.url)
        assert await end.told(1) == ["tadi"]


async def test_a_revoked_token_stops_the_deliveries() -> None:
    async with checked() as (server, api), Receiver() as end:
        await api("setWebhook", url=end.url)
        server.cabut_token()
        server.orang("Sari").tulis("halo")
        await asyncio.sleep(0.05)
        assert end.bodies == []
        server.pulihkan_token()
        assert await end.told(1) == ["halo"]


async def test_a_webhook_given_up_leaves_the_rest_to_getupdates() -> None:
    async with checked() as (server, api), Receiver() as end:
        end.answers = [500] * 1000
        await api("setWebhook", url=end.url)
        sari = server.orang("Sari")
        sari.tulis("satu")
        await end.told(2)
        await api("deleteWebhook")
        sari.tulis("dua")
        assert [message["text"] for message in await api.messages()] == ["satu", "dua"]
        end.answers = []
        told = len(end.bodies)
        await api("setWebhook", url=end.url)
        sari.tulis("tiga")
        assert (await end.told(told + 1))[-1] == "tiga"
