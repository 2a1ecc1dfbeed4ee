"""When a message may go, on a clock that only the test moves."""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict
from collections.abc import Coroutine, Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bot.pacing
from bot.channels.contract import Pace
from bot.pacing import RAGU, Pacer
from tests.conftest import Jam
from tests.kali import kali

TELEGRAM = Pace(per_detik=29, jeda_obrolan=1.0)
SEDIKIT = 1e-6
BERUNTUN = TELEGRAM.beruntun


class Waktu(Jam):
    """A clock that jumps to the next moment somebody sleeps for, once everybody sleeps."""

    def __init__(self) -> None:
        super().__init__()
        self._tidur: list[tuple[float, int, asyncio.Future[None]]] = []
        self._nomor = count()

    async def sleep(self, detik: float) -> None:
        bangun: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._tidur, (self.monotonic() + detik, next(self._nomor), bangun))
        await bangun

    async def sampai_selesai(self, semua: Sequence[Coroutine[Any, Any, object]]) -> None:
        tugas = asyncio.gather(*semua)
        while not tugas.done():
            for _ in range(5):  # let everybody who is awake go on until they sleep
                await asyncio.sleep(0)
            if self._tidur:
                saat, _, bangun = heapq.heappop(self._tidur)
                self.maju(max(saat - self.monotonic(), 0))
                bangun.set_result(None)
        await tugas


@pytest.fixture
def waktu() -> Waktu:
    return Waktu()


async def kirim(
    waktu: Waktu, pacer: Pacer, *obrolan: tuple[str, float, int], lama: float = 0
) -> dict[str, list[float]]:
    """(chat, when its messages come, how many), one in flight per chat, `lama` seconds each; when they were sent."""
    mulai = waktu.monotonic()
    terkirim: dict[str, list[float]] = defaultdict(list)

    async def satu(tujuan: str, datang: float, jumlah: int) -> None:
        await waktu.sleep(datang)
        for _ in range(jumlah):
            await pacer.wait(tujuan)
            terkirim[tujuan].append(waktu.monotonic() - mulai)
            await waktu.sleep(lama)

    await waktu.sampai_selesai([satu(*o) for o in obrolan])
    return terkirim


async def test_the_channel_sends_at_even_steps_from_the_first_message_on(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(Pace(per_detik=10), waktu), *((str(n), 0, 1) for n in range(25)))
    assert sorted(t for (t,) in terkirim.values()) == pytest.approx([n / 10 for n in range(25)])


async def test_however_long_a_send_takes_the_steps_do_not_drift(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(Pace(per_detik=10), waktu), *((str(n), 0, 5) for n in range(4)), lama=0.39)
    assert sorted(t for chat in terkirim.values() for t in chat) == pytest.approx([n / 10 for n in range(20)])


async def test_after_a_silence_there_is_no_burst(waktu: Waktu) -> None:
    pacer = Pacer(Pace(per_detik=10), waktu)
    await kirim(waktu, pacer, ("a", 0, 1))
    waktu.maju(60)
    terkirim = await kirim(waktu, pacer, *((str(n), 0, 1) for n in range(3)))
    assert sorted(t for (t,) in terkirim.values()) == pytest.approx([0, 0.1, 0.2])


async def test_a_quiet_chat_gets_a_few_at_once_and_then_one_a_second(waktu: Waktu) -> None:
    pacer = Pacer(Pace(jeda_obrolan=1.0), waktu)
    terkirim = await kirim(waktu, pacer, ("a", 0, BERUNTUN + 3))
    assert terkirim["a"] == pytest.approx([0.0] * BERUNTUN + [1, 2, 3])
    waktu.maju(60)
    assert (await kirim(waktu, pacer, ("a", 0, BERUNTUN + 1)))["a"] == pytest.approx([0.0] * BERUNTUN + [1])


async def test_a_chat_that_has_to_wait_holds_up_no_other(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(TELEGRAM, waktu), ("a", 0, 10), ("b", 3.5, 1))
    assert terkirim["b"] == pytest.approx([3.5])
    assert terkirim["a"][-1] == pytest.approx(10 - BERUNTUN, abs=0.2)


async def test_no_limit_is_no_wait(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(Pace(), waktu), ("a", 0, 100), ("b", 0, 100))
    assert set(terkirim["a"] + terkirim["b"]) == {0.0}


async def test_nearly_all_of_what_the_platform_allows_is_used(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(TELEGRAM, waktu), *((str(n), 0, 4) for n in range(32)), lama=0.4)
    semua = [t for chat in terkirim.values() for t in chat]
    assert len(semua) / (max(semua) + 1 / 29) > 0.95 * 29


async def test_chats_of_long_ago_are_forgotten(waktu: Waktu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.pacing, "BERSIH", 50)
    pacer = Pacer(Pace(jeda_obrolan=1.0), waktu)
    await kirim(waktu, pacer, *((str(n), 0, 1) for n in range(50)))
    waktu.maju(60)
    await kirim(waktu, pacer, ("baru", 0, 1))
    assert list(pacer._chats) == ["baru"]


OBROLAN = st.lists(st.tuples(st.integers(0, 30).map(lambda n: n / 10), st.integers(1, 8)), min_size=1, max_size=60).map(
    lambda semua: [(str(n), datang, jumlah) for n, (datang, jumlah) in enumerate(semua)]
)


@settings(
    max_examples=kali(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(OBROLAN, st.sampled_from([0.0, 0.05, 0.7]))
def test_the_platform_s_limits_hold_in_every_second_whoever_writes_when(
    waktu: Waktu, obrolan: list[tuple[str, float, int]], lama: float
) -> None:
    pace = Pace(per_detik=10, jeda_obrolan=1.0)
    terkirim = asyncio.run(kirim(waktu, Pacer(pace, waktu), *obrolan, lama=lama))
    semua = sorted(t for chat in terkirim.values() for t in chat)
    assert len(semua) == sum(jumlah for _, _, jumlah in obrolan)
    assert all(b - a > 0.1 - SEDIKIT for a, b in zip(semua, semua[1:], strict=False))
    for chat in terkirim.values():
        for awal, saat in enumerate(chat):
            for lebih, nanti in enumerate(chat[awal:], start=1):
                assert lebih <= BERUNTUN + (nanti - saat) + SEDIKIT


# --- groups, and slots given away ahead -----------------------------------------------------------------------------

GRUP = Pace(per_detik=29.5, jeda_obrolan=1.0, jeda_grup=60 / 18, grup=lambda tujuan: tujuan.startswith("-"))


async def test_a_group_gets_no_more_than_twenty_in_any_minute_all_its_topics_together(waktu: Waktu) -> None:
    terkirim = await kirim(waktu, Pacer(GRUP, waktu), ("-1/45", 0, 40), ("-1/46", 0, 40), ("-1", 0, 40), ("7", 0, 40))
    semua = sorted(t for tujuan, kapan in terkirim.items() if tujuan.startswith("-") for t in kapan)
    assert len(semua) == 120
    assert all(nanti - awal >= 60 - SEDIKIT for awal, nanti in zip(semua, semua[20:], strict=False))
    assert terkirim["7"][-1] == pytest.approx(40 - BERUNTUN, abs=0.2), "a person is not held up by the group's limit"


async def test_only_so_many_slots_are_given_away_as_lie_within_the_time_ahead(waktu: Waktu) -> None:
    pacer = Pacer(Pace(per_detik=10), waktu)
    assert pacer.free(0.25) == 3
    await kirim(waktu, pacer, *((str(n), 0, 1) for n in range(3)))
    assert waktu.monotonic() == pytest.approx(1000.2)
    assert pacer.free(0.05) == 0
    assert pacer.opens(0.05) == pytest.approx(0.05)
    waktu.maju(0.06)
    assert (pacer.opens(0.05), pacer.free(0.05)) == (0, 1)


async def test_a_channel_without_a_limit_gives_away_any_number(waktu: Waktu) -> None:
    assert Pacer(Pace(), waktu).free(0.1) is None
    assert Pacer(Pace(), waktu).opens(0.1) == 0


async def test_a_chat_that_had_its_burst_is_full_until_its_next_second(waktu: Waktu) -> None:
    pacer = Pacer(Pace(jeda_obrolan=1.0), waktu)
    await kirim(waktu, pacer, ("a", 0, BERUNTUN), ("b", 0, BERUNTUN - 1))
    assert pacer.full(0.1) == ["a"]
    waktu.maju(0.91)
    assert pacer.full(0.1) == []


async def test_what_counts_for_no_chat_takes_a_slot_of_the_channel(waktu: Waktu) -> None:
    pacer = Pacer(Pace(per_detik=10), waktu)
    await waktu.sampai_selesai([pacer.wait_channel(), pacer.wait_channel()])
    assert waktu.monotonic() == pytest.approx(1000.1)
    assert (await kirim(waktu, pacer, ("a", 0, 1)))["a"] == pytest.approx([0.1], abs=1e-5)


# --- what the platform counts is what arrives -----------------------------------------------------------------------


async def test_a_second_is_counted_from_when_the_first_of_it_arrived(waktu: Waktu) -> None:
    """A slow way there takes from the platform's second what a quick one after it would add."""
    pacer = Pacer(Pace(per_detik=10), waktu)
    pergi: list[float] = []

    async def satu(n: int, lama: float) -> None:
        berangkat = await pacer.wait(str(n))
        pergi.append(waktu.monotonic() - 1000)
        await waktu.sleep(lama)
        pacer.answered(berangkat)

    cepat, lambat = 0.02, 0.02 + RAGU / 2
    await waktu.sampai_selesai([satu(n, lambat if n == 1 else cepat) for n in range(13)])
    assert pergi[:11] == pytest.approx([n / 10 for n in range(11)])
    assert pergi[11] - pergi[1] == pytest.approx(1 + RAGU / 2, abs=0.002)
    assert pergi[12] == pytest.approx(1.2)  # and nobody behind it waits for that


async def test_one_that_takes_very_long_holds_up_another_only_a_little(waktu: Waktu) -> None:
    pacer = Pacer(Pace(per_detik=10), waktu)
    pergi: list[float] = []

    async def satu(n: int) -> None:
        berangkat = await pacer.wait(str(n))
        pergi.append(waktu.monotonic() - 1000)
        await waktu.sleep(0.9 if n == 1 else 0.02)
        pacer.answered(berangkat)

    await waktu.sampai_selesai([satu(n) for n in range(12)])
    assert pergi[11] - pergi[1] == pytest.approx(1 + RAGU, abs=0.002)
