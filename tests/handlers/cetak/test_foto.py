"""Photos made small: upright, nothing of the camera left, and whatever is sent never breaks a paper."""

from __future__ import annotations

import io
import random
import time
from typing import Any

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from handlers.cetak import foto
from handlers.cetak.foto import TINGKAT, kecilkan, polos

LELUASA = 10_000_000


def berkas(gambar: Image.Image, jenis: str = "JPEG", **lain: Any) -> bytes:
    keluar = io.BytesIO()
    gambar.save(keluar, jenis, **lain)
    return keluar.getvalue()


def bertanda(mode: str = "RGB", ukuran: tuple[int, int] = (400, 300)) -> Image.Image:
    """Red in the upper left corner, white elsewhere."""
    gambar = Image.new("RGB", ukuran, "white")
    ImageDraw.Draw(gambar).rectangle((0, 0, ukuran[0] // 4, ukuran[1] // 4), fill="red")
    return gambar.convert(mode)


def derau(sisi: int, biji: int = 1) -> Image.Image:
    """The worst there is for JPEG."""
    return Image.frombytes("RGB", (sisi, sisi), random.Random(biji).randbytes(sisi * sisi * 3))


def buka(isi: bytes) -> Image.Image:
    hasil = Image.open(io.BytesIO(isi))
    hasil.load()
    return hasil


def merah(gambar: Image.Image) -> set[str]:
    """The corners that are red."""
    lebar, tinggi = gambar.size
    titik = {"kiri atas": (5, 5), "kanan atas": (lebar - 6, 5), "kiri bawah": (5, tinggi - 6)}

    def nilai(xy: tuple[int, int]) -> tuple[int, int, int]:
        warna = gambar.convert("RGB").getpixel(xy)
        assert isinstance(warna, tuple)
        return int(warna[0]), int(warna[1]), int(warna[2])

    return {nama for nama, xy in titik.items() if nilai(xy)[0] > 180 and nilai(xy)[1] < 90}


def test_upright_and_without_a_word_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "RAHASIA"
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 55.0, 48.0)})
    isi = berkas(bertanda(), exif=exif, comment=b"RAHASIA", xmp=b"<x>RAHASIA</x>", icc_profile=b"RAHASIA" * 20)
    assert isi.count(b"RAHASIA") > 3
    hasil = kecilkan(isi, LELUASA)
    assert hasil
    jadi = buka(hasil.isi)
    assert (hasil.lebar, hasil.tinggi) == jadi.size == (300, 400)
    assert merah(jadi) == {"kanan atas"}, "the phone was held upright"
    assert b"RAHASIA" not in hasil.isi
    assert not jadi.getexif()
    assert set(jadi.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("mode", "jenis"),
    [("CMYK", "JPEG"), ("L", "JPEG"), ("RGB", "WEBP"), ("P", "PNG"), ("LA", "PNG"), ("1", "PNG"), ("P", "GIF")],
)
def test_every_kind_of_colour_is_a_photo(mode: str, jenis: str) -> None:
    hasil = kecilkan(berkas(bertanda(mode), jenis), LELUASA)
    assert hasil
    assert buka(hasil.isi).mode == "RGB"
    assert merah(buka(hasil.isi)) == (set() if mode in ("L", "LA", "1") else {"kiri atas"})


def test_what_is_see_through_is_white_and_sixteen_bits_are_eight() -> None:
    tembus = Image.new("RGBA", (40, 40), (255, 0, 0, 0))
    hasil = kecilkan(berkas(tembus, "PNG"), LELUASA)
    assert hasil
    assert buka(hasil.isi).getpixel((20, 20)) == (255, 255, 255)
    hasil = kecilkan(berkas(Image.new("I;16", (40, 40), 32_768), "PNG"), LELUASA)
    assert hasil
    abu = buka(hasil.isi).getpixel((20, 20))
    assert isinstance(abu, tuple)
    assert 120 < abu[0] < 136, "neither black nor white"


def test_of_a_moving_picture_the_first() -> None:
    lain = Image.new("RGB", (400, 300), "blue")
    for jenis in ("GIF", "WEBP", "PNG"):
        isi = berkas(bertanda(), jenis, save_all=True, append_images=[lain, lain], duration=100)
        hasil = kecilkan(isi, LELUASA)
        assert hasil, jenis
        assert merah(buka(hasil.isi)) == {"kiri atas"}, jenis


def test_what_cannot_be_read_is_no_photo_and_breaks_nothing() -> None:
    utuh = berkas(derau(300))
    info = PngInfo()
    info.add_text("a", "b" * 100)
    for isi in (
        b"",
        b"bukan gambar",
        b"\xff\xd8\xff",
        utuh[: len(utuh) // 2],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"GIF89a" + b"\xff" * 50,
        b"RIFF\0\0\0\0WEBP" + b"\0" * 30,
        berkas(bertanda(), "PNG", pnginfo=info)[:-200],
    ):
        assert kecilkan(isi, LELUASA) is None


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
def test_a_note_on_the_way_up_that_is_nonsense_is_no_note() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    isi = berkas(bertanda(), exif=exif)
    for awal in (b"Exif\0\0MM\0*\0\0\0\xff", b"Exif\0\0????????"):
        mulai = isi.index(b"Exif\0\0")
        rusak = isi[:mulai] + awal + isi[mulai + len(awal) :]
        hasil = kecilkan(rusak, LELUASA)
        assert hasil
        assert merah(buka(hasil.isi)) == {"kiri atas"}


def test_it_fits_and_is_never_too_small_to_see() -> None:
    isi = berkas(derau(2400), quality=97)
    assert len(isi) > 6_000_000
    for batas in (600_000, 180_000):
        hasil = kecilkan(isi, batas)
        assert hasil
        assert len(hasil.isi) <= batas
        assert max(hasil.lebar, hasil.tinggi) >= 600
    kecil = kecilkan(isi, 1)
    assert kecil
    assert max(kecil.lebar, kecil.tinggi) == TINGKAT[-1][0] == 600, "smaller it would be no help to anybody"


def test_a_small_picture_is_not_blown_up() -> None:
    hasil = kecilkan(berkas(bertanda(ukuran=(64, 48))), LELUASA)
    assert hasil
    assert (hasil.lebar, hasil.tinggi) == (64, 48)


def test_a_huge_one_of_a_good_phone_is_read_quickly_and_one_meant_to_harm_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    besar = Image.new("RGB", (12_000, 9_000), "navy")  # 108 million pixels, of which Pillow itself would warn
    mulai = time.process_time()
    hasil = kecilkan(berkas(besar, quality=60), LELUASA)
    assert hasil
    assert (hasil.lebar, hasil.tinggi) == (1200, 900)
    assert time.process_time() - mulai < 6
    assert kecilkan(berkas(besar.convert("1"), "PNG"), LELUASA) is None, "a PNG is unpacked whole"
    assert kecilkan(berkas(besar, quality=30, progressive=True), LELUASA) is None, "so is this kind of JPEG"
    monkeypatch.setitem(foto.TERBANYAK, "image/jpeg", 100)
    assert kecilkan(berkas(bertanda()), LELUASA) is None


def test_grey_in_the_place_of_a_photo() -> None:
    assert buka(polos(80, 60).isi).size == (80, 60)
