"""Themes of problems and complaints: how long each level has, who may see them, and where else one can turn."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("masalah.toml")
TINGKAT = ("pld", "pd", "tapm_kab", "tapm_prov")
"""From the village up; the roles of data/orang.py."""
LAINNYA = "lainnya"
"""The theme of what fits none."""
Kode = Annotated[str, Meta(pattern="^[a-z_]{1,12}$", description="up to 12 small letters")]
Hari = Annotated[int, Meta(ge=1, le=60)]


class Tingkat(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    diam: Hari
    """Working days without a step, after which it goes up."""


class Jalur(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=20)]
    cara: Annotated[str, Meta(min_length=1, max_length=160)]
    """How to take it, in the words the reporter is told."""


class Tema(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    label: Annotated[str, Meta(min_length=1, max_length=24)]
    rahasia: bool
    """Seen by the reporter and its receiver alone, from the beginning."""
    hari: Annotated[tuple[Hari, ...], Meta(min_length=4, max_length=4)]
    """Working days until it is due, by `TINGKAT`."""
    jalur: Annotated[tuple[Kode, ...], Meta(min_length=1)]
    """The nearest first."""
    kata: tuple[Annotated[str, Meta(min_length=2, max_length=30)], ...]


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    tingkat: tuple[Tingkat, ...]
    jalur: tuple[Jalur, ...]
    tema: Annotated[tuple[Tema, ...], Meta(max_length=10)]
    """As many as a list of WhatsApp has rows."""


@dataclass(frozen=True)
class KatalogMasalah:
    tema: tuple[Tema, ...]
    jalur: tuple[Jalur, ...]
    tingkat: tuple[Tingkat, ...]

    def ambil(self, kode: str) -> Tema:
        """Of a theme that the catalogue no longer has, the one for everything else."""
        semua = {satu.kode: satu for satu in self.tema}
        return semua.get(kode, semua[LAINNYA])

    def ambil_jalur(self, kode: str) -> Jalur:
        """KeyError when there is none."""
        return {satu.kode: satu for satu in self.jalur}[kode]

    def hari(self, tema: str, tingkat: str) -> int:
        """Working days until it is due there."""
        return self.ambil(tema).hari[TINGKAT.index(tingkat)]

    def diam(self, tema: str, tingkat: str) -> int:
        """Working days of silence; never more than it has until it is due."""
        n = TINGKAT.index(tingkat)
        return min(self.tingkat[n].diam, self.ambil(tema).hari[n])


@cache
def muat_masalah(berkas: Path = BERKAS) -> KatalogMasalah:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for nama, kunci, semua in (("tema", "kode", isi.tema), ("tema", "label", isi.tema), ("jalur", "kode", isi.jalur)):
        naskah.wajib_unik(nama, kunci, enumerate(getattr(satu, kunci) for satu in semua))
    jalur = ((n, kode) for n, satu in enumerate(isi.tema) for kode in satu.jalur)
    naskah.wajib_dikenal("tema", "jalur", jalur, {j.kode for j in isi.jalur}, "the kode of a jalur in this file")
    _periksa_tetap(naskah, isi)
    return KatalogMasalah(isi.tema, isi.jalur, isi.tingkat)


def _periksa_tetap(naskah: Naskah, isi: _Isi) -> None:
    """What the code counts on."""
    if (ada := tuple(satu.kode for satu in isi.tingkat)) != TINGKAT:
        raise naskah.salah(("tingkat", 0, "kode"), f"tingkat are {', '.join(ada)}", ", ".join(TINGKAT))
    if LAINNYA not in {satu.kode for satu in isi.tema}:
        raise naskah.salah(("tema", 0, "kode"), "no tema is for the rest", f'a tema with kode "{LAINNYA}"')
