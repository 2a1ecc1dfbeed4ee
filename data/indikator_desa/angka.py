"""What an indicator of one village comes to: each thing it needs, how much there is, and what proves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.katalog.bukti_indikator import KatalogBukti, Kelompok, Kunci, Syarat

TERPENUHI, SEBAGIAN, BELUM = "terpenuhi", "sebagian", "belum"
KEADAAN = (TERPENUHI, SEBAGIAN, BELUM)
BULAN_TRIWULAN = 3


@dataclass(frozen=True)
class Masa:
    """Whole months, both ends included."""

    dari: date
    sampai: date

    @property
    def bulan(self) -> int:
        return (self.sampai.year - self.dari.year) * 12 + self.sampai.month - self.dari.month + 1

    def kali(self, tiap: str) -> int:
        """How often something is due in it; at least once."""
        return {"masa": 1, "bulan": self.bulan, "triwulan": max(self.bulan // BULAN_TRIWULAN, 1)}[tiap]


@dataclass(frozen=True, slots=True)
class Bukti:
    """Something logged that counts."""

    desa: str
    apa: str
    """One of `data.katalog.bukti_indikator`: "kegiatan", "musdes", …"""
    kode: str
    nomor: str
    """Its number; of what has none, the year or the step."""
    tanggal: str
    di: str = ""
    """The place it was logged for, where that is not the village."""
    oleh: int = 0
    """Who wrote it, where it matters who may open it."""

    @property
    def kunci(self) -> Kunci:
        return self.apa, self.kode


@dataclass(frozen=True, slots=True)
class Terisi:
    syarat: Syarat
    perlu: int
    ada: int

    @property
    def cukup(self) -> bool:
        return self.ada >= self.perlu

    @property
    def kurang(self) -> int:
        return max(self.perlu - self.ada, 0)


@dataclass(frozen=True, slots=True)
class Capaian:
    """One indicator of one village."""

    kode: str
    isi: tuple[Terisi, ...]

    @property
    def keadaan(self) -> str:
        if all(t.cukup for t in self.isi):
            return TERPENUHI
        return SEBAGIAN if any(t.ada for t in self.isi) else BELUM

    @property
    def kurang(self) -> int:
        """How many more would close it."""
        return sum(t.kurang for t in self.isi)


class Hitungan:
    """Counts what comes of many villages, towards all that the indicators of one kelompok need in those days."""

    def __init__(self, katalog: KatalogBukti, kelompok: Kelompok, masa: Masa) -> None:
        semua = [(kode, s, sumber) for kode in katalog.kelompok(kelompok) for s, sumber in katalog.untuk(kode)]
        self._perlu = [(s, s.jumlah * masa.kali(s.tiap)) for _, s, _ in semua]
        self._letak: dict[Kunci, list[int]] = {}
        self._indikator: dict[str, list[int]] = {}
        for n, (kode, _, sumber) in enumerate(semua):
            self._indikator.setdefault(kode, []).append(n)
            for kunci in sumber:
                self._letak.setdefault(kunci, []).append(n)
        self._ada: dict[str, list[int]] = {}
        self._sama: dict[tuple[str, tuple[int, ...]], Capaian] = {}

    def tambah(self, desa: str, kunci: Kunci, banyak: int = 1) -> None:
        for n in self._letak.get(kunci, ()):
            self._ada.setdefault(desa, [0] * len(self._perlu))[n] += banyak

    def capaian(self, desa: str) -> dict[str, Capaian]:
        ada = self._ada.get(desa) or [0] * len(self._perlu)
        return {kode: self._satu(kode, tuple(ada[n] for n in letak)) for kode, letak in self._indikator.items()}

    def _satu(self, kode: str, ada: tuple[int, ...]) -> Capaian:
        """Villages that stand alike share theirs."""
        if (kode, ada) not in self._sama:
            perlu = [self._perlu[n] for n in self._indikator[kode]]
            self._sama[kode, ada] = Capaian(kode, tuple(Terisi(*p, n) for p, n in zip(perlu, ada, strict=True)))
        return self._sama[kode, ada]
