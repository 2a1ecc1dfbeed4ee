"""A plan and its items, as they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

import msgspec

from data.katalog.kegiatan import PILAR, Pilar, muat_kegiatan
from data.rencana.pekan import baca
from data.store import Row

DRAF, DIAJUKAN, DISETUJUI, KEMBALI = "draf", "diajukan", "disetujui", "kembali"
KALI, ORANG, BULAN = "kali", "orang", "bulan"
TERHITUNG = (KALI, ORANG, BULAN)
"""Units that entries count by themselves: entries, people who took part, months with an entry."""
BARU, BERUBAH, DICORET = "baru", "berubah", "dicoret"
"""What became of an item since its plan was approved."""
SATUAN = 30
"""Characters of a unit."""


@dataclass(frozen=True)
class Rencana:
    id: int
    nomor: str
    orang_id: int
    nama: str
    """Whose plan it is."""
    peran: str
    desa: str
    """A village, or a kecamatan."""
    tahun: int
    fakta: dict[str, Any]
    versi: int
    status: str
    alasan: str
    oleh: int | None
    pemutus: str
    """Who decided; '' while nobody has."""
    diputus: int | None
    dibuat: int
    diubah: int

    @property
    def resmi(self) -> bool:
        """Approved: without it every paper of it says that it is a draft."""
        return self.status == DISETUJUI


@dataclass(frozen=True)
class IsiButir:
    """What is planned; the fields are columns of rencana_butir."""

    kegiatan: str
    target: int
    satuan: str = KALI
    pekan: tuple[str, ...] = ()
    uraian: str = ""
    miskin: bool = False
    pihak: str = ""
    usul: str = ""


@dataclass(frozen=True)
class Butir(IsiButir):
    id: int = 0
    rencana_id: int = 0
    urutan: int = 0
    """Its number within the plan; never another's."""
    capaian: int | None = None
    tanda: str = ""
    dihapus: int | None = field(default=None, compare=False)

    @property
    def pilar(self) -> Pilar | None:
        """None where the catalogue no longer has the activity."""
        ada = _katalog().get(self.kegiatan)
        return ada[0] if ada else None


KOLOM_R = (
    "r.id, r.nomor, r.orang_id, o.nama, r.peran, r.desa, r.tahun, r.fakta, r.versi, r.status, r.alasan, r.oleh, "
    "COALESCE(p.nama, '') AS pemutus, r.diputus, r.dibuat, r.diubah"
)
DARI_R = "rencana r JOIN orang o ON o.id = r.orang_id LEFT JOIN orang p ON p.id = r.oleh"
KOLOM_B = (
    "b.id, b.rencana_id, b.urutan, b.kegiatan, b.uraian, b.target, b.satuan, b.capaian, b.pekan, b.miskin, b.pihak, "
    "b.usul, b.tanda, b.dihapus"
)


def rencana_dari(row: Row) -> Rencana:
    isi = {f.name: row[f.name] for f in fields(Rencana)}
    return Rencana(**{**isi, "fakta": msgspec.json.decode(row["fakta"], type=dict[str, Any])})


def butir_dari(row: Row) -> Butir:
    isi = {f.name: row[f.name] for f in fields(Butir)}
    return Butir(**{**isi, "pekan": baca(row["pekan"]), "miskin": bool(row["miskin"])})


@cache
def _katalog() -> dict[str, tuple[Pilar, int]]:
    return {k.kode: (k.pilar, n) for n, k in enumerate(muat_kegiatan().semua)}


def urutan_pilar(b: IsiButir) -> tuple[int, int]:
    """Items by pillar, and within one by the catalogue; those that it no longer has come last."""
    ada = _katalog().get(b.kegiatan)
    return (PILAR.index(ada[0]), ada[1]) if ada else (len(PILAR), 0)
