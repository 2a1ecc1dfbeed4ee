"""What people send in their private chat with the bot, as the rest of the machine hears it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from bot.channels.contract import Inbound
from bot.channels.telegram.update import parse
from handlers.dialog.masukan import Foto, Lokasi, Masukan
from tests.bot.channels.telegram_rig import BOT, JPEG, KITA, PRIBADI, SARI, WAKTU, baca, pesan, terhubung

UKURAN = [
    {"file_id": "kecil", "width": 90, "height": 67, "file_size": 2_000},
    {"file_id": "besar", "width": 1280, "height": 960, "file_size": 200_000},
    {"file_id": "sedang", "width": 320, "height": 240, "file_size": 20_000},
]


def masukan(**isi: Any) -> Masukan:
    inbound = baca(**isi)
    assert inbound is not None
    return inbound.masukan


def test_a_message_has_its_name_and_its_place_in_the_order() -> None:
    assert baca(text="halo") == Inbound(
        "1000000001:7", "5001", "Sari Dewi", WAKTU, Masukan("halo"), None, dari="", pesan="31", urut=7
    )


async def test_an_edit_is_the_same_message_again() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        nomor = sari.tulis("34 orang")
        sari.sunting(nomor, "43 orang")
        dulu, kini = await rig.sampai(2)
    assert (dulu.masukan, kini.masukan) == (Masukan("34 orang"), Masukan("43 orang", sunting=True))
    assert dulu.pesan == kini.pesan == str(nomor)
    assert dulu.ext_id != kini.ext_id
    assert dulu.urut < kini.urut


async def test_an_edited_caption_keeps_its_picture() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.sunting(sari.foto(JPEG, "jembatan"), "jembatan Cibeber")
        kini = (await rig.sampai(2))[1].masukan
    assert kini.sunting
    assert kini.teks == "jembatan Cibeber"
    assert len(kini.foto) == 1


async def test_an_edited_caption_of_an_album_stands_for_itself() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.sunting(sari.album([JPEG, JPEG + b"2"], "jembatan")[0], "jembatan Cibeber")
        satu, dua, kini = await rig.sampai(3)
    assert satu.album == dua.album != ""
    assert (kini.album, kini.masukan.teks, kini.pesan) == (None, "jembatan Cibeber", satu.pesan)


async def test_a_live_location_is_a_location_once() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        nomor = sari.lokasi_langsung(-6.93, 107.12)
        sari.pindah(nomor, -6.94, 107.13)
        sari.berhenti(nomor)
        sari.tulis("sudah")
        semua = [m.masukan for m in await rig.sampai(2)]
    assert semua == [Masukan(lokasi=Lokasi(-6.93, 107.12)), Masukan("sudah")]


async def test_a_place_with_a_name_is_a_location() -> None:
    async with terhubung() as rig:
        rig.server.orang("Sari").tempat(-6.93, 107.12, "Balai Desa Sukamaju")
        assert (await rig.masukan()).lokasi == Lokasi(-6.93, 107.12)


async def test_a_reply_to_the_bot_names_what_it_answers_and_one_to_oneself_nothing() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        tanya = await rig.kirim(sari.id, "Desa mana?")
        sendiri = sari.tulis("sebentar")
        sari.tulis("Sukamaju", balas=int(tanya))
        sari.tulis("maaf", balas=sendiri)
        assert [m.masukan.balas for m in await rig.sampai(3)] == ["", tanya, ""]


async def test_what_is_forwarded_or_sent_through_another_bot_is_read_like_any_other() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.teruskan("Rapat jam 9 di balai desa", rig.server.orang("Budi").user)
        sari.teruskan("Undangan", "Nama tersembunyi")
        sari.tulis_lewat_bot("halo", "stiker_bot")
        assert [m.masukan.teks for m in await rig.sampai(3)] == ["Rapat jam 9 di balai desa", "Undangan", "halo"]


@pytest.mark.parametrize(
    ("kirim", "lain"),
    [
        ("stiker", "stiker"), ("suara", "pesan suara"), ("lagu", "suara"), ("video", "video"),
        ("video_bulat", "video"), ("animasi", "gambar bergerak"), ("kontak", "kontak"), ("dadu", "dadu"),
    ],
)  # fmt: skip
async def test_what_cannot_be_read_is_named_in_words(kirim: str, lain: str) -> None:
    async with terhubung() as rig:
        getattr(rig.server.orang("Sari"), kirim)()
        assert await rig.masukan() == Masukan(lain=lain)


async def test_a_poll_is_named_too_and_a_document_is_one() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        sari.polling("Kapan?", ["Senin", "Selasa"])
        sari.dokumen(b"%PDF", "RKP.pdf", "application/pdf", "ini RKP")
        semua = [m.masukan for m in await rig.sampai(2)]
    assert semua[0] == Masukan(lain="polling")
    assert (semua[1].teks, semua[1].lain, semua[1].foto) == ("ini RKP", "", ())
    assert semua[1].dokumen
    assert semua[1].dokumen.rujukan


# --- pictures -----------------------------------------------------------------------------------------------------


def test_of_a_photo_the_largest_size_that_fits_is_taken() -> None:
    def dipilih(batas: int) -> str:
        inbound = parse(pesan(photo=UKURAN), dataclasses.replace(KITA, batas_foto=batas))
        assert inbound is not None
        return inbound.masukan.foto[0].rujukan

    assert [dipilih(batas) for batas in (200_000, 199_999, 2_000, 1_999)] == ["besar", "sedang", "kecil", ""]


def test_a_size_that_telegram_does_not_tell_counts_as_fitting() -> None:
    tanpa = [{k: v for k, v in satu.items() if k != "file_size"} for satu in UKURAN]
    assert masukan(photo=tanpa).foto[0].rujukan == "besar"


def test_what_telegram_does_not_hand_over_is_not_asked_for() -> None:
    besar = {"file_id": "raksasa", "file_size": 20_000_001, "mime_type": "image/jpeg"}
    inbound = parse(pesan(document=besar), dataclasses.replace(KITA, batas_foto=50_000_000))
    assert inbound is not None
    assert inbound.masukan.foto == (Foto(ukuran=20_000_001, waktu=WAKTU),)


def test_a_picture_is_dated_by_its_message() -> None:
    assert masukan(photo=UKURAN, caption="x").foto == (Foto(rujukan="besar", ukuran=200_000, waktu=WAKTU),)


@pytest.mark.parametrize(
    ("berkas", "gambar"),
    [
        ({"mime_type": "image/heic"}, True),
        ({"mime_type": "image/png", "file_name": "tanpa-akhiran"}, True),
        ({"file_name": "IMG_0001.HEIC"}, True),
        ({"file_name": "foto.jpeg"}, True),
        ({"file_name": "foto.webp"}, True),
        ({"file_name": "rkp.pdf"}, False),
        ({"mime_type": "application/pdf", "file_name": "foto.jpg"}, False),
        ({}, False),
    ],
)
def test_a_document_that_is_a_picture_is_taken_as_one(berkas: dict[str, str], gambar: bool) -> None:
    isi = masukan(document={"file_id": "B1"} | berkas)
    assert bool(isi.foto) == gambar
    assert isi.lain == ""
    assert bool(isi.dokumen) != gambar


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("berkas", "dokumen"),
    [
        ({"mime_type": "application/pdf", "file_name": "DRP.pdf"}, ("B1", "DRP.pdf", "")),
        ({"mime_type": "application/octet-stream", "file_name": "Laporan.DOCX"}, ("B1", "Laporan.DOCX", "")),
        ({"mime_type": WORD}, ("B1", "dokumen", "")),
        ({"mime_type": "application/pdf", "file_name": "../../etc/\u202efdp.exe"}, ("B1", "fdp.exe", "")),
        ({"mime_type": "application/zip", "file_name": "a.zip"}, ("", "a.zip", "jenis")),
        ({"mime_type": "application/pdf", "file_name": "a.pdf", "file_size": 10_000_001}, ("", "a.pdf", "besar")),
        ({}, ("", "dokumen", "jenis")),
    ],
)
def test_a_document_is_named_and_fetched_only_where_it_may_be_one_that_we_read(
    berkas: dict[str, str | int], dokumen: tuple[str, str, str]
) -> None:
    isi = masukan(document={"file_id": "B1"} | berkas).dokumen
    assert isi
    assert (isi.rujukan, isi.nama, isi.tolak) == dokumen
    assert isi.waktu == WAKTU


def test_several_documents_at_once_are_a_message_each() -> None:
    berkas = {"file_id": "B1", "mime_type": "application/pdf", "file_name": "a.pdf"}
    satu = parse(pesan(document=berkas, media_group_id="G1"), KITA)
    gambar = parse(pesan(document=berkas | {"mime_type": "image/png"}, media_group_id="G1"), KITA)
    assert satu
    assert gambar
    assert (satu.album, gambar.album) == (None, "G1")


def test_a_document_in_a_group_is_not_ours_to_fetch() -> None:
    berkas = {"file_id": "B1", "mime_type": "application/pdf", "file_name": "a.pdf"}
    grup = {"id": -100, "type": "supergroup", "title": "PLD"}
    teks = {"caption": "/menu", "caption_entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
    inbound = parse(pesan(document=berkas, chat=grup, **teks), KITA)
    assert inbound
    assert (inbound.masukan.dokumen, inbound.masukan.lain, inbound.masukan.grup) == (None, "dokumen", "PLD")


async def test_the_channels_own_limit_reaches_the_choice() -> None:
    async with terhubung(batas_foto=100) as rig:
        rig.server.orang("Sari").foto(JPEG)
        assert (await rig.masukan()).foto[0].rujukan == ""


# --- text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks",
    ["x" * 4096, "👍🏽👩‍👩‍👧", "مرحبا بكم في القرية", "\u200fשלום\u200e", "Sukamaju\n\n  dua spasi\t", "½ ﬁ Ⅻ"],
)
async def test_text_arrives_as_it_was_written(teks: str) -> None:
    async with terhubung() as rig:
        rig.server.orang("Sari").tulis(teks)
        assert (await rig.masukan()).teks == teks


def test_what_no_database_takes_and_what_turns_a_row_around_is_removed() -> None:
    buruk = "\x00a\ud83db\u202ec\u202ad\u2066e\u2069f"
    inbound = baca(text=buruk, **{"from": SARI | {"first_name": "Sa\u202eri\x00"}})
    assert inbound is not None
    assert (inbound.masukan.teks, inbound.nama) == ("abcdef", "Sari Dewi")
    assert masukan(photo=UKURAN, caption=buruk).teks == "abcdef"
    tap = {"id": "1", "from": SARI, "data": "0~!~me\x00nu", "message": {"chat": PRIBADI, "date": 0}}
    ketukan = parse({"update_id": 8, "callback_query": tap}, KITA)
    assert ketukan is not None
    assert ketukan.masukan.tombol == "0~!~menu"


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [
        ("/menu@kawan_desa_bot", "/menu"),
        ("/MENU@Kawan_Desa_Bot besok", "/MENU besok"),
        ("/start@kawan_desa_bot undangan-1", "/start undangan-1"),
        ("/menu@bot_lain", "/menu@bot_lain"),
        ("/menu", "/menu"),
        ("hubungi @kawan_desa_bot", "hubungi @kawan_desa_bot"),
    ],
)
def test_a_command_may_carry_our_name(ditulis: str, dibaca: str) -> None:
    assert masukan(text=ditulis).teks == dibaca


def test_before_telegram_has_told_our_name_a_command_is_left_as_it_is() -> None:
    inbound = parse(pesan(text="/menu@kawan_desa_bot"), dataclasses.replace(KITA, username=""))
    assert inbound is not None
    assert inbound.masukan.teks == "/menu@kawan_desa_bot"


# --- what is not for us -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "isi",
    [
        {"from": BOT | {"id": 77}},
        {"from": None},
        {"chat": {"id": -100, "type": "channel", "title": "Kanal"}},
        {"sender_chat": {"id": -100, "type": "channel", "title": "Kanal"}},
        {"pinned_message": {"message_id": 1}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
        {"write_access_allowed": {}},
    ],
)
def test_bots_channels_and_telegrams_own_notices_are_passed_over(isi: dict[str, Any]) -> None:
    assert baca(text="halo", **isi) is None


@pytest.mark.parametrize("jenis", ["channel_post", "edited_channel_post", "poll", "jenis_baru"])
def test_kinds_of_update_we_did_not_ask_for_are_passed_over(jenis: str) -> None:
    assert parse({"update_id": 7, jenis: pesan()["message"]}, KITA) is None


@pytest.mark.parametrize("chat", [None, {"id": -100, "type": "channel", "title": "Kanal"}])
def test_taps_outside_people_and_groups_are_passed_over(chat: dict[str, Any] | None) -> None:
    tap = {"id": "1", "from": SARI, "data": "x"} | ({"message": {"chat": chat, "date": 0}} if chat else {})
    assert parse({"update_id": 8, "callback_query": tap}, KITA) is None


def test_a_thread_in_a_private_chat_is_no_topic() -> None:
    inbound = baca(text="halo", message_thread_id=9, is_topic_message=True)
    assert inbound is not None
    assert inbound.tujuan == "5001"
