"""Word files: a template and what it is filled from. The only module that fills templates (docxtpl)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import msgspec

BAWAAN = resources.files("handlers.kertas") / "templat"
DI_KAMAR_LAIN = {"laporan-camat": resources.files("handlers.camat") / "templat"}
"""Papers of other rooms, which have their template with them."""
TERBESAR = 5_000_000
"""Bytes of a template."""
TERBESAR_TERBUKA = 50_000_000
"""The same unpacked."""
_LUAR = re.compile(rb'<Relationship [^>]*TargetMode="External"[^>]*>')


@dataclass(frozen=True)
class GambarWord:
    """A picture for a field of the type `Gambar`."""

    isi: bytes
    lebar: float
    """Centimetres, as the height; of the template's own frame nothing is known."""
    tinggi: float


class TemplatSalah(Exception):
    """The template cannot be used; each of `salah` goes on after its name, in English for the operator."""

    def __init__(self, salah: list[str]) -> None:
        super().__init__("; ".join(salah))
        self.salah = salah


def isi_templat(
    templat: bytes, naskah: msgspec.Struct, *, wajib: str = "draf", gambar: Mapping[str, GambarWord] | None = None
) -> tuple[bytes, set[str]]:
    """The filled file, and the fields that the template uses. Raises `TemplatSalah`, whatever the file is.

    `wajib`: the field that it must use; '' for none. `gambar`: pictures by the way to their field, 'foto.0.gambar'.
    """
    from handlers.kertas.bahasa_templat import Bahasa  # with docxtpl 0.3 s, for those who ask for a Word file

    if sebab := _bukan_word(templat):
        raise TemplatSalah([sebab])
    bahasa = Bahasa(type(naskah))
    try:
        hasil = _isi(templat, msgspec.to_builtins(naskah), bahasa, gambar or {})
    except Exception as galat:  # a stranger's file may break in any of three libraries
        kata = str(galat).partition("\n")[0][:200]
        raise TemplatSalah(bahasa.salah or [f"cannot be filled: {kata}"]) from None
    if wajib and wajib not in bahasa.dipakai:
        raise TemplatSalah([f"never says {{{{ {wajib} }}}}: every page has to show that it is a draft"])
    return hasil, bahasa.dipakai


def _isi(templat: bytes, isi: dict[str, Any], bahasa: Any, gambar: Mapping[str, GambarWord]) -> bytes:
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage

    kertas = DocxTemplate(io.BytesIO(templat))
    for jalur, satu in gambar.items():
        *ke, nama = jalur.split(".")
        wadah: Any = isi
        for langkah in ke:
            wadah = wadah[int(langkah) if isinstance(wadah, list | tuple) else langkah]
        wadah[nama] = InlineImage(kertas, io.BytesIO(satu.isi), width=Cm(satu.lebar), height=Cm(satu.tinggi))
    kertas.render(isi, bahasa, autoescape=True)
    keluar = io.BytesIO()
    kertas.save(keluar)
    return keluar.getvalue()


def _bukan_word(templat: bytes) -> str:
    """Why it is not even opened; '' when it may be."""
    if len(templat) > TERBESAR:
        return f"is larger than {TERBESAR // 1_000_000} MB"
    try:
        with zipfile.ZipFile(io.BytesIO(templat)) as isi:
            nama = {satu.filename for satu in isi.infolist()}
            if sum(satu.file_size for satu in isi.infolist()) > TERBESAR_TERBUKA:
                return f"unpacks to more than {TERBESAR_TERBUKA // 1_000_000} MB"
            luar = [satu for n in nama if n.endswith(".rels") for satu in _LUAR.findall(isi.read(n))]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return "is no Word file (.docx)"
    if "word/document.xml" not in nama:
        return "is no Word file (.docx)"
    if any(n.endswith("vbaProject.bin") for n in nama):
        return "has macros; save it as .docx without them"
    if any(b"/hyperlink" not in satu for satu in luar):
        return "loads something from outside the file; embed it instead"
    return ""


@cache
def bawaan(kertas: str) -> bytes:
    """The template that comes along, by the name of its paper: 'berita-acara'."""
    return (DI_KAMAR_LAIN.get(kertas, BAWAAN) / f"{kertas}.docx").read_bytes()
