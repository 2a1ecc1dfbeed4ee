"""What people do on the test server's Telegram: everything a message can be, edits, links, old buttons."""

import pytest

from tests.telegram_server.checked import checked
from tests.telegram_server.errors import Json
from tests.telegram_server.incoming import kanal

JPEG = b"\xff\xd8\xff\xe0gambar"
ONE_BUTTON: Json = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}]]}


async def test_every_kind_of_message_reaches_the_bot_as_what_it_is() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.foto_berkas(JPEG, keterangan="asli")
        sari.lagu()
        sari.video_bulat()
        sari.animasi()
        sari.dadu("🎯", 6)
        sari.tempat(-6.9, 107.0, "Balai Desa", "Jl. Raya")
        sari.polling("Kapan?", ["Senin", "Selasa"])
        sari.lokasi(-6.9, 107.0)
        document, audio, note, animation, dice, venue, poll, place = await api.messages()
        assert (document["document"]["mime_type"], document["caption"]) == ("image/jpeg", "asli")
        assert audio["audio"]["file_name"] == "lagu.mp3"
        assert note["video_note"]["length"] == 320
        assert animation["animation"]["file_id"] == animation["document"]["file_id"]
        assert dice["dice"] == {"emoji": "🎯", "value": 6}
        assert venue["venue"]["location"] == venue["location"]
        assert [option["text"] for option in poll["poll"]["options"]] == ["Senin", "Selasa"]
        assert "live_period" not in place["location"]


async def test_a_live_location_moves_and_stops() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        live = sari.lokasi_langsung(-6.9, 107.0, selama=600)
        sari.pindah(live, -6.8, 107.1)
        sari.berhenti(live)
        first, moved, stopped = await api.updates()
        assert first["message"]["location"] == {"latitude": -6.9, "longitude": 107.0, "live_period": 600}
        assert moved["edited_message"]["location"] == {"latitude": -6.8, "longitude": 107.1, "live_period": 600}
        assert stopped["edited_message"]["location"] == {"latitude": -6.8, "longitude": 107.1}
        assert {update["edited_message"]["message_id"] for update in (moved, stopped)} == {live}


async def test_words_and_captions_are_edited() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        text, photo = sari.tulis("satu /bantuan"), sari.foto(JPEG, "lama")
        sari.sunting(text, "dua")
        sari.sunting(photo, "baru")
        edits = [update["edited_message"] for update in await api.updates() if "edited_message" in update]
        assert [edit.get("text") or edit.get("caption") for edit in edits] == ["dua", "baru"]
        assert "entities" not in edits[0]
        assert edits[1]["photo"]
        await api("sendMessage", chat_id=sari.id, text="punya bot")
        for wrong in (sari.terakhir.message_id, 99):
            with pytest.raises(AssertionError, match="message"):
                sari.sunting(wrong, "x")


async def test_forwards_replies_and_inline_results_say_where_they_are_from() -> None:
    async with checked() as (server, api):
        sari, budi = server.orang("Sari"), server.orang("Budi")
        sari.teruskan("dari orang", budi.user)
        sari.teruskan("dari kanal", kanal("Kabar Desa"))
        sari.teruskan("dari entah", "Bu Nur")
        asked = sari.tulis("🎉 Berapa peserta musdes?")
        sari.tulis("20", balas=asked, kutip="peserta")
        sari.tulis_lewat_bot("gambar lucu", "gif")
        user, channel, hidden, _, reply, via = await api.messages()
        assert user["forward_origin"]["sender_user"]["id"] == budi.id
        assert channel["forward_origin"]["chat"]["title"] == "Kabar Desa"
        assert hidden["forward_origin"]["sender_user_name"] == "Bu Nur"
        assert reply["quote"] == {"text": "peserta", "position": 10, "is_manual": True}  # UTF-16: the emoji is two
        assert reply["reply_to_message"]["message_id"] == asked
        assert via["via_bot"]["username"] == "gif"
        with pytest.raises(AssertionError, match="not in the message answered"):
            sari.tulis("x", balas=asked, kutip="tidak ada")


async def test_a_long_text_is_several_messages_counted_in_utf16() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        assert len(sari.tulis_panjang("🎉" * 2048)) == 1
        assert len(sari.tulis_panjang("a" + "🎉" * 2048)) == 2
        texts = [message["text"] for message in await api.messages()]
        assert texts == ["🎉" * 2048, "a" + "🎉" * 2047, "🎉"]
        with pytest.raises(AssertionError, match="4096 UTF-16"):
            sari.tulis("🎉" * 2049)


async def test_a_deep_link_presses_start_and_takes_a_block_back() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari", kenal=False)
        assert await api("sendMessage", chat_id=sari.id, text="a") == (
            403,
            "Forbidden: bot can't initiate conversation with a user",
        )
        sari.buka_tautan("https://t.me/Kawan_Desa_Bot?start=undang-7")
        sari.blokir()
        sari.buka_tautan("tg://resolve?domain=kawan_desa_bot&start=")
        first, blocked, back, again = await api.updates()
        assert first["message"]["text"] == "/start undang-7"
        assert [entity["type"] for entity in first["message"]["entities"]] == ["bot_command"]
        assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
        assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
        assert again["message"]["text"] == "/start"
        for wrong in ("?start=ada%20spasi", "?start=" + "a" * 65, "?startgroup=x", ""):
            with pytest.raises(AssertionError, match=r"t\.me"):
                sari.buka_tautan(f"https://t.me/kawan_desa_bot{wrong}")
        with pytest.raises(AssertionError, match="does not lead to"):
            sari.buka_tautan("https://t.me/bot_lain?start=x")


async def test_a_deleted_account_says_nothing_and_hears_nothing() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        sari.nonaktif()
        assert await api("sendMessage", chat_id=sari.id, text="a") == (403, "Forbidden: user is deactivated")
        with pytest.raises(AssertionError, match="no account"):
            sari.tulis("halo")


async def test_old_buttons_and_impatient_fingers() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        for text in ("lama", "baru"):
            await api("sendMessage", chat_id=sari.id, text=text, reply_markup=ONE_BUTTON)
        old, new = sari.layar
        sari.tekan("Ya", pesan=old.message_id)
        assert len(set(sari.tekan_dua_kali("Ya"))) == 2
        await api("editMessageReplyMarkup", chat_id=sari.id, message_id=new.message_id)
        sari.tekan_usang(new.message_id, "ya")  # the phone had not heard of the edit yet
        await api("deleteMessage", chat_id=sari.id, message_id=new.message_id)
        sari.tekan_usang(new.message_id, "ya")
        queries = [update["callback_query"] for update in await api.updates()]
        pressed = [query["message"]["message_id"] for query in queries]
        assert pressed == [old.message_id] + [new.message_id] * 4
        assert "reply_markup" not in queries[3]["message"]
        assert queries[4]["message"]["date"] == 0
        assert len({query["id"] for query in queries}) == 5


async def test_a_button_is_answered_within_its_time() -> None:
    now = [1_800_000_000.0]
    async with checked(waktu=lambda: now[0], umur_tombol=10) as (server, api):
        sari = server.orang("Sari")
        await api("sendMessage", chat_id=sari.id, text="a", reply_markup=ONE_BUTTON)
        first, second = sari.tekan_dua_kali("Ya")
        now[0] += 9
        assert await api("answerCallbackQuery", callback_query_id=first) is True
        now[0] += 2
        refused = await api("answerCallbackQuery", callback_query_id=second)
        assert refused == (
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
