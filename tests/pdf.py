"""PDF files read back: what they say, and what they look like, as small grey pictures that are kept as PNG."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

SKALA = 0.5
"""Half a pixel a point: an A4 page is 298 x 421."""
KOTAK = 8
TANDA = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Gambar:
    """Grey, row by row, 0 to 255."""

    lebar: int
    tinggi: int
    isi: bytes

    def beda(self, lain: Gambar) -> float:
        """The largest difference between the mean greys of two squares of `KOTAK` pixels; 255 for another size."""
        if (self.lebar, self.tinggi) != (lain.lebar, lain.tinggi):
            return 255.0
        sini, sana = self._kotak(), lain._kotak()
        return max(abs(a - b) for a, b in zip(sini, sana, strict=True))

    def _kotak(self) -> list[float]:
        hasil = []
        for y in range(0, self.tinggi - KOTAK, KOTAK):
            for x in range(0, self.lebar - KOTAK, KOTAK):
                baris = (self.isi[(y + n) * self.lebar + x :][:KOTAK] for n in range(KOTAK))
                hasil.append(sum(map(sum, baris)) / KOTAK**2)
        return hasil


def halaman(pdf: bytes) -> list[str]:
    """The words of every page."""
    with pdfium.PdfDocument(pdf) as buku:
        return [lembar.get_textpage().get_text_bounded().replace("\r\n", "\n") for lembar in buku]


def gambar(pdf: bytes) -> list[Gambar]:
    with pdfium.PdfDocument(pdf) as buku:
        return [_gambar(lembar) for lembar in buku]


def _gambar(lembar: pdfium.PdfPage) -> Gambar:
    peta = lembar.render(scale=SKALA, grayscale=True)
    isi = bytes(peta.buffer)
    baris = (isi[y * peta.stride :][: peta.width] for y in range(peta.height))
    return Gambar(peta.width, peta.height, b"".join(baris))


def simpan(berkas: Path, g: Gambar) -> None:
    mentah = b"".join(b"\0" + g.isi[y * g.lebar :][: g.lebar] for y in range(g.tinggi))
    kepala = struct.pack(">IIBBBBB", g.lebar, g.tinggi, 8, 0, 0, 0, 0)
    isi = _potong(b"IHDR", kepala) + _potong(b"IDAT", zlib.compress(mentah, 9)) + _potong(b"IEND", b"")
    berkas.write_bytes(TANDA + isi)


def _potong(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))


def muat(berkas: Path) -> Gambar:
    """Only what `simpan` wrote."""
    data = berkas.read_bytes()
    lebar, tinggi = struct.unpack(">II", data[16:24])
    panjang = struct.unpack(">I", data[33:37])[0]
    mentah = zlib.decompress(data[41 : 41 + panjang])
    return Gambar(lebar, tinggi, b"".join(mentah[y * (lebar + 1) + 1 :][:lebar] for y in range(tinggi)))
