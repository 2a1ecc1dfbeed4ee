"""What the clock does for questions that wait, and how editors' changes reach the answers."""

from __future__ import annotations

import asyncio

import msgspec
import pytest

from bot.pertanyaan import naikkan
from bot.tick import Ticker
from bot.topics import Topics
from data.faq import cari, siapkan
from data.faq.cari import pasang
from data.orang import PD
from data.pertanyaan_isi import ambil_pertanyaan
from data.store import Store, Tx
from handlers.dialog.pesan import Pesan
from tests.conftest import Jam
from tests.data.dunia import KECAMATAN, desa, pendamping
from tests.data.test_pertanyaan import RABU, SENIN, orang, q, tanya, warga
from tests.data.test_topik_sunting import SLUG, SUMBER, baru, penyunting


def kabar(tx: Tx, kepada: str) -> list[str]:
    rows = tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (kepada,))
    return [msgspec.json.decode(row["isi"], type=Pesan).teks for row in rows]


def test_both_are_told_once(tx: Tx) -> None:
    ani = warga(tx)
    pendamping(tx)
    orang(tx, "Bu Rina", PD, KECAMATAN)
    tanya(tx, ani)
    assert naikkan(tx, RABU - 1) == 0
    assert naikkan(tx, RABU) == 1
    assert naikkan(tx, RABU) == 0
    (rina,), (sari,) = kabar(tx, "Bu Rina"), kabar(tx, "Bu Sari")
    assert "sudah dua hari kerja belum terjawab" in rina
    assert "Dari: Ani" in rina
    assert "Anda tetap boleh menjawabnya" in sari


def test_who_comes_first_to_a_village_is_told_what_waits(tx: Tx) -> None:
    joko = warga(tx, "Joko", setuju=False)
    tanya(tx, joko)
    assert naikkan(tx, RABU) == 0
    pendamping(tx)
    assert naikkan(tx, RABU) == 1
    (teks,) = kabar(tx, "Bu Sari")
    assert teks.startswith("Ada pertanyaan dari warga.")
    assert f"Dari: {joko.samaran}" in teks


async def test_a_tick_moves_it_on(store: Store) -> None:
    def isi(tx: Tx) -> str:
        ani = warga(tx)
        pendamping(tx)
        orang(tx, "Bu Rina", PD, KECAMATAN)
        return tanya(tx, ani)

    nomor = await store.write(isi)
    jam = Jam(RABU)
    for _ in range(2):
        await Ticker(store, jam, jenis={}).tick()
    assert (await store.read(lambda tx: ambil_pertanyaan(tx, nomor))).naik == RABU
    assert len(await store.read(lambda tx: kabar(tx, "Bu Rina"))) == 1


async def test_a_change_reaches_every_process_within_a_tick(store: Store) -> None:
    soal = baru().tanya[0]
    ticker = Ticker(store, Jam(SENIN), jenis={})
    try:
        await ticker.tick()
        assert cari(soal).slug != "tenda-desa"
        await store.write(lambda tx: desa(tx, penyunting(tx), SENIN).topik_sunting.simpan(baru(), SUMBER, "kades"))
        await ticker.tick()
        assert cari(soal).slug == "tenda-desa"
        assert await ticker.topics.refresh() == 0, "nothing has changed since"
        await Topics(store).refresh()
        assert "tenda-desa" in siapkan().katalog.topik
    finally:
        pasang(None)


async def test_without_changes_the_catalogue_answers(store: Store) -> None:
    try:
        assert await Topics(store).refresh() == 0
        assert SLUG in siapkan().katalog.topik
    finally:
        pasang(None)


def test_answering_after_it_went_on_ends_it(tx: Tx) -> None:
    ani, sari = warga(tx), pendamping(tx)
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    satu = ambil_pertanyaan(tx, tanya(tx, ani))
    naikkan(tx, RABU)
    assert q(tx, sari).jawab(satu, "Di kantor.", usulkan=False)
    assert q(tx, rina).menunggu() == []


@pytest.mark.parametrize("kali", [3])
async def test_two_processes_move_it_once(store: Store, kali: int) -> None:
    def isi(tx: Tx) -> None:
        ani = warga(tx)
        pendamping(tx)
        orang(tx, "Bu Rina", PD, KECAMATAN)
        tanya(tx, ani)

    await store.write(isi)
    hasil = await asyncio.gather(*(store.write(lambda tx: naikkan(tx, RABU)) for _ in range(kali)))
    assert sorted(hasil) == [0, 0, 1]
