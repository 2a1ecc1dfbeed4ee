"""What is open for one person, and whether it is worth a message today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.kalender import TenggatDesa
from data.pengingat.nama_bumdes import NamaHabis
from data.rencana import RencanaBulan

DEKAT = 3
"""Days before a due day from which it is named."""
BERBUNYI = (3, 1, 0, -1)
"""Days before a due day (after it, below zero) on which it is worth a message; later once a week."""


def berbunyi(sisa: int) -> bool:
    return sisa in BERBUNYI or (sisa < 0 and -sisa % 7 == 0)


@dataclass(frozen=True)
class DrafTerbuka:
    id: int
    dialog: str
    keadaan: str
    """JSON; who says it decides whether there is anything to come back to."""
    baru: bool
    """Never told of."""


@dataclass(frozen=True)
class Putusan:
    """A decision that waits for this person."""

    nomor: str
    isi: str
    tenggat: date
    sisa: int
    """Days until it; negative when it is past."""


@dataclass(frozen=True)
class TugasTerbuka:
    nomor: str
    judul: str
    tenggat: date
    sisa: int


@dataclass(frozen=True)
class MasalahTerbuka:
    nomor: str
    isi: str
    """'' of a secret one."""
    tenggat: date
    sisa: int


@dataclass(frozen=True)
class BahanPengingat:
    orang_id: int
    hari_ini: date
    kosong: tuple[date, ...] = ()
    """Working days without an entry, the oldest first, today included."""
    kembali: tuple[str, ...] = ()
    """Numbers of entries that came back."""
    draf: tuple[DrafTerbuka, ...] = ()
    putusan: tuple[Putusan, ...] = ()
    """Due within `DEKAT` days or past, the oldest first."""
    tugas: tuple[TugasTerbuka, ...] = ()
    tenggat: tuple[TenggatDesa, ...] = ()
    """Deadlines at a step that has not been told yet."""
    pertanyaan: int = 0
    """Villagers' questions that wait for this person's answer."""
    masalah: tuple[MasalahTerbuka, ...] = ()
    """Problems that are theirs, due within `DEKAT` days or past."""
    rencana: RencanaBulan | None = None
    """What the year's plans hold for this month; only on its first working day."""
    nama_bumdes: tuple[NamaHabis, ...] = ()
    """Approved names that run out, at a step that has not been told yet."""

    @property
    def perlu(self) -> bool:
        """Whether anything here is worth a message today; what is not stays for the message that comes anyway."""
        return bool(
            self.kosong
            or self.kembali
            or self.tenggat
            or self.pertanyaan
            or self.rencana
            or self.nama_bumdes
            or any(d.baru for d in self.draf)
            or any(berbunyi(satu.sisa) for satu in self.putusan)
            or any(berbunyi(satu.sisa) for satu in self.tugas)
            or any(berbunyi(satu.sisa) for satu in self.masalah)
        )

    @property
    def keras(self) -> bool:
        """A deadline that may be told on a day off."""
        return any(t.keras for t in self.tenggat)
