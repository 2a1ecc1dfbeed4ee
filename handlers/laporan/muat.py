"""Fits the photos of a report into a file that can be sent on: at most four megabytes, however large they were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from data.media import Gudang
from handlers.cetak.foto import FotoKecil, kecilkan
from handlers.kerja.pekerjaan import Terjelaskan

TERBESAR = 4_000_000
"""Bytes of a report: what people upload it to takes no more."""
TEKS = 250_000
"""Bytes kept free for all that is no photo, at first."""
ULANG = 4
"""Times that it is made smaller: what other than photos is in it nobody knows before it is made."""
TAK_ADA = "Foto ini sudah tidak ada di simpanan."
TAK_TERBACA = "Foto ini tidak bisa dibaca."
Maju = Callable[[int, int], None]
Foto = FotoKecil | str
"""Or in a word why there is none."""


class TakMuat(Terjelaskan):
    """It is larger than that however small the photos."""

    def __init__(self) -> None:
        super().__init__(
            "Laporan ini lebih dari 4 MB walau fotonya sudah dikecilkan. Kurangi fotonya lewat Pilih foto, lalu "
            "unduh lagi."
        )


def pas(
    sidik: Sequence[str], media: Path | None, buat: Callable[[list[Foto]], bytes], maju: Maju, lain: int = 0
) -> bytes:
    """What `buat` makes of the photos, and fits. `lain`: bytes known to be in it beside them. Raises `TakMuat`."""
    batas = max(TERBESAR - TEKS - lain, 1) // max(len(sidik), 1)
    foto: list[Foto] = []
    for n, satu in enumerate(sidik, start=1):
        foto.append(_baca(satu, media, batas))
        maju(n, len(sidik))
    for _ in range(ULANG):
        hasil = buat(foto)
        if len(hasil) <= TERBESAR:
            return hasil
        batas = batas * 3 // 5
        foto = [f if isinstance(f, str) else kecilkan(f.isi, batas) or TAK_TERBACA for f in foto]
    raise TakMuat


def _baca(sidik: str, media: Path | None, batas: int) -> Foto:
    try:
        isi = Gudang(media).jalur(sidik).read_bytes() if media else b""
    except OSError:
        isi = b""
    return kecilkan(isi, batas) or TAK_TERBACA if isi else TAK_ADA
