"""A musyawarah as it is kept, and the parts of it that are rows of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

import msgspec

from data.store import Param, Row

BERJALAN, SELESAI, DIGABUNG = "berjalan", "selesai", "digabung"
FOTO = ("hadir", "ba", "kegiatan")
"""Of the attendance list, of the signed minutes, of the meeting itself."""


@dataclass(frozen=True)
class Penanda:
    """Who signs, as typed."""

    peran: str
    nama: str


@dataclass(frozen=True)
class Mulai:
    """What a musyawarah begins with."""

    jenis: str
    desa: tuple[str, ...]
    """Codes of its villages: one, or several for one between villages."""
    tanggal: str
    """ISO date."""
    mulai: str
    """'19:30'"""
    selesai: str | None = None
    """'22:10'; before `mulai` it is the next day. None: still going on, or nobody has told."""
    tempat: str = ""
    judul: str = ""


@dataclass(frozen=True)
class Musdes:
    id: int
    nomor: str
    orang_id: int
    penulis: str
    """Name of whoever began it."""
    jenis: str
    desa: str
    """Code of its village; of the kecamatan for one between villages."""
    judul: str
    tanggal: str
    mulai: str
    selesai: str | None
    tempat: str
    dasar: str
    nomor_ba: str
    diundang: int | None
    hadir: int | None
    """How many came, where men and women were not counted apart; else see `hadir_l` and `hadir_p`."""
    hadir_l: int | None
    hadir_p: int | None
    pimpinan: str
    pimpinan_unsur: str
    notulis: str
    notulis_unsur: str
    status: str
    gabung_ke: int | None
    versi: int
    contoh: bool
    dibuat: int
    diubah: int
    usang: bool
    """Something changed after the papers were made."""
    unsur: tuple[str, ...] = ()
    penanda: tuple[Penanda, ...] = ()
    isian: dict[str, Any] = field(default_factory=dict)
    """Answers to the questions of its kind alone, by key."""
    beda: tuple[str, ...] = ()
    """Numbers of like ones that somebody said are others."""

    @property
    def jumlah_hadir(self) -> int | None:
        if self.hadir_l is None or self.hadir_p is None:
            return self.hadir
        return self.hadir_l + self.hadir_p

    @property
    def berjalan(self) -> bool:
        return self.status == BERJALAN


@dataclass(frozen=True)
class Catatan:
    """What was said, as typed during the meeting."""

    id: int
    agenda_id: int | None
    waktu: int
    teks: str


@dataclass(frozen=True)
class Agenda:
    id: int
    urutan: int
    judul: str


@dataclass(frozen=True)
class Narasumber:
    nama: str
    unsur: str = ""


@dataclass(frozen=True)
class FotoMusdes:
    apa: str
    sidik: str
    waktu: int


JSON: dict[str, Any] = {
    "unsur": tuple[str, ...],
    "penanda": tuple[Penanda, ...],
    "isian": dict[str, Any],
    "beda": tuple[str, ...],
}
"""Columns that hold JSON, and what is in it."""
KOLOM = ", ".join(f"m.{f.name}" for f in fields(Musdes) if f.name != "penulis")


def musdes_dari(row: Row) -> Musdes:
    """From `KOLOM` and the writer's name as `penulis`."""
    isi = {f.name: row[f.name] for f in fields(Musdes) if f.name not in JSON}
    isi |= {nama: msgspec.json.decode(row[nama], type=tipe) for nama, tipe in JSON.items()}
    return Musdes(**{**isi, "contoh": bool(row["contoh"]), "usang": bool(row["usang"])})


def ke_kolom(nilai: object) -> Param:
    """A value as its column holds it."""
    if nilai is None or isinstance(nilai, str | int):
        return nilai
    return msgspec.json.encode(nilai).decode()
