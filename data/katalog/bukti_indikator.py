"""What proves each output of a PLD and each duty of a PD: this project's reading, editable, not the ministry's."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.indikator import Kode, muat_indikator
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import Naskah, baca
from data.katalog.musdes import DOKUMEN, TAHAP, muat_musdes
from data.katalog.register import muat_register

BERKAS = Path(__file__).with_name("bukti_indikator.toml")
Kelompok = Literal["pld", "pd"]
Tiap = Literal["masa", "triwulan", "bulan"]
Kunci = tuple[str, str]
"""Where something logged comes from, and its code there: ("kegiatan", "PR04"), ("siklus", "rkp.perdes")."""
GIAT, TERTAUT, SEKECAMATAN = "kegiatan", "tertaut", "kecamatan"
"""An entry of the village; one made from a musyawarah; one of the whole kecamatan."""
MUSDES, SIKLUS, KEPUTUSAN, REGISTER, BUMDES, BLT, FUNGSI = (
    "musdes", "siklus", "keputusan", "register", "bumdes", "blt", "fungsi",
)  # fmt: skip


class Aturan(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    label: Annotated[str, Meta(min_length=1, max_length=20)]
    """Fits the row of a WhatsApp list behind its kode."""
    aturan: Annotated[str, Meta(pattern=r"^Terpenuhi bila .*\.$", max_length=200, description="one sentence")]


class Syarat(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that an indicator needs; anything that one of its sources names counts towards it."""

    indikator: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    jumlah: Annotated[int, Meta(ge=1, le=99)]
    tiap: Tiap = "masa"
    kegiatan: tuple[str, ...] = ()
    kecamatan: bool = False
    musdes: tuple[str, ...] = ()
    siklus: tuple[Annotated[str, Meta(pattern=r"^[a-z]+\.[a-z]+$", description='such as "rkp.musdes"')], ...] = ()
    keputusan: bool = False
    register: tuple[str, ...] = ()
    bumdes: bool = False
    blt: bool = False
    fungsi: tuple[Kode, ...] = ()

    def sumber(self) -> frozenset[Kunci]:
        """All that counts. An entry made from a musyawarah does not, where the musyawarah itself does."""
        giat = (GIAT, *(() if self.musdes else (TERTAUT,)), *((SEKECAMATAN,) if self.kecamatan else ()))
        hasil = {(apa, kode) for apa in giat for kode in self.kegiatan}
        hasil |= {(MUSDES, jenis) for jenis in self.musdes}
        hasil |= {(REGISTER, satu) for jenis in self.register for satu in _keadaan(jenis, self.indikator)}
        hasil |= {(SIKLUS, tahap) for satu in self.siklus for tahap in _sampai(satu)}
        hasil |= {(FUNGSI, langkah) for langkah in self.fungsi}
        return frozenset(hasil | {(apa, "") for apa in (KEPUTUSAN, BUMDES, BLT) if getattr(self, apa)})


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    indikator: tuple[Aturan, ...]
    syarat: tuple[Syarat, ...]


@dataclass(frozen=True)
class KatalogBukti:
    """In file order."""

    aturan: tuple[Aturan, ...]
    syarat: tuple[Syarat, ...]

    @cached_property
    def _menurut(self) -> dict[str, tuple[Aturan, tuple[tuple[Syarat, frozenset[Kunci]], ...]]]:
        semua = {s: (s, s.sumber()) for s in self.syarat}
        return {a.kode: (a, tuple(semua[s] for s in self.syarat if s.indikator == a.kode)) for a in self.aturan}

    def menurut_kode(self, kode: str) -> Aturan:
        """KeyError when there is none."""
        return self._menurut[kode][0]

    def untuk(self, kode: str) -> tuple[tuple[Syarat, frozenset[Kunci]], ...]:
        """What the indicator needs, and what counts for each. KeyError when there is none."""
        return self._menurut[kode][1]

    def kelompok(self, kelompok: Kelompok) -> tuple[str, ...]:
        """Codes, as the indicator catalogue orders them."""
        return tuple(i.kode for i in muat_indikator().menurut_kelompok(kelompok) if i.kode in self._menurut)

    def kegiatan(self, kelompok: Kelompok, *, sekecamatan: bool = False) -> tuple[str, ...]:
        """Codes of all activities that prove anything; or those that count where the whole kecamatan's were logged."""
        ini = set(self.kelompok(kelompok))
        semua = (s for s in self.syarat if s.indikator in ini and (s.kecamatan or not sekecamatan))
        return tuple(sorted({k for s in semua for k in s.kegiatan}))


@cache
def muat_bukti(berkas: Path = BERKAS) -> KatalogBukti:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("indikator", "kode", enumerate(a.kode for a in isi.indikator))
    naskah.wajib_unik("indikator", "label", enumerate(a.label for a in isi.indikator))
    _periksa_kode(naskah, isi)
    _periksa_sumber(naskah, isi)
    return KatalogBukti(isi.indikator, isi.syarat)


def _periksa_kode(naskah: Naskah, isi: _Isi) -> None:
    kenal = {i.kode for i in muat_indikator().terhitung() if i.kelompok in ("pld", "pd")}
    harap = 'the kode of a "pld" or "pd" row of indikator.toml that has no parts'
    naskah.wajib_dikenal("indikator", "kode", enumerate(a.kode for a in isi.indikator), kenal, harap)
    ada = {a.kode for a in isi.indikator}
    if kurang := sorted(kenal - ada):
        raise naskah.salah((), f"no rule for {', '.join(kurang)}", "one [[indikator]] for each output and duty")
    harap = "the kode of an [[indikator]] of this file"
    naskah.wajib_dikenal("syarat", "indikator", enumerate(s.indikator for s in isi.syarat), ada, harap)
    bersyarat = {s.indikator for s in isi.syarat}
    for n, a in enumerate(isi.indikator):
        if a.kode not in bersyarat:
            raise naskah.salah(("indikator", n, "kode"), f'"{a.kode}" has no [[syarat]]', "at least one")


def _periksa_sumber(naskah: Naskah, isi: _Isi) -> None:
    giat = {k.kode for k in muat_kegiatan().semua}
    naskah.wajib_dikenal("syarat", "kegiatan", _satu(isi, "kegiatan"), giat, "a kode of kegiatan.toml")
    jenis = {j.kode for j in muat_musdes().jenis}
    naskah.wajib_dikenal("syarat", "musdes", _satu(isi, "musdes"), jenis, "a kode of musdes.toml")
    siklus = {f"{d}.{t}" for d in DOKUMEN for t in TAHAP[1:]}
    naskah.wajib_dikenal("syarat", "siklus", _satu(isi, "siklus"), siklus, '"dokumen.tahap"')
    register = {r.kode for r in muat_register().semua}
    naskah.wajib_dikenal("syarat", "register", _satu(isi, "register"), register, "a kode of register.toml")
    langkah = {i.kode for i in muat_indikator().terhitung() if i.kelompok == "fungsi"}
    naskah.wajib_dikenal("syarat", "fungsi", _satu(isi, "fungsi"), langkah, "a step of indikator.toml")
    for n, satu in enumerate(isi.syarat):
        if not satu.sumber():
            raise naskah.salah(("syarat", n, "nama"), f'"{satu.nama}" has nothing that counts', "at least one source")


def _satu(isi: _Isi, kunci: Literal["kegiatan", "musdes", "siklus", "register", "fungsi"]) -> Iterator[tuple[int, str]]:
    return ((n, satu) for n, s in enumerate(isi.syarat) for satu in getattr(s, kunci))


def _keadaan(jenis: str, indikator: str) -> list[str]:
    """'kerja_sama.berjalan': states that speak of it, says register.toml; all that are open where it says nothing."""
    r = next(satu for satu in muat_register().semua if satu.kode == jenis)
    sebut = [k for k in r.keadaan if indikator in (*r.indikator, *k.indikator)]
    return [f"{jenis}.{k.kode}" for k in sebut or [k for k in r.keadaan if not k.tutup]]


def _sampai(siklus: str) -> list[str]:
    """'rkp.musdes' is reached by 'rkp.perdes' too."""
    dokumen, tahap = siklus.split(".")
    return [f"{dokumen}.{satu}" for satu in TAHAP[TAHAP.index(tahap) :]]
