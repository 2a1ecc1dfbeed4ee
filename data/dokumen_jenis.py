"""What a document is, by its bytes and never by what its sender calls it; and what it may be called here."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from io import BytesIO

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SEBUTAN = {PDF: "PDF", DOCX: "Word (.docx)"}
AKHIRAN = {PDF: ".pdf", DOCX: ".docx"}
BESAR, JENIS, KOSONG, KUNCI, MAKRO, LAMA, GAGAL = "besar", "jenis", "kosong", "kunci", "makro", "lama", "gagal"
TOLAK = (BESAR, JENIS, KOSONG, KUNCI, MAKRO, LAMA, GAGAL)
"""Why a document is not taken: too large, of another kind, empty, locked with a password, with macros, an old Word
file, not fetched."""
NAMA = 80
"""Characters of a name."""
KEPALA_PDF = 1024
"""Bytes within which a PDF begins: readers allow for what stands before it."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TERKUNCI = "EncryptedPackage".encode("utf-16-le")
"""In an OLE file: an Office document behind a password."""
BAGIAN = 2_000
"""Parts of a Word file; one with two hundred pictures has some three hundred."""
TERBUKA = 200_000_000
"""Bytes of a Word file when unpacked."""


class DokumenDitolak(ValueError):
    """Its text is one of `TOLAK`."""


def jenis_dokumen(isi: bytes, batas: int) -> str:
    """The MIME type. Raises `DokumenDitolak`. A large Word file takes a while: not in the event loop."""
    if not isi:
        raise DokumenDitolak(KOSONG)
    if len(isi) > batas:
        raise DokumenDitolak(BESAR)
    if b"%PDF-" in isi[:KEPALA_PDF]:
        return PDF
    if isi.startswith(b"PK\x03\x04"):
        return _word(isi)
    if isi.startswith(OLE):
        raise DokumenDitolak(KUNCI if TERKUNCI in isi else LAMA)
    raise DokumenDitolak(JENIS)


def _word(isi: bytes) -> str:
    """By its table of contents alone; nothing is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            daftar = arsip.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise DokumenDitolak(JENIS) from None
    nama = {satu.filename.lower() for satu in daftar}
    if not {"word/document.xml", "[content_types].xml"} <= nama:
        raise DokumenDitolak(JENIS)
    if any(satu.flag_bits & 1 for satu in daftar):
        raise DokumenDitolak(KUNCI)
    if any(satu.endswith("vbaproject.bin") for satu in nama):
        raise DokumenDitolak(MAKRO)
    if len(daftar) > BAGIAN or sum(satu.file_size for satu in daftar) > TERBUKA:
        raise DokumenDitolak(BESAR)
    return DOCX


def dikenal(mime: str, nama: str) -> bool:
    """Whether its sender says that it is something we read: only then is it fetched at all."""
    mime = mime.partition(";")[0].strip().lower()
    return mime in SEBUTAN or nama.lower().endswith(tuple(AKHIRAN.values()))


def rapikan_nama(nama: str, cadangan: str = "dokumen") -> str:
    """Without path, control and direction characters; the middle goes where it is too long, so that its end is seen."""
    nama = re.split(r"[/\\]", nama.replace("\x00", ""))[-1]
    nama = "".join(h for h in unicodedata.normalize("NFC", nama) if unicodedata.category(h)[0] != "C")
    nama = " ".join(nama.split()).strip(". ") or cadangan
    return nama if len(nama) <= NAMA else f"{nama[: NAMA - 21].rstrip()}…{nama[-20:]}"
