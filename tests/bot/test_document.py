"""Documents on their way in: what is kept, what is refused, and what a crash in between leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import bot.inbox
import bot.turn
from bot.channels.contract import Inbound, SendError, TooLarge
from bot.inbox import Inbox
from bot.tick import Ticker
from bot.turn import WorldOf
from data.dokumen import UMUR, DokumenQ
from data.dokumen_jenis import DOCX, PDF
from data.inbox import InboxQ
from data.media import Gudang
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.store import Store
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.pesan import Pesan
from tests.berkas_dokumen import PDF_KOSONG, docx
from tests.conftest import Jam, Kanal

BATAS = 2_000


class Giliran:
    """Instead of the conversations: remembers what it was given."""

    dibaca: list[Masukan] = []
    terjawab = None

    def __init__(self, *_: object) -> None:
        """What conversations get."""

    def jawab(self, masukan: Masukan) -> Pesan:
        self.dibaca.append(masukan)
        return Pesan("ya")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.lambat)])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def inbox(
    store: Store, jam: Jam, kanal: Kanal, gudang: Gudang, runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Inbox]:
    monkeypatch.setattr(Giliran, "dibaca", [])
    monkeypatch.setattr(bot.turn, "Turn", Giliran)
    monkeypatch.setattr(bot.inbox, "AMBIL", (0.0, 0.0))
    monkeypatch.setattr(bot.inbox, "RETRY", 0.01)
    monkeypatch.setattr(bot.inbox, "GANGGUAN", 0.01)
    satu = Inbox(store, jam, WorldOf(Pengaturan(media=gudang.folder)), gudang, BATAS)
    satu.connect({kanal.nama: kanal})
    yield satu
    runner.run(satu.close())


def pesan(n: int, tujuan: str = "77", *, grup: str = "", rujukan: str = "r1", nama: str = "drp.pdf") -> Inbound:
    masukan = Masukan(teks="ini", dokumen=Dokumen(rujukan=rujukan, nama=nama, waktu=5), grup=grup)
    return Inbound(f"e{n}", tujuan, "Ani", 5, masukan, dari="77" if grup else "")


def berkas(gudang: Gudang) -> list[Path]:
    return [path for path in gudang.folder.rglob("*") if path.is_file()]


async def baris(store: Store) -> list[tuple[str, str, int]]:
    rows = await store.read(lambda tx: tx.all("SELECT nama, mime, hapus FROM dokumen ORDER BY id"))
    return [(row["nama"], row["mime"], row["hapus"]) for row in rows]


async def datang(inbox: Inbox, *semua: Inbound) -> list[Dokumen | None]:
    await inbox.receive("uji", semua)
    await inbox.drained()
    return [masukan.dokumen for masukan in Giliran.dibaca]


@pytest.mark.parametrize(("isi", "mime"), [(PDF_KOSONG, PDF), (docx(), DOCX)])
async def test_it_is_on_disk_and_its_owners_before_the_turn_sees_it(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang, jam: Jam, isi: bytes, mime: str
) -> None:
    kanal.foto["r1"] = isi
    (dokumen,) = await datang(inbox, pesan(1))
    assert dokumen
    assert (dokumen.mime, dokumen.ukuran, dokumen.nama, dokumen.rujukan, dokumen.tolak) == (
        mime, len(isi), "drp.pdf", "", "",
    )  # fmt: skip
    assert gudang.jalur(dokumen.sidik).read_bytes() == isi
    assert await baris(store) == [("drp.pdf", mime, jam.now() + UMUR)]


@pytest.mark.parametrize(
    ("isi", "tolak"),
    [
        (SendError("tetap", "gone"), "gagal"),
        (SendError("sementara", "timeout"), "gagal"),
        (RuntimeError("what a channel should not raise"), "gagal"),
        (TooLarge(), "besar"),
        (PDF_KOSONG + b"x" * BATAS, "besar"),
        (b"", "kosong"),
        (b"\xff\xd8\xff a picture that lies", "jenis"),
        (docx(**{"word/vbaProject.bin": b"x"}), "makro"),
        (b"MZ\x90\x00 a program that lies", "jenis"),
    ],
)
async def test_what_is_not_taken_reaches_the_conversation_with_its_reason_and_nothing_is_kept(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang, isi: bytes | Exception, tolak: str
) -> None:
    kanal.foto["r1"] = isi
    (dokumen,) = await datang(inbox, pesan(1))
    assert dokumen == Dokumen(nama="drp.pdf", waktu=5, tolak=tolak)
    assert berkas(gudang) == []
    assert await baris(store) == []


async def test_a_full_disk_is_no_reason_to_leave_the_message_unanswered(
    inbox: Inbox, kanal: Kanal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> str:
        raise OSError(28, "No space left on device")

    kanal.foto["r1"] = PDF_KOSONG
    monkeypatch.setattr(Gudang, "simpan", penuh)
    (dokumen,) = await datang(inbox, pesan(1))
    assert dokumen == Dokumen(nama="drp.pdf", waktu=5, tolak="gagal")


async def test_in_a_group_nothing_is_fetched(store: Store, inbox: Inbox, gudang: Gudang) -> None:
    await inbox.receive("uji", [pesan(1, "-100", grup="PLD")])
    await inbox.drained()
    assert (berkas(gudang), await baris(store)) == ([], [])


async def test_the_same_file_twice_and_of_two_people(store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    semua = await datang(inbox, pesan(1), pesan(2, nama="lagi.pdf"), pesan(3, "78", nama="lain.pdf"))
    assert len({d.sidik for d in semua if d}) == 1
    assert len(berkas(gudang)) == 1
    assert sorted(nama for nama, _, _ in await baris(store)) == ["lagi.pdf", "lain.pdf"]


@pytest.mark.parametrize("saat", ["sebelum berkas", "sesudah berkas"])
async def test_killed_in_between_it_is_fetched_again(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang, monkeypatch: pytest.MonkeyPatch, saat: str
) -> None:
    """The first try dies with the row written, and perhaps the file; the message is still there, and is done again."""
    asli = Gudang.simpan
    mati = [True]

    def simpan(self: Gudang, isi: bytes) -> str:
        if saat == "sesudah berkas":
            asli(self, isi)
        if mati and mati.pop():
            raise MemoryError("killed")
        return asli(self, isi)

    kanal.foto["r1"] = PDF_KOSONG
    monkeypatch.setattr(Gudang, "simpan", simpan)
    (dokumen,) = await datang(inbox, pesan(1))
    assert dokumen
    assert dokumen.sidik
    assert len(berkas(gudang)) == len(await baris(store)) == 1


async def test_of_one_that_never_arrives_the_row_takes_the_file_along(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    await datang(inbox, pesan(1))
    jam.maju(UMUR - 1)
    ticker = Ticker(store, jam, gudang)
    await ticker.tick()
    assert len(berkas(gudang)) == 1
    jam.maju(1)
    await ticker.tick()
    assert (berkas(gudang), await baris(store)) == ([], [])


async def test_a_tick_without_a_folder_clears_nothing(store: Store, inbox: Inbox, kanal: Kanal, jam: Jam) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    await datang(inbox, pesan(1))
    jam.maju(UMUR)
    await Ticker(store, jam).tick()
    assert len(await baris(store)) == 1


async def test_at_a_closed_address_nothing_is_kept(store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    await inbox.receive("uji", [pesan(1)])
    await inbox.drained()
    await store.write(lambda tx: tx.run("UPDATE alamat SET status = 'dikunci' WHERE tujuan = '77'"))
    await store.write(lambda tx: tx.run("DELETE FROM dokumen"))
    for jalur in berkas(gudang):
        jalur.unlink()
    await inbox.receive("uji", [pesan(2)])
    await inbox.drained()
    assert (berkas(gudang), await baris(store)) == ([], [])


async def test_a_number_in_its_name_is_not_stored(store: Store, inbox: Inbox, kanal: Kanal) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    nik = "3203014107900001"
    (dokumen,) = await datang(inbox, pesan(1, nama=f"DRP {nik}.pdf"))
    assert dokumen
    assert nik not in dokumen.nama
    isi = await store.read(lambda tx: [row["isi"] for row in tx.all("SELECT isi FROM inbox")])
    assert nik not in "".join(isi) + str(await baris(store))
    assert Giliran.dibaca[0].disamarkan == "NIK"


async def test_the_turn_that_finds_it_belongs_to_the_person(
    store: Store, inbox: Inbox, kanal: Kanal, gudang: Gudang, jam: Jam
) -> None:
    kanal.foto["r1"] = PDF_KOSONG
    (dokumen,) = await datang(inbox, pesan(1))
    assert dokumen
    orang = await store.read(lambda tx: OrangQ(tx).di_alamat("uji", "77", jam.now()))
    assert orang
    q = await store.read(
        lambda tx: DokumenQ(tx, orang.id, jam.now(), Pengaturan(media=gudang.folder)).isi(dokumen.sidik)
    )
    assert q == PDF_KOSONG
    masuk = await store.read(lambda tx: InboxQ(tx).berikut("uji", "77"))
    assert masuk is None
    assert msgspec.json.encode(dokumen)
