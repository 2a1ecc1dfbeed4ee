"""Messages come in: stored, then answered in order, whatever fails on the way."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

import bot.inbox
import bot.turn
from bot.channels.contract import Inbound, SendError
from bot.inbox import TERTINGGAL, Inbox
from bot.turn import WorldOf
from data.inbox import InboxQ
from data.media import Gudang, MediaQ
from data.pengaturan import Pengaturan
from data.store import Store, Tx
from handlers.dialog import kata
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from tests.conftest import Jam, Kanal, StoreSakit

JPEG = b"\xff\xd8\xff"
BATAS_FOTO = 1000


class Giliran:
    """Instead of the conversations: echoes, breaks when it is told to, and remembers what it was given."""

    dibaca: list[Masukan] = []
    rusak: dict[str, int] = {}
    """How often a text still breaks the turn."""
    terjawab = None

    def __init__(self, *_: object) -> None:
        """What conversations get, and echoes need not."""

    def jawab(self, masukan: Masukan) -> Pesan:
        if self.rusak.get(masukan.teks, 0):
            self.rusak[masukan.teks] -= 1
            raise LookupError(masukan.teks)
        if masukan.teks.startswith("lambat"):
            time.sleep(0.02)
        self.dibaca.append(masukan)
        return Pesan(masukan.teks)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.lambat)])
def engine(request: pytest.FixtureRequest) -> str:
    """Both, but SQLite only when it has to be quick: what differs between them is tried in tests/data."""
    return str(request.param)


@pytest.fixture(autouse=True)
def giliran(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Giliran, "dibaca", [])
    monkeypatch.setattr(Giliran, "rusak", {})
    monkeypatch.setattr(bot.turn, "Turn", Giliran)
    monkeypatch.setattr(bot.inbox, "ALBUM", 0.05)
    monkeypatch.setattr(bot.inbox, "RETRY", 0.01)
    monkeypatch.setattr(bot.inbox, "GANGGUAN", 0.01)


@pytest.fixture
def buat(store: Store, jam: Jam, kanal: Kanal, gudang: Gudang, runner: asyncio.Runner) -> Iterator[Callable[[], Inbox]]:
    """Another inbox on the same database: the program started again."""
    semua: list[Inbox] = []

    def baru(di: Store = store) -> Inbox:
        inbox = Inbox(di, jam, WorldOf(Pengaturan()), gudang, BATAS_FOTO)
        inbox.connect({kanal.nama: kanal})
        semua.append(inbox)
        return inbox

    yield baru
    for inbox in semua:
        runner.run(inbox.close())


@pytest.fixture
def inbox(buat: Callable[[], Inbox]) -> Inbox:
    return buat()


def pesan(nomor: int, teks: str = "", tujuan: str = "77", *foto: str, album: str | None = None) -> Inbound:
    isi = Masukan(teks=teks, foto=tuple(Foto(rujukan=rujukan, waktu=5) for rujukan in foto))
    return Inbound(f"u{nomor}", tujuan, "Ani", 1_795_266_000, isi, album)


async def tenang(inbox: Inbox) -> None:
    """Until nothing is being answered any more."""
    while inbox._lanes:
        await asyncio.wait(inbox._lanes, timeout=10)


async def balasan(store: Store, tujuan: str = "77") -> list[str]:
    rows = await store.read(lambda tx: tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (tujuan,)))
    return [msgspec.json.decode(row["isi"], type=Pesan).teks for row in rows]


async def status(store: Store) -> list[str]:
    rows = await store.read(lambda tx: tx.all("SELECT status FROM inbox ORDER BY id"))
    return [row["status"] for row in rows]


# --- stored, then answered ------------------------------------------------------------------------------------------


async def test_a_message_is_stored_before_the_platform_is_told(store: Store, inbox: Inbox) -> None:
    (id_,) = await inbox.receive("uji", [pesan(1, "halo")])
    row = await store.read(lambda tx: tx.one("SELECT id, ext_id, tujuan, nama, dikirim, diterima FROM inbox"))
    assert row is not None
    assert (row["id"], row["ext_id"], row["tujuan"], row["nama"]) == (id_, "u1", "77", "Ani")
    await tenang(inbox)
    assert await balasan(store) == ["halo"]
    assert await status(store) == ["selesai"]


async def test_what_could_not_be_stored_is_not_acknowledged(store: Store, buat: Callable[..., Inbox]) -> None:
    sakit = StoreSakit(store)
    inbox = buat(sakit)
    sakit.gagal = 1
    with pytest.raises(OSError, match="disk"):
        await inbox.receive("uji", [pesan(1, "halo")])
    assert not inbox._lanes
    await inbox.receive("uji", [pesan(1, "halo")])  # the platform sends it again
    await tenang(inbox)
    assert await balasan(store) == ["halo"]


async def test_a_message_delivered_twice_is_answered_once(store: Store, inbox: Inbox) -> None:
    ids = await inbox.receive("uji", [pesan(1, "halo"), pesan(1, "halo"), pesan(2, "lagi")])
    ulang = await inbox.receive("uji", [pesan(2, "lagi"), pesan(1, "halo")])
    assert [id_ is None for id_ in ids] == [False, True, False]
    assert ulang == [None, None]
    await tenang(inbox)
    assert await balasan(store) == ["halo", "lagi"]


async def test_a_chat_is_answered_in_order_however_slow_its_turns_are(store: Store, inbox: Inbox) -> None:
    for n in range(0, 12, 3):
        for tujuan in ("77", "78"):
            await inbox.receive("uji", [pesan(n + i + 100 * int(tujuan), f"lambat {n + i}", tujuan) for i in range(3)])
    await tenang(inbox)
    for tujuan in ("77", "78"):
        assert await balasan(store, tujuan) == [f"lambat {n}" for n in range(12)]


async def test_a_message_that_comes_while_its_chat_is_being_answered_is_answered(
    store: Store, buat: Callable[..., Inbox]
) -> None:
    """Also when the lane had just looked, found nothing, and was about to stop."""
    sakit = StoreSakit(store)
    inbox = buat(sakit)
    datang = asyncio.Event()

    async def tahan(hasil: object) -> None:
        if hasil is False:
            sakit.sesudah = None
            await inbox.receive("uji", [pesan(2, "baru saja datang")])
            datang.set()

    sakit.sesudah = tahan
    await store.write(lambda tx: InboxQ(tx).terima("uji", "u1", "77", "Ani", '{"teks":"lama"}', None, 0, 0))
    await inbox.resume()
    await asyncio.wait_for(datang.wait(), 5)
    await tenang(inbox)
    assert await balasan(store) == ["lama", "baru saja datang"]


async def test_senders_are_told_that_there_is_something_to_send(inbox: Inbox) -> None:
    assert not inbox.answered.is_set()
    await inbox.receive("uji", [pesan(1, "halo")])
    await asyncio.wait_for(inbox.answered.wait(), 5)


# --- turns that fail ------------------------------------------------------------------------------------------------


async def test_a_turn_that_fails_is_tried_again(store: Store, inbox: Inbox) -> None:
    Giliran.rusak["goyah"] = 2
    await inbox.receive("uji", [pesan(1, "goyah"), pesan(2, "sesudahnya")])
    await tenang(inbox)
    assert await balasan(store) == ["goyah", "sesudahnya"]
    assert await status(store) == ["selesai", "selesai"]


async def test_after_three_failures_it_is_set_aside_with_an_apology_and_the_next_is_answered(
    store: Store, inbox: Inbox
) -> None:
    Giliran.rusak["rusak"] = 99
    await inbox.receive("uji", [pesan(1, "rusak"), pesan(2, "sesudahnya")])
    await tenang(inbox)
    assert await balasan(store) == [kata.GANGGUAN, "sesudahnya"]
    assert await status(store) == ["gagal", "selesai"]
    assert Giliran.rusak["rusak"] == 96


async def test_a_failing_chat_holds_up_no_other(store: Store, inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.inbox, "RETRY", 0.3)
    Giliran.rusak["rusak"] = 99
    await inbox.receive("uji", [pesan(1, "rusak", "77"), pesan(2, "halo", "78")])
    while not await balasan(store, "78"):
        await asyncio.sleep(0.01)
    assert await balasan(store, "77") == []
    await tenang(inbox)
    assert await balasan(store, "77") == [kata.GANGGUAN]


async def test_what_is_stored_but_cannot_be_read_is_set_aside_too(store: Store, inbox: Inbox) -> None:
    """An older or newer program may have written it."""
    await store.write(lambda tx: InboxQ(tx).terima("uji", "u0", "77", "Ani", '{"teks":7}', None, 0, 0))
    await inbox.receive("uji", [pesan(1, "halo")])
    await inbox.resume()
    await tenang(inbox)
    assert await balasan(store) == [kata.GANGGUAN, "halo"]
    assert await status(store) == ["gagal", "selesai"]


async def test_when_the_database_is_away_the_chat_is_answered_after_it_returns(
    store: Store, buat: Callable[..., Inbox]
) -> None:
    sakit = StoreSakit(store)
    inbox = buat(sakit)
    await inbox.receive("uji", [pesan(1, "satu"), pesan(2, "dua")])
    sakit.gagal = 3
    await tenang(inbox)
    assert sakit.gagal == 0
    assert await balasan(store) == ["satu", "dua"]


# --- pictures -------------------------------------------------------------------------------------------------------


async def test_a_picture_is_on_disk_and_known_before_the_turn_sees_it(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang
) -> None:
    kanal.foto["r1"] = JPEG + b"1"
    await inbox.receive("uji", [pesan(1, "papan", "77", "r1")])
    await tenang(inbox)
    ((foto,),) = [masukan.foto for masukan in Giliran.dibaca]
    assert gudang.jalur(foto.sidik).read_bytes() == JPEG + b"1"
    assert (foto.mime, foto.ukuran, foto.waktu, foto.rujukan) == ("image/jpeg", 4, 5, "")
    assert await store.read(lambda tx: MediaQ(tx).mime(foto.sidik)) == "image/jpeg"
    assert await balasan(store) == ["papan"]


@pytest.mark.parametrize(
    "isi",
    [
        SendError("tetap", "file is too big"),
        SendError("sementara", "timeout"),
        RuntimeError("what a channel should not raise"),
        JPEG + b"x" * BATAS_FOTO,
        b"%PDF-1.7",
        b"",
    ],
    ids=["refused", "timeout", "bug", "too large", "no picture", "empty"],
)
async def test_a_picture_that_cannot_be_had_reaches_the_conversation_as_missing(
    store: Store,
    inbox: Inbox,
    kanal: Kanal,
    gudang: Gudang,
    isi: bytes | Exception,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bot.inbox, "AMBIL", (0.0, 0.0))
    kanal.foto |= {"r1": isi, "r2": JPEG}
    await inbox.receive("uji", [pesan(1, "papan", "77", "r1", "r2"), pesan(2, "halo")])
    await tenang(inbox)
    assert await balasan(store) == ["papan", "halo"]
    hilang, ada = Giliran.dibaca[0].foto
    assert (hilang.sidik, hilang.rujukan, hilang.waktu) == ("", "", 5)
    assert ada.sidik
    assert len([path for path in gudang.folder.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("kali", [1, 2])
async def test_a_picture_that_fails_for_the_moment_is_fetched_again(
    store: Store, inbox: Inbox, kanal: Kanal, monkeypatch: pytest.MonkeyPatch, kali: int
) -> None:
    async def fetch(foto: Foto) -> bytes:
        gagal.append(foto.rujukan)
        if len(gagal) <= kali:
            raise SendError(*(("sementara", "timeout") if len(gagal) == 1 else ("tunggu", "429")))
        return JPEG

    gagal: list[str] = []
    monkeypatch.setattr(bot.inbox, "AMBIL", (0.0, 0.0))
    monkeypatch.setattr(kanal, "fetch", fetch)
    await inbox.receive("uji", [pesan(1, "papan", "77", "r1")])
    await tenang(inbox)
    assert Giliran.dibaca[0].foto[0].sidik
    assert len(gagal) == kali + 1


async def test_a_stop_while_a_picture_is_being_fetched_leaves_it_to_the_next_start(
    store: Store, buat: Callable[[], Inbox], kanal: Kanal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.inbox, "AMBIL", (0.05, 0.05))
    kanal.foto["r1"] = SendError("sementara", "timeout")
    pertama = buat()
    await pertama.receive("uji", [pesan(1, "papan", "77", "r1")])
    await asyncio.sleep(0.02)
    await pertama.close()
    assert await status(store) == ["baru"]
    kanal.foto["r1"] = JPEG
    kedua = buat()
    await kedua.resume()
    await tenang(kedua)
    assert Giliran.dibaca[0].foto[0].sidik


async def test_an_album_is_one_message_with_all_its_pictures(store: Store, inbox: Inbox, kanal: Kanal) -> None:
    kanal.foto |= {f"r{n}": JPEG + bytes([n]) for n in range(10)}
    await inbox.receive("uji", [pesan(n, "", "77", f"r{n}", album="A") for n in range(4)])
    await inbox.receive("uji", [pesan(4, "keterangan", "77", "r4", album="A")])
    await inbox.receive("uji", [pesan(n, "", "77", f"r{n}", album="A") for n in range(5, 10)] + [pesan(99, "lalu")])
    await tenang(inbox)
    assert [(masukan.teks, len(masukan.foto)) for masukan in Giliran.dibaca] == [("keterangan", 10), ("lalu", 0)]
    assert len({foto.sidik for foto in Giliran.dibaca[0].foto}) == 10
    assert await status(store) == ["selesai"] * 11
    assert await balasan(store) == ["keterangan", "lalu"]


async def test_an_album_is_waited_for_once(inbox: Inbox, kanal: Kanal, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pictures have to be fetched."""
    tidur: list[float] = []
    asli = asyncio.sleep

    async def catat(detik: float) -> None:
        tidur.append(detik)
        await asli(detik)

    kanal.foto |= {f"r{n}": JPEG + bytes([n]) for n in range(8)}
    await inbox.receive("uji", [pesan(n, "", "77", f"r{n}", album="A") for n in range(8)])
    monkeypatch.setattr(asyncio, "sleep", catat)
    await tenang(inbox)
    assert tidur.count(bot.inbox.ALBUM) == 1
    assert [len(masukan.foto) for masukan in Giliran.dibaca] == [8]


# --- stopping and starting ------------------------------------------------------------------------------------------


async def test_what_was_stored_and_not_answered_is_answered_at_the_next_start(
    store: Store, buat: Callable[[], Inbox]
) -> None:
    def tertinggal(tx: Tx) -> None:
        for nomor, tujuan in enumerate(("77", "78", "77", "77")):
            isi = msgspec.json.encode(Masukan(teks=str(nomor))).decode()
            InboxQ(tx).terima("uji", f"u{nomor}", tujuan, "Ani", isi, None, 0, 0)

    await store.write(tertinggal)
    inbox = buat()
    assert await inbox.resume() == 2
    await tenang(inbox)
    assert await balasan(store, "77") == ["0", "2", "3"]
    assert await balasan(store, "78") == ["1"]
    assert await buat().resume() == 0


async def test_a_stop_in_the_middle_loses_nothing_and_answers_nothing_twice(
    store: Store, buat: Callable[[], Inbox]
) -> None:
    pertama = buat()
    await pertama.receive("uji", [pesan(n, f"lambat {n}") for n in range(10)])
    while len(await balasan(store)) < 3:
        await asyncio.sleep(0.005)
    await pertama.close()
    assert len(await balasan(store)) < 10
    kedua = buat()
    assert await kedua.resume() == 1
    await kedua.receive("uji", [pesan(10, "lambat 10")])
    await tenang(kedua)
    assert await balasan(store) == [f"lambat {n}" for n in range(11)]


async def test_a_picture_half_fetched_at_a_crash_is_fetched_again(
    store: Store, buat: Callable[[], Inbox], kanal: Kanal, gudang: Gudang, tmp_path: Path
) -> None:
    isi = msgspec.json.encode(Masukan(foto=(Foto(rujukan="r1", waktu=5),))).decode()
    gudang.simpan(JPEG)  # the bytes were there already, their row was not
    await store.write(lambda tx: InboxQ(tx).terima("uji", "u1", "77", "Ani", isi, None, 0, 0))
    kanal.foto["r1"] = JPEG
    inbox = buat()
    await inbox.resume()
    await tenang(inbox)
    assert [len(masukan.foto[0].sidik) for masukan in Giliran.dibaca] == [64]


# --- several processes ----------------------------------------------------------------------------------------------


async def test_what_another_process_received_and_did_not_live_to_answer_is_taken_up(
    store: Store, buat: Callable[[], Inbox], jam: Jam
) -> None:
    inbox = buat()
    isi = msgspec.json.encode(Masukan(teks="tertinggal")).decode()
    await store.write(lambda tx: InboxQ(tx).terima("uji", "u1", "77", "Ani", isi, None, 0, jam.now()))
    jam.maju(TERTINGGAL)
    assert await inbox.sweep() == 0, "its own process may still be at it"
    jam.maju(1)
    assert await inbox.sweep() == 1
    assert await inbox.sweep() == 0, "we are at it"
    await tenang(inbox)
    assert await balasan(store, "77") == ["tertinggal"]
    assert await inbox.sweep() == 0


async def test_messages_that_arrive_out_of_order_are_answered_in_the_platform_s(
    store: Store, buat: Callable[[], Inbox]
) -> None:
    inbox = buat()
    tiga = [msgspec.structs.replace(pesan(n, f"pesan {n}"), urut=n) for n in (3, 1, 2)]
    await inbox.receive("uji", tiga)
    await tenang(inbox)
    assert await balasan(store) == ["pesan 1", "pesan 2", "pesan 3"]


async def test_an_album_is_waited_for_as_long_as_parts_keep_coming(
    store: Store, buat: Callable[[], Inbox], kanal: Kanal
) -> None:
    inbox = buat()
    kanal.foto |= {f"r{n}": JPEG + bytes([n]) for n in range(4)}
    for n in range(4):
        await inbox.receive("uji", [pesan(n, "", "77", f"r{n}", album="A")])
        await asyncio.sleep(bot.inbox.ALBUM * 0.6)
    await tenang(inbox)
    assert [len(masukan.foto) for masukan in Giliran.dibaca] == [4]


async def test_two_processes_at_one_chat_answer_each_message_once_and_in_order(
    store: Store, buat: Callable[[], Inbox]
) -> None:
    satu, dua = buat(), buat()
    for n in range(12):
        await (satu, dua)[n % 2].receive("uji", [msgspec.structs.replace(pesan(n, f"pesan {n}"), urut=n)])
    await tenang(satu)
    await tenang(dua)
    assert await balasan(store) == [f"pesan {n}" for n in range(12)]
