"""Which photos a report takes: those the person chose; before they have, the first of every visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.kegiatan import Kegiatan
from data.laporan import PilihanFoto
from data.wilayah import Wilayah

TERBANYAK = 20
"""Photos that a report has room for: ten frames of two."""


@dataclass(frozen=True)
class Kunjungan:
    k: Kegiatan
    di: Wilayah
    foto: tuple[str, ...] = ()
    """SHA-256, in their order."""


@dataclass(frozen=True)
class FotoDipakai:
    kunjungan: Kunjungan
    sidik: str


def dipakai(semua: Sequence[Kunjungan], pilihan: Sequence[PilihanFoto] | None) -> list[FotoDipakai]:
    """By date; every picture once, though two entries may have it."""
    hasil: dict[str, FotoDipakai] = {}
    ya = bawaan(semua) if pilihan is None else {(p.nomor, p.sidik) for p in pilihan if p.dipakai}
    for kunjungan in semua:
        for sidik in kunjungan.foto:
            if (kunjungan.k.nomor, sidik) in ya:
                hasil.setdefault(sidik, FotoDipakai(kunjungan, sidik))
    return list(hasil.values())[:TERBANYAK]


def bawaan(semua: Sequence[Kunjungan]) -> set[tuple[str, str]]:
    """(entry, picture): the first of each visit by date until it is full, then the second ones."""
    hasil: dict[str, tuple[str, str]] = {}
    for ke in range(max((len(k.foto) for k in semua), default=0)):
        for kunjungan in semua:
            sidik = kunjungan.foto[ke] if ke < len(kunjungan.foto) else ""
            if sidik and sidik not in hasil and len(hasil) < TERBANYAK:
                hasil[sidik] = (kunjungan.k.nomor, sidik)
    return set(hasil.values())


def baru(semua: Sequence[Kunjungan], pilihan: Sequence[PilihanFoto] | None) -> list[Kunjungan]:
    """Visits with a picture that was not there when they chose."""
    if pilihan is None:
        return []
    dikenal = {(p.nomor, p.sidik) for p in pilihan}
    return [k for k in semua if any((k.k.nomor, sidik) not in dikenal for sidik in k.foto)]


def susun(
    semua: Sequence[Kunjungan], dulu: Sequence[PilihanFoto] | None, putusan: dict[str, tuple[str, ...]]
) -> list[PilihanFoto]:
    """What is kept of a choice: `putusan` by entry, of the others what was so; as many as there is room for.

    Somebody who stops half way leaves the rest as it was: as they had chosen, or as we had.
    """
    lama = {(f.kunjungan.k.nomor, f.sidik) for f in dipakai(semua, dulu)}
    ya = {(nomor, sidik) for nomor, foto in putusan.items() for sidik in foto}
    for kunjungan in semua:
        for sidik in kunjungan.foto:
            satu = (kunjungan.k.nomor, sidik)
            if kunjungan.k.nomor not in putusan and satu in lama and len(ya) < TERBANYAK:
                ya.add(satu)
    return [PilihanFoto(k.k.nomor, sidik, (k.k.nomor, sidik) in ya) for k in semua for sidik in k.foto]
