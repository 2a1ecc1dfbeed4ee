"""Inline mode on the test server: what it refuses, Telegram refuses too."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram_server.checked import checked

SIMPEL: dict[str, Any] = {"type": "article", "id": "a", "title": "A", "input_message_content": {"message_text": "a"}}


async def test_a_query_its_answer_and_what_is_chosen() -> None:
    async with checked() as (server, api):
        sari = server.orang("Sari")
        tanya = sari.ketik_inline("x" * 300)
        ((update),) = await api.updates()
        assert (update["inline_query"]["id"], len(update["inline_query"]["query"])) == (tanya.id, 256)
        assert await api("answerInlineQuery", inline_query_id=tanya.id, results=[SIMPEL]) is True
        assert tanya.answer is not None
        sari.pilih_inline(tanya)
        ((update),) = await api.updates()
        assert update["chosen_inline_result"]["result_id"] == "a"


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        ({"results": [SIMPEL, SIMPEL]}, "RESULT_ID_DUPLICATE"),
        ({"results": [SIMPEL | {"id": str(n)} for n in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [SIMPEL | {"id": "x" * 65}]}, "RESULT_ID_INVALID"),
        ({"results": [SIMPEL | {"title": " "}]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [SIMPEL | {"input_message_content": {"message_text": ""}}]}, "message text is empty"),
        ({"results": [], "button": {"text": "x", "start_parameter": "bukan begini"}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "", "start_parameter": "x"}}, "BUTTON_TEXT_INVALID"),
        ({"results": [SIMPEL], "inline_query_id": "1"}, "query is too old"),
    ],
)
async def test_what_is_refused(isi: dict[str, Any], sebab: str) -> None:
    async with checked() as (server, api):
        tanya = server.orang("Sari").ketik_inline("x")
        kode, kata = await api("answerInlineQuery", **({"inline_query_id": tanya.id} | isi))
        assert kode == 400
        assert sebab in kata
        assert tanya.answer is None


async def test_too_late_is_too_late() -> None:
    async with checked(umur_tombol=0) as (server, api):
        tanya = server.orang("Sari").ketik_inline("x")
        kode, kata = await api("answerInlineQuery", inline_query_id=tanya.id, results=[])
        assert (kode, "too old" in kata) == (400, True)


async def test_a_bot_that_has_not_asked_for_them_gets_none() -> None:
    async with checked() as (server, api):
        await api("getUpdates", allowed_updates=["message"])
        server.orang("Sari").ketik_inline("x")
        assert await api.updates() == []
