"""The catalogue's phrases in running words."""

from __future__ import annotations

import pytest

from data.katalog.kegiatan import muat_kegiatan
from handlers.tempel.frasa import cari_frasa, kata_dari, seejaan


def frasa(teks: str) -> list[tuple[str, str]]:
    return [(c.kode, c.frasa) for c in cari_frasa(kata_dari(seejaan(teks)), warisan=True)]


def test_one_spelling_gives_no_phrase_to_two_activities() -> None:
    pemilik: dict[str, set[str]] = {}
    for kegiatan in muat_kegiatan().semua:
        for kata in kegiatan.kata:
            pemilik.setdefault(seejaan(kata), set()).add(kegiatan.kode)
    assert {kata: kode for kata, kode in pemilik.items() if len(kode) > 1} == {}


def test_every_phrase_of_the_catalogue_is_found_as_itself() -> None:
    for kegiatan in muat_kegiatan().semua:
        for kata in kegiatan.kata:
            assert frasa(kata.replace("/", " ").replace("-", " "))[0][0] == kegiatan.kode, kata


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("musdes penetapan rkp", "AS02"),
        ("musyawarah desa khusus", "AS03"),
        ("musyawarah desa tentang perubahan apb desa", "AS02"),
        ("musyawarah perencanaan pembangunan desa", "AS06"),
        ("rapat koordinasi tpp kec. cibeber", "PR01"),
        ("rapat koordinasi tingkat kabupaten", "PR02"),
        ("monitoring penyaluran blt", "AS13"),
        ("kerja sama antar desa", "PO07"),
    ],
)
def test_other_spellings_and_words_between(teks: str, kode: str) -> None:
    assert frasa(teks)[0][0] == kode


def test_too_many_words_between_part_a_phrase() -> None:
    assert frasa("musdes tentang rancangan dokumen perubahan rkp")[0] == ("AS02", "musdes rkp")
    jauh = frasa("musdes tentang rancangan dokumen perubahan anggaran rkp")
    assert jauh == [("AS02", "musdes"), ("AS05", "rkp")]


def test_a_village_is_not_a_kecamatan() -> None:
    assert frasa("musrenbang kecamatan") == []
