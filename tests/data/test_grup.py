from __future__ import annotations

from datetime import date

import pytest

from data.desa import Desa
from data.grup import AKTIF, BISU, KELUAR, Grup, GrupQ, pisah_topik
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS, WARGA, Orang, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, desa, pendamping

CIBEBER, CIRANJANG = KECAMATAN, "32.03.04"
LAMA = date(2026, 10, 1)


@pytest.fixture
def semua(tx: Tx) -> GrupQ:
    for kode in (CIBEBER, CIRANJANG, "32.03", "32"):
        WilayahQ(tx).kenalkan(kode)
    return GrupQ(tx)


@pytest.fixture
def rina(tx: Tx, semua: GrupQ) -> Orang:
    return OrangQ(tx).kenal("telegram", "77", "Bu Rina", KINI)


def catat(semua: GrupQ, tujuan: str = "-100", judul: str = "TPP Cibeber", *, kanal: str = "telegram") -> Grup:
    return semua.catat(kanal, tujuan, judul, KINI)


def ambil(semua: GrupQ, tujuan: str) -> Grup:
    grup = semua.ambil("telegram", tujuan)
    assert grup
    return grup


# --- the group itself -----------------------------------------------------------------------------------------------


def test_a_group_is_one_whatever_the_topic(semua: GrupQ) -> None:
    grup = catat(semua, "-100/7")
    assert (grup.tujuan, grup.judul, grup.wilayah, grup.topik, grup.status) == ("-100", "TPP Cibeber", None, "", AKTIF)
    assert catat(semua, "-100") == semua.ambil("telegram", "-100/9") == grup
    assert semua.ambil("web", "-100") is None
    assert (pisah_topik("-100/7"), pisah_topik("-100")) == (("-100", "7"), ("-100", ""))


def test_a_new_title_is_taken_over_and_an_empty_one_is_not(semua: GrupQ) -> None:
    catat(semua)
    assert catat(semua, judul="TPP Kec. Cibeber").judul == catat(semua, judul="").judul == "TPP Kec. Cibeber"


def test_seeing_a_group_does_not_change_whether_we_may_write(semua: GrupQ) -> None:
    semua.ganti_status(catat(semua), BISU)
    assert catat(semua).status == BISU


# --- its kecamatan --------------------------------------------------------------------------------------------------


def test_a_bound_group_is_where_its_kecamatan_is_written_to(semua: GrupQ, rina: Orang) -> None:
    semua.kaitkan(catat(semua), CIBEBER, "7", rina.id, KINI)
    semua.kaitkan(catat(semua, "g1", kanal="web"), CIBEBER, "", rina.id, KINI)
    assert semua.untuk_kecamatan(CIBEBER) == [("telegram", "-100/7"), ("web", "g1")]
    assert semua.untuk_kecamatan(CIRANJANG) == []
    terkait = semua.terkait("telegram", CIBEBER)
    assert terkait == ambil(semua, "-100")
    assert terkait
    assert (terkait.oleh, terkait.topik) == (rina.id, "7")


@pytest.mark.parametrize("status", [BISU, KELUAR])
def test_nothing_is_written_where_we_may_not(semua: GrupQ, rina: Orang, status: str) -> None:
    grup = catat(semua)
    semua.kaitkan(grup, CIBEBER, "", rina.id, KINI)
    semua.ganti_status(grup, status)
    assert semua.untuk_kecamatan(CIBEBER) == []
    assert semua.terkait("telegram", CIBEBER)
    semua.ganti_status(grup, AKTIF)
    assert semua.untuk_kecamatan(CIBEBER) == [("telegram", "-100")]


def test_a_kecamatan_has_one_group_a_channel(semua: GrupQ, rina: Orang) -> None:
    semua.kaitkan(catat(semua), CIBEBER, "7", rina.id, KINI)
    semua.kaitkan(catat(semua, "-200", "Lain"), CIBEBER, "", rina.id, KINI)
    assert semua.untuk_kecamatan(CIBEBER) == [("telegram", "-200")]
    lama = ambil(semua, "-100")
    assert (lama.wilayah, lama.topik, lama.oleh) == (None, "", None)


def test_a_group_has_one_kecamatan(semua: GrupQ, rina: Orang) -> None:
    grup = catat(semua)
    semua.kaitkan(grup, CIBEBER, "", rina.id, KINI)
    semua.kaitkan(grup, CIRANJANG, "", rina.id, KINI)
    assert semua.terkait("telegram", CIBEBER) is None
    semua.lepas(grup)
    assert semua.terkait("telegram", CIRANJANG) is None
    assert ambil(semua, "-100").status == AKTIF


# --- a new name with the platform -----------------------------------------------------------------------------------


def test_a_group_that_became_a_supergroup_keeps_all_it_had(semua: GrupQ, rina: Orang) -> None:
    grup = catat(semua)
    semua.kaitkan(grup, CIBEBER, "", rina.id, KINI)
    semua.pindah("telegram", "-100", "-1001")
    assert semua.ambil("telegram", "-100") is None
    assert ambil(semua, "-1001").id == grup.id
    assert semua.untuk_kecamatan(CIBEBER) == [("telegram", "-1001")]


def test_where_the_new_name_was_seen_first_the_binding_passes_to_it(semua: GrupQ, rina: Orang) -> None:
    semua.kaitkan(catat(semua), CIBEBER, "", rina.id, KINI)
    baru = catat(semua, "-1001")
    semua.pindah("telegram", "-100", "-1001")
    assert semua.ambil("telegram", "-100") is None
    assert semua.terkait("telegram", CIBEBER) == ambil(semua, "-1001")
    assert (ambil(semua, "-1001").id, ambil(semua, "-1001").oleh) == (baru.id, rina.id)


def test_what_the_new_one_is_bound_to_stays(semua: GrupQ, rina: Orang) -> None:
    semua.kaitkan(catat(semua), CIBEBER, "", rina.id, KINI)
    semua.kaitkan(catat(semua, "-1001"), CIRANJANG, "", rina.id, KINI)
    semua.pindah("telegram", "-100", "-1001")
    assert ambil(semua, "-1001").wilayah == CIRANJANG
    assert semua.terkait("telegram", CIBEBER) is None


def test_moving_what_is_unknown_or_to_itself_is_nothing(semua: GrupQ) -> None:
    grup = catat(semua)
    semua.pindah("telegram", "-999", "-1001")
    semua.pindah("telegram", "-100", "-100")
    assert ambil(semua, "-100") == grup
    assert semua.ambil("telegram", "-1001") is None


# --- who coordinates it ---------------------------------------------------------------------------------------------


def binaan(tx: Tx, orang: Orang, kini: int = KINI) -> list[str]:
    dunia: Desa = desa(tx, orang, kini)
    return [w.kode for w in dunia.kecamatan_binaan()]


@pytest.mark.parametrize("peran", [PD, TEKNIS, TAPM_KAB, TAPM_PROV, ADMIN])
def test_a_confirmed_coordinator_has_the_kecamatan_at_and_under_their_place(tx: Tx, rina: Orang, peran: str) -> None:
    OrangQ(tx).tugaskan(rina.id, peran, CIBEBER, LAMA, disahkan=True)
    assert binaan(tx, rina) == [CIBEBER]
    OrangQ(tx).tugaskan(rina.id, peran, "32.03", LAMA, disahkan=True)
    assert binaan(tx, rina) == [CIBEBER, CIRANJANG]
    OrangQ(tx).tugaskan(rina.id, peran, "32", LAMA, disahkan=True)
    assert binaan(tx, rina) == [CIBEBER, CIRANJANG]


@pytest.mark.parametrize("peran", [WARGA, KPMD, PLD, CAMAT])
def test_others_coordinate_none(tx: Tx, rina: Orang, peran: str) -> None:
    OrangQ(tx).tugaskan(rina.id, peran, CIBEBER, LAMA, disahkan=True)
    assert binaan(tx, rina) == []


def test_one_s_own_word_is_not_enough(tx: Tx, rina: Orang) -> None:
    OrangQ(tx).tugaskan(rina.id, PD, CIBEBER, LAMA, disahkan=False)
    assert binaan(tx, rina) == []


def test_only_while_the_assignment_is_in_force(tx: Tx, rina: Orang) -> None:
    besok = date(2026, 11, 22)
    OrangQ(tx).tugaskan(rina.id, PD, CIBEBER, besok, sampai=besok, disahkan=True)
    assert [binaan(tx, rina, KINI + n * HARI) for n in range(3)] == [[], [CIBEBER], []]


def test_a_village_is_no_kecamatan(tx: Tx, semua: GrupQ) -> None:
    sari = pendamping(tx)
    OrangQ(tx).tugaskan(sari.id, PD, SUKAMAJU, LAMA, disahkan=True)
    assert binaan(tx, sari) == []
