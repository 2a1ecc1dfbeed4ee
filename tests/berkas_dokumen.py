"""Documents that people in tests send, by their name: files of tests/percakapan/berkas, or made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from data.dokumen_jenis import AKHIRAN
from tests import drp_pdf

FOLDER = Path(__file__).parent / "percakapan" / "berkas"
PDF_KOSONG = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def docx(**lain: bytes) -> bytes:
    """A Word file as far as its table of contents goes, with further parts ('__' stands for '/')."""
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        dasar = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
        for nama, bagian in (dasar | {nama.replace("__", "/"): bagian for nama, bagian in lain.items()}).items():
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 11, 20, 12, 0, 0)), bagian, zipfile.ZIP_DEFLATED)
    return isi.getvalue()


DIBUAT: dict[str, Callable[[], bytes]] = {
    "drp-november.pdf": drp_pdf.november,
    "drp-pindai.pdf": drp_pdf.pindai,
    "surat.pdf": lambda: PDF_KOSONG,
    "templat.docx": docx,
    "foto-rapat.xlsx": lambda: b"PK\x03\x04 lembar",
    "kosong.pdf": lambda: b"",
    "makro.docx": lambda: docx(**{"word__vbaProject.bin": b"x"}),
    "lama.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
}
"""What each name holds; other rooms add theirs."""


def berkas_dokumen(nama: str) -> bytes:
    return DIBUAT[nama]() if nama in DIBUAT else (FOLDER / nama).read_bytes()


def mime_dokumen(nama: str) -> str:
    """What a phone says of it."""
    return next((m for m, akhiran in AKHIRAN.items() if nama.endswith(akhiran)), "application/octet-stream")
