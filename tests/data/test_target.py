"""Targets: the nearest word counts, and only those whose place it is set it."""

from __future__ import annotations

from datetime import date

import pytest

from data.desa import Desa
from data.orang import PD, TAPM_KAB, TAPM_PROV, OrangQ
from data.ringkasan import AngkaBagian, OrangRingkas
from data.store import Tx
from data.target import AWAL, CATATAN, HARI_KERJA, KUNJUNGAN, MENCATAT, MENURUT, UKURAN, SemuaTarget, Target
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import WIB, desa


def orang(tx: Tx, peran: str, wilayah: str, *, sah: bool = True) -> Desa:
    id_ = OrangQ(tx).tambah("Pak Hasan", WIB, KINI)
    WilayahQ(tx).kenalkan(wilayah)
    OrangQ(tx).tugaskan(id_, peran, wilayah, date(2026, 10, 1), disahkan=sah)
    return desa(tx, OrangQ(tx).ambil(id_, KINI))


def test_the_nearest_place_s_word_counts(tx: Tx) -> None:
    kab, prov = orang(tx, TAPM_KAB, "32.03").target, orang(tx, TAPM_PROV, "32").target
    assert SemuaTarget(tx).nilai("32.03.03") == AWAL == {u.kode: u.awal for u in UKURAN}
    prov.atur("32", KUNJUNGAN, 3)
    kab.atur("32.03", KUNJUNGAN, 1)
    prov.atur("32", CATATAN, 6)
    assert kab.ambil("32.03.03.2013", KUNJUNGAN) == Target(KUNJUNGAN, 1, "32.03")
    assert kab.ambil("32.03.03.2013", CATATAN) == Target(CATATAN, 6, "32")
    assert kab.ambil("32.04", KUNJUNGAN).nilai == 3
    assert kab.ambil("33.01", KUNJUNGAN) == Target(KUNJUNGAN, AWAL[KUNJUNGAN], "")
    assert kab.hapus("32.03", KUNJUNGAN)
    assert not kab.hapus("32.03", KUNJUNGAN)
    assert kab.ambil("32.03.03", KUNJUNGAN).nilai == 3
    rows = tx.all("SELECT apa, kolom, sebelum, sesudah FROM jejak WHERE tabel = 'target' ORDER BY id")
    assert [(r["apa"], r["kolom"], r["sebelum"], r["sesudah"]) for r in rows][1:] == [
        ("ubah", KUNJUNGAN, None, "1 kunjungan per desa di 32.03"),
        ("ubah", CATATAN, None, "6 catatan per desa di 32"),
        ("hapus", KUNJUNGAN, "1 kunjungan per desa di 32.03", None),
    ]


def test_only_a_confirmed_tapm_or_admin_sets_them_and_only_there(tx: Tx) -> None:
    for siapa, tempat in (
        (orang(tx, TAPM_KAB, "32.03").target, "32.04"),
        (orang(tx, TAPM_KAB, "32.03").target, "32"),
        (orang(tx, PD, "32.03.03").target, "32.03.03"),
        (orang(tx, TAPM_KAB, "32.03", sah=False).target, "32.03"),
    ):
        assert not siapa.boleh(tempat)
        with pytest.raises(LookupError):
            siapa.atur(tempat, KUNJUNGAN, 1)
        with pytest.raises(LookupError):
            siapa.hapus(tempat, KUNJUNGAN)
    assert tx.all("SELECT * FROM target") == []


@pytest.mark.parametrize("nilai", [-1, 101])
def test_what_cannot_be_reached_is_no_target(tx: Tx, nilai: int) -> None:
    with pytest.raises(ValueError, match="no target"):
        orang(tx, TAPM_KAB, "32.03").target.atur("32.03", HARI_KERJA, nilai)


def test_below_is_held_against_the_villages_and_days_that_there_were() -> None:
    """Two visits a village and month: two villages for half of 30 days await two in all."""
    a = AngkaBagian(
        "32.03.03", "Cibeber", orang=5, mencatat=4, desa=2, kunjungan=1, catatan=8, desa_hari=30, target=AWAL
    )
    assert {c.ukuran: (c.persepuluh, c.di_bawah) for c in a.capaian} == {
        MENCATAT: (800, False),
        KUNJUNGAN: (10, True),
        CATATAN: (80, False),
    }
    (kurang,) = a.di_bawah
    assert kurang.kurang == 500
    o = OrangRingkas(1, "x", catatan=1, kunjungan=1, wajib=10, isi=5, desa=1, desa_hari=15, target=AWAL)
    assert {c.ukuran: c.di_bawah for c in o.capaian} == {HARI_KERJA: True, KUNJUNGAN: False, CATATAN: True}
    assert [c.ukuran for c in o.di_bawah] == [HARI_KERJA, CATATAN]


def test_who_was_away_or_has_no_target_is_never_below() -> None:
    assert AngkaBagian("32", "x", target=AWAL).capaian == []
    assert AngkaBagian("32", "x", orang=9, desa_hari=99, wajib=9, target=dict.fromkeys(AWAL, 0)).capaian == []
    assert OrangRingkas(1, "x", target=AWAL).capaian == []
    assert not OrangRingkas(1, "x").ditunggu
    assert not OrangRingkas(1, "x").diam
    assert OrangRingkas(1, "x", wajib=1).diam


def test_every_measure_begins_within_its_bounds() -> None:
    assert all(0 < u.awal <= u.paling for u in UKURAN)
    assert set(MENURUT) == set(AWAL)
