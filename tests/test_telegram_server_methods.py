"""The methods of the test server: edits, commands and descriptions, webhooks, a revoked token."""

import asyncio
from typing import Any

import pytest

from tests.telegram_server.checked import checked
from tests.telegram_server.errors import Json

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def keyboard(label: str) -> Json:
    return {"inline_keyboard": [[{"text": label, "callback_data": "x"}]]}


async def test_an_edit_must_change_something_of_the_bots_own() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sent = await api("sendMessage", chat_id=sari.id, text="<b>a</b>", parse_mode="HTML", reply_markup=keyboard("A"))
        where = {"chat_id": sari.id, "message_id": sent["message_id"]}
        assert await api(
            "editMessageText", **where, text="<b>a</b>", parse_mode="HTML", reply_markup=keyboard("A")
        ) == (
            400,
            NOT_MODIFIED,
        )
        assert await api("editMessageReplyMarkup", **where, reply_markup=keyboard("A")) == (400, NOT_MODIFIED)
        edited = await api("editMessageReplyMarkup", **where, reply_markup=keyboard("B"))
        assert (edited["text"], edited["entities"][0]["type"]) == ("a", "bold")
        assert sari.terakhir.label == ["B"]
        assert (await api("editMessageText", **where, text="<b>a", parse_mode="HTML")) == (
            400,
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        )
        theirs = sari.tulis("punya Sari")
        for message_id, words in [(99, "message to edit not found"), (theirs, "message can't be edited")]:
            refused = await api("editMessageText", chat_id=sari.id, message_id=message_id, text="b")
            assert refused == (400, f"Bad Request: {words}")
        assert server.hitungan(sari.id).suntingan == 1


async def test_a_caption_is_edited_and_a_markup_keeps_it() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        files = {"document": ("a.xlsx", b"PK")}
        await api.http.post("sendDocument", data={"chat_id": str(sari.id), "caption": "lama"}, files=files)
        where = {"chat_id": sari.id, "message_id": sari.terakhir.message_id}
        assert (await api("editMessageReplyMarkup", **where, reply_markup=keyboard("A")))["caption"] == "lama"
        assert (await api("editMessageCaption", **where, caption="baru"))["caption"] == "baru"
        sent = await api("sendMessage", chat_id=sari.id, text="a")
        refused = await api("editMessageCaption", chat_id=sari.id, message_id=sent["message_id"], caption="b")
        assert refused == (400, "Bad Request: there is no caption in the message to edit")


def command(name: str, description: str = "Catat") -> Json:
    return {"command": name, "description": description}


async def test_commands_are_kept_by_scope_chat_and_language() -> None:
    async with checked() as (server, api):
        sari, budi = server.orang("Sari"), server.orang("Budi")
        grup = server.grup("PLD Cibeber", [sari, budi])
        for scope, name in [
            ({"type": "default"}, "umum"),
            ({"type": "all_private_chats"}, "pribadi"),
            ({"type": "chat", "chat_id": sari.id}, "sari"),
            ({"type": "all_group_chats"}, "grup"),
            ({"type": "all_chat_administrators"}, "admin"),
            ({"type": "chat_member", "chat_id": grup.id, "user_id": 99}, "lain"),
        ]:
            assert await api("setMyCommands", commands=[command(name)], scope=scope) is True
        await api("setMyCommands", commands=[command("umum_en")], language_code="en")
        assert server.perintah() == [("umum", "Catat")]
        assert server.perintah(bahasa="en") == [("umum_en", "Catat")]
        assert server.perintah("chat", sari.id) == [("sari", "Catat")]
        assert server.perintah("chat_member", grup.id, 99) == [("lain", "Catat")]
        assert server.perintah("chat", budi.id) == []
        seen = [server.perintah_terlihat(sari), server.perintah_terlihat(budi), server.perintah_terlihat(budi, grup)]
        assert [commands[0][0] for commands in seen] == ["sari", "pribadi", "grup"]
        assert server.perintah_terlihat(sari, grup)[0][0] == "admin"
        scope = {"type": "chat", "chat_id": sari.id}
        assert await api("getMyCommands", scope=scope) == [command("sari")]
        assert await api("deleteMyCommands", scope=scope) is True
        assert server.perintah_terlihat(sari)[0][0] == "pribadi"
        for scope in ({"type": "all_private_chats"}, {"type": "default"}):
            await api("deleteMyCommands", scope=scope)
        assert server.perintah_terlihat(sari) == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [command("Catat")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("c" * 33)]}, "command length must not exceed 32"),
        ({"commands": [command("c", " ")]}, "command description must be non-empty"),
        ({"commands": [command("c", "d" * 257)]}, "command description length must not exceed 256"),
        ({"commands": [command("c")] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "ind"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
        ({"commands": [], "scope": {"type": "chat_administrators", "chat_id": 5_000_000_001}},
         "can't use specified scope in private chats"),
    ],
)  # fmt: skip
async def test_commands_telegram_would_not_take(params: Json, words: str) -> None:
    async with checked() as (server, api):
        server.orang("Sari")
        assert await api("setMyCommands", **params) == (400, f"Bad Request: {words}")


async def test_the_longest_commands_and_descriptions_are_taken() -> None:
    async with checked() as (server, api):
        assert await api("setMyCommands", commands=[command("c" * 32, "d" * 256)] * 100) is True
        assert await api("setMyDescription", description="a" * 512) is True
        assert await api("setMyShortDescription", short_description="a" * 120, language_code="id") is True
        assert server.profil("description") == "a" * 512
        assert server.profil("short_description", "id") == "a" * 120
        assert server.profil("short_description") == ""
        assert (await api("setMyDescription", description="a" * 513))[0] == 400
        assert (await api("setMyShortDescription", short_description="a" * 121))[0] == 400


async def test_a_webhook_is_particular_and_the_same_one_twice_is_one() -> None:
    async with checked() as (server, api):
        for url, words in [
            ("http://desa.id/x", "An HTTPS URL must be provided for webhook"),
            ("https://desa.id:9000/x", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ]:
            assert await api("setWebhook", url=url) == (400, f"Bad Request: bad webhook: {words}")
        where = {"url": "https://desa.id:8443/x", "secret_token": "rahasia", "max_connections": 5}
        assert await api("setWebhook", **where, allowed_updates=["message"]) is True
        webhook = server.world.webhook
        assert await api("setWebhook", **where) is True
        assert server.world.webhook is webhook
        server.orang("Sari").tulis("menunggu")
        info = await api("getWebhookInfo")
        assert (info["pending_update_count"], info["allowed_updates"]) == (1, ["message"])
        assert await api("setWebhook", url="https://desa.id/y", drop_pending_updates=True) is True
        assert server.world.webhook is not webhook
        assert (await api("getWebhookInfo"))["pending_update_count"] == 0
        assert (await api("getUpdates"))[0] == 409
        assert await api("setWebhook", url="") is True
        assert await api("getUpdates") == []


async def test_a_kind_of_update_that_is_none_is_reported() -> None:
    async with checked() as (server, api):
        await api("getUpdates", allowed_updates=["mesage"])
        with pytest.raises(AssertionError, match="there is no 'mesage'"):
            server.periksa()
        server.pelanggaran.clear()


async def test_a_revoked_token_is_unauthorized_until_it_is_back() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        poll: asyncio.Task[Any] = asyncio.create_task(api("getUpdates", timeout=30))
        while not server.hitung("getUpdates"):
            await asyncio.sleep(0.01)
        server.cabut_token()
        assert await poll == (401, "Unauthorized")
        assert await api("sendMessage", chat_id=sari.id, text="a") == (401, "Unauthorized")
        sari.tulis("selama itu")
        server.pulihkan_token()
        assert [message["text"] for message in await api.messages()] == ["selama itu"]
