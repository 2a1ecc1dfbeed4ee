"""National holidays and cuti bersama, as the yearly joint decree of three ministers (SKB) sets them.

They cannot be computed: the Islamic and Balinese dates are set by decree. libur.toml says first; a year that it does
not have is lokal-id's, where that has it; a year that nobody has filled in has only its weekends off.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.libur_lokal import hari_lokal, tahun_lokal
from data.katalog.muat import Naskah, baca

BERKAS = Path(__file__).with_name("libur.toml")

SABTU = 5
"""As `date.weekday()` counts."""


class Tahun(Struct, frozen=True, forbid_unknown_fields=True):
    """A year that is filled in; `tanggal_sumber` is the day the decree was signed; None: lokal-id does not say."""

    tahun: Annotated[int, Meta(ge=2015, le=2100)]
    sumber: Annotated[str, Meta(min_length=1)]
    tanggal_sumber: dt.date | None


class Hari(Struct, frozen=True, forbid_unknown_fields=True):
    """One day off. A cuti bersama carries the name of its feast: jenis says which of the two it is."""

    tanggal: dt.date
    jenis: Literal["libur", "cuti"]
    nama: Annotated[str, Meta(min_length=1, max_length=60)]


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    tahun: tuple[Tahun, ...]
    hari: tuple[Hari, ...]


@dataclass(frozen=True)
class KalenderLibur:
    """The years that are filled in and their days off."""

    tahun: dict[int, Tahun]
    hari: dict[dt.date, Hari]

    def hari_kerja(self, tanggal: dt.date) -> bool:
        """Monday to Friday and neither libur nor cuti. In a year not filled in, every Monday to Friday."""
        return tanggal.weekday() < SABTU and self._pada(tanggal) is None

    def libur_pada(self, tanggal: dt.date) -> str | None:
        """What to call the day off, None when it is none; a plain weekend has no name."""
        hari = self._pada(tanggal)
        if hari is None:
            return None
        return f"Cuti bersama {hari.nama}" if hari.jenis == "cuti" else hari.nama

    def terisi(self, tahun: int) -> bool:
        """False: the days off of that year are "belum diisi", and an admin should be told."""
        return tahun in self.tahun

    def _pada(self, tanggal: dt.date) -> Hari | None:
        # A datetime passes for a date but never equals one: looked up as it is, every holiday would be a working day.
        return self.hari.get(dt.date(tanggal.year, tanggal.month, tanggal.day))


@cache
def muat_libur(berkas: Path = BERKAS) -> KalenderLibur:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    naskah.wajib_unik("tahun", "tahun", enumerate(t.tahun for t in isi.tahun))
    naskah.wajib_unik("hari", "tanggal", enumerate(h.tanggal for h in isi.hari))
    _periksa_tahun(naskah, isi)
    tahun, hari = _dari_lokal({t.tahun for t in isi.tahun})
    return KalenderLibur({**tahun, **{t.tahun: t for t in isi.tahun}}, {**hari, **{h.tanggal: h for h in isi.hari}})


def _dari_lokal(ditulis: set[int]) -> tuple[dict[int, Tahun], dict[dt.date, Hari]]:
    """The years that lokal-id has and the file has not."""
    tahun: dict[int, Tahun] = {}
    hari: dict[dt.date, Hari] = {}
    for ini in set(tahun_lokal()) - ditulis:
        sumber, semua = hari_lokal(ini)
        tahun[ini] = Tahun(ini, sumber, None)
        for satu in semua:
            tanggal = dt.date.fromisoformat(satu.tanggal)
            hari[tanggal] = Hari(tanggal, "cuti" if satu.cuti else "libur", satu.nama)
    return tahun, hari


def _periksa_tahun(naskah: Naskah, isi: _Isi) -> None:
    """Every day belongs to a year with a source, and no year is announced without days."""
    ditulis, dipakai = {t.tahun for t in isi.tahun}, {h.tanggal.year for h in isi.hari}
    for n, hari in enumerate(isi.hari):
        if hari.tanggal.year not in ditulis:
            harap = "a day in a year that has a [[tahun]] with its source"
            raise naskah.salah(("hari", n, "tanggal"), f"tanggal is {hari.tanggal}", harap)
    for n, tahun in enumerate(isi.tahun):
        if tahun.tahun not in dipakai:
            ada = f"[[tahun]] {tahun.tahun} has no days"
            raise naskah.salah(("tahun", n, "tahun"), ada, "its [[hari]] tables, or no [[tahun]] until they are known")
