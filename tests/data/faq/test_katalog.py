"""The real catalogue: what it says, against the tables that hold its numbers, and how well it is found."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.faq import Topik, muat_faq, siapkan
from data.faq.muat import FOLDER
from tests.data.faq.angka import angka_dalam

ANGKA = Path(__file__).with_name("angka")
SOAL = Path(__file__).with_name("soal") / "latih.toml"
BERKAS = sorted(berkas.name for berkas in FOLDER.glob("*.toml"))
_LARANGAN = re.compile(r"\b(?:user|input|valid|error|KPM(?! BLT))\b")


def pegangan(nama: str) -> dict[str, Any]:
    return tomllib.loads((ANGKA / nama).read_text(encoding="utf-8"))


def topik_di(nama: str) -> Iterator[Topik]:
    slug = [topik["slug"] for topik in tomllib.loads((FOLDER / nama).read_text(encoding="utf-8"))["topik"]]
    return (muat_faq().topik[satu] for satu in slug)


def test_there_are_160_topics_in_16_themes() -> None:
    assert (len(muat_faq().topik), len(muat_faq().tema)) == (160, 16)


@pytest.mark.parametrize("nama", BERKAS)
def test_every_number_is_held_and_every_held_number_is_said(nama: str) -> None:
    pegang = pegangan(nama)
    beda = {}
    for topik in topik_di(nama):
        dikatakan = angka_dalam(f"{topik.jawab}\n{topik.dulu}")
        dipegang = angka_dalam(" ; ".join(pegang[topik.slug]["angka"]))
        if dikatakan != dipegang:
            beda[topik.slug] = {"only said": dikatakan - dipegang, "only held": dipegang - dikatakan}
    assert beda == {}


@pytest.mark.parametrize("nama", BERKAS)
def test_every_law_is_held(nama: str) -> None:
    """The laws of `dasar`, by their number and year: '6/2014'."""
    pegang = pegangan(nama)
    assert set(pegang) == {topik.slug for topik in topik_di(nama)}
    for topik in topik_di(nama):
        assert hukum(" ; ".join(topik.dasar)) == hukum(" ; ".join(pegang[topik.slug]["pasal"])), topik.slug


def hukum(teks: str) -> set[str]:
    return set(re.findall(r"[0-9]+/(?:PUU-[XVI]+/)?[0-9]{4}", teks))


@pytest.mark.parametrize("topik", muat_faq().topik.values(), ids=lambda topik: topik.slug)
def test_an_answer_is_for_people(topik: Topik) -> None:
    semua = f"{topik.jawab} {topik.dulu} {topik.hati} {topik.cek}"
    assert not _LARANGAN.search(semua)
    assert not any(kata in semua for kata in ("S0", "INGATAN", "TERVERIFIKASI", "⚠", "bot "))
    if topik.kasus:
        jalan = ("BPD", "camat", "Inspektorat", "inspektorat", "LAPOR", "polisi", "Dinas PMD", "Bawaslu", "bupati")
        assert any(kata in topik.jawab for kata in jalan)


def test_the_first_way_of_asking_finds_its_own_topic() -> None:
    salah = {t.slug: siapkan().cari(t.tanya[0]) for t in muat_faq().topik.values()}
    assert {slug: it for slug, it in salah.items() if slug not in (it.slug, *it.pilihan)} == {}


def test_develop_questions_are_found_and_others_declined() -> None:
    """A floor, not the measurement: `python -m bench faq` measures."""
    isi = tomllib.loads(SOAL.read_text(encoding="utf-8"))
    tepat = sum(siapkan().cari(satu["q"]).slug in {satu["slug"], *satu.get("juga", ())} for satu in isi["soal"])
    ditolak = sum(siapkan().cari(satu["q"]).jenis == "tidak" for satu in isi["luar"])
    assert tepat / len(isi["soal"]) >= 0.92
    assert ditolak / len(isi["luar"]) >= 0.95
