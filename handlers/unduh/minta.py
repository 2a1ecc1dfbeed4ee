"""What somebody asked for: kind, place and days, as ingredients of the work and in words; and how much it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from data.desa import Desa
from data.katalog.register import muat_register
from data.unduh import Saring
from handlers.lembar.sel import Nilai
from handlers.register.xlsx import lembar_register
from handlers.unduh.macam import ISI, LENGKAP, MACAM, MASA_REGISTER, REGISTER, Isi, Macam
from handlers.unduh.masa import Jangka, dari_kode, sebut_jangka
from handlers.unduh.tempat import SEMUA, sebut_wilayah

Bahan = Mapping[str, str | int]


@dataclass(frozen=True)
class Minta:
    macam: Macam
    register: str
    """One kind of register, where the kind is `REGISTER`; '' is all."""
    di: str
    """A code, or `SEMUA`."""
    jangka: Jangka

    @property
    def saring(self) -> Saring:
        dari, _, sampai = self.jangka.kode.partition(":")
        return Saring(self.kode, dari, sampai)

    @property
    def kode(self) -> str:
        return "" if self.di == SEMUA.id else self.di

    @property
    def bahan(self) -> dict[str, str | int]:
        return {"apa": self.macam.kode, "register": self.register, "di": self.kode, "masa": self.jangka.kode}

    @property
    def apa(self) -> str:
        """'musdes dan keputusan', 'register Kerja sama'"""
        return f"register {muat_register().menurut_kode(self.register).nama}" if self.register else self.macam.sebut

    def sebut(self, desa: Desa) -> str:
        """'Unduhan kegiatan, Kecamatan Cibeber, Oktober 2026'"""
        return f"Unduhan {self.apa}, {sebut_wilayah(self.kode, desa)}, {sebut_jangka(self.jangka)}"


def dari_bahan(bahan: Bahan) -> Minta:
    macam = {m.kode: m for m in (LENGKAP, *MACAM)}[str(bahan["apa"])]
    return Minta(macam, str(bahan["register"]), str(bahan["di"]), dari_kode(str(bahan["masa"])))


def banyak(m: Minta, desa: Desa, batas: int) -> dict[str, int]:
    """Rows by sheet; of a sheet with more than `batas`, some number above it."""
    hasil: dict[str, int] = {}
    for kunci in m.macam.lembar:
        if kunci == REGISTER:
            ada = desa.unduh.jumlah_register(m.saring)
            hasil |= {f"{REGISTER}:{j}": n for j, n in ada.items() if m.register in ("", j)}
        else:
            hasil[kunci] = desa.unduh.jumlah(kunci, m.saring, batas)
    return hasil


def isi_lembar(kunci: str, m: Minta, desa: Desa) -> Isi:
    """What the sheet is and where its rows come from; none is read yet."""
    if not kunci.startswith(f"{REGISTER}:"):
        return ISI[kunci]
    jenis = muat_register().menurut_kode(kunci.partition(":")[2])
    lembar = lembar_register(jenis, m.kode, desa, desa.unduh.register(jenis.kode, m.saring))
    return Isi(lembar.nama, lembar.kolom, partial(_tetap, lembar.baris), MASA_REGISTER)


def _tetap(baris: Iterable[Sequence[Nilai]], desa: Desa, s: Saring) -> Iterable[Sequence[Nilai]]:
    return baris
