"""What is known of a quarter and of what was done in it (data/evkin.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Masa:
    """A quarter as it is assessed."""

    kode: str
    """'2026-T4'"""
    dari: date
    sampai: date
    """The last day that counts."""
    akhir: date
    """Of the quarter itself."""
    tenggat: date | None
    """None where the calendar does not have it."""
    menurut: str = ""
    """Who set `tenggat` where the catalogue did not."""


@dataclass(frozen=True)
class MusdesEvkin:
    nomor: str
    jenis: str
    tanggal: str
    desa: tuple[str, ...]


@dataclass(frozen=True)
class PutusanEvkin:
    nomor: str
    isi: str
    selesai: date
    desa: tuple[str, ...]


@dataclass(frozen=True)
class MasalahEvkin:
    nomor: str
    tema: str
    status: str
    tanggal: date
    desa: str


@dataclass(frozen=True)
class Binaan:
    """Somebody below, in numbers."""

    nama: str
    peran: str
    tempat: tuple[str, ...]
    catatan: int
    hari: int
    """Days with a visit."""
    desa: int
    """Villages visited."""
