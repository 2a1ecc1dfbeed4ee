"""What one row of a workbook is made of, where it is more than the thing itself."""

from __future__ import annotations

from dataclasses import dataclass

from data.kegiatan import Kegiatan
from data.keputusan_isi import Keputusan
from data.masalah import Masalah
from data.musdes.rekaman import Musdes
from data.rencana import Kemajuan, Rencana


@dataclass(frozen=True, slots=True)
class BarisKegiatan:
    kegiatan: Kegiatan
    oleh: str
    foto: int
    """How many."""


@dataclass(frozen=True, slots=True)
class BarisMusdes:
    musdes: Musdes
    desa: tuple[str, ...]
    """Codes of its villages."""
    keputusan: int
    """How many decisions, follow-ups not counted."""


@dataclass(frozen=True, slots=True)
class BarisKeputusan:
    keputusan: Keputusan
    induk: str
    """Number of the decision that it follows up; '' for none."""


@dataclass(frozen=True, slots=True)
class BarisRencana:
    rencana: Rencana
    kemajuan: tuple[Kemajuan, ...]
    """Its items by pillar."""


@dataclass(frozen=True, slots=True)
class BarisMasalah:
    masalah: Masalah
    pj: str
    """Name of whose it is; '' where it lies with nobody."""


@dataclass(frozen=True, slots=True)
class BarisSiklus:
    desa: str
    tahun: int
    dokumen: str
    tahap: str
    nomor: str
    tanggal: str | None
    musdes: str
    diubah: int
