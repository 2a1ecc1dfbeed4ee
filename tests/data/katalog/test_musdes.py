"""The catalogue of musyawarah holds together, and a mistake in it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.katalog.muat import KatalogSalah
from data.katalog.musdes import BERKAS, muat_musdes, setempat


def test_it_is_whole() -> None:
    katalog = muat_musdes()
    assert {j.kode for j in katalog.jenis} == {
        "musdus", "rpjm", "rkp", "apb", "lpj", "musrenbang", "blt", "kdmp", "bumdes", "indeks", "kpmd", "stunting",
        "mendadak", "mad", "lain",
    }  # fmt: skip
    assert [j.kode for j in katalog.jenis if j.antardesa] == ["mad"]
    assert katalog.menurut_kode("musrenbang").penyelenggara == "{pemerintah_desa}"
    assert katalog.label_unsur("bpd") == "BPD"
    assert katalog.label_unsur("Ketua RW 3") == "Ketua RW 3"
    with pytest.raises(KeyError):
        katalog.menurut_kode("entah")


def test_it_never_says_the_word_with_two_meanings() -> None:
    for baris in BERKAS.read_text("utf-8").splitlines():
        if not baris.startswith("kata") and "KPM" in baris.replace("KPMD", ""):
            assert "KPM BLT" in baris, baris


def test_its_words_are_those_of_the_place() -> None:
    assert setempat("{ketua_bpd}", "32.03.03.2013") == "Ketua BPD"
    assert setempat("{ketua_bpd}, {kepala_desa}", "11.01.01.2001") == "Ketua Tuha Peuet, Keuchik"
    assert setempat("{pemerintah_desa}", "34.01.01.2001") == "Pemerintah Kalurahan"
    assert setempat("{bpd}", "32.03.03.1001") == "BPD"
    assert setempat("Wakil masyarakat {entah}", "32") == "Wakil masyarakat {entah}"


@pytest.mark.parametrize(
    ("ada", "ganti"),
    [
        ('kode = "rkp"', 'kode = "blt"'),
        ('siklus = ["rkp", "proses"]', 'siklus = ["rkp", "besok"]'),
        ('pimpinan_biasa = "bkad"', 'pimpinan_biasa = "entah"'),
        ('unsur_wajib = ["pemdes", "bpd", "tomas"]', 'unsur_wajib = ["pemdes", "entah"]'),
        ('tanda = ["{kepala_dusun}"', 'tanda = ["{kepala_entah}"'),
        ('kata = ["nelayan"]', 'kata = ["petani"]'),
        ('jenis = "uang"', 'jenis = "rupiah"'),
    ],
)
def test_a_mistake_is_found(ada: str, ganti: str, tmp_path: Path) -> None:
    berkas = tmp_path / "musdes.toml"
    isi = BERKAS.read_text("utf-8")
    assert ada in isi
    berkas.write_text(isi.replace(ada, ganti, 1), "utf-8")
    with pytest.raises(KatalogSalah):
        muat_musdes(berkas)
