"""The typesetter (typst), wrapped here alone: it is young.

A template reads its content as data, `json("isi.json")`, and shows strings as they are: nothing that a person typed is
ever markup. It sees its own folder's templates and nothing else: no file of the machine, no network.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import font_source_sans_pro  # type: ignore[import-untyped]  # a package of font files and nothing else
import typst
from PIL import Image

TEMPLAT = resources.files("handlers.cetak") / "templat"
LEBAR_LAYAR = 360
"""Points across a picture: one for each of a small phone's pixels, so 1 pt in a template is 1 px there."""
WARNA = 48
"""Colours of a picture: the template's own and the edges of its letters."""
TAJAM = 144
"""Dots an inch: two for each point, sharp on a phone."""
TANPA_HURUF = re.compile(
    " ?[\U0001f000-\U0001faff\U000e0000-\U000e007f\u200d\ufe0e\ufe0f\u20e3\u2705\u274c\u274e\u2753-\u2755\u2757"
    "\u2795-\u2797\u27b0\u2b1b\u2b1c\u2b50\u2b55\u23e9-\u23f3]+"
)
"""Emoji and what joins them: no font of ours has them, and a paper shows none rather than an empty box."""


def cetak_pdf(templat: str, isi: Mapping[str, object], gambar: Mapping[str, bytes] | None = None) -> bytes:
    """`templat`: a name in `templat/` without its ending. The same content makes the same bytes.

    `gambar`: pictures by the name that the template calls them by, 'foto/1.jpg'.
    """
    sumber = _sumber(templat, isi)
    hasil = _bergambar(sumber, gambar) if gambar else _susun(sumber, format="pdf", timestamp=0)
    assert isinstance(hasil, bytes)
    return hasil


def _bergambar(sumber: Mapping[str, bytes], gambar: Mapping[str, bytes]) -> bytes | list[bytes]:
    """In a folder that is gone afterwards: what is handed over in memory may only be text."""
    with tempfile.TemporaryDirectory(prefix="kawan-cetak-") as folder:
        for nama, satu in {**sumber, **gambar}.items():
            berkas = Path(folder, nama)
            berkas.parent.mkdir(exist_ok=True)
            berkas.write_bytes(satu)
        return _susun(f"{folder}/main", root=folder, format="pdf", timestamp=0)


def cetak_png(templat: str, isi: Mapping[str, object], tajam: int = TAJAM) -> bytes:
    """A picture of one page, twice `LEBAR_LAYAR` pixels wide, or less with fewer dots an inch."""
    hasil = _susun(_sumber(templat, isi), format="png", ppi=tajam)
    if isinstance(hasil, list):
        raise ValueError(f"template {templat} made {len(hasil)} pages, not one")
    return _berpalet(hasil)


def _berpalet(png: bytes) -> bytes:
    """The same in few colours: a third of the bytes, and somebody pays for them."""
    keluar = io.BytesIO()
    with Image.open(io.BytesIO(png)) as gambar:
        sedikit = gambar.convert("RGB").quantize(WARNA, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        sedikit.save(keluar, "PNG")
    return keluar.getvalue()


def _susun(sumber: dict[str, bytes] | str, **bentuk: str | int) -> bytes | list[bytes]:
    """One page, or a list of several: only pictures have more than one."""
    # its own stubs forget that the input may be files by name, the first of them "main"
    return typst.compile(sumber, font_paths=_huruf(), ignore_system_fonts=True, **bentuk)  # type: ignore[call-overload, no-any-return]


def _sumber(templat: str, isi: Mapping[str, object]) -> dict[str, bytes]:
    naskah = dict(_semua_templat())
    utama = naskah.pop(f"{templat}.typ")
    data = TANPA_HURUF.sub("", json.dumps(isi, ensure_ascii=False)).encode()
    return {"main": utama, **naskah, "isi.json": data}


@cache
def _semua_templat() -> dict[str, bytes]:
    """Every template by file name: one may import another."""
    return {b.name: b.read_bytes() for b in TEMPLAT.iterdir() if b.name.endswith(".typ")}


@cache
def _huruf() -> typst.Fonts:
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])
