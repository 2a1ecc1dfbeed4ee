"""Whole conversations in plain text: read, played on the real machine, written again.

A transcript (tests/percakapan/*.chat) is what a person would see. With `mati` the bot is stopped and started again
between every two messages, on a database file, so that nothing can hide in memory. Lines:

    # words about the transcript
    sebagai: Bu Sari
    jam: 2026-11-20 19.30          (the person's own clock; may stand again further down)
    > teks                          typed
    > [Label]                       a tap on the newest screen
    > [[Label]]                     a tap on an older screen
    > (foto: 2) keterangan          two pictures in one message
    > (dokumen: drp.pdf) keterangan a file of tests/percakapan/berkas, or one that tests/berkas_dokumen.py makes
    > (lokasi: -6.9, 107.1)
    > (pesan suara)                 anything the bot cannot read
    > (sunting: teks lama) teks     that message of theirs is edited: this is how it reads now
    >> teks                         the platform delivers the same message twice
    di grup: TPP Cibeber            what follows is written there, to the bot; `di grup: -` is the private chat again
    di grup: TPP Cibeber/7          in topic 7 of it
    > (anonim) teks                 written in the group's own name
    > (peristiwa: bisu)             happens to the chat: one of handlers.dialog.masukan.PERISTIWA
    > (peristiwa: pindah TPP Baru)  the group has that name with the platform from now on
    bertugas: tapm_prov 32          the person has that role there, confirmed, from today
    pid: nyala                      the operator has turned Program Inovasi Desa on; before the first message
    detak                           the clock looks for questions and problems that nobody has answered

Everything else is what the bot says; `→ Bu Rina` stands above what it says in another chat than the one written in.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

import msgspec

from bot.app import App
from bot.channels.console import draw
from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive
from bot.masalah import naikkan_masalah
from bot.pertanyaan import naikkan
from bot.topics import Topics
from data.lingkup import SEMUA_WILAYAH
from data.media import Gudang, MediaQ
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.peraga import PERSONA, siapkan
from data.store import Tx, buka_store, migrate
from data.wilayah import WilayahQ
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan
from handlers.dialog.pesan import Pesan
from tests.berkas_dokumen import berkas_dokumen

WIB = ZoneInfo("Asia/Jakarta")
PENGATURAN = Pengaturan(telegram="KawanDesaBot", whatsapp="62810000000")
FOTO = re.compile(r"\(foto: (\d+)\) ?(.*)")
SUNTING = re.compile(r"\(sunting: (.+?)\) (.*)")
PERISTIWA = re.compile(r"\(peristiwa: (\w+) ?(.*)\)")
ANONIM = "(anonim) "
DOKUMEN = re.compile(r"\(dokumen: (.+?)\) ?(.*)")
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
    berhenti = ""

    def __init__(self) -> None:
        self.pesan: list[tuple[str, Pesan]] = []
        """(chat, message)"""

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        if kiriman.pesan.berkas:
            assert kiriman.berkas
        self.pesan.append((tujuan, kiriman.pesan))
        return str(kiriman.id)

    async def sibuk(self, tujuan: str) -> None:
        return

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        return

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        return berkas_dokumen(kiriman.rujukan)

    async def close(self) -> None:
        return


@dataclass
class Obrolan:
    """One transcript under way, on a database file that outlives each of its bots."""

    folder: Path
    pengaturan: Pengaturan = field(default_factory=Pengaturan)
    mati: bool = True
    """A bot for every message, or one for all of them."""
    bot: tuple[App, Layar, Topics] | None = None
    jam: Jam = field(default_factory=lambda: Jam(1_795_000_000))
    siapa: str = "Bu Sari"
    grup: str = ""
    """Where it is written: a group's title, with its topic; '' for the private chat."""
    layar: list[Pesan] = field(default_factory=list)
    ditulis: list[tuple[str, str, int]] = field(default_factory=list)
    """(chat, text, number) of every message: edits come under its number."""
    nomor: int = 0

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'kawan.db'}"

    @property
    def alamat(self) -> str:
        """The person's own address."""
        return next((p.id for p in PERSONA if p.nama == self.siapa), self.siapa)

    @property
    def tujuan(self) -> str:
        """Where the next message is written."""
        return f"grup {self.grup}" if self.grup else self.alamat

    async def kirim(self, masukan: Masukan, kali: int = 1, pesan: int = 0) -> list[tuple[str, Pesan]]:
        """Start a bot, let it take the message, stop it; what it said, and where."""
        self.nomor += 1
        self.jam.kini += 1
        if self.grup:
            masukan = msgspec.structs.replace(masukan, grup=self.grup.partition("/")[0])
        self.ditulis.append((self.tujuan, masukan.teks, pesan or self.nomor))
        satu = Inbound(
            f"{self.alamat}:{self.nomor:08}",
            self.tujuan,
            self.siapa,
            self.jam.kini,
            masukan,
            dari=self.alamat if self.grup else "",
            pesan=str(pesan or self.nomor),
        )
        async with self.dibuka() as (app, layar):
            await app.store.write(lambda tx: siapkan(tx, self.jam.kini, isi=False))
            for _ in range(kali):
                await app.inbox.receive("web", [satu])
            await asyncio.wait_for(app.drain(), 10)
        self.layar += [pesan_ for _, pesan_ in layar.pesan]
        return layar.pesan

    @asynccontextmanager
    async def dibuka(self) -> AsyncIterator[tuple[App, Layar]]:
        """A bot that runs and knows what editors changed, and an empty screen."""
        app, layar, topics = self.bot or await self._mulai()
        await topics.refresh()  # as the clock does within a minute
        layar.pesan = []
        try:
            yield app, layar
        finally:
            self.bot = None if self.mati else (app, layar, topics)
            if self.mati:
                await app.stop()

    async def _mulai(self) -> tuple[App, Layar, Topics]:
        store = await buka_store(self.url)
        await migrate(store)
        layar = Layar()
        app = App(store, self.jam, self.pengaturan, self.folder / "media")
        app.connect([layar])
        await app.start(ticking=False)
        return app, layar, Topics(store)

    async def tutup(self) -> None:
        if self.bot:
            await self.bot[0].stop()
            self.bot = None

    async def bertugas(self, peran: str, kode: str) -> None:
        """Of a level that no persona has."""

        def tugaskan(tx: Tx) -> None:
            siapkan(tx, self.jam.kini, isi=False)
            semua = OrangQ(tx)
            orang = semua.kenal(kanal, tujuan, self.siapa, self.jam.kini)
            if kode != SEMUA_WILAYAH:
                WilayahQ(tx).kenalkan(kode)
            semua.setujui(orang, self.jam.kini)
            semua.tugaskan(orang.id, peran, kode, orang.hari_ini(self.jam.kini), disahkan=True)

        async with self.dibuka() as (app, _):
            kanal, tujuan = await self.tempat(app)
            await app.store.write(tugaskan)

    async def tempat(self, app: App) -> tuple[str, str]:
        """Channel and chat of the person's own address."""
        return "web", self.alamat

    async def detak(self) -> list[tuple[str, Pesan]]:
        """What the clock has to say of questions that nobody has answered, and to whom."""
        async with self.dibuka() as (app, layar):
            await app.store.write(lambda tx: naikkan(tx, self.jam.kini))
            await app.store.write(lambda tx: naikkan_masalah(tx, self.jam.kini))
            await asyncio.wait_for(app.drain(), 10)
        return layar.pesan

    def ketuk(self, label: str, *, lama: bool = False) -> Masukan:
        """The tap on a button that is on screen; on an older screen than the newest with `lama`."""
        layar: Sequence[Pesan] = self.layar[-2::-1] if lama else self.layar[-1:]
        for pesan in layar:
            if mulai := {t.label: t.mulai for t in pesan.tombol}.get(label):
                return self.buka(mulai)
            semua = [(t.label, t.data) for t in pesan.tombol] + [(b.label, b.data) for b in pesan.daftar]
            if data := dict(semua).get(label):
                return Masukan(tombol=data)
        raise AssertionError(f"no button [{label}] on screen:\n{draw(self.layar[-1]) if self.layar else ''}")

    def buka(self, mulai: str) -> Masukan:
        """A button that leads to the private chat, and what the platform says there for the person."""
        self.grup = ""
        return Masukan(teks=f"/start {mulai}")

    def nomor_pesan(self, teks: str) -> int:
        """The newest message in this chat that reads so."""
        for tujuan, tertulis, nomor in reversed(self.ditulis):
            if (tujuan, tertulis) == (self.tujuan, teks):
                return nomor
        raise AssertionError(f"no message {teks!r} was written here")

    async def baca(self, baris: str) -> Masukan:
        if baris.startswith("[[") and baris.endswith("]]"):
            return self.ketuk(baris[2:-2], lama=True)
        if baris.startswith("[") and baris.endswith("]"):
            return self.ketuk(baris[1:-1])
        if foto := FOTO.fullmatch(baris):
            isi = [Foto(await self.simpan_foto(n), waktu=self.jam.kini) for n in range(int(foto[1]))]
            return Masukan(teks=foto[2], foto=tuple(isi))
        if dokumen := DOKUMEN.fullmatch(baris):
            berkas = Dokumen(rujukan=dokumen[1], nama=dokumen[1], waktu=self.jam.kini)
            return Masukan(teks=dokumen[2], dokumen=berkas)
        if lokasi := LOKASI.fullmatch(baris):
            return Masukan(lokasi=Lokasi(float(lokasi[1]), float(lokasi[2])))
        if peristiwa := PERISTIWA.fullmatch(baris):
            return Masukan(peristiwa=peristiwa[1], ke=peristiwa[2] and f"grup {peristiwa[2]}")
        if baris.startswith(ANONIM):
            return Masukan(teks=baris.removeprefix(ANONIM), anonim=True)
        if baris.startswith("(") and baris.endswith(")"):
            return Masukan(lain=baris[1:-1])
        return Masukan(teks=baris.replace("\\n", "\n"))

    async def simpan_foto(self, n: int) -> str:
        """A picture that the database and the folder know, as the inbox leaves it."""
        isi = b"\xff\xd8\xff" + f"{self.nomor}-{n}".encode()
        sidik = Gudang(self.folder / "media").simpan(isi)
        async with self.dibuka() as (app, _):
            await app.store.write(lambda tx: MediaQ(tx).daftarkan(sidik, "image/jpeg", len(isi), self.jam.kini))
        return sidik


def kode_tetap() -> Iterator[str]:
    """Codes of invitations, in order: a transcript reads the same every time."""
    for huruf in "abcdefgh":
        yield f"u-{huruf * 5}-22222-33333-44444"


def tautan_tetap() -> Iterator[str]:
    """The same of codes that join addresses: 'aaa-22222', 'bbb-22222', …"""
    for huruf in "abcdefgh":
        yield from (huruf * 3, "22222")


def mainkan(naskah: str, folder: Path, *, mati: bool = True) -> str:
    """Play a transcript; the same text with what the bot says now."""
    return mainkan_dengan(Obrolan(folder, PENGATURAN, mati), naskah)


def mainkan_dengan(obrolan: Obrolan, naskah: str) -> str:
    undangan, tautan = kode_tetap(), tautan_tetap()
    with patch("data.undangan.kode_baru", side_effect=undangan), patch("data.tautan._acak", side_effect=tautan):
        return asyncio.run(_mainkan(obrolan, naskah))


async def _mainkan(obrolan: Obrolan, naskah: str) -> str:
    try:
        return await _baris_demi_baris(naskah, obrolan)
    finally:
        await obrolan.tutup()


async def _baris_demi_baris(naskah: str, obrolan: Obrolan) -> str:
    hasil: list[str] = []
    for baris in naskah.splitlines():
        if baris.startswith("#"):
            hasil.append(baris)
        elif baris.startswith("sebagai: "):
            obrolan.siapa = baris.removeprefix("sebagai: ")
            hasil.append(f"\n{baris}" if obrolan.nomor else baris)
        elif baris.startswith("di grup: "):
            obrolan.grup = baris.removeprefix("di grup: ").strip("-")
            hasil.append(baris)
        elif baris.startswith("jam: "):
            waktu = datetime.strptime(baris.removeprefix("jam: "), "%Y-%m-%d %H.%M").replace(tzinfo=WIB)
            obrolan.jam.kini = int(waktu.timestamp())
            hasil.append(baris)
        elif baris.startswith("bertugas: "):
            peran, _, kode = baris.removeprefix("bertugas: ").partition(" ")
            await obrolan.bertugas(peran, kode)
            hasil.append(baris)
        elif baris == "pid: nyala":
            obrolan.pengaturan = replace(obrolan.pengaturan, warisan=True)
            hasil.append(baris)
        elif baris == "detak":
            hasil += [f"\n{baris}", *_ditulis(obrolan, await obrolan.detak())]
        elif baris.startswith(">"):
            hasil.append(f"\n{baris}")
            hasil += await _jawab(obrolan, baris)
    return "\n".join(hasil).strip() + "\n"


async def _jawab(obrolan: Obrolan, baris: str) -> list[str]:
    kali = 2 if baris.startswith(">>") else 1
    isi = baris.lstrip(">").strip()
    if sunting := SUNTING.fullmatch(isi):
        nomor = obrolan.nomor_pesan(sunting[1].replace("\\n", "\n"))
        masukan = Masukan(teks=sunting[2].replace("\\n", "\n"), sunting=True)
        pesan = await obrolan.kirim(masukan, kali, nomor)
    else:
        pesan = await obrolan.kirim(await obrolan.baca(isi), kali)
    return _ditulis(obrolan, pesan)


def _ditulis(obrolan: Obrolan, pesan: Sequence[tuple[str, Pesan]]) -> list[str]:
    nama = {p.id: p.nama for p in PERSONA}
    hasil = []
    for tujuan, satu in pesan:
        if tujuan != obrolan.tujuan:
            hasil.append(f"  → {nama.get(tujuan, tujuan)}")
        hasil.append(_gambar(satu))
    return hasil


def _gambar(pesan: Pesan) -> str:
    teks = draw(pesan).rstrip("\n")
    if pesan.foto:
        teks += f"\n({len(pesan.foto)} foto)"
    if pesan.berkas:
        teks += f"\n(berkas: {pesan.berkas.nama})"
    if pesan.lalu:
        teks += f"\n({pesan.lalu} grup)"
    return "\n".join(f"  {b}" if b else "" for b in teks.splitlines())
