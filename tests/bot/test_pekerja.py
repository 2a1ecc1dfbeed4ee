"""Long work beside the turns: delivered or explained once, whatever happens to the program meanwhile."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

import bot.pekerja
import bot.pekerja_laju
import bot.sender
from bot.app import App
from bot.channels.contract import Inbound
from bot.lease import LAMA, Digantikan, Proses
from bot.pekerja import Worker
from bot.tick import Ticker
from bot.turn import WorldOf
from data.desa import Desa
from data.kerja import COBA, FOLDER, SIMPAN, Kerja
from data.media import Gudang
from data.orang import Orang, OrangQ
from data.outbox import PENGINGAT
from data.pengaturan import Pengaturan
from data.store import Row, Store, Tx, buka_store, migrate
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan
from handlers.kerja.pekerjaan import Bahan, Hasil, Laju, Terjelaskan
from handlers.kerja.tabel import PEKERJAAN
from tests.conftest import Jam, Kanal, StoreSakit
from tests.data.dunia import pendamping

Fungsi = Callable[[Desa, Bahan, Laju], Hasil]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.lambat)])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    for apa in ("CATAT", "INTIP", "GANGGUAN"):
        monkeypatch.setattr(bot.pekerja, apa, 0.01)
    monkeypatch.setattr(bot.sender, "INTIP", 0.01)
    monkeypatch.setattr(bot.sender, "INTIP_BERSAMA", 0.01)


@dataclass
class Tangga:
    """A work that goes step by step, as the test says, and knows how often it was begun."""

    langkah: int = 10
    mulai: int = 0
    pintu: threading.Event = field(default_factory=threading.Event)
    """While it is closed, it goes on saying how far it is and gets no further."""
    isi: Fungsi | None = None

    def __call__(self, desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        self.mulai += 1
        (laju.folder / "hasil.txt").write_text(f"bahan {bahan['nomor']}", "utf-8")
        batas = time.monotonic() + 20
        while not self.pintu.is_set():
            assert time.monotonic() < batas
            laju.maju(3, self.langkah)
            time.sleep(0.002)
        return self.isi(desa, bahan, laju) if self.isi else Hasil(Pesan("Ini hasilnya."), "hasil.txt")


@pytest.fixture
def tangga(monkeypatch: pytest.MonkeyPatch) -> Tangga:
    tangga = Tangga()
    monkeypatch.setitem(PEKERJAAN, "uji", tangga)
    return tangga


@pytest.fixture
def buat(store: Store, jam: Jam, kanal: Kanal, gudang: Gudang) -> Callable[..., Worker]:
    """Another worker on the same database: the program started again."""

    def buat(di: Store = store, proses: Proses | None = None) -> Worker:
        worker = Worker(di, jam, gudang.folder / FOLDER, WorldOf(Pengaturan(media=gudang.folder)), proses)
        worker.connect({"web": kanal})
        return worker

    return buat


@pytest.fixture
def worker(buat: Callable[..., Worker]) -> Worker:
    return buat()


@asynccontextmanager
async def jalan(worker: Worker) -> AsyncIterator[None]:
    tugas = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        await worker.close()
        await tugas


async def mati(worker: Worker, tugas: asyncio.Task[None]) -> None:
    """As kill -9 leaves it: what was running is never settled."""
    semua = [tugas, *(r.task for r in worker._runs.values() if r.task)]
    worker._stop_runs()
    for satu in semua:
        satu.cancel()
    await asyncio.gather(*semua, return_exceptions=True)


async def sampai(benar: Callable[[], object]) -> None:
    async with asyncio.timeout(15):
        while not benar():
            await asyncio.sleep(0.005)


async def orang(store: Store, nama: str = "Bu Sari") -> Orang:
    return await store.write(lambda tx: pendamping(tx, nama))


async def minta(store: Store, jam: Jam, siapa: Orang, nomor: int = 1, tujuan: str | None = None) -> Kerja:
    def antre(tx: Tx) -> Kerja:
        ke = siapa.nama if tujuan is None else tujuan
        return Desa(tx, siapa, "web", jam.now(), Pengaturan(), ke).kerja.antre("uji", {"nomor": nomor}, "Unduhan")[0]

    return await store.write(antre)


async def baris(store: Store, id_: int) -> Row:
    row = await store.read(lambda tx: tx.one("SELECT * FROM kerja WHERE id = ?", (id_,)))
    assert row
    return row


async def keluar(store: Store) -> list[Row]:
    return await store.read(lambda tx: tx.all("SELECT * FROM outbox ORDER BY id"))


def pesan(row: Row) -> Pesan:
    return msgspec.json.decode(row["isi"], type=Pesan)


def folder(gudang: Gudang) -> list[Path]:
    akar = gudang.folder / FOLDER
    return list(akar.iterdir()) if akar.is_dir() else []


# -- delivered -------------------------------------------------------------------------------------------------------


async def test_it_is_done_and_its_file_goes_with_the_message(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang
) -> None:
    k = await minta(store, jam, await orang(store))
    tangga.pintu.set()
    async with jalan(worker):
        await worker.drained()
    (row,) = await keluar(store)
    assert (row["kanal"], row["tujuan"], row["kelas"], row["kunci"]) == ("web", "Bu Sari", PENGINGAT, f"kerja:{k.id}")
    berkas = pesan(row).berkas
    assert berkas
    assert (berkas.nama, berkas.resep, berkas.bahan) == ("hasil.txt", "kerja", {"id": k.id})
    akhir = await baris(store, k.id)
    assert (akhir["status"], akhir["berkas"], akhir["coba"]) == ("selesai", "hasil.txt", 1)
    assert (gudang.folder / FOLDER / akhir["tempat"] / "hasil.txt").read_text("utf-8") == "bahan 1"
    assert sys.getswitchinterval() == bot.pekerja_laju.BIASA


async def test_asked_in_chat_the_file_arrives(jam: Jam, sqlite_url: str, tangga: Tangga, tmp_path: Path) -> None:
    store = await buka_store(sqlite_url)
    await orang(store)
    layar = Kanal()
    layar.nama = "web"
    app = App(store, jam, Pengaturan(), tmp_path / "media")
    app.connect([layar])
    await app.start(ticking=False)
    tangga.pintu.set()
    await minta(store, jam, await store.write(lambda tx: OrangQ(tx).kenal("web", "Bu Sari", "", jam.now())))
    await app.drain()
    (kiriman,) = layar.kiriman
    assert kiriman.berkas == b"bahan 1"
    await app.inbox.receive("web", [Inbound("1", "Bu Sari", "Bu Sari", jam.now(), Masukan(teks="/pekerjaan"))])
    await app.drain()
    assert "Unduhan: selesai 21 November 2026" in layar.terkirim[-1][1]
    await app.stop()


async def test_a_file_larger_than_the_channel_carries_is_explained(
    jam: Jam, sqlite_url: str, tangga: Tangga, tmp_path: Path
) -> None:
    store = await buka_store(sqlite_url)
    layar = Kanal()
    layar.nama = "web"

    def besar(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        (laju.folder / "besar.bin").write_bytes(b"x" * (layar.limits.berkas + 1))
        return Hasil(Pesan("Ini hasilnya."), "besar.bin")

    tangga.isi = besar
    tangga.pintu.set()
    app = App(store, jam, Pengaturan(), tmp_path / "media")
    app.connect([layar])
    await app.start(ticking=False)
    await minta(store, jam, await orang(store))
    await app.drain()
    await app.stop()
    (kiriman,) = layar.kiriman
    assert (kiriman.berkas, kiriman.pesan.berkas) == (None, None)
    assert "lebih besar daripada yang bisa dikirim di sini (1 MB)" in kiriman.pesan.teks


async def test_what_it_writes_down_is_in_the_same_transaction(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga
) -> None:
    siapa = await orang(store)

    def catat(desa: Desa) -> None:
        desa.orang.ganti_nama(siapa.id, "Bu Sari Baru")

    tangga.isi = lambda desa, bahan, laju: Hasil(Pesan("Dicatat."), sesudah=catat)
    tangga.pintu.set()
    k = await minta(store, jam, siapa)
    async with jalan(worker):
        await worker.drained()
    assert (await store.read(lambda tx: OrangQ(tx).ambil(siapa.id, jam.now()))).nama == "Bu Sari Baru"
    assert (await baris(store, k.id))["status"] == "selesai"


async def test_what_cannot_be_written_down_settles_nothing_and_is_explained(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang
) -> None:
    siapa = await orang(store)

    def catat(desa: Desa) -> None:
        desa.orang.ganti_nama(siapa.id, "Setengah jadi")
        raise ValueError("rahasia")

    tangga.isi = lambda desa, bahan, laju: Hasil(Pesan("Dicatat."), "hasil.txt", sesudah=catat)
    tangga.pintu.set()
    k = await minta(store, jam, siapa)
    async with jalan(worker):
        await worker.drained()
    assert (await store.read(lambda tx: OrangQ(tx).ambil(siapa.id, jam.now()))).nama == "Bu Sari"
    (row,) = await keluar(store)
    assert "belum berhasil" in pesan(row).teks
    assert "rahasia" not in row["isi"]
    assert (await baris(store, k.id))["galat"] == "ValueError"
    assert folder(gudang) == []


async def test_it_sees_with_the_eyes_of_whoever_asked(store: Store, jam: Jam, worker: Worker, tangga: Tangga) -> None:
    siapa = await orang(store)
    terlihat: list[str] = []

    def lihat(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        terlihat.extend(w.kode for w in desa.dampingan())
        return Hasil(Pesan("Sudah."))

    tangga.isi = lihat
    tangga.pintu.set()
    await minta(store, jam, siapa)
    await store.write(lambda tx: tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (siapa.id,)))
    async with jalan(worker):
        await worker.drained()
    assert terlihat == [], "the assignment ended between asking and doing"


async def test_it_writes_nothing_but_its_folder(store: Store, jam: Jam, worker: Worker, tangga: Tangga) -> None:
    siapa = await orang(store)

    def tulis(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        desa.orang.ganti_nama(siapa.id, "Diam-diam")
        return Hasil(Pesan("Sudah."))

    tangga.isi = tulis
    tangga.pintu.set()
    await minta(store, jam, siapa)
    async with jalan(worker):
        await worker.drained()
    assert (await store.read(lambda tx: OrangQ(tx).ambil(siapa.id, jam.now()))).nama == "Bu Sari"
    (row,) = await keluar(store)
    assert "belum berhasil" in pesan(row).teks


# -- explained -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "kata", "tombol"),
    [
        (Terjelaskan("Berkas itu hasil pindaian."), "Berkas itu hasil pindaian.", []),
        (LookupError("entah"), "Unduhan tidak bisa disiapkan", []),
        (KeyError("entah"), "Unduhan belum berhasil disiapkan", ["Coba lagi"]),
        (OSError(28, "No space left on device"), "Unduhan belum berhasil disiapkan", ["Coba lagi"]),
        (SystemExit(1), "Unduhan belum berhasil disiapkan", ["Coba lagi"]),
    ],
)
async def test_whatever_goes_wrong_is_said_in_their_words(
    store: Store,
    jam: Jam,
    worker: Worker,
    tangga: Tangga,
    gudang: Gudang,
    error: BaseException,
    kata: str,
    tombol: list[str],
) -> None:
    def gagal(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        raise error

    tangga.isi = gagal
    tangga.pintu.set()
    k = await minta(store, jam, await orang(store))
    async with jalan(worker):
        await worker.drained()
    (row,) = await keluar(store)
    assert kata in pesan(row).teks
    assert [t.label for t in pesan(row).tombol] == tombol
    assert "space" not in row["isi"]
    assert "entah" not in row["isi"]
    akhir = await baris(store, k.id)
    assert (akhir["status"], akhir["berkas"], tangga.mulai) == ("gagal", "", 1)
    assert folder(gudang) == [], "what it left half done goes"


@pytest.mark.parametrize("nama", ["../kawan.db", "/etc/passwd", "tiada.txt", ".", "..", "a/b.txt", "tautan", "sub"])
async def test_a_name_is_never_a_path(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, tmp_path: Path, nama: str
) -> None:
    (tmp_path / "rahasia").write_text("rahasia", "utf-8")

    def jebak(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        (laju.folder / "tautan").symlink_to(tmp_path / "rahasia")
        (laju.folder / "sub").mkdir()
        return Hasil(Pesan("Ini hasilnya."), nama)

    tangga.isi = jebak
    tangga.pintu.set()
    k = await minta(store, jam, await orang(store))
    async with jalan(worker):
        await worker.drained()
    assert (await baris(store, k.id))["galat"] == "ValueError"


async def test_of_a_kind_that_is_no_more(store: Store, jam: Jam, worker: Worker) -> None:
    k = await minta(store, jam, await orang(store))
    async with jalan(worker):
        await worker.drained()
    assert (await baris(store, k.id))["status"] == "gagal"


# -- how far ---------------------------------------------------------------------------------------------------------


async def test_how_far_is_stored_and_told_where_it_takes_long(
    store: Store, jam: Jam, kanal: Kanal, worker: Worker, tangga: Tangga
) -> None:
    k = await minta(store, jam, await orang(store))
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        await asyncio.sleep(0.05)
        assert (await baris(store, k.id))["n"] == 3
        assert await keluar(store) == [], "not within the first seconds"
        jam.maju(21)
        await asyncio.sleep(0.1)
        (satu,) = await keluar(store)
        assert pesan(satu).teks == "Unduhan: 30 %, kurang dari semenit lagi. Hasilnya saya kirim begitu selesai."
        assert [t.label for t in pesan(satu).tombol] == ["Batalkan"]
        jam.maju(59)
        await asyncio.sleep(0.1)
        assert len(await keluar(store)) == 1
        jam.maju(1)
        await asyncio.sleep(0.1)
        assert "kira-kira 4 menit lagi" in pesan((await keluar(store))[1]).teks
        assert "Bu Sari" in kanal.tersibuk
        tangga.pintu.set()
        await worker.drained()
    assert len(await keluar(store)) == 3


async def test_on_whatsapp_it_is_told_once(store: Store, jam: Jam, worker: Worker, tangga: Tangga) -> None:
    siapa = await orang(store)
    await store.write(lambda tx: tx.run("UPDATE alamat SET kanal = 'whatsapp' WHERE orang_id = ?", (siapa.id,)))
    await minta(store, jam, siapa)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        for _ in range(4):
            jam.maju(61)
            await asyncio.sleep(0.05)
        assert [row["kanal"] for row in await keluar(store)] == ["whatsapp"]
        tangga.pintu.set()
        await worker.drained()


async def test_called_off_it_stops_at_the_next_word(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang
) -> None:
    siapa = await orang(store)
    k = await minta(store, jam, siapa)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        await store.write(lambda tx: Desa(tx, siapa, "web", jam.now(), Pengaturan()).kerja.batalkan(k.id))
        worker.wake.set()
        await sampai(lambda: not worker._runs)
    assert await keluar(store) == []
    assert (await baris(store, k.id))["status"] == "batal"
    assert folder(gudang) == []


async def test_called_off_while_it_ends_nothing_is_told(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.pekerja, "CATAT", 60)
    siapa = await orang(store)
    k = await minta(store, jam, siapa)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        await store.write(lambda tx: Desa(tx, siapa, "web", jam.now(), Pengaturan()).kerja.batalkan(k.id))
        tangga.pintu.set()
        await sampai(lambda: not worker._runs)
    assert (await baris(store, k.id))["status"] == "batal"
    assert await keluar(store) == []
    await Ticker(store, jam, gudang)._work()
    assert folder(gudang) == []


# -- whose turn ------------------------------------------------------------------------------------------------------


async def test_two_at_once_and_one_for_each_person(store: Store, jam: Jam, worker: Worker, tangga: Tangga) -> None:
    semua = [await orang(store, nama) for nama in ("Bu Sari", "Pak Budi", "Bu Cici")]
    for nomor in (1, 2):
        for siapa in semua:
            await minta(store, jam, siapa, nomor)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai == 2)
        await asyncio.sleep(0.05)
        assert sorted(r.kerja.orang_id for r in worker._runs.values()) == sorted(o.id for o in semua[:2])
        tangga.pintu.set()
        await worker.drained()
    assert (tangga.mulai, len(await keluar(store))) == (6, 6)


async def test_one_process_works_and_another_takes_over(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga
) -> None:
    k = await minta(store, jam, await orang(store))
    satu, dua = buat(proses=Proses("satu")), buat(proses=Proses("dua"))
    tugas = asyncio.create_task(satu.run())
    await sampai(lambda: tangga.mulai)
    async with jalan(dua):
        await asyncio.sleep(0.05)
        assert not dua._runs
        await mati(satu, tugas)
        tangga.pintu.set()
        jam.maju(LAMA + 1)
        await dua.drained()
    assert ((await baris(store, k.id))["coba"], len(await keluar(store))) == (2, 1)


async def test_a_later_run_of_the_same_name_ends_the_earlier(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga
) -> None:
    await minta(store, jam, await orang(store))
    lama = buat(proses=Proses("utama", 1))
    tugas = asyncio.create_task(lama.run())
    await sampai(lambda: tangga.mulai)
    baru = buat(proses=Proses("utama", 2))
    async with jalan(baru):
        await sampai(lambda: tangga.mulai == 2)
        jam.maju(LAMA + 1)
        with pytest.raises(Digantikan):
            await tugas
        tangga.pintu.set()
        await sampai(lambda: not lama._runs)
        await lama.close()
        await baru.drained()
    assert len(await keluar(store)) == 1


# -- the program ends ------------------------------------------------------------------------------------------------


async def test_killed_in_the_middle_it_is_done_once(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga, gudang: Gudang
) -> None:
    k = await minta(store, jam, await orang(store))
    mati_ = buat()
    tugas = asyncio.create_task(mati_.run())
    await sampai(lambda: tangga.mulai)
    await mati(mati_, tugas)
    assert (await baris(store, k.id))["status"] == "jalan"
    tangga.pintu.set()
    lagi = buat()
    async with jalan(lagi):
        await lagi.drained()
    assert ((await baris(store, k.id))["coba"], len(await keluar(store))) == (2, 1)
    await Ticker(store, jam, gudang)._work()
    (satu,) = folder(gudang)
    assert satu.name == (await baris(store, k.id))["tempat"], "the killed one's folder is gone, the other stays"


async def test_what_kills_the_program_is_not_begun_for_ever(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga
) -> None:
    k = await minta(store, jam, await orang(store))
    for nomor in range(COBA):
        satu = buat()
        tugas = asyncio.create_task(satu.run())
        await sampai(lambda nomor=nomor: tangga.mulai == nomor + 1)  # type: ignore[misc]
        await mati(satu, tugas)
    akhir = buat()
    async with jalan(akhir):
        await akhir.drained()
    assert tangga.mulai == COBA
    (row,) = await keluar(store)
    assert "sudah beberapa kali dicoba" in pesan(row).teks
    assert (await baris(store, k.id))["galat"] == "Berakhir"


async def test_told_to_stop_it_gives_back_and_that_is_no_try(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga, gudang: Gudang
) -> None:
    k = await minta(store, jam, await orang(store))
    for nomor in range(COBA + 1):
        worker = buat()
        async with jalan(worker):
            await sampai(lambda nomor=nomor: tangga.mulai == nomor + 1)  # type: ignore[misc]
        row = await baris(store, k.id)
        assert (row["status"], row["coba"]) == ("antre", 0)
        assert folder(gudang) == []
    assert await keluar(store) == []


async def test_one_that_does_not_listen_is_left_behind(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga, monkeypatch: pytest.MonkeyPatch
) -> None:
    tuli = threading.Event()

    def diam(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
        assert tuli.wait(20)
        return Hasil(Pesan("Terlambat."))

    monkeypatch.setattr(bot.pekerja, "HENTI", 0.2)
    tangga.isi = diam
    tangga.pintu.set()
    k = await minta(store, jam, await orang(store))
    worker = buat()
    mulai_ = time.monotonic()
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        mulai_ = time.monotonic()
    assert time.monotonic() - mulai_ < 2
    assert (await baris(store, k.id))["status"] == "antre"
    tuli.set()
    await asyncio.sleep(0.1)
    assert ((await baris(store, k.id))["status"], await keluar(store)) == ("antre", [])


async def test_a_database_that_is_away_keeps_nothing_back(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga
) -> None:
    sakit = StoreSakit(store)
    k = await minta(store, jam, await orang(store))
    worker = buat(sakit)
    sakit.gagal = 2
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        sakit.gagal = 2
        tangga.pintu.set()
        await worker.drained()
    assert ((await baris(store, k.id))["status"], len(await keluar(store))) == ("selesai", 1)


async def test_told_to_stop_right_after_it_was_settled_its_file_stays(
    store: Store, jam: Jam, buat: Callable[..., Worker], tangga: Tangga, gudang: Gudang
) -> None:
    sakit = StoreSakit(store)
    k = await minta(store, jam, await orang(store))
    worker = buat(sakit)
    tangga.pintu.set()

    async def henti(hasil: object) -> None:
        if hasil is True:
            worker._stop_runs()

    sakit.sesudah = henti
    async with jalan(worker):
        await worker.drained()
    row = await baris(store, k.id)
    assert row["status"] == "selesai"
    assert (gudang.folder / FOLDER / row["tempat"] / row["berkas"]).is_file()


async def test_in_memory_too(jam: Jam, tangga: Tangga, gudang: Gudang) -> None:
    store = await buka_store("sqlite:///:memory:")
    await migrate(store)
    tangga.pintu.set()
    k = await minta(store, jam, await orang(store))
    worker = Worker(store, jam, gudang.folder / FOLDER, WorldOf(Pengaturan(media=gudang.folder)))
    async with jalan(worker):
        await worker.drained()
    assert (await baris(store, k.id))["status"] == "selesai"
    await store.close()


# -- to whom ---------------------------------------------------------------------------------------------------------


async def test_where_the_address_is_closed_meanwhile_the_other_one_gets_it(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga
) -> None:
    siapa = await orang(store)
    await store.write(lambda tx: OrangQ(tx).pasang_alamat(siapa.id, "telegram", "77", jam.now()))
    await store.write(lambda tx: OrangQ(tx).tutup_alamat("web", siapa.nama))
    tangga.pintu.set()
    await minta(store, jam, siapa)
    async with jalan(worker):
        await worker.drained()
    assert [(row["kanal"], row["tujuan"]) for row in await keluar(store)] == [("telegram", "77")]


async def test_asked_in_a_group_it_comes_to_the_private_chat(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga
) -> None:
    tangga.pintu.set()
    await minta(store, jam, await orang(store), tujuan="")
    async with jalan(worker):
        await worker.drained()
    assert [(row["kanal"], row["tujuan"]) for row in await keluar(store)] == [("web", "Bu Sari")]


async def test_to_nobody_it_is_kept(store: Store, jam: Jam, worker: Worker, tangga: Tangga) -> None:
    siapa = await orang(store)
    await store.write(lambda tx: OrangQ(tx).tutup_alamat("web", siapa.nama))
    k = await minta(store, jam, siapa)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        jam.maju(30)
        await asyncio.sleep(0.05)
        tangga.pintu.set()
        await worker.drained()
    assert await keluar(store) == []
    assert pesan({"isi": (await baris(store, k.id))["hasil"]}).teks == "Ini hasilnya."


async def test_whoever_goes_meanwhile_is_told_nothing(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang
) -> None:
    siapa = await orang(store)
    await minta(store, jam, siapa)
    async with jalan(worker):
        await sampai(lambda: tangga.mulai)
        await store.write(lambda tx: tx.run("DELETE FROM kerja WHERE orang_id = ?", (siapa.id,)))
        await sampai(lambda: not worker._runs)
    assert (await keluar(store), folder(gudang)) == ([], [])


# -- what is left ----------------------------------------------------------------------------------------------------


async def test_after_a_week_the_file_goes(
    store: Store, jam: Jam, worker: Worker, tangga: Tangga, gudang: Gudang
) -> None:
    tangga.pintu.set()
    k = await minta(store, jam, await orang(store))
    async with jalan(worker):
        await worker.drained()
    (gudang.folder / FOLDER / "sisa").mkdir()
    ticker = Ticker(store, jam, gudang)
    assert await ticker._work() == {"hasil_lama": 0, "folder_kerja": 1}
    assert len(folder(gudang)) == 1
    jam.maju(SIMPAN)
    assert await ticker._work() == {"hasil_lama": 1, "folder_kerja": 1}
    assert folder(gudang) == []
    assert ((await baris(store, k.id))["berkas"], (await baris(store, k.id))["hasil"]) == ("", "")
    assert await Ticker(store, jam)._work() == {}
