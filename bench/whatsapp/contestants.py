"""The two clients: each sends a list of eight villages, and takes a signed delivery of Meta's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bench.whatsapp.delivery import PHONE, SECRET, TO, TOKEN, signature

VILLAGES = 8
TEXT = "Desa mana?"


class Client(Protocol):
    async def start(self, folder: Path, url: str) -> None: ...

    async def send(self) -> None: ...

    async def receive(self, body: bytes) -> None: ...

    async def taken(self) -> int:
        """Messages that somebody would answer."""
        ...

    async def close(self) -> None: ...


class Kawan:
    """Drawn anew each time, as the sender does; received ones are in the inbox, on disk, before Meta is told."""

    async def start(self, folder: Path, url: str) -> None:
        from bot.app import App
        from bot.channels.contract import Inbound
        from bot.channels.whatsapp import WhatsApp, draw
        from bot.channels.whatsapp.graph import Akun, Graph
        from bot.channels.whatsapp.incoming import Rahasia
        from bot.clock import SystemClock
        from data.pengaturan import Pengaturan
        from data.store import buka_store, migrate
        from data.wa_biaya import BatasWa
        from handlers.dialog.pesan import Butir, Pesan

        akun = Akun(TOKEN, PHONE, url)
        self._draw = draw.langkah
        self._pesan = Pesan(TEXT, daftar=tuple(Butir(f"Desa {n}", f"1~desa~{n}") for n in range(VILLAGES)))
        self._graph = Graph(akun)
        self._store = await buka_store(f"sqlite:///{folder}/kawan.db")
        await migrate(self._store)
        clock = SystemClock()
        self._app = App(self._store, clock, Pengaturan(), folder / "media")
        self._channel = WhatsApp(self._store, clock, akun, Rahasia(SECRET, "tanda"), BatasWa())

        async def keep(inbound: Sequence[Inbound]) -> None:
            """They are stored by now (bot/channels/whatsapp/record.py); here nobody answers them."""

        self._channel._receive = keep

    async def send(self) -> None:
        (isi,) = self._draw(self._pesan, 7)
        await self._graph.kirim(
            {"messaging_product": "whatsapp", "recipient_type": "individual", "to": TO, **isi}
            | {"biz_opaque_callback_data": "7"}
        )

    async def receive(self, body: bytes) -> None:
        assert await self._channel.webhook(body, {"x-hub-signature-256": signature(body)}) == 200

    async def taken(self) -> int:
        row = await self._store.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM inbox"))
        return int(row["n"]) if row else 0

    async def close(self) -> None:
        await self._graph.close()
        await self._channel.close()
        await self._store.close()


class Pywa:
    """As its documentation shows it; what it takes is in memory."""

    async def start(self, folder: Path, url: str) -> None:
        import httpx
        from pywa_async import WhatsApp, types

        class Here(httpx.AsyncHTTPTransport):
            """To the canned server instead of graph.facebook.com, which it has no setting for."""

            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                request.url = httpx.URL(url).copy_with(raw_path=request.url.raw_path)
                return await super().handle_async_request(request)

        self._client = httpx.AsyncClient(transport=Here())
        self._wa = WhatsApp(
            phone_id=PHONE, token=TOKEN, session=self._client, server=None, app_secret=SECRET, verify_token="tanda"
        )
        self._rows = [types.SectionRow(title=f"Desa {n}", callback_data=f"1~desa~{n}") for n in range(VILLAGES)]
        self._types = types
        self._seen = 0

        async def seen(_client: WhatsApp, _message: types.Message) -> None:
            self._seen += 1

        self._wa.on_message(seen)

    async def send(self) -> None:
        t = self._types
        rows = t.SectionList(button_title="Pilih", sections=[t.Section(title="Desa", rows=self._rows)])
        await self._wa.send_message(to=TO, text=TEXT, buttons=rows, tracker="7")

    async def receive(self, body: bytes) -> None:
        assert await self._wa.webhook_update_validator(body, signature(body)) is None
        await self._wa.webhook_update_handler(body)

    async def taken(self) -> int:
        return self._seen

    async def close(self) -> None:
        await self._client.aclose()


CLIENTS: dict[str, type[Kawan] | type[Pywa]] = {"kawan": Kawan, "pywa": Pywa}
