"""One month here against the same month in DRP: which rows are the same work, and in what the two differ.

Pure, and the same whatever the order of the rows. A row is matched at most once, with the likeliest first; what is not
likely enough stays unmatched on both sides, for the person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from handlers.cocok.sel_drp import BarisAsing

SEHARI = 1440
TANGGAL, JAM, TEMPAT, JENIS, KUNJUNGAN = "tanggal", "jam", "desa", "jenis", "kunjungan"
BEDA = (TANGGAL, JAM, TEMPAT, JENIS, KUNJUNGAN)
"""What may differ between two rows of the same work; a pair is counted under the first."""
MIRIP, MIRIP_LAIN_HARI = 0.55, 0.6
"""Of the words: from here on two rows speak of the same, of one day or of two."""
SEPARUH = 0.5
"""Of the hours."""
LENGKAP = 4
"""Parts of a place: province to village as DRP has it, village to province as it is written here, with commas."""
SEBUTAN = re.compile(
    r"\b(?:provinsi|kabupaten|kab|kota|kecamatan|kec|distrik|desa|ds|kelurahan|kel|gampong|nagari|kampung)\b\.?"
)


@dataclass(frozen=True)
class Tempat:
    desa: str
    """'' where it is a kecamatan."""
    kecamatan: str


@dataclass(frozen=True)
class BarisSini:
    nomor: str
    tanggal: date
    mulai: int
    selesai: int
    jenis: str
    kunjungan: bool
    tempat: Tempat
    deskripsi: str


@dataclass(frozen=True)
class Pasangan:
    sini: BarisSini
    sana: BarisAsing
    beda: tuple[str, ...]
    """Of `BEDA`; none: they agree."""


@dataclass(frozen=True)
class Temuan:
    pasangan: tuple[Pasangan, ...]
    hanya_sini: tuple[BarisSini, ...]
    hanya_sana: tuple[BarisAsing, ...]

    @property
    def cocok(self) -> int:
        return sum(not p.beda for p in self.pasangan)


def cocokkan(sini: Sequence[BarisSini], sana: Sequence[BarisAsing]) -> Temuan:
    calon = sorted(_calon(sini, sana), key=lambda c: (-c[0], *_urut_sini(sini[c[1]]), *_urut_sana(sana[c[2]])))
    ke_sana: dict[int, int] = {}
    terpakai: set[int] = set()
    for _, a, b in calon:
        if a not in ke_sana and b not in terpakai:
            ke_sana[a] = b
            terpakai.add(b)
    pasangan = [Pasangan(sini[a], sana[b], beda(sini[a], sana[b])) for a, b in ke_sana.items()]
    return Temuan(
        tuple(sorted(pasangan, key=lambda p: (*_urut_sini(p.sini), *_urut_sana(p.sana)))),
        tuple(sorted((s for n, s in enumerate(sini) if n not in ke_sana), key=_urut_sini)),
        tuple(sorted((s for n, s in enumerate(sana) if n not in terpakai), key=_urut_sana)),
    )


def _urut_sini(b: BarisSini) -> tuple[object, ...]:
    return b.tanggal, b.mulai, b.nomor


def _urut_sana(b: BarisAsing) -> tuple[object, ...]:
    return b.tanggal, -1 if b.mulai is None else b.mulai, b.deskripsi, b.lokasi, b.no or 0


def _calon(sini: Sequence[BarisSini], sana: Sequence[BarisAsing]) -> Iterator[tuple[float, int, int]]:
    menurut_hari: dict[int, list[int]] = {}
    for n, lain in enumerate(sana):
        menurut_hari.setdefault(lain.tanggal.toordinal(), []).append(n)
    for a, satu in enumerate(sini):
        for geser in (-1, 0, 1):
            for b in menurut_hari.get(satu.tanggal.toordinal() + geser, ()):
                if nilai := _nilai(satu, sana[b]):
                    yield nilai, a, b


def _nilai(a: BarisSini, b: BarisAsing) -> float:
    """How likely the two are one work; 0 where they are not."""
    irisan, sama_jam = _irisan(a, b)
    tempat = di_tempat(a.tempat, b.lokasi)
    kata = kemiripan(a.deskripsi, b.deskripsi)
    sehari = a.tanggal == b.tanggal
    if sehari:
        mungkin = irisan >= SEPARUH or kata >= MIRIP or (irisan > 0 and tempat is True)
    else:
        mungkin = kata >= MIRIP_LAIN_HARI or ((irisan > 0 or sama_jam) and tempat is True and kata >= SEPARUH)
    if not mungkin:
        return 0.0
    jenis = not b.jenis or b.jenis.lower() == a.jenis.lower()
    return (
        10 * sehari + 4 * irisan + sama_jam + 3 * kata + {True: 2, None: 1, False: 0}[tempat] + jenis
        + 0.5 * (b.kunjungan in (None, a.kunjungan))
    )  # fmt: skip


def _irisan(a: BarisSini, b: BarisAsing) -> tuple[float, bool]:
    """Hours in common of all hours of the two, on the calendar; and whether the clock says the same at both ends."""
    if b.mulai is None or b.selesai is None:
        return 0.0, False
    geser = (b.tanggal - a.tanggal).days * SEHARI
    mulai, selesai = b.mulai + geser, b.selesai + geser
    bersama = min(a.selesai, selesai) - max(a.mulai, mulai)
    semua = max(a.selesai, selesai) - min(a.mulai, mulai)
    return max(bersama, 0) / max(semua, 1), (a.mulai, a.selesai) == (b.mulai, b.selesai)


def kemiripan(a: str, b: str) -> float:
    """0 to 1. Who copies by hand shortens: the words of the shorter count, unless it has hardly any."""
    kiri, kanan = a.lower(), b.lower()
    if not kiri or not kanan:
        return 0.0
    penuh = fuzz.token_sort_ratio(kiri, kanan)
    pendek = min(len(kiri.split()), len(kanan.split()))
    return max(penuh, fuzz.token_set_ratio(kiri, kanan) * 0.9 if pendek >= 4 else 0.0) / 100


def di_tempat(tempat: Tempat, lokasi: str) -> bool | None:
    """Whether DRP's place is this one; None where it says none."""
    bagian = [p for p in (_polos(p) for p in re.split(r"[/,;|]", lokasi)) if p]
    if not bagian:
        return None
    nama = _polos(tempat.desa or tempat.kecamatan)
    if tempat.desa and len(bagian) == LENGKAP:  # a kecamatan or a kabupaten of the village's name is not the village
        return nama == bagian[-1 if "/" in lokasi else 0]
    return nama in bagian  # one letter off may be another village


def _polos(teks: str) -> str:
    return re.sub(r"[^a-z0-9]", "", SEBUTAN.sub(" ", teks.lower()))


def beda(a: BarisSini, b: BarisAsing) -> tuple[str, ...]:
    """What DRP says otherwise; what it does not say is no difference."""
    hasil = {
        TANGGAL: a.tanggal != b.tanggal,
        JAM: b.mulai is not None and (a.mulai, a.selesai) != (b.mulai, b.selesai),
        TEMPAT: di_tempat(a.tempat, b.lokasi) is False,
        JENIS: bool(b.jenis) and a.jenis.lower() != b.jenis.lower(),
        KUNJUNGAN: b.kunjungan is not None and a.kunjungan != b.kunjungan,
    }
    return tuple(nama for nama in BEDA if hasil[nama])
