"""The ladder of kader fits the registers that it is counted from."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.katalog.kader import BERKAS, bidang_dari, muat_kader, nama_pilihan
from data.katalog.muat import KatalogSalah


def test_the_ladder_begins_below_and_ends_above() -> None:
    k = muat_kader()
    assert [a.nama for a in k.tangga] == ["Belajar", "Mendampingi", "Memandu", "Melatih"]
    urut, kini = [], k.sesudah("")
    while kini:
        urut.append(kini)
        kini = k.sesudah(kini.kode)
    assert tuple(urut) == k.tangga
    assert nama_pilihan("kader", "bidang", "tidak ada") == "tidak ada"
    with pytest.raises(KeyError):
        bidang_dari("kader", "nik")


@pytest.mark.parametrize(
    ("dulu", "kini", "kata"),
    [
        ('diharap = ["data", "perencanaan", "teknis", "layanan", "ekonomi"]', 'diharap = ["sihir"]', "sihir"),
        ('kegiatan_latih = ["PK03"]', 'kegiatan_latih = ["XX99"]', "XX99"),
        ('musdes_pilih = "kpmd"', 'musdes_pilih = "arisan"', "arisan"),
        ('kode = "memandu"', 'kode = "terbang"', "terbang"),
        ('macam = ["dilatih"]', 'macam = ["tidur"]', "tidur"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, dulu: str, kini: str, kata: str) -> None:
    teks = BERKAS.read_text("utf-8")
    assert teks.count(dulu) == 1
    (tmp_path / "kader.toml").write_text(teks.replace(dulu, kini), "utf-8")
    with pytest.raises(KatalogSalah, match=kata):
        muat_kader(tmp_path / "kader.toml")


def test_what_stays_after_an_erasure_names_fields_of_the_register(tmp_path: Path) -> None:
    from data.katalog import register

    teks = register.BERKAS.read_text("utf-8")
    dulu = 'tetap = ["nama", "musdes", "sk"]'
    assert teks.count(dulu) == 1
    (tmp_path / "register.toml").write_text(teks.replace(dulu, 'tetap = ["nama_ibu"]'), "utf-8")
    with pytest.raises(KatalogSalah, match="nama_ibu"):
        register.muat_register(tmp_path / "register.toml")
