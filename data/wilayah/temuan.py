"""What a search found, and how to ask for less of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from data.wilayah.tempat import KABUPATEN, KECAMATAN, PROVINSI, Wilayah, dari_kode


@dataclass(frozen=True)
class Bagian:
    """Some of what was found: those in `wilayah`."""

    wilayah: Wilayah
    jumlah: int


@dataclass(frozen=True)
class Temuan:
    kode: tuple[str, ...] = ()
    """All that fit, best first."""
    persis: bool = True
    """The names are as they were typed; else only alike, so that even a single one should be asked about."""

    @property
    def jumlah(self) -> int:
        return len(self.kode)

    def tempat(self, batas: int | None = None) -> list[Wilayah]:
        return [satu for kode in self.kode[:batas] if (satu := dari_kode(kode))]

    def di(self, kode: str) -> Temuan:
        """Only those at or under `kode`; '' is everywhere."""
        return Temuan(tuple(k for k in self.kode if not kode or f"{k}.".startswith(f"{kode}.")), self.persis)

    def persempit(self, batas: int = 8) -> list[Bagian]:
        """Where they are, most first: by kabupaten when that makes 2 to `batas`, else by the widest that parts them.

        Empty when nothing parts them: all lie in one kecamatan.
        """
        for tingkat in (PROVINSI, KABUPATEN, KECAMATAN):
            bagian = self._menurut(tingkat)
            if len(bagian) > 1:
                kabupaten = self._menurut(KABUPATEN)
                return _urutkan(kabupaten if tingkat == PROVINSI and 1 < len(kabupaten) <= batas else bagian)
        return []

    def _menurut(self, tingkat: int) -> Counter[str]:
        """How many in each, by code; places of that level or above it are in none."""
        induk = (k.split(".") for k in self.kode)
        return Counter(".".join(blok[:tingkat]) for blok in induk if len(blok) > tingkat)


def _urutkan(bagian: Counter[str]) -> list[Bagian]:
    urut = sorted(bagian.items(), key=lambda b: (-b[1], b[0]))
    return [Bagian(satu, jumlah) for kode, jumlah in urut if (satu := dari_kode(kode))]
