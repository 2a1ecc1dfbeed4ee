"""Scope: what an assignment opens, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from data.lingkup import ATASAN, SEMUA_WILAYAH, Lingkup, LingkupQ, Penugasan, mencakup, syarat
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS, OrangQ
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI

CIBEBER, CIBEBER_DESA, LAIN = "32.03.03", "32.03.03.2013", "32.03.30"
HARI = date(2026, 11, 21)


def tugas(peran: str, wilayah: str, *, disahkan: bool = True) -> Penugasan:
    return Penugasan(1, 7, peran, wilayah, "2026-01-01", None, disahkan, None)


def lingkup(*semua: Penugasan) -> Lingkup:
    return Lingkup(7, semua)


@pytest.mark.parametrize(
    ("akar", "kode", "ya"),
    [
        (CIBEBER, CIBEBER, True),
        (CIBEBER, CIBEBER_DESA, True),
        (CIBEBER_DESA, CIBEBER, False),
        ("32.03.0", CIBEBER, False),
        ("32", "32.03.03.2013", True),
        ("3", "32.03.03.2013", False),
        (SEMUA_WILAYAH, "91.01.01.2001", True),
    ],
)
def test_a_place_covers_itself_and_what_lies_in_it(akar: str, kode: str, *, ya: bool) -> None:
    assert mencakup(akar, kode) is ya


def test_the_sql_condition_says_the_same(tx: Tx) -> None:
    for kode in ("32", "32.03", CIBEBER, CIBEBER_DESA, "32.04", "33.03.03.2013", "32.030"):
        tx.run("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, '', '', '') ON CONFLICT DO NOTHING", (kode,))
    semua = {row["kode"] for row in tx.all("SELECT kode FROM wilayah")}
    for akar in ([], ["32.03"], [CIBEBER, "33"], [SEMUA_WILAYAH], ["32.03", SEMUA_WILAYAH], ["3"]):
        di_sana, params = syarat("kode", akar)
        dapat = {row["kode"] for row in tx.all(f"SELECT kode FROM wilayah WHERE {di_sana}", params)}
        assert dapat == {kode for kode in semua if any(mencakup(a, kode) for a in akar)}, akar


def test_an_unconfirmed_word_opens_one_s_own_work_and_nothing_of_others() -> None:
    sendiri = lingkup(tugas(PLD, CIBEBER_DESA, disahkan=False))
    assert sendiri.dampingan == {CIBEBER_DESA}
    assert (sendiri.baca, sendiri.membina, sendiri.boleh_baca(CIBEBER_DESA)) == (set(), (), False)


def test_the_camat_reads_and_supervises_nobody() -> None:
    camat = lingkup(tugas(CAMAT, CIBEBER))
    assert camat.boleh_baca(CIBEBER_DESA)
    assert (camat.membina, camat.dampingan) == ((), set())


def test_a_village_cadre_reads_nothing_of_others() -> None:
    assert lingkup(tugas(KPMD, CIBEBER_DESA)).baca == set()


def test_each_level_supervises_those_below_in_its_own_place_only() -> None:
    pd = lingkup(tugas(PD, CIBEBER))
    assert pd.boleh_bina(PLD, CIBEBER_DESA)
    assert not pd.boleh_bina(PLD, f"{LAIN}.2001")
    assert not pd.boleh_bina(PD, CIBEBER)
    assert pd.membina == (KPMD, PLD)
    assert lingkup(tugas(TAPM_KAB, "32.03")).boleh_bina(PD, CIBEBER)
    assert not lingkup(tugas(TAPM_KAB, "32.04")).boleh_bina(PD, CIBEBER)
    assert lingkup(tugas(ADMIN, SEMUA_WILAYAH)).membina == tuple(ATASAN)
    assert not lingkup(tugas(TEKNIS, CIBEBER)).boleh_bina(PLD, CIBEBER_DESA)


def test_several_assignments_add_up() -> None:
    dua = lingkup(tugas(PD, CIBEBER), tugas(PLD, f"{LAIN}.2001"))
    assert dua.boleh_baca(CIBEBER_DESA)
    assert dua.boleh_baca(f"{LAIN}.2001")
    assert not dua.boleh_baca(LAIN)
    assert not dua.boleh_bina(PLD, f"{LAIN}.2001")


# --- in the database ------------------------------------------------------------------------------------------------


def orang(tx: Tx, nama: str, *peran: tuple[str, str], disahkan: bool = True, sampai: date | None = None) -> int:
    id_ = OrangQ(tx).tambah(nama, "Asia/Jakarta", KINI)
    for satu, kode in peran:
        if kode != SEMUA_WILAYAH:
            WilayahQ(tx).kenalkan(kode)
        OrangQ(tx).tugaskan(id_, satu, kode, date(2026, 1, 1), sampai=sampai, disahkan=disahkan)
    return id_


def test_only_assignments_in_force_that_day_count(tx: Tx) -> None:
    id_ = orang(tx, "Ani", (PLD, CIBEBER_DESA), sampai=HARI)
    assert LingkupQ(tx).untuk(id_, HARI).dampingan == {CIBEBER_DESA}
    assert LingkupQ(tx).untuk(id_, date(2026, 11, 22)).tugas == ()
    assert LingkupQ(tx).untuk(id_, date(2025, 12, 31)).tugas == ()


def test_those_below_are_found_and_nobody_else(tx: Tx) -> None:
    pd = orang(tx, "Budi", (PD, CIBEBER), (PLD, CIBEBER_DESA))
    pld = orang(tx, "Sari", (PLD, CIBEBER_DESA))
    orang(tx, "Jauh", (PLD, f"{LAIN}.2001"))
    orang(tx, "Lama", (PLD, CIBEBER_DESA), sampai=date(2026, 10, 31))
    q = LingkupQ(tx)
    assert [t.orang_id for t in q.terbina(q.untuk(pd, HARI), HARI)] == [pld]
    assert q.terbina(q.untuk(pld, HARI), HARI) == []


def test_the_nearest_level_above_that_has_somebody_decides(tx: Tx) -> None:
    q = LingkupQ(tx)
    assert q.atasan(PLD, CIBEBER_DESA, HARI) == []
    admin = orang(tx, "Ani", (ADMIN, SEMUA_WILAYAH))
    assert q.atasan(PLD, CIBEBER_DESA, HARI) == [admin]
    prov = orang(tx, "Ida", (TAPM_PROV, "32"))
    assert q.atasan(PLD, CIBEBER_DESA, HARI) == [prov]
    orang(tx, "Ujang", (PD, CIBEBER), disahkan=False)
    assert q.atasan(PLD, CIBEBER_DESA, HARI) == [prov]
    pd = [orang(tx, nama, (PD, CIBEBER)) for nama in ("Budi", "Rina")]
    assert q.atasan(PLD, CIBEBER_DESA, HARI) == pd
    assert q.atasan(PLD, f"{LAIN}.2001", HARI) == [prov]
