"""What a village's screen adds: who serves it, who was there, what is awaited and late; nothing beyond the scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.desa import Desa
from data.keputusan import IsiKeputusan, Jumlah
from data.lingkup import SEMUA_WILAYAH
from data.musdes.musdes import Mulai
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TEKNIS, Orang, OrangQ, tanggal_lokal
from data.profil_desa import Kunjungan, Pengampu
from data.siklus import APB, MUSDES
from data.store import Tx
from data.wilayah import WilayahQ
from tests.conftest import KINI
from tests.data.dunia import HARI, KECAMATAN, SUKAMAJU, SUKAMANAH, WIB, desa, isi
from tests.data.test_penugasan import LAIN, orang

HARI_INI = tanggal_lokal(KINI, WIB)
KEMARIN = (HARI_INI - timedelta(days=1)).isoformat()
MULAI = date(2026, 10, 1)


@pytest.fixture
def sari(tx: Tx) -> Desa:
    return desa(tx, orang(tx, "Bu Sari"))


def lain(tx: Tx, nama: str, peran: str = PD, wilayah: str = KECAMATAN, *, disahkan: bool = True) -> Desa:
    return desa(tx, orang(tx, nama, peran, wilayah, disahkan=disahkan))


def masalah(
    tx: Tx, oleh: int, kode: str = SUKAMAJU, *, status: str = "baru", tenggat: str = "", rahasia: int = 0
) -> None:
    n = tx.one("SELECT COUNT(*) AS n FROM masalah")
    assert n is not None
    tx.run(
        "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, rahasia, kanal, tujuan, tingkat, tenggat, "
        "status, dibuat, diubah) VALUES (?, ?, 'lain', 'Jalan rusak', 'warga', ?, ?, 'web', 'x', 'pld', ?, ?, ?, ?)",
        (f"A-2611-{int(n['n']) + 1:04}", kode, oleh, rahasia, tenggat or None, status, KINI, KINI),
    )


# -- who serves it ----------------------------------------------------------------------------------------------------


def test_the_nearest_stands_first_and_a_substitute_last(tx: Tx, sari: Desa) -> None:
    lain(tx, "Bu Rina")
    lain(tx, "Pak Gugun", TEKNIS)
    lain(tx, "Camat", CAMAT)
    lain(tx, "Ahli", TAPM_KAB, "32.03")
    lain(tx, "Kader", KPMD, SUKAMAJU)
    lain(tx, "Belum", PLD, SUKAMAJU, disahkan=False)
    lain(tx, "Tetangga", PLD, SUKAMANAH)
    wakil, lama = lain(tx, "Pengganti", PLD, SUKAMAJU), lain(tx, "Dulu", PLD, SUKAMAJU)
    tx.run("UPDATE penugasan SET untuk = ? WHERE orang_id = ?", (sari.lingkup.orang_id, wakil.lingkup.orang_id))
    tx.run("UPDATE penugasan SET sampai = '2026-11-01' WHERE orang_id = ?", (lama.lingkup.orang_id,))
    hari = MULAI.isoformat()
    assert [replace(p, dari=hari) for p in sari.profil.pengampu(SUKAMAJU)] == [
        Pengampu("Bu Sari", PLD, hari),
        Pengampu("Pengganti", PLD, hari, pengganti=True),
        Pengampu("Bu Rina", PD, hari),
        Pengampu("Pak Gugun", TEKNIS, hari),
    ]


# -- who was there ----------------------------------------------------------------------------------------------------


def test_the_last_visit_with_all_who_were_there_that_day(tx: Tx, sari: Desa) -> None:
    budi = lain(tx, "Pak Budi", PLD, SUKAMAJU)
    for satu, tanggal, cara in (
        (sari, "2025-12-31", "desa"),
        (sari, "2026-11-10", "desa"),
        (budi, "2026-11-10", "desa"),
        (budi, "2026-11-10", "desa"),
        (sari, "2026-11-12", "daring"),
        (sari, "2026-12-01", "desa"),  # has not come yet
    ):
        satu.kegiatan.catat(isi(tanggal=tanggal, cara=cara), [], None)
    hapus = sari.kegiatan.ambil(sari.kegiatan.catat(isi(tanggal="2026-11-15"), [], None))
    assert hapus
    sari.kegiatan.hapus(hapus)
    assert sari.profil.kunjungan([SUKAMAJU, SUKAMANAH]) == {
        SUKAMAJU: Kunjungan("2026-11-10", ("Bu Sari", "Pak Budi"), 3)
    }


# -- what is awaited --------------------------------------------------------------------------------------------------


def test_decisions_of_each_village_and_how_many_are_past_their_day(tx: Tx, sari: Desa) -> None:
    m = sari.musdes.ambil(sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-10", "19:30")))
    assert m
    for tenggat in (KEMARIN, HARI_INI.isoformat(), None):
        sari.keputusan.tambah(m.id, IsiKeputusan("Rabat beton", tenggat=tenggat))
    assert sari.profil.keputusan([SUKAMAJU, SUKAMANAH]) == {SUKAMAJU: Jumlah(3, 1)}
    assert sari.profil.keputusan([SUKAMAJU])[SUKAMAJU] == sari.keputusan.jumlah("desa", SUKAMAJU)


def test_secret_problems_are_never_counted_and_the_camat_hears_of_none(tx: Tx, sari: Desa) -> None:
    warga = OrangQ(tx).tambah("Warga", WIB, KINI)
    masalah(tx, warga, tenggat=KEMARIN)
    masalah(tx, warga, tenggat=KEMARIN, status="diteruskan")
    masalah(tx, warga, tenggat=HARI_INI.isoformat(), status="ditangani")
    masalah(tx, warga, status="selesai")
    masalah(tx, warga, tenggat="2026-11-01", rahasia=1)
    tx.run("INSERT INTO masalah_nama SELECT id, ? FROM masalah WHERE rahasia = 1", (sari.lingkup.orang_id,))
    assert sari.profil.masalah([SUKAMAJU]) == {SUKAMAJU: Jumlah(3, 1)}
    masalah(tx, sari.lingkup.orang_id)  # what one reported as a villager does not come back to oneself
    assert sari.profil.masalah([SUKAMAJU]) == {SUKAMAJU: Jumlah(3, 1)}
    assert sari.profil.masalah([SUKAMAJU])[SUKAMAJU].terbuka == len(
        [m for m in sari.masalah.daftar(SUKAMAJU) if not m.rahasia]
    )
    tx.run("DELETE FROM masalah WHERE orang_id = ?", (sari.lingkup.orang_id,))
    assert sari.profil.boleh_masalah(SUKAMAJU)
    camat = lain(tx, "Camat", CAMAT)
    assert camat.profil.masalah([SUKAMAJU]) == {}
    assert not camat.profil.boleh_masalah(SUKAMAJU)
    assert lain(tx, "Admin", ADMIN, SEMUA_WILAYAH).profil.masalah([SUKAMAJU]) == {SUKAMAJU: Jumlah(3, 1)}


def test_deadlines_of_one_village_by_day_and_how_many_are_past(sari: Desa) -> None:
    semua = sari.profil.tenggat(SUKAMAJU)
    assert [t.jatuh for t in semua] == sorted(t.jatuh for t in semua)
    assert all(t.sisa == (t.jatuh - HARI_INI).days for t in semua)
    assert all(-30 <= t.sisa <= 60 for t in semua)
    lewat = [t for t in semua if t.sisa < 0]
    assert {d[0] for t in semua for d in t.desa} == {SUKAMAJU}
    assert sari.profil.lewat([SUKAMAJU, SUKAMANAH]) == {SUKAMAJU: len(lewat)}
    assert any(t.label == "Rancangan APB Desa" for t in lewat)
    sari.siklus.gerakkan(SUKAMAJU, 2027, APB, MUSDES, tanggal="2026-10-20")
    assert sari.profil.lewat([SUKAMAJU]) == {SUKAMAJU: len(lewat) - 1}
    assert len(sari.profil.tenggat(SUKAMAJU)) == len(semua) - 1


def test_what_only_begins_on_its_day_is_never_late(tx: Tx, sari: Desa) -> None:
    for hari in range(0, 366, 15):
        nanti = Desa(tx, _orang(sari, tx), "web", KINI + hari * HARI, sari.pengaturan)
        assert not [t for t in nanti.profil.tenggat(SUKAMAJU) if t.awal and t.sisa < 0]
        lewat = [t for t in nanti.profil.tenggat(SUKAMAJU) if t.sisa < 0]
        assert nanti.profil.lewat([SUKAMAJU]).get(SUKAMAJU, 0) == len(lewat)


def _orang(d: Desa, tx: Tx) -> Orang:
    return OrangQ(tx).ambil(d.lingkup.orang_id, KINI)


# -- scope ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "wilayah", "disahkan"),
    [(PLD, SUKAMANAH, True), (PLD, SUKAMAJU, False), (KPMD, SUKAMAJU, True), (PD, LAIN, True)],
)
def test_beyond_the_scope_there_is_nothing(tx: Tx, sari: Desa, peran: str, wilayah: str, *, disahkan: bool) -> None:
    sari.kegiatan.catat(isi(), [], None)
    m = sari.musdes.ambil(sari.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-10", "19:30")))
    assert m
    sari.keputusan.tambah(m.id, IsiKeputusan("Rabat beton"))
    masalah(tx, OrangQ(tx).tambah("Warga", WIB, KINI))
    q = lain(tx, "Ia", peran, wilayah, disahkan=disahkan).profil
    assert q.pengampu(SUKAMAJU) == []
    assert q.tenggat(SUKAMAJU) == []
    for banyak in (q.kunjungan, q.keputusan, q.masalah, q.lewat):
        assert banyak([SUKAMAJU]) == {}
    assert not q.boleh_masalah(SUKAMAJU)


def test_more_villages_than_one_statement_takes(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.profil_desa.SEKALIGUS", 1)
    rina = lain(tx, "Bu Rina")
    for kode, hari in ((SUKAMAJU, "2026-11-17"), (SUKAMANAH, "2026-11-18")):
        WilayahQ(tx).kenalkan(kode)
        rina.kegiatan.catat(isi(desa=kode, tanggal=hari), [], None)
    assert rina.profil.kunjungan([SUKAMANAH, SUKAMAJU, "32.03.09.2001"]) == {
        SUKAMAJU: Kunjungan("2026-11-17", ("Bu Rina",), 1),
        SUKAMANAH: Kunjungan("2026-11-18", ("Bu Rina",), 1),
    }
