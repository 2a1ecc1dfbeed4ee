"""Pages as HTML. The only module that knows the template language; whatever is put into a page is escaped by it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from handlers.panel.bagian import Halaman

SINI = Path(__file__).parent
GAYA = SINI / "gaya.css"


@cache
def gaya() -> tuple[bytes, str]:
    """The style sheet, and the print by which a browser knows whether it has it."""
    isi = GAYA.read_bytes()
    return isi, hashlib.sha256(isi).hexdigest()[:8]


@cache
def _mesin() -> Environment:
    return Environment(
        loader=FileSystemLoader(SINI / "templat"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _isi(templat: str, **isi: Any) -> bytes:
    return _mesin().get_template(templat).render(versi=gaya()[1], **isi).encode(errors="replace")


def halaman(isi: Halaman, nama: str, csrf: str) -> bytes:
    """`nama`: whose session it is. `csrf`: what a form of it carries."""
    return _isi("halaman.html", h=isi, nama=nama, csrf=csrf)


def kata(judul: str, teks: str, *, dalam: bool = False) -> bytes:
    """A page of one sentence. `dalam`: with a way back to the first."""
    return _isi("kata.html", judul=judul, teks=teks, dalam=dalam)


def masuk(kode: str) -> bytes:
    return _isi("masuk.html", judul="Masuk ke panel", kode=kode)
