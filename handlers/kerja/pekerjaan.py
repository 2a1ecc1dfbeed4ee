"""What a long work is: a plain function beside the turns, which reads, writes a file into its folder, and says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from data.desa import Desa
from handlers.dialog.pesan import Pesan

Bahan = Mapping[str, str | int]
BUKAN_NAMA = re.compile(r"[^0-9A-Za-z]+")
PANJANG = 80
"""Characters of a file's name, without its ending."""


class Laju(Protocol):
    """How far it is."""

    folder: Path
    """Empty, and this try's own. What is written elsewhere is lost."""

    def maju(self, n: int, dari: int) -> None:
        """`dari` 0: nobody knows yet of how many. Cheap: call it at every row; raises when the person called it off."""
        ...


@dataclass(frozen=True)
class Hasil:
    pesan: Pesan
    nama: str = ""
    """A file in `Laju.folder` that goes with the message; '' none. A bare name: see `nama_aman`."""
    sesudah: Callable[[Desa], None] | None = None
    """What is to be written down: runs in the transaction that settles the work, so once, or not at all."""


class Terjelaskan(Exception):
    """It cannot be done; the text is said to the person as it is."""


Pekerjaan = Callable[[Desa, Bahan, Laju], Hasil]
"""Runs in a thread of its own with a read-only connection and the person's scope of that moment. It may be run twice,
when the program ended before it did: it writes nothing but its folder. LookupError where what it was asked for is no
longer there for that person."""


def nama_aman(teks: str, akhiran: str) -> str:
    """A file's name of whatever somebody typed: 'Laporan Kunjungan: Sukamaju', 'docx' is
    'laporan-kunjungan-sukamaju.docx'."""
    pokok = BUKAN_NAMA.sub("-", teks).strip("-").lower()[:PANJANG].strip("-")
    return f"{pokok or 'berkas'}.{akhiran}"
