"""The WhatsApp channel between a store and a Graph server on loopback, with one person who writes to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from bot.channels.contract import Inbound, Kiriman, SendError
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp.graph import Akun
from bot.channels.whatsapp.incoming import Rahasia
from bot.channels.whatsapp.text import SAMBUNG
from bot.reply import encode
from data.inbox import InboxQ
from data.katalog.templat_wa import muat_templat_wa
from data.outbox import OutboxQ
from data.store import Store, Tx, buka_store, migrate
from data.wa_biaya import BatasWa
from data.wa_kontak import KANAL
from handlers.dialog.pesan import Pesan
from tests.conftest import Jam
from tests.whatsapp_server import Orang, WhatsAppServer


class Rig:
    """`masuk`: what the channel gave to the inbox, `sari` the person, `tujuan` what we call her."""

    def __init__(self, server: WhatsAppServer, store: Store, jam: Jam, batas: BatasWa) -> None:
        bisnis = server.bisnis
        self.server, self.store, self.jam = server, store, jam
        self.sari: Orang = server.orang("Sari")
        self.channel = WhatsApp(
            store,
            jam,
            Akun(bisnis.token, bisnis.phone_number_id, server.base_url),
            Rahasia(bisnis.app_secret, bisnis.verify_token),
            batas,
        )
        self.masuk: list[Inbound] = []
        self.tujuan = ""

    async def terima(self, inbound: Sequence[Inbound]) -> None:
        self.masuk += inbound
        await self.store.write(lambda tx: _simpan(InboxQ(tx), inbound))

    async def antar(self) -> int:
        """What happened at WhatsApp comes to the channel, as one signed delivery."""
        return await self.channel.webhook(*self.server.ambil())

    async def sapa(self, orang: Orang | None = None) -> str:
        """A first word, so that the channel knows the person and may write."""
        (orang or self.sari).tulis("halo")
        assert await self.antar() == 200
        tujuan = self.masuk.pop().tujuan
        self.tujuan = self.tujuan or tujuan
        return tujuan

    async def kirim(self, pesan: Pesan, *, tujuan: str = "", kelas: int = 0, **lagi: Any) -> str:
        """As the sender does: from a row of the outbox."""
        kepada, kini = tujuan or self.tujuan, self.jam.now()
        id_ = await self.store.write(lambda tx: OutboxQ(tx).antre(KANAL, kepada, encode(pesan), kini, kelas=kelas))
        assert id_ is not None
        self.id = id_
        wamid = await self.channel.send(kepada, Kiriman(id_, pesan, kelas=kelas, dibuat=kini, **lagi))
        await self.store.write(lambda tx: OutboxQ(tx).terkirim(id_, wamid, kini))
        return wamid

    async def alirkan(self) -> int:
        """What is queued is sent, as the sender would; how many."""
        rows = await self.store.write(lambda tx: OutboxQ(tx).klaim(KANAL, self.jam.now(), 10))
        for row in rows:
            pesan = msgspec.json.decode(row.isi, type=Pesan)
            wamid = await self.channel.send(row.tujuan, Kiriman(row.id, pesan, kelas=row.kelas))
            await self.store.write(partial(_terkirim, id_=row.id, wamid=wamid, kini=self.jam.now()))
        return len(rows)

    async def gagal(self, pesan: Pesan, **lagi: Any) -> SendError:
        try:
            await self.kirim(pesan, **lagi)
        except SendError as error:
            return error
        raise AssertionError("it was sent")

    @property
    def pesan(self) -> list[dict[str, Any]]:
        """The messages that were asked for, without read marks."""
        return [dict(p.body) for p in self.server.permintaan if p.apa == "messages"]

    @property
    def terlihat(self) -> list[str]:
        return [layar.teks.replace(SAMBUNG, "") for layar in self.sari.layar]

    def setujui_templat(self) -> None:
        for satu in muat_templat_wa().values():
            self.server.templat(satu.nama, satu.isi, bahasa="id", tombol=[satu.tombol])


def _terkirim(tx: Tx, id_: int, wamid: str, kini: int) -> None:
    OutboxQ(tx).terkirim(id_, wamid, kini)


def _simpan(inbox: InboxQ, inbound: Sequence[Inbound]) -> None:
    for satu in inbound:
        inbox.terima(KANAL, satu.ext_id, satu.tujuan, satu.nama, "{}", None, satu.waktu, satu.waktu)


@asynccontextmanager
async def rig_whatsapp(
    tmp_path: Path, jam: Jam, batas: BatasWa | None = None, *, periksa: bool = True, **opsi: Any
) -> AsyncIterator[Rig]:
    """`periksa` False: what is sent is refused on purpose."""
    store = await buka_store(f"sqlite:///{tmp_path / 'wa.db'}")
    await migrate(store)
    try:
        async with WhatsAppServer(waktu=jam.now, **opsi) as server:
            rig = Rig(server, store, jam, batas or BatasWa(tarif={"layanan": 100, "utilitas": 300}))
            async with berjalan(rig):
                yield rig
            if periksa:
                server.periksa()
    finally:
        await store.close()


@asynccontextmanager
async def berjalan(rig: Rig) -> AsyncIterator[None]:
    task = asyncio.create_task(rig.channel.run(rig.terima))
    try:
        await tunggu(lambda: bool(rig.server.permintaan) or task.done())
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await rig.channel.close()


async def tunggu(syarat: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not syarat():
            await asyncio.sleep(0.01)
