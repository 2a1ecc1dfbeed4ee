"""What a document is, by its bytes; what it may be called."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from data.dokumen_jenis import DOCX, NAMA, PDF, DokumenDitolak, dikenal, jenis_dokumen, rapikan_nama
from tests.berkas_dokumen import PDF_KOSONG, docx

BATAS = 10_000_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def terkunci_zip() -> bytes:
    """A Word file whose parts say that they are encrypted."""
    isi = bytearray(docx())
    for tanda, geser in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = isi.find(tanda)
        while at >= 0:
            isi[at + geser] |= 1
            at = isi.find(tanda, at + 4)
    return bytes(isi)


def bom_bagian() -> bytes:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as arsip:
        for nama in ("[Content_Types].xml", "word/document.xml", *(f"x{n}" for n in range(2_000))):
            arsip.writestr(nama, b"")
    return isi.getvalue()


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [(PDF_KOSONG, PDF), (b"\n\xef\xbb\xbf" + PDF_KOSONG, PDF), (docx(), DOCX), (docx(word__media__a=b"x" * 9), DOCX)],
)
def test_it_is_what_its_bytes_say(isi: bytes, jenis: str) -> None:
    assert jenis_dokumen(isi, BATAS) == jenis


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "kosong"),
        (PDF_KOSONG + b"0" * BATAS, "besar"),
        (b"\xff\xd8\xff\xe0 gambar", "jenis"),
        (b"0" * 1_024 + PDF_KOSONG, "jenis"),
        (b"<html>%PDF</html>", "jenis"),
        (b"PK\x03\x04 rusak", "jenis"),
        (docx()[:-30], "jenis"),
        (OLE + b"\0" * 512, "lama"),
        (OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "kunci"),
        (terkunci_zip(), "kunci"),
        (docx(**{"word/vbaProject.bin": b"x"}), "makro"),
        (docx(besar=b"0" * 200_000_001), "besar"),
        (bom_bagian(), "besar"),
    ],
)
def test_what_is_not_taken_is_told_apart(isi: bytes, sebab: str) -> None:
    with pytest.raises(DokumenDitolak, match=f"^{sebab}$"):
        jenis_dokumen(isi, BATAS)


def test_a_workbook_is_no_word_file() -> None:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as arsip:
        arsip.writestr("[Content_Types].xml", b"")
        arsip.writestr("xl/workbook.xml", b"")
    with pytest.raises(DokumenDitolak, match="jenis"):
        jenis_dokumen(isi.getvalue(), BATAS)


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    isi = docx(besar=b"0" * 200_000_001)
    assert len(isi) < 300_000
    mulai = time.perf_counter()
    with pytest.raises(DokumenDitolak):
        jenis_dokumen(isi, BATAS)
    assert time.perf_counter() - mulai < 0.1


@pytest.mark.parametrize(
    ("nama", "rapi"),
    [
        ("DRP Oktober.pdf", "DRP Oktober.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\sari\\drp.pdf", "drp.pdf"),
        ("drp\u202efdp.exe", "drpfdp.exe"),
        ("a\x00b\x1b[31m\n c.pdf", "ab[31m c.pdf"),
        ("\u200b\u2066x\ud800.pdf", "x.pdf"),
        ("  .. ", "dokumen"),
        ("", "dokumen"),
        ("/", "dokumen"),
        ("a" * 300 + ".pdf", "a" * 59 + "…" + "a" * 16 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(nama: str, rapi: str) -> None:
    assert rapikan_nama(nama) == rapi
    assert len(rapikan_nama(nama)) <= NAMA


@pytest.mark.parametrize(
    ("mime", "nama", "ya"),
    [
        ("application/pdf", "", True), ("Application/PDF; x=1", "", True), (DOCX, "", True), ("", "A.DOCX", True),
        ("application/zip", "a.pdf", True), ("application/zip", "a.zip", False), ("", "", False),
    ],
)  # fmt: skip
def test_what_is_fetched_at_all(mime: str, nama: str, ya: bool) -> None:
    assert dikenal(mime, nama) is ya
