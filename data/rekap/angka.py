"""The figures of one kecamatan's week, as they are sent and kept."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

BELUM_DIKUNJUNGI = 14
"""Days, the last of the week included, without a visit after which a village is named."""
MASALAH_LAMA = 7
TERATAS = 3
"""Activities that are named."""
TEMA = {"blt": ("AS13",), "bumdes": ("PO01", "PO02")}
"""Activities that are counted by theme; the registers of both say more, once there are any."""


class OrangRekap(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Somebody who works in the kecamatan and logs."""

    id: int
    nama: str
    catatan: int = 0
    menit: int = 0
    hari: int = 0
    """Days with an entry."""
    cuti: bool = False
    """On leave on some day of the week."""


class DesaRekap(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    kode: str
    nama: str
    kunjungan: int = 0
    lama: bool = False
    """Somebody has served it for 14 days or more, and nobody has been there in that time."""


class MusdesRekap(msgspec.Struct, frozen=True, omit_defaults=True):
    nomor: str
    jenis: str
    """A code of data/katalog/musdes.toml."""
    desa: tuple[str, ...]
    """Names, of those in this kecamatan."""
    hadir_l: int | None = None
    hadir_p: int | None = None
    hadir: int | None = None
    """Where men and women were not counted apart."""
    keputusan: int = 0


class GerakSiklus(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a village's paper stood after its last step of the week."""

    desa: str
    dokumen: str
    tahun: int
    tahap: str


class TemaRekap(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    catatan: int = 0
    desa: int = 0
    """Villages that these entries are of."""


class GerakBumdes(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a village's BUM Desa stood after its last step of the week."""

    desa: str
    langkah: int


class BltRekap(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Payments of the week, as counts."""

    kali: int = 0
    desa: int = 0
    keluarga: int = 0
    rupiah: int = 0


class TelatRekap(msgspec.Struct, frozen=True, omit_defaults=True):
    """A village with months that should have been paid by the last day of the week."""

    kode: str
    nama: str
    bulan: tuple[int, ...]


class TenggatRekap(msgspec.Struct, frozen=True, omit_defaults=True):
    """A deadline of the calendar."""

    nama: str
    tanggal: date
    desa: int = 0
    """Villages where it is still open."""
    awal: bool = False
    """Nothing ends on that day: from then on it may begin."""


class PekanLalu(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The same figures of the week before, up to the same day of the week."""

    catatan: int = 0
    menit: int = 0
    mencatat: int = 0
    dikunjungi: int = 0
    musdes: int = 0


class AngkaRekap(msgspec.Struct, frozen=True, omit_defaults=True):
    kode: str
    nama: str
    senin: date
    sampai: date
    """The last day that is counted."""
    saat: int
    """When it was counted, UTC epoch seconds."""
    zona: str
    """IANA name."""
    orang: tuple[OrangRekap, ...] = ()
    """Whoever is awaited to log, by name."""
    lain: int = 0
    """Others who logged here."""
    desa: tuple[DesaRekap, ...] = ()
    """Villages that somebody serves or visited this week, by code."""
    catatan: int = 0
    menit: int = 0
    pilar: dict[str, int] = {}
    """Entries by pillar; '' is what the catalogue knows no more."""
    teratas: tuple[tuple[str, int], ...] = ()
    """(activity, entries), the most frequent first."""
    blt: TemaRekap = TemaRekap()
    bumdes: TemaRekap = TemaRekap()
    blt_salur: BltRekap = BltRekap()
    blt_telat: tuple[TelatRekap, ...] = ()
    bumdes_gerak: tuple[GerakBumdes, ...] = ()
    musdes: tuple[MusdesRekap, ...] = ()
    keputusan_selesai: int = 0
    keputusan_lewat: int = 0
    """Still open, and past their day."""
    keputusan_dekat: int = 0
    """Due in the seven days that follow."""
    tugas_lewat: int = 0
    tugas_dekat: int = 0
    siklus: tuple[GerakSiklus, ...] = ()
    tenggat: tuple[TenggatRekap, ...] = ()
    """Of the seven days that follow."""
    pertanyaan: int = 0
    """Questions that nobody has answered."""
    masalah_lama: int = 0
    """Problems and complaints that have been open for more than `MASALAH_LAMA` days."""
    kembali: int = 0
    """Entries that wait for a correction."""
    lalu: PekanLalu = PekanLalu()

    @property
    def minggu(self) -> date:
        return self.senin + timedelta(days=6)

    @property
    def mencatat(self) -> int:
        """Of those awaited."""
        return sum(o.catatan > 0 for o in self.orang)

    @property
    def cuti(self) -> int:
        """On leave, without an entry."""
        return sum(o.cuti and not o.catatan for o in self.orang)

    @property
    def diam(self) -> tuple[OrangRekap, ...]:
        """Neither an entry nor on leave."""
        return tuple(o for o in self.orang if not o.catatan and not o.cuti)

    @property
    def kunjungan(self) -> int:
        return sum(d.kunjungan for d in self.desa)

    @property
    def dikunjungi(self) -> int:
        return sum(d.kunjungan > 0 for d in self.desa)

    @property
    def lama(self) -> tuple[DesaRekap, ...]:
        """Not visited for 14 days."""
        return tuple(d for d in self.desa if d.lama)

    @property
    def keputusan_baru(self) -> int:
        """Decisions of this week's musyawarah."""
        return sum(m.keputusan for m in self.musdes)

    @property
    def hadir(self) -> tuple[int, int]:
        """Men and women, where they were counted apart."""
        return sum(m.hadir_l or 0 for m in self.musdes), sum(m.hadir_p or 0 for m in self.musdes)

    @property
    def kosong(self) -> bool:
        """Nothing happened that anybody told."""
        ekonomi = self.blt_salur.kali or self.bumdes_gerak
        return not (self.catatan or self.musdes or self.keputusan_selesai or self.siklus or ekonomi)
