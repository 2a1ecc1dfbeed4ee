"""Photos small enough for paper: turned upright, in plain colours, and without a word of what the camera knew."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import GifImagePlugin, Image, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from data.media import jenis_gambar

TINGKAT = ((1200, 82), (1200, 74), (1024, 72), (1024, 62), (800, 62), (800, 48), (640, 48), (600, 36), (600, 24))
"""(pixels of the long side, JPEG quality), the best first. Half a page's width needs 900 to look sharp; under 600 a
face is no longer one."""
TERBANYAK = {"image/jpeg": 250_000_000}
"""Pixels that are taken apart: of a JPEG only every second, fourth or eighth ever is."""
TERBANYAK_LAIN = 60_000_000
BUKA: dict[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = {
    "image/jpeg": JpegImagePlugin.JpegImageFile,
    "image/png": PngImagePlugin.PngImageFile,
    "image/gif": GifImagePlugin.GifImageFile,
    "image/webp": WebPImagePlugin.WebPImageFile,
}
"""By hand, since `Image.open` warns of a big picture whatever is done with it."""
PUTIH = (255, 255, 255)


@dataclass(frozen=True)
class FotoKecil:
    isi: bytes
    """JPEG, RGB."""
    lebar: int
    tinggi: int


def kecilkan(isi: bytes, batas: int) -> FotoKecil | None:
    """At most `batas` bytes, or as small as it may be; None when it cannot be read. Small pictures stay small."""
    gambar = _buka(isi)
    if gambar is None:
        return None
    hasil = None
    for sisi, mutu in TINGKAT:
        hasil = _jpeg(gambar, sisi, mutu)
        if len(hasil.isi) <= batas:
            break
    return hasil


def _buka(isi: bytes) -> Image.Image | None:
    """Upright, RGB, at most twice as long as ever needed; nothing else of the file is in it."""
    mime = jenis_gambar(isi)
    if mime is None:
        return None
    try:
        with BUKA[mime](io.BytesIO(isi)) as gambar:
            lebar, tinggi = gambar.size
            berat = mime != "image/jpeg" or "progressive" in gambar.info  # both are held whole
            if lebar * tinggi > (TERBANYAK_LAIN if berat else TERBANYAK["image/jpeg"]):
                return None
            gambar.draft("RGB", (TINGKAT[0][0], TINGKAT[0][0]))
            gambar.load()
            tegak = _tegakkan(_warna(gambar))
            tegak.thumbnail((TINGKAT[0][0],) * 2, Image.Resampling.LANCZOS)
    except Exception:  # a stranger's file may break in any of four readers, each in its own way
        return None
    bersih = Image.new("RGB", tegak.size)  # what is written is only what is painted here
    bersih.paste(tegak)
    return bersih


def _tegakkan(gambar: Image.Image) -> Image.Image:
    """As the camera noted; as it is where that note is nonsense."""
    try:
        return ImageOps.exif_transpose(gambar)
    except Exception:
        return gambar


def _warna(gambar: Image.Image) -> Image.Image:
    """RGB; what is see-through is white, and sixteen bits are eight. Keeps `info`, where the way up is."""
    if gambar.mode.startswith("I"):
        hasil = gambar.convert("I").point(lambda i: i / 256).convert("L").convert("RGB")
    elif gambar.mode in ("RGBA", "LA", "PA") or "transparency" in gambar.info:
        lapis = gambar.convert("RGBA")
        hasil = Image.new("RGB", lapis.size, PUTIH)
        hasil.paste(lapis, mask=lapis.getchannel("A"))
    else:
        hasil = gambar.convert("RGB")
    hasil.info = dict(gambar.info)
    return hasil


def _jpeg(gambar: Image.Image, sisi: int, mutu: int) -> FotoKecil:
    kecil = gambar.copy()
    kecil.thumbnail((sisi, sisi), Image.Resampling.LANCZOS)
    keluar = io.BytesIO()
    kecil.save(keluar, "JPEG", quality=mutu, optimize=True)
    return FotoKecil(keluar.getvalue(), *kecil.size)


def polos(lebar: int, tinggi: int) -> FotoKecil:
    """Nothing but grey, in the place of a photo."""
    return _jpeg(Image.new("RGB", (lebar, tinggi), (200, 200, 200)), max(lebar, tinggi), 60)
