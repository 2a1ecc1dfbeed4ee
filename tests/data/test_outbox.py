"""What goes out: each once, in order, replies first."""

from __future__ import annotations

import asyncio
import threading

import pytest

from data.orang import OrangQ
from data.outbox import BALASAN, PENGINGAT, SIARAN, Keluar, OutboxQ
from data.store import Store, Tx, buka_store
from tests.conftest import KINI


@pytest.fixture
def keluar(tx: Tx) -> OutboxQ:
    return OutboxQ(tx)


def antre(q: OutboxQ, isi: str, tujuan: str = "77", *, kelas: int = BALASAN, jatuh: int | None = None) -> int:
    id_ = q.antre("telegram", tujuan, isi, KINI, kelas=kelas, jatuh=jatuh)
    assert id_ is not None
    return id_


def isi(rows: list[Keluar]) -> list[str]:
    return [row.isi for row in rows]


def status(tx: Tx, tabel: str, id_: int) -> str:
    row = tx.one(f"SELECT status FROM {tabel} WHERE id = ?", (id_,))
    assert row is not None
    return str(row["status"])


def test_the_same_unasked_message_is_queued_once(keluar: OutboxQ) -> None:
    assert keluar.antre("telegram", "77", "a", KINI, kunci="draf:1") is not None
    assert keluar.antre("telegram", "77", "a", KINI, kunci="draf:1") is None
    assert keluar.antre("telegram", "77", "a", KINI, kunci="draf:2") is not None
    assert keluar.antre("telegram", "77", "a", KINI) is not None
    assert keluar.antre("telegram", "77", "a", KINI) is not None


def test_replies_go_before_reminders_before_broadcasts(keluar: OutboxQ) -> None:
    for nomor, kelas in enumerate((SIARAN, PENGINGAT, BALASAN, SIARAN, BALASAN)):
        antre(keluar, str(nomor), str(nomor), kelas=kelas)
    assert isi(keluar.klaim("telegram", KINI, 3)) == ["2", "4", "1"]
    assert isi(keluar.klaim("telegram", KINI, 3)) == ["0", "3"]
    assert keluar.klaim("telegram", KINI, 3) == []


def test_a_claimed_message_is_all_that_is_needed_to_send_it(keluar: OutboxQ) -> None:
    id_ = antre(keluar, "halo", kelas=PENGINGAT)
    assert keluar.klaim("telegram", KINI, 1) == [Keluar(id_, "telegram", "77", "halo", PENGINGAT, 0, KINI)]


def test_one_message_per_chat_is_claimed_at_a_time(keluar: OutboxQ) -> None:
    for n in range(3):
        antre(keluar, f"a{n}", "77")
        antre(keluar, f"b{n}", "78")
    antre(keluar, "c", "77", kelas=PENGINGAT)
    assert isi(keluar.klaim("telegram", KINI, 10)) == ["a0", "b0"]
    assert isi(keluar.klaim("telegram", KINI, 10, selain=["77"])) == ["b1"]
    assert isi(keluar.klaim("telegram", KINI, 10, selain=["77", "78"])) == []


def test_nothing_is_claimed_before_its_time_or_for_another_channel(keluar: OutboxQ) -> None:
    antre(keluar, "nanti", jatuh=KINI + 60)
    keluar.antre("web", "77", "lain", KINI)
    assert keluar.klaim("telegram", KINI + 59, 10) == []
    assert isi(keluar.klaim("telegram", KINI + 60, 10)) == ["nanti"]


def test_a_chat_with_a_long_queue_holds_up_nobody(keluar: OutboxQ) -> None:
    for n in range(50):
        antre(keluar, f"a{n}", "77")
    antre(keluar, "b", "78")
    assert isi(keluar.klaim("telegram", KINI, 2)) == ["a0"]
    assert isi(keluar.klaim("telegram", KINI, 2, selain=["77"])) == ["b"]


def test_a_later_reply_does_not_overtake_one_that_waits_for_its_next_try(keluar: OutboxQ) -> None:
    antre(keluar, "pertama")
    antre(keluar, "kedua")
    antre(keluar, "pengingat", kelas=PENGINGAT)
    antre(keluar, "lain", "78")
    (pertama, _) = keluar.klaim("telegram", KINI, 2)
    keluar.tunda(pertama.id, KINI + 60, "timeout", dihitung=True)
    antre(keluar, "ketiga")
    assert isi(keluar.klaim("telegram", KINI + 59, 10)) == ["pengingat"]
    urutan = []
    while rows := keluar.klaim("telegram", KINI + 61, 1):
        urutan += isi(rows)
        keluar.terkirim(rows[0].id, "x", KINI)
    assert urutan == ["pertama", "kedua", "ketiga"]


def test_a_reminder_for_tomorrow_keeps_nothing_from_today(keluar: OutboxQ) -> None:
    antre(keluar, "besok", kelas=PENGINGAT, jatuh=KINI + 86_400)
    antre(keluar, "kini", kelas=PENGINGAT)
    antre(keluar, "balasan")
    assert isi(keluar.klaim("telegram", KINI, 1)) == ["balasan"]
    assert isi(keluar.klaim("telegram", KINI, 1)) == ["kini"]


def test_a_failed_message_lets_the_next_one_go(keluar: OutboxQ) -> None:
    antre(keluar, "pertama")
    antre(keluar, "kedua")
    (pertama,) = keluar.klaim("telegram", KINI, 1)
    keluar.gagal(pertama.id, "BadRequest")
    assert isi(keluar.klaim("telegram", KINI, 1)) == ["kedua"]


def test_a_postponed_message_remembers_why_and_how_often(tx: Tx, keluar: OutboxQ) -> None:
    id_ = antre(keluar, "halo")
    for dihitung in (True, False, True):
        (satu,) = keluar.klaim("telegram", KINI, 1)
        keluar.tunda(satu.id, KINI, "timeout", dihitung=dihitung)
    row = tx.one("SELECT status, coba, galat FROM outbox WHERE id = ?", (id_,))
    assert row is not None
    assert (row["status"], row["coba"], row["galat"]) == ("antre", 2, "timeout")
    (satu,) = keluar.klaim("telegram", KINI, 1)
    assert satu.coba == 2
    keluar.terkirim(id_, "ext-5", KINI + 3)
    row = tx.one("SELECT status, ext_id, terkirim, galat FROM outbox WHERE id = ?", (id_,))
    assert row is not None
    assert (row["status"], row["ext_id"], row["terkirim"], row["galat"]) == ("terkirim", "ext-5", KINI + 3, None)


def test_what_is_final_is_never_claimed_again(tx: Tx, keluar: OutboxQ) -> None:
    gagal, ragu, terkirim = (antre(keluar, "x", tujuan) for tujuan in "123")
    keluar.klaim("telegram", KINI, 3)
    keluar.gagal(gagal, "tetap")
    keluar.gagal(ragu, "timeout", ragu=True)
    keluar.terkirim(terkirim, "1", KINI)
    assert keluar.klaim("telegram", KINI + 10**6, 3) == []
    assert [status(tx, "outbox", id_) for id_ in (gagal, ragu, terkirim)] == ["gagal", "ragu", "terkirim"]
    assert keluar.tersisa() == 0


def test_what_was_settled_is_not_queued_again_by_who_says_so_too_late(tx: Tx, keluar: OutboxQ) -> None:
    """A process that stood still lost its turn; another has sent the message meanwhile."""
    id_ = antre(keluar, "a")
    keluar.klaim("telegram", KINI, 1)
    keluar.terkirim(id_, "ext", KINI)
    keluar.tunda(id_, KINI, "timeout", dihitung=True)
    keluar.gagal(id_, "timeout")
    assert status(tx, "outbox", id_) == "terkirim"
    assert keluar.klaim("telegram", KINI + 60, 1) == []


def test_after_a_crash_replies_are_sent_again_and_broadcasts_are_not(tx: Tx, keluar: OutboxQ) -> None:
    id_ = {kelas: antre(keluar, "x", str(kelas), kelas=kelas) for kelas in (BALASAN, PENGINGAT, SIARAN)}
    keluar.antre("web", "1", "lain", KINI)
    keluar.klaim("telegram", KINI, 3)
    keluar.klaim("web", KINI, 1)
    assert keluar.pulihkan("telegram") == 2
    assert {kelas: status(tx, "outbox", satu) for kelas, satu in id_.items()} == {
        BALASAN: "antre",
        PENGINGAT: "antre",
        SIARAN: "ragu",
    }
    assert keluar.klaim("web", KINI, 1) == []
    assert keluar.pulihkan("telegram") == 0


def test_what_waits_for_a_chat_that_moved_goes_to_its_new_name(tx: Tx, keluar: OutboxQ) -> None:
    orang = OrangQ(tx)
    ani = orang.kenal("telegram", "-5", "Ani", KINI)
    antre(keluar, "dikirim", "-5")
    (dikirim,) = keluar.klaim("telegram", KINI, 1)
    antre(keluar, "antre", "-5")
    lama = antre(keluar, "lama", "-5")
    keluar.terkirim(lama, "1", KINI)
    keluar.pindah("telegram", "-5", "-1005")
    keluar.tunda(dikirim.id, KINI, "ChatMigrated", dihitung=True)
    assert orang.di_alamat("telegram", "-1005", KINI) == ani
    assert orang.alamat_aktif(ani.id) == [("telegram", "-1005")]
    assert [(r.tujuan, r.isi) for r in keluar.klaim("telegram", KINI, 5)] == [("-1005", "dikirim")]
    assert isi(keluar.klaim("telegram", KINI, 5)) == ["antre"]


def test_a_chat_may_be_known_by_its_new_name_already(tx: Tx, keluar: OutboxQ) -> None:
    orang = OrangQ(tx)
    lama, baru = orang.kenal("telegram", "-5", "Lama", KINI), orang.kenal("telegram", "-1005", "Baru", KINI)
    antre(keluar, "halo", "-5")
    keluar.pindah("telegram", "-5", "-1005")
    assert [(r.tujuan, r.isi) for r in keluar.klaim("telegram", KINI, 5)] == [("-1005", "halo")]
    assert orang.di_alamat("telegram", "-1005", KINI) == baru
    assert orang.alamat_aktif(lama.id) == []


def test_what_is_left_to_send_is_counted_per_channel_and_together(keluar: OutboxQ) -> None:
    antre(keluar, "a")
    antre(keluar, "b", "78", jatuh=KINI + 60)
    keluar.antre("web", "77", "c", KINI)
    keluar.klaim("telegram", KINI, 1)
    assert (keluar.tersisa("telegram"), keluar.tersisa("web"), keluar.tersisa("console"), keluar.tersisa()) == (
        2,
        1,
        0,
        3,
    )


async def test_two_programs_that_claim_at_once_never_take_the_same_message(url: str, store: Store) -> None:
    lain = await buka_store(url)
    await store.write(lambda tx: [antre(OutboxQ(tx), str(n), str(n)) for n in range(300)])

    async def ambil(dari: Store) -> list[str]:
        diambil: list[str] = []
        while rows := await dari.write(lambda tx: OutboxQ(tx).klaim("telegram", KINI, 7)):
            diambil += isi(rows)
        return diambil

    hasil = await asyncio.gather(*(ambil(dari) for dari in (store, lain) * 4))
    await lain.close()
    assert sorted(int(n) for diambil in hasil for n in diambil) == list(range(300))


async def test_a_claim_that_is_not_committed_yet_is_passed_over(url: str, store: Store) -> None:
    """On PostgreSQL beside it; on SQLite after it, since there is one writer."""
    lain = await buka_store(url)
    await store.write(lambda tx: [antre(OutboxQ(tx), str(n), str(n)) for n in range(10)])
    diambil, boleh = threading.Event(), threading.Event()

    def lambat(tx: Tx) -> list[str]:
        rows = OutboxQ(tx).klaim("telegram", KINI, 2)
        diambil.set()
        boleh.wait(0.2)
        return isi(rows)

    pertama = asyncio.create_task(store.write(lambat))
    await asyncio.to_thread(diambil.wait, 5)
    kedua = isi(await lain.write(lambda tx: OutboxQ(tx).klaim("telegram", KINI, 10)))
    boleh.set()
    assert await pertama == ["0", "1"]
    assert kedua
    assert not {"0", "1"} & set(kedua)
    await lain.close()


def test_what_waits_in_a_forum_s_topics_moves_with_the_group(tx: Tx, keluar: OutboxQ) -> None:
    for tujuan in ("-5", "-5/7", "-55", "77"):
        antre(keluar, "x", tujuan)
    keluar.pindah("telegram", "-5", "-1005")
    assert [r["tujuan"] for r in tx.all("SELECT tujuan FROM outbox WHERE isi = 'x' ORDER BY id")] == [
        "-1005",
        "-1005",
        "-55",
        "77",
    ]


def test_what_is_due_later_in_one_class_keeps_nothing_from_another(keluar: OutboxQ) -> None:
    antre(keluar, "nanti", "1", kelas=BALASAN, jatuh=KINI + 60)
    antre(keluar, "ingat", "2", kelas=PENGINGAT)
    antre(keluar, "siar", "3", kelas=SIARAN)
    assert isi(keluar.klaim("telegram", KINI, 10)) == ["ingat", "siar"]


# --- what waits although it is due ----------------------------------------------------------------------------------


def ambil(tx: Tx, id_: int) -> dict[str, object]:
    row = tx.one("SELECT kanal, tujuan, status, tahan, jatuh, galat, sampai FROM outbox WHERE id = ?", (id_,))
    assert row is not None
    return dict(row)


def test_what_is_held_is_not_claimed_until_the_person_writes_and_then_in_order(keluar: OutboxQ, tx: Tx) -> None:
    for isi_, kelas in (("a", PENGINGAT), ("b", BALASAN), ("c", PENGINGAT)):
        keluar.tahan(antre(keluar, isi_, kelas=kelas), "jendela", KINI + 9_000 - ord(isi_), "jendela")
    lain = antre(keluar, "lain", "78", kelas=PENGINGAT)
    keluar.tahan(lain, "kuota", KINI + 9_000, "kuota")
    assert keluar.klaim("telegram", KINI + 60, 9) == []
    assert keluar.tersisa() == 0  # nobody who stops waits for them
    assert keluar.lepas_tahan("telegram", "77", KINI + 60) == 3
    urutan = []
    while rows := keluar.klaim("telegram", KINI + 60, 9):
        urutan += isi(rows)
        keluar.terkirim(rows[0].id, "x", KINI + 60)
    assert urutan == ["b", "a", "c"]
    assert ambil(tx, lain)["tahan"] == "kuota"


def test_what_is_held_is_looked_at_again_at_the_latest(keluar: OutboxQ, tx: Tx) -> None:
    id_ = antre(keluar, "a", kelas=PENGINGAT)
    keluar.tahan(id_, "anggaran", KINI + 100, "anggaran")
    assert keluar.klaim("telegram", KINI + 99, 9) == []
    assert isi(keluar.klaim("telegram", KINI + 100, 9)) == ["a"]
    assert ambil(tx, id_)["tahan"] == ""


def test_a_new_reply_does_not_wait_behind_one_that_is_held(keluar: OutboxQ) -> None:
    keluar.tahan(antre(keluar, "lama"), "jendela", KINI + 90_000, "jendela")
    antre(keluar, "baru")
    assert isi(keluar.klaim("telegram", KINI, 9)) == ["baru"]


def test_it_moves_to_another_address_and_the_ledger_says_why(keluar: OutboxQ, tx: Tx) -> None:
    id_ = antre(keluar, "a", kelas=PENGINGAT)
    keluar.tahan(id_, "kuota", KINI + 100, "kuota")
    keluar.alih(id_, "web", "ani", "moved", KINI + 5)
    assert ambil(tx, id_) == {
        "kanal": "web", "tujuan": "ani", "status": "antre", "tahan": "", "jatuh": KINI + 5, "galat": "moved",
        "sampai": "",
    }  # fmt: skip


def test_what_was_settled_is_neither_held_nor_moved(keluar: OutboxQ, tx: Tx) -> None:
    id_ = antre(keluar, "a")
    keluar.terkirim(id_, "x", KINI)
    keluar.tahan(id_, "kuota", KINI + 100, "kuota")
    keluar.alih(id_, "web", "ani", "moved", KINI)
    assert keluar.lepas_tahan("telegram", "77", KINI) == 0
    assert ambil(tx, id_)["status"] == "terkirim"
    assert ambil(tx, id_)["kanal"] == "telegram"


def test_what_failed_after_all_is_settled_once_more_but_not_what_is_on_its_way(keluar: OutboxQ, tx: Tx) -> None:
    terkirim, gagal, tertahan, menunggu = (antre(keluar, x, kelas=PENGINGAT) for x in "abcd")
    keluar.terkirim(terkirim, "x", KINI)
    keluar.gagal(gagal, "no")
    keluar.tahan(tertahan, "jendela", KINI + 100, "jendela")
    lagi = keluar.ternyata_gagal(terkirim)
    assert lagi is not None
    assert lagi.isi == "a"
    assert keluar.ternyata_gagal(terkirim) is None
    assert keluar.ternyata_gagal(gagal) is None
    assert keluar.ternyata_gagal(tertahan) is not None
    assert keluar.ternyata_gagal(menunggu) is None
