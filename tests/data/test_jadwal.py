"""Rows of what comes again and again: who has one, when it is due, who moves it on, what came of it."""

from __future__ import annotations

from datetime import date

import pytest

from data.grup import GrupQ
from data.jadwal import KIRIM, LEWAT, SEPI, Jadwal, JadwalQ
from data.jadwal_sumber import PENGINGAT, REKAP, RINGKASAN_KAB, RINGKASAN_PD
from data.orang import CAMAT, PD, TAPM_KAB, OrangQ
from data.penerima import penerima
from data.simpanan import JADWAL, rapikan
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, WIB, WIT, pendamping
from tests.data.test_slot import pada, teks

BULAN_LALU = date(2026, 10, 1)
"""KINI: Saturday 2026-11-21, 20.00 WIB."""


def semua(tx: Tx, jenis: str = "") -> dict[tuple[str, str], Jadwal]:
    return {(j.jenis, j.kunci): j for j in JadwalQ(tx).daftar(1000, jenis)}


def koordinator(tx: Tx, nama: str, peran: str, kode: str, *, disahkan: bool = True, zona: str = WIB) -> str:
    WilayahQ(tx).kenalkan(kode)
    id_ = OrangQ(tx).tambah(nama, zona, KINI)
    OrangQ(tx).tugaskan(id_, peran, kode, BULAN_LALU, disahkan=disahkan)
    return str(id_)


def satu(tx: Tx, jenis: str = PENGINGAT) -> Jadwal:
    (jadwal,) = JadwalQ(tx).daftar(9, jenis)
    return jadwal


# --- who has one ----------------------------------------------------------------------------------------------------


def test_everybody_with_work_has_a_reminder_and_every_kecamatan_with_people_its_recap(tx: Tx) -> None:
    sari = str(pendamping(tx).id)
    rina = koordinator(tx, "Bu Rina", PD, KECAMATAN)
    hasan = koordinator(tx, "Pak Hasan", TAPM_KAB, "32.03")
    koordinator(tx, "Pak Camat", CAMAT, KECAMATAN)
    OrangQ(tx).tambah("Ani", WIB, KINI)
    JadwalQ(tx).sinkron(KINI)
    assert set(semua(tx)) == {
        (PENGINGAT, sari), (PENGINGAT, rina), (PENGINGAT, hasan), (REKAP, KECAMATAN), (RINGKASAN_PD, rina),
        (RINGKASAN_KAB, hasan),
    }  # fmt: skip
    assert teks(semua(tx)[PENGINGAT, sari].jatuh) == "2026-11-22 19:00"
    assert teks(semua(tx)[REKAP, KECAMATAN].jatuh) == "2026-11-27 16:00"
    assert teks(semua(tx)[RINGKASAN_PD, rina].jatuh) == "2026-12-02 08:00"


def test_nobody_s_own_word_opens_a_digest(tx: Tx) -> None:
    koordinator(tx, "Bu Rina", PD, KECAMATAN, disahkan=False)
    JadwalQ(tx).sinkron(KINI)
    assert {jenis for jenis, _ in semua(tx)} == {PENGINGAT, REKAP}


def test_a_kecamatan_with_a_group_and_nobody_in_it_yet_has_a_recap_by_its_own_clock(tx: Tx) -> None:
    WilayahQ(tx).kenalkan("91.03.01")
    grup = GrupQ(tx).catat("telegram", "-1", "Sentani", KINI)
    GrupQ(tx).kaitkan(grup, "91.03.01", "", pendamping(tx).id, KINI)
    JadwalQ(tx).sinkron(KINI)
    rekap = semua(tx)[REKAP, "91.03.01"]
    assert rekap.zona == WIT
    assert teks(rekap.jatuh, WIT) == "2026-11-27 16:00"


def test_who_has_no_work_any_more_is_left_alone_and_is_back_when_it_returns(tx: Tx) -> None:
    sari = pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    JadwalQ(tx).atur(PENGINGAT, str(sari.id), {"jam": "17:00"}, KINI)
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (sari.id,))
    JadwalQ(tx).sinkron(KINI)
    assert semua(tx) == {}
    tx.run("UPDATE penugasan SET sampai = NULL WHERE orang_id = ?", (sari.id,))
    JadwalQ(tx).sinkron(KINI + 9 * HARI)
    assert teks(semua(tx)[PENGINGAT, str(sari.id)].jatuh) == "2026-12-01 17:00"


def test_who_moves_to_another_zone_is_reminded_by_its_clock(tx: Tx) -> None:
    sari = pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    tx.run("UPDATE orang SET zona = ? WHERE id = ?", (WIT, sari.id))
    JadwalQ(tx).sinkron(KINI)
    assert teks(satu(tx).jatuh, WIT) == "2026-11-22 19:00"


def test_compared_twice_nothing_changes(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    beda = JadwalQ(tx).beda(KINI)
    assert (beda.hidup, beda.mati, beda.geser, beda.potong(50)) == ([], [], [], [])


def test_a_row_further_ahead_than_its_next_time_is_brought_back(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    for jauh in (HARI, 365 * HARI):
        tx.run("UPDATE jadwal SET jatuh = jatuh + ?", (jauh,))
        JadwalQ(tx).sinkron(KINI)
        assert {teks(j.jatuh) for j in semua(tx, PENGINGAT).values()} == {"2026-11-22 19:00"}
        if jauh > 7 * HARI:
            assert {teks(j.jatuh) for j in semua(tx, REKAP).values()} == {"2026-11-27 16:00"}


def test_what_was_not_said_while_the_clock_was_ahead_may_still_be_said(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    jadwal, depan = satu(tx), KINI + 365 * HARI
    JadwalQ(tx).catat_jalan(jadwal, [KINI - HARI], KINI - HARI, SEPI)
    JadwalQ(tx).catat_jalan(jadwal, [KINI + 5 * HARI, KINI + 6 * HARI], depan, LEWAT)
    JadwalQ(tx).catat_jalan(jadwal, [depan], depan, KIRIM)
    JadwalQ(tx).sinkron(KINI)
    assert [(j.slot, j.hasil) for j in JadwalQ(tx).riwayat(9)] == [(depan, KIRIM), (KINI - HARI, SEPI)]


# --- what is due ----------------------------------------------------------------------------------------------------


def test_due_rows_by_age_page_by_page(tx: Tx) -> None:
    for n in range(5):
        pendamping(tx, f"Bu {n}")
    JadwalQ(tx).sinkron(KINI)
    assert JadwalQ(tx).jatuh(KINI, 9, PENGINGAT) == []
    kini = pada("2026-11-22 19:00")
    ketemu: list[Jadwal] = []
    sampai = (0, 0)
    while rows := JadwalQ(tx).jatuh(kini, 2, PENGINGAT, sampai):
        ketemu += rows
        sampai = (rows[-1].jatuh, rows[-1].id)
    assert [j.id for j in ketemu] == sorted(j.id for j in ketemu)
    assert len({j.id for j in ketemu}) == 5


def test_only_one_of_two_moves_a_row_on(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    jadwal = satu(tx)
    assert JadwalQ(tx).majukan(jadwal, jadwal.jatuh + HARI)
    assert not JadwalQ(tx).majukan(jadwal, jadwal.jatuh + HARI)


def test_each_time_is_on_record_once(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    jadwal = satu(tx)
    assert JadwalQ(tx).catat_jalan(jadwal, [], KINI, LEWAT) == 0
    assert JadwalQ(tx).catat_jalan(jadwal, [KINI, KINI + 1], KINI, LEWAT) == 2
    assert JadwalQ(tx).catat_jalan(jadwal, [KINI + 1, KINI + 2], KINI, KIRIM) == 1
    assert [(j.slot - KINI, j.hasil) for j in JadwalQ(tx).riwayat(9)] == [(2, KIRIM), (1, LEWAT), (0, LEWAT)]
    assert JadwalQ(tx).riwayat(9, REKAP) == []


# --- what people choose ---------------------------------------------------------------------------------------------


def test_another_hour_counts_from_now(tx: Tx) -> None:
    kunci = str(pendamping(tx).id)
    JadwalQ(tx).sinkron(KINI)
    assert teks(JadwalQ(tx).atur(PENGINGAT, kunci, {"jam": "20:30"}, KINI)) == "2026-11-21 20:30"
    assert satu(tx).atur == {"jam": "20:30"}
    with pytest.raises(LookupError):
        JadwalQ(tx).atur(PENGINGAT, "0", {"jam": "20:30"}, KINI)


def test_a_later_hour_on_a_day_that_had_its_reminder_counts_from_tomorrow(tx: Tx) -> None:
    kunci = str(pendamping(tx).id)
    JadwalQ(tx).sinkron(KINI)
    JadwalQ(tx).catat_jalan(satu(tx), [pada("2026-11-21 19:00")], KINI, KIRIM)
    assert teks(JadwalQ(tx).atur(PENGINGAT, kunci, {"jam": "20:30"}, KINI)) == "2026-11-22 20:30"


def test_a_later_day_in_a_week_that_had_its_recap_counts_from_the_next_week(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    JadwalQ(tx).catat_jalan(satu(tx, REKAP), [pada("2026-11-20 16:00")], KINI, KIRIM)
    assert teks(JadwalQ(tx).atur(REKAP, KECAMATAN, {"hari": 6}, KINI)) == "2026-11-29 16:00"
    assert satu(tx, REKAP).atur == {"hari": 6, "jam": "16:00", "nama": False}


def test_silence_until_a_day(tx: Tx) -> None:
    kunci = str(pendamping(tx).id)
    JadwalQ(tx).sinkron(KINI)
    for sampai in (date(2026, 11, 24), None):
        JadwalQ(tx).tunda(PENGINGAT, kunci, sampai)
        jadwal = JadwalQ(tx).ambil(PENGINGAT, kunci)
        assert jadwal is not None
        assert (jadwal.tunda, jadwal.orang_id) == (sampai, int(kunci))
    assert JadwalQ(tx).ambil(PENGINGAT, "0") is None


# --- whom to tell ---------------------------------------------------------------------------------------------------


def test_where_each_was_last_seen_and_who_is_away_or_off(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", "32.03.03.2001", "32.04.05.2001")
    OrangQ(tx).pasang_alamat(sari.id, "telegram", "77", KINI)
    OrangQ(tx).tutup_alamat("web", "Pak Budi")
    tx.run(
        "INSERT INTO cuti (orang_id, dari, sampai, dibuat) VALUES (?, '2026-11-20', '2026-11-23', ?)", (sari.id, KINI)
    )
    tx.run(
        "INSERT INTO libur_daerah (kode, tanggal, nama, libur, dibuat) VALUES ('32.03', '2026-11-23', 'Jadi', 1, ?)",
        (KINI,),
    )
    ids = [sari.id, budi.id]

    def pada_hari(hari: date) -> list[tuple[tuple[str, str] | None, bool, bool]]:
        semua = penerima(tx, ids, dict.fromkeys(ids, hari))
        return [(semua[id_].alamat, semua[id_].cuti, semua[id_].libur) for id_ in ids]

    telegram = ("telegram", "77")
    assert pada_hari(date(2026, 11, 23)) == [(telegram, True, True), (None, False, False)]
    assert pada_hari(date(2026, 11, 24)) == [(telegram, False, False), (None, False, False)]
    assert pada_hari(date(2026, 11, 22)) == [(telegram, True, True), (None, False, True)]


def test_days_may_differ_from_one_to_another(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    semua = penerima(tx, [sari.id, budi.id], {sari.id: date(2026, 11, 23), budi.id: date(2026, 11, 22)})
    assert [semua[o.id].libur for o in (sari, budi)] == [False, True]


def test_what_came_of_it_is_kept_for_a_year_and_a_month(tx: Tx) -> None:
    pendamping(tx)
    JadwalQ(tx).sinkron(KINI)
    JadwalQ(tx).catat_jalan(satu(tx), [1, 2], KINI - JADWAL - 1, KIRIM)
    JadwalQ(tx).catat_jalan(satu(tx), [3], KINI - JADWAL, KIRIM)
    assert rapikan(tx, KINI)["jadwal_jalan"] == 2
    assert [j.slot for j in JadwalQ(tx).riwayat(9)] == [3]
