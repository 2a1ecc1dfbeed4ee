"""The words of a PDF with their places. A program of its own: what comes from outside cannot bring the bot down.

The PDF comes on standard input; out goes one line of JSON a page, or `{"tak": why}`. It imports nothing of this house,
so that it is quick to start, writes nothing, and has limits of memory and processor time.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

HALAMAN = 60
"""More than a month's report has."""
HURUF = 20_000
"""On one page: a page of small print has 6,000."""
SISI = 3_000
"""Points; A3 is 1,191 long."""
MEMORI, DETIK = 1 << 30, 30
SANDI = 4
"""pdfium's number for a password that is missing."""
GESER = 0.15
"""Of a letter's height: more than that between two letters is a space."""
Kata = tuple[str, float, float, float, float]
"""Text, left, top, right, bottom; points from the page's upper left corner."""
Isi = dict[str, Any]


class Tak(Exception):
    """Why not: sandi, rusak, kosong, panjang, besar, padat."""


def halaman(pdf: bytes) -> Iterator[Isi]:
    """{"n": 1, "dari": 5, "lebar": 595.0, "tinggi": 842.0, "kata": [...]}, page by page. Raises `Tak`."""
    try:
        buku = pdfium.PdfDocument(pdf)
    except pdfium.PdfiumError as galat:
        raise Tak("sandi" if galat.err_code == SANDI else "rusak") from None
    with buku:
        dari = len(buku)
        if not 0 < dari <= HALAMAN:
            raise Tak("panjang" if dari else "kosong")
        for n in range(dari):
            yield {"n": n + 1, "dari": dari, **_satu(buku, n)}


def _satu(buku: pdfium.PdfDocument, n: int) -> Isi:
    try:
        lembar = buku[n]
        lebar, tinggi = lembar.get_size()
        if max(lebar, tinggi) > SISI:
            raise Tak("besar")
        teks = lembar.get_textpage()
    except pdfium.PdfiumError:
        raise Tak("rusak") from None
    if teks.count_chars() > HURUF:
        raise Tak("padat")
    tegak = [_tegak(satu, lembar.get_rotation(), lebar, tinggi) for satu in _huruf(teks)]
    return {"lebar": lebar, "tinggi": tinggi, "kata": list(_kata(tegak))}


def _huruf(teks: pdfium.PdfTextPage) -> Iterator[Kata]:
    for n in range(teks.count_chars()):
        kode = pdfium_c.FPDFText_GetUnicode(teks, n)
        kiri, bawah, kanan, atas = teks.get_charbox(n, loose=True)
        yield _tanda(kode), kiri, atas, kanan, bawah


def _tanda(kode: int) -> str:
    """2 is a hyphen that ends a line; half of a pair, and what is no sign at all, is unreadable."""
    if kode == 2:
        return "-"
    return "\ufffd" if 0xD800 <= kode <= 0xDFFF or kode > sys.maxunicode else chr(kode)


def _tegak(huruf: Kata, putar: int, lebar: float, tinggi: float) -> Kata:
    """From the page as it is drawn to the page as it is read. `lebar`, `tinggi`: as it is read."""
    teks, kiri, atas, kanan, bawah = huruf
    if putar == 90:
        return teks, bawah, kiri, atas, kanan
    if putar == 180:
        return teks, lebar - kanan, bawah, lebar - kiri, atas
    if putar == 270:
        return teks, lebar - atas, tinggi - kanan, lebar - bawah, tinggi - kiri
    return teks, kiri, tinggi - atas, kanan, tinggi - bawah


def _kata(huruf: list[Kata]) -> Iterator[Kata]:
    """What stands together without a space, in the order of the file."""
    kini: list[Kata] = []
    for satu in huruf:
        if kini and (satu[0].isspace() or not satu[0].isprintable() or _terpisah(kini[-1], satu)):
            yield _gabung(kini)
            kini = []
        if not satu[0].isspace() and satu[0].isprintable():
            kini.append(satu)
    if kini:
        yield _gabung(kini)


def _terpisah(a: Kata, b: Kata) -> bool:
    tinggi = max(a[4] - a[2], b[4] - b[2], 1.0)
    segaris = min(a[4], b[4]) - max(a[2], b[2]) > -tinggi
    return not segaris or b[1] - a[3] > GESER * tinggi or b[3] < a[1]


def _gabung(huruf: list[Kata]) -> Kata:
    kiri, atas = min(h[1] for h in huruf), min(h[2] for h in huruf)
    kanan, bawah = max(h[3] for h in huruf), max(h[4] for h in huruf)
    return "".join(h[0] for h in huruf), round(kiri, 1), round(atas, 1), round(kanan, 1), round(bawah, 1)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK))
    jalankan(sys.stdin.buffer.read())


def jalankan(pdf: bytes) -> None:
    try:
        for satu in halaman(pdf):
            print(json.dumps(satu), flush=True)
    except Tak as sebab:
        print(json.dumps({"tak": str(sebab)}), flush=True)


if __name__ == "__main__":
    main()
