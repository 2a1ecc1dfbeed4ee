"""Sending over WhatsApp: to whom, what stands in the request, and what happens beside it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.channels.contract import Kiriman, SendError
from data.outbox import SIARAN
from data.wa_kirim import KirimQ
from handlers.dialog.pesan import Pesan, Tombol
from tests.bot.channels.whatsapp_rig import rig_whatsapp, tunggu
from tests.conftest import Jam

HALO = Pesan("Halo.", tombol=(Tombol("Ya", "1~benar~ya"),))


async def test_a_message_carries_its_number_in_the_outbox(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        wamid = await rig.kirim(HALO)
        isi = rig.pesan[-1]
        assert isi["to"] == rig.sari.telepon
        assert isi["biz_opaque_callback_data"] == str(rig.id)
        assert wamid == rig.sari.terakhir.wamid


async def test_one_turn_is_one_message(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan("kata " * 5000, judul="Panjang", tombol=HALO.tombol))
        assert len(rig.pesan) == 1


async def test_who_hides_the_number_is_written_to_by_their_id(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        putu = rig.server.orang("Putu", username="putu.desa")
        tujuan = await rig.sapa(putu)
        await rig.kirim(HALO, tujuan=tujuan)
        assert rig.pesan[-1]["recipient"] == putu.user_id
        assert "to" not in rig.pesan[-1]
        assert putu.terakhir.teks == "Halo."


async def test_a_tap_comes_back_as_what_the_button_means(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(HALO)
        rig.sari.ketuk("Ya")
        await rig.antar()
        assert rig.masuk[-1].masukan.tombol == "1~benar~ya"


async def test_nobody_is_written_to_whom_whatsapp_never_named(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        with pytest.raises(SendError) as gagal:
            await rig.channel.send("waTakDikenal", Kiriman(1, HALO))
        assert gagal.value.jenis == "tutup"
        assert rig.pesan == []


async def test_a_menu_is_nothing_that_whatsapp_could_show(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        assert await rig.kirim(Pesan("", menu=(("catat", "Catat kegiatan"),))) == ""
        assert rig.pesan == []


async def test_what_was_sent_is_in_the_books_and_what_was_refused_is_not(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(HALO)
        rig.server.salahkan(131026, cara="jawaban")
        await rig.gagal(HALO)
        rows = await rig.store.read(lambda tx: tx.all("SELECT outbox_id, keadaan FROM wa_kirim"))
        assert [(r["outbox_id"], r["keadaan"]) for r in rows] == [(1, "diterima")]


async def test_books_that_cannot_be_written_do_not_send_it_twice(
    tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()

        def rusak(*_: object) -> None:
            raise OSError("disk full")

        monkeypatch.setattr(KirimQ, "catat", rusak)
        assert await rig.kirim(HALO) == rig.sari.terakhir.wamid


async def test_of_several_pictures_only_the_last_stands_for_the_message(tmp_path: Path, jam: Jam) -> None:
    """A status of the first would say that all of it arrived, though we may be killed before the rest."""
    berkas = [tmp_path / f"foto-{n}" for n in range(3)]
    for n, satu in enumerate(berkas):
        satu.write_bytes(b"\xff\xd8\xff\xe0" + bytes([n]) * 200)
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(Pesan("Tiga foto.", foto=("a", "b", "c")), foto=berkas)
        assert [p.get("biz_opaque_callback_data") for p in rig.pesan] == [None, None, str(rig.id)]
        rows = await rig.store.read(lambda tx: tx.all("SELECT outbox_id, tagih FROM wa_kirim ORDER BY waktu, wamid"))
        assert sorted(row["outbox_id"] for row in rows) == [0, 0, rig.id]


async def test_an_announcement_that_is_not_in_the_books_is_not_the_message(
    tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.setujui_templat()
        rig.server.maju(2 * 86400)
        jam.maju(2 * 86400)

        def away(*_args: object) -> None:
            raise OSError("the disk is full")

        monkeypatch.setattr("data.wa_kirim.KirimQ.catat", away)
        error = await rig.gagal(Pesan("Jawabannya: delapan tahun."))
        assert (error.jenis, error.sebab) == ("tahan", "jendela")
        assert [p["type"] for p in rig.pesan] == ["template"]


async def test_outside_the_window_a_template_goes_and_the_message_itself_after_their_tap(
    tmp_path: Path, jam: Jam
) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        rig.setujui_templat()
        from data.wa_kontak import KontakQ

        await rig.store.write(lambda tx: KontakQ(tx).izin(rig.tujuan, jam.now()))
        jam.maju(30 * 3600)
        error = await rig.gagal(Pesan("Rahasia di dalam.", judul="Catatan K-12"), kelas=SIARAN)
        assert (error.jenis, error.sebab) == ("tahan", "jendela")
        assert "Catatan K-12" in rig.sari.terakhir.teks
        assert "Rahasia" not in rig.sari.terakhir.teks
        rig.sari.ketuk(rig.sari.terakhir.label[0])
        await rig.antar()
        assert rig.masuk == []  # a word of theirs, and no turn
        await rig.kirim(Pesan("Rahasia di dalam."), kelas=SIARAN)
        assert rig.sari.terakhir.teks == "Rahasia di dalam."


# -- beside it ------------------------------------------------------------------------------------------------------------


async def test_busy_is_a_read_mark_and_typing_in_one_call(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.channel.sibuk(rig.tujuan)
        assert [p.body for p in rig.server.permintaan if p.apa == "read"] == [
            {
                "messaging_product": "whatsapp",
                "status": "read",
                "message_id": rig.server.permintaan[-1].body["message_id"],
                "typing_indicator": {"type": "text"},
            }
        ]
        assert rig.sari.sedang_mengetik


async def test_being_busy_never_fails(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.channel.sibuk("waTakDikenal")
        rig.server.ganggu(503, apa="read")
        await rig.channel.sibuk(rig.tujuan)
        await rig.kirim(HALO)


async def test_an_answered_message_is_marked_as_read_once(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        for _ in range(3):
            await rig.kirim(HALO)
        await tunggu(lambda: "read" in [p.apa for p in rig.server.permintaan])
        await asyncio.sleep(0.05)
        assert [p.apa for p in rig.server.permintaan].count("read") == 1


async def test_nothing_unasked_reads_for_them(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(HALO, kelas=SIARAN)
        await asyncio.sleep(0.05)
        assert "read" not in [p.apa for p in rig.server.permintaan]


async def test_old_buttons_stay_and_that_is_no_mistake(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.channel.bersihkan("siapa-saja", "wamid.x")


# -- secrets ------------------------------------------------------------------------------------------------------------


async def test_no_log_line_and_no_error_holds_a_number_a_text_or_the_token(
    tmp_path: Path, jam: Jam, capsys: pytest.CaptureFixture[str]
) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        sebab = []
        for kode in (100, 131009, 131026, 190, 130429, 131056, 199_999):
            rig.server.salahkan(kode, cara="jawaban")
            sebab.append(str(await rig.gagal(Pesan("tulisan rahasia"))))
        rig.server.ganggu(502)
        sebab.append(str(await rig.gagal(Pesan("tulisan rahasia"))))
        terbaca = "\n".join([*sebab, *capsys.readouterr()])
        for rahasia in (rig.sari.telepon, rig.sari.user_id, rig.server.bisnis.token, "tulisan rahasia"):
            assert rahasia not in terbaca
