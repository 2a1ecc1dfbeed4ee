"""What comes unasked on WhatsApp, from the queue to the phone: announced, kept, brought at a word, dropped when stale."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import bot.sender
from bot.channels.whatsapp.rules import TOMBOL
from bot.reply import encode
from bot.sender import Sender
from bot.turn import WorldOf
from data.ledger import LedgerQ, Tercatat
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import BALASAN, PENGINGAT, OutboxQ
from data.pengaturan import Pengaturan
from data.wa_biaya import LAYANAN, UTILITAS, BatasWa
from data.wa_kirim import SEHARI, KirimQ
from data.wa_kontak import KANAL, KontakQ
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.diri.sapaan import SUDAH_BERHENTI
from tests.bot.channels.whatsapp_rig import Rig, rig_whatsapp, tunggu
from tests.conftest import Jam

JAM = 3600
KATALOG = Templat("kd_pengingat", ("Senin, 23 November", "Hari ini belum ada catatan"))
PENGINGAT_HARIAN = Pesan("Hari ini belum ada catatan", judul="Pengingat", templat=KATALOG)
JAWABAN = Pesan("Delapan tahun.", judul="Jawaban Q-2611-0004", templat=Templat("kd_jawaban", ("Q-2611-0004",)))
KABAR = Pesan("Perlu diperbaiki.", judul="Catatan K-12", tombol=(Tombol("Perbaiki", "0~x~perbaiki"),))


class Sana:
    """Queue, sender, channel and phone."""

    def __init__(self, rig: Rig, folder: Path) -> None:
        self.rig, self._folder = rig, folder
        self.sender = self.baru()

    def baru(self) -> Sender:
        return Sender(self.rig.channel, self.rig.store, self.rig.jam, Gudang(self._folder), WorldOf(Pengaturan()))

    async def setuju(self, tujuan: str) -> int:
        """They join and agree; their id."""
        kini = self.rig.jam.now()

        def tulis(tx: object) -> int:
            orang = OrangQ(tx).kenal(KANAL, tujuan, "Sari", kini)  # type: ignore[arg-type]
            OrangQ(tx).setujui(orang, kini)  # type: ignore[arg-type]
            return orang.id

        return await self.rig.store.write(tulis)

    async def antre(self, pesan: Pesan, kelas: int = PENGINGAT, tujuan: str = "") -> int:
        kini, ke = self.rig.jam.now(), tujuan or self.rig.tujuan
        id_ = await self.rig.store.write(lambda tx: OutboxQ(tx).antre(KANAL, ke, encode(pesan), kini, kelas=kelas))
        assert id_ is not None
        return id_

    async def habis(self) -> None:
        """Until the sender has nothing more to do."""
        tugas = asyncio.create_task(self.sender.run())
        await asyncio.sleep(0.02)
        async with asyncio.timeout(10):
            await self.sender.drained()
        await self.sender.close()
        await tugas
        self.sender = self.baru()
        await asyncio.sleep(0.05)

    async def baris(self, id_: int) -> Tercatat:
        semua = await self.rig.store.read(
            lambda tx: LedgerQ(tx).daftar(["antre", "dikirim", "terkirim", "gagal", "ragu"], "", 50)
        )
        return next(satu for satu in semua if satu.id == id_)

    @property
    def layar(self) -> list[str]:
        return [f"{'T: ' if satu.templat else ''}{satu.teks}" for satu in self.rig.sari.layar]


@pytest.fixture(autouse=True)
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.sender, "INTIP", 0.01)


@asynccontextmanager
async def sana_dengan(tmp_path: Path, jam: Jam, batas: BatasWa | None = None) -> AsyncIterator[Sana]:
    async with rig_whatsapp(tmp_path, jam, batas) as rig:
        rig.setujui_templat()
        await rig.sapa()
        sana = Sana(rig, tmp_path / "media")
        await sana.setuju(rig.tujuan)
        yield sana


async def test_announced_kept_and_brought_in_order_at_a_tap_without_a_turn(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.jam.maju(25 * JAM)
        pertama, kedua = await sana.antre(KABAR), await sana.antre(JAWABAN)
        await sana.habis()
        assert sana.layar == [
            "T: Ada kabar untuk Anda di Kawan Desa: Catatan K-12. Ketuk tombol di bawah untuk membacanya.",
            (
                "T: Pertanyaan yang Anda kirim ke Kawan Desa, nomor Q-2611-0004, sudah dijawab. "
                "Ketuk tombol di bawah untuk membaca jawabannya."
            ),
        ]
        for id_ in (pertama, kedua):
            baris = await sana.baris(id_)
            assert (baris.status, baris.tahan) == ("antre", "jendela")
        sana.rig.sari.ketuk("Baca jawaban")
        await sana.rig.antar()
        assert not sana.rig.masuk
        await sana.habis()
        assert sana.rig.terlihat[2:] == [
            "*Catatan K-12*\n\nPerlu diperbaiki.",
            "*Jawaban Q-2611-0004*\n\nDelapan tahun.",
        ]
        assert [(await sana.baris(id_)).status for id_ in (pertama, kedua)] == ["terkirim", "terkirim"]


async def test_the_reminder_of_tuesday_is_not_said_on_friday_and_the_answer_is(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.jam.maju(25 * JAM)
        pengingat = await sana.antre(PENGINGAT_HARIAN)
        await sana.habis()
        sana.rig.jam.maju(JAM)
        jawaban = await sana.antre(JAWABAN)
        await sana.habis()
        sana.rig.jam.maju(3 * SEHARI)
        sana.rig.sari.tulis("halo")
        await sana.rig.antar()
        await sana.habis()
        assert len([t for t in sana.layar if not t.startswith("T: ")]) == 1
        assert "Delapan tahun." in sana.layar[-1]
        baris = await sana.baris(pengingat)
        assert (baris.status, baris.galat) == ("gagal", "out of date: 73 hours old, worth saying for 18")
        assert (await sana.baris(jawaban)).status == "terkirim"


async def test_a_reminder_nobody_answered_ends_by_itself(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.jam.maju(25 * JAM)
        id_ = await sana.antre(PENGINGAT_HARIAN)
        await sana.habis()
        sana.rig.jam.maju(18 * JAM - 1)
        await sana.habis()
        assert (await sana.baris(id_)).tahan == "jendela"
        sana.rig.jam.maju(1)
        await sana.habis()
        assert (await sana.baris(id_)).status == "gagal"
        assert len(sana.layar) == 1


async def test_who_says_berhenti_gets_nothing_unasked_and_still_replies(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.sari.tulis("Berhenti")
        await sana.rig.antar()
        assert not sana.rig.masuk
        await sana.habis()
        assert sana.layar[-1].replace("\u2060", "") == SUDAH_BERHENTI.teks
        id_ = await sana.antre(KABAR)
        balasan = await sana.antre(Pesan("Tersimpan."), BALASAN)
        await sana.habis()
        assert (await sana.baris(id_)).tahan == "izin"
        assert (await sana.baris(balasan)).status == "terkirim"
        sana.rig.jam.maju(60)
        sana.rig.sari.tulis("mulai")
        await sana.rig.antar()
        await sana.habis()
        assert (await sana.baris(id_)).status == "terkirim"
        assert len([t for t in sana.layar if "Perlu diperbaiki." in t]) == 1


async def test_over_the_day_s_people_it_goes_to_telegram_or_waits_and_the_ledger_says_so(
    tmp_path: Path, jam: Jam
) -> None:
    async with sana_dengan(tmp_path, jam, BatasWa(tier=1)) as sana:
        rig = sana.rig
        lain = [await rig.sapa(rig.server.orang(nama)) for nama in ("Budi", "Cici")]
        ids = [await sana.setuju(tujuan) for tujuan in lain]
        await rig.store.write(lambda tx: OrangQ(tx).pasang_alamat(ids[0], "telegram", "77", jam.now()))
        jam.maju(25 * JAM)
        satu = await sana.antre(JAWABAN)
        await sana.habis()
        dua, tiga = [await sana.antre(JAWABAN, tujuan=t) for t in lain]
        tugas = asyncio.create_task(sana.sender.run())
        async with asyncio.timeout(10):
            while (await sana.baris(tiga)).tahan != "kuota" or (await sana.baris(dua)).kanal != "telegram":
                await asyncio.sleep(0.01)
        await sana.sender.close()
        await tugas
        assert (await sana.baris(satu)).tahan == "jendela"
        assert (await sana.baris(dua)).galat == "moved from whatsapp: kuota"
        assert (await sana.baris(tiga)).jatuh > jam.now()
        assert await rig.store.read(lambda tx: KirimQ(tx).penerima(jam.now())) == 1
        assert len([p for p in rig.pesan if p["type"] == "template"]) == 1


async def test_killed_before_the_outcome_was_settled_nobody_is_told_twice(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.jam.maju(25 * JAM)
        id_ = await sana.antre(KABAR)

        async def mati(*_: object) -> None:
            raise asyncio.CancelledError

        sana.sender._remember = mati  # type: ignore[method-assign,assignment]  # as kill -9: sent, never settled
        tugas = asyncio.create_task(sana.sender.run())
        await tunggu(lambda: len(sana.layar) == 1)
        await asyncio.sleep(0.05)
        tugas.cancel()
        await asyncio.gather(tugas, return_exceptions=True)
        assert (await sana.baris(id_)).status == "dikirim"
        sana.rig.jam.maju(60)  # its lease has ended
        sana.sender = sana.baru()
        await sana.habis()
        assert (await sana.baris(id_)).tahan == "jendela"
        assert len(sana.layar) == 1


async def test_free_text_after_the_window_of_whatsapp_s_own_clock_is_announced_instead(
    tmp_path: Path, jam: Jam
) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        sana.rig.jam.maju(25 * JAM)
        await sana.rig.store.write(
            lambda tx: KontakQ(tx).masuk(sana.rig.tujuan, sana.rig.jam.now() - 2 * JAM, "wamid.x")
        )
        id_ = await sana.antre(KABAR)
        await sana.habis()
        assert (await sana.baris(id_)).status == "terkirim"
        await sana.rig.antar()  # failed: 131047
        baris = await sana.baris(id_)
        assert (baris.status, baris.tahan, baris.sampai) == ("antre", "jendela", "gagal")
        sana.rig.jam.maju(61)
        await sana.habis()
        assert sana.layar == [
            "T: Ada kabar untuk Anda di Kawan Desa: Catatan K-12. Ketuk tombol di bawah untuk membacanya."
        ]
        assert (await sana.baris(id_)).tahan == "jendela"


async def test_what_it_costs_is_as_the_statuses_say(tmp_path: Path, jam: Jam) -> None:
    async with sana_dengan(tmp_path, jam) as sana:
        await sana.antre(KABAR)
        sana.rig.jam.maju(1)
        await sana.habis()
        sana.rig.jam.maju(25 * JAM)
        await sana.antre(JAWABAN)
        await sana.habis()
        await asyncio.sleep(0.05)
        await sana.rig.antar()
        kini = sana.rig.jam.now()
        biaya = await sana.rig.store.read(lambda tx: KirimQ(tx).biaya(0, kini + 1))
        assert [(b.kategori, b.jumlah, b.pasti, b.harga) for b in biaya] == [
            (LAYANAN, 1, 1, 100_000),
            (UTILITAS, 1, 1, 300_000),
        ]
        assert TOMBOL == "WA~baca"
