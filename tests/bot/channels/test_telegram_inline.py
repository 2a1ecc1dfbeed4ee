"""Inline mode: an answer in any chat, of nobody known, and never in the way of what people write to us."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Sequence
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.telegram import Telegram, inline
from bot.channels.telegram.inline import BAWAAN, Inline
from data.faq import Temuan, siapkan
from tests.bot.channels.telegram_rig import SARI, Rig, berjalan, terhubung, tunggu
from tests.telegram_server import TelegramServer
from tests.telegram_server.inline import InlineQuery

MASA = "masa jabatan kades"
START = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Ingatan:
    """What is asked most, and what was taken."""

    def __init__(self, sering: Sequence[str] = ()) -> None:
        self.sering = sering
        self.tercatat: list[tuple[str, str, str, str]] = []

    def tersering(self) -> Sequence[str]:
        return self.sering

    def catat(self, teks: str, temuan: Temuan, kanal: str, tempat: str) -> None:
        self.tercatat.append((teks, temuan.slug, kanal, tempat))


async def terjawab(tanya: InlineQuery) -> None:
    await tunggu(lambda: tanya.answer)


async def jawaban(rig: Rig, teks: str) -> dict[str, Any]:
    tanya = rig.server.orang("Sari", id=5001).ketik_inline(teks)
    await tunggu(lambda: tanya.answer)
    assert tanya.answer is not None
    return tanya.answer


def slug(jawab: dict[str, Any]) -> list[str]:
    return [hasil["id"] for hasil in jawab["results"]]


async def test_a_question_in_any_chat_is_answered_with_its_basis() -> None:
    async with terhubung() as rig:
        jawab = await jawaban(rig, MASA)
        await asyncio.sleep(0.05)
        assert rig.masuk == [], "nobody is made known, and no turn is taken"
    assert (jawab["cache_time"], jawab["is_personal"]) == (300, False)
    assert 1 < len(jawab["results"]) <= 5
    pertama = jawab["results"][0]
    assert (pertama["type"], pertama["id"], pertama["title"]) == ("article", "kades-masa-jabatan", "Masa jabatan kades")
    assert pertama["description"].startswith("Delapan tahun sejak tanggal pelantikan.")
    teks = pertama["input_message_content"]["message_text"]
    assert teks.startswith("<b>Masa jabatan kades</b>\n\nDelapan tahun")
    assert "Dasar: UU 6/2014 Pasal 39" in teks
    ((tombol,),) = pertama["reply_markup"]["inline_keyboard"]
    assert tombol["url"] == "https://t.me/kawan_desa_bot?start=t-kades-masa-jabatan"


async def test_what_may_mean_several_things_shows_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    semua = ("dd-2026-fokus", "dd-2027", "dd-2026-larangan")
    monkeypatch.setattr(inline, "cari", lambda _: Temuan("pilihan", "", semua, score=0.4))
    async with terhubung() as rig:
        jawab = await jawaban(rig, "dana desa")
    assert len(jawab["results"]) == 5, "filled up with the neighbours of the likeliest"
    assert tuple(slug(jawab)[:3]) == semua
    assert "button" not in jawab


async def test_asking_for_the_basis_gives_the_basis() -> None:
    async with terhubung() as rig:
        jawab = await jawaban(rig, "dasar hukum masa jabatan kades")
    assert "Dasarnya:\n• UU 6/2014 Pasal 39" in jawab["results"][0]["input_message_content"]["message_text"]


@pytest.mark.parametrize("teks", ["cuaca besok", "halo apa kabar", "🙂"])
async def test_nothing_found_is_a_button_to_the_private_chat(teks: str) -> None:
    async with terhubung() as rig:
        jawab = await jawaban(rig, teks)
    assert jawab["results"] == []
    assert jawab["button"]["text"] == "Tanya di obrolan pribadi"
    assert START.fullmatch(jawab["button"]["start_parameter"])


async def test_before_anything_is_typed_the_most_asked_stand_there() -> None:
    async with terhubung() as rig:
        assert tuple(slug(await jawaban(rig, ""))) == BAWAAN
    async with terhubung(tanya=Ingatan(["bpd-syarat", "sudah-tidak-ada", "blt-penerima"])) as rig:
        assert slug(await jawaban(rig, "  "))[:3] == ["bpd-syarat", "blt-penerima", "kades-masa-jabatan"]


def test_what_stands_there_is_in_the_catalogue() -> None:
    assert set(BAWAAN) <= siapkan().katalog.topik.keys()


async def test_every_topic_is_a_result_that_telegram_takes() -> None:
    async with terhubung() as rig:
        for satu in siapkan().katalog.topik:
            tanya = rig.server.orang("Sari", id=5001).ketik_inline("x")
            await terjawab(tanya)
            hasil = inline._artikel(satu, "jawab", "kawan_desa_bot")
            isi: dict[str, Any] = {
                "inline_query_id": tanya.id,
                "results": [hasil],
                "cache_time": 300,
                "is_personal": False,
            }
            assert await rig.kanal._call("answerInlineQuery", **isi) is True
            assert len(hasil["description"]) <= 120


async def test_what_was_chosen_is_kept_and_what_was_typed_on_the_way_is_not() -> None:
    ingatan = Ingatan()
    async with terhubung(tanya=ingatan) as rig:
        sari = rig.server.orang("Sari", id=5001)
        for teks in ("masa", "masa jab", MASA):
            tanya = sari.ketik_inline(teks)
            await terjawab(tanya)
        sari.pilih_inline(tanya)
        await tunggu(lambda: ingatan.tercatat)
    assert ingatan.tercatat == [(MASA, "kades-masa-jabatan", "telegram", "inline")]


async def test_a_choice_of_what_is_no_topic_is_passed_over() -> None:
    ingatan = Ingatan()
    async with terhubung(tanya=ingatan) as rig:
        for isi in ({"result_id": "x", "query": "y"}, {"result_id": "bpd-syarat", "query": " "}):
            rig.kanal._inline.take({"update_id": 1, "chosen_inline_result": isi | {"from": SARI}})
    assert ingatan.tercatat == []


# -- by webhook -------------------------------------------------------------------------------------------------------


async def test_by_webhook_too_and_without_the_store() -> None:
    async with TelegramServer() as server:
        kanal = Telegram(
            server.token,
            server.url,
            mode="webhook",
            webhook_url="https://bot.example/telegram",
            webhook_secret="r" * 16,
        )
        rig = Rig(server, kanal, galat=[OSError("disk")])
        async with berjalan(kanal, rig.terima):
            await tunggu(lambda: server.hitung("getWebhookInfo"))
            tanya = server.orang("Sari", id=5001).ketik_inline(MASA)
            body = json.dumps(server.world.updates.sent[-1]).encode()
            assert await kanal.webhook(body, "r" * 16) == 200
            await tunggu(lambda: tanya.answer)
        assert rig.galat, "the store was not asked"


# -- late, wrong, much ------------------------------------------------------------------------------------------------


async def test_messages_do_not_wait_for_a_slow_answer_and_a_late_one_is_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inline, "TERLAMBAT", 0.1)
    async with terhubung() as rig:
        rig.server.ganggu("answerInlineQuery", lambat=2)
        sari = rig.server.orang("Sari", id=5001)
        with capture_logs() as catatan:
            sari.ketik_inline(MASA)
            sari.tulis("halo")
            await rig.sampai(1)
            await tunggu(lambda: any(c.get("sebab") == "late" for c in catatan))
        assert rig.kanal._inline._under_way == 0


async def test_telegram_s_refusal_is_the_end_of_it() -> None:
    async with terhubung() as rig:
        rig.server.ganggu("answerInlineQuery", status=400, description="Bad Request: query is too old")
        rig.server.orang("Sari", id=5001).ketik_inline(MASA)
        await tunggu(lambda: rig.server.hitung("answerInlineQuery") == 1 and rig.kanal._inline._under_way == 0)
        assert await jawaban(rig, MASA)
        assert rig.server.hitung("answerInlineQuery") == 2


@pytest.mark.parametrize(
    "isi",
    [
        {"inline_query": None},
        {"inline_query": {"query": "x"}},
        {"inline_query": {"id": 5}},
        {"chosen_inline_result": []},
    ],
)
async def test_what_telegram_has_never_sent_before_is_passed_over(isi: dict[str, Any]) -> None:
    async with terhubung() as rig:
        with capture_logs() as catatan:
            rig.kanal._inline.take({"update_id": 9} | isi)
        assert [c["log_level"] for c in catatan] == ["error"]
        assert await jawaban(rig, MASA)


async def test_a_slip_of_ours_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with terhubung() as rig:
        with monkeypatch.context() as m, capture_logs() as catatan:
            m.setattr(inline, "cari", lambda _: 1 / 0)
            rig.server.orang("Sari", id=5001).ketik_inline(MASA)
            await tunggu(lambda: [c for c in catatan if c["log_level"] == "error"])
        assert await jawaban(rig, MASA)


@pytest.mark.parametrize(
    "teks",
    [
        "kades " * 1700,
        "a" * 10_000,
        " ".join(f"kata{n}" for n in range(1300)),
        "\x00\x01\ud800kades\u202e",
        '"kades" OR NEAR(bpd) * ^ : {a} - AND (',
        "'; DROP TABLE tanya;--",
        "<b>kades</b> & <script>",
    ],
)
async def test_whatever_is_typed_is_only_words(teks: str) -> None:
    async with terhubung() as rig:
        tanya = InlineQuery("6000000000001", 5001, teks, rig.server.world.clock.now())
        rig.server.world.inline[tanya.id] = tanya
        mulai = time.perf_counter()
        rig.kanal._inline.take({"update_id": 9, "inline_query": {"id": tanya.id, "query": teks, "from": SARI}})
        await tunggu(lambda: tanya.answer)
        assert time.perf_counter() - mulai < 2


async def test_a_flood_is_answered_as_far_as_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "BERSAMAAN", 3)
    panggilan: list[str] = []
    tahan = asyncio.Event()

    async def call(method: str, /, **params: Any) -> Any:
        panggilan.append(params["inline_query_id"])
        await tahan.wait()

    satu = Inline(call, lambda: "", None)
    for n in range(100):
        satu.take({"update_id": n, "inline_query": {"id": str(n), "query": MASA}})
    await tunggu(lambda: len(panggilan) == 3)
    tahan.set()
    await tunggu(lambda: satu._under_way == 0)
    satu.take({"update_id": 100, "inline_query": {"id": "100", "query": MASA}})
    await tunggu(lambda: satu._under_way == 0)
    assert sorted(panggilan) == ["0", "1", "100", "2"]
    satu.close()


def test_without_a_name_yet_there_is_no_link() -> None:
    assert "reply_markup" not in inline._artikel("bpd-syarat", "jawab", "")
