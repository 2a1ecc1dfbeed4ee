"""Whatever is sent as a PDF is read in a process of its own, or refused with a word on what would work."""

from __future__ import annotations

import io
import json
import resource
import runpy
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import patch

import pypdfium2 as pdfium
import pytest

from handlers.cocok import baca_pdf, buka_pdf
from handlers.cocok.baca_pdf import HALAMAN, HURUF, Tak
from handlers.cocok.buka_pdf import SEBAB, buka
from handlers.kerja.pekerjaan import Terjelaskan
from tests.drp_pdf import buat, contoh, kosong, pindai
from tests.kerja import LajuUji


def tolak(isi: bytes, tmp_path: Path) -> str:
    with pytest.raises(Terjelaskan) as galat:
        buka(isi, LajuUji(tmp_path))
    return next(k for k, v in SEBAB.items() if v == str(galat.value))


def terkunci() -> bytes:
    """Encrypted as the standard handler does it; what the key would be does not matter to who has none."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
        b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<" + b"43" * 16 + b"><" + b"43" * 16 + b">]/Size 5>>\n%%EOF\n"
    )


def berjavascript() -> bytes:
    """A document that would do something when it is opened, and has one line of text."""
    isi = b"BT /F1 12 Tf 72 700 Td (Halo) Tj ET"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(true){app.alert(1)})>>>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length " + str(len(isi)).encode() + b">>stream\n" + isi + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n"
    )


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    laju = LajuUji(tmp_path)
    semua = buka(buat(contoh(60)), laju)
    assert len(semua) > 3
    assert laju.catatan == [(n, len(semua)) for n in range(1, len(semua) + 1)]


def test_called_off_half_way(tmp_path: Path) -> None:
    with pytest.raises(InterruptedError):
        buka(buat(contoh(60)), LajuUji(tmp_path, henti=2))


def test_hostile_documents_are_refused_with_what_would_work(tmp_path: Path) -> None:
    assert tolak(b"", tmp_path) == "rusak"
    assert tolak(b"%PDF-1.7\nbukan isi", tmp_path) == "rusak"
    assert tolak(buat(contoh(5))[:4000], tmp_path) == "rusak"
    assert tolak(terkunci(), tmp_path) == "sandi"
    assert tolak(kosong(0), tmp_path) in ("kosong", "rusak")
    assert tolak(kosong(HALAMAN + 1), tmp_path) == "panjang"
    assert tolak(kosong(1, (5000, 5000)), tmp_path) == "besar"
    assert tolak(kosong(2), tmp_path) == "pindai"
    assert tolak(pindai(), tmp_path) == "pindai"
    with patch.object(buka_pdf, "UKURAN", 10):
        assert tolak(buat(contoh(1)), tmp_path) == "ukuran"
    assert all("kirim lagi" in kata for kata in SEBAB.values())


def test_ten_thousand_pages_are_refused_at_once(tmp_path: Path) -> None:
    assert tolak(kosong(10_000), tmp_path) == "panjang"


def test_a_script_in_it_is_never_run(tmp_path: Path) -> None:
    assert [k.teks for h in buka(berjavascript(), LajuUji(tmp_path)) for k in h.kata] == ["Halo"]


def test_a_reader_that_hangs_or_dies_is_given_up(tmp_path: Path) -> None:
    macet = tmp_path / "macet.py"
    mulai = time.monotonic()
    for isi in (
        "import time; time.sleep(60)",
        "import os; print('{\"n\": 1', flush=True, end=''); os.abort()",
        'print(\'{"n": 1, "dari": 2, "lebar": 1, "tinggi": 1, "kata": []}\')',
    ):
        macet.write_text(isi)
        with patch.object(buka_pdf, "PEMBACA", macet), patch.object(buka_pdf, "DETIK", 0.5):
            assert tolak(b"%PDF-" + b"0" * (1 << 20), tmp_path) == "rusak"
    assert time.monotonic() - mulai < 30, "the one that hangs would have slept for a minute"


def test_the_reader_knows_nothing_of_this_house() -> None:
    """It starts quickly and alone: also without the folder that the house lies in."""
    hasil = subprocess.run(
        [sys.executable, "-I", str(buka_pdf.PEMBACA)], input=b"%PDF-", capture_output=True, cwd="/", check=True
    )
    assert json.loads(hasil.stdout) == {"tak": "rusak"}


# -- inside the reader ------------------------------------------------------------------------------------------------


def test_a_page_that_is_too_dense(monkeypatch: pytest.MonkeyPatch) -> None:
    assert HURUF == 20_000
    monkeypatch.setattr(baca_pdf, "HURUF", 3)
    with pytest.raises(Tak, match="padat"):
        list(baca_pdf.halaman(berjavascript()))


def test_a_page_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_: object) -> None:
        raise pdfium.PdfiumError("no")

    monkeypatch.setattr(pdfium.PdfPage, "get_textpage", rusak)
    with pytest.raises(Tak, match="rusak"):
        list(baca_pdf.halaman(berjavascript()))


def test_signs_that_cannot_be_passed_on() -> None:
    assert [baca_pdf._tanda(k) for k in (2, 65, 0xD83D, 0x110000)] == ["-", "A", "\ufffd", "\ufffd"]


def test_counts_and_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    for pdf, sebab in ((kosong(HALAMAN + 1), "panjang"), (kosong(1, (5000, 10)), "besar")):
        with pytest.raises(Tak, match=sebab):
            list(baca_pdf.halaman(pdf))
    monkeypatch.setattr(pdfium.PdfDocument, "__len__", lambda _: 0)
    with pytest.raises(Tak, match="kosong"):
        list(baca_pdf.halaman(berjavascript()))


def test_pages_and_refusals_are_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    baca_pdf.jalankan(berjavascript())
    baca_pdf.jalankan(b"")
    satu, tak = (json.loads(b) for b in capsys.readouterr().out.splitlines())
    assert [k[0] for k in satu["kata"]] == ["Halo"]
    assert tak == {"tak": "rusak"}


def test_limits_are_set_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    batas: list[int] = []
    monkeypatch.setattr("resource.setrlimit", lambda apa, _: batas.append(apa))
    masuk = io.TextIOWrapper(io.BytesIO(b""))
    monkeypatch.setattr("sys.stdin", masuk)
    runpy.run_path(str(buka_pdf.PEMBACA), run_name="__main__")
    assert batas == [resource.RLIMIT_AS, resource.RLIMIT_CPU]


@pytest.mark.parametrize(("kode", "sebab"), [(4, "sandi"), (3, "rusak"), (None, "rusak")])
def test_a_password_is_told_from_damage(monkeypatch: pytest.MonkeyPatch, kode: int | None, sebab: str) -> None:
    def gagal(*_: object) -> None:
        raise pdfium.PdfiumError("no", err_code=kode)

    monkeypatch.setattr(pdfium, "PdfDocument", gagal)
    with pytest.raises(Tak, match=sebab):
        list(baca_pdf.halaman(b""))


def test_words_are_parted_by_spaces_lines_and_gaps() -> None:
    def huruf(teks: str, kiri: float, atas: float = 0) -> baca_pdf.Kata:
        return teks, kiri, atas, kiri + 5, atas + 10

    isi = [
        huruf("a", 0),
        huruf("b", 5),
        huruf(" ", 10),
        huruf("c", 15),
        huruf("d", 40),
        huruf("e", 0),
        huruf("f", 5, 40),
    ]
    assert [k[0] for k in baca_pdf._kata(isi)] == ["ab", "c", "d", "e", "f"]
    assert list(baca_pdf._kata([])) == []


def test_a_page_that_lies_upside_down_in_the_file() -> None:
    """Points of the file go up from the lower left; what is read goes down from the upper left."""
    assert baca_pdf._tegak(("a", 10, 30, 15, 20), 0, 100, 200) == ("a", 10, 170, 15, 180)
    assert baca_pdf._tegak(("a", 10, 30, 15, 20), 180, 100, 200) == ("a", 85, 20, 90, 30)
    assert baca_pdf._tegak(("a", 10, 30, 15, 20), 90, 200, 100) == ("a", 20, 10, 30, 15)
    assert baca_pdf._tegak(("a", 10, 30, 15, 20), 270, 200, 100) == ("a", 170, 85, 180, 90)
