"""Whole conversations in plain text: read, played on the real machine, written again.

A transcript (tests/percakapan/*.chat) is what a person would see. The bot is stopped and started again between every
two messages, on a database file, so that nothing can hide in memory. Lines:

    # words about the transcript
    sebagai: Bu Sari
    jam: 2026-11-20 19.30          (the person's own clock; may stand again further down)
    > teks                          typed
    > [Label]                       a tap on the newest screen
    > [[Label]]                     a tap on an older screen
    > (foto: 2) keterangan          two pictures in one message
    > (lokasi: -6.9, 107.1)
    > (pesan suara)                 anything the bot cannot read
    >> teks                         the platform delivers the same message twice

Everything else is what the bot says.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App
from bot.channels.console import draw
from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive
from data.media import Gudang, MediaQ
from data.pengaturan import Pengaturan
from data.peraga import PERSONA, siapkan
from data.store import buka_store, migrate
from handlers.dialog.masukan import Foto, Lokasi, Masukan
from handlers.dialog.pesan import Pesan

WIB = ZoneInfo("Asia/Jakarta")
FOTO = re.compile(r"\(foto: (\d+)\) ?(.*)")
LOKASI = re.compile(r"\(lokasi: (-?[\d.]+), (-?[\d.]+)\)")


class Jam:
    """A clock that only the transcript moves; one second a message, so that order shows."""

    def __init__(self, kini: int = 0) -> None:
        self.kini = kini

    def now(self) -> int:
        return self.kini

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class Layar:
    """A channel that is only a screen."""

    nama = "web"
    limits = Limits(100_000, 1000, 1000, 1 << 30)
    pace = Pace()
    butuh_berkas = True

    def __init__(self) -> None:
        self.pesan: list[Pesan] = []

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        if kiriman.pesan.berkas:
            assert kiriman.berkas
        self.pesan.append(kiriman.pesan)
        return str(kiriman.id)

    async def sibuk(self, tujuan: str) -> None:
        return

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        return

    async def fetch(self, foto: Foto) -> bytes:
        raise AssertionError("transcripts carry their pictures")

    async def close(self) -> None:
        return


@dataclass
class Obrolan:
    """One transcript under way, on a database file that outlives each of its bots."""

    folder: Path
    pengaturan: Pengaturan = field(default_factory=Pengaturan)
    jam: Jam = field(default_factory=lambda: Jam(1_795_000_000))
    siapa: str = "Bu Sari"
    layar: list[Pesan] = field(default_factory=list)
    nomor: int = 0

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'kawan.db'}"

    async def kirim(self, masukan: Masukan, kali: int = 1) -> list[Pesan]:
        """Start a bot, let it take the message, stop it; what it said."""
        self.nomor += 1
        self.jam.kini += 1
        store = await buka_store(self.url)
        await migrate(store)
        await store.write(lambda tx: siapkan(tx, self.jam.kini, isi=False))
        layar = Layar()
        app = App(store, self.jam, self.pengaturan, self.folder / "media")
        app.connect([layar])
        tujuan = next((p.id for p in PERSONA if p.nama == self.siapa), self.siapa)
        satu = Inbound(f"{tujuan}:{self.nomor:08}", tujuan, self.siapa, self.jam.kini, masukan)
        try:
            await app.start(ticking=False)
            for _ in range(kali):
                await app.inbox.receive("web", [satu])
            await asyncio.wait_for(app.drain(), 10)
        finally:
            await app.stop()
        self.layar += layar.pesan
        return layar.pesan

    def ketuk(self, label: str, *, lama: bool = False) -> Masukan:
        """The tap on a button that is on screen; on an older screen than the newest with `lama`."""
        layar: Sequence[Pesan] = self.layar[-2::-1] if lama else self.layar[-1:]
        for pesan in layar:
            semua = [(t.label, t.data) for t in pesan.tombol] + [(b.label, b.data) for b in pesan.daftar]
            if data := dict(semua).get(label):
                return Masukan(tombol=data)
        raise AssertionError(f"no button [{label}] on screen:\n{draw(self.layar[-1]) if self.layar else ''}")

    def baca(self, baris: str) -> Masukan:
        if baris.startswith("[[") and baris.endswith("]]"):
            return self.ketuk(baris[2:-2], lama=True)
        if baris.startswith("[") and baris.endswith("]"):
            return self.ketuk(baris[1:-1])
        if foto := FOTO.fullmatch(baris):
            isi = tuple(Foto(self.simpan_foto(n), waktu=self.jam.kini) for n in range(int(foto[1])))
            return Masukan(teks=foto[2], foto=isi)
        if lokasi := LOKASI.fullmatch(baris):
            return Masukan(lokasi=Lokasi(float(lokasi[1]), float(lokasi[2])))
        if baris.startswith("(") and baris.endswith(")"):
            return Masukan(lain=baris[1:-1])
        return Masukan(teks=baris.replace("\\n", "\n"))

    def simpan_foto(self, n: int) -> str:
        """A picture that the database and the folder know, as the inbox leaves it."""
        isi = b"\xff\xd8\xff" + f"{self.nomor}-{n}".encode()
        return asyncio.run(self._daftarkan(isi))

    async def _daftarkan(self, isi: bytes) -> str:
        sidik = Gudang(self.folder / "media").simpan(isi)
        store = await buka_store(self.url)
        await migrate(store)
        await store.write(lambda tx: MediaQ(tx).daftarkan(sidik, "image/jpeg", len(isi), self.jam.kini))
        await store.close()
        return sidik


def mainkan(naskah: str, folder: Path) -> str:
    """Play a transcript; the same text with what the bot says now."""
    obrolan = Obrolan(folder)
    hasil: list[str] = []
    for baris in naskah.splitlines():
        if baris.startswith("#"):
            hasil.append(baris)
        elif baris.startswith("sebagai: "):
            obrolan.siapa = baris.removeprefix("sebagai: ")
            hasil.append(baris)
        elif baris.startswith("jam: "):
            waktu = datetime.strptime(baris.removeprefix("jam: "), "%Y-%m-%d %H.%M").replace(tzinfo=WIB)
            obrolan.jam.kini = int(waktu.timestamp())
            hasil.append(baris)
        elif baris.startswith(">"):
            hasil.append(f"\n{baris}")
            hasil += _jawab(obrolan, baris)
    return "\n".join(hasil).strip() + "\n"


def _jawab(obrolan: Obrolan, baris: str) -> list[str]:
    kali = 2 if baris.startswith(">>") else 1
    masukan = obrolan.baca(baris.lstrip(">").strip())
    pesan = asyncio.run(obrolan.kirim(masukan, kali))
    return [_gambar(p) for p in pesan]


def _gambar(pesan: Pesan) -> str:
    teks = draw(pesan).rstrip("\n")
    if pesan.foto:
        teks += f"\n({len(pesan.foto)} foto)"
    if pesan.berkas:
        teks += f"\n(berkas: {pesan.berkas.nama})"
    return "\n".join(f"  {b}" if b else "" for b in teks.splitlines())
