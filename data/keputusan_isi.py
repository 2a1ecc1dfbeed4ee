"""A decision of a musyawarah, or a follow-up of one, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass, fields

from data.store import Row

BARU, BERJALAN, SELESAI, TERHAMBAT, DIBAWA, BATAL = "baru", "berjalan", "selesai", "terhambat", "dibawa", "batal"
TERBUKA = (BARU, BERJALAN, TERHAMBAT)
"""States in which something is still awaited."""


@dataclass(frozen=True)
class IsiKeputusan:
    isi: str
    cara: str = ""
    """mufakat | terbuka | tertutup; '' of a follow-up."""
    setuju: int | None = None
    menolak: int | None = None
    abstain: int | None = None
    pj: str = ""
    """Who does it, as written."""
    pj_orang: int | None = None
    """The same, where it is somebody here."""
    tenggat: str | None = None
    """ISO date."""
    anggaran: int | None = None
    """Whole rupiah."""
    sumber_dana: str = ""
    usulan: bool = False
    """A proposal that waits for money."""


@dataclass(frozen=True, kw_only=True)
class Keputusan(IsiKeputusan):
    id: int
    nomor: str
    musdes_id: int
    desa: str
    """A village's code; the kecamatan's for what several villages decided together."""
    agenda_id: int | None
    induk: int | None
    """The decision that this is a follow-up of."""
    urutan: int
    status: str
    alasan: str
    """Of the last state; of 'selesai' the sentence that shows it."""
    bukti: str
    """SHA-256 of the picture that shows it is done."""
    dari: int | None
    """Carried over from this one."""
    dibuat: int
    diubah: int
    musdes: str
    """Number of the musyawarah."""
    jenis: str
    """Its kind, a code of data/katalog/musdes.toml."""
    tanggal: str
    """Its day."""
    pencatat: int
    """Who recorded it."""

    @property
    def terbuka(self) -> bool:
        return self.status in TERBUKA


@dataclass(frozen=True)
class Perubahan:
    """One line of a decision's history."""

    waktu: int
    nama: str
    status: str
    alasan: str
    bukti: str


@dataclass(frozen=True)
class Jumlah:
    terbuka: int
    lewat: int
    """Of these, past their day."""


@dataclass(frozen=True)
class Calon:
    """Somebody who may be given something."""

    id: int
    nama: str
    peran: tuple[str, ...]


ISI = tuple(f.name for f in fields(IsiKeputusan))
_MUSDES = {"musdes": "m.nomor", "jenis": "m.jenis", "tanggal": "m.tanggal", "pencatat": "m.orang_id"}
SEMUA = tuple(f.name for f in fields(Keputusan))
KOLOM = ", ".join(f"{_MUSDES[nama]} AS {nama}" if nama in _MUSDES else f"k.{nama}" for nama in SEMUA)
DARI = "FROM keputusan k JOIN musdes m ON m.id = k.musdes_id WHERE k.dihapus IS NULL AND m.dihapus IS NULL"
MENUNGGU = f"k.status IN {TERBUKA} AND NOT (k.usulan = 1 AND k.status = '{BARU}')"
"""Awaited by a day or by nobody yet; proposals that nobody has begun have a list of their own."""
LEPAS = "NOT EXISTS (SELECT 1 FROM keputusan x WHERE x.dari = k.id AND x.dihapus IS NULL)"
"""No later musyawarah has taken it over."""


def dari_baris(row: Row) -> Keputusan:
    nilai = {nama: row[nama] for nama in SEMUA}
    return Keputusan(**(nilai | {"usulan": bool(row["usulan"])}))


def sebagai_kata(nilai: str | int | bool | None) -> str | None:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return None if nilai is None else str(nilai)
