"""Acting, handing over, ending: only by those above, and never taking anything from what was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.desa import Desa
from data.lingkup import LingkupQ
from data.orang import ADMIN, KPMD, PD, PLD, TAPM_KAB, Orang, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi

KINI_INI = date(2026, 11, 21)
BESOK = date(2026, 11, 22)
LAIN = "32.03.30"


def orang(tx: Tx, nama: str, peran: str = PLD, *kode: str, disahkan: bool = True) -> Orang:
    id_ = OrangQ(tx).tambah(nama, WIB, KINI)
    for satu in kode or (SUKAMAJU,):
        if satu != "0":
            WilayahQ(tx).kenalkan(satu)
        OrangQ(tx).tugaskan(id_, peran, satu, date(2026, 1, 1), disahkan=disahkan)
    return OrangQ(tx).ambil(id_, KINI)


def dampingan(tx: Tx, siapa: Orang, hari: date = KINI_INI) -> set[str]:
    return LingkupQ(tx).untuk(siapa.id, hari).dampingan


@pytest.fixture
def sari(tx: Tx) -> Orang:
    return orang(tx, "Bu Sari", PLD, SUKAMAJU, SUKAMANAH)


@pytest.fixture
def budi(tx: Tx) -> Orang:
    return orang(tx, "Pak Budi", PLD, f"{KECAMATAN}.2005")


@pytest.fixture
def rina(tx: Tx) -> Desa:
    return desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))


@pytest.fixture
def jauh(tx: Tx) -> Desa:
    """A coordinator of another kecamatan."""
    return desa(tx, orang(tx, "Pak Jauh", PD, LAIN))


def jejak(tx: Tx) -> list[tuple[str, str]]:
    return [(r["apa"], r["tabel"]) for r in tx.all("SELECT apa, tabel FROM jejak ORDER BY id")]


# -- who is below -----------------------------------------------------------------------------------------------------


def test_those_below_are_listed_by_name(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    orang(tx, "Adi", PLD, SUKAMAJU, disahkan=False)
    assert [(t.nama, t.disahkan) for t in rina.penugasan.terbina()] == [
        ("Adi", False),
        ("Bu Sari", True),
        ("Pak Budi", True),
    ]
    assert [t.nama for t in rina.penugasan.calon({PLD}, sari.id)] == ["Pak Budi"]


def test_two_hundred_below_are_listed_too(tx: Tx, rina: Desa) -> None:
    for n in range(600):
        orang(tx, f"Orang {n:03}", KPMD)
    assert len(rina.penugasan.terbina()) == 600
    assert rina.penugasan.calon({PLD}, 0) == []
    assert len(rina.penugasan.calon({KPMD}, 0)) == 600


# -- handover ---------------------------------------------------------------------------------------------------------


def test_villages_pass_on_and_the_history_stays_with_its_author(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    nomor = desa(tx, sari).kegiatan.catat(isi(), [], None)
    assert desa(tx, budi).riwayat_desa.ambil(nomor) is None
    punya = rina.penugasan.serah_terima(sari.id, budi.id, [SUKAMAJU], KINI_INI)
    assert [t.wilayah for t in punya] == [SUKAMAJU]
    assert dampingan(tx, sari) == {SUKAMANAH}
    assert dampingan(tx, budi) == {f"{KECAMATAN}.2005", SUKAMAJU}
    assert SUKAMAJU in dampingan(tx, sari, KINI_INI - timedelta(days=1))
    dibaca = desa(tx, budi).riwayat_desa.ambil(nomor)
    assert dibaca is not None
    assert (dibaca.oleh, dibaca.kegiatan.orang_id) == ("Bu Sari", sari.id)
    assert desa(tx, sari).kegiatan.ambil(nomor) is not None
    assert jejak(tx)[1:] == [("akhiri", "penugasan"), ("serahterima", "penugasan")]
    row = tx.one(
        "SELECT dari_orang, oleh, disahkan FROM penugasan WHERE orang_id = ? AND wilayah = ?", (budi.id, SUKAMAJU)
    )
    assert row is not None
    assert (row["dari_orang"], row["oleh"], row["disahkan"]) == (sari.id, rina.lingkup.orang_id, 1)


def test_a_handover_to_come_opens_nothing_before_its_day(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    rina.penugasan.serah_terima(sari.id, budi.id, [SUKAMAJU], BESOK)
    assert SUKAMAJU in dampingan(tx, sari)
    assert SUKAMAJU not in dampingan(tx, budi)
    assert SUKAMAJU in dampingan(tx, budi, BESOK)
    with pytest.raises(LookupError):  # nobody gives the same twice
        rina.penugasan.serah_terima(sari.id, budi.id, [SUKAMAJU], BESOK)


def test_there_and_back_the_same_day(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    for dari, ke in ((sari, budi), (budi, sari), (sari, budi)):
        rina.penugasan.serah_terima(dari.id, ke.id, [SUKAMAJU], KINI_INI)
        assert SUKAMAJU in dampingan(tx, ke)
        assert SUKAMAJU not in dampingan(tx, dari)


def test_who_acted_there_acts_no_longer(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    wakil = orang(tx, "Bu Tuti", PLD, f"{KECAMATAN}.2007")
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, KINI_INI + timedelta(days=9), "", None)
    rina.penugasan.gantikan(cuti, wakil.id)
    rina.penugasan.serah_terima(sari.id, budi.id, [SUKAMAJU], BESOK)
    assert dampingan(tx, wakil) >= {SUKAMAJU, SUKAMANAH}
    assert dampingan(tx, wakil, BESOK) == {f"{KECAMATAN}.2007", SUKAMANAH}


@pytest.mark.parametrize("kode", [[], [f"{LAIN}.2001"], [SUKAMAJU, f"{LAIN}.2001"], [KECAMATAN]])
def test_what_is_not_theirs_is_not_given(tx: Tx, sari: Orang, budi: Orang, rina: Desa, kode: list[str]) -> None:
    with pytest.raises(LookupError):
        rina.penugasan.serah_terima(sari.id, budi.id, kode, KINI_INI)
    assert jejak(tx) == []


def test_who_is_not_above_finds_nobody(tx: Tx, sari: Orang, budi: Orang, rina: Desa, jauh: Desa) -> None:
    asing = orang(tx, "Asing", PLD, f"{LAIN}.2001")
    belum = orang(tx, "Belum", PLD, SUKAMAJU, disahkan=False)
    for siapa, dari, ke in (
        (jauh, sari, budi),
        (jauh, sari, asing),
        (rina, sari, asing),
        (rina, sari, belum),
        (rina, sari, sari),
        (rina, asing, budi),
        (desa(tx, sari), budi, sari),
        (desa(tx, orang(tx, "Sendiri", PD, KECAMATAN, disahkan=False)), sari, budi),
    ):
        with pytest.raises(LookupError):
            siapa.penugasan.serah_terima(dari.id, ke.id, [SUKAMAJU], KINI_INI)
    assert jejak(tx) == []


def test_a_kabupaten_hands_over_a_kecamatan(tx: Tx, rina: Desa) -> None:
    baru = orang(tx, "Pak Asep", PD, LAIN)
    hasan = desa(tx, orang(tx, "Pak Hasan", TAPM_KAB, "32.03"))
    hasan.penugasan.serah_terima(rina.lingkup.orang_id, baru.id, [KECAMATAN], KINI_INI)
    assert desa(tx, baru).lingkup.boleh_baca(SUKAMAJU)
    assert not LingkupQ(tx).untuk(rina.lingkup.orang_id, KINI_INI).tugas


# -- ending -----------------------------------------------------------------------------------------------------------


def test_an_assignment_ends_on_its_last_day(tx: Tx, sari: Orang, rina: Desa, jauh: Desa) -> None:
    (satu, _) = LingkupQ(tx).riwayat(sari.id)
    for siapa in (jauh, desa(tx, sari)):
        with pytest.raises(LookupError):
            siapa.penugasan.akhiri(satu.id, KINI_INI)
    rina.penugasan.akhiri(satu.id, KINI_INI)
    assert dampingan(tx, sari) == {SUKAMAJU, SUKAMANAH}
    assert dampingan(tx, sari, BESOK) == {SUKAMANAH}
    rina.penugasan.akhiri(satu.id, BESOK)  # it has ended before
    assert dampingan(tx, sari, BESOK) == {SUKAMANAH}
    with pytest.raises(LookupError):
        rina.penugasan.akhiri(99_999, KINI_INI)


def test_one_s_own_is_not_one_s_own_to_end(tx: Tx) -> None:
    admin = desa(tx, orang(tx, "Admin", ADMIN, "0"))
    (satu,) = LingkupQ(tx).riwayat(admin.lingkup.orang_id)
    with pytest.raises(LookupError):
        admin.penugasan.akhiri(satu.id, KINI_INI)


# -- acting -----------------------------------------------------------------------------------------------------------


def test_somebody_acts_for_exactly_the_days_of_the_leave(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    cuti = desa(tx, sari).cuti.ajukan(BESOK, BESOK + timedelta(days=2), "", None)
    rina.penugasan.gantikan(cuti, budi.id)
    assert rina.penugasan.pengganti(cuti) == [budi.id]
    for hari, ya in ((KINI_INI, False), (BESOK, True), (cuti.sampai, True), (cuti.sampai + timedelta(days=1), False)):
        assert (SUKAMAJU in dampingan(tx, budi, hari)) is ya
        assert LingkupQ(tx).untuk(budi.id, hari).boleh_baca(SUKAMANAH) is ya
    assert dampingan(tx, sari, BESOK) == {SUKAMAJU, SUKAMANAH}  # who is away may still write down what was done


def test_another_appointment_takes_the_place_of_the_first(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    tuti = orang(tx, "Bu Tuti", PLD, f"{KECAMATAN}.2007")
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, BESOK, "", None)
    for satu in (budi, tuti, budi):
        rina.penugasan.gantikan(cuti, satu.id)
        assert rina.penugasan.pengganti(cuti) == [satu.id]
        assert SUKAMAJU in dampingan(tx, satu)
    assert SUKAMAJU not in dampingan(tx, tuti)


def test_own_work_is_not_turned_into_acting(tx: Tx, sari: Orang, rina: Desa) -> None:
    tuti = orang(tx, "Bu Tuti", PLD, f"{KECAMATAN}.2007")
    OrangQ(tx).tugaskan(tuti.id, PLD, SUKAMAJU, KINI_INI, disahkan=True)
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, BESOK, "", None)
    rina.penugasan.gantikan(cuti, tuti.id)
    desa(tx, sari).cuti.batalkan(cuti)
    assert SUKAMAJU in dampingan(tx, tuti, BESOK)
    assert SUKAMANAH not in dampingan(tx, tuti, BESOK)


def test_nobody_else_appoints(tx: Tx, sari: Orang, budi: Orang, rina: Desa, jauh: Desa) -> None:
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, BESOK, "", None)
    asing = orang(tx, "Asing", PLD, f"{LAIN}.2001")
    for siapa, wakil in ((jauh, budi), (jauh, asing), (rina, asing), (desa(tx, budi), budi)):
        with pytest.raises(LookupError):
            siapa.penugasan.gantikan(cuti, wakil.id)
    assert dampingan(tx, asing) == {f"{LAIN}.2001"}


def test_there_is_nothing_to_stand_in_for(tx: Tx, budi: Orang, rina: Desa) -> None:
    lama = orang(tx, "Lama", PLD, SUKAMAJU)
    cuti = desa(tx, lama).cuti.ajukan(KINI_INI, BESOK, "", None)
    tx.run("UPDATE penugasan SET sampai = '2026-11-20' WHERE orang_id = ?", (lama.id,))
    with pytest.raises(LookupError):
        rina.penugasan.gantikan(cuti, budi.id)


def test_what_one_does_for_another_is_not_passed_on(tx: Tx, sari: Orang, budi: Orang, rina: Desa) -> None:
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, BESOK, "", None)
    rina.penugasan.gantikan(cuti, budi.id)
    assert [t.wilayah for t in rina.penugasan.punya(budi.id, KINI_INI)] == [f"{KECAMATAN}.2005"]
    with pytest.raises(LookupError):
        rina.penugasan.serah_terima(budi.id, sari.id, [SUKAMAJU], KINI_INI)


def test_an_acting_coordinator_coordinates(tx: Tx, sari: Orang, rina: Desa) -> None:
    hasan = desa(tx, orang(tx, "Pak Hasan", TAPM_KAB, "32.03"))
    jauh = orang(tx, "Pak Jauh", PD, LAIN)
    atas = OrangQ(tx).ambil(rina.lingkup.orang_id, KINI)
    cuti = desa(tx, atas).cuti.ajukan(KINI_INI, KINI_INI, "", None)
    hasan.penugasan.gantikan(cuti, jauh.id)
    assert sari.id in {t.id for t in desa(tx, jauh).penugasan.terbina()}
    assert desa(tx, jauh, KINI + HARI).penugasan.terbina() == []
