"""One person, two phones' worth of addresses: a form begun on Telegram is finished on WhatsApp, a photo on each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import App
from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp.graph import Akun
from bot.channels.whatsapp.incoming import Rahasia
from data.media import Gudang
from data.orang import WARGA
from data.pengaturan import Pengaturan
from data.peraga import siapkan
from data.store import Store, buka_store, migrate
from data.wa_biaya import BatasWa
from handlers.tabel import perintah_untuk
from tests.conftest import KINI
from tests.obrolan import Jam
from tests.telegram_server import Orang as OrangTelegram
from tests.telegram_server import TelegramServer
from tests.whatsapp_server import Orang as OrangWa
from tests.whatsapp_server import WhatsAppServer

DI_TELEGRAM, DI_WA = b"\xff\xd8\xff di telegram", b"\xff\xd8\xff di whatsapp"


@dataclass
class Dua:
    """Both platforms, and the bot between them: `mulai` again is another process's memory."""

    jam: Jam
    folder: Path
    telegram: TelegramServer
    whatsapp: WhatsAppServer
    app: App | None = None

    async def store(self) -> Store:
        return await buka_store(f"sqlite:///{self.folder / 'kawan.db'}")

    async def mulai(self) -> None:
        store = await self.store()
        tele = Telegram(self.telegram.token, self.telegram.url, perintah_untuk({WARGA}))
        its = self.whatsapp.bisnis
        akun = Akun(its.token, its.phone_number_id, self.whatsapp.base_url)
        self.wa = WhatsApp(store, self.jam, akun, Rahasia(its.app_secret, its.verify_token), BatasWa())
        self.app = App(store, self.jam, Pengaturan(), self.folder / "media")
        self.app.connect([tele, self.wa])
        await self.app.start(ticking=False)

    async def henti(self) -> None:
        if self.app is not None:
            await self.app.stop()
            self.app = None

    async def ganti(self) -> None:
        await self.henti()
        await self.mulai()

    async def hantar(self) -> None:
        """What happened at WhatsApp comes to the webhook."""
        await asyncio.sleep(0)
        body, headers = self.whatsapp.ambil()
        async with asyncio.timeout(5):
            while await self.wa.webhook(body, headers) != 200:
                await asyncio.sleep(0.01)


@asynccontextmanager
async def dua(jam: Jam, folder: Path) -> AsyncIterator[Dua]:
    async with TelegramServer(waktu=jam.now) as telegram, WhatsAppServer(waktu=jam.now) as whatsapp:
        semua = Dua(jam, folder, telegram, whatsapp)
        await semua.mulai()
        try:
            yield semua
        finally:
            await semua.henti()
        telegram.periksa()
        whatsapp.periksa()


async def di_telegram(orang: OrangTelegram, lakukan: Callable[[], object], kata: str) -> str:
    """What she then reads, which must have `kata` in it."""
    n = len(orang.layar)
    lakukan()
    return (await orang.tunggu(lambda layar: len(layar) > n and kata in layar[-1].teks))[-1].teks


async def di_wa(semua: Dua, orang: OrangWa, lakukan: Callable[[], object], kata: str) -> str:
    n = len(orang.layar)
    lakukan()
    await semua.hantar()
    return (await orang.tunggu(lambda layar: len(layar) > n and kata in layar[-1].teks))[-1].teks


async def sebagai_sari(semua: Dua, sari: OrangTelegram) -> None:
    """Her address in the demo is Telegram's from now on."""
    store = await semua.store()
    await migrate(store)
    await store.write(lambda tx: siapkan(tx, semua.jam.now(), isi=False))
    await store.write(
        lambda tx: tx.run(
            "UPDATE alamat SET kanal = 'telegram', tujuan = ? WHERE kanal = 'web' AND tujuan = 'peraga-sari'",
            (str(sari.id),),
        )
    )
    await store.close()


@pytest.mark.parametrize("mati", [False, True], ids=["one bot", "another bot for every place"])
async def test_a_form_begun_on_telegram_is_finished_on_whatsapp(tmp_path: Path, mati: bool) -> None:
    store = await buka_store(f"sqlite:///{tmp_path / 'kawan.db'}")
    await migrate(store)
    await store.close()
    async with dua(Jam(KINI), tmp_path) as semua:
        sari, hp = semua.telegram.orang("Bu Sari"), semua.whatsapp.orang("Bu Sari")
        await sebagai_sari(semua, sari)
        kode = (await di_telegram(sari, lambda: sari.tulis("/tautkan"), "Tautkan alamat lain")).split("tautkan ")[1][:9]
        await di_wa(semua, hp, lambda: hp.tulis(f"tautkan {kode}"), "WhatsApp ini sekarang milik Bu Sari")
        await sari.tunggu(lambda layar: "baru saja dihubungkan" in layar[-1].teks)

        await di_telegram(sari, lambda: sari.tulis("catat pantau fisik sukamaju kemarin 9-11"), "Di mana")
        await di_telegram(sari, lambda: sari.tulis("di desa"), "hasil")
        await di_telegram(sari, lambda: sari.tulis("Rabat beton 60 persen."), "Sudah benar?")
        await di_telegram(sari, lambda: sari.foto(DI_TELEGRAM), "1 foto sudah masuk")
        if mati:
            await semua.ganti()
        await di_wa(semua, hp, lambda: hp.kirim_foto(DI_WA, "papan proyek"), "2 foto sudah masuk")
        ringkasan = await di_wa(semua, hp, lambda: hp.ketuk("Selesai"), "Sudah benar?")
        assert "Rabat beton 60 persen." in ringkasan
        assert "Foto: 2" in ringkasan
        if mati:
            await semua.ganti()
        await di_wa(semua, hp, lambda: hp.ketuk("Simpan"), "Tersimpan")
        await di_telegram(sari, lambda: sari.tulis("/riwayat"), "1 catatan.")

        store = await semua.store()
        catatan = await store.read(lambda tx: tx.all("SELECT id, hasil FROM kegiatan"))
        foto = await store.read(lambda tx: tx.all("SELECT sidik FROM kegiatan_foto"))
        isian = await store.read(lambda tx: tx.all("SELECT id FROM percakapan WHERE dialog = 'catat'"))
        await store.close()
        assert [satu["hasil"] for satu in catatan] == ["Rabat beton 60 persen."]
        isi = {Gudang(tmp_path / "media").jalur(satu["sidik"]).read_bytes() for satu in foto}
        assert (len(foto), isi) == (2, {DI_TELEGRAM, DI_WA})
        assert len(isian) == 1
