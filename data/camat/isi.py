"""Everything that the report of one kecamatan and month says: kept as JSON with each version."""

from __future__ import annotations

from datetime import date

import msgspec

BAGIAN = ("1", "2", "3", "4", "5", "6", "7")
"""Parts, in their order."""


class Bagian(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was typed for one part."""

    teks: str = ""
    ganti: bool = False
    """In place of the sentences that come along; else beneath them. Tables stay."""
    ke: int = 0
    """How often it was changed: what somebody has looked at."""
    oleh: int = 0
    waktu: int = 0


class Hadirin(msgspec.Struct, frozen=True, omit_defaults=True):
    """People who took part."""

    laki: int = 0
    perempuan: int = 0
    tak_dirinci: int = 0
    """Of entries in which men and women were not counted apart."""

    @property
    def semua(self) -> int:
        return self.laki + self.perempuan + self.tak_dirinci


class KegiatanCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    """Entries of one kind, or of one pillar."""

    kode: str
    """Of the activity, or the pillar's name; '' is a pillar that the catalogue knows no more."""
    catatan: int = 0
    desa: int = 0
    """Villages that they are of."""
    hadirin: Hadirin = Hadirin()


class OrangCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody with a confirmed assignment there in that month. `id` and `nama` stand first: erasure looks for them."""

    id: int
    nama: str
    peran: str
    desa: tuple[str, ...] = ()
    """Names of their villages; none: all of the kecamatan."""
    catatan: int = 0
    kunjungan: int = 0
    hari: int = 0
    """Days with an entry there."""
    menit: int = 0


class MusdesCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    nomor: str
    jenis: str
    tanggal: str
    laki: int | None = None
    perempuan: int | None = None
    hadir: int | None = None
    """Where men and women were not counted apart."""
    putusan: tuple[str, ...] = ()


class SalurCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    """One payment of BLT, by the day on which it was handed over."""

    tanggal: str
    tahun: int
    dari: int
    sampai: int
    keluarga: int
    rupiah: int


class DesaCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    kode: str
    nama: str
    catatan: int = 0
    kunjungan: int = 0
    hadirin: Hadirin = Hadirin()
    musdes: tuple[MusdesCamat, ...] = ()
    siklus: tuple[tuple[str, int, str], ...] = ()
    """(document, year, stage) after the last step of the month."""
    blt: tuple[SalurCamat, ...] = ()
    bumdes: int | None = None
    """Its step after the last of the month; None: none was moved."""

    @property
    def kosong(self) -> bool:
        """Nothing of that month was logged."""
        return not (self.catatan or self.musdes or self.siklus or self.blt or self.bumdes is not None)


class MasalahCamat(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an entry tells of a problem. Who wrote it is not here."""

    tanggal: str
    desa: str
    isi: str
    upaya: str = ""
    keadaan: str = ""
    """terbuka | selesai, of one that is followed; '' of one that is not."""


class JumlahMasalah(msgspec.Struct, frozen=True, omit_defaults=True):
    """Of those that pendamping follow, complaints and secrets left out."""

    baru: int = 0
    """Noted in that month."""
    selesai: int = 0
    """Settled in it."""
    terbuka: int = 0
    """Still open when it was counted."""


class RencanaDepan(msgspec.Struct, frozen=True, omit_defaults=True):
    """Of an approved plan."""

    kegiatan: str
    desa: str
    uraian: str = ""
    minggu: tuple[int, ...] = ()


class PutusanDepan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A decision that is still open, and due in the month that follows."""

    nomor: str
    tenggat: str
    desa: str
    isi: str
    pj: str = ""


class TenggatDepan(msgspec.Struct, frozen=True, omit_defaults=True):
    """A deadline of the calendar."""

    tanggal: str
    nama: str
    desa: int = 0
    """Villages where it is open."""
    awal: bool = False
    """Nothing ends on that day: from then on it may begin."""


class Isi(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was counted, and what was typed."""

    kode: str
    nama: str
    bulan: str
    """'2026-11'"""
    sampai: str
    """The last day that is counted."""
    orang: tuple[OrangCamat, ...] = ()
    lain: OrangCamat | None = None
    """All others who logged there, together, without a name and with `id` 0."""
    jumlah_lain: int = 0
    """How many they are."""
    pilar: tuple[KegiatanCamat, ...] = ()
    kegiatan: tuple[KegiatanCamat, ...] = ()
    desa: tuple[DesaCamat, ...] = ()
    antardesa: tuple[tuple[MusdesCamat, tuple[str, ...]], ...] = ()
    """Musyawarah between villages, once, with the names of those of this kecamatan."""
    kecamatan: int = 0
    """Entries of the kecamatan itself, and of no single village."""
    catatan: int = 0
    masalah: tuple[MasalahCamat, ...] = ()
    jumlah_masalah: JumlahMasalah = JumlahMasalah()
    rencana: tuple[RencanaDepan, ...] = ()
    putusan: tuple[PutusanDepan, ...] = ()
    putusan_lewat: int = 0
    """Open decisions past their day."""
    tenggat: tuple[TenggatDepan, ...] = ()
    isian: dict[str, Bagian] = {}

    @property
    def awal(self) -> date:
        return date.fromisoformat(f"{self.bulan}-01")

    @property
    def kunjungan(self) -> int:
        return sum(d.kunjungan for d in self.desa)

    @property
    def dikunjungi(self) -> int:
        return sum(d.kunjungan > 0 for d in self.desa)

    @property
    def musdes(self) -> tuple[MusdesCamat, ...]:
        """Each once."""
        return (*(m for d in self.desa for m in d.musdes), *(m for m, _ in self.antardesa))


def samakan(isi: Isi) -> Isi:
    """What two versions are compared by: the days that have passed since change nothing by themselves."""
    tulisan = {k: Bagian(b.teks, b.ganti) for k, b in sorted(isi.isian.items()) if b.teks or b.ganti}
    return msgspec.structs.replace(isi, sampai="", isian=tulisan)


def ke_json(isi: Isi | dict[str, Bagian]) -> str:
    return msgspec.json.encode(isi).decode()


def dari_json(teks: str) -> Isi:
    return msgspec.json.decode(teks, type=Isi)
