"""Pictures and files over WhatsApp: uploaded once, fetched while their address lives, never in the way of the words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.channels.contract import SendError
from bot.channels.whatsapp import media
from bot.channels.whatsapp.graph import Akun, Graph, GraphError
from handlers.dialog.masukan import Foto
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from tests.bot.channels.whatsapp_rig import Rig, rig_whatsapp
from tests.conftest import Jam

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 200
WEBP = b"RIFF\x00\x00\x00\x00WEBP" + b"0" * 200
REKAP = Pesan("Ini rekapnya.", berkas=Berkas("DRP-2026-11.xlsx", "drp_xlsx", {}))


def foto(tmp_path: Path, *isi: bytes) -> list[Path]:
    jalur = [tmp_path / f"foto-{n}" for n in range(len(isi))]
    for satu, isinya in zip(jalur, isi, strict=True):
        satu.write_bytes(isinya)
    return jalur


def unggahan(rig: Rig) -> int:
    return rig.server.world.media.uploads


# -- up -----------------------------------------------------------------------------------------------------------------


async def test_a_file_arrives_with_its_name(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(REKAP, berkas=b"PK-isi")
        layar = rig.sari.terakhir
        assert (layar.berkas, layar.nama_berkas, layar.teks) == (b"PK-isi", "DRP-2026-11.xlsx", "Ini rekapnya.")


@pytest.mark.parametrize("nama", ["a.pdf", "a.docx", "a.xlsx", "a.json", "a.csv", "tanpa-akhiran"])
async def test_every_kind_of_file_that_we_make_is_taken(tmp_path: Path, jam: Jam, nama: str) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan("Ini.", berkas=Berkas(nama, "x", {})), berkas=b"%PDF-1.7 isi")
        assert rig.sari.terakhir.nama_berkas == nama


async def test_a_drawn_picture_is_shown_as_one_with_its_buttons(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        pesan = Pesan(
            "Sepekan.", berkas=Berkas("rekap.png", "x", {}, gambar=True), tombol=(Tombol("Rincian", "0~!~x"),)
        )
        await rig.kirim(pesan, berkas=PNG)
        assert rig.pesan[-1]["interactive"]["header"]["type"] == "image"
        assert rig.sari.terakhir.label == ["Rincian"]


async def test_the_same_content_is_uploaded_once_as_long_as_it_is_kept(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(REKAP, berkas=b"PK-isi")
        await rig.kirim(REKAP, berkas=b"PK-isi")
        assert unggahan(rig) == 1
        await rig.kirim(REKAP, berkas=b"PK-lain")
        assert unggahan(rig) == 2
        jam.maju(30 * 86400)
        await rig.sapa()
        await rig.kirim(REKAP, berkas=b"PK-isi")
        assert unggahan(rig) == 3


async def test_an_upload_that_meta_forgot_is_made_anew_at_once(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(REKAP, berkas=b"PK-isi")
        rig.server.world.media.by_id.clear()
        await rig.kirim(REKAP, berkas=b"PK-isi")
        assert unggahan(rig) == 2
        assert rig.sari.terakhir.berkas == b"PK-isi"
        assert await rig.store.read(lambda tx: len(tx.all("SELECT wamid FROM wa_kirim"))) == 2


async def test_what_failed_after_it_was_taken_goes_with_another_upload(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.server.salahkan(131053, cara="status")
        await rig.kirim(REKAP, berkas=b"PK-isi")
        await rig.antar()
        from bot.channels.contract import Kiriman

        await rig.channel.send(rig.tujuan, Kiriman(rig.id, REKAP, b"PK-isi"))
        assert unggahan(rig) == 2


@pytest.mark.parametrize("kode", [100, 131053, 131000])
async def test_a_file_that_is_not_taken_does_not_keep_the_words_back(tmp_path: Path, jam: Jam, kode: int) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.server.salahkan(kode, cara="jawaban", apa="media")
        await rig.kirim(REKAP, berkas=b"PK-isi")
        assert rig.terlihat == [
            "Ini rekapnya.\n\n(Berkas DRP-2026-11.xlsx belum bisa saya kirim di sini. Coba minta lagi nanti, ya.)"
        ]


async def test_an_upload_that_is_only_throttled_is_tried_later(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.server.salahkan(130429, apa="media")
        error = await rig.gagal(REKAP, berkas=b"PK-isi")
        assert (error.jenis, error.mungkin_sampai) == ("sementara", False)
        assert rig.pesan == []


async def test_an_upload_without_an_answer_is_no_message_that_may_have_arrived(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.server.ganggu(putus="sesudah", apa="media")
        error = await rig.gagal(REKAP, berkas=b"PK-isi")
        assert (error.jenis, error.mungkin_sampai) == ("sementara", False)
        assert not await rig.store.read(lambda tx: tx.all("SELECT wamid FROM wa_kirim"))


async def test_of_several_pictures_each_arrives_and_the_last_has_the_words(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        jalur = foto(tmp_path, JPEG + b"1", JPEG + b"2", PNG)
        await rig.kirim(Pesan("Tiga foto.", tombol=(Tombol("Menu", "0~!~menu"),)), foto=jalur)
        assert [layar.berkas for layar in rig.sari.layar] == [JPEG + b"2", PNG, JPEG + b"1"]
        assert (rig.sari.terakhir.teks, rig.sari.terakhir.label) == ("Tiga foto.", ["Menu"])


async def test_a_picture_whatsapp_does_not_show_goes_as_a_file(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan("Foto."), foto=foto(tmp_path, WEBP))
        assert rig.pesan[-1]["type"] == "document"
        assert rig.sari.terakhir.nama_berkas == "foto.webp"
        await rig.kirim(Pesan("Foto."), foto=foto(tmp_path, JPEG + b"0" * 5_000_000))
        assert rig.pesan[-1]["type"] == "document"


async def test_a_picture_that_is_no_longer_kept_is_final_and_in_no_book(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        error = await rig.gagal(Pesan("Foto."), foto=[tmp_path / "tiada"])
        assert error.jenis == "tetap"
        assert not await rig.store.read(lambda tx: tx.all("SELECT wamid FROM wa_kirim"))


async def test_what_was_interrupted_goes_on_where_it_stopped(
    tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        jalur = foto(tmp_path, JPEG + b"1", JPEG + b"2", JPEG + b"3")
        asli, kali = rig.channel.graph.kirim, [0]

        async def kirim(isi: dict[str, Any]) -> str:
            kali[0] += 1
            if kali[0] == 2:
                raise GraphError(130429, 400)
            return await asli(isi)

        monkeypatch.setattr(rig.channel.graph, "kirim", kirim)
        error = await rig.gagal(Pesan("Tiga."), foto=jalur)
        assert error.jenis == "sementara"
        from bot.channels.contract import Kiriman

        await rig.channel.send(rig.tujuan, Kiriman(rig.id, Pesan("Tiga."), foto=jalur))
        assert [layar.berkas for layar in rig.sari.layar] == [JPEG + b"2", JPEG + b"3", JPEG + b"1"]
        assert unggahan(rig) == 3


async def test_a_file_that_is_too_large_is_final(tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        monkeypatch.setattr(media, "DOKUMEN", 5)
        assert (await rig.gagal(REKAP, berkas=b"PK-isi")).jenis == "tetap"


# -- down ---------------------------------------------------------------------------------------------------------------


async def datang(rig: Rig) -> Foto:
    rig.sari.kirim_foto(JPEG, "papan proyek")
    await rig.antar()
    return rig.masuk[-1].masukan.foto[0]


async def test_a_picture_is_fetched_with_the_token(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        assert await rig.channel.fetch(await datang(rig)) == JPEG


async def test_an_address_that_is_over_is_asked_for_anew(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        ini = await datang(rig)
        graph, asli = rig.channel.graph, rig.channel.graph.medium

        async def lambat(id_: str) -> dict[str, Any]:
            medium = await asli(id_)
            if len([p for p in rig.server.permintaan if p.apa == "media_id"]) == 2:  # the first is the start's
                jam.maju(301)
            return medium

        graph.medium = lambat  # type: ignore[method-assign]
        assert await rig.channel.fetch(ini) == JPEG
        assert len([p for p in rig.server.permintaan if p.apa == "media_id"]) == 3


async def test_an_address_that_is_always_over_has_an_end(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        ini = await datang(rig)
        rig.server.ganggu(404, apa="download", kali=None)
        with pytest.raises(SendError) as gagal:
            await rig.channel.fetch(ini)
        assert gagal.value.jenis == "tetap"


@pytest.mark.parametrize("apa", ["media_id", "download"])
async def test_trouble_at_meta_is_worth_another_try(tmp_path: Path, jam: Jam, apa: str) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        ini = await datang(rig)
        rig.server.ganggu(503, apa=apa)
        with pytest.raises(SendError) as gagal:
            await rig.channel.fetch(ini)
        assert gagal.value.jenis == "sementara"
        rig.server.ganggu(putus="sebelum", apa=apa)
        with pytest.raises(SendError) as gagal:
            await rig.channel.fetch(ini)
        assert gagal.value.jenis == "sementara"
        assert await rig.channel.fetch(ini) == JPEG


async def test_a_picture_that_is_gone_or_was_never_named_is_final(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        for rujukan in ("12345", "../messages", "", "a/b"):
            with pytest.raises(SendError) as gagal:
                await rig.channel.fetch(Foto(rujukan=rujukan))
            assert gagal.value.jenis == "tetap"


async def test_a_token_that_is_refused_here_stops_nothing_but_is_not_final(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        ini = await datang(rig)
        rig.server.cabut_token()
        with pytest.raises(SendError) as gagal:
            await rig.channel.fetch(ini)
        assert gagal.value.jenis == "berhenti"


async def test_a_picture_larger_than_we_keep_is_not_read_to_its_end(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        ini = await datang(rig)
        with pytest.raises(SendError, match="larger than we take"):
            await media.ambil(rig.channel.graph, ini, 100)
        asli = rig.channel.graph.medium

        async def bohong(id_: str) -> dict[str, Any]:
            return await asli(id_) | {"file_size": 10}

        rig.channel.graph.medium = bohong  # type: ignore[method-assign]
        with pytest.raises(SendError, match="larger than we take"):
            await media.ambil(rig.channel.graph, ini, 100)


# -- where the token may go ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "boleh"),
    [
        ("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1", True),
        ("https://graph.facebook.com/v23.0/1", True),
        ("https://mmg.whatsapp.net/v/t62", True),
        ("http://127.0.0.1:9000/attachments/1", True),
        ("http://127.0.0.1:9001/attachments/1", False),
        ("http://lookaside.fbsbx.com/x", False),
        ("https://fbsbx.com.jahat.example/x", False),
        ("https://jahatfbsbx.com/x", False),
        ("https://lookaside.fbsbx.com@jahat.example/x", False),
        ("file:///etc/passwd", False),
        ("", False),
        ("https://[jahat", False),
    ],
)
async def test_the_token_goes_to_meta_and_to_the_configured_address_only(url: str, boleh: bool) -> None:
    graph = Graph(Akun("rahasia", "1", "http://127.0.0.1:9000"))
    assert graph._dipercaya(url) is boleh
    if not boleh:
        with pytest.raises(GraphError, match="not one of Meta's"):
            await graph.unduh(url, 10)
    await graph.close()
