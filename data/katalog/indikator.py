"""The SOP outputs, duties and functions that activities are counted under in the recaps."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("indikator.toml")

Kelompok = Literal["pld", "pd", "fungsi", "pid", "rencana"]
Sumber = Literal["sop", "permendesa", "artikel", "pto", "diskusi"]
Kode = Annotated[
    str, Meta(pattern=r"^[A-Z0-9]+[a-z]?([.-][0-9]+)?$", description='a code such as "T1b", "F4.3" or "PID-1"')
]


class Indikator(Struct, frozen=True, forbid_unknown_fields=True):
    """One row. `urutan` orders the rows of a kelompok, a duty before its parts; `induk` is that duty."""

    kode: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=100)]
    kelompok: Kelompok
    urutan: Annotated[int, Meta(ge=1)]
    sumber: Sumber
    induk: Kode | None = None
    gabungan: tuple[Kode, ...] = ()
    """Codes of the source that say the same and are not rows of their own."""


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    indikator: tuple[Indikator, ...]


@dataclass(frozen=True)
class KatalogIndikator:
    """All indicators in file order."""

    semua: tuple[Indikator, ...]

    def menurut_kode(self, kode: str) -> Indikator:
        """Finds a merged code too (F1.3 is F1.2). KeyError when there is none."""
        for satu in self.semua:
            if kode == satu.kode or kode in satu.gabungan:
                return satu
        raise KeyError(kode)

    def menurut_kelompok(self, kelompok: Kelompok) -> tuple[Indikator, ...]:
        """By urutan, so a duty stands above its parts."""
        return tuple(sorted((i for i in self.semua if i.kelompok == kelompok), key=lambda i: i.urutan))

    def terhitung(self) -> tuple[Indikator, ...]:
        """Those that have no parts: only these are counted, or an entry would count twice."""
        induk = {i.induk for i in self.semua}
        return tuple(i for i in self.semua if i.kode not in induk)


@cache
def muat_indikator(berkas: Path = BERKAS) -> KatalogIndikator:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    semua = naskah.sebagai(_Isi).indikator
    naskah.wajib_unik("indikator", "kode", enumerate(i.kode for i in semua))
    naskah.wajib_unik("indikator", "nama", enumerate(i.nama for i in semua))
    naskah.wajib_unik("indikator", "urutan", enumerate(f"{i.kelompok} {i.urutan}" for i in semua))
    _periksa_induk(naskah, semua)
    _periksa_gabungan(naskah, semua)
    return KatalogIndikator(semua)


def _periksa_induk(naskah: Naskah, semua: tuple[Indikator, ...]) -> None:
    puncak = {(i.kelompok, i.kode) for i in semua if i.induk is None}
    for n, satu in enumerate(semua):
        if satu.induk is not None and (satu.kelompok, satu.induk) not in puncak:
            ada = f'induk has "{satu.induk}"'
            raise naskah.salah(("indikator", n, "induk"), ada, f'the kode of a "{satu.kelompok}" row without induk')


def _periksa_gabungan(naskah: Naskah, semua: tuple[Indikator, ...]) -> None:
    gabungan = [(n, kode) for n, i in enumerate(semua) for kode in i.gabungan]
    naskah.wajib_unik("indikator", "gabungan", gabungan)
    kode = {i.kode for i in semua}
    for n, satu in gabungan:
        if satu in kode:
            ada = f'gabungan has "{satu}"'
            raise naskah.salah(("indikator", n, "gabungan"), ada, "codes that are not the kode of a row")
