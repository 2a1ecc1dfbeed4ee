"""The kinds of musyawarah: who convenes, who should be there, what is asked of that kind alone, who signs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import Naskah, baca
from data.katalog.sebutan import sebutan

BERKAS = Path(__file__).with_name("musdes.toml")
Kode = Annotated[str, Meta(pattern=r"^[a-z_]{2,12}$", description='2 to 12 small letters, such as "rkp"')]
Label = Annotated[str, Meta(min_length=1, max_length=24)]
Kata = Annotated[str, Meta(min_length=2, max_length=48)]
DOKUMEN = ("rpjm", "rkp", "apb", "apbp", "lpj")
TAHAP = ("belum", "proses", "musdes", "perdes")


class Unsur(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the village that comes to a musyawarah."""

    kode: Kode
    label: Label
    kata: tuple[Kata, ...]


class Pertanyaan(Struct, frozen=True, forbid_unknown_fields=True):
    kunci: Kode
    tanya: Annotated[str, Meta(min_length=1, max_length=80)]
    label: Annotated[str, Meta(min_length=1, max_length=40)]
    """The same for a paper."""
    jenis: Literal["teks", "angka", "uang", "ya", "tanggal"]
    wajib: bool


class JenisMusdes(Struct, frozen=True, forbid_unknown_fields=True):
    """`penyelenggara`, `keluaran` and `tanda` may hold {…}: see `setempat`."""

    kode: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=80)]
    """As a heading."""
    label: Label
    penyelenggara: str
    pimpinan_biasa: Kode
    """Code of the unsur that usually leads."""
    keluaran: tuple[str, ...]
    tanda: tuple[str, ...]
    unsur_wajib: tuple[Kode, ...]
    tanya: tuple[Pertanyaan, ...]
    siklus: tuple[str, ...]
    """(dokumen, tahap), or nothing."""
    usulan: bool
    kegiatan: str
    """Code of data/katalog/kegiatan.toml: what being there is called in DRP."""
    antardesa: bool
    kata: tuple[Kata, ...]


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    unsur: tuple[Unsur, ...]
    jenis: tuple[JenisMusdes, ...]


@dataclass(frozen=True)
class KatalogMusdes:
    """In file order: the frequent ones first."""

    jenis: tuple[JenisMusdes, ...]
    unsur: tuple[Unsur, ...]

    def menurut_kode(self, kode: str) -> JenisMusdes:
        """KeyError when there is none, which may happen with an old record whose kind was taken out."""
        for satu in self.jenis:
            if satu.kode == kode:
                return satu
        raise KeyError(kode)

    def label_unsur(self, kode: str) -> str:
        """What is no code is what somebody wrote, and stays so."""
        return next((u.label for u in self.unsur if u.kode == kode), kode)


@cache
def muat_musdes(berkas: Path = BERKAS) -> KatalogMusdes:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for kunci in ("kode", "label"):
        naskah.wajib_unik("unsur", kunci, enumerate(getattr(u, kunci) for u in isi.unsur))
        naskah.wajib_unik("jenis", kunci, enumerate(getattr(j, kunci) for j in isi.jenis))
    naskah.wajib_unik("jenis", "kata", ((n, kata) for n, j in enumerate(isi.jenis) for kata in j.kata))
    naskah.wajib_unik("unsur", "kata", ((n, kata) for n, u in enumerate(isi.unsur) for kata in u.kata))
    _periksa_rujukan(naskah, isi)
    return KatalogMusdes(isi.jenis, isi.unsur)


def _periksa_rujukan(naskah: Naskah, isi: _Isi) -> None:
    unsur = {u.kode for u in isi.unsur}
    harap = "the kode of an unsur in this file"
    wajib = ((n, kode) for n, j in enumerate(isi.jenis) for kode in j.unsur_wajib)
    naskah.wajib_dikenal("jenis", "unsur_wajib", wajib, unsur, harap)
    naskah.wajib_dikenal("jenis", "pimpinan_biasa", enumerate(j.pimpinan_biasa for j in isi.jenis), unsur, harap)
    giat = {k.kode for k in muat_kegiatan().semua}
    kegiatan = enumerate(j.kegiatan for j in isi.jenis)
    naskah.wajib_dikenal("jenis", "kegiatan", kegiatan, giat, "a kode of kegiatan.toml")
    siklus = {(d, t) for d in DOKUMEN for t in TAHAP} | {()}
    naskah.wajib_dikenal("jenis", "siklus", enumerate(j.siklus for j in isi.jenis), siklus, "[dokumen, tahap] or []")
    for n, satu in _kalimat(isi):
        if satu.format_map(_Sebut("")).count("{"):
            raise naskah.salah(("jenis", n, "tanda"), f"{satu!r} has an unknown name in braces", "one named above")


def _kalimat(isi: _Isi) -> Iterator[tuple[int, str]]:
    return ((n, s) for n, j in enumerate(isi.jenis) for s in (j.penyelenggara, *j.keluaran, *j.tanda))


class _Sebut(dict[str, str]):
    """The words of one place; a name nobody knows stays as it stands."""

    def __init__(self, kode: str) -> None:
        s = sebutan(kode)
        bpd = s.bpd or "BPD"
        super().__init__(
            bpd=bpd,
            ketua_bpd=f"Ketua {bpd}",
            kepala_desa=s.kepala_desa.title(),
            kepala_dusun=f"Kepala {s.dusun.title()}",
            pemerintah_desa=f"Pemerintah {s.desa.title()}",
            kecamatan=s.kecamatan.title(),
        )

    def __missing__(self, kunci: str) -> str:
        return f"{{{kunci}}}"


def setempat(kalimat: str, kode: str) -> str:
    """A sentence of the catalogue in the words of the place `kode`: '{kepala_desa}' is 'Keuchik' in Aceh."""
    return kalimat.format_map(_Sebut(kode))
