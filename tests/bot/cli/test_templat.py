"""`python -m bot templat`: what it says of a folder of own templates, and what it puts into one."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from bot.cli import main
from handlers.kertas.periksa import SEMUA

BERKAS = {*(f"{n}.docx" for n in SEMUA), "daftar-bidang.txt"}


@pytest.fixture
def jalan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Jalan:
    monkeypatch.chdir(tmp_path)
    return Jalan(capsys)


class Jalan:
    """Run the command; `keluar` and `galat` are what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.keluar = self.galat = ""

    def __call__(self, *args: str | Path) -> int:
        status = main(["templat", *map(str, args)])
        self.keluar, self.galat = self._capsys.readouterr()
        return status


def tulis(berkas: Path, *baris: str) -> None:
    d = Document()
    for satu in baris:
        d.add_paragraph(satu)
    d.save(str(berkas))


def test_ours_to_begin_with_and_they_are_well(jalan: Jalan, tmp_path: Path) -> None:
    folder = tmp_path / "templat" / "kab"
    assert jalan("contoh", folder) == 0
    assert {b.name for b in folder.iterdir()} == BERKAS
    assert "putusan" in (folder / "daftar-bidang.txt").read_text("utf-8")
    assert jalan("periksa", folder) == 0
    assert jalan.keluar.splitlines() == [f"ok     {n}.docx: can be used" for n in SEMUA]


def test_nothing_there_is_overwritten(jalan: Jalan, tmp_path: Path) -> None:
    tulis(tmp_path / "notulen.docx", "milik kami")
    semula = (tmp_path / "notulen.docx").read_bytes()
    assert jalan("contoh", tmp_path) == 2
    assert "notulen.docx would be overwritten" in jalan.galat
    assert (tmp_path / "notulen.docx").read_bytes() == semula
    assert not (tmp_path / "daftar-bidang.txt").exists()


def test_each_template_is_told_what_is_wrong_with_it(jalan: Jalan, tmp_path: Path) -> None:
    tulis(tmp_path / "berita-acara.docx", "{{ draf }} {{ nomer }} {{ pimpinan.gelar }}")
    (tmp_path / "notulen.docx").write_bytes(b"bukan word")
    tulis(tmp_path / "undangan.docx", "apa saja")
    assert jalan("periksa", tmp_path) == 2
    assert jalan.keluar.splitlines() == [
        "WRONG  berita-acara.docx: uses nomer, which is no field",
        "WRONG  berita-acara.docx: uses pimpinan.gelar, which is no field",
        "WRONG  notulen.docx: is no Word file (.docx)",
        "ok     daftar-hadir.docx: not there; ours is used",
        "ok     laporan-camat.docx: not there; ours is used",
        f"note   undangan.docx: no paper has this name; known are {', '.join(f'{n}.docx' for n in SEMUA)}",
    ]


def test_fields_that_are_left_out_are_named_but_no_mistake(jalan: Jalan, tmp_path: Path) -> None:
    tulis(tmp_path / "daftar-hadir.docx", "{{ draf }} {{ nomor }} {{ kop }}")
    assert jalan("periksa", tmp_path) == 0
    baris = jalan.keluar.splitlines()
    assert "ok     daftar-hadir.docx: can be used" in baris
    assert any(b.startswith("note   daftar-hadir.docx: does not use hadir, ") and "peserta.no" in b for b in baris)


def test_one_that_cannot_be_opened(jalan: Jalan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tulis(tmp_path / "notulen.docx", "{{ draf }}")

    def tutup(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", tutup)
    assert jalan("periksa", tmp_path) == 2
    assert "WRONG  notulen.docx: cannot be read (Permission denied)" in jalan.keluar


def test_the_folder_of_the_configuration_and_none_at_all(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("periksa") == 2
    assert "name one, or set kertas.templat" in jalan.galat
    assert jalan("periksa", tmp_path / "tiada") == 2
    assert "there is no such folder" in jalan.galat
    (tmp_path / "config.toml").write_text('[kertas]\ntemplat = "kami"\n', "utf-8")
    assert jalan("periksa") == 2
    assert "kertas.templat: expected a folder that is there" in jalan.galat
    (tmp_path / "kami").mkdir()
    assert jalan("periksa") == 0
    assert jalan.keluar.count("ours is used") == 4


def test_a_folder_that_cannot_be_made(jalan: Jalan, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    assert jalan("contoh", tmp_path / "berkas" / "di-dalam") == 2
    assert "cannot write there" in jalan.galat
