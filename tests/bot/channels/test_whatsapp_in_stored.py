"""Deliveries of WhatsApp and the database: nothing lost, nothing twice, whoever else is at work; on both engines."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random
from typing import Any

import msgspec
import pytest

from bot.channels.contract import Inbound
from bot.channels.whatsapp.incoming import Incoming, Rahasia
from bot.channels.whatsapp.shape import Status
from bot.erase import erase_next
from bot.inbox import Inbox
from bot.turn import WorldOf
from data.alamat import AlamatQ
from data.media import Gudang
from data.orang import OrangQ
from data.outbox import BALASAN, PENGINGAT, OutboxQ
from data.pengaturan import Pengaturan
from data.penghapusan import TUNDA, PenghapusanQ
from data.store import Store, Tx
from data.wa_biaya import LAYANAN, UTILITAS
from data.wa_kirim import KirimQ
from data.wa_kontak import KANAL, KontakQ
from handlers.dialog.pesan import Pesan
from tests.bot.channels.whatsapp_masuk import BATAS, Masuk, teks
from tests.conftest import KINI, Jam, Kanal, StoreSakit
from tests.whatsapp_server import APP_SECRET, VERIFY_TOKEN, signature
from tests.whatsapp_server.payload import encode

BANYAK = 12


class Proses:
    """One of several processes behind the webhook: its own inbox and listener over the same database."""

    def __init__(self, store: Store, jam: Jam, gudang: Gudang, nomor_id: str) -> None:
        self.inbox = Inbox(store, jam, WorldOf(Pengaturan()), gudang, 1_000_000)
        self.inbox.connect({KANAL: Kanal()})
        self.incoming = Incoming(store, jam, nomor_id, Rahasia(APP_SECRET, VERIFY_TOKEN), BATAS)

    async def terima(self, inbound: Sequence[Inbound]) -> None:
        await self.inbox.receive(KANAL, inbound)

    async def kirim(self, body: bytes) -> int:
        return await self.incoming.deliver(body, signature(APP_SECRET, body), self.terima)


@pytest.fixture
def wa(store: Store, jam: Jam) -> Masuk:
    return Masuk(store, jam)


@pytest.fixture
def berdua(store: Store, jam: Jam, gudang: Gudang, wa: Masuk) -> list[Proses]:
    return [Proses(store, jam, gudang, wa.server.bisnis.phone_number_id) for _ in range(2)]


async def hitung(store: Store, sql: str, *params: str | int) -> int:
    row = await store.read(lambda tx: tx.one(f"SELECT COUNT(*) AS n FROM {sql}", params))
    assert row is not None
    return int(row["n"])


# --- nothing twice --------------------------------------------------------------------------------------------------


async def test_one_delivery_at_two_processes_at_once_is_stored_and_answered_once(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    orang = [wa.orang(f"Orang {n}") for n in range(BANYAK)]
    for satu in orang:
        satu.tulis("menu")
        satu.tulis("bantuan")
    orang[0].tulis("berhenti")
    body, _ = wa.server.ambil("acak")
    assert await asyncio.gather(*(p.kirim(body) for p in berdua * 2)) == [200] * 4
    for proses in berdua:
        await proses.inbox.drained()
    assert await hitung(store, "wa_kontak") == BANYAK
    assert await hitung(store, "wa_alias") == 2 * BANYAK
    assert await hitung(store, "alamat WHERE kanal = ?", KANAL) == BANYAK
    assert await hitung(store, "inbox WHERE kanal = ? AND status = 'selesai'", KANAL) == 2 * BANYAK + 1
    assert await hitung(store, "outbox WHERE kanal = ? AND inbox_id IS NOT NULL", KANAL) == 2 * BANYAK
    assert await hitung(store, "outbox WHERE kanal = ? AND kunci LIKE 'sapaan:%'", KANAL) == 1


async def test_batches_with_the_same_people_in_another_order_wait_for_each_other(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    orang = [wa.orang(f"Orang {n}") for n in range(BANYAK)]
    badan = []
    for putaran in range(4):
        for satu in orang:
            satu.tulis(f"menu {putaran}")
        events = wa.server.ambil_peristiwa()
        Random(putaran).shuffle(events)
        badan.append(encode(wa.server.bisnis, events, "value"))
    assert await asyncio.gather(*(berdua[n % 2].kirim(b) for n, b in enumerate(badan))) == [200] * 4
    for proses in berdua:
        await proses.inbox.drained()
    assert await hitung(store, "wa_kontak") == BANYAK
    assert await hitung(store, "inbox WHERE status = 'selesai'") == 4 * BANYAK


async def test_two_chats_that_turn_out_to_be_one_while_both_are_being_answered(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    """Nothing that was said is lost, and one person is left."""
    nomor = {"from": "6281100000777"}
    tanpa = teks("wamid.b", "menu", KINI - 5, from_user_id="ID.777")
    del tanpa["from"]
    lama = wa.badan(teks("wamid.a", "menu", KINI - 9))
    baru = wa.badan(tanpa)
    jadi = wa.badan(teks("wamid.c", "bantuan", KINI, from_user_id="ID.777") | nomor)
    semua = [berdua[0].kirim(lama), berdua[1].kirim(baru), berdua[0].kirim(jadi)]
    assert await asyncio.gather(*semua) == [200] * 3
    for proses in berdua:
        await proses.inbox.drained()
        await proses.inbox.resume()
        await proses.inbox.drained()
    assert await hitung(store, "inbox WHERE kanal = ? AND status = 'selesai'", KANAL) == 3
    assert await hitung(store, "wa_kontak WHERE jadi = ''") == 1
    assert await hitung(store, "alamat WHERE kanal = ?", KANAL) == 1
    assert await hitung(store, "outbox WHERE tujuan = (SELECT tujuan FROM wa_kontak WHERE jadi = '')") == 3


async def test_seven_days_later_the_same_delivery_changes_nothing(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    wa.orang().tulis("menu")
    body, _ = wa.server.ambil()
    for _ in range(2):
        assert await berdua[0].kirim(body) == 200
        await berdua[0].inbox.drained()
        wa.jam.maju(7 * 86_400)
    assert await hitung(store, "inbox") == await hitung(store, "outbox WHERE inbox_id IS NOT NULL") == 1


async def test_a_first_delivery_that_is_days_late_is_answered_with_when_it_was_written(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    sari = wa.orang()
    sari.tulis("menu")
    body, _ = wa.server.ambil()
    wa.jam.maju(5 * 86_400)
    assert await berdua[0].kirim(body) == 200
    await berdua[0].inbox.drained()
    rows = await store.read(lambda tx: tx.all("SELECT isi FROM outbox"))
    assert msgspec.json.decode(rows[0]["isi"], type=Pesan).teks.startswith("Pesan Anda ")


async def test_a_coordinator_closed_the_address_before_its_two_names_met(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    await berdua[0].kirim(wa.badan(teks("wamid.1", "menu", KINI - 9)))
    tanpa = teks("wamid.2", "menu", KINI - 5, from_user_id="ID.777")
    del tanpa["from"]
    await berdua[0].kirim(wa.badan(tanpa))
    await berdua[0].inbox.drained()

    def kunci(tx: Tx) -> None:
        alamat = AlamatQ(tx).di(KANAL, KontakQ(tx).cari("6281100000777", "", KINI))
        assert alamat is not None
        AlamatQ(tx).kunci(alamat)

    await store.write(kunci)
    await berdua[0].kirim(wa.badan(teks("wamid.3", "riwayat", KINI, from_user_id="ID.777")))
    await berdua[0].inbox.drained()
    assert await hitung(store, "alamat WHERE kanal = ? AND status = 'dikunci'", KANAL) == 1
    rows = await store.read(lambda tx: tx.all("SELECT isi FROM outbox ORDER BY id DESC LIMIT 1"))
    assert "ditutup" in rows[0]["isi"]


# --- nothing lost ---------------------------------------------------------------------------------------------------


async def test_while_the_store_is_away_meta_keeps_it(store: Store, jam: Jam) -> None:
    sakit = StoreSakit(store)
    wa = Masuk(sakit, jam)
    for n in range(5):
        wa.orang(f"Orang {n}").tulis("halo")
    body, headers = wa.server.ambil()
    sakit.gagal = 100
    assert await wa.kirim(body, headers["x-hub-signature-256"]) == 500
    assert sakit.gagal == 100 - 1 - 3  # it does not ask a store that is away once for each of a thousand
    sakit.gagal = 0
    assert await wa.kirim(body, headers["x-hub-signature-256"]) == 200
    assert len(wa.masuk) == 5


async def test_when_the_inbox_cannot_be_told_it_comes_again_and_all_of_it_is_there_once(wa: Masuk) -> None:
    wa.orang("Sari").tulis("satu")
    wa.orang("Budi").tulis("dua")
    body, headers = wa.server.ambil()
    wa.galat = [OSError("disk")] * 3
    assert await wa.kirim(body, headers["x-hub-signature-256"]) == 500
    assert await wa.kirim(body, headers["x-hub-signature-256"]) == 200
    assert sorted(m.masukan.teks for m in wa.masuk) == ["dua", "satu"]
    assert await hitung(wa.store, "inbox WHERE status = 'baru'") == 2


async def test_one_that_cannot_be_stored_stops_no_other(wa: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    kenali = KontakQ.kenali

    def gagal(q: KontakQ, telepon: str, bsuid: str, waktu: int) -> str:
        if telepon.endswith("666"):
            raise RuntimeError("a mistake of ours")
        return kenali(q, telepon, bsuid, waktu)

    monkeypatch.setattr(KontakQ, "kenali", gagal)
    status = {"id": "wamid.s", "status": "sent", "timestamp": str(KINI), "biz_opaque_callback_data": "1"}
    id_ = await wa.store.write(lambda tx: _terkirim(tx, "wamid.s"))
    body = wa.badan(
        teks("wamid.1", "satu", KINI),
        teks("wamid.2", "rusak", KINI) | {"from": "6281100000666"},
        teks("wamid.3", "tiga", KINI),
        statuses=[status],
    )
    assert await wa.kirim(body) == 500
    assert [m.masukan.teks for m in wa.masuk] == ["satu", "tiga"]
    assert (await _ledger(wa, id_))[1] == "terkirim"


# --- what became of ours --------------------------------------------------------------------------------------------


def _terkirim(tx: Tx, wamid: str, *, kelas: int = BALASAN, templat: str = "", tujuan: str = "") -> int:
    """A message that WhatsApp took, to somebody known."""
    tujuan = tujuan or KontakQ(tx).kenali("6281100000777", "ID.777", KINI - 60)
    id_ = OutboxQ(tx).antre(KANAL, tujuan, '{"teks":"x"}', KINI - 30, kelas=kelas)
    assert id_ is not None
    OutboxQ(tx).klaim(KANAL, KINI, 10)
    kirim = KirimQ(tx, BATAS)
    kirim.ambil_tempat(id_, tujuan, UTILITAS if templat else LAYANAN, templat, KINI - 20)
    kirim.catat(wamid, id_, KINI - 20)
    if templat:
        OutboxQ(tx).tahan(id_, "jendela", KINI + 86_400, "")
    else:
        OutboxQ(tx).terkirim(id_, wamid, KINI - 20)
    return id_


async def _ledger(wa: Masuk, id_: int) -> tuple[str, str, str]:
    row = await wa.store.read(lambda tx: tx.one("SELECT status, sampai, tahan FROM outbox WHERE id = ?", (id_,)))
    assert row is not None
    return row["status"], row["sampai"], row["tahan"]


def status(kata: str, waktu: int = KINI, *kode: int, **lain: Any) -> dict[str, Any]:
    dasar = {"id": "wamid.s", "status": kata, "timestamp": str(waktu), "recipient_id": "6281100000777"}
    galat = {"errors": [{"code": k, "title": "t"} for k in kode]} if kode else {}
    return dasar | galat | lain


async def test_the_ledger_only_goes_forward_in_whatever_order_it_is_told(wa: Masuk) -> None:
    id_ = await wa.store.write(lambda tx: _terkirim(tx, "wamid.s"))
    harga: dict[str, Any] = {
        "pricing": {"billable": True, "pricing_model": "PMP", "category": "service", "type": "regular"}
    }
    for kata, sampai in (("read", "dibaca"), ("sent", "dibaca"), ("delivered", "dibaca"), ("warning", "dibaca")):
        assert await wa.kirim(wa.badan(statuses=[status(kata, **harga)])) == 200
        assert await _ledger(wa, id_) == ("terkirim", sampai, "")
    row = await wa.store.read(lambda tx: tx.one("SELECT tagih, kategori FROM wa_kirim WHERE wamid = 'wamid.s'"))
    assert row is not None
    assert (row["tagih"], row["kategori"]) == (1, LAYANAN)


async def test_statuses_of_one_batch_go_by_their_own_clock(wa: Masuk) -> None:
    id_ = await wa.store.write(lambda tx: _terkirim(tx, "wamid.s"))
    semua = [status("read", KINI), status("sent", KINI - 9), status("delivered", KINI - 5)]
    assert await wa.kirim(wa.badan(statuses=semua)) == 200
    assert (await _ledger(wa, id_))[1] == "dibaca"


async def test_what_was_sent_by_a_process_that_died_is_known_by_our_own_word_on_it(wa: Masuk) -> None:
    def ragu(tx: Tx) -> int:
        tujuan = KontakQ(tx).kenali("6281100000777", "", KINI - 60)
        id_ = OutboxQ(tx).antre(KANAL, tujuan, "{}", KINI - 30)
        assert id_ is not None
        KirimQ(tx, BATAS).ambil_tempat(id_, tujuan, LAYANAN, "", KINI - 20)
        OutboxQ(tx).klaim(KANAL, KINI, 10)
        OutboxQ(tx).gagal(id_, "died", ragu=True)
        return id_

    id_ = await wa.store.write(ragu)
    assert await wa.kirim(wa.badan(statuses=[status("delivered", biz_opaque_callback_data=str(id_))])) == 200
    assert await _ledger(wa, id_) == ("terkirim", "sampai", "")


@pytest.mark.parametrize("asal", ["", "x", "-1", "9" * 30, "1e3"])
async def test_a_status_of_nothing_of_ours_is_taken(wa: Masuk, asal: str) -> None:
    assert await wa.kirim(wa.badan(statuses=[status("sent", biz_opaque_callback_data=asal)])) == 200
    assert await wa.kirim(wa.badan(statuses=[{"id": 1}, status("read"), {"status": "read"}])) == 200


async def test_what_could_not_be_delivered_is_settled_once_and_told(wa: Masuk) -> None:
    id_ = await wa.store.write(lambda tx: _terkirim(tx, "wamid.s"))
    for _ in range(2):
        assert await wa.kirim(wa.badan(statuses=[status("failed", KINI, 131047)])) == 200
    assert await _ledger(wa, id_) == ("antre", "gagal", "jendela")
    assert [(g.kode, g.tindakan.buku, g.templat) for g in wa.gagal] == [(131047, "jendela", "")]
    assert wa.gagal[0].kontak is not None


async def test_who_opted_out_at_meta_is_noted(wa: Masuk) -> None:
    await wa.store.write(lambda tx: _terkirim(tx, "wamid.s", kelas=PENGINGAT, templat="ada_kabar"))
    assert await wa.kirim(wa.badan(statuses=[status("failed", KINI, 131050)])) == 200
    kontak = wa.gagal[0].kontak
    assert kontak is not None
    assert kontak.tolak == KINI
    assert wa.gagal[0].templat == "ada_kabar"


async def test_a_failure_without_a_code_is_a_failure(wa: Masuk) -> None:
    id_ = await wa.store.write(lambda tx: _terkirim(tx, "wamid.s"))
    assert await wa.kirim(wa.badan(statuses=[status("failed")])) == 200
    assert await _ledger(wa, id_) == ("gagal", "gagal", "")


def test_meta_leaves_out_whatever_it_likes() -> None:
    assert msgspec.convert({"id": "w", "status": "sent"}, Status) == Status("w", "sent")


# --- erased ---------------------------------------------------------------------------------------------------------


async def test_the_last_words_still_find_who_was_erased_and_then_nothing_names_them(
    store: Store, wa: Masuk, berdua: list[Proses]
) -> None:
    sari = wa.orang()
    sari.tulis("menu")
    body, _ = wa.server.ambil()
    await berdua[0].kirim(body)
    await berdua[0].inbox.drained()
    kini = wa.jam.now() + TUNDA

    def minta(tx: Tx) -> str:
        tujuan = KontakQ(tx).cari(sari.telepon, "", kini)
        orang = OrangQ(tx).di_alamat(KANAL, tujuan, kini)
        assert orang is not None
        PenghapusanQ(tx, wa.jam.now()).minta(orang.id)
        return tujuan

    tujuan = await store.write(minta)
    assert await store.write(lambda tx: erase_next(tx, kini)) == ()
    assert await store.write(lambda tx: erase_next(tx, kini)) is None
    assert await store.read(lambda tx: KontakQ(tx).alamat(tujuan)) == f"tel:{sari.telepon}"
    for satu in await store.write(lambda tx: OutboxQ(tx).klaim(KANAL, kini + 86_000, 10)):
        await store.write(lambda tx, id_=satu.id: OutboxQ(tx).terkirim(id_, "wamid.p", kini))  # type: ignore[misc]
    await store.write(lambda tx: erase_next(tx, kini))
    for tabel in ("wa_kontak", "wa_alias"):
        assert await hitung(store, tabel) == 0
    isi = await store.read(lambda tx: [str(dict(r)) for t in ("inbox", "outbox") for r in tx.all(f"SELECT * FROM {t}")])
    assert not any(sari.telepon in satu or sari.user_id in satu for satu in isi)
