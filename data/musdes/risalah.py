"""Everything that the papers of one musyawarah say, as it stood when they were made: kept as JSON with each version.

Only what was typed is here; what nobody told is '' or None, and a paper leaves its line open for a pen.
"""

from __future__ import annotations

import msgspec


class TindakLanjut(msgspec.Struct, frozen=True, omit_defaults=True):
    isi: str
    pj: str = ""
    tenggat: str | None = None
    """ISO date."""


class Putusan(msgspec.Struct, frozen=True, omit_defaults=True):
    nomor: str
    isi: str
    cara: str = ""
    """mufakat | terbuka | tertutup"""
    setuju: int | None = None
    menolak: int | None = None
    abstain: int | None = None
    pj: str = ""
    tenggat: str | None = None
    anggaran: int | None = None
    """Whole rupiah."""
    sumber_dana: str = ""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    usulan: bool = False
    """A proposal that waits for money."""
    dari: str = ""
    """Number of the earlier decision that it carries on."""


class Bahasan(msgspec.Struct, frozen=True, omit_defaults=True):
    """One item of the agenda; '' is what belongs to none."""

    judul: str
    catatan: tuple[str, ...] = ()
    """As typed, in order; each may begin with its hour, '20.15 Pak Kadus: …'."""
    putusan: tuple[Putusan, ...] = ()


class Tempat(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in the words used there."""

    nama: str
    sebutan: str
    """'Desa', 'Nagari', 'Kalurahan'."""
    kepala: str = ""
    """'Kepala Desa', 'Wali Nagari', 'Lurah'."""


class Penanda(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line to sign on, in the order in which they stand."""

    peran: str
    """'Ketua BPD', 'Kepala Desa', 'Wakil masyarakat'."""
    nama: str = ""


class Narasumber(msgspec.Struct, frozen=True, omit_defaults=True):
    nama: str
    unsur: str = ""


class Risalah(msgspec.Struct, frozen=True, omit_defaults=True):
    nomor: str
    """'M-2611-0003'."""
    versi: int
    jenis: str
    """'Musyawarah Desa penyusunan RKP Desa', as a heading calls it."""
    penyelenggara: str
    """'BPD', 'Pemerintah Desa'."""
    desa: tuple[Tempat, ...]
    """One, or several for one between villages."""
    kecamatan: Tempat
    kabupaten: str
    """With its kind: 'Kabupaten Bandung'."""
    provinsi: str
    zona: str
    """'WIB', 'WITA', 'WIT'."""
    tanggal: str
    mulai: str
    """'19:30'."""
    judul: str = ""
    selesai: str | None = None
    """Before `mulai`, it is the next day."""
    tempat: str = ""
    dasar: str = ""
    nomor_ba: str = ""
    diundang: int | None = None
    hadir: int | None = None
    """How many came, where men and women were not counted apart."""
    hadir_l: int | None = None
    hadir_p: int | None = None
    unsur: tuple[str, ...] = ()
    pimpinan: str = ""
    pimpinan_unsur: str = ""
    notulis: str = ""
    notulis_unsur: str = ""
    narasumber: tuple[Narasumber, ...] = ()
    bahasan: tuple[Bahasan, ...] = ()
    isian: tuple[tuple[str, str], ...] = ()
    """(what was asked of this kind alone, what was told)."""
    penanda: tuple[Penanda, ...] = ()


def ke_json(risalah: Risalah) -> str:
    return msgspec.json.encode(risalah).decode()


def dari_json(teks: str) -> Risalah:
    return msgspec.json.decode(teks, type=Risalah)
