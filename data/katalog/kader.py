"""Kader: which kinds a village hopes for, how long a training counts as fresh, and the way from learner to teacher."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import baca
from data.katalog.musdes import muat_musdes
from data.katalog.register import Bidang, muat_register

BERKAS = Path(__file__).with_name("kader.toml")
Kode = Annotated[str, Meta(min_length=2, max_length=16)]


class Perlu(Struct, frozen=True, forbid_unknown_fields=True):
    macam: Annotated[tuple[Kode, ...], Meta(min_length=1)]
    jumlah: Annotated[int, Meta(ge=1, le=100)]
    bukti: Annotated[str, Meta(min_length=3, max_length=40)]
    """What is counted, in a sentence: "1 dari 3 kegiatan yang diikuti"."""


class Anak(Struct, frozen=True, forbid_unknown_fields=True):
    """One step of the ladder."""

    kode: Kode
    perlu: Perlu
    ajakan: Annotated[str, Meta(min_length=5, max_length=120)]
    """What helps somebody towards it."""

    @property
    def nama(self) -> str:
        return nama_pilihan("kader", "tangga", self.kode)


class KatalogKader(Struct, frozen=True, forbid_unknown_fields=True):
    diharap: Annotated[tuple[Kode, ...], Meta(min_length=1)]
    """Kinds of kader that a village hopes for, where it has not said otherwise."""
    latih_hari: Annotated[int, Meta(ge=30, le=3650)]
    kegiatan_latih: tuple[str, ...]
    """Activities of kegiatan.toml that are trainings of kader."""
    musdes_pilih: str
    """The kind of musyawarah that chooses them."""
    tangga: Annotated[tuple[Anak, ...], Meta(min_length=1)]
    """The lowest first."""

    def sesudah(self, kode: str) -> Anak | None:
        """The step above that one; '' stands below the first."""
        urut = [a.kode for a in self.tangga]
        letak = urut.index(kode) + 1 if kode in urut else 0
        return self.tangga[letak] if letak < len(urut) else None


@cache
def muat_kader(berkas: Path = BERKAS) -> KatalogKader:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(KatalogKader)
    for kunci, ada, harap in _salah(isi):
        raise naskah.salah(kunci, ada, harap)
    return isi


def _salah(isi: KatalogKader) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """(key, what is there, what is expected) of each mistake."""
    if asing := {*isi.diharap} - _kode("kader", "bidang"):
        yield ("diharap",), f"diharap has {sorted(asing)}", "codes of the bidang of kader in register.toml"
    if asing := {*isi.kegiatan_latih} - {k.kode for k in muat_kegiatan().semua}:
        yield ("kegiatan_latih",), f"kegiatan_latih has {sorted(asing)}", "codes of kegiatan.toml"
    if isi.musdes_pilih not in {j.kode for j in muat_musdes().jenis}:
        yield ("musdes_pilih",), f'musdes_pilih is "{isi.musdes_pilih}"', "a kode of musdes.toml"
    tangga = [b.kode for b in bidang_dari("kader", "tangga").pilihan]
    if [a.kode for a in isi.tangga] != tangga:
        yield ("tangga",), f"tangga has {[a.kode for a in isi.tangga]}", f"{tangga}, as kader in register.toml"
    macam = _kode("kegiatan_kader", "macam")
    for n, anak in enumerate(isi.tangga):
        if asing := {*anak.perlu.macam} - macam:
            yield ("tangga", n, "perlu"), f"macam has {sorted(asing)}", f"some of {sorted(macam)}"


def bidang_dari(register: str, kunci: str) -> Bidang:
    """KeyError where the register lost that field."""
    bidang = muat_register().menurut_kode(register).bidang_dari(kunci)
    if bidang is None:
        raise KeyError(kunci)
    return bidang


def nama_pilihan(register: str, kunci: str, kode: str) -> str:
    return next((o.nama for o in bidang_dari(register, kunci).pilihan if o.kode == kode), kode)


def _kode(register: str, kunci: str) -> set[str]:
    return {o.kode for o in bidang_dari(register, kunci).pilihan}
