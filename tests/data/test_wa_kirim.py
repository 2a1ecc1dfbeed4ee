"""The books of WhatsApp: what it took goes forward only, counts once, and costs what it is said to cost."""

from __future__ import annotations

import pytest

from data.outbox import BALASAN, PENGINGAT, SIARAN, OutboxQ
from data.simpanan import WA_KIRIM, rapikan
from data.store import Row, Tx
from data.wa_biaya import LAYANAN, PEMASARAN, UTILITAS, BatasWa, bulan_biaya
from data.wa_kirim import GAGAL, SEHARI, KirimQ, Langkah, Pemakaian
from tests.conftest import KINI

BATAS = BatasWa(tarif={LAYANAN: 12.5, UTILITAS: 357, PEMASARAN: 586.33})


@pytest.fixture
def kirim(tx: Tx) -> KirimQ:
    return KirimQ(tx, BATAS)


def antre(tx: Tx, tujuan: str = "waA", kelas: int = BALASAN) -> int:
    id_ = OutboxQ(tx).antre("whatsapp", tujuan, "{}", KINI, kelas=kelas)
    assert id_ is not None
    return id_


def terkirim(tx: Tx, kirim: KirimQ, wamid: str, tujuan: str = "waA", templat: str = "", waktu: int = KINI) -> int:
    id_ = antre(tx, tujuan, PENGINGAT if templat else BALASAN)
    kirim.ambil_tempat(id_, tujuan, UTILITAS if templat else LAYANAN, templat, waktu)
    kirim.catat(wamid, id_, waktu)
    if not templat:
        OutboxQ(tx).terkirim(id_, wamid, waktu)
    return id_


def keluar(tx: Tx, id_: int) -> Row:
    row = tx.one("SELECT * FROM outbox WHERE id = ?", (id_,))
    assert row is not None
    return row


def keadaan(tx: Tx) -> dict[str, str]:
    return {r["wamid"]: r["keadaan"] for r in tx.all("SELECT wamid, keadaan FROM wa_kirim ORDER BY wamid")}


# --- forward only ---------------------------------------------------------------------------------------------------


def test_a_message_goes_forward_and_never_back_and_the_ledger_with_it(tx: Tx, kirim: KirimQ) -> None:
    id_ = terkirim(tx, kirim, "w1")
    for apa, jadi in (("terkirim", "terkirim"), ("dibaca", "dibaca"), ("sampai", "dibaca"), ("gagal", "dibaca")):
        maju = kirim.maju("w1", apa, KINI + 5, kode=1 if apa == "gagal" else None)
        assert (maju is not None) == (apa == jadi)
        assert keadaan(tx) == {"w1": jadi}
        assert keluar(tx, id_)["sampai"] == jadi
    assert kirim.maju("w1", "dibaca", KINI + 9) is None


def test_a_failure_is_final_and_its_reason_is_kept(tx: Tx, kirim: KirimQ) -> None:
    id_ = terkirim(tx, kirim, "w1")
    assert kirim.maju("w1", GAGAL, KINI + 5, kode=131047) == Langkah(id_, "waA", "")
    assert kirim.maju("w1", "sampai", KINI + 6) is None
    (row,) = tx.all("SELECT keadaan, kode FROM wa_kirim")
    assert (row["keadaan"], row["kode"]) == (GAGAL, 131047)
    assert keluar(tx, id_)["sampai"] == GAGAL


def test_a_message_that_is_not_ours_is_passed_over(tx: Tx, kirim: KirimQ) -> None:
    assert kirim.maju("asing", "sampai", KINI) is None
    assert kirim.maju("asing", "sampai", KINI, outbox_id=4711, tagih=True) is None
    assert keadaan(tx) == {}


def test_a_status_that_comes_before_the_answer_stands(tx: Tx, kirim: KirimQ) -> None:
    id_ = antre(tx)
    OutboxQ(tx).klaim("whatsapp", KINI, 1)
    kirim.ambil_tempat(id_, "waA", LAYANAN, "", KINI)
    assert kirim.maju("w1", "sampai", KINI + 1, outbox_id=id_) is not None
    kirim.catat("w1", id_, KINI + 2)
    OutboxQ(tx).terkirim(id_, "w1", KINI + 2)
    assert keadaan(tx) == {"w1": "sampai"}
    assert keluar(tx, id_)["sampai"] == "sampai"


@pytest.mark.parametrize(("kelas", "sebelum"), [(SIARAN, "ragu"), (BALASAN, "antre")])
def test_what_a_killed_process_sent_turns_out_sent_and_is_not_sent_again(
    tx: Tx, kirim: KirimQ, kelas: int, sebelum: str
) -> None:
    id_ = antre(tx, kelas=kelas)
    OutboxQ(tx).klaim("whatsapp", KINI, 1)
    kirim.ambil_tempat(id_, "waA", LAYANAN, "", KINI)
    OutboxQ(tx).pulihkan("whatsapp")  # the next process
    assert keluar(tx, id_)["status"] == sebelum
    kirim.maju("w1", "terkirim", KINI + 1, outbox_id=id_)
    row = keluar(tx, id_)
    assert (row["status"], row["ext_id"], row["sampai"]) == ("terkirim", "w1", "terkirim")
    assert OutboxQ(tx).klaim("whatsapp", KINI + 10, 1) == []


def test_an_announcement_that_arrived_is_not_the_message(tx: Tx, kirim: KirimQ) -> None:
    id_ = terkirim(tx, kirim, "w1", templat="kd_ada_kabar")
    OutboxQ(tx).tahan(id_, "jendela", KINI + SEHARI, "jendela")
    kirim.maju("w1", "dibaca", KINI + 5)
    row = keluar(tx, id_)
    assert (row["status"], row["tahan"], row["sampai"]) == ("antre", "jendela", "dibaca")
    kirim.ambil_tempat(id_, "waA", LAYANAN, "", KINI + 60)
    kirim.catat("w2", id_, KINI + 60)
    OutboxQ(tx).terkirim(id_, "w2", KINI + 60)
    assert keluar(tx, id_)["sampai"] == ""
    kirim.maju("w2", "sampai", KINI + 61)
    assert keluar(tx, id_)["sampai"] == "sampai"


# --- who is counted -------------------------------------------------------------------------------------------------


def test_people_whom_templates_went_to_in_a_day(tx: Tx, kirim: KirimQ) -> None:
    terkirim(tx, kirim, "w0", "waZ", "kd_rekap", KINI - SEHARI)
    terkirim(tx, kirim, "w1", "waA", "kd_rekap", KINI - SEHARI + 10)
    terkirim(tx, kirim, "w2", "waA", "kd_rekap", KINI - 100)
    terkirim(tx, kirim, "w3", "waB", "kd_rekap", KINI - 50)
    terkirim(tx, kirim, "w4", "waC", "", KINI)
    terkirim(tx, kirim, "w5", "waD", "kd_rekap", KINI)
    kirim.maju("w5", GAGAL, KINI, kode=131026)
    assert kirim.penerima(KINI) == 2
    assert [kirim.terhitung(t, KINI) for t in ("waA", "waB", "waC", "waD", "waZ")] == [True, True, False, False, False]
    assert kirim.berkurang(KINI) == KINI - 100 + SEHARI
    assert kirim.penerima(KINI + SEHARI) == 0
    assert kirim.berkurang(KINI + SEHARI) == KINI + SEHARI


def test_a_place_is_taken_once_a_message_and_given_back(tx: Tx, kirim: KirimQ) -> None:
    id_ = antre(tx)
    for _ in range(2):
        kirim.ambil_tempat(id_, "waA", UTILITAS, "kd_rekap", KINI)
    assert kirim.penerima(KINI) == 1
    assert kirim.ketukan("waA", KINI - 1) == []  # nobody knows yet whether they were told
    kirim.urung(id_)
    assert kirim.penerima(KINI) == 0


# --- what it costs --------------------------------------------------------------------------------------------------


def test_by_category_what_whatsapp_said_counts_and_else_our_own_rates(tx: Tx, kirim: KirimQ) -> None:
    for n in range(4):
        terkirim(tx, kirim, f"l{n}")
    terkirim(tx, kirim, "u1", templat="kd_rekap")
    terkirim(tx, kirim, "u2", templat="kd_rekap")
    terkirim(tx, kirim, "u3", templat="kd_rekap")
    kirim.maju("l0", "terkirim", KINI, tagih=False, kategori=LAYANAN)
    kirim.maju("l1", "terkirim", KINI, tagih=True, kategori=LAYANAN)
    kirim.maju("l2", GAGAL, KINI, kode=131026)
    kirim.maju("u1", "terkirim", KINI, tagih=True, kategori=PEMASARAN)  # Meta has put it elsewhere
    kirim.maju("u2", "terkirim", KINI, tagih=True, kategori="baru sama sekali")
    assert kirim.biaya(KINI, KINI + 1) == [
        Pemakaian(LAYANAN, 3, 2, 1, 25_000),
        Pemakaian(PEMASARAN, 1, 1, 1, 586_330),
        Pemakaian(UTILITAS, 2, 2, 1, 714_000),
    ]
    assert kirim.terpakai(KINI, KINI + 1) == 1_325_330
    assert kirim.biaya(KINI + 1, KINI + 2) == []


def test_the_bill_said_twice_or_late_is_one_bill(tx: Tx, kirim: KirimQ) -> None:
    terkirim(tx, kirim, "l1")
    kirim.maju("l1", "sampai", KINI, tagih=True, kategori=LAYANAN)
    assert kirim.maju("l1", "terkirim", KINI, tagih=True, kategori=LAYANAN) is None
    assert kirim.biaya(KINI, KINI + 1) == [Pemakaian(LAYANAN, 1, 1, 1, 12_500)]


def test_a_month_is_jakarta_s() -> None:
    dari, sampai = bulan_biaya(KINI)
    assert bulan_biaya(dari) == (dari, sampai)
    assert bulan_biaya(sampai - 1) == (dari, sampai)
    assert bulan_biaya(sampai)[0] == sampai
    assert bulan_biaya(KINI, 1) == (bulan_biaya(dari - 1)[0], dari)
    assert bulan_biaya(KINI, 12)[0] < bulan_biaya(KINI, 11)[0]


def test_what_went_is_forgotten_after_a_year_and_a_month(tx: Tx, kirim: KirimQ) -> None:
    terkirim(tx, kirim, "lama", waktu=KINI)
    terkirim(tx, kirim, "baru", waktu=KINI + 1)
    assert rapikan(tx, KINI + WA_KIRIM)["wa_kirim"] == 0
    assert rapikan(tx, KINI + WA_KIRIM + 1)["wa_kirim"] == 1
    assert list(keadaan(tx)) == ["baru"]


def test_a_picture_before_its_message_costs_and_touches_no_row(tx: Tx, kirim: KirimQ) -> None:
    kirim.sampingan("w1", "waA", KINI)
    kirim.sampingan("w1", "waA", KINI)
    assert kirim.maju("w1", "sampai", KINI, tagih=True, kategori=LAYANAN) == Langkah(0, "waA", "")
    assert kirim.biaya(KINI, KINI + 1) == [Pemakaian(LAYANAN, 1, 1, 1, 12_500)]
