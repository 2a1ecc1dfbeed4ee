"""Messages go out: in order, one in flight per chat, and none lost whatever the platform says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

import bot.sender
from bot.channels.contract import Pace, SendError
from bot.clock import SystemClock
from bot.lease import LAMA, PERBARUI, Digantikan, Proses
from bot.sender import BERSAMAAN, PADAT, PUTUS, Sender
from bot.settle import JEDA
from bot.turn import WorldOf, encode
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import BALASAN, PENGINGAT, SIARAN, OutboxQ
from data.pengaturan import Pengaturan
from data.store import Row, Store, Tx
from handlers import dokumen
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from tests.conftest import Jam, Kanal, StoreSakit


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.lambat)])
def engine(request: pytest.FixtureRequest) -> str:
    """Both, but SQLite only when it has to be quick: what differs between them is tried in tests/data."""
    return str(request.param)


@pytest.fixture(autouse=True)
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.sender, "INTIP", 0.01)
    monkeypatch.setattr(bot.sender, "INTIP_BERSAMA", 0.01)


@pytest.fixture
def buat(store: Store, jam: Jam, kanal: Kanal, gudang: Gudang) -> Callable[..., Sender]:
    """Another sender on the same database: the program started again."""
    return lambda di=store, proses=None: Sender(kanal, di, jam, gudang, WorldOf(Pengaturan()), proses)


@pytest.fixture
def sender(buat: Callable[..., Sender]) -> Sender:
    return buat()


@asynccontextmanager
async def jalan(sender: Sender) -> AsyncIterator[None]:
    tugas = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        await sender.close()
        await tugas


async def mati(sender: Sender, tugas: asyncio.Task[None]) -> None:
    """As kill -9 leaves it: what was in flight is never settled."""
    semua = [tugas, *sender._in_flight.values()]
    for satu in semua:
        satu.cancel()
    await asyncio.gather(*semua, return_exceptions=True)


async def sampai(benar: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not benar():
            await asyncio.sleep(0.005)


async def terhenti(sender: Sender, jam: Jam) -> None:
    """Until the whole channel waits for its platform to come back."""
    await sampai(lambda: sender._held.get("", 0) > jam.monotonic() and not sender._in_flight)


async def diam() -> None:
    """Long enough for whatever is going to happen."""
    await asyncio.sleep(0.08)


async def antre(store: Store, *teks: str, tujuan: str = "77", kelas: int = BALASAN, kini: int = 0) -> None:
    await store.write(
        lambda tx: [OutboxQ(tx).antre("uji", tujuan, encode(Pesan(satu)), kini, kelas=kelas) for satu in teks]
    )


async def baris(store: Store) -> list[Row]:
    return await store.read(lambda tx: tx.all("SELECT * FROM outbox ORDER BY id"))


async def status(store: Store) -> list[str]:
    return [row["status"] for row in await baris(store)]


def tak_terjangkau() -> SendError:
    return SendError("sementara", "ConnectError")


def entah_sampai() -> SendError:
    return SendError("sementara", "TimedOut", mungkin_sampai=True)


# --- all is well ----------------------------------------------------------------------------------------------------


async def test_a_message_is_sent_once_and_marked_so(store: Store, sender: Sender, kanal: Kanal, jam: Jam) -> None:
    await antre(store, "halo")
    async with jalan(sender):
        await sender.drained()
        await diam()
    (row,) = await baris(store)
    assert kanal.terkirim == [("77", "halo")]
    assert (row["status"], row["ext_id"], row["terkirim"], row["coba"]) == (
        "terkirim",
        f"ext-{row['id']}",
        jam.now(),
        0,
    )


async def test_it_goes_at_once_when_the_sender_is_told(
    store: Store, sender: Sender, kanal: Kanal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.sender, "INTIP", 60.0)
    monkeypatch.setattr(bot.sender, "INTIP_BERSAMA", 60.0)
    async with jalan(sender):
        await diam()
        await antre(store, "halo")
        sender.wake.set()
        await sampai(lambda: kanal.terkirim)


async def test_what_is_due_later_goes_when_its_time_has_come(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    await antre(store, "nanti", kini=jam.now() + 60)
    async with jalan(sender):
        await diam()
        assert kanal.terkirim == []
        jam.maju(60)
        await sampai(lambda: kanal.terkirim)


async def test_replies_before_reminders_before_broadcasts(
    store: Store, sender: Sender, kanal: Kanal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.sender, "BERSAMAAN", 1)
    for n, kelas in enumerate((SIARAN, PENGINGAT, BALASAN, SIARAN, BALASAN)):
        await antre(store, str(n), tujuan=str(n), kelas=kelas)
    async with jalan(sender):
        await sender.drained()
    assert [teks for _, teks in kanal.terkirim] == ["2", "4", "1", "0", "3"]


async def test_never_two_in_flight_to_one_chat_and_never_too_many_at_once(
    store: Store, sender: Sender, kanal: Kanal
) -> None:
    kanal.pintu.clear()
    for tujuan in range(BERSAMAAN + 8):
        await antre(store, "satu", "dua", tujuan=str(tujuan))
    await antre(store, "ingat", tujuan="0", kelas=PENGINGAT)
    async with jalan(sender):
        await sampai(lambda: kanal.sedang.total() == BERSAMAAN)
        await diam()
        kanal.pintu.set()
        await sender.drained()
    assert kanal.bertabrakan == []
    assert kanal.terbanyak == BERSAMAAN
    for tujuan in range(BERSAMAAN + 8):
        teks = [teks for di, teks in kanal.terkirim if di == str(tujuan)]
        assert teks == ["satu", "dua", *(["ingat"] if tujuan == 0 else [])]


async def test_a_file_is_made_where_the_channel_wants_one(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dokumen, "buat", lambda resep, desa, bahan, hari: f"{resep} {bahan}".encode())
    pesan = encode(Pesan("ini", berkas=Berkas("a.xlsx", "drp_xlsx", {"bulan": "2026-11"})))
    await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    for butuh in (True, False):
        kanal.butuh_berkas = butuh
        await store.write(lambda tx: OutboxQ(tx).antre("uji", "77", pesan, 0))
        sender = buat()
        async with jalan(sender):
            await sender.drained()
    assert [kiriman.berkas for kiriman in kanal.kiriman] == [b"drp_xlsx {'bulan': '2026-11'}", None]


async def test_a_file_for_an_address_that_is_nobody_s_is_not_made(store: Store, sender: Sender, kanal: Kanal) -> None:
    pesan = encode(Pesan("ini", berkas=Berkas("a.xlsx", "drp_xlsx", {})))
    await store.write(lambda tx: OutboxQ(tx).antre("uji", "77", pesan, 0))
    async with jalan(sender):
        await sender.drained()
    assert kanal.terkirim == []
    assert [(row["status"], row["galat"]) for row in await baris(store)] == [("gagal", "a file for nobody")]


# --- what a platform says -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("galat", [SendError("tetap", "BadRequest"), RuntimeError("a mistake of ours")])
async def test_a_message_that_can_never_be_sent_is_failed_and_visible_and_the_next_goes(
    store: Store, sender: Sender, kanal: Kanal, galat: Exception
) -> None:
    kanal.galat["buruk"] = [galat]
    await antre(store, "buruk", "baik")
    async with jalan(sender):
        await sender.drained()
    assert kanal.terkirim == [("77", "baik")]
    sebab = galat.sebab if isinstance(galat, SendError) else "RuntimeError"
    assert [(row["status"], row["galat"]) for row in await baris(store)] == [("gagal", sebab), ("terkirim", None)]


async def test_when_the_person_blocked_us_the_address_is_closed(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    ani = await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    kanal.galat["halo"] = [SendError("tutup", "Forbidden: bot was blocked by the user")]
    await antre(store, "halo")
    async with jalan(sender):
        await sender.drained()
    assert await status(store) == ["gagal"]
    assert await store.read(lambda tx: OrangQ(tx).alamat_aktif(ani.id)) == []


async def test_a_throttled_chat_waits_as_long_as_it_was_told_and_no_other_does(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    kanal.galat["satu"] = [SendError("tunggu", "RetryAfter", tunggu=30)]
    await antre(store, "satu", "dua")
    await antre(store, "lain", "lagi", tujuan="78")
    async with jalan(sender):
        await sampai(lambda: len(kanal.terkirim) == 2 and not sender._in_flight)
        jam.maju(29)
        await antre(store, "tiga")
        await diam()
        assert kanal.terkirim == [("78", "lain"), ("78", "lagi")]
        jam.maju(1)
        await sender.drained()
    assert [teks for tujuan, teks in kanal.terkirim if tujuan == "77"] == ["satu", "dua", "tiga"]
    assert [row["coba"] for row in await baris(store)] == [0] * 5


async def test_a_message_that_may_have_arrived_is_tried_again_minutes_apart_and_then_failed(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    kanal.galat["halo"] = [entah_sampai() for _ in range(9)]
    await antre(store, "halo")
    async with jalan(sender):
        for nomor, jeda in enumerate(JEDA, start=1):
            await sampai(lambda nomor=nomor: not sender._in_flight and len(kanal.galat["halo"]) == 9 - nomor)  # type: ignore[misc]
            jam.maju(jeda - 1)
            await diam()
            assert len(kanal.galat["halo"]) == 9 - nomor
            jam.maju(1)
        await sender.drained()
    (row,) = await baris(store)
    assert (row["status"], row["galat"], row["coba"]) == ("gagal", "TimedOut", len(JEDA))
    assert len(kanal.galat["halo"]) == 9 - len(JEDA) - 1


async def test_a_broadcast_that_may_have_arrived_is_never_sent_again(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    kanal.galat["siaran"] = [entah_sampai()]
    await antre(store, "siaran", kelas=SIARAN)
    async with jalan(sender):
        await sender.drained()
        jam.maju(3600)
        await diam()
    assert kanal.terkirim == []
    assert await status(store) == ["ragu"]


@pytest.mark.parametrize(
    "galat",
    [
        SendError("tunggu", "RetryAfter", tunggu=2.5),
        SendError("sementara", "TimedOut", mungkin_sampai=True),
        SendError("sementara", "ConnectError"),
    ],
    ids=["throttled", "may have arrived", "unreachable"],
)
async def test_two_replies_to_one_chat_keep_their_order_when_the_first_has_to_wait(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam, galat: SendError
) -> None:
    """Else the older question would stand last on the screen, and be answered for the newer one."""
    kanal.galat["satu"] = [galat]
    await antre(store, "satu", "dua", kini=jam.now())
    async with jalan(sender):
        await sampai(lambda: not kanal.galat["satu"] and not sender._in_flight)
        await antre(store, "tiga", kini=jam.now())
        for _ in range(10):
            jam.maju(0.5)
            await asyncio.sleep(0.02)
        await sender.drained()
    assert [teks for _, teks in kanal.terkirim] == ["satu", "dua", "tiga"]


async def test_a_chat_that_moved_is_followed(store: Store, sender: Sender, kanal: Kanal, jam: Jam) -> None:
    ani = await store.write(lambda tx: OrangQ(tx).kenal("uji", "-5", "Ani", jam.now()))
    kanal.galat["satu"] = [SendError("pindah", "ChatMigrated", tujuan_baru="-1005")]
    await antre(store, "satu", "dua", tujuan="-5")
    async with jalan(sender):
        await sender.drained()
    assert kanal.terkirim == [("-1005", "satu"), ("-1005", "dua")]
    assert await store.read(lambda tx: OrangQ(tx).alamat_aktif(ani.id)) == [("uji", "-1005")]


async def test_a_chat_that_never_stops_moving_is_given_up(store: Store, sender: Sender, kanal: Kanal) -> None:
    kanal.galat["satu"] = [SendError("pindah", "ChatMigrated", tujuan_baru="-6") for _ in range(50)]
    await antre(store, "satu", tujuan="-5")
    async with jalan(sender):
        await sender.drained()
    assert await status(store) == ["gagal"]


async def test_a_channel_that_cannot_go_on_stops_and_keeps_everything(
    store: Store, buat: Callable[..., Sender], kanal: Kanal
) -> None:
    sender = buat()
    kanal.galat["satu"] = [SendError("berhenti", "InvalidToken")]
    await antre(store, "satu", "dua")
    async with jalan(sender):
        await sampai(lambda: sender.halted)
        await asyncio.wait_for(sender.drained(), 5)
        await diam()
    assert sender.halted == "InvalidToken"
    assert kanal.terkirim == []
    assert [(row["status"], row["coba"]) for row in await baris(store)] == [("antre", 0), ("antre", 0)]
    baru = buat()
    async with jalan(baru):
        await baru.drained()
    assert [teks for _, teks in kanal.terkirim] == ["satu", "dua"]


# --- the platform is out of reach -----------------------------------------------------------------------------------


async def test_while_the_platform_is_out_of_reach_the_channel_waits_and_loses_nothing(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    """Longer each time; a try that cannot have arrived is not counted against any message."""
    for n in range(20):
        kanal.galat[f"a{n}"] = [tak_terjangkau() for _ in range(len(PUTUS) + 2)]
        await antre(store, f"a{n}", f"b{n}", tujuan=str(n))
    async with jalan(sender):
        for jeda in (*PUTUS, PUTUS[-1], PUTUS[-1]):
            await terhenti(sender, jam)
            sisa = sum(map(len, kanal.galat.values()))
            jam.maju(jeda - 0.5)
            await diam()
            assert sum(map(len, kanal.galat.values())) == sisa
            jam.maju(0.5)
        await sender.drained()
    for n in range(20):
        assert [teks for tujuan, teks in kanal.terkirim if tujuan == str(n)] == [f"a{n}", f"b{n}"]
    assert {(row["status"], row["coba"]) for row in await baris(store)} == {("terkirim", 0)}


async def test_after_the_platform_returned_the_next_outage_begins_with_a_short_wait(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    kanal.galat = {"satu": [tak_terjangkau(), tak_terjangkau()], "dua": [tak_terjangkau()]}
    async with jalan(sender):
        await antre(store, "satu")
        for jeda in PUTUS[:2]:
            await terhenti(sender, jam)
            jam.maju(jeda)
        await sampai(lambda: kanal.terkirim)
        await antre(store, "dua", kini=jam.now())
        await sampai(lambda: not kanal.galat["dua"])
        await terhenti(sender, jam)
        jam.maju(PUTUS[0])
        await sender.drained()
    assert [teks for _, teks in kanal.terkirim] == ["satu", "dua"]


# --- crashes --------------------------------------------------------------------------------------------------------


async def test_what_was_in_flight_at_a_crash_is_sent_again_unless_it_was_a_broadcast(
    store: Store, buat: Callable[..., Sender], kanal: Kanal
) -> None:
    for kelas, teks in enumerate(("balasan", "pengingat", "siaran")):
        await antre(store, teks, tujuan=teks, kelas=kelas)
    kanal.pintu.clear()
    sender = buat()
    tugas = asyncio.create_task(sender.run())
    await sampai(lambda: kanal.sedang.total() == 3)
    await mati(sender, tugas)
    assert await status(store) == ["dikirim"] * 3
    kanal.pintu.set()
    sender = buat()
    async with jalan(sender):
        await sender.drained()
    assert sorted(teks for _, teks in kanal.terkirim) == ["balasan", "pengingat"]
    assert await status(store) == ["terkirim", "terkirim", "ragu"]


async def test_closing_lets_what_is_in_flight_arrive(store: Store, buat: Callable[..., Sender], kanal: Kanal) -> None:
    kanal.pintu.clear()
    await antre(store, "satu", "dua")
    sender = buat()
    tugas = asyncio.create_task(sender.run())
    await sampai(lambda: kanal.sedang.total() == 1)
    asyncio.get_running_loop().call_later(0.05, kanal.pintu.set)
    await sender.close()
    await tugas
    assert kanal.terkirim == [("77", "satu")]
    assert await status(store) == ["terkirim", "antre"]


async def test_a_database_that_is_away_for_a_moment_makes_nothing_forgotten_and_nothing_sent_twice(
    store: Store, buat: Callable[..., Sender], kanal: Kanal
) -> None:
    sakit = StoreSakit(store)
    sender = buat(sakit)
    sakit.gagal = 2  # when it starts
    async with jalan(sender):
        kanal.pintu.clear()
        await antre(store, "satu", "dua")
        await sampai(lambda: kanal.sedang.total() == 1)
        sakit.gagal = 3  # when it has sent
        kanal.pintu.set()
        await sampai(lambda: sakit.gagal == 0)
        await sender.drained()
    assert [teks for _, teks in kanal.terkirim] == ["satu", "dua"]
    assert await status(store) == ["terkirim", "terkirim"]


# --- several processes ----------------------------------------------------------------------------------------------


def proses(nama: str, mulai: int = 1) -> Proses:
    return Proses(nama, mulai)


async def test_of_two_processes_one_sends_and_the_other_takes_over_when_it_is_gone(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam
) -> None:
    pertama, kedua = buat(proses=proses("bot-1")), buat(proses=proses("bot-2"))
    tugas = asyncio.create_task(pertama.run())
    await diam()
    kanal.pintu.clear()
    await antre(store, "satu")
    async with jalan(kedua):
        await sampai(lambda: kanal.sedang.total() == 1)
        await mati(pertama, tugas)
        kanal.pintu.set()
        await diam()
        assert kanal.terkirim == []  # until its lease is over, the first may still be at work
        jam.maju(LAMA)
        await kedua.drained()
    assert kanal.terkirim == [("77", "satu")]


async def test_a_process_that_stops_in_order_leaves_the_sending_to_the_other_at_once(
    store: Store, buat: Callable[..., Sender], kanal: Kanal
) -> None:
    async with jalan(buat(proses=proses("bot-1"))):
        await diam()
    async with jalan(buat(proses=proses("bot-2"))):
        await antre(store, "satu")
        await sampai(lambda: kanal.terkirim)


async def test_a_second_run_under_the_same_name_ends_the_first(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam
) -> None:
    tugas = asyncio.create_task(buat(proses=proses("utama", 1)).run())
    await diam()
    async with jalan(buat(proses=proses("utama", 2))):
        await diam()
        jam.maju(PERBARUI)
        with pytest.raises(Digantikan, match="utama"):
            await asyncio.wait_for(tugas, 5)
        await antre(store, "satu", kini=jam.now())
        await sampai(lambda: kanal.terkirim)


async def test_a_lease_that_cannot_be_renewed_in_time_is_not_used(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam
) -> None:
    sakit = StoreSakit(store)
    async with jalan(buat(sakit, proses=proses("bot-1"))):
        await diam()
        sakit.gagal = 1_000_000
        await antre(store, "satu")
        jam.maju(LAMA)
        await diam()
        assert kanal.terkirim == []
        sakit.gagal = 0
        await sampai(lambda: kanal.terkirim)


async def test_a_lease_renewed_too_late_sends_nothing_again_that_is_still_on_its_way(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam
) -> None:
    """The database was away for longer than the lease lasts, and so was everybody else."""
    kanal.pintu.clear()
    await antre(store, "satu")
    async with jalan(buat(proses=proses("bot-1"))):
        await sampai(lambda: kanal.sedang.total() == 1)
        jam.maju(LAMA * 2)
        await diam()
        assert kanal.bertabrakan == []
        kanal.pintu.set()
        await sampai(lambda: kanal.terkirim)
        await diam()
    assert kanal.terkirim == [("77", "satu")]


# --- buttons that are over ------------------------------------------------------------------------------------------


def tanya(teks: str, data: str = "k3~desa~1") -> str:
    return encode(Pesan(teks, tombol=(Tombol("Sukamaju", data),)))


async def kirim(store: Store, sender: Sender, *isi: str, kelas: int = BALASAN) -> None:
    await store.write(lambda tx: [OutboxQ(tx).antre("uji", "77", satu, 0, kelas=kelas) for satu in isi])
    sender.wake.set()
    await sender.drained()


async def test_the_buttons_of_a_question_go_when_the_next_message_has_come(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    async with jalan(sender):
        await kirim(store, sender, tanya("Desa mana?"))
        assert kanal.bersih == []
        await kirim(store, sender, tanya("Kegiatan apa?"))
        assert kanal.bersih == [("77", "ext-1")]
        await kirim(store, sender, encode(Pesan("Tersimpan.", tombol=(Tombol("Menu", "0~!~menu"),))))
        assert kanal.bersih == [("77", "ext-1"), ("77", "ext-2")]
        await kirim(store, sender, tanya("Desa mana?"))
    assert len(kanal.bersih) == 2, "the receipt's buttons start something: they stay"


async def test_a_reminder_leaves_the_question_s_buttons_alone(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    async with jalan(sender):
        await kirim(store, sender, tanya("Desa mana?"))
        await kirim(store, sender, tanya("Masih ada draf."), kelas=PENGINGAT)
    assert kanal.bersih == []


async def test_the_buttons_are_remembered_over_a_restart_and_may_be_gone(
    store: Store, buat: Callable[..., Sender], kanal: Kanal, jam: Jam
) -> None:
    await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    for teks in ("satu", "dua", "tiga"):
        kanal.galat["ext-2"] = [SendError("tetap", "message to edit not found")]
        sender = buat()
        async with jalan(sender):
            await kirim(store, sender, tanya(teks))
    assert kanal.bersih == [("77", "ext-1")]
    assert await status(store) == ["terkirim"] * 3


async def test_a_chat_throttled_over_its_buttons_is_left_alone_until_then(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam
) -> None:
    await store.write(lambda tx: OrangQ(tx).kenal("uji", "77", "Ani", jam.now()))
    kanal.galat["ext-1"] = [SendError("tunggu", "429", tunggu=5)]
    async with jalan(sender):
        await kirim(store, sender, tanya("satu"))
        await kirim(store, sender, tanya("dua"))
        await antre(store, "tiga")
        sender.wake.set()
        await diam()
        assert [teks for _, teks in kanal.terkirim] == ["satu", "dua"]
        jam.maju(5)
        sender.wake.set()
        await sampai(lambda: [teks for _, teks in kanal.terkirim] == ["satu", "dua", "tiga"])


# --- a whole channel ------------------------------------------------------------------------------------------------


async def test_when_chat_after_chat_is_throttled_the_whole_channel_waits(
    store: Store, sender: Sender, kanal: Kanal, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.sender, "BERSAMAAN", PADAT)
    for n in range(20):
        kanal.galat[str(n)] = [SendError("tunggu", "RetryAfter", tunggu=10)]
        await antre(store, str(n), tujuan=str(n))
    async with jalan(sender):
        await terhenti(sender, jam)
        tersisa = sum(map(len, kanal.galat.values()))
        assert tersisa > 0
        await diam()
        assert sum(map(len, kanal.galat.values())) == tersisa
        for _ in range(40):
            jam.maju(10)
            await asyncio.sleep(0.02)
        await sender.drained()
    assert len(kanal.terkirim) == 20


async def test_a_reply_does_not_wait_behind_the_broadcast_that_is_under_way(
    store: Store, gudang: Gudang, kanal: Kanal
) -> None:
    """At 50 a second, 400 broadcasts are 8 seconds; a reply in their midst goes among the next few."""
    kanal.pace = Pace(per_detik=50)
    for n in range(400):
        await antre(store, "siaran", tujuan=f"s{n}", kelas=SIARAN)
    sender = Sender(kanal, store, SystemClock(), gudang, WorldOf(Pengaturan()))
    async with jalan(sender):
        await sampai(lambda: len(kanal.terkirim) > 10)
        sebelum = len(kanal.terkirim)
        await antre(store, "balasan")
        await sampai(lambda: ("77", "balasan") in kanal.terkirim)
    assert kanal.terkirim.index(("77", "balasan")) - sebelum < 20


async def test_all_is_sent_only_when_the_last_task_has_ended_too(
    store: Store, sender: Sender, kanal: Kanal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row is settled a moment before its task is over; who waits for all must wait for both."""
    hitung, ingat = sender._waiting, sender._remember

    async def menghitung() -> int:
        await asyncio.sleep(0.05)
        return await hitung()

    async def mengingat(fn: Callable[[Tx], object]) -> object:
        hasil = await ingat(fn)
        await asyncio.sleep(0.2)
        return hasil

    monkeypatch.setattr(sender, "_waiting", menghitung)
    monkeypatch.setattr(sender, "_remember", mengingat)
    async with jalan(sender):
        await antre(store, "halo")
        sender.wake.set()
        await sender.drained()
        assert not sender._in_flight
