"""What is composed for whom: the merged reminder with its silences, the recap to the group or to the PD."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from bot.berkala import Hasil, selesaikan
from bot.berkala_jenis import JENIS, susun_pengingat
from bot.berkala_rekap import senin_rekap, susun_rekap
from bot.reply import encode
from data.grup import GrupQ
from data.jadwal import CUTI, KIRIM, LIBUR, SEPI, TANPA_ALAMAT, TANPA_GRUP, TUNDA, JadwalQ
from data.jadwal_sumber import ATUR_AWAL, PENGINGAT, REKAP
from data.orang import PD, Orang, OrangQ
from data.outbox import SIARAN
from data.rekap import ambil
from data.slot import sebelum
from data.store import Tx
from data.wilayah import WilayahQ
from handlers.dialog.pesan import Pesan
from tests.conftest import KINI
from tests.data.dunia import KECAMATAN, WIB, desa, isi, pendamping
from tests.data.test_slot import pada

SENIN = date(2026, 11, 23)
SORE = "2026-11-23 19:00"
"""Monday, a working day."""
JUMAT = "2026-11-27 16:00"


def jalankan(tx: Tx, jenis: str, lokal: str) -> list[Hasil]:
    """Composed and stored, as the clock does."""
    kini = pada(lokal)
    rows = JadwalQ(tx).jatuh(kini, 99, jenis)
    assert rows
    slot = sebelum(rows[0].atur, rows[0].zona, kini)
    semua = JENIS[jenis].susun(tx, rows, slot, kini)
    assert [selesaikan(tx, satu, kini) for satu in semua] == [satu.hasil for satu in semua]
    return semua


def satu(tx: Tx, jenis: str, lokal: str) -> Hasil:
    (hasil,) = jalankan(tx, jenis, lokal)
    return hasil


@pytest.fixture
def sari(tx: Tx) -> Orang:
    """Of Sukamaju, known since Saturday, with a row for her and her kecamatan."""
    orang = pendamping(tx)
    WilayahQ(tx).kenalkan(KECAMATAN)
    JadwalQ(tx).sinkron(KINI)
    return orang


def rina(tx: Tx) -> Orang:
    id_ = OrangQ(tx).tambah("Bu Rina", WIB, KINI)
    OrangQ(tx).pasang_alamat(id_, "web", "Bu Rina", KINI)
    OrangQ(tx).tugaskan(id_, PD, KECAMATAN, date(2026, 10, 1), disahkan=True)
    return OrangQ(tx).ambil(id_, KINI)


def grup(tx: Tx, oleh: Orang, topik: str = "") -> None:
    GrupQ(tx).kaitkan(GrupQ(tx).catat("telegram", "-100", "Cibeber", KINI), KECAMATAN, topik, oleh.id, KINI)


def keluar(tx: Tx) -> list[tuple[str, str, int]]:
    return [(r["tujuan"], r["isi"], r["kelas"]) for r in tx.all("SELECT tujuan, isi, kelas FROM outbox ORDER BY id")]


# --- the reminder ---------------------------------------------------------------------------------------------------


def test_one_message_says_all_that_is_open_and_why_is_on_record(tx: Tx, sari: Orang) -> None:
    hasil = satu(tx, PENGINGAT, SORE)
    assert hasil.hasil == KIRIM
    assert "hari kosong" in hasil.alasan
    ((tujuan, isi_, _),) = keluar(tx)
    assert tujuan == "Bu Sari"
    assert "belum ada catatan" in msgspec.json.decode(isi_, type=Pesan).teks.lower()


def test_each_step_of_a_deadline_is_told_once(tx: Tx, sari: Orang) -> None:
    jalankan(tx, PENGINGAT, SORE)
    ada = tx.all("SELECT acara FROM kalender_umum WHERE orang_id = ?", (sari.id,))
    assert ada
    jalankan(tx, PENGINGAT, "2026-11-24 19:00")
    assert tx.all("SELECT acara FROM kalender_umum WHERE orang_id = ?", (sari.id,)) == ada


def test_who_has_done_it_all_hears_nothing(tx: Tx, sari: Orang) -> None:
    jalankan(tx, PENGINGAT, SORE)
    kini = pada("2026-11-24 12:00")
    for hari in ("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23", "2026-11-24"):
        desa(tx, sari, kini).kegiatan.catat(isi(tanggal=hari), [], None)
    assert satu(tx, PENGINGAT, "2026-11-24 19:00").hasil == SEPI
    assert len(keluar(tx)) == 1


@pytest.mark.parametrize("sebab", [CUTI, TUNDA, TANPA_ALAMAT])
def test_silence_for_a_reason(tx: Tx, sari: Orang, sebab: str) -> None:
    if sebab == CUTI:
        tx.run(
            "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-23', '2026-11-23', 1)", (sari.id,)
        )
    elif sebab == TUNDA:
        JadwalQ(tx).tunda(PENGINGAT, str(sari.id), date(2026, 11, 24))
    else:
        OrangQ(tx).tutup_alamat("web", "Bu Sari")
    assert satu(tx, PENGINGAT, SORE).hasil == sebab
    assert keluar(tx) == []


def test_a_rest_ends_on_its_day(tx: Tx, sari: Orang) -> None:
    JadwalQ(tx).tunda(PENGINGAT, str(sari.id), SENIN)
    assert satu(tx, PENGINGAT, SORE).hasil == KIRIM


def test_nothing_on_days_off(tx: Tx, sari: Orang) -> None:
    assert satu(tx, PENGINGAT, "2026-11-27 19:00").hasil == KIRIM
    for libur in ("2026-11-28 19:00", "2026-11-29 19:00"):
        assert satu(tx, PENGINGAT, libur).hasil == LIBUR
    assert len(keluar(tx)) == 1


def test_but_a_hard_deadline(tx: Tx, sari: Orang) -> None:
    """DRP's correction days: Saturday, 2 January 2027 is the second of three."""
    jalankan(tx, PENGINGAT, "2026-12-31 19:00")
    assert satu(tx, PENGINGAT, "2027-01-02 19:00").hasil == KIRIM


def test_nobody_who_may_be_told_is_nothing_to_ask(tx: Tx, sari: Orang) -> None:
    OrangQ(tx).tutup_alamat("web", "Bu Sari")
    rows = JadwalQ(tx).semua(PENGINGAT)
    assert [h.hasil for h in susun_pengingat(tx, rows, pada(SORE), pada(SORE))] == [TANPA_ALAMAT]


# --- the recap ------------------------------------------------------------------------------------------------------


def test_the_group_sees_how_many_and_the_pd_alone_who(tx: Tx, sari: Orang) -> None:
    grup(tx, rina(tx), topik="7")
    hasil = satu(tx, REKAP, JUMAT)
    assert hasil.hasil == KIRIM
    (ke, di_grup, kelas), (pd, diam, _) = keluar(tx)
    assert (ke, kelas, pd) == ("-100/7", SIARAN, "Bu Rina")
    assert "Bu Sari" not in di_grup
    assert "Bu Sari" in diam
    angka = ambil(tx, KECAMATAN, SENIN)
    assert angka is not None
    assert angka.saat == pada(JUMAT)


def test_a_group_that_wants_names_gets_them_and_the_pd_nothing_more(tx: Tx, sari: Orang) -> None:
    grup(tx, rina(tx))
    JadwalQ(tx).atur(REKAP, KECAMATAN, {"nama": True}, KINI)
    jalankan(tx, REKAP, JUMAT)
    ((ke, teks, _),) = keluar(tx)
    assert ke == "-100"
    assert "Bu Sari" in teks


def test_without_a_group_the_pd_gets_it(tx: Tx, sari: Orang) -> None:
    rina(tx)
    jalankan(tx, REKAP, JUMAT)
    assert [tujuan for tujuan, _, _ in keluar(tx)] == ["Bu Rina"]


def test_a_pd_on_leave_is_left_alone_and_who_acts_for_them_is_told(tx: Tx, sari: Orang) -> None:
    pd = rina(tx)
    tx.run("INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-27', '2026-11-30', 1)", (pd.id,))
    rows, kini = JadwalQ(tx).semua(REKAP), pada(JUMAT)
    assert [h.hasil for h in susun_rekap(tx, rows, kini, kini)] == [TANPA_GRUP]
    besok = pada("2026-12-01 09:00")
    assert [h.hasil for h in susun_rekap(tx, rows, kini, besok)] == [KIRIM]
    for dari, sampai in ((date(2026, 11, 27), date(2026, 11, 30)), (date(2026, 11, 1), date(2026, 11, 26))):
        OrangQ(tx).tugaskan(sari.id, PD, KECAMATAN, dari, sampai=sampai, disahkan=True)
    jalankan(tx, REKAP, JUMAT)
    assert [tujuan for tujuan, _, _ in keluar(tx)] == ["Bu Sari"]


def test_without_group_and_pd_nobody_gets_it(tx: Tx, sari: Orang) -> None:
    assert satu(tx, REKAP, JUMAT).hasil == TANPA_GRUP
    assert keluar(tx) == []
    assert ambil(tx, KECAMATAN, SENIN) is None


def test_a_recap_that_rests_and_one_that_was_sent_by_hand(tx: Tx, sari: Orang) -> None:
    grup(tx, sari)
    JadwalQ(tx).tunda(REKAP, KECAMATAN, date(2026, 11, 28))
    assert satu(tx, REKAP, JUMAT).hasil == TUNDA
    JadwalQ(tx).tunda(REKAP, KECAMATAN, None)
    rows, kini = JadwalQ(tx).semua(REKAP), pada("2026-12-04 16:00")
    (tangan,) = susun_rekap(tx, rows, kini, kini)
    (jam,) = susun_rekap(tx, rows, kini, kini)
    assert selesaikan(tx, tangan, kini) == KIRIM
    tx.run("UPDATE jadwal SET jatuh = ?", (kini,))
    tx.run("DELETE FROM jadwal_jalan WHERE slot = ?", (kini,))
    assert isinstance(selesaikan(tx, jam, kini), LookupError)
    assert [(h.hasil, h.alasan) for h in susun_rekap(tx, rows, kini, kini)] == [(SEPI, "sudah dikirim")]


def test_a_group_of_a_kecamatan_where_nobody_works_yet_is_left_alone(tx: Tx, sari: Orang) -> None:
    grup(tx, sari)
    tx.run("UPDATE penugasan SET sampai = '2026-11-01'")
    tx.run("DELETE FROM outbox")
    assert satu(tx, REKAP, JUMAT).hasil == SEPI


@pytest.mark.parametrize(
    ("lokal", "senin"),
    [("2026-11-27 16:00", SENIN), ("2026-11-25 08:00", SENIN), ("2026-11-29 20:00", SENIN),
     ("2026-11-23 08:00", date(2026, 11, 16)), ("2026-11-24 08:00", date(2026, 11, 16))],
)  # fmt: skip
def test_early_in_the_week_it_is_of_the_week_before(lokal: str, senin: date) -> None:
    assert senin_rekap(pada(lokal), WIB) == senin


def test_every_kind_that_is_composed_is_known_by_its_settings() -> None:
    assert set(JENIS) <= set(ATUR_AWAL)
    assert encode(Pesan("Sore.")) == '{"teks":"Sore."}'
