"""Each channel with its platform around it, so that one suite can hold them all to the contract."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Protocol

import msgspec

from bot.channels.console import Console
from bot.channels.contract import Channel, Inbound
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.channels.whatsapp.text import SAMBUNG
from data.store import buka_store, migrate
from data.web import WebQ
from handlers.dialog.masukan import Dokumen, Lokasi, Masukan
from handlers.dialog.pesan import Pesan
from tests.berkas_dokumen import PDF_KOSONG
from tests.bot.channels import whatsapp_rig
from tests.conftest import Jam
from tests.telegram_server import TelegramServer

NAMA_PDF = "DRP Oktober.pdf"
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200


@dataclass
class Tampak:
    """What the person sees of one message."""

    teks: str
    label: list[str]
    berkas: bytes | None = None


class Rig(Protocol):
    channel: Channel
    tujuan: str
    masuk: list[Inbound]
    satu_pesan: bool
    """Whether a turn is one message there, whatever its length: then the end of a very long one is left out, and said."""

    async def tulis(self, teks: str) -> None: ...
    async def ketuk(self, label: str) -> None: ...
    async def lokasi(self, lat: float, lon: float) -> None: ...
    async def foto(self, keterangan: str) -> None: ...
    async def dokumen(self, keterangan: str) -> None: ...
    async def layar(self) -> list[Tampak]: ...


@dataclass
class _Dasar:
    channel: Channel
    tujuan: str
    masuk: list[Inbound] = field(default_factory=list)
    satu_pesan: bool = False

    async def terima(self, inbound: Sequence[Inbound]) -> None:
        self.masuk += inbound


@asynccontextmanager
async def berjalan(rig: _Dasar) -> AsyncIterator[None]:
    task = asyncio.create_task(rig.channel.run(rig.terima))
    try:
        await asyncio.sleep(0)
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await rig.channel.close()


async def tunggu(syarat: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not syarat():
            await asyncio.sleep(0.01)


# --- telegram ------------------------------------------------------------------------------------------------------


class TelegramRig(_Dasar):
    def __init__(self, server: TelegramServer) -> None:
        self.orang = server.orang("Sari")
        super().__init__(Telegram(server.token, server.url), str(self.orang.id))

    async def tulis(self, teks: str) -> None:
        self.orang.tulis(teks)
        await self._sampai()

    async def ketuk(self, label: str) -> None:
        self.orang.tekan(label)
        await self._sampai()

    async def lokasi(self, lat: float, lon: float) -> None:
        self.orang.lokasi(lat, lon)
        await self._sampai()

    async def foto(self, keterangan: str) -> None:
        self.orang.foto(JPEG, keterangan)
        await self._sampai()

    async def dokumen(self, keterangan: str) -> None:
        self.orang.dokumen(PDF_KOSONG, NAMA_PDF, "application/pdf", keterangan)
        await self._sampai()

    async def layar(self) -> list[Tampak]:
        return [Tampak(k.teks, k.label, k.berkas) for k in self.orang.layar]

    async def _sampai(self) -> None:
        jumlah = len(self.masuk)
        await tunggu(lambda: len(self.masuk) > jumlah)


@asynccontextmanager
async def telegram(tmp_path: Path, jam: Jam) -> AsyncIterator[Rig]:
    async with TelegramServer() as server:
        rig = TelegramRig(server)
        async with berjalan(rig):
            yield rig
        server.periksa()


# --- web -------------------------------------------------------------------------------------------------------------


class WebRig(_Dasar):
    def __init__(self, channel: Web, baca: Callable[[], Awaitable[list[str]]]) -> None:
        super().__init__(channel, "tamu-1")
        self.web = channel
        self._baca = baca
        self._nomor = 0

    async def _kirim(self, masukan: Masukan) -> None:
        self._nomor += 1
        await self.web.receive_from_page([Inbound(f"{self.tujuan}:{self._nomor}", self.tujuan, "Tamu", 1, masukan)])

    async def tulis(self, teks: str) -> None:
        await self._kirim(Masukan(teks=teks))

    async def ketuk(self, label: str) -> None:
        pesan = msgspec.json.decode((await self._baca())[-1], type=Pesan)
        semua = [(t.label, t.data) for t in pesan.tombol] + [(b.label, b.data) for b in pesan.daftar]
        await self._kirim(Masukan(teks=label, tombol=dict(semua)[label]))

    async def lokasi(self, lat: float, lon: float) -> None:
        await self._kirim(Masukan(lokasi=Lokasi(lat, lon)))

    async def foto(self, keterangan: str) -> None:
        from handlers.dialog.masukan import Foto

        await self._kirim(Masukan(teks=keterangan, foto=(Foto("a" * 64),)))

    async def dokumen(self, keterangan: str) -> None:
        await self._kirim(Masukan(teks=keterangan, dokumen=Dokumen("a" * 64, nama=NAMA_PDF)))

    async def layar(self) -> list[Tampak]:
        pesan = [msgspec.json.decode(isi, type=Pesan) for isi in await self._baca()]
        return [Tampak(_teks(p), _label(p)) for p in pesan]


def _teks(p: Pesan) -> str:
    return f"{p.judul}\n\n{p.teks}" if p.judul else p.teks


def _label(p: Pesan) -> list[str]:
    return [b.label for b in p.daftar] + [t.label for t in p.tombol]


@asynccontextmanager
async def web(tmp_path: Path, jam: Jam) -> AsyncIterator[Rig]:
    store = await buka_store(f"sqlite:///{tmp_path / 'web.db'}")
    await migrate(store)

    async def baca() -> list[str]:
        semua = await store.read(lambda tx: WebQ(tx).sesudah("tamu-1", 0))
        return [p.isi for p in semua if p.dari == "bot"]

    rig = WebRig(Web(store, jam), baca)
    async with berjalan(rig):
        yield rig
    await store.close()


# --- console ---------------------------------------------------------------------------------------------------------


class ConsoleRig(_Dasar):
    def __init__(self, tmp_path: Path, jam: Jam) -> None:
        self.baris: Queue[str] = Queue()
        self.tercetak: list[str] = []
        self.tempat = tmp_path
        self.konsol = Console(
            "lokal", "Sari", jam, tmp_path / "berkas", baca=self.baris.get, tulis=self.tercetak.append
        )
        super().__init__(self.konsol, "lokal")

    async def tulis(self, teks: str) -> None:
        jumlah = len(self.masuk)
        self.baris.put(teks.replace("\n", "\\n") + "\n")
        await tunggu(lambda: len(self.masuk) > jumlah)
        self.konsol.answered.set()

    async def ketuk(self, label: str) -> None:
        await self.tulis(label)

    async def lokasi(self, lat: float, lon: float) -> None:
        await self.tulis(f"(lokasi: {lat}, {lon})")

    async def foto(self, keterangan: str) -> None:
        foto = self.tempat / "foto.jpg"
        foto.write_bytes(JPEG)
        await self.tulis(f"(foto: {foto}) {keterangan}")

    async def dokumen(self, keterangan: str) -> None:
        dokumen = self.tempat / NAMA_PDF
        dokumen.write_bytes(PDF_KOSONG)
        await self.tulis(f"(dokumen: {dokumen}) {keterangan}")

    async def layar(self) -> list[Tampak]:
        hasil: list[Tampak] = []
        for cetak in self.tercetak:
            if cetak.startswith("(berkas: "):
                hasil[-1].berkas = Path(cetak.strip()[9:-1]).read_bytes()
                continue
            baris = cetak.rstrip("\n").split("\n")
            label = [b[2:].split(" (")[0] for b in baris if b.startswith("- ")]
            akhir = baris[-1] if baris[-1].startswith("[") else ""
            label += [b.strip("[]") for b in akhir.split("] [")] if akhir else []
            hasil.append(Tampak(cetak.rstrip("\n"), label))
        return hasil


@asynccontextmanager
async def console(tmp_path: Path, jam: Jam) -> AsyncIterator[Rig]:
    rig = ConsoleRig(tmp_path, jam)
    async with berjalan(rig):
        yield rig
        rig.konsol.answered.set()
        rig.baris.put("")  # the end of input lets the reading thread go


# --- whatsapp --------------------------------------------------------------------------------------------------------


class WhatsAppRig:
    """Sari said hello before, so that she may be written to."""

    satu_pesan = True

    def __init__(self, dalam: whatsapp_rig.Rig) -> None:
        self._dalam = dalam
        self.channel: Channel = dalam.channel
        self.tujuan = dalam.tujuan
        self.masuk = dalam.masuk

    async def tulis(self, teks: str) -> None:
        self._dalam.sari.tulis(teks)
        await self._dalam.antar()

    async def ketuk(self, label: str) -> None:
        self._dalam.sari.ketuk(label)
        await self._dalam.antar()

    async def lokasi(self, lat: float, lon: float) -> None:
        self._dalam.sari.kirim_lokasi(lat, lon)
        await self._dalam.antar()

    async def foto(self, keterangan: str) -> None:
        self._dalam.sari.kirim_foto(JPEG, keterangan)
        await self._dalam.antar()

    async def dokumen(self, keterangan: str) -> None:
        self._dalam.sari.kirim_dokumen(PDF_KOSONG, NAMA_PDF, keterangan=keterangan)
        await self._dalam.antar()

    async def layar(self) -> list[Tampak]:
        semua = self._dalam.sari.layar
        return [Tampak(k.polos.replace(SAMBUNG, ""), k.label, k.berkas) for k in semua]


@asynccontextmanager
async def whatsapp(tmp_path: Path, jam: Jam) -> AsyncIterator[Rig]:
    async with whatsapp_rig.rig_whatsapp(tmp_path, jam) as dalam:
        await dalam.sapa()
        yield WhatsAppRig(dalam)


RIGS = {"telegram": telegram, "web": web, "console": console, "whatsapp": whatsapp}
