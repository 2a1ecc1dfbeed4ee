"""Leave: own days, who is told, and who is beside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.cuti import PALING_LAMA, Cuti, sedang_cuti
from data.orang import ADMIN, PD, PLD, TAPM_KAB
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, desa
from tests.data.test_penugasan import BESOK, KINI_INI, LAIN, dampingan, orang


def test_a_leave_is_on_from_its_first_day_to_its_last(tx: Tx) -> None:
    sari = orang(tx, "Bu Sari")
    cuti = desa(tx, sari).cuti.ajukan(BESOK, BESOK + timedelta(days=1), "Acara keluarga", None)
    assert [sedang_cuti(tx, sari.id, KINI_INI + timedelta(days=n)) for n in range(4)] == [False, True, True, False]
    assert desa(tx, sari).cuti.daftar() == [cuti]
    assert desa(tx, sari).cuti.sedang_cuti(BESOK)
    assert desa(tx, sari, KINI + 2 * HARI).cuti.daftar() == [cuti]
    assert desa(tx, sari, KINI + 3 * HARI).cuti.daftar() == []


@pytest.mark.parametrize(
    ("dari", "lama"), [(BESOK, 0), (BESOK, PALING_LAMA + 1), (date(2026, 11, 20), 1), (date(2026, 12, 3), 2)]
)
def test_what_is_no_leave_is_not_kept(tx: Tx, dari: date, lama: int) -> None:
    cuti = desa(tx, orang(tx, "Bu Sari")).cuti
    cuti.ajukan(date(2026, 12, 4), date(2026, 12, 5), "", None)
    with pytest.raises(ValueError, match="no leave"):
        cuti.ajukan(dari, dari + timedelta(days=lama - 1), "", None)


def test_ninety_days_are_the_most(tx: Tx) -> None:
    cuti = desa(tx, orang(tx, "Bu Sari")).cuti
    assert cuti.ajukan(BESOK, BESOK + timedelta(days=PALING_LAMA - 1), "", None).id


def test_two_leaves_share_no_day(tx: Tx) -> None:
    q = desa(tx, orang(tx, "Bu Sari")).cuti
    cuti = q.ajukan(date(2026, 12, 4), date(2026, 12, 6), "", None)
    for dari, sampai, kena in ((1, 3, False), (1, 4, True), (5, 5, True), (6, 9, True), (7, 9, False), (1, 30, True)):
        assert (q.bertumpuk(date(2026, 12, dari), date(2026, 12, sampai)) == cuti) is kena


def test_called_off_in_time_it_never_was(tx: Tx) -> None:
    sari, budi = orang(tx, "Bu Sari", PLD, SUKAMAJU), orang(tx, "Pak Budi", PLD, SUKAMANAH)
    rina = desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))
    cuti = desa(tx, sari).cuti.ajukan(BESOK, BESOK, "", budi.id)
    rina.penugasan.gantikan(cuti, budi.id)
    with pytest.raises(LookupError):
        desa(tx, budi).cuti.batalkan(cuti)
    assert desa(tx, sari).cuti.batalkan(cuti) == [budi.id]
    assert not sedang_cuti(tx, sari.id, BESOK)
    assert dampingan(tx, budi, BESOK) == {SUKAMANAH}
    lagi = desa(tx, sari).cuti.ajukan(BESOK, BESOK, "", budi.id)  # and the same once more
    rina.penugasan.gantikan(lagi, budi.id)
    assert dampingan(tx, budi, BESOK) == {SUKAMAJU, SUKAMANAH}


def test_called_off_under_way_the_days_gone_by_remain(tx: Tx) -> None:
    sari, budi = orang(tx, "Bu Sari", PLD, SUKAMAJU), orang(tx, "Pak Budi", PLD, SUKAMANAH)
    rina = desa(tx, orang(tx, "Bu Rina", PD, KECAMATAN))
    cuti = desa(tx, sari).cuti.ajukan(KINI_INI, KINI_INI + timedelta(days=9), "", None)
    rina.penugasan.gantikan(cuti, budi.id)
    besok = desa(tx, sari, KINI + HARI)
    assert besok.cuti.batalkan(cuti) == [budi.id]
    assert sedang_cuti(tx, sari.id, KINI_INI)
    assert not sedang_cuti(tx, sari.id, BESOK)
    assert SUKAMAJU in dampingan(tx, budi)
    assert SUKAMAJU not in dampingan(tx, budi, BESOK)
    assert besok.cuti.daftar() == []


def test_colleagues_are_those_of_one_s_role_under_the_same_coordinator(tx: Tx) -> None:
    sari = orang(tx, "Bu Sari", PLD, SUKAMAJU)
    tuti = orang(tx, "Bu Tuti", PLD, SUKAMANAH)
    belum = orang(tx, "Belum", PLD, SUKAMANAH, disahkan=False)
    jauh = orang(tx, "Pak Jauh", PLD, f"{LAIN}.2001")
    assert (desa(tx, sari).rekan.semua(), desa(tx, sari).rekan.atasan()) == ([], [])
    rina = orang(tx, "Bu Rina", PD, KECAMATAN)
    assert desa(tx, sari).rekan.semua() == [(tuti.id, "Bu Tuti")]
    assert desa(tx, sari).rekan.atasan() == [(rina.id, "Bu Rina")]
    assert (desa(tx, belum).rekan.semua(), desa(tx, belum).rekan.atasan()) == ([], [])
    asep = orang(tx, "Pak Asep", PD, LAIN)
    orang(tx, "Pak Hasan", TAPM_KAB, "32.03")
    assert desa(tx, rina).rekan.semua() == [(asep.id, "Pak Asep")]
    with pytest.raises(LookupError):
        desa(tx, sari).cuti.ajukan(BESOK, BESOK, "", jauh.id)
    with pytest.raises(LookupError):
        desa(tx, sari).cuti.ajukan(BESOK, BESOK, "", belum.id)


def test_an_admin_above_all_makes_nobody_colleagues(tx: Tx) -> None:
    satu = orang(tx, "Satu", TAPM_KAB, "32.03")
    orang(tx, "Dua", TAPM_KAB, "11.01")
    admin = orang(tx, "Admin", ADMIN, "0")
    assert desa(tx, satu).rekan.semua() == []
    assert desa(tx, satu).rekan.atasan() == [(admin.id, "Admin")]


def test_leaves_below_are_seen_by_those_above_only(tx: Tx) -> None:
    sari = orang(tx, "Bu Sari", PLD, SUKAMAJU)
    orang(tx, "Belum", PLD, SUKAMAJU, disahkan=False)
    rina, jauh = orang(tx, "Bu Rina", PD, KECAMATAN), orang(tx, "Pak Jauh", PD, LAIN)
    cuti = desa(tx, sari).cuti.ajukan(BESOK, BESOK, "", None)
    assert desa(tx, rina).cuti.terbina() == [(cuti, "Bu Sari")]
    assert desa(tx, jauh).cuti.terbina() == desa(tx, sari).cuti.terbina() == []
    assert desa(tx, rina, KINI + 2 * HARI).cuti.terbina() == []
    assert isinstance(cuti, Cuti)
