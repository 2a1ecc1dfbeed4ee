from __future__ import annotations

from datetime import date

import pytest

from data.orang import KPMD, PD, PLD, TANPA_NAMA, WARGA, OrangQ, tanggal_lokal
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, WIT, desa, pendamping


def status(tx: Tx, tujuan: str) -> str:
    row = tx.one("SELECT status FROM alamat WHERE kanal = 'telegram' AND tujuan = ?", (tujuan,))
    assert row is not None
    return str(row["status"])


def test_a_stranger_becomes_a_warga(tx: Tx) -> None:
    ani = OrangQ(tx).kenal("telegram", "77", "Ani", KINI)
    assert (ani.nama, ani.nama_kanal, ani.zona, ani.peran, ani.contoh) == (TANPA_NAMA, "Ani", WIB, (WARGA,), False)
    assert OrangQ(tx).kenal("telegram", "77", "Ani Baru", KINI) == ani
    assert OrangQ(tx).di_alamat("telegram", "77", KINI) == ani
    assert OrangQ(tx).di_alamat("web", "77", KINI) is None


def test_a_stranger_without_a_name_gets_a_friendly_one(tx: Tx) -> None:
    assert OrangQ(tx).kenal("telegram", "77", "", KINI).nama == "Sahabat desa"


def test_one_person_has_several_addresses_the_latest_first(tx: Tx) -> None:
    orang = OrangQ(tx)
    ani = orang.kenal("telegram", "77", "Ani", KINI)
    orang.pasang_alamat(ani.id, "web", "ani", KINI)
    assert orang.di_alamat("web", "ani", KINI) == ani
    assert orang.alamat_aktif(ani.id) == [("web", "ani"), ("telegram", "77")]


def test_an_address_can_pass_to_another_person(tx: Tx) -> None:
    orang = OrangQ(tx)
    ani, budi = orang.kenal("telegram", "77", "Ani", KINI), orang.kenal("telegram", "78", "Budi", KINI)
    orang.pasang_alamat(budi.id, "telegram", "77", KINI)
    assert orang.di_alamat("telegram", "77", KINI) == budi
    assert orang.alamat_aktif(ani.id) == []


def test_a_closed_address_gets_nothing_until_its_person_writes_again(tx: Tx) -> None:
    orang = OrangQ(tx)
    ani = orang.kenal("telegram", "77", "Ani", KINI)
    orang.pasang_alamat(ani.id, "web", "ani", KINI)
    orang.tutup_alamat("telegram", "77")
    assert orang.alamat_aktif(ani.id) == [("web", "ani")]
    assert status(tx, "77") == "tutup"
    assert orang.kenal("telegram", "77", "Ani", KINI) == ani
    assert orang.alamat_aktif(ani.id) == [("web", "ani"), ("telegram", "77")]


def test_an_address_is_open_again_when_its_person_lets_us_in(tx: Tx) -> None:
    orang = OrangQ(tx)
    orang.kenal("telegram", "77", "Ani", KINI)
    orang.tutup_alamat("telegram", "77")
    orang.buka_alamat("telegram", "77")
    assert status(tx, "77") == "aktif"
    orang.buka_alamat("telegram", "78")
    assert orang.di_alamat("telegram", "78", KINI) is None


def test_a_menu_is_noted_once(tx: Tx) -> None:
    orang = OrangQ(tx)
    orang.kenal("telegram", "77", "Ani", KINI)
    assert [orang.ganti_menu("telegram", "77", sidik) for sidik in ("", "a1", "a1", "b2", "")] == [
        False, True, False, True, True,
    ]  # fmt: skip
    assert orang.ganti_menu("telegram", "78", "a1") is False


def test_looking_a_person_up_opens_no_address(tx: Tx) -> None:
    orang = OrangQ(tx)
    orang.kenal("telegram", "77", "Ani", KINI)
    orang.tutup_alamat("telegram", "77")
    assert orang.di_alamat("telegram", "77", KINI) is not None
    assert status(tx, "77") == "tutup"


def test_nobody_has_that_number(tx: Tx) -> None:
    with pytest.raises(LookupError, match="no person 999999"):
        OrangQ(tx).ambil(999_999, KINI)


def test_roles_are_those_of_the_assignments_in_force(tx: Tx) -> None:
    orang, wilayah = OrangQ(tx), WilayahQ(tx)
    wilayah.kenalkan(SUKAMAJU)
    wilayah.kenalkan(KECAMATAN)
    ani = orang.kenal("telegram", "77", "Ani", KINI)
    orang.tugaskan(ani.id, KPMD, SUKAMAJU, date(2026, 1, 1), sampai=date(2026, 11, 21), disahkan=True)
    orang.tugaskan(ani.id, PLD, SUKAMAJU, date(2026, 11, 22), disahkan=True)
    orang.tugaskan(ani.id, PD, KECAMATAN, date(2025, 1, 1), sampai=date(2026, 11, 20), disahkan=True)
    assert orang.ambil(ani.id, KINI).peran == (WARGA, KPMD)
    assert orang.ambil(ani.id, KINI + HARI).peran == (WARGA, PLD)
    assert orang.ambil(ani.id, KINI - 2 * HARI).peran == (WARGA, KPMD, PD)


def test_the_same_assignment_twice_is_one(tx: Tx) -> None:
    sari = pendamping(tx)
    for _ in range(2):
        OrangQ(tx).tugaskan(sari.id, PLD, SUKAMAJU, date(2026, 10, 1), disahkan=False)
    rows = tx.all("SELECT disahkan FROM penugasan WHERE orang_id = ?", (sari.id,))
    assert [row["disahkan"] for row in rows] == [1]


def test_a_person_lives_by_the_clock_of_where_they_work(tx: Tx) -> None:
    orang = OrangQ(tx)
    ani = orang.kenal("telegram", "77", "Ani", KINI)
    jayapura = "91.71.01.1001"
    WilayahQ(tx).kenalkan(jayapura)
    orang.tugaskan(ani.id, PLD, jayapura, date(2026, 10, 1), disahkan=False)
    di_sana = orang.ambil(ani.id, KINI)
    assert di_sana.zona == WIT
    malam = KINI + 4 * 3600  # 00.00 WIB, 02.00 WIT on Sunday
    assert di_sana.hari_ini(malam - 1) == date(2026, 11, 22)
    assert tanggal_lokal(malam - 1, WIB) == date(2026, 11, 21)
    assert tanggal_lokal(malam, WIB) == date(2026, 11, 22)


def test_a_pendamping_sees_the_villages_of_assignments_in_force_only(tx: Tx) -> None:
    sari = pendamping(tx, "Bu Sari", SUKAMAJU, SUKAMANAH)
    OrangQ(tx).tugaskan(sari.id, WARGA, f"{KECAMATAN}.2013", date(2026, 1, 1), disahkan=True)
    assert [w.kode for w in desa(tx, sari).dampingan()] == [SUKAMAJU, SUKAMANAH]
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE wilayah = ? AND peran = ?", (SUKAMAJU, PLD))
    assert [w.kode for w in desa(tx, sari).dampingan()] == [SUKAMANAH]


def test_a_warga_accompanies_no_village(tx: Tx) -> None:
    WilayahQ(tx).kenalkan(SUKAMAJU)
    ani = OrangQ(tx).kenal("telegram", "77", "Ani", KINI)
    OrangQ(tx).tugaskan(ani.id, WARGA, SUKAMAJU, date(2026, 1, 1), disahkan=True)
    assert desa(tx, ani).dampingan() == []


def test_a_pendamping_desa_sees_the_whole_kecamatan(tx: Tx) -> None:
    wilayah = WilayahQ(tx)
    wilayah.kenalkan(KECAMATAN)
    wilayah.kenalkan_desa(KECAMATAN)
    rina = OrangQ(tx).kenal("web", "rina", "Bu Rina", KINI)
    OrangQ(tx).tugaskan(rina.id, PD, KECAMATAN, date(2026, 1, 1), disahkan=True)
    semua = desa(tx, rina).dampingan()
    assert len(semua) == 18
    assert {w.kecamatan for w in semua} == {"Cibeber"}
