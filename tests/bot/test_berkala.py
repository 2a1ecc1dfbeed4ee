"""What is due is said once: after downtime, by a clock that jumps, by two programs at once, beside what fails."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest

from bot import berkala, due
from bot.berkala import GABUNG, TERCATAT, TERLAMBAT, Berkala, Hasil, Kirim
from bot.due import COBA, SETULIS, DueRows
from data.jadwal import GAGAL, KIRIM, LEWAT, SEPI, Jadwal, JadwalQ, Jalan
from data.jadwal_sumber import PENGINGAT, REKAP
from data.store import Row, Store, Tx, buka_store
from handlers.dialog.pesan import Pesan
from tests.conftest import KINI, Jam, StoreSakit
from tests.data.dunia import HARI, KECAMATAN, WIB, WIT, pendamping
from tests.data.test_slot import pada, teks

JAM = 3600
TELAT_REKAP = 3 * HARI


class Penyusun:
    """A composer made by hand: says what it is for, is silent or stumbles where the test says."""

    def __init__(self, kirim: int = 1) -> None:
        self.kirim = kirim
        self.sepi: set[str] = set()
        self.lupa: set[str] = set()
        self.jatuh: set[str] = set()
        self.tulis_jatuh: set[str] = set()
        self.kali = 0
        self.banyak: list[int] = []

    def __call__(self, tx: Tx, rows: Sequence[Jadwal], slot: int, kini: int) -> list[Hasil]:
        self.kali += 1
        self.banyak.append(len(rows))
        if self.jatuh & {j.kunci for j in rows}:
            tx.all("SELECT bukan_kolom FROM jadwal")
        return [self._satu(j, slot) for j in rows if j.kunci not in self.lupa]

    def _satu(self, jadwal: Jadwal, slot: int) -> Hasil:
        if jadwal.kunci in self.sepi:
            return Hasil(jadwal, slot, SEPI)
        kirim = tuple(Kirim("web", jadwal.kunci, Pesan(f"{jadwal.jenis} {n}")) for n in range(self.kirim))

        def tulis(tx: Tx) -> None:
            tx.run("INSERT INTO nomor (awalan, terakhir) VALUES (?, 1)", (f"{jadwal.kunci}:{slot}",))
            if jadwal.kunci in self.tulis_jatuh:
                raise OSError("it cannot be stored")

        return Hasil(jadwal, slot, KIRIM, kirim, tulis=tulis)


class Dunia:
    """A store with people, its rows and what ticks over them."""

    def __init__(self, store: Store, jam: Jam, jenis: dict[str, Berkala]) -> None:
        self.store = store
        self.jam = jam
        self.due = DueRows(store, jam, jenis)

    async def pada(self, lokal: str, zona: str = WIB) -> Counter[str]:
        """The clock says so now, and ticks."""
        self.jam.maju(pada(lokal, zona) - self.jam.now())
        return await self.due.run()

    async def keluar(self) -> list[str]:
        rows: list[Row] = await self.store.read(lambda tx: tx.all("SELECT kunci FROM outbox ORDER BY id"))
        return [row["kunci"] for row in rows]

    async def riwayat(self, jenis: str = PENGINGAT) -> list[Jalan]:
        return (await self.store.read(lambda tx: JadwalQ(tx).riwayat(10_000, jenis)))[::-1]

    async def hasil(self, jenis: str = PENGINGAT) -> list[tuple[str, str]]:
        return sorted((teks(j.slot), j.hasil) for j in await self.riwayat(jenis))


@pytest.fixture
def penyusun() -> Penyusun:
    return Penyusun()


@pytest.fixture
def rekap() -> Penyusun:
    return Penyusun(kirim=2)


@pytest.fixture
def jenis(penyusun: Penyusun, rekap: Penyusun) -> dict[str, Berkala]:
    return {
        PENGINGAT: Berkala(GABUNG, HARI, penyusun, sekali=100),
        REKAP: Berkala(TERLAMBAT, TELAT_REKAP, rekap, sekali=10_000),
    }


@pytest.fixture
def dunia(store: Store, jam: Jam, jenis: dict[str, Berkala], runner: asyncio.Runner) -> Dunia:
    """Bu Sari in Cibeber; it is Saturday 20.00 WIB, and her next reminder is tomorrow's."""
    dunia = Dunia(store, jam, jenis)
    runner.run(store.write(pendamping))
    runner.run(dunia.due.run())
    return dunia


async def orang(dunia: Dunia, n: int) -> list[str]:
    ids = await dunia.store.write(lambda tx: [str(pendamping(tx, f"Bu {i}").id) for i in range(n)])
    await dunia.store.write(lambda tx: JadwalQ(tx).sinkron(KINI))
    return ids


# --- in its time ----------------------------------------------------------------------------------------------------


async def test_it_is_said_at_its_hour_and_not_before_or_again(dunia: Dunia) -> None:
    assert await dunia.pada("2026-11-22 18:59") == {}
    assert await dunia.pada("2026-11-22 19:00") == {KIRIM: 1}
    assert await dunia.pada("2026-11-22 19:01") == {}
    assert await dunia.pada("2026-11-23 19:00") == {KIRIM: 1}
    assert await dunia.hasil() == [("2026-11-22 19:00", KIRIM), ("2026-11-23 19:00", KIRIM)]
    assert len(await dunia.keluar()) == 2


async def test_every_message_of_one_time_has_its_own_key(dunia: Dunia) -> None:
    await dunia.pada("2026-11-27 16:00")
    slot = pada("2026-11-27 16:00")
    rekap = [kunci for kunci in await dunia.keluar() if kunci.startswith("rekap")]
    assert rekap == [f"rekap:{KECAMATAN}:{slot}", f"rekap:{KECAMATAN}:{slot}:1"]


async def test_who_has_nothing_to_hear_hears_nothing(dunia: Dunia, penyusun: Penyusun) -> None:
    diam, lupa = await orang(dunia, 2)
    penyusun.sepi, penyusun.lupa = {diam}, {lupa}
    assert await dunia.pada("2026-11-22 19:00") == {KIRIM: 1, SEPI: 2}
    assert {j.kunci for j in await dunia.riwayat() if j.hasil == SEPI} == {diam, lupa}


async def test_everybody_by_the_clock_where_they_are(dunia: Dunia) -> None:
    await dunia.store.write(lambda tx: tx.run("UPDATE orang SET zona = ?", (WIT,)))
    await dunia.store.write(lambda tx: JadwalQ(tx).sinkron(KINI))
    assert await dunia.pada("2026-11-22 18:59", WIT) == {}
    assert await dunia.pada("2026-11-22 19:00", WIT) == {KIRIM: 1}


# --- after downtime -------------------------------------------------------------------------------------------------


async def test_a_reminder_of_the_same_day_comes_late_before_the_quiet_hours(dunia: Dunia) -> None:
    assert await dunia.pada("2026-11-22 21:29") == {KIRIM: 1}


@pytest.mark.parametrize("kembali", ["2026-11-22 21:30", "2026-11-22 23:59", "2026-11-23 02:00", "2026-11-23 06:00"])
async def test_a_reminder_is_passed_over_in_quiet_hours_and_on_the_day_after(dunia: Dunia, kembali: str) -> None:
    assert await dunia.pada(kembali) == {LEWAT: 1}
    assert await dunia.pada("2026-11-23 19:00") == {KIRIM: 1}
    assert await dunia.hasil() == [("2026-11-22 19:00", LEWAT), ("2026-11-23 19:00", KIRIM)]


async def test_of_many_missed_reminders_only_the_last_is_said(dunia: Dunia) -> None:
    assert await dunia.pada("2026-11-25 19:30") == {KIRIM: 1}
    assert await dunia.hasil() == [
        ("2026-11-22 19:00", LEWAT), ("2026-11-23 19:00", LEWAT), ("2026-11-24 19:00", LEWAT),
        ("2026-11-25 19:00", KIRIM),
    ]  # fmt: skip


async def test_a_reminder_wished_for_before_dawn_waits_for_the_morning(dunia: Dunia) -> None:
    sari = (await dunia.store.read(lambda tx: JadwalQ(tx).daftar(1, PENGINGAT)))[0]
    await dunia.store.write(lambda tx: JadwalQ(tx).atur(PENGINGAT, sari.kunci, {"jam": "05:00"}, KINI))
    assert await dunia.pada("2026-11-22 05:00") == {}
    assert await dunia.pada("2026-11-22 05:59") == {}
    assert await dunia.pada("2026-11-22 06:00") == {KIRIM: 1}


@pytest.mark.parametrize(
    ("kembali", "jadi"),
    [("2026-11-27 21:29", "2026-11-27 21:29"), ("2026-11-27 21:30", "2026-11-28 06:00"),
     ("2026-11-30 15:59", "2026-11-30 15:59"), ("2026-11-30 16:01", ""), ("2026-12-01 03:00", "")],
)  # fmt: skip
async def test_a_recap_comes_late_in_waking_hours_for_three_days(dunia: Dunia, kembali: str, jadi: str) -> None:
    await dunia.pada(kembali)
    hasil = await dunia.riwayat(REKAP)
    if jadi > kembali:
        assert hasil == []
        await dunia.pada(jadi)
        hasil = await dunia.riwayat(REKAP)
    assert [(teks(j.slot), j.hasil) for j in hasil] == [("2026-11-27 16:00", KIRIM if jadi else LEWAT)]
    assert not jadi or teks(hasil[0].dijalankan) == jadi


async def test_of_several_missed_weeks_only_the_last_is_sent(dunia: Dunia) -> None:
    await dunia.pada("2026-12-19 10:00")
    assert await dunia.hasil(REKAP) == [
        ("2026-11-27 16:00", LEWAT), ("2026-12-04 16:00", LEWAT), ("2026-12-11 16:00", LEWAT),
        ("2026-12-18 16:00", KIRIM),
    ]  # fmt: skip


# --- a clock that jumps ---------------------------------------------------------------------------------------------


async def test_a_clock_a_year_ahead_and_back_again_loses_and_doubles_nothing(dunia: Dunia) -> None:
    await dunia.pada("2026-11-22 19:00")
    await dunia.pada("2027-11-22 19:05")
    assert len(await dunia.riwayat()) == 1 + TERCATAT + 1
    await dunia.pada("2026-11-22 19:06")
    await dunia.pada("2026-11-23 19:00")
    await dunia.pada("2026-11-27 19:00")
    slot = [f"2026-11-{n} 19:00" for n in range(22, 28)] + ["2027-11-22 19:00"]
    assert await dunia.hasil() == list(zip(slot, [KIRIM, KIRIM, LEWAT, LEWAT, LEWAT, KIRIM, KIRIM], strict=True))
    assert len(await dunia.keluar()) == 4 + 2
    assert [h for h in await dunia.hasil(REKAP) if h[0] < "2026-12"] == [("2026-11-27 16:00", KIRIM)]


async def test_a_clock_set_back_a_day_says_nothing_again(dunia: Dunia) -> None:
    await dunia.pada("2026-11-22 19:00")
    await dunia.pada("2026-11-21 19:01")
    for lokal in ("2026-11-22 18:59", "2026-11-22 19:00", "2026-11-22 19:01"):
        assert await dunia.pada(lokal) == {}
    assert await dunia.pada("2026-11-23 19:00") == {KIRIM: 1}
    assert await dunia.hasil() == [("2026-11-22 19:00", KIRIM), ("2026-11-23 19:00", KIRIM)]


async def test_what_was_silent_is_asked_again_when_the_clock_was_ahead(dunia: Dunia, penyusun: Penyusun) -> None:
    (sari,) = await dunia.store.read(lambda tx: JadwalQ(tx).daftar(1, PENGINGAT))
    penyusun.sepi = {sari.kunci}
    assert await dunia.pada("2026-11-23 19:00") == {SEPI: 1}
    penyusun.sepi = set()
    await dunia.pada("2026-11-22 12:00")
    assert await dunia.pada("2026-11-22 19:00") == {KIRIM: 1}
    assert await dunia.pada("2026-11-23 19:00") == {KIRIM: 1}


# --- two programs ---------------------------------------------------------------------------------------------------


async def test_two_programs_at_once_say_everything_once(
    dunia: Dunia, url: str, jenis: dict[str, Berkala], jam: Jam
) -> None:
    await orang(dunia, 240)
    lain = await buka_store(url)
    semua = [DueRows(di, jam, jenis) for di in (dunia.store, lain) * 2]
    for lokal in ("2026-11-22 19:00", "2026-11-25 19:00", "2026-11-27 16:00"):
        jam.maju(pada(lokal) - jam.now())
        await asyncio.gather(*(satu.run() for satu in semua))
    keluar = Counter(await dunia.keluar())
    assert set(keluar.values()) == {1}
    assert len(keluar) == 241 * 2 + 2
    jalan = await dunia.riwayat()
    assert len(jalan) == len({(j.kunci, j.slot) for j in jalan}) == 241 * 5
    await lain.close()


async def test_a_program_that_is_ended_in_the_middle_goes_on_where_it_was(
    dunia: Dunia, penyusun: Penyusun, jenis: dict[str, Berkala]
) -> None:
    await orang(dunia, 120)
    dunia.jam.maju(pada("2026-11-22 19:00") - KINI)
    kerja = asyncio.create_task(dunia.due.run())
    while not (sebagian := len(await dunia.keluar())):
        await asyncio.sleep(0)
    kerja.cancel()
    await asyncio.gather(kerja, return_exceptions=True)
    assert sebagian < 121
    await DueRows(dunia.store, dunia.jam, jenis).run()
    keluar = await dunia.keluar()
    assert len(keluar) == len(set(keluar)) == 121


# --- what fails -----------------------------------------------------------------------------------------------------


async def test_one_that_cannot_be_composed_keeps_nobody_back_and_is_tried_again(
    dunia: Dunia, penyusun: Penyusun
) -> None:
    (buruk, *_) = await orang(dunia, 30)
    penyusun.jatuh = {buruk}
    assert await dunia.pada("2026-11-22 19:00") == {KIRIM: 30}
    assert penyusun.kali < 15
    assert await dunia.pada("2026-11-22 19:00") == {}
    kali = penyusun.kali
    assert await dunia.due.run() == {}
    assert penyusun.kali == kali, "not before a minute has gone by"
    penyusun.jatuh = set()
    assert await dunia.pada("2026-11-22 19:01") == {KIRIM: 1}


@pytest.mark.parametrize("apa", ["jatuh", "tulis_jatuh"])
async def test_after_some_tries_it_is_on_record_that_it_failed(dunia: Dunia, penyusun: Penyusun, apa: str) -> None:
    (buruk,) = await orang(dunia, 1)
    setattr(penyusun, apa, {buruk})
    hitung: Counter[str] = Counter()
    for menit in range(60):
        hitung += await dunia.pada(f"2026-11-22 19:{menit:02}")
    assert hitung == {KIRIM: 1, GAGAL: 1}
    assert penyusun.kali <= 2 * COBA + 2
    assert [j.hasil for j in await dunia.riwayat() if j.kunci == buruk] == [GAGAL]
    sisa: list[Any] = await dunia.store.read(
        lambda tx: tx.all("SELECT 1 AS ada FROM nomor WHERE awalan LIKE ?", (f"{buruk}:%",))
    )
    assert sisa == []
    setattr(penyusun, apa, set())
    assert await dunia.pada("2026-11-23 19:00") == {KIRIM: 2}


async def test_a_store_that_fails_leaves_everything_due(dunia: Dunia, jenis: dict[str, Berkala]) -> None:
    sakit = StoreSakit(dunia.store)
    lain = DueRows(sakit, dunia.jam, jenis)
    dunia.jam.maju(pada("2026-11-22 19:00") - KINI)
    sakit.gagal = 1
    with pytest.raises(OSError, match="disk"):
        await lain.run()
    assert await lain.run() == {KIRIM: 1}


# --- beside people's turns ------------------------------------------------------------------------------------------


async def test_many_are_composed_in_batches_and_settled_a_few_at_a_time(
    dunia: Dunia, penyusun: Penyusun, monkeypatch: pytest.MonkeyPatch
) -> None:
    await orang(dunia, 249)
    sekali: Counter[int] = Counter()

    def selesaikan(tx: Tx, hasil: Hasil, kini: int) -> str | Exception:
        sekali[id(tx)] += 1
        return asli(tx, hasil, kini)

    asli = berkala.selesaikan
    monkeypatch.setattr(due, "selesaikan", selesaikan)
    lain = StoreSakit(dunia.store)
    tulisan: list[int] = []

    async def hitung(_: object) -> None:
        tulisan.append(sum(sekali.values()))
        sekali.clear()

    lain.sesudah = hitung
    dunia.due._store = lain
    assert await dunia.pada("2026-11-22 19:00") == {KIRIM: 250}
    assert penyusun.banyak == [100, 100, 50]
    assert max(tulisan) == SETULIS
    assert len(await dunia.keluar()) == 250
