"""What stands in the cells of a DRP table: days, hours, durations, and whether it was a visit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from data.samarkan import samarkan
from handlers.dialog.baca.tanggal import BULAN, HARI

_HARI = "|".join(h.lower() for h in HARI)
_BULAN = "|".join(b[:3].lower() for b in BULAN)
_ANGKA = r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?!\d)"
_KATA = rf"(\d{{1,2}})\s+({_BULAN})[a-z]*\.?,?\s+(\d{{4}})"
_TANGGAL = re.compile(rf"{_ANGKA}|{_KATA}")
_MULAI_TANGGAL = re.compile(
    rf"(?:(?:{_HARI})\b\W*)?(?:\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]|\d{{1,2}}\s+(?:{_BULAN}))"
    rf"|(?:{_HARI})\b\W*(?:\d{{1,2}})?$"
)
_JAM = r"(\d{1,2})[.:](\d{2})"
_WAKTU = re.compile(rf"{_JAM}\D{{0,12}}?{_JAM}")
_DURASI = re.compile(r"(?:(\d{1,3})\s*jam)?\W*(?:(\d{1,4})\s*men(?:it)?)?|(\d{1,3})[.:](\d{2})(?:[.:]\d{2})?")
_KUNJUNGAN = re.compile(r"\(?\b(bukan|tidak|non)?[\s-]*kunjungan\s+lapangan\b\)?", re.IGNORECASE)
_PERIODE = re.compile(rf"({_BULAN})[a-z]*\s+(20\d\d)")
PANJANG = 2000
"""Characters of a description that are compared."""
YA = frozenset({"ya", "y", "iya", "v", "✓", "✔", "√"})
TIDAK = frozenset({"tidak", "t", "bukan", "-", "x", "✗"})


@dataclass(frozen=True)
class BarisAsing:
    """One row as DRP has it."""

    no: int | None
    tanggal: date
    mulai: int | None
    """Minutes after midnight; None where there is no such column."""
    selesai: int | None
    """Passes 1440 when the night was crossed."""
    menit: int | None
    jenis: str
    kunjungan: bool | None
    lokasi: str
    deskripsi: str


def rapi(teks: str) -> str:
    """One spelling of signs that look alike, and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", teks).translate(_SAMA).split())


_SAMA = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212), "-")


def mulai_tanggal(teks: str) -> bool:
    """Whether a cell's first line begins a date: '03/11/26', '3 November', 'Selasa,'."""
    kecil = rapi(teks).lower()
    return _MULAI_TANGGAL.match(kecil) is not None


def ada_tanggal(teks: str) -> bool:
    """Whether a whole date stands there, also one that no calendar has."""
    return _TANGGAL.search(rapi(teks).lower()) is not None


def tanggal_sel(teks: str) -> date | None:
    cocok = _TANGGAL.search(rapi(teks).lower())
    if cocok is None:
        return None
    hari, bulan, tahun = cocok.groups()[:3] if cocok[1] else cocok.groups()[3:]
    nomor = int(bulan) if bulan.isdecimal() else _BULAN.split("|").index(bulan) + 1
    penuh = int(tahun) + (2000 if len(tahun) == 2 else 0)
    if not 2000 <= penuh < 2100:
        return None
    try:
        return date(penuh, nomor, int(hari))
    except ValueError:
        return None


def waktu_sel(teks: str) -> tuple[int, int] | None:
    """Both ends in minutes after midnight; an end before its start is the next day's."""
    cocok = _WAKTU.search(rapi(teks))
    if cocok is None:
        return None
    jam, menit, jam2, menit2 = map(int, cocok.groups())
    if max(jam, jam2) > 24 or max(menit, menit2) > 59:
        return None
    mulai = jam * 60 + menit
    return mulai % 1440, mulai % 1440 + (jam2 * 60 + menit2 - mulai) % 1440


def durasi_sel(teks: str) -> int | None:
    """'2 Jam, 30 Menit', '45 menit', '2:30' in minutes."""
    for cocok in _DURASI.finditer(rapi(teks).lower()):
        jam, menit, jam2, menit2 = cocok.groups()
        if jam or menit:
            return int(jam or 0) * 60 + int(menit or 0)
        if jam2:
            return int(jam2) * 60 + int(menit2)
    return None


def kunjungan_sel(teks: str) -> bool | None:
    kecil = rapi(teks).lower()
    if cocok := _KUNJUNGAN.search(kecil):
        return cocok[1] is None
    if kecil in YA | TIDAK:
        return kecil in YA
    return None


def tanpa_tanda(teks: str) -> str:
    """Without '(Bukan Kunjungan Lapangan)', which says it elsewhere."""
    return " ".join(re.sub(r"\((?:bukan\s+)?kunjungan\s+lapangan\)", " ", teks, flags=re.IGNORECASE).split())


def deskripsi_sel(teks: str, jenis: str) -> str:
    """In the person's words; DRP says the kind once more in front. Numbers of people are masked as everywhere."""
    bersih = rapi(tanpa_tanda(teks))
    if jenis and bersih.lower().startswith(jenis.lower()):
        bersih = bersih[len(jenis) :].lstrip(" .:;-") or bersih
    return samarkan(bersih)[0][:PANJANG]


def periode_dari(teks: str) -> date | None:
    """The month of 'Periode: November 2026', '01/11/2026 - 30/11/2026'; None where it is not one month."""
    kecil = rapi(teks).lower()
    bulan = {(int(tahun), _BULAN.split("|").index(nama) + 1) for nama, tahun in _PERIODE.findall(kecil)}
    bulan |= {(t.year, t.month) for c in _TANGGAL.finditer(kecil) if (t := tanggal_sel(c[0]))}
    return date(*bulan.pop(), 1) if len(bulan) == 1 else None
