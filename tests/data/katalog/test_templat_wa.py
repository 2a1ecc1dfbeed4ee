"""The sentences for WhatsApp: what Meta would refuse is found before it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.katalog.muat import KatalogSalah
from data.katalog.templat_wa import GUNA, KAKI, UMUM, muat_templat_wa

BAIK = """[[templat]]
nama = "kd_ada_kabar"
kategori = "utilitas"
guna = "kabar"
basi_jam = 0
isi = "Ada kabar: {{1}}. Silakan dibuka."
contoh = ["Catatan K-12"]
tombol = "Baca"
"""


def galat(tmp_path: Path, isi: str) -> str:
    berkas = tmp_path / "templat_wa.toml"
    berkas.write_text(isi, "utf-8")
    with pytest.raises(KatalogSalah) as salah:
        muat_templat_wa(berkas)
    return str(salah.value).removeprefix(f"{berkas}:")


def test_ours_are_in_meta_s_limits_and_the_answer_never_gets_too_old() -> None:
    semua = muat_templat_wa()
    assert UMUM in semua
    assert len(KAKI) <= 60
    assert len({t.isi for t in semua.values()}) == len(semua)
    for satu in semua.values():
        assert satu.guna in GUNA
        assert len(satu.tombol) <= 20
        assert (satu.basi_jam == 0) == (satu.guna in ("jawaban", "kabar"))
    assert semua[UMUM].bunyi(("x",)) == "Ada kabar untuk Anda di Kawan Desa: x. Ketuk tombol di bawah untuk membacanya."


def test_a_good_one_is_read(tmp_path: Path) -> None:
    berkas = tmp_path / "t.toml"
    berkas.write_text(BAIK, "utf-8")
    assert list(muat_templat_wa(berkas)) == ["kd_ada_kabar"]


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ("{{1}}. S", "{{2}}. S", "6: its places are [2]"),
        ("Ada kabar: {{1}}", "{{1}} ada kabar", "6: it begins or ends with a place"),
        (". Silakan dibuka.", ".", "6: it begins or ends with a place"),
        ("kabar: ", "kabar:  ", "6: it has a line break or two spaces"),
        ('["Catatan K-12"]', "[]", "7: 0 samples for 1 places"),
        ("kd_ada_kabar", "Kabar", '2: nama is "Kabar"; expected lower case'),
        ("kd_ada_kabar", "kd_lain", "1: there is no template kd_ada_kabar"),
        ('"utilitas"', '"promosi"', '3: kategori is "promosi"'),
        ('"kabar"\n', '"gosip"\n', '4: guna is "gosip"'),
        ("Baca", "Baca selengkapnya di sini", "8: tombol is"),
    ],
)
def test_a_mistake_is_refused_with_its_line(tmp_path: Path, lama: str, baru: str, kata: str) -> None:
    assert lama in BAIK
    assert galat(tmp_path, BAIK.replace(lama, baru, 1)).startswith(kata)


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    assert galat(tmp_path, BAIK + BAIK).startswith('10: nama has "kd_ada_kabar", which line 2 has already')
