"""The starter plan: what a first yearly plan of a place may hold, when, and why it is proposed."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("rencana.toml")

Untuk = Literal["desa", "pd", "pld"]
"""A village's plan; a coordinator's or a PLD's own, for what belongs to no single village."""
Syarat = Literal[
    "selalu", "blt", "tertinggal", "bumdes_belum_ada", "bumdes_bukan_hukum", "bumdes_tidak_aktif", "bumdes_aktif"
]  # fmt: skip
Bulan = Annotated[int, Meta(ge=1, le=12)]
Minggu = Annotated[int, Meta(ge=1, le=4)]


class Usul(Struct, frozen=True, forbid_unknown_fields=True):
    """One proposed activity."""

    kode: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{1,20}$", description="a short name in small letters")]
    untuk: Untuk
    bila: Annotated[tuple[Syarat, ...], Meta(min_length=1)]
    """Proposed when one of these holds."""
    kegiatan: str
    uraian: Annotated[str, Meta(min_length=1, max_length=120)]
    target: Annotated[int, Meta(ge=1, le=9999)]
    satuan: Annotated[str, Meta(min_length=1, max_length=30)]
    bulan: Annotated[tuple[Bulan, ...], Meta(min_length=1)]
    minggu: Annotated[tuple[Minggu, ...], Meta(min_length=1)]
    miskin: bool
    pihak: Annotated[str, Meta(max_length=80)]
    sebab: Annotated[str, Meta(min_length=1, max_length=72)]
    """Why it is proposed; fits the row of a WhatsApp list."""


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    usul: tuple[Usul, ...]


@dataclass(frozen=True)
class KatalogRencana:
    semua: tuple[Usul, ...]

    def untuk(self, untuk: str, syarat: Collection[str]) -> list[Usul]:
        """In file order; of two that fit for one activity the first."""
        hasil: dict[str, Usul] = {}
        for satu in self.semua:
            if satu.untuk == untuk and set(satu.bila) & set(syarat):
                hasil.setdefault(satu.kegiatan, satu)
        return list(hasil.values())

    def menurut_kode(self, kode: str) -> Usul | None:
        return next((u for u in self.semua if u.kode == kode), None)


@cache
def muat_rencana(berkas: Path = BERKAS) -> KatalogRencana:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("usul", "kode", enumerate(u.kode for u in isi.usul))
    dikenal = {k.kode for k in muat_kegiatan().semua}
    naskah.wajib_dikenal(
        "usul", "kegiatan", enumerate(u.kegiatan for u in isi.usul), dikenal, "a kode of kegiatan.toml"
    )
    return KatalogRencana(isi.usul)
