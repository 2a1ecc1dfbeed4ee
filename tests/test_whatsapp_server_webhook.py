"""The webhook's deliveries: signatures, batches, order, again, twice, late, given up; and every kind of message."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from tests.whatsapp_server import Orang, Ulah, WhatsAppServer, WhatsAppServerThread, signature
from tests.whatsapp_server.checked import checked, told
from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.payload import Susunan
from tests.whatsapp_server.receiver import Receiver

DAY = 86400


# --- the door ---------------------------------------------------------------------------------------------------------


async def test_the_challenge() -> None:
    async with checked() as (server, _api), Receiver(server.bisnis.verify_token) as end:
        sari = server.orang("Sari")
        sari.tulis("sebelum ada webhook")
        await server.pasang_webhook(end.url, "kata<tantangan>")
        await end.told(1)
        assert end.texts == ["sebelum ada webhook"]
        end.verify_token = "lain"
        with pytest.raises(AssertionError, match="challenge"):
            await server.pasang_webhook(end.url)
        server.kirim_ke("https://desa.id/whatsapp")
        with pytest.raises(AssertionError, match="loopback"):
            await server.kirim_mentah(b"{}")
        server.kirim_ke(end.url)


async def test_the_signature_is_over_the_very_bytes() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.orang("Śari/🙂").tulis("harga <b>é</b> / 😀")
        await server.tuntas()
        body = end.raw[0]
        right = "sha256=" + hmac.new(server.bisnis.app_secret.encode(), body, hashlib.sha256).hexdigest()
        assert end.signatures == [right] == [signature(server.bisnis.app_secret, body)]
        assert body.isascii()
        assert b"\\/ \\ud83d\\ude00" in body
        assert end.texts == ["harga <b>é</b> / 😀"]


async def test_wrong_signatures_and_raw_bytes_on_demand() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        sari = server.orang("Sari")
        for secret in ("bukan-rahasia", "", None):
            server.rahasia_salah(secret)
            sari.tulis("halo")
            await server.tuntas()
        good = [signature(server.bisnis.app_secret, body) for body in end.raw]
        assert end.signatures == [signature("bukan-rahasia", end.raw[0]), "", good[2]]
        assert await server.kirim_mentah(b"bukan json") == 200
        assert await server.kirim_mentah(b"{}", "sha256=00") == 200
        assert (end.raw[3:], end.signatures[3:]) == (
            [b"bukan json", b"{}"],
            [signature(server.bisnis.app_secret, b"bukan json"), "sha256=00"],
        )


# --- again, twice, late -----------------------------------------------------------------------------------------------------


async def test_again_until_200_while_what_comes_after_goes_on() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        end.answers = [500, 200, 404]
        sari = server.orang("Sari")
        sari.tulis("satu")
        sari.tulis("dua")
        await server.tuntas()
        assert end.texts == ["satu", "dua", "satu", "satu"]
        assert [one.status for one in server.hantaran] == [[500, 404, 200], [200]]
        assert end.raw[0] == end.raw[2] == end.raw[3]


async def test_nobody_listens_and_then_somebody_does() -> None:
    async with checked() as (server, _api):
        async with Receiver() as gone:
            url = gone.url
        server.kirim_ke(url)
        server.orang("Sari").tulis("halo")
        while not server.hantaran or len(server.hantaran[0].status) < 2:
            await asyncio.sleep(0.01)
        async with Receiver() as end:
            server.kirim_ke(end.url)
            await server.tuntas()
            assert end.texts == ["halo"]
            assert set(server.hantaran[0].status) == {0, 200}


async def test_given_up_after_seven_days() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        end.answers = [500] * 1000
        server.orang("Sari").tulis("halo")
        await end.told(2)
        server.maju(6 * DAY)
        tries = len(end.raw)
        await end.told(tries + 3)  # one may have been under way
        server.maju(DAY + 1)
        await server.tuntas()
        assert (server.hantaran[0].menyerah, server.hantaran[0].sampai) == (True, False)


async def test_delivered_again_six_days_later() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.orang("Sari").tulis("halo")
        await server.tuntas()
        server.maju(6 * DAY)
        assert await server.ulangi() == 200
        assert end.raw[0] == end.raw[1]


@pytest.mark.parametrize(("susunan", "shape"), [("entry", [1, 1, 1]), ("changes", [3]), ("value", [1])])
async def test_a_batch_on_purpose(susunan: Susunan, shape: list[int]) -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.tahan()
        sari, rina = server.orang("Sari"), server.orang("Rina")
        for orang, teks in ((sari, "satu"), (rina, "dua"), (sari, "tiga")):
            orang.tulis(teks)
        await asyncio.sleep(0.05)
        assert end.raw == []
        assert await server.lepas(susunan, terbalik=True, ganda=True) == [200, 200]
        assert [len(entry["changes"]) for entry in end.bodies[0]["entry"]] == shape
        assert end.texts[:3] == ["tiga", "dua", "satu"]
        assert end.raw[0] == end.raw[1]
        if susunan == "value":
            assert len(end.values[0]["contacts"]) == 2
        sari.tulis("empat")
        await server.tuntas()
        assert end.texts[-1] == "empat"


async def test_statuses_and_messages_in_one_value() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        await api.send(sari)
        body, headers = server.ambil()
        value = json.loads(body)["entry"][0]["changes"][0]["value"]
        assert ([one["status"] for one in value["statuses"]], len(value["messages"])) == (["sent", "delivered"], 1)
        assert headers == {"x-hub-signature-256": signature(server.bisnis.app_secret, body)}


async def test_other_fields_have_a_change_of_their_own() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.tahan()
        sari = server.orang("Sari")
        server.templat("kabar", "Ada kabar.")
        server.jeda("kabar")
        sari.tulis("halo")
        sari.tolak_pemasaran()
        sari.tulis("lagi")
        await server.lepas("value")
        changes = end.bodies[0]["entry"][0]["changes"]
        fields = ["messages", "message_template_status_update", "user_preferences"]
        assert [change["field"] for change in changes] == fields
        assert len(changes[0]["value"]["messages"]) == 2
        assert "metadata" not in changes[1]["value"]


async def test_waiting_for_a_webhook_that_takes_nothing() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        end.answers = [500] * 1000
        server.orang("Sari").tulis("halo")
        with pytest.raises(AssertionError, match="not taken"):
            await server.tuntas(0.1)


async def test_held_and_let_go_as_always() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.tahan()
        sari = server.orang("Sari")
        for n in range(3):
            sari.tulis(str(n))
        assert await server.lepas() == []
        await server.tuntas()
        assert end.texts == ["0", "1", "2"]
        assert len(end.raw) == 3


async def test_mischief_packs_doubles_and_delays_but_loses_nothing() -> None:
    async with checked() as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        server.ulah_webhook(Ulah(Random(7), berkas=4, ganda=0.3, tahan=0.3, detik_tahan=(0.01, 0.1)))
        people = [server.orang(f"Orang {n}") for n in range(5)]
        for n in range(40):
            people[n % 5].tulis(str(n))
        await server.tuntas()
        async with asyncio.timeout(5):
            while len(set(end.texts)) < 40:
                await asyncio.sleep(0.01)
        texts = end.texts
        assert sorted(set(texts), key=int) == [str(n) for n in range(40)]
        assert len(texts) > 40  # some came twice
        for n in range(5):  # somebody's messages came in another order
            mine = list(dict.fromkeys(text for text in texts if int(text) % 5 == n))
            if mine != sorted(mine, key=int):
                break
        else:
            raise AssertionError("nothing was overtaken")
        assert max(len(body["entry"]) for body in end.bodies) > 1
        assert max(len(entry["changes"]) for body in end.bodies for entry in body["entry"]) > 1


async def test_a_scaled_clock_waits_scaled_seconds() -> None:
    async with checked(skala=600) as (server, _api), Receiver() as end:
        server.kirim_ke(end.url)
        end.answers = [500] * 3
        server.orang("Sari").tulis("halo")
        await server.tuntas()  # 5 + 10 + 20 simulated seconds
        assert server.hantaran[0].status == [500, 500, 500, 200]


def test_in_a_thread() -> None:
    with WhatsAppServerThread() as server:
        sari = server.orang("Sari")
        sari.tulis("halo")
        assert sari.tunggu_sync(lambda layar: not layar, 0.1) == []
        assert [one["text"] for one in told(server, "messages")] == [{"body": "halo"}]


# --- every kind of message ---------------------------------------------------------------------------------------------------


Act = Callable[[Orang], Any]
KINDS: list[tuple[str, Act, Json]] = [
    ("text", lambda o: o.tulis("halo"), {"body": "halo"}),
    ("location", lambda o: o.kirim_lokasi(-6.9, 107.1, "Balai"), {"latitude": -6.9, "longitude": 107.1, "name": "Balai"}),
    ("reaction", lambda o: o.reaksi("wamid.x"), {"message_id": "wamid.x", "emoji": "👍"}),
    ("reaction", lambda o: o.reaksi("wamid.x", ""), {"message_id": "wamid.x"}),
    ("revoke", lambda o: o.hapus("wamid.x"), {"original_message_id": "wamid.x"}),
    ("edit", lambda o: o.sunting("wamid.x", "baru"), {"original_message_id": "wamid.x", "message": {"type": "text", "text": {"body": "baru"}}}),
    ("unsupported", lambda o: o.kirim_tak_didukung(), {"type": "poll_creation"}),
    ("unsupported", lambda o: o.sunting_tersembunyi(), {"type": "edit"}),
    ("hologram", lambda o: o.kirim_jenis("hologram", {"a": 1}), {"a": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "act", "isi"), KINDS)
def test_kinds_and_what_they_hold(kind: str, act: Act, isi: Json) -> None:
    server = WhatsAppServer()
    sari = server.orang("Sari")
    wamid = act(sari)
    (message,) = told(server, "messages")
    assert (message["id"], message["type"], message[kind]) == (wamid, kind, isi)
    assert (message["from"], message["from_user_id"]) == (sari.telepon, sari.user_id)
    assert message["timestamp"].isdigit()
    assert ("errors" in message) == (kind == "unsupported")


def test_media_order_and_contacts_come_in() -> None:
    server = WhatsAppServer()
    sari = server.orang("Sari")
    sari.kirim_foto(b"\xff\xd8\xff", "papan")
    sari.kirim_dokumen(b"%PDF-", "APBDes.pdf")
    sari.kirim_suara()
    sari.kirim_video(keterangan="rapat")
    sari.kirim_stiker()
    sari.kirim_kontak("Bu Contoh")
    sari.kirim_pesanan()
    messages = told(server, "messages")
    assert [one["type"] for one in messages] == ["image", "document", "audio", "video", "sticker", "contacts", "order"]
    for one in messages[:5]:
        assert one[one["type"]].keys() >= {"id", "mime_type", "sha256"}
    assert (messages[0]["image"]["caption"], messages[1]["document"]["filename"]) == ("papan", "APBDes.pdf")
    assert (messages[2]["audio"]["voice"], messages[4]["sticker"]["animated"]) == (True, False)
    assert messages[5]["contacts"][0]["name"]["formatted_name"] == "Bu Contoh"
    assert messages[6]["order"]["product_items"][0]["currency"] == "IDR"


def test_referral_and_replies_have_their_context() -> None:
    server = WhatsAppServer()
    sari = server.orang("Sari")
    first = sari.dari_iklan("Halo dari iklan")
    sari.tulis("soal itu", balas=first)
    sari.tulis("soal pesan bot", balas="wamid.bot")
    referral, own, theirs = told(server, "messages")
    assert (referral["text"], referral["referral"]["source_type"]) == ({"body": "Halo dari iklan"}, "ad")
    assert own["context"] == {"from": sari.telepon, "from_user_id": sari.user_id, "id": first}
    assert theirs["context"] == {"from": server.bisnis.nomor, "id": "wamid.bot"}


async def test_taps_on_buttons_and_rows_new_and_old() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        first = await api.buttons(sari, "Ya", "Tidak")
        second = await api.rows(sari, ("Sukamaju", "Kecamatan Cibeber"), ("Ya", ""))
        server.ambil_peristiwa()
        sari.ketuk("Ya")
        sari.ketuk("Tidak")
        sari.ketuk("Kecamatan Cibeber")
        old = sari.layar[0]
        sari.ketuk_pada(old, old.tombol[0])
        messages = told(server, "messages")
        assert [one["context"]["id"] for one in messages] == [second, first, second, first]
        assert [one["interactive"] for one in messages] == [
            {"type": "list_reply", "list_reply": {"id": "r1", "title": "Ya"}},
            {"type": "button_reply", "button_reply": {"id": "p1", "title": "Tidak"}},
            {"type": "list_reply", "list_reply": {"id": "r0", "title": "Sukamaju", "description": "Kecamatan Cibeber"}},
            {"type": "button_reply", "button_reply": {"id": "p0", "title": "Ya"}},
        ]


# --- who somebody is --------------------------------------------------------------------------------------------------------------


def test_a_username_hides_the_number() -> None:
    server = WhatsAppServer()
    rina = server.orang("Rina", username="rina_desa")
    sari = server.orang("Sari")
    rina.tulis("halo")
    sari.tulis("halo")
    sari.sembunyikan_nomor("sari_desa")
    sari.tulis("lagi")
    events = [event.value for event in server.ambil_peristiwa()]
    contacts = [value["contacts"][0] for value in events]
    assert contacts[0] == {"profile": {"name": "Rina", "username": "rina_desa"}, "user_id": rina.user_id}
    assert contacts[1] == {"profile": {"name": "Sari"}, "wa_id": sari.telepon, "user_id": sari.user_id}
    assert ["from" in value["messages"][0] for value in events] == [False, True, False]
    assert contacts[2] == {"profile": {"name": "Sari", "username": "sari_desa"}, "user_id": sari.user_id}


async def test_a_changed_number() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.tulis("halo")
        old, old_id = sari.telepon, sari.user_id
        server.ambil_peristiwa()
        sari.ganti_nomor("6289977777777")
        (event,) = server.ambil_peristiwa()
        assert "contacts" not in event.value
        message = event.value["messages"][0]
        assert (message["from"], message["from_user_id"], message["type"]) == (old, old_id, "system")
        assert message["system"]["type"] == "user_changed_number"
        assert (message["system"]["wa_id"], message["system"]["user_id"]) == (sari.telepon, sari.user_id)
        assert (sari.telepon, sari.user_id == old_id) == ("6289977777777", False)
        await api.post({"messaging_product": "whatsapp", "to": old, "type": "text", "text": {"body": "a"}})
        await api.send(sari)
        assert [one["status"] for one in told(server)] == ["failed", "sent", "delivered"]


def test_a_changed_user_id() -> None:
    server = WhatsAppServer()
    rina = server.orang("Rina", username="rina_desa")
    old = rina.user_id
    rina.ganti_user_id()
    (event,) = server.ambil_peristiwa()
    assert event.field == "user_id_update"
    assert event.value["user_id_update"][0]["user_id"] == {"previous": old, "current": rina.user_id}
    newer = rina.user_id
    rina.ganti_nomor("6289988888888")
    (message,) = told(server, "messages")
    assert ("from" in message, message["from_user_id"]) == (False, newer)
    assert (message["system"]["type"], message["system"]["user_id"]) == ("user_changed_user_id", rina.user_id)
    assert "62899" not in str(message["system"])
