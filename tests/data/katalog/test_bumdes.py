"""The steps of a BUM Desa and the bounds of BLT, as they are written down."""

from pathlib import Path

import pytest

from data.katalog.blt import BERKAS as BERKAS_BLT
from data.katalog.blt import muat_blt
from data.katalog.bumdes import BERKAS, muat_bumdes
from data.katalog.muat import KatalogSalah


def test_the_name_comes_before_the_founding_musyawarah() -> None:
    katalog = muat_bumdes()
    assert [satu.kode for satu in katalog.langkah] == list(range(9))
    nama = [satu.nama for satu in katalog.langkah]
    assert nama.index("Nama disetujui") < nama.index("Musdes pendirian") < nama.index("Sertifikat badan hukum")
    assert (katalog.nama.hari_kerja, katalog.nama.dari, katalog.nama.ingatkan) == (40, 3, (10, 3))
    assert katalog.akhir == 8
    with pytest.raises(KeyError):
        katalog.ambil(9)


def test_what_is_a_step_back() -> None:
    katalog = muat_bumdes()
    assert katalog.mundur(5, 3)
    assert not katalog.mundur(2, 1), "the corrected name is sent in again"
    assert not katalog.mundur(7, 6), "so are corrected papers"
    assert not katalog.mundur(0, 8), "somebody may have been there before us"


@pytest.mark.parametrize(
    ("dulu", "kini", "kata"),
    [
        ("kode = 4\n", "kode = 5\n", "kode"),
        ("maju = [6]", "maju = [66]", "the kode of a langkah"),
        ("selesai = 6 ", "selesai = 9 ", "the kode of a langkah"),
    ],
)
def test_a_mistake_is_found_with_its_line(tmp_path: Path, dulu: str, kini: str, kata: str) -> None:
    berkas = tmp_path / "bumdes.toml"
    berkas.write_text(BERKAS.read_text("utf-8").replace(dulu, kini, 1), "utf-8")
    with pytest.raises(KatalogSalah, match=kata):
        muat_bumdes(berkas)


def test_the_bounds_of_blt_have_a_source(tmp_path: Path) -> None:
    b = muat_blt()
    assert (b.maksimal, b.sekaligus) == (300_000, 3)
    assert b.sumber
    berkas = tmp_path / "blt.toml"
    berkas.write_text(BERKAS_BLT.read_text("utf-8").replace("sekaligus = 3 ", "sekaligus = 13 "), "utf-8")
    with pytest.raises(KatalogSalah, match="sekaligus"):
        muat_blt(berkas)
