"""What happens by the clock: drafts are reminded of once, in waking hours, and end after a week."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import msgspec
import pytest

from bot.berkala import GABUNG, Berkala, Hasil, Kirim
from bot.tick import Ticker, remind_drafts
from data.jadwal import KIRIM, Jadwal, JadwalQ
from data.orang import Orang, OrangQ
from data.outbox import PENGINGAT, OutboxQ
from data.percakapan import INGATKAN_SETELAH, UMUR_DRAF, PercakapanQ
from data.store import Row, Store, Tx, buka_store
from handlers.dialog.pesan import Pesan
from tests.conftest import KINI, Jam, StoreSakit
from tests.data.dunia import WIB, WIT, pendamping

ISIAN = '{"jawaban":{"desa":"32.03.03.2013","kegiatan":"AS11"}}'
LAMA = KINI - INGATKAN_SETELAH - 1
JAM = 3600


def draf(tx: Tx, orang: Orang, *, diubah: int = LAMA, keadaan: str = ISIAN, dialog: str = "catat") -> int:
    percakapan = PercakapanQ(tx).buka(orang.id, dialog, keadaan, diubah)
    PercakapanQ(tx).simpan(percakapan.id, keadaan, "ditunda", "", diubah)
    return percakapan.id


def di_zona(tx: Tx, nama: str, zona: str) -> Orang:
    orang = OrangQ(tx)
    id_ = orang.tambah(nama, zona, KINI)
    orang.pasang_alamat(id_, "web", nama, KINI)
    return orang.ambil(id_, KINI)


def keluar(tx: Tx) -> list[Row]:
    return tx.all("SELECT * FROM outbox ORDER BY id")


def kepada(tx: Tx) -> list[str]:
    return [row["tujuan"] for row in keluar(tx)]


# --- reminders ------------------------------------------------------------------------------------------------------


def test_a_draft_left_alone_is_reminded_of_once(tx: Tx) -> None:
    sari = pendamping(tx)
    id_ = draf(tx, sari)
    assert remind_drafts(tx, KINI) == 1
    (row,) = keluar(tx)
    assert (row["kanal"], row["tujuan"], row["kelas"], row["kunci"]) == ("web", "Bu Sari", PENGINGAT, f"draf:{id_}")
    pesan = msgspec.json.decode(row["isi"], type=Pesan)
    assert "2 jawaban" in pesan.teks
    assert [tombol.label for tombol in pesan.tombol] == ["Teruskan", "Tinggalkan"]
    assert remind_drafts(tx, KINI) == 0
    assert remind_drafts(tx, KINI + 24 * JAM) == 0


def test_an_open_conversation_is_a_draft_too_once_it_is_left_alone(tx: Tx) -> None:
    sari = pendamping(tx)
    PercakapanQ(tx).buka(sari.id, "catat", ISIAN, LAMA + 1)
    assert remind_drafts(tx, KINI) == 0
    assert remind_drafts(tx, KINI + 1) == 1


def test_the_reminder_goes_where_the_person_was_last_seen_and_not_to_a_closed_address(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    orang = OrangQ(tx)
    for siapa in (sari, budi):
        orang.pasang_alamat(siapa.id, "telegram", siapa.nama, KINI)
        draf(tx, siapa)
    orang.tutup_alamat("telegram", "Pak Budi")
    assert remind_drafts(tx, KINI) == 2
    assert sorted((row["kanal"], row["tujuan"]) for row in keluar(tx)) == [("telegram", "Bu Sari"), ("web", "Pak Budi")]


def test_who_has_no_open_address_is_not_reminded_now_nor_later(tx: Tx) -> None:
    sari = pendamping(tx)
    draf(tx, sari)
    OrangQ(tx).tutup_alamat("web", "Bu Sari")
    assert remind_drafts(tx, KINI) == 0
    OrangQ(tx).pasang_alamat(sari.id, "web", "Bu Sari", KINI)
    assert remind_drafts(tx, KINI) == 0


def test_a_draft_without_an_answer_and_a_conversation_that_is_no_more_are_let_be(tx: Tx) -> None:
    sari = pendamping(tx)
    draf(tx, sari, keadaan="{}")
    draf(tx, sari, dialog="dulu_ada")
    assert remind_drafts(tx, KINI) == 0
    assert keluar(tx) == []


@pytest.mark.parametrize(
    ("geser", "terkirim"),
    [(0, True), (90 * 60 - 1, True), (90 * 60, False), (4 * JAM, False), (10 * JAM - 1, False), (10 * JAM, True)],
    ids=["20.00", "21.29", "21.30", "00.00", "05.59", "06.00"],
)
def test_nobody_is_reminded_at_night(tx: Tx, geser: int, terkirim: bool) -> None:
    draf(tx, pendamping(tx))
    assert remind_drafts(tx, KINI + geser) == int(terkirim)


def test_night_is_the_person_s_own_and_a_reminder_due_then_comes_in_the_morning(tx: Tx) -> None:
    draf(tx, di_zona(tx, "Mama Yosi", WIT))
    draf(tx, di_zona(tx, "Bu Sari", WIB))
    assert remind_drafts(tx, KINI) == 1  # 20.00 WIB, 22.00 WIT
    assert kepada(tx) == ["Bu Sari"]
    assert remind_drafts(tx, KINI + 8 * JAM) == 1  # 04.00 WIB, 06.00 WIT
    assert kepada(tx) == ["Bu Sari", "Mama Yosi"]


def test_many_who_are_asleep_keep_nobody_who_is_awake_from_being_reminded(tx: Tx) -> None:
    yosi, sari = di_zona(tx, "Mama Yosi", WIT), di_zona(tx, "Bu Sari", WIB)
    for n in range(210):
        draf(tx, yosi, diubah=LAMA - 1000 + n)
    draf(tx, sari)
    assert remind_drafts(tx, KINI) == 1
    assert kepada(tx) == ["Bu Sari"]


def test_who_has_a_daily_reminder_reads_of_drafts_there(tx: Tx) -> None:
    sari, ani = pendamping(tx), di_zona(tx, "Ani", WIB)
    JadwalQ(tx).sinkron(KINI)
    for siapa in (sari, ani):
        draf(tx, siapa)
    assert remind_drafts(tx, KINI) == 1
    assert kepada(tx) == ["Ani"]
    tx.run("UPDATE jadwal SET aktif = 0")
    assert remind_drafts(tx, KINI) == 1


# --- the tick -------------------------------------------------------------------------------------------------------


async def test_a_tick_ends_week_old_drafts_and_reminds_of_younger_ones(store: Store, jam: Jam) -> None:
    def siapkan(tx: Tx) -> tuple[int, int]:
        sari = pendamping(tx)
        return draf(tx, sari, diubah=KINI - UMUR_DRAF - 1), draf(tx, sari)

    tua, muda = await store.write(siapkan)
    await Ticker(store, jam).tick()
    rows = await store.read(lambda tx: tx.all("SELECT id, status FROM percakapan"))
    assert {row["id"]: row["status"] for row in rows} == {tua: "kedaluwarsa", muda: "ditunda"}
    assert [row["kunci"] for row in await store.read(keluar)] == [f"draf:{muda}"]


@pytest.mark.parametrize("gagal", [1, 2])
async def test_a_tick_that_fails_is_made_up_for_by_the_next(store: Store, jam: Jam, gagal: int) -> None:
    sakit = StoreSakit(store)
    ticker = Ticker(sakit, jam)
    await store.write(lambda tx: draf(tx, di_zona(tx, "Ani", WIB)))
    sakit.gagal = gagal
    while sakit.gagal:
        await ticker.tick()
        jam.maju(60)
    await ticker.tick()
    assert len(await store.read(keluar)) == 1


async def test_one_thing_that_fails_at_a_tick_keeps_nothing_else_back(
    store: Store, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(tx: Tx, kini: int) -> None:
        raise OSError("disk I/O error")

    monkeypatch.setattr("bot.tick.erase_next", rusak)
    await store.write(pendamping)
    await Ticker(store, jam).tick()
    assert await store.read(lambda tx: len(JadwalQ(tx).daftar(9))) == 2


async def test_two_programs_that_tick_at_once_remind_once(store: Store, url: str, jam: Jam) -> None:
    await store.write(lambda tx: [draf(tx, di_zona(tx, f"Bu {n}", WIB)) for n in range(20)])
    lain = await buka_store(url)
    await asyncio.gather(*(Ticker(di, jam).tick() for di in (store, lain) * 3))
    await lain.close()
    assert len(await store.read(keluar)) == 20
    assert await store.read(lambda tx: OutboxQ(tx).tersisa()) == 20


async def test_a_tick_says_what_comes_again_and_again(store: Store, jam: Jam) -> None:
    def susun(tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
        return [Hasil(j, slot, KIRIM, (Kirim("web", "Bu Sari", Pesan("Sore.")),)) for j in rows]

    ticker = Ticker(store, jam, jenis={"pengingat": Berkala(GABUNG, 24 * JAM, susun)})
    await store.write(pendamping)
    await ticker.tick()
    jam.maju(23 * JAM)
    await ticker.tick()
    await ticker.tick()
    (row,) = await store.read(keluar)
    assert (row["kelas"], row["kunci"][:10]) == (PENGINGAT, "pengingat:")


async def test_it_ticks_every_minute_until_it_is_stopped(store: Store, jam: Jam) -> None:
    ticker = Ticker(store, jam)
    ticker.stop()
    ticker.start()
    (kerja,) = ticker._scheduler.get_jobs()
    assert kerja.trigger.interval.total_seconds() == 60
    ticker.stop()
    await asyncio.sleep(0)
    assert not ticker._scheduler.running
