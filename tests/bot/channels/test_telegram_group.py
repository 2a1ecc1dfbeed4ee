"""In a group the bot hears what is said to it, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.contract import Inbound
from bot.channels.telegram.update import ANONIM, parse
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from tests.bot.channels.telegram_rig import BOT, GRUP, JPEG, KITA, SARI, WAKTU, di_grup, terhubung

DARI_BOT = {"message_id": 12, "from": BOT, "chat": GRUP, "date": WAKTU, "text": "Desa mana?"}


def teks(**isi: Any) -> str | None:
    inbound = di_grup(**isi)
    return None if inbound is None else inbound.masukan.teks


@pytest.mark.parametrize(
    ("ditulis", "dibaca"),
    [
        ("/rekap", "/rekap"),
        ("/rekap@kawan_desa_bot", "/rekap"),
        ("/Rekap@KAWAN_desa_bot minggu ini", "/Rekap minggu ini"),
        ("/rekap@bot_lain", None),
        ("/rekap@bot_lain @kawan_desa_bot", None),
        ("@kawan_desa_bot rekap", "rekap"),
        ("@Kawan_Desa_Bot, rekap minggu ini", "rekap minggu ini"),
        ("tolong @kawan_desa_bot rekap", "tolong rekap"),
        ("rekap @kawan_desa_bot", "rekap"),
        ("@kawan_desa_bot", ""),
        ("@budi lihat @kawan_desa_bot", "@budi lihat"),
        ("sari@kawan_desa_bot", None),
        ("@kawan_desa_bot_dua rekap", None),
        ("@budi rekap", None),
        ("besok rapat", None),
        ("/home/sari", None),
        ("1/2 hari", None),
    ],
)
def test_who_is_meant(ditulis: str, dibaca: str | None) -> None:
    assert teks(text=ditulis) == dibaca


def test_a_caption_may_name_us_too() -> None:
    inbound = di_grup(photo=[{"file_id": "F", "width": 1, "height": 1}], caption="@kawan_desa_bot monev")
    assert inbound is not None
    assert (inbound.masukan.teks, inbound.masukan.foto[0].rujukan) == ("monev", "F")


def test_a_mention_behind_other_words_is_one() -> None:
    entity = {"type": "text_mention", "offset": 3, "length": 5, "user": BOT}
    assert teks(text="👍 Kawan catat", entities=[entity]) == "👍  catat"  # the thumb is two units long
    assert teks(text="👍 Kawan catat", entities=[entity | {"user": SARI}]) is None


def test_a_reply_to_us_is_for_us_and_to_another_is_not() -> None:
    inbound = di_grup(text="Sukamaju", reply_to_message=DARI_BOT)
    assert inbound is not None
    assert inbound.masukan == Masukan("Sukamaju", balas="12", grup="PLD Cibeber")
    assert di_grup(text="Sukamaju", reply_to_message=DARI_BOT | {"from": SARI}) is None


def test_to_stand_in_a_topic_that_we_opened_is_not_a_reply() -> None:
    pembuka = {"message_id": 12, "from": BOT, "chat": GRUP, "date": WAKTU, "forum_topic_created": {"name": "Laporan"}}
    assert di_grup(text="Sukamaju", reply_to_message=pembuka) is None


def test_what_cannot_be_read_is_named_when_it_answers_us() -> None:
    inbound = di_grup(voice={"file_id": "V", "duration": 3}, reply_to_message=DARI_BOT)
    assert inbound is not None
    assert inbound.masukan == Masukan(lain="pesan suara", balas="12", grup="PLD Cibeber")


def test_the_writer_is_named_beside_the_group() -> None:
    assert di_grup(text="/rekap") == Inbound(
        "1000000001:7",
        "-1004001",
        "Sari Dewi",
        WAKTU,
        Masukan("/rekap", grup="PLD Cibeber"),
        dari="5001",
        pesan="31",
        urut=7,
    )


@pytest.mark.parametrize("judul", ["", " ", "\u202e"])
def test_a_group_without_a_title_is_still_a_group(judul: str) -> None:
    inbound = parse({"update_id": 7, "message": _pesan(chat=GRUP | {"title": judul}, text="/rekap")}, KITA)
    assert inbound is not None
    assert inbound.masukan.grup == "grup"


def _pesan(**isi: Any) -> dict[str, Any]:
    return {"message_id": 31, "from": SARI, "chat": GRUP, "date": WAKTU} | isi


@pytest.mark.parametrize(
    "isi",
    [
        {"from": {"id": ANONIM, "is_bot": True, "first_name": "Group"}, "sender_chat": GRUP},
        {"from": {"id": ANONIM, "is_bot": True, "first_name": "Group"}},
        {"from": None, "sender_chat": GRUP},
    ],
)
def test_an_anonymous_administrator_is_nobody_in_particular(isi: dict[str, Any]) -> None:
    inbound = di_grup(text="/rekap", **isi)
    assert inbound is not None
    assert (inbound.dari, inbound.nama, inbound.masukan.anonim) == ("", "PLD Cibeber", True)


def test_the_anonymous_bot_means_nothing_outside_a_group() -> None:
    bot = {"from": {"id": ANONIM, "is_bot": True, "first_name": "Group"}, "chat": {"id": ANONIM, "type": "private"}}
    assert parse({"update_id": 7, "message": _pesan(**bot, text="/rekap")}, KITA) is None


def test_a_reply_in_a_supergroup_is_not_a_topic() -> None:
    """Telegram numbers the thread of replies there as it numbers topics."""
    inbound = di_grup(text="Sukamaju", reply_to_message=DARI_BOT, message_thread_id=12)
    assert inbound is not None
    assert inbound.tujuan == "-1004001"


# --- over the wire ------------------------------------------------------------------------------------------------


async def test_a_topic_is_part_of_the_address_both_ways() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari], forum=True)
        topik = grup.topik("Laporan")
        grup.tulis(sari, "/rekap", thread_id=topik)
        grup.tulis(sari, "/menu")
        di_topik, di_umum = await rig.sampai(2)
        assert (di_topik.tujuan, di_umum.tujuan) == (f"{grup.id}/{topik}", str(grup.id))
        await rig.kirim(di_topik.tujuan, "Ini rekapnya.")
        assert grup.terakhir.raw["message_thread_id"] == topik


async def test_taps_in_a_group_say_who_tapped() -> None:
    async with terhubung() as rig:
        sari, budi = rig.server.orang("Sari"), rig.server.orang("Budi")
        grup = rig.server.grup("PLD Cibeber", [sari, budi], forum=True)
        topik = grup.topik("Laporan")
        await rig.kirim(f"{grup.id}/{topik}", Pesan("Setuju?", tombol=(Tombol("Ya", "0~!~ya"),)))
        nomor = grup.terakhir.message_id
        grup.tekan(budi, "Ya")
        grup.sebagai(sari).tekan_usang(nomor + 100, "0~!~ya")
        baru, usang = await rig.sampai(2)
    assert (baru.tujuan, baru.dari, baru.nama) == (f"{grup.id}/{topik}", str(budi.id), "Budi")
    assert baru.masukan == Masukan(tombol="0~!~ya", grup="PLD Cibeber")
    assert (usang.tujuan, usang.dari) == (str(grup.id), str(sari.id))  # Telegram no longer knows its topic


async def test_of_all_that_happens_in_a_group_only_what_is_for_us_arrives() -> None:
    async with terhubung() as rig:
        sari, budi = rig.server.orang("Sari"), rig.server.orang("Budi")
        grup = rig.server.grup("PLD Cibeber", [sari], supergroup=True)
        grup.masuk(budi)
        grup.tulis(budi, "selamat pagi semua")
        grup.foto(budi, JPEG, "tadi pagi")
        grup.kanal("Kabar Desa").tulis("/rekap")
        grup.kanal("Kabar Desa", otomatis=False).tulis("/rekap")
        grup.bot_lain("bot_lain", terlihat=True).tulis("/rekap")
        grup.tulis(budi, "/rekap@bot_lain")
        grup.keluar(budi)
        grup.anonim().tulis("/menu")
        assert [(m.masukan.teks, m.masukan.anonim) for m in await rig.sampai(1)] == [("/menu", True)]


async def test_what_was_said_to_us_may_be_corrected_in_a_group() -> None:
    async with terhubung() as rig:
        sari = rig.server.orang("Sari")
        grup = rig.server.grup("PLD Cibeber", [sari])
        nomor = grup.tulis(sari, "/rekap oktober")
        grup.sunting(sari, nomor, "/rekap november")
        grup.sunting(sari, grup.tulis(sari, "siang"), "selamat siang")
        _, kini = await rig.sampai(2)
        assert kini.masukan == Masukan("/rekap november", sunting=True, grup="PLD Cibeber")
