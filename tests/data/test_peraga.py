"""The demo's world is the same every time, and has something to look at for everybody."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from data.desa import Desa
from data.orang import OrangQ
from data.pengaturan import Pengaturan
from data.peraga import siapkan
from data.store import Tx
from tests.conftest import KINI


def dunia(tx: Tx, kini: int, alamat: str) -> Desa:
    orang = OrangQ(tx).di_alamat("web", alamat, kini)
    assert orang
    return Desa(tx, orang, "web", kini, Pengaturan())


def test_both_sides_of_supervision_have_something_to_look_at(tx: Tx) -> None:
    assert siapkan(tx, KINI)
    sari, rina = dunia(tx, KINI, "peraga-sari"), dunia(tx, KINI, "peraga-rina")
    (kembali,) = sari.pemeriksaan.perlu_diperbaiki()
    putusan = sari.pemeriksaan.terakhir(kembali)
    assert putusan
    assert (putusan.nama, putusan.kolom) == ("Bu Rina", "jam")
    assert tx.all("SELECT id FROM kegiatan WHERE periksa = 'setuju'")
    assert rina.menunggu.jumlah() > 2
    (tugas,) = rina.tugas.diberi()
    assert [(b.nama, b.status) for b in rina.tugas.bagian(tugas)] == [("Bu Sari", "baru"), ("Pak Budi", "dikerjakan")]
    assert [t for t, _ in sari.tugas.milik()] == [tugas]
    assert not siapkan(tx, KINI), "once"


def test_two_closed_musyawarah_with_decisions_to_follow(tx: Tx) -> None:
    siapkan(tx, KINI)
    sari = dunia(tx, KINI, "peraga-sari")
    (rkp,), (blt,) = (sari.musdes.daftar(f"32.03.03.{n}", 2026) for n in (2013, 2017))
    assert [(m.jenis, m.status, m.contoh) for m in (rkp, blt)] == [("rkp", "selesai", True), ("blt", "selesai", True)]
    assert [k.status for k in sari.keputusan.dari_musdes(rkp.id)] == ["baru", "selesai", "berjalan"]
    assert sari.keputusan.jumlah("saya").lewat == 1
    assert sari.musdes.terbuka() == []


@pytest.mark.parametrize("hari", [(2026, 3, 25), (2026, 6, 1), (2027, 1, 2), (2026, 12, 27)])
def test_it_can_be_set_up_on_any_day(tx: Tx, hari: tuple[int, int, int]) -> None:
    kini = int(datetime(*hari, 1, tzinfo=UTC).timestamp())
    assert siapkan(tx, kini)
    assert len(dunia(tx, kini, "peraga-sari").pemeriksaan.perlu_diperbaiki()) == 1


def test_one_village_has_something_in_every_part(tx: Tx) -> None:
    siapkan(tx, KINI)
    sari = dunia(tx, KINI, "peraga-sari")
    sukamaju = "32.03.03.2013"
    bumdes, blt = sari.bumdes.ambil(sukamaju), sari.blt.ambil(sukamaju, 2026)
    assert bumdes
    assert blt
    assert (bumdes.langkah, blt.keluarga) == (3, 40)
    assert [s.sampai for s in sari.blt.salur(sukamaju, 2026)] == [3, 6], "a quarter is late"
    assert len(sari.register.daftar("kader", desa=sukamaju)) == 2
    assert sari.masalah.jumlah(sukamaju) == 1
