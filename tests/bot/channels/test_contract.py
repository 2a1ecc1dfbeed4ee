"""What every channel promises. A new channel adds a rig and passes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.channels.contract import Kiriman, SendError
from handlers.dialog.masukan import Dokumen, Foto
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from tests.berkas_dokumen import PDF_KOSONG
from tests.bot.channels.rig import JPEG, RIGS, Rig
from tests.conftest import Jam

Buka = Callable[[], AbstractAsyncContextManager[Rig]]
NAKAL = '<b>5 < 6 & "x"</b> *tebal* _miring_ `kode` [a](b) </i> &amp; 1.200_000'


@pytest.fixture(params=sorted(RIGS))
def buka(request: pytest.FixtureRequest, tmp_path: Path, jam: Jam) -> Buka:
    return lambda: RIGS[request.param](tmp_path, jam)


async def test_text_arrives_as_typed(buka: Buka) -> None:
    async with buka() as rig:
        await rig.tulis(f"{NAKAL}\nbaris kedua")
        assert rig.masuk[0].masukan.teks == f"{NAKAL}\nbaris kedua"
        assert rig.masuk[0].tujuan == rig.tujuan


async def test_every_message_has_a_name_of_its_own(buka: Buka) -> None:
    async with buka() as rig:
        await rig.tulis("sama")
        await rig.tulis("sama")
        assert rig.masuk[0].ext_id != rig.masuk[1].ext_id


async def test_a_place_arrives(buka: Buka) -> None:
    async with buka() as rig:
        await rig.lokasi(-6.93, 107.12)
        lokasi = rig.masuk[0].masukan.lokasi
        assert lokasi is not None
        assert (lokasi.lat, lokasi.lon) == (-6.93, 107.12)


async def test_a_picture_arrives_with_its_caption(buka: Buka) -> None:
    async with buka() as rig:
        await rig.foto("monev jembatan")
        masukan = rig.masuk[0].masukan
        assert masukan.teks == "monev jembatan"
        assert len(masukan.foto) == 1
        if masukan.foto[0].rujukan:
            assert await rig.channel.fetch(masukan.foto[0]) == JPEG


async def test_a_picture_that_is_gone_is_an_error_of_the_contract(buka: Buka) -> None:
    async with buka() as rig:
        with pytest.raises(SendError):
            await rig.channel.fetch(Foto(rujukan="tidak-ada"))


async def test_a_document_arrives_with_its_name_and_caption(buka: Buka) -> None:
    async with buka() as rig:
        await rig.dokumen("cocokkan drp oktober")
        masukan = rig.masuk[0].masukan
        assert (masukan.teks, masukan.foto, masukan.lain) == ("cocokkan drp oktober", (), "")
        assert masukan.dokumen
        assert (masukan.dokumen.nama, masukan.dokumen.tolak) == ("DRP Oktober.pdf", "")
        if masukan.dokumen.rujukan:
            assert await rig.channel.fetch(masukan.dokumen) == PDF_KOSONG


async def test_a_document_that_is_gone_is_an_error_of_the_contract(buka: Buka) -> None:
    async with buka() as rig:
        with pytest.raises(SendError):
            await rig.channel.fetch(Dokumen(rujukan="tidak-ada"))


async def test_text_is_shown_as_it_is_and_never_as_markup(buka: Buka) -> None:
    async with buka() as rig:
        assert await rig.channel.send(rig.tujuan, Kiriman(1, Pesan(NAKAL, judul="Judul <i>&</i>")))
        layar = await rig.layar()
        assert NAKAL in layar[0].teks
        assert "Judul <i>&</i>" in layar[0].teks


async def test_buttons_and_lists_come_back_as_their_data(buka: Buka) -> None:
    async with buka() as rig:
        daftar = (Butir("Sukamaju", "1~desa~2013"), Butir("Mayak", "1~desa~2007"))
        pesan = Pesan("Desa mana?", daftar=daftar, tombol=(Tombol("Lewati", "1~desa~_lewati"),))
        await rig.channel.send(rig.tujuan, Kiriman(1, pesan))
        assert (await rig.layar())[0].label == ["Sukamaju", "Mayak", "Lewati"]
        await rig.ketuk("Mayak")
        await rig.ketuk("Lewati")
        assert [m.masukan.tombol for m in rig.masuk] == ["1~desa~2007", "1~desa~_lewati"]


async def test_a_long_text_is_shown_whole(buka: Buka) -> None:
    async with buka() as rig:
        baris = [f"{n}. Musyawarah membahas usulan nomor {n} & <sisanya>" for n in range(200)]
        await rig.channel.send(
            rig.tujuan, Kiriman(1, Pesan("\n".join(baris), judul="Panjang", tombol=(Tombol("Ya", "0~!~menu"),)))
        )
        layar = await rig.layar()
        terbaca = "\n".join(t.teks for t in layar)
        if rig.satu_pesan:
            termuat = [b for b in baris if b in terbaca]
            assert len(layar) == 1
            assert termuat == baris[: len(termuat)]
            assert len(terbaca) > rig.channel.limits.teks * 0.9
            assert terbaca.endswith("tidak muat dalam satu pesan WhatsApp.)\n\nKetik salah satu:\n• Ya: /menu")
            return
        assert [b for b in baris if b not in terbaca] == []
        assert layar[-1].label == ["Ya"]


async def test_a_file_is_handed_over(buka: Buka) -> None:
    async with buka() as rig:
        if not rig.channel.butuh_berkas:
            return  # a page fetches files itself: tests/bot/test_page.py
        pesan = Pesan("Ini rekapnya.", berkas=Berkas("DRP-2026-11.xlsx", "drp_xlsx", {}))
        await rig.channel.send(rig.tujuan, Kiriman(1, pesan, b"PK-isi"))
        layar = await rig.layar()
        assert layar[-1].berkas == b"PK-isi"
        assert "Ini rekapnya." in layar[-1].teks


async def test_many_buttons_and_long_labels_never_stop_a_message(buka: Buka) -> None:
    async with buka() as rig:
        daftar = tuple(
            Butir(f"{n} " + "Desa dengan nama yang sangat panjang " * 3, f"1~desa~{n}", "ket " * 40) for n in range(150)
        )
        assert await rig.channel.send(rig.tujuan, Kiriman(1, Pesan("Pilih", daftar=daftar)))
