"""The picture that goes with it: small, and without where and when it was taken (EXIF)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date

from data.desa import Desa
from data.media import Gudang

BESAR = 400_000
"""Bytes: sharp on a phone, and cheap to send on."""


def siaran_jpg(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: nomor 'R-2611-0001'. Raises `LookupError` where there is none, or its picture may be sent no more."""
    from handlers.cetak.foto import kecilkan  # a painter that only those who ask for a picture should load

    satu = desa.siaran.ambil(str(bahan["nomor"]))
    if satu is None or not satu.tampak:
        raise LookupError(f"no picture of {bahan['nomor']}")
    kecil = kecilkan(_baca(satu.tampak, desa), BESAR)
    return kecil.isi if kecil else _tanpa_gambar()


def _baca(sidik: str, desa: Desa) -> bytes:
    try:
        return Gudang(desa.pengaturan.media).jalur(sidik).read_bytes() if desa.pengaturan.media else b""
    except OSError:
        return b""


def _tanpa_gambar() -> bytes:
    """The text must arrive even where its picture cannot be read: this one says so."""
    from PIL import Image, ImageDraw

    gambar, keluar = Image.new("RGB", (720, 200), "white"), io.BytesIO()
    ImageDraw.Draw(gambar).text((40, 80), "Fotonya tidak bisa dibuka. Pilih foto lain.", fill="black", font_size=30)
    gambar.save(keluar, "JPEG", quality=70)
    return keluar.getvalue()
