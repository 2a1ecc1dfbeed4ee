"""The activities a pendamping logs, in the four pillars of the yearly plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from data.katalog import indikator
from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("kegiatan.toml")

Pilar = Literal["asistensi", "pengorganisasian", "pengarahan", "kapasitas"]
PILAR: tuple[Pilar, ...] = get_args(Pilar)
"""In the order people are shown them."""

Frasa = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+([ /-][a-z0-9]+)*$",
        max_length=40,
        description="lower-case words of at most 40 characters, parted by one space, / or -",
    ),
]


class Kegiatan(Struct, frozen=True, forbid_unknown_fields=True):
    """One activity. All keys are required, so that every table in the file looks alike."""

    kode: Annotated[str, Meta(pattern=r"^[A-Z]{2}[0-9]{2}$", description='two capitals and two digits, such as "AS01"')]
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    label: Annotated[str, Meta(min_length=1, max_length=24)]
    """Fits the row of a WhatsApp list."""
    pilar: Pilar
    tugas: tuple[str, ...]
    """The duties it serves, in the numbering of the source: may name a whole duty (T1) or a merged step (F1.3)."""
    indikator: tuple[str, ...]
    """What one entry is counted under in recaps. Empty for paperwork and for learning by oneself."""
    keluaran: Annotated[str, Meta(min_length=1, max_length=80)]
    drp_jenis: str
    """A guess at the ministry's drop-down, which nobody here has seen whole."""
    inti: bool
    """Shown first."""
    warisan: bool
    """Of the ended Program Inovasi Desa: hidden unless a team turns it on."""
    peserta: bool
    """People take part, so ask how many men and women (L/P)."""
    kata: Annotated[tuple[Frasa, ...], Meta(min_length=3, max_length=12)]
    """What people type for it. A phrase may hold another's ("rakor", "rakor kabupaten"): the longest match wins."""


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    drp_jenis: tuple[str, ...]
    kegiatan: tuple[Kegiatan, ...]


@dataclass(frozen=True)
class KatalogKegiatan:
    """All activities in file order; every selection keeps it."""

    semua: tuple[Kegiatan, ...]
    drp_jenis: tuple[str, ...]

    def menurut_kode(self, kode: str) -> Kegiatan:
        """KeyError when there is none, which may happen with an old entry whose activity was taken out."""
        for satu in self.semua:
            if satu.kode == kode:
                return satu
        raise KeyError(kode)

    def menurut_pilar(self, pilar: Pilar, warisan: bool = False) -> tuple[Kegiatan, ...]:
        return tuple(k for k in self.tampil(warisan) if k.pilar == pilar)

    def inti(self) -> tuple[Kegiatan, ...]:
        return tuple(k for k in self.semua if k.inti)

    def tampil(self, warisan: bool = False) -> tuple[Kegiatan, ...]:
        """What may be chosen: everything, or everything but the ended programme."""
        return tuple(k for k in self.semua if warisan or not k.warisan)


@cache
def muat_kegiatan(berkas: Path = BERKAS, berkas_indikator: Path = indikator.BERKAS) -> KatalogKegiatan:
    """Reads the file once per process, and the indicators it refers to. Raises KatalogSalah for either."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for kunci in ("kode", "nama", "label"):
        naskah.wajib_unik("kegiatan", kunci, enumerate(getattr(k, kunci) for k in isi.kegiatan))
    naskah.wajib_unik("kegiatan", "kata", _satu_satu("kata", isi.kegiatan))
    _periksa_rujukan(naskah, isi, indikator.muat_indikator(berkas_indikator))
    for n, satu in enumerate(isi.kegiatan):
        if satu.inti and satu.warisan:
            raise naskah.salah(("kegiatan", n, "inti"), "both inti and warisan are true", "at most one of them")
    return KatalogKegiatan(isi.kegiatan, isi.drp_jenis)


def _periksa_rujukan(naskah: Naskah, isi: _Isi, dikenal: indikator.KatalogIndikator) -> None:
    naskah.wajib_dikenal(
        "kegiatan",
        "drp_jenis",
        enumerate(k.drp_jenis for k in isi.kegiatan),
        isi.drp_jenis,
        "one of the drp_jenis at the top of the file",
    )
    terhitung = {i.kode for i in dikenal.terhitung()}
    harap = "a kode from the indicator catalogue that has no parts of its own"
    naskah.wajib_dikenal("kegiatan", "indikator", _satu_satu("indikator", isi.kegiatan), terhitung, harap)
    tugas = set(chain.from_iterable((i.kode, *i.gabungan) for i in dikenal.semua))
    harap = "a kode or gabungan from the indicator catalogue"
    naskah.wajib_dikenal("kegiatan", "tugas", _satu_satu("tugas", isi.kegiatan), tugas, harap)


def _satu_satu(kunci: Literal["kata", "indikator", "tugas"], semua: tuple[Kegiatan, ...]) -> Iterator[tuple[int, str]]:
    return ((n, satu) for n, k in enumerate(semua) for satu in getattr(k, kunci))
