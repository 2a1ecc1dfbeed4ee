"""The same transcripts, played by people with phones: what they type, tap and send goes through WhatsApp's signed
webhook, and what they read is what stands on their screens.

The words that come out are those that the machine meant (for the transcript) and, each held against them, those that a
phone shows: title and text without WhatsApp's markup, every choice whole and within reach (a button, a row, a row
behind *Lainnya*, or what the text says to type), every file and picture. A tap is made on what the phone shows; where
that is a text, the person types what it says.

Everybody has written to the bot within the day: what happens outside the 24 hours is said in test_whatsapp_rules.py.
"""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from bot.app import App
from bot.channels.contract import Kiriman, Pace
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp.draw import KETIK, KOSONG, PILIH
from bot.channels.whatsapp.graph import Akun
from bot.channels.whatsapp.incoming import Rahasia
from bot.channels.whatsapp.pages import LANJUT, ketikan
from bot.channels.whatsapp.text import SAMBUNG
from bot.cli.run import WHATSAPP
from bot.inbox import ALBUM
from bot.site import site
from bot.topics import Topics
from data.peraga import PERSONA, siapkan
from data.store import Tx, buka_store, migrate
from data.wa_biaya import BatasWa
from data.wa_kontak import KANAL, KontakQ
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Butir, Pesan
from tests.berkas_dokumen import berkas_dokumen, mime_dokumen
from tests.obrolan import PENGATURAN, Jam, Layar, Obrolan, mainkan_dengan
from tests.whatsapp_server import Baris, Orang, Tombol, WhatsAppServer
from tests.whatsapp_server import Kiriman as Terlihat
from tests.whatsapp_server.world import WINDOW

SUARA, STIKER = "pesan suara", "stiker"
HALAMAN = 20
"""Pages of one list that anybody would open."""


class JamWa(Jam):
    """Nobody waits a real second for the rest of an album."""

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0.01 if seconds <= ALBUM else seconds)


class Terkirim(WhatsApp):
    """The channel, and what it was given to send: (chat, message, WhatsApp's name of its last part)."""

    pace = Pace()  # how fast is test_pacing.py's

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.catatan: list[tuple[str, Pesan, str]] = []

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        wamid = await super().send(tujuan, kiriman)
        self.catatan.append((tujuan, kiriman.pesan, wamid))
        return wamid


@dataclass
class Tampak:
    """A message as it was meant, and all that a phone shows of it, its further pages included."""

    alamat: str
    pesan: Pesan
    layar: list[Terlihat]

    @property
    def pilihan(self) -> dict[str, tuple[Terlihat, Tombol | Baris]]:
        """By the id that a tap sends."""
        ada: dict[str, tuple[Terlihat, Tombol | Baris]] = {}
        for layar in self.layar:
            semua: list[Tombol | Baris] = [*layar.tombol, *layar.baris]
            ada |= {satu.id: (layar, satu) for satu in semua}
        return ada

    @property
    def baris_ketik(self) -> list[str]:
        """What its text offers to type, line by line; [] where nothing is to be typed."""
        _, ada, bawah = polos(self.layar[0]).rpartition(f"{KETIK}\n")
        return bawah.split("\n") if ada else []


def polos(layar: Terlihat) -> str:
    return layar.polos.replace(SAMBUNG, "")


@dataclass
class ObrolanWa(Obrolan):
    """A transcript under way, with one bot, on a WhatsApp of its own."""

    mati: bool = False
    jam: Jam = field(default_factory=lambda: JamWa(1_795_000_000))
    server: WhatsAppServer = field(init=False)
    kanal: Terkirim = field(init=False)
    situs: httpx.AsyncClient = field(init=False)
    hp: dict[str, Orang] = field(default_factory=dict)
    """By address, as the transcript knows it: who has that phone."""
    nama_chat: dict[str, str] = field(default_factory=dict)
    """By our name of the chat: whose it is."""
    tampak: list[Tampak] = field(default_factory=list)
    wamid: dict[int, str] = field(default_factory=dict)
    """WhatsApp's name of the message of that number."""
    ketukan: tuple[Terlihat, Tombol | Baris] | None = None
    foto: dict[str, bytes] = field(default_factory=dict)
    dibaca: dict[str, int] = field(default_factory=dict)
    """How many messages of a phone have been looked at."""
    sapaan: int = 0
    """When everybody last wrote."""
    lanjutan: int = 0
    """How often *Lainnya* was tapped."""

    # -- the machine ------------------------------------------------------------------------------------------------

    async def _mulai(self) -> tuple[App, Layar, Topics]:
        store = await buka_store(self.url)
        await migrate(store)
        self.server = WhatsAppServer(waktu=self.jam.now)
        await self.server.__aenter__()
        bisnis = self.server.bisnis
        akun = Akun(bisnis.token, bisnis.phone_number_id, self.server.base_url)
        rahasia = Rahasia(bisnis.app_secret, bisnis.verify_token)
        self.kanal = Terkirim(store, self.jam, akun, rahasia, BatasWa())
        app = App(store, self.jam, self.pengaturan, self.folder / "media")
        app.connect([self.kanal])
        await app.start(ticking=False)
        halaman = site(app, {WHATSAPP: self.kanal.webhook}, None, challenges={WHATSAPP: self.kanal.challenge})
        self.situs = httpx.AsyncClient(transport=httpx.ASGITransport(halaman), base_url="http://bot")
        await store.write(lambda tx: siapkan(tx, self.jam.kini, isi=False))
        for persona in PERSONA:
            await self._kenalkan(app, persona.id, persona.nama, bagi=True)
        return app, Layar(), Topics(store)

    async def tutup(self) -> None:
        if self.bot:
            await super().tutup()
            await self.situs.aclose()
            await self.server.__aexit__(None, None, None)

    @asynccontextmanager
    async def dibuka(self) -> AsyncIterator[tuple[App, Layar]]:
        if self.bot is None:
            self.jam.kini += 1
            self.bot = await self._mulai()
            self.jam.kini -= 1
        async with super().dibuka() as (app, layar):
            yield app, layar

    async def _kenalkan(self, app: App, alamat: str, nama: str, *, bagi: bool = False) -> str:
        """A phone, with our name for its chat; `bagi`: it is that persona's address instead of the page."""
        orang = self.hp[alamat] = self.server.orang(nama, f"62899{len(self.hp):05}{ekor(alamat)}")

        def catat(tx: Tx) -> str:
            tujuan = KontakQ(tx).kenali(orang.telepon, orang.user_id, self.jam.kini)
            if bagi:
                tx.run(
                    "UPDATE alamat SET kanal = ?, tujuan = ? WHERE kanal = 'web' AND tujuan = ?",
                    (KANAL, tujuan, alamat),
                )
            return tujuan

        tujuan = await app.store.write(catat)
        self.nama_chat[tujuan] = alamat
        self.sapaan = 0
        return tujuan

    async def _buka_jendela(self, app: App) -> None:
        """Everybody wrote a moment ago."""
        if self.jam.kini - self.sapaan < WINDOW / 4 and self.sapaan <= self.jam.kini:
            return
        kini = self.sapaan = self.jam.kini
        for satu in self.server.world.people.values():
            satu.masuk = max(satu.masuk or 0, kini)
        await app.store.write(
            lambda tx: tx.run("UPDATE wa_kontak SET masuk = ? WHERE COALESCE(masuk, 0) < ?", (kini, kini))
        )

    # -- what people do ----------------------------------------------------------------------------------------------

    async def kirim(self, masukan: Masukan, kali: int = 1, pesan: int = 0) -> list[tuple[str, Pesan]]:
        assert not self.grup, "WhatsApp has no groups of ours"
        self.nomor += 1
        self.jam.kini += 1
        nomor = pesan or self.nomor
        self.ditulis.append((self.tujuan, masukan.teks, nomor))
        async with self.dibuka() as (app, _):
            if self.alamat not in self.hp:
                await self._kenalkan(app, self.alamat, self.siapa)
            await self._buka_jendela(app)
            wamid = self._lakukan(self.hp[self.alamat], masukan, pesan)
            self.wamid.setdefault(nomor, wamid)
            body, headers = self.server.ambil()
            for _ in range(kali):
                await self._hantar(body, headers)
            return await self._terlihat(app)

    def _lakukan(self, hp: Orang, masukan: Masukan, semula: int) -> str:
        """On the phone. Returns WhatsApp's name for it, of the first of several pictures."""
        if self.ketukan is not None:
            (layar, pilihan_), self.ketukan = self.ketukan, None
            return hp.ketuk_pada(layar, pilihan_)
        if masukan.sunting:
            return hp.sunting(self.wamid[semula], masukan.teks)
        if masukan.foto:
            semua = [self.foto[satu.sidik] for satu in masukan.foto]
            semua_wamid = [hp.kirim_foto(isi, "" if n else masukan.teks) for n, isi in enumerate(semua)]
            return semua_wamid[0]
        if masukan.dokumen:
            nama = masukan.dokumen.nama
            return hp.kirim_dokumen(berkas_dokumen(nama), nama, mime_dokumen(nama), masukan.teks)
        if masukan.lokasi:
            return hp.kirim_lokasi(masukan.lokasi.lat, masukan.lokasi.lon)
        if masukan.lain:
            return {SUARA: hp.kirim_suara, STIKER: hp.kirim_stiker}[masukan.lain]()
        return hp.tulis(masukan.teks)

    async def _hantar(self, body: bytes, headers: dict[str, str]) -> None:
        jawab = await self.situs.post(WHATSAPP, content=body, headers=headers)
        assert jawab.status_code == 200, jawab.status_code

    async def simpan_foto(self, n: int) -> str:
        """A picture on the phone, and by what name the player knows it."""
        nama = f"{self.nomor}-{n}"
        self.foto[nama] = b"\xff\xd8\xff" + nama.encode()
        return nama

    def ketuk(self, label: str, *, lama: bool = False) -> Masukan:
        """Finds it on the person's phone: it is tapped there, or typed where the text says so."""
        for tampak in self.tampak[-2::-1] if lama else self.tampak[-1:]:
            data = dict(semua_pilihan(tampak.pesan)).get(label)
            if data is None or tampak.alamat != self.alamat:
                continue
            if data in tampak.pilihan:
                self.ketukan = tampak.pilihan[data]
                return Masukan(tombol=data)
            return Masukan(teks=_ketik(tampak, label, data))
        raise AssertionError(f"{self.siapa} has no [{label}] on the phone")

    async def tempat(self, app: App) -> tuple[str, str]:
        chat = {alamat: nama for nama, alamat in self.nama_chat.items()}
        return KANAL, chat.get(self.alamat) or await self._kenalkan(app, self.alamat, self.siapa)

    async def detak(self) -> list[tuple[str, Pesan]]:
        async with self.dibuka() as (app, _):
            await self._buka_jendela(app)
            await super().detak()
            return await self._terlihat(app)

    # -- what they see -----------------------------------------------------------------------------------------------

    async def _terlihat(self, app: App) -> list[tuple[str, Pesan]]:
        """What has come since, held against what was meant."""
        await asyncio.wait_for(app.drain(), 20)
        baru, self.kanal.catatan = self.kanal.catatan, []
        hasil = []
        for tujuan, pesan, wamid in baru:
            alamat = self.nama_chat[tujuan]
            tampak = Tampak(alamat, pesan, self._bagian(alamat, wamid))
            periksa_kata(pesan, tampak.layar)
            await self._buka_semua(app, tampak)
            periksa_pilihan(tampak)
            self.tampak.append(tampak)
            self.layar.append(pesan)
            hasil.append((alamat, pesan))
        for alamat, hp in self.hp.items():
            assert len(hp.layar) == self.dibaca.get(alamat, 0), f"{alamat}: more on the screen than was sent"
            assert not hp.tak_sampai, hp.tak_sampai
        self.server.periksa()
        return hasil

    def _bagian(self, alamat: str, wamid: str) -> list[Terlihat]:
        """What the phone shows from where it was last read to `wamid`, the main part first."""
        baru = self.hp[alamat].layar[self.dibaca.get(alamat, 0) :]
        n = [satu.wamid for satu in baru].index(wamid) + 1
        self.dibaca[alamat] = self.dibaca.get(alamat, 0) + n
        return baru[:n][::-1]

    async def _buka_semua(self, app: App, tampak: Tampak) -> None:
        """Taps *Lainnya* until there is none."""
        hp = self.hp[tampak.alamat]
        for _ in range(HALAMAN):
            lanjut = [satu for satu in tampak.layar[-1].baris if LANJUT.fullmatch(satu.id)]
            if not lanjut:
                return
            self.lanjutan += 1
            hp.ketuk_pada(tampak.layar[-1], lanjut[0])
            await self._hantar(*self.server.ambil())
            await asyncio.wait_for(app.drain(), 20)
            ((_, _, wamid),), self.kanal.catatan = self.kanal.catatan, []
            tampak.layar += self._bagian(tampak.alamat, wamid)
        raise AssertionError("Lainnya without end")


def semua_pilihan(pesan: Pesan) -> list[tuple[str, str]]:
    """(label, data) of all that can be answered with a tap."""
    assert not any(t.mulai for t in pesan.tombol), "only a group leads to the private chat"
    return [(t.label, t.data) for t in pesan.tombol if t.data] + [(b.label, b.data) for b in pesan.daftar if b.data]


def _ketik(tampak: Tampak, label: str, data: str) -> str:
    """What the person reads that they may type for it."""
    kata = ketikan(Butir(label, data))
    baris = f"• {_rapi(label)}" + (f": {kata}" if kata.startswith("/") else "")
    assert baris in tampak.baris_ketik, f"nothing to type for [{label}]:\n{polos(tampak.layar[0])}"
    return kata


# -- a message as it was meant, held against the phone --------------------------------------------------------------------


def periksa_kata(pesan: Pesan, layar: Sequence[Terlihat]) -> None:
    """Every word of it, and every file; `layar` is all that stands on the phone of it, the main part first."""
    judul, teks = _rapi(pesan.judul), pesan.teks.strip("\n") if pesan.teks.strip() else ""
    kata = "\n\n".join(satu for satu in (judul, teks) if satu)
    utama, *lain = layar
    terlihat = polos(utama)
    atas, ada, _ = terlihat.partition(f"\n\n{KETIK}\n")
    seharusnya = {kata} if kata else {KOSONG, "…", utama.nama_berkas or ""}
    assert (atas if ada else terlihat) in seharusnya, f"meant:\n{kata}\n\non the phone:\n{terlihat}"
    if judul:
        assert utama.teks.startswith("*"), "the title is not bold"
    berkas = [satu for satu in layar if satu.berkas]
    assert len(berkas) == len(pesan.foto) + bool(pesan.berkas), "files are missing"
    if pesan.berkas:
        assert any(satu.nama_berkas == pesan.berkas.nama or satu.jenis == "image" for satu in berkas)
    assert not any(polos(satu) for satu in lain), "words in more than one message"
    terpisah = bool(berkas) and not utama.berkas
    assert len(layar) == max(1, len(berkas) + terpisah), "a turn is one message"


def periksa_pilihan(tampak: Tampak) -> None:
    """Every choice can be read whole, and tapped or typed."""
    semua, ada = semua_pilihan(tampak.pesan), tampak.pilihan
    for data in {data for _, data in semua}:
        label = [label for label, lain in semua if lain == data]  # the same answer under two labels is shown once
        if data not in ada:
            _ketik(tampak, label[-1], data)
            continue
        satu = ada[data][1]
        tulisan = (satu.label,) if isinstance(satu, Tombol) else (satu.judul, satu.uraian.partition(" · ")[0])
        assert any(_rapi(utuh) in tulisan for utuh in label), f"{label} is cut: {satu}"
    lain = [id_ for id_ in ada if id_ not in {data for _, data in semua} and not LANJUT.fullmatch(id_)]
    assert not lain, f"choices that nobody offered: {lain}"
    assert all(satu.daftar in ("", PILIH) for satu in tampak.layar)


def _rapi(teks: str) -> str:
    return " ".join(teks.split())


ALAMAT = re.compile(r"halaman web •••(\w{3})", re.IGNORECASE)
KANAL_LAIN = (("Halaman web ini sekarang", "WhatsApp ini sekarang"), (" · halaman web · ", " · WhatsApp · "))


def ekor(alamat: str) -> str:
    """The end of the number of whoever has that address: as many characters as are shown of either."""
    return f"{zlib.crc32(alamat[-3:].encode()) % 1000:03}"


def di_whatsapp(naskah: str) -> str:
    """The same transcript where its people's addresses are phones: there each is called by its channel's name."""
    for dari, ke in KANAL_LAIN:
        naskah = naskah.replace(dari, ke)
    return ALAMAT.sub(lambda temu: f"WhatsApp •••{ekor(temu[1])}", naskah)


def mainkan_wa(naskah: str, folder: Path) -> str:
    """Play a transcript (`di_whatsapp`); the same text with what the bot says there."""
    return mainkan_dengan(ObrolanWa(folder, PENGATURAN), naskah)
