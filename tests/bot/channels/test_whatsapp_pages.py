"""*Lainnya*: the choices that did not fit, one page after another, also after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.whatsapp import pages
from bot.reply import encode
from data.outbox import OutboxQ
from data.wa_kontak import KANAL
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import baca, tulis
from tests.bot.channels.whatsapp_rig import Rig, rig_whatsapp
from tests.conftest import Jam

BANYAK = Pesan(
    "Desa mana?",
    judul="Catat",
    daftar=tuple(Butir(f"Desa {n}", f"1~desa~{n}") for n in range(20)),
    tombol=(Tombol("Lewati", "1~desa~_"),),
)
LAIN = [f"Desa {n}" for n in range(8)] + ["Lewati", "Lainnya"]


async def ketuk(rig: Rig, label: str = "Lainnya") -> list[str]:
    """What can be tapped after that tap was answered."""
    rig.sari.ketuk(label)
    assert await rig.antar() == 200
    assert await rig.alirkan() == 1
    return rig.sari.terakhir.label


async def test_page_after_page_until_none_is_left(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(BANYAK)
        assert rig.sari.terakhir.label == LAIN
        assert await ketuk(rig) == [f"Desa {n}" for n in range(8, 16)] + ["Lewati", "Lainnya"]
        assert rig.sari.terakhir.teks == "*Catat*\n\nIni pilihan berikutnya."
        assert await ketuk(rig) == [f"Desa {n}" for n in range(16, 20)] + ["Lewati"]
        assert rig.masuk == []  # not one of these taps was a turn
        rig.sari.ketuk("Desa 18")
        await rig.antar()
        assert rig.masuk[-1].masukan.tombol == "1~desa~18"


async def test_an_older_page_still_answers(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(BANYAK)
        awal = rig.sari.terakhir
        await ketuk(rig)
        rig.sari.ketuk_pada(awal, awal.baris[-1])
        await rig.antar()
        await rig.alirkan()
        assert rig.sari.terakhir.label[0] == "Desa 8"


async def test_the_same_tap_delivered_twice_is_answered_once(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(BANYAK)
        rig.sari.ketuk("Lainnya")
        ini = rig.server.ambil()
        for _ in range(2):
            assert await rig.channel.webhook(*ini) == 200
        assert await rig.alirkan() == 1
        assert await rig.alirkan() == 0


async def test_a_program_that_began_anew_still_knows_the_next_page(tmp_path: Path, jam: Jam) -> None:
    """Nothing is remembered but the outbox: another store over the same file answers."""
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(BANYAK)
        data = rig.sari.terakhir.baris[-1].id
        await rig.store.close()
        from data.store import buka_store

        rig.store = await buka_store(f"sqlite:///{tmp_path / 'wa.db'}")
        await rig.store.write(lambda tx: pages.lanjut(tx, rig.tujuan, data, "wamid.baru", jam.now()))
        rows = await rig.store.read(lambda tx: tx.all("SELECT isi FROM outbox WHERE kunci = 'wa-lanjut:wamid.baru'"))
        assert "Desa 8" in rows[0]["isi"]


async def test_when_its_text_was_cleared_for_its_age_a_kind_word_says_what_works(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.kirim(BANYAK)
        await rig.store.write(lambda tx: tx.run("UPDATE outbox SET isi = '{}'"))
        assert await ketuk(rig) == ["Menu"]
        assert rig.sari.terakhir.teks == pages.HILANG.teks


async def test_a_page_of_somebody_elses_is_not_shown(tmp_path: Path, jam: Jam) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        id_ = await rig.store.write(
            lambda tx: OutboxQ(tx).antre(KANAL, "waOrangLain", encode(BANYAK), jam.now() + 9_999)
        )
        await rig.store.write(lambda tx: pages.lanjut(tx, rig.tujuan, f"WA~lanjut~{id_}", "wamid.x", jam.now()))
        await rig.alirkan()
        assert rig.terlihat == [pages.HILANG.teks]


@pytest.mark.parametrize("data", ["WA~lanjut~", "WA~lanjut~x", "WA~lanjut~99999999999999999999", "WA~apa~1", "WA~"])
async def test_what_we_never_wrote_is_answered_kindly_too(tmp_path: Path, jam: Jam, data: str) -> None:
    async with rig_whatsapp(tmp_path, jam) as rig:
        await rig.sapa()
        await rig.store.write(lambda tx: pages.lanjut(tx, rig.tujuan, data, "wamid.x", jam.now()))
        await rig.alirkan()
        assert rig.terlihat == [pages.HILANG.teks]


def test_no_button_of_a_conversation_is_ever_taken_for_ours() -> None:
    """'wa' in base 36 is 1162: such a conversation comes one day."""
    milik_percakapan = tulis(1162, "desa", "1")
    assert milik_percakapan == "wa~desa~1"
    assert not pages.milik(milik_percakapan)
    assert pages.milik("WA~lanjut~7")
    assert baca("WA~lanjut~7") is None


def test_a_conversations_own_lainnya_is_told_apart_from_ours() -> None:
    pesan = Pesan(
        "Apa?", daftar=tuple(Butir(f"K {n}", f"1~k~{n}") for n in range(10)), tombol=(Tombol("Lainnya", "1~k~>2"),)
    )
    rows, _ = pages.bagi(pesan, 7)
    assert [b.label for b in rows[-2:]] == ["Lainnya", "Pilihan berikutnya"]


def test_many_buttons_are_pages_of_their_own() -> None:
    pesan = Pesan("Apa?", tombol=tuple(Tombol(f"T {n}", f"1~t~{n}") for n in range(12)))
    rows, sisa = pages.bagi(pesan, 7)
    assert [b.label for b in rows] == [*(f"T {n}" for n in range(9)), "Lainnya"]
    assert sisa is not None
    assert [b.label for b in sisa.daftar] == ["T 9", "T 10", "T 11"]
    assert sisa.tombol == ()


@pytest.mark.parametrize(
    ("butir", "ketik"),
    [
        (Butir("Menu utama", "0~!~menu"), "/menu"),
        (Butir("Buka", "0~!~undangan 12"), "/undangan 12"),
        (Butir("  Sukamaju ", "1~desa~2013"), "Sukamaju"),
        (Butir("Apa saja", "bukan-tombol"), "Apa saja"),
    ],
)
def test_what_can_be_typed_instead(butir: Butir, ketik: str) -> None:
    assert pages.ketikan(butir) == ketik
