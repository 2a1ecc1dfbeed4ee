"""A long work run at once, for the tests of those who write one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.desa import Desa
from handlers.kerja.pekerjaan import Hasil
from handlers.kerja.tabel import PEKERJAAN


@dataclass
class LajuUji:
    """Notes how far it is; at `henti` calls it says that the person called it off."""

    folder: Path
    catatan: list[tuple[int, int]] = field(default_factory=list)
    henti: int = 0

    def maju(self, n: int, dari: int) -> None:
        assert n >= 0
        assert dari == 0 or n <= dari
        self.catatan.append((n, dari))
        if self.henti and len(self.catatan) >= self.henti:
            raise InterruptedError


def kerjakan(
    desa: Desa, jenis: str, bahan: Mapping[str, str | int], folder: Path, *, laju: LajuUji | None = None
) -> Hasil:
    """As the machine runs it, in one go: the work, then what it wants written down. `folder` must exist."""
    hasil = PEKERJAAN[jenis](desa, bahan, laju or LajuUji(folder))
    if hasil.nama:
        assert Path(hasil.nama).name == hasil.nama
        assert (folder / hasil.nama).is_file()
    if hasil.sesudah is not None:
        hasil.sesudah(desa)
    return hasil
