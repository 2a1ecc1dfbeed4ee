"""Groups on the test server's Telegram: who writes there, what the bot may do there, topics."""

import pytest

from tests.telegram_server.checked import checked
from tests.telegram_server.errors import Json


async def test_others_than_people_write_in_groups() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        grup = server.grup("PLD Cibeber", [sari], supergroup=True)
        grup.anonim().tulis("/rekap")
        post = grup.kanal("Kabar Desa").tulis("Kabar minggu ini")
        grup.kanal("Kabar Desa", otomatis=False).tulis("atas nama kanal")
        grup.bot_lain("bot_cuaca").tulis("tidak terlihat")
        grup.bot_lain("bot_cuaca", terlihat=True).tulis("/mulai@kawan_desa_bot")
        grup.sebagai(sari).tulis("setuju", balas=post)
        anonymous, automatic, channel, bot, reply = await api.messages()
        assert (anonymous["from"]["id"], anonymous["sender_chat"]["id"]) == (1087968824, grup.id)
        assert automatic["is_automatic_forward"] is True
        assert (automatic["from"]["id"], automatic["forward_origin"]["chat"]["title"]) == (777000, "Kabar Desa")
        assert (channel["from"]["id"], channel["sender_chat"]["type"]) == (136817688, "channel")
        assert "is_automatic_forward" not in channel
        assert bot["from"]["is_bot"] is True
        assert reply["message_thread_id"] == post  # a supergroup's thread of answers, and no topic
        assert "is_topic_message" not in reply


async def test_with_privacy_the_bot_hears_its_name_and_not_anothers() -> None:
    async with checked(privasi=True) as (server, api):
        sari = server.orang("Sari")
        grup = server.grup("PLD Cibeber", [sari])
        for text in ("biasa", "/rekap", "/rekap@Kawan_Desa_Bot minggu", "/rekap@OtherBot", "tolong @kawan_desa_bot"):
            grup.tulis(sari, text)
        ordinary = grup.tulis(sari, "biasa lagi")
        grup.sunting(sari, ordinary, "masih biasa")
        grup.sunting(sari, ordinary, "@kawan_desa_bot jadi untukmu")
        grup.sebagai(sari).tulis_lewat_bot("hasil", "gif")
        updates = await api.updates()
        texts = [(update.get("message") or update["edited_message"])["text"] for update in updates]
        assert texts == [
            "/rekap",
            "/rekap@Kawan_Desa_Bot minggu",
            "tolong @kawan_desa_bot",
            "@kawan_desa_bot jadi untukmu",
        ]
        kinds = [entity["type"] for entity in updates[1]["message"]["entities"]]
        assert kinds == ["bot_command"]
        grup.jadikan_admin()
        grup.tulis(sari, "semua terdengar")
        assert [message["text"] for message in await api.messages()] == ["semua terdengar"]


async def test_where_the_bot_may_not_write_it_is_told_why() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        small, large = server.grup("Kecil", [sari]), server.grup("Besar", [sari], supergroup=True)
        small.batasi_bot()
        large.batasi_bot(boleh={"text messages"})
        assert await api("sendMessage", chat_id=small.id, text="a") == (
            400,
            "Bad Request: not enough rights to send text messages to the chat",
        )
        assert (await api("sendMessage", chat_id=large.id, text="a"))["text"] == "a"
        restricted = await api("getChatMember", chat_id=small.id, user_id=server.world.bot_id)
        assert (restricted["status"], restricted["can_send_messages"]) == ("restricted", False)
        small.jadikan_admin()
        assert (await api("sendMessage", chat_id=small.id, text="a"))["text"] == "a"
        locked = server.grup("Terkunci", [sari])
        locked.kunci()
        assert (await api("sendMessage", chat_id=locked.id, text="a"))[0] == 400
        locked.kunci(False)
        assert (await api("sendMessage", chat_id=locked.id, text="a"))["text"] == "a"
        small.keluarkan_bot()
        large.keluarkan_bot()
        locked.bubarkan()
        for grup, words in [
            (small, "bot was kicked from the group chat"),
            (large, "bot was kicked from the supergroup chat"),
            (locked, "the group chat was deleted"),
        ]:
            assert await api("sendMessage", chat_id=grup.id, text="a") == (403, f"Forbidden: {words}")


async def test_the_bot_comes_leaves_and_comes_again() -> None:
    async with checked() as (server, api):
        sari, budi = server.orang("Sari"), server.orang("Budi")
        grup = server.grup("PLD Cibeber", [sari, budi], bot=False)
        assert (await api("sendMessage", chat_id=grup.id, text="a"))[0] == 403
        grup.tulis(sari, "tanpa bot")
        grup.buka_tautan(sari, "https://t.me/kawan_desa_bot?startgroup=desa-7")
        assert await api("leaveChat", chat_id=grup.id) is True
        grup.undang_bot(budi)
        changed, service, start, left, back, _ = await api.updates()
        assert changed["my_chat_member"]["old_chat_member"]["status"] == "left"
        assert changed["my_chat_member"]["from"]["id"] == sari.id
        assert service["message"]["new_chat_members"][0]["id"] == server.world.bot_id
        assert start["message"]["text"] == "/start@kawan_desa_bot desa-7"
        assert left["my_chat_member"]["new_chat_member"]["status"] == "left"
        assert back["my_chat_member"]["from"]["id"] == budi.id
        assert (await api("leaveChat", chat_id=sari.id))[0] == 400


async def test_who_administers_a_group() -> None:
    async with checked() as (server, api):
        sari, budi, ani = (server.orang(nama) for nama in ("Sari", "Budi", "Ani"))
        grup = server.grup("PLD Cibeber", [sari, budi, ani])
        grup.jadikan_admin(budi)
        grup.jadikan_admin()
        administrators = await api("getChatAdministrators", chat_id=grup.id)
        found = {member["user"]["id"]: member["status"] for member in administrators}
        assert found == {sari.id: "creator", budi.id: "administrator", server.world.bot_id: "administrator"}
        assert await api("getChatMemberCount", chat_id=grup.id) == 4
        assert (await api("getChatAdministrators", chat_id=sari.id))[0] == 400
        grup.keluarkan_bot()
        for method in ("getChatAdministrators", "getChatMemberCount"):
            assert (await api(method, chat_id=grup.id))[0] == 403


async def test_an_upgraded_group_names_its_new_id() -> None:
    async with checked() as (server, api):
        grup = server.grup("PLD Cibeber", [server.orang("Sari")])
        old, new = grup.id, grup.jadi_supergroup()
        answer = (await api.http.post("sendMessage", json={"chat_id": old, "text": "a"})).json()
        assert answer["parameters"] == {"migrate_to_chat_id": new}
        assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"


async def test_topics_open_close_and_are_deleted() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        forum = server.grup("Forum PLD", [sari], forum=True)
        topic = forum.topik("Laporan")
        in_topic = forum.sebagai(sari, topic).tulis("laporan")
        forum.sebagai(sari).tulis("di General")
        created, reported, general = await api.messages()
        assert created["forum_topic_created"]["name"] == "Laporan"
        assert (reported["message_thread_id"], reported["is_topic_message"]) == (topic, True)
        assert "message_thread_id" not in general

        async def send(**thread: int) -> Json | tuple[int, str]:
            answer: Json | tuple[int, str] = await api("sendMessage", chat_id=forum.id, text="a", **thread)
            return answer

        missing, closed = (400, "Bad Request: message thread not found"), (400, "Bad Request: TOPIC_CLOSED")
        assert await send(message_thread_id=1) == missing  # General is where no thread is named
        forum.tutup_topik(topic)
        forum.tutup_topik()
        assert await send(message_thread_id=topic) == closed
        assert await send() == closed
        forum.buka_topik(topic)
        forum.buka_topik()
        assert (await api("sendMessage", chat_id=forum.id, text="a", message_thread_id=topic))["is_topic_message"]
        assert "message_thread_id" not in await api("sendMessage", chat_id=forum.id, text="a")
        forum.hapus_topik(topic)
        assert await send(message_thread_id=topic) == missing
        with pytest.raises(AssertionError, match="no message"):
            forum.sunting(sari, in_topic, "hilang")
        assert [key for message in await api.messages() for key in message if key.startswith("forum_topic")] == [
            "forum_topic_closed",
            "forum_topic_closed",
            "forum_topic_reopened",
            "forum_topic_reopened",
        ]
