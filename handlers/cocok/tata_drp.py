"""From the words of DRP's monthly PDF to its rows.

Two shapes are read. In the one known from a real month (September 2026, one person, by what a published tool reads of
it) a row is a line of No, Tanggal, Waktu, Durasi, Jenis, and below it 'Deskripsi kegiatan: (Bukan Kunjungan Lapangan)',
'Lokasi: …' and the text; in the other every field has its column. Of the head only the month and the totals are looked
at: no name, no NIK.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.samarkan import samarkan
from handlers.cocok.garis import Garis, baris_garis
from handlers.cocok.kolom import Kepala, Kolom, dengan_kepala, sel, susun_kolom
from handlers.cocok.lembar import Baris, Halaman, tanpa_tepi
from handlers.cocok.sel_drp import (
    BarisAsing,
    deskripsi_sel,
    durasi_sel,
    kunjungan_sel,
    mulai_tanggal,
    periode_dari,
    rapi,
    tanggal_sel,
    tanpa_tanda,
    waktu_sel,
)

_JUDUL = re.compile(
    r"(?:[ab]\.?\s*)?(?:daftar\s+)?laporan\s+(aktivitas|kunjungan lapangan)|[ab]\.\s*(aktivitas|kunjungan lapangan)",
    re.I,
)
_JUMLAH = re.compile(r"total\s+laporan\s+(aktivitas|kunjungan lapangan)\s*:?\s*(\d{1,4})(?:\s*laporan)?", re.IGNORECASE)
_JAM = re.compile(r"jam kerja.*?(\d{1,3})\s*[:.]\s*(\d{2})\b")
_HARI = re.compile(r"hari kerja.*?(\d{1,2})\s*/\s*\d{1,2}\b")
_LAPORAN = re.compile(
    r"total laporan(?! aktivitas| kunjungan).*?(?:\b(\d{1,4})\s+laporan|(?<![\d:/.,%])(\d{1,4})(?![\d:/%.,]))"
)
_LABEL = re.compile(r"\b(?:deskripsi kegiatan|lokasi)\s*:", re.IGNORECASE)
_LOKASI = re.compile(r"\blokasi\s*:\s*", re.IGNORECASE)
GARIS, TABEL, KEPALA = 10_000, 200, 4000
"""Lines, heads of tables, and characters above the first: no report has so many, and looking on takes long."""
BAGIAN = 3
"""Slashes of a place down to its village."""


class BukanDrp(Exception):
    """No table of DRP's in it."""


@dataclass(frozen=True)
class DrpMilik:
    periode: date | None
    """The first day of its month; None where the PDF does not say."""
    menit: int | None
    """Its own total of hours; with `hari`, `laporan` and `daftar` what it says of itself."""
    hari: int | None
    laporan: int | None
    daftar: dict[str, int]
    """By list, 'aktivitas' and 'kunjungan lapangan'."""
    baris: tuple[BarisAsing, ...]
    tak_terbaca: int = 0
    """Rows whose date could not be read."""


def baca_drp(semua: Sequence[Halaman]) -> DrpMilik:
    """Raises `BukanDrp`."""
    lines = tanpa_tepi(semua)
    if sum(map(len, lines)) > GARIS:
        raise BukanDrp
    atas, tabel, jumlah = _pilah(lines)
    if not 0 < len(tabel) <= TABEL:
        raise BukanDrp
    kepala_ = rapi(" ".join(b.teks for b in atas))[:KEPALA].lower()
    baris = [_baris_asing(satu) for satu in baris_garis(list(_garis(tabel)))]
    jam, hari, laporan = _JAM.search(kepala_), _HARI.search(kepala_), _LAPORAN.search(kepala_)
    return DrpMilik(
        periode=_periode(atas),
        menit=int(jam[1]) * 60 + int(jam[2]) if jam else None,
        hari=int(hari[1]) if hari else None,
        laporan=int(laporan[1] or laporan[2]) if laporan else None,
        daftar=jumlah,
        baris=tuple(b for b in baris if b),
        tak_terbaca=sum(b is None for b in baris),
    )


def _periode(atas: Sequence[Baris]) -> date | None:
    """Of the line that is called so, or the one below it."""
    for n, b in enumerate(atas):
        if "periode" in b.teks.lower() or "bulan" in b.teks.lower():
            for teks in (b.teks, " ".join(x.teks for x in atas[n : n + 2])):
                if ketemu := periode_dari(teks):
                    return ketemu
    return None


@dataclass(frozen=True)
class _Tabel:
    """What stands below one head, on one page, each line with the list that it belongs to."""

    kepala: Kepala
    isi: list[tuple[Baris, str]] = field(default_factory=list)

    @property
    def tanda(self) -> tuple[tuple[str, int], ...]:
        return tuple((nama, round(k.kiri)) for nama, k in self.kepala)


def _pilah(per_halaman: Sequence[Sequence[Baris]]) -> tuple[list[Baris], list[_Tabel], dict[str, int]]:
    """What stands above the tables, the tables, and the totals that stand below each."""
    atas: list[Baris] = []
    jumlah: dict[str, int] = {}
    bagian: list[_Tabel] = []
    daftar, buka = "", False
    for b, nama in (satu for lines in per_halaman for satu in dengan_kepala(lines)):
        teks = rapi(b.teks)
        if nama:
            bagian.append(_Tabel(nama))
            buka = True
        elif cocok := _JUDUL.fullmatch(teks):
            daftar = (cocok[1] or cocok[2]).lower()
        elif cocok := _JUMLAH.fullmatch(teks):
            jumlah[cocok[1].lower()] = int(cocok[2])
            buka = False
        elif buka:
            bagian[-1].isi.append((b, daftar))
        elif not bagian:
            atas.append(b)
    return atas, bagian, jumlah


def _garis(bagian: Sequence[_Tabel]) -> Iterator[Garis]:
    """Tables whose heads stand alike share their columns: a page with one row knows them from the others."""
    kolom: dict[object, tuple[Kolom, ...]] = {}
    for tabel in bagian:
        if tabel.tanda not in kolom:
            serupa = [b for lain in bagian if lain.tanda == tabel.tanda for b, _ in lain.isi]
            if any(_LABEL.search(b.teks) for b in serupa):
                serupa = [b for b in serupa if waktu_sel(b.teks) and tanggal_sel(b.teks)]
            kolom[tabel.tanda] = susun_kolom(tabel.kepala, serupa)
        for b, daftar in tabel.isi:
            isi = sel(b, kolom[tabel.tanda])
            yield Garis(b, daftar, isi, awal=mulai_tanggal(" ".join(isi.get("tanggal", ()))))


def _baris_asing(garis: Sequence[Garis]) -> BarisAsing | None:
    """None where its date cannot be read."""
    label = next((n for n, g in enumerate(garis) if _LABEL.search(g.baris.teks)), len(garis))
    sel_: dict[str, str] = {}
    for g in garis[:label]:
        for nama, kata in g.sel.items():
            sel_[nama] = f"{sel_.get(nama, '')} {' '.join(kata)}".strip()
    if label < len(garis):
        sel_ |= _blok([rapi(g.baris.teks) for g in garis[label:]], sel_.get("jenis", ""))
    tanggal = tanggal_sel(sel_.get("tanggal", ""))
    if tanggal is None:
        return None
    waktu = waktu_sel(sel_.get("waktu") or f"{sel_.get('mulai', '')} - {sel_.get('selesai', '')}")
    durasi = durasi_sel(sel_.get("durasi", ""))
    jenis = samarkan(rapi(tanpa_tanda(sel_.get("jenis", ""))))[0]
    nomor = re.search(r"\d{1,4}", sel_.get("no", ""))
    return BarisAsing(
        no=int(nomor[0]) if nomor else None,
        tanggal=tanggal,
        mulai=waktu[0] if waktu else None,
        selesai=waktu[1] if waktu else None,
        menit=durasi if durasi is not None else waktu[1] - waktu[0] if waktu else None,
        jenis=jenis,
        kunjungan=_kunjungan(sel_, next(g.daftar for g in garis if g.awal)),
        lokasi=samarkan(rapi(sel_.get("lokasi", "")))[0],
        deskripsi=deskripsi_sel(sel_.get("deskripsi", ""), jenis),
    )


def _kunjungan(sel_: dict[str, str], daftar: str) -> bool | None:
    for nama in ("kunjungan", "jenis"):
        if (ya := kunjungan_sel(sel_.get(nama, ""))) is not None:
            return ya
    return daftar == "kunjungan lapangan" if daftar else None


def _blok(teks: Sequence[str], jenis: str) -> dict[str, str]:
    """'Deskripsi kegiatan: (Kunjungan Lapangan)', 'Lokasi: A / B / C / D', then the text."""
    tanda: list[str] = []
    isi: list[str] = []
    lokasi = ""
    for satu in teks:
        kiri, *kanan = _LOKASI.split(satu, maxsplit=1)
        if kanan:
            tanda.append(kiri)
            lokasi = kanan[0]
        elif not lokasi:
            tanda.append(satu)
        elif not isi and _masih_lokasi(lokasi, satu, jenis):
            lokasi = f"{lokasi} {satu}"
        else:
            isi.append(satu)
    depan = re.sub(r"deskripsi kegiatan\s*:", " ", " ".join(tanda), flags=re.IGNORECASE)
    return {"kunjungan": depan, "lokasi": lokasi, "deskripsi": " ".join([tanpa_tanda(depan), *isi]).strip()}


def _masih_lokasi(lokasi: str, satu: str, jenis: str) -> bool:
    if jenis and satu.lower().startswith(jenis.lower()[:20]):
        return False
    return lokasi.rstrip().endswith("/") or (lokasi.count("/") < BAGIAN and "/" in satu)
