import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.bahasa import akar, akar_kata, inti_kata, kata_kata, lipat, muat_kosakata
from data.bahasa.kosakata import FOLDER
from data.bahasa.lipat import PANJANG, TERBANYAK
from data.katalog.muat import KatalogSalah


@pytest.mark.parametrize(
    ("teks", "polos"),
    [
        ("KADES-nya brp thn sihhh???", "kades nya brp thn sih"),
        ("Rp300.000 per bulan", "rp 300000 per bulan"),
        ("masing2 warga2nya", "masing warganya"),
        ("thn2024", "thn 2024"),
        ("58,03%", "58 03 persen"),
        ("pppk boleh?", "pppk boleh"),
        ("Musyawarah Désa’nya\x00\x07", "musyawarah desanya"),
        ("!!!", ""),
    ],
)
def test_only_words_are_left(teks: str, polos: str) -> None:
    assert lipat(teks) == polos


@pytest.mark.parametrize(
    ("kata", "pangkal"),
    [
        ("diberhentikan", "henti"),
        ("pemberhentian", "henti"),
        ("berhentiin", "henti"),
        ("perangkat", "perangkat"),
        ("mengangkat", "angkat"),
        ("diperpanjang", "panjang"),
        ("perpanjangan", "panjang"),
        ("disewain", "sewa"),
        ("ngaudit", "audit"),
        ("aturane", "aturan"),
        ("kelurahan", "kelurahan"),
        ("bpdnya", "bpd"),
        ("2026", "2026"),
        ("rt", "rt"),
    ],
)
def test_the_root_of_a_word(kata: str, pangkal: str) -> None:
    assert akar(kata) == pangkal


def test_shorthand_and_regional_words_are_said_in_plain_indonesian() -> None:
    assert akar_kata("kades brp thn") == ["kepala", "desa", "berapa", "tahun"]
    assert akar_kata("pinten taun") == akar_kata("sabaraha tahun") == akar_kata("padum thon") == ["berapa", "tahun"]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("pak kades dipecat", "kepala desa diberhentikan"),
        ("keuchik", "wali nagari"),
        ("peratin", "kuwu"),
        ("dds", "dana desa"),
        ("siltap", "gaji"),
        ("memilih kepala desa", "pilkades"),
        ("badan permusyawaratan desa", "bpd"),
        ("kopdes merah putih", "kdmp"),
        ("mau tanya dong min, musdes", "musyawarah desa"),
    ],
)
def test_ways_of_saying_the_same_are_one(satu: str, dua: str) -> None:
    assert inti_kata(satu) == inti_kata(dua) != []


def test_greetings_ask_nothing() -> None:
    assert inti_kata("assalamualaikum, selamat pagi pak") == []


@given(st.text(max_size=3000))
def test_any_text_is_read(teks: str) -> None:
    assert len(kata_kata(teks)) <= TERBANYAK
    assert all(kata.isalnum() and kata.isascii() for kata in kata_kata(teks))
    inti_kata(teks)


def test_a_long_text_is_read_from_its_beginning() -> None:
    assert len(lipat("kades " * 5000)) <= PANJANG


def test_no_way_of_saying_belongs_to_two_senses() -> None:
    milik = defaultdict(set)
    for inti, semua in muat_kosakata().sama.items():
        for satu in (inti, *semua):
            milik[tuple(akar_kata(satu))].add(inti)
    assert {k: v for k, v in milik.items() if len(v) > 1} == {}


def test_no_shorthand_means_two_things() -> None:
    milik = defaultdict(set)
    baku = tomllib.loads((FOLDER / "singkatan.toml").read_text())["baku"]
    for daerah in (baku, *tomllib.loads((FOLDER / "daerah.toml").read_text()).values()):
        for arti, semua in daerah.items():
            for satu in semua:
                milik[satu].add(arti)
    assert {k: v for k, v in milik.items() if len(v) > 1} == {}


def test_a_mistake_in_the_vocabulary_is_found(tmp_path: Path) -> None:
    for berkas in FOLDER.glob("*.toml"):
        (tmp_path / berkas.name).write_text(berkas.read_text())
    padanan = tmp_path / "padanan.toml"
    padanan.write_text(padanan.read_text().replace('gaji = [\n  "siltap"', 'gaji = [\n  "Siltap!"'))
    with pytest.raises(KatalogSalah, match=r'padanan.toml:\d+: gaji has "Siltap!"; expected words of a-z and 0-9'):
        muat_kosakata(tmp_path)
