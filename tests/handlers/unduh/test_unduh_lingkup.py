"""Whoever takes a workbook along has in it what they can open by chat, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from data.desa import Desa
from handlers.dialog.masukan import Masukan
from handlers.kerja.pekerjaan import Terjelaskan
from handlers.kerja.tabel import PEKERJAAN
from tests.handlers.dunia_lingkup import DESA_GRUP, PELAKU, DuniaLingkup
from tests.handlers.test_lingkup_semua import kirim, tanpa_bekas
from tests.handlers.unduh.buku import BAHAN, Buku, nomor, tentang, unduh
from tests.kerja import LajuUji

TABEL = ("kegiatan", "musdes", "keputusan", "rencana", "register", "masalah", "blt_salur", "kemandirian")
PEMBACA = ("pld", "pd", "teknis", "camat", "tapm_kab", "tapm_prov", "admin")


@pytest.fixture(scope="module")
def semesta() -> DuniaLingkup:
    return DuniaLingkup()


def terbuka(desa: Desa, satu: str) -> bool:
    """Whether what has this number is open to the person, and may leave the chat: a secret may not."""
    masalah = desa.masalah.ambil(satu)
    if masalah:
        return not masalah.rahasia
    return any(
        ambil(satu) is not None
        for ambil in (
            desa.kegiatan.ambil, desa.riwayat_desa.ambil, desa.musdes.ambil, desa.keputusan.ambil, desa.rencana.ambil,
            desa.register.ambil, desa.blt.satu, desa.kemandirian.ambil,
        )
    )  # fmt: skip


def semua_nomor(d: DuniaLingkup) -> list[str]:
    return [r["nomor"] for tabel in TABEL for r in d.dunia.raw.execute(f"SELECT nomor FROM {tabel}").fetchall()]


def buku(d: DuniaLingkup, siapa: str, folder: Path, **bahan: str) -> Buku:
    try:
        return unduh(d.pelaku[siapa].desa, folder / siapa, **bahan)
    except Terjelaskan:
        return {"Tentang": []}


@pytest.mark.parametrize("siapa", PELAKU)
def test_rows_are_what_can_be_opened_and_nothing_else(semesta: DuniaLingkup, siapa: str, tmp_path: Path) -> None:
    isi = buku(semesta, siapa, tmp_path)
    desa = semesta.pelaku[siapa].desa
    boleh = [n for n in semua_nomor(semesta) if terbuka(desa, n)]
    assert sorted(nomor(isi)) == sorted(boleh)
    assert bool(boleh) == (siapa not in ("warga", "mantan", "kpmd", "sendiri")), "the test would see it"


@pytest.mark.parametrize("siapa", PEMBACA)
def test_every_row_opens_by_its_number_in_chat(semesta: DuniaLingkup, siapa: str, tmp_path: Path) -> None:
    for satu in nomor(buku(semesta, siapa, tmp_path)):
        if satu.startswith("B-"):
            continue  # payments are shown with their village
        tiada, buka = f"{satu.split('-')[0]}-2611-9999", "musdes" if satu.startswith("M-") else "cari"
        with tanpa_bekas(semesta):
            ada = kirim(semesta, siapa, Masukan(teks=f"/{buka} {satu}"))
        with tanpa_bekas(semesta):
            kosong = kirim(semesta, siapa, Masukan(teks=f"/{buka} {tiada}"))
        assert ada.replace(satu.lower(), "") != kosong.replace(tiada.lower(), ""), f"{siapa}: {satu} does not open"


@pytest.mark.parametrize("siapa", PELAKU)
@pytest.mark.parametrize("kode", ["", *DESA_GRUP.values(), "32.03.03", "32.03.09", "11.01", "32", "0"])
def test_nothing_that_is_not_for_them_stands_anywhere_in_the_file(
    semesta: DuniaLingkup, siapa: str, kode: str, tmp_path: Path
) -> None:
    desa = semesta.pelaku[siapa].desa
    try:
        hasil = PEKERJAAN["unduh_xlsx"](desa, {**BAHAN, "di": kode}, LajuUji(tmp_path))
    except (LookupError, Terjelaskan):
        return
    with zipfile.ZipFile(tmp_path / hasil.nama) as berkas:
        teks = " ".join(berkas.read(n).decode() for n in berkas.namelist()).lower()
    for tanda in PELAKU[siapa].rahasia:
        assert tanda not in teks, f"{siapa} took {tanda} along"


def test_a_place_narrows_it(semesta: DuniaLingkup, tmp_path: Path) -> None:
    luas = set(nomor(buku(semesta, "tapm_prov", tmp_path / "luas")))
    sini = set(nomor(buku(semesta, "tapm_prov", tmp_path / "sini", di="32.03.03.2013")))
    kecamatan = set(nomor(buku(semesta, "tapm_prov", tmp_path / "kecamatan", di="32.03.03")))
    assert sini < kecamatan < luas
    assert semesta.milik["sini"]["K"] in sini
    assert semesta.milik["tetangga"]["K"] in kecamatan - sini
    assert semesta.milik["sebelah"]["K"] in luas - kecamatan


def test_the_camat_has_no_problems_and_secrets_are_nobody_s(semesta: DuniaLingkup, tmp_path: Path) -> None:
    assert "Masalah" not in buku(semesta, "camat", tmp_path)
    admin = buku(semesta, "admin", tmp_path)
    assert admin["Masalah"]
    teks = str(admin)
    assert "qnsini" in teks, "authors are named"
    assert "Pelamar" not in teks, "reporters are not"
    ada = {b["Nomor"] for b in admin["Masalah"]}
    rahasia = {r["nomor"] for r in semesta.dunia.raw.execute("SELECT nomor FROM masalah WHERE rahasia = 1")}
    assert rahasia
    assert not ada & rahasia
    assert tentang(admin)["Semua lembar"] == sum(
        len(baris) for nama, baris in admin.items() if nama not in ("Tentang", "Keterangan")
    )
