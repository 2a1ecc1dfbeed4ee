"""The Telegram channel in front of the loopback server, and updates as Telegram writes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from bot.channels.contract import Inbound, Kiriman
from bot.channels.telegram import Telegram
from bot.channels.telegram.shape import Kita
from bot.channels.telegram.update import parse
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from tests.telegram_server import TelegramServer

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200
BOT = {"id": 1000000001, "is_bot": True, "first_name": "Kawan Desa", "username": "kawan_desa_bot"}
KITA = Kita(1000000001, "kawan_desa_bot")
SARI = {"id": 5001, "is_bot": False, "first_name": "Sari", "last_name": "Dewi"}
PRIBADI = {"id": 5001, "type": "private", "first_name": "Sari"}
GRUP = {"id": -1004001, "type": "supergroup", "title": "PLD Cibeber"}
WAKTU = 1_795_000_000


@dataclass
class Rig:
    server: TelegramServer
    kanal: Telegram
    masuk: list[Inbound] = field(default_factory=list)
    galat: list[Exception] = field(default_factory=list)
    """What storing raises, once each."""

    async def terima(self, inbound: Sequence[Inbound]) -> None:
        if self.galat:
            raise self.galat.pop(0)
        self.masuk += inbound

    async def sampai(self, jumlah: int) -> list[Inbound]:
        await tunggu(lambda: len(self.masuk) >= jumlah)
        return self.masuk

    async def masukan(self) -> Masukan:
        """Of the only message there is."""
        await self.sampai(1)
        assert len(self.masuk) == 1
        return self.masuk[0].masukan

    async def kirim(self, tujuan: object, teks: str | Pesan, id_: int = 1) -> str:
        pesan = teks if isinstance(teks, Pesan) else Pesan(teks)
        return await self.kanal.send(str(tujuan), Kiriman(id_, pesan))


async def tunggu(syarat: Callable[[], object], batas: float = 10) -> None:
    async with asyncio.timeout(batas):
        while not syarat():
            await asyncio.sleep(0.005)


@asynccontextmanager
async def berjalan(kanal: Telegram, terima: Callable[[Sequence[Inbound]], Awaitable[None]]) -> AsyncIterator[None]:
    task = asyncio.create_task(kanal.run(terima))
    try:
        await asyncio.sleep(0)
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await kanal.close()


@asynccontextmanager
async def terhubung(server: TelegramServer | None = None, **pilihan: Any) -> AsyncIterator[Rig]:
    """The channel, polling."""
    async with server or TelegramServer() as server:
        rig = Rig(server, Telegram(server.token, server.url, **pilihan))
        async with berjalan(rig.kanal, rig.terima):
            await tunggu(lambda: server.hitung("getUpdates") and server.profil("short_description"))
            yield rig
        server.periksa()


def pesan(**isi: Any) -> dict[str, Any]:
    """An update with a message of Sari's in her private chat; what is given replaces or adds."""
    return {"update_id": 7, "message": {"message_id": 31, "from": SARI, "chat": PRIBADI, "date": WAKTU} | isi}


def baca(**isi: Any) -> Inbound | None:
    return parse(pesan(**isi), KITA)


def di_grup(**isi: Any) -> Inbound | None:
    return baca(chat=GRUP, **isi)
