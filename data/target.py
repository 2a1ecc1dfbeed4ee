"""What a level aims for in a month: its own word, else that of the nearest place above, else the project's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.jejak import JejakQ, Pelaku
from data.libur import PENGATUR
from data.lingkup import SEMUA_WILAYAH, Lingkup, mencakup
from data.store import Tx

MENCATAT, HARI_KERJA = "mencatat", "hari_kerja"
CATATAN, KUNJUNGAN = "catatan_per_desa", "kunjungan_per_desa"


@dataclass(frozen=True)
class Ukuran:
    kode: str
    awal: int
    """Until somebody sets another."""
    paling: int
    persen: bool = False


UKURAN = (
    Ukuran(MENCATAT, 80, 100, persen=True),
    Ukuran(HARI_KERJA, 60, 100, persen=True),
    Ukuran(KUNJUNGAN, 2, 31),
    Ukuran(CATATAN, 4, 100),
)
"""The figures to start with are this project's own. They are no rule of the ministry: no official minimum of visits,
entries or working days was found in what it publishes."""
MENURUT = {ukuran.kode: ukuran for ukuran in UKURAN}
Nilai = dict[str, int]
"""By measure. 0: nothing is aimed for."""
AWAL: Nilai = {ukuran.kode: ukuran.awal for ukuran in UKURAN}


@dataclass(frozen=True)
class Target:
    ukuran: str
    nilai: int
    kode: str
    """Of the place whose word it is; '' is the project's own."""


class SemuaTarget:
    """All that was set anywhere, in one query."""

    def __init__(self, tx: Tx) -> None:
        rows = tx.all("SELECT kode, ukuran, nilai FROM target")
        self._ada = {(row["kode"], row["ukuran"]): int(row["nilai"]) for row in rows}

    def di(self, kode: str) -> list[Target]:
        """What counts in a place, by measure."""
        return [self._satu(ukuran, _ke_atas(kode)) for ukuran in UKURAN]

    def nilai(self, kode: str) -> Nilai:
        return {satu.ukuran: satu.nilai for satu in self.di(kode)}

    def _satu(self, ukuran: Ukuran, tempat: Iterable[str]) -> Target:
        for kode in tempat:
            if (kode, ukuran.kode) in self._ada:
                return Target(ukuran.kode, self._ada[kode, ukuran.kode], kode)
        return Target(ukuran.kode, ukuran.awal, "")


class TargetQ:
    """Everybody may know them; set they are, as days off, by those whose confirmed assignment covers the place."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    @property
    def tempat_atur(self) -> list[str]:
        """Places that the person may set them for, each with all that lies in it."""
        return sorted({t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENGATUR})

    def boleh(self, kode: str) -> bool:
        return any(mencakup(akar, kode) for akar in self.tempat_atur)

    def di(self, kode: str) -> list[Target]:
        return SemuaTarget(self._tx).di(kode)

    def ambil(self, kode: str, ukuran: str) -> Target:
        return next(satu for satu in self.di(kode) if satu.ukuran == ukuran)

    def atur(self, kode: str, ukuran: str, nilai: int) -> None:
        """Raises LookupError for a place that is not theirs to set, ValueError for what cannot be aimed for."""
        self._wajib(kode)
        if not 0 <= nilai <= MENURUT[ukuran].paling:
            raise ValueError(f"no target {ukuran} {nilai}")
        dulu = self._sendiri(kode, ukuran)
        self._tx.run(
            "INSERT INTO target (kode, ukuran, nilai, oleh, diubah) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (kode, ukuran) DO UPDATE SET nilai = excluded.nilai, oleh = excluded.oleh, "
            "diubah = excluded.diubah",
            (kode, ukuran, nilai, self._pelaku.orang_id, self._pelaku.kini),
        )
        self._catat("ubah", ukuran, dulu, _kata(kode, ukuran, nilai))

    def hapus(self, kode: str, ukuran: str) -> bool:
        """Back to what the wider place says. False where nothing was set; raises LookupError as `atur` does."""
        self._wajib(kode)
        dulu = self._sendiri(kode, ukuran)
        if dulu is not None:
            self._tx.run("DELETE FROM target WHERE kode = ? AND ukuran = ?", (kode, ukuran))
            self._catat("hapus", ukuran, dulu, None)
        return dulu is not None

    def _sendiri(self, kode: str, ukuran: str) -> str | None:
        row = self._tx.one("SELECT nilai FROM target WHERE kode = ? AND ukuran = ?", (kode, ukuran))
        return None if row is None else _kata(kode, ukuran, int(row["nilai"]))

    def _wajib(self, kode: str) -> None:
        if not self.boleh(kode):
            raise LookupError(f"no place {kode} to set targets for")

    def _catat(self, apa: str, ukuran: str, dulu: str | None, kini: str | None) -> None:
        self._jejak.tulis(apa, "target", 0, kolom=ukuran, sebelum=dulu, sesudah=kini)


def _kata(kode: str, ukuran: str, nilai: int) -> str:
    """As the trail tells it: '3 kunjungan per desa di 32.03'."""
    return f"{nilai} {ukuran.replace('_', ' ')} di {kode}"


def _ke_atas(kode: str) -> tuple[str, ...]:
    """The place itself and those that it lies in, the nearest first."""
    blok = [] if kode == SEMUA_WILAYAH else kode.split(".")
    return (*(".".join(blok[:n]) for n in range(len(blok), 0, -1)), SEMUA_WILAYAH)
