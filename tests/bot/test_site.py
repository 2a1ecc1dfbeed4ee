"""What answers over HTTP besides the page: how the program is, and what platforms deliver."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from starlette.responses import PlainTextResponse

from bot.app import App
from bot.site import BADAN, site
from data.pengaturan import Pengaturan
from data.store import Store
from tests.conftest import Jam, Kanal, StoreSakit


class Kiriman:
    """What a platform delivered, and the status it was answered with."""

    def __init__(self) -> None:
        self.isi: list[tuple[bytes, str]] = []
        self.status = 200

    async def __call__(self, body: bytes, headers: Mapping[str, str]) -> int:
        self.isi.append((body, headers.get("x-telegram-bot-api-secret-token", "")))
        return self.status


@pytest.fixture
def engine() -> str:
    return "sqlite"


@asynccontextmanager
async def dibuka(app: App, kiriman: Kiriman, *, halaman: bool = True) -> AsyncIterator[httpx.AsyncClient]:
    page = PlainTextResponse("halaman") if halaman else None
    transport = httpx.ASGITransport(app=site(app, {"/telegram": kiriman}, page))
    async with httpx.AsyncClient(transport=transport, base_url="http://kawan.test") as http:
        yield http


@pytest.fixture
def app(store: Store, jam: Jam, kanal: Kanal, tmp_path: Path) -> App:
    app = App(store, jam, Pengaturan(), tmp_path / "media")
    app.connect([kanal])
    return app


async def test_all_is_well(app: App) -> None:
    async with dibuka(app, Kiriman()) as http:
        jawaban = await http.get("/healthz")
    assert jawaban.status_code == 200
    assert jawaban.json() == {"ok": True, "database": "ok", "kanal": {"uji": "ok"}}
    assert jawaban.headers["cache-control"] == "no-store"


async def test_a_channel_that_cannot_receive_or_cannot_send_is_named_with_its_reason(app: App, kanal: Kanal) -> None:
    async with dibuka(app, Kiriman()) as http:
        app.senders["uji"].halted = "the token was revoked"
        jawaban = await http.get("/healthz")
        assert (jawaban.status_code, jawaban.json()["kanal"]) == (503, {"uji": "the token was revoked"})
        app.senders["uji"].halted = ""
        kanal.berhenti = "nobody answers"
        jawaban = await http.get("/healthz")
        assert (jawaban.status_code, jawaban.json()["kanal"]) == (503, {"uji": "nobody answers"})
        assert jawaban.json()["ok"] is False


async def test_a_database_that_does_not_answer_is_said(
    store: Store, jam: Jam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sakit = StoreSakit(store)

    async def baca(fn: object) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr(sakit, "read", baca)
    async with dibuka(App(sakit, jam, Pengaturan(), tmp_path), Kiriman()) as http:
        jawaban = await http.get("/healthz")
    assert (jawaban.status_code, jawaban.json()["database"]) == (503, "OSError")


@pytest.mark.parametrize("status", [200, 403, 500, 503])
async def test_a_delivery_is_answered_as_the_channel_says(app: App, status: int) -> None:
    kiriman = Kiriman()
    kiriman.status = status
    async with dibuka(app, kiriman) as http:
        jawaban = await http.post(
            "/telegram", content=b'{"update_id": 1}', headers={"X-Telegram-Bot-Api-Secret-Token": "rahasia"}
        )
    assert jawaban.status_code == status
    assert kiriman.isi == [(b'{"update_id": 1}', "rahasia")]


async def test_a_body_that_is_too_large_reaches_nobody(app: App) -> None:
    kiriman = Kiriman()
    async with dibuka(app, kiriman) as http:
        assert (await http.post("/telegram", content=b"x" * (BADAN + 1))).status_code == 413
        assert (await http.post("/telegram", content=b"x" * BADAN)).status_code == 200
    assert len(kiriman.isi) == 1


async def test_deliveries_are_posted_and_nothing_else(app: App) -> None:
    async with dibuka(app, Kiriman(), halaman=False) as http:
        assert (await http.get("/telegram")).status_code == 405


async def test_the_page_has_the_rest_when_there_is_one(app: App) -> None:
    async with dibuka(app, Kiriman()) as http:
        assert (await http.get("/")).text == "halaman"
    async with dibuka(app, Kiriman(), halaman=False) as http:
        assert (await http.get("/")).status_code == 404


async def test_a_platform_may_ask_whether_a_webhook_is_ours(app: App) -> None:
    def tanya(query: Mapping[str, str]) -> str | None:
        return query["kata"] if query.get("rahasia") == "benar" else None

    kiriman = Kiriman()
    situs = site(app, {"/whatsapp": kiriman}, None, challenges={"/whatsapp": tanya})
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=situs), base_url="http://kawan.test") as http:
        benar = await http.get("/whatsapp", params={"rahasia": "benar", "kata": "<b>1158201444"})
        assert (benar.status_code, benar.text) == (200, "<b>1158201444")
        assert benar.headers["content-type"].startswith("text/plain")
        salah = await http.get("/whatsapp", params={"kata": "1"})
        assert (salah.status_code, salah.text) == (403, "")
        assert (await http.post("/whatsapp", content=b"{}")).status_code == 200
        assert (await http.put("/whatsapp", content=b"{}")).status_code == 405
    assert len(kiriman.isi) == 1
