"""All that the pages of one quarter are made from, read once, and what of it belongs to one place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.desa import Desa
from data.evkin_isi import Masa, MasalahEvkin, MusdesEvkin, PutusanEvkin
from data.katalog.sebutan import sebutan
from data.kegiatan import Kegiatan
from data.lingkup import Penugasan, mencakup
from data.wilayah import DESA, Wilayah


@dataclass
class Bahan:
    desa: Desa
    masa: Masa
    hari_ini: date

    @cached_property
    def catatan(self) -> list[Kegiatan]:
        return self.desa.evkin.catatan(self.masa)

    @cached_property
    def sesudah(self) -> dict[str, int]:
        return self.desa.evkin.sesudah(self.masa)

    @cached_property
    def cuti(self) -> set[date]:
        return self.desa.evkin.cuti(self.masa)

    @cached_property
    def musdes(self) -> list[MusdesEvkin]:
        return self.desa.evkin.musdes(self.masa)

    @cached_property
    def keputusan(self) -> list[PutusanEvkin]:
        return self.desa.evkin.keputusan(self.masa)

    @cached_property
    def masalah(self) -> list[MasalahEvkin]:
        return self.desa.evkin.masalah(self.masa)


@dataclass
class Tempat:
    """One place of the person's, and what they did there."""

    bahan: Bahan
    tugas: Penugasan
    di: Wilayah

    @cached_property
    def catatan(self) -> list[Kegiatan]:
        return [k for k in self.bahan.catatan if mencakup(self.di.kode, k.desa)]

    @cached_property
    def lapangan(self) -> list[Kegiatan]:
        return [k for k in self.catatan if _kunjungan(k)]

    @cached_property
    def koordinasi(self) -> list[Kegiatan]:
        """In that place without being there; of a village also what was done in its kecamatan and names it."""
        sendiri = [k for k in self.catatan if not _kunjungan(k)]
        if self.di.tingkat != DESA:
            return sendiri
        induk = self.di.kode.rpartition(".")[0]
        sebut = (k for k in self.bahan.catatan if k.desa == induk and self._disebut(_kata(k)))
        return sorted([*sendiri, *sebut], key=lambda k: (k.tanggal, k.jam, k.id))

    @cached_property
    def hari(self) -> set[date]:
        """With a visit."""
        return {date.fromisoformat(k.tanggal) for k in self.lapangan}

    @property
    def hari_lain(self) -> set[date]:
        return {date.fromisoformat(k.tanggal) for k in self.koordinasi} - self.hari

    @property
    def menit(self) -> int:
        return sum(k.menit for k in self.catatan)

    @property
    def musdes(self) -> list[MusdesEvkin]:
        return [m for m in self.bahan.musdes if self._di_sini(m.desa)]

    @property
    def keputusan(self) -> list[PutusanEvkin]:
        return [p for p in self.bahan.keputusan if self._di_sini(p.desa)]

    @property
    def masalah(self) -> list[MasalahEvkin]:
        return [m for m in self.bahan.masalah if mencakup(self.di.kode, m.desa)]

    @property
    def sesudah(self) -> int:
        return sum(n for kode, n in self.bahan.sesudah.items() if mencakup(self.di.kode, kode))

    @cached_property
    def tanpa_kunjungan(self) -> list[Wilayah] | None:
        """Villages there that nobody has visited; None where that cannot be known. Of a village itself nothing."""
        ada = None if self.di.tingkat == DESA else self.bahan.desa.evkin.dikunjungi(self.di.kode, self.bahan.masa)
        if ada is None:
            return None
        return [w for w in self.bahan.desa.wilayah.di_bawah([self.di.kode]) if w.kode not in ada]

    def _disebut(self, teks: str) -> bool:
        return any(m[1].lower() == self.di.nama.lower() for m in self._nama.finditer(teks))

    @cached_property
    def _nama(self) -> re.Pattern[str]:
        """Villages around, the longer name first; one named like its kecamatan or kabupaten only as a village."""
        sekitar = self.bahan.desa.wilayah.di_bawah([self.di.kode.rpartition(".")[0]])
        nama = "|".join(re.escape(n) for n in sorted({w.nama for w in sekitar}, key=len, reverse=True))
        serupa = re.search(rf"(?<!\w){re.escape(self.di.nama)}(?!\w)", self.di.jalur, re.IGNORECASE)
        awal = rf"(?:desa|{sebutan(self.di.kode).desa})\s+" if serupa else ""
        return re.compile(rf"(?<!\w){awal}({nama})(?!\w)", re.IGNORECASE)

    def _di_sini(self, desa: tuple[str, ...]) -> bool:
        return any(mencakup(self.di.kode, kode) for kode in desa)


def semua_tempat(bahan: Bahan) -> list[Tempat]:
    """By code."""
    return [Tempat(bahan, tugas, _wilayah(tugas, bahan.desa)) for tugas in bahan.desa.evkin.tugas()]


def _wilayah(tugas: Penugasan, desa: Desa) -> Wilayah:
    """Known, since the assignment refers to it."""
    di = desa.wilayah.ambil(tugas.wilayah)
    assert di is not None
    return di


def _kunjungan(k: Kegiatan) -> bool:
    """In a village: what was moved to a kecamatan afterwards is no visit."""
    return k.cara == "desa" and k.desa.count(".") == DESA - 1


def _kata(k: Kegiatan) -> str:
    return "\n".join((k.hasil, k.masalah or "", k.tindak_lanjut or ""))
