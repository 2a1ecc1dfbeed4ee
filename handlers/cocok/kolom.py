"""Where the columns of a table stand: from the words of its head, and the white between what stands below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from handlers.cocok.lembar import Baris, Kata

NAMA = {
    "no": ("no", "nomor"),
    "tanggal": ("tanggal", "tgl", "hari/tanggal", "hari/tgl", "tanggal/hari"),
    "waktu": ("waktu", "jam", "pukul"),
    "mulai": ("mulai",),
    "selesai": ("selesai",),
    "durasi": ("durasi", "lama"),
    "jenis": ("jenis", "kategori"),
    "kunjungan": ("kunjungan", "kunlap"),
    "lokasi": ("lokasi", "tempat", "provinsi", "kabupaten", "kabupaten/kota", "kecamatan", "desa"),
    "deskripsi": ("deskripsi", "uraian", "keterangan"),
}
KEPALA = {kata: nama for nama, semua in NAMA.items() for kata in semua}
SAMBUNG = frozenset({"kegiatan", "lapangan", "pelaksanaan", "laporan", "aktivitas", "jenis"})
"""Second words of a column's name; alone on a line they are the rest of a head that is two lines high."""
SELA = 6.0
"""Points between the names of two columns, at least."""
TERSEDIKIT = 3
DEKAT = 1.3
"""Heights of a line between the two of a head, at most."""
LAIN = "lain"
Kepala = list[tuple[str, Kata]]
"""The names of the columns, from the left, with their places."""


@dataclass(frozen=True)
class Kolom:
    nama: str
    kiri: float
    """What stands right of it, up to the next column's, is this column's."""


def _polos(teks: str) -> str:
    return re.sub(r"[^a-z/]", "", teks.lower())


def dengan_kepala(lines: Sequence[Baris]) -> Iterator[tuple[Baris, Kepala]]:
    """Every line, and the names of the columns where it is a table's head; what belongs to a head is left out."""
    utama = {n: nama for n, b in enumerate(lines) if (nama := _kepala(b))}
    sisa = {m: n for n in utama for m in (n - 1, n + 1) if 0 <= m < len(lines) and _sisa(lines[m], lines[n])}
    for n, b in enumerate(lines):
        if n in utama:
            lebih = [k for m, ke in sisa.items() if ke == n for k in lines[m].kata]
            yield b, _lengkapi(utama[n], lebih)
        elif n not in sisa:
            yield b, []


def _kepala(b: Baris) -> Kepala:
    if any(c.isdigit() for c in b.teks):
        return []
    hasil: Kepala = []
    for kata in b.kata:
        nama = KEPALA.get(_polos(kata.teks), "")
        dekat = bool(hasil) and kata.kiri - hasil[-1][1].kanan < SELA
        if dekat and (not nama or _polos(kata.teks) in SAMBUNG):
            hasil[-1] = (hasil[-1][0], hasil[-1][1]._replace(kanan=kata.kanan))
        else:
            hasil.append((nama or LAIN, kata))
    dikenal = {nama for nama, _ in hasil} - {LAIN}
    return hasil if len(dikenal) >= TERSEDIKIT and "tanggal" in dikenal else []


def _sisa(b: Baris, utama: Baris) -> bool:
    """The other half of a head that is two lines high."""
    tinggi = max(k.bawah - k.atas for k in utama.kata)
    dekat = abs(b.letak - utama.letak) < DEKAT * tinggi
    return dekat and all(_polos(k.teks) in SAMBUNG | KEPALA.keys() for k in b.kata)


def _lengkapi(nama: Kepala, lebih: Sequence[Kata]) -> Kepala:
    """A word above or below a name belongs to it; one that stands alone is a column's."""
    hasil = list(nama)
    for kata in sorted(lebih, key=lambda k: (k.atas, k.kiri)):
        for n, (satu, letak) in enumerate(hasil):
            if kata.kiri < letak.kanan and letak.kiri < kata.kanan:
                lebar = letak._replace(kiri=min(letak.kiri, kata.kiri), kanan=max(letak.kanan, kata.kanan))
                hasil[n] = (satu, lebar)
                break
        else:
            hasil.append((KEPALA.get(_polos(kata.teks), LAIN), kata))
    return sorted(hasil, key=lambda satu: satu[1].kiri)


def susun_kolom(nama: Kepala, isi: Sequence[Baris]) -> tuple[Kolom, ...]:
    """Between two names the widest strip that no word crosses."""
    tutup = sorted([(k.kiri, k.kanan) for b in isi for k in b.kata] + [(k.kiri, k.kanan) for _, k in nama])
    putih: list[tuple[float, float]] = []
    ujung = 0.0
    for kiri, kanan in tutup:
        if kiri > ujung:
            putih.append((ujung, kiri))
        ujung = max(ujung, kanan)
    batas = [0.0]
    for (_, a), (_, b) in pairwise(nama):
        dari, sampai = (a.kiri + a.kanan) / 2, (b.kiri + b.kanan) / 2
        lorong = [(min(y, sampai) - max(x, dari), (x + y) / 2) for x, y in putih if x < sampai and y > dari]
        batas.append(max(lorong, default=(0.0, b.kiri - 1))[1])
    return tuple(Kolom(n, kiri) for (n, _), kiri in zip(nama, batas, strict=True))


def sel(b: Baris, kolom: Sequence[Kolom]) -> dict[str, list[str]]:
    """By column, its words on this line; of several columns of one name with what parts them."""
    hasil: dict[str, list[str]] = {}
    dulu = -1
    for kata in b.kata:
        tengah = (kata.kiri + kata.kanan) / 2
        ke = max((n for n, k in enumerate(kolom) if k.kiri <= tengah), default=0)
        isi = hasil.setdefault(kolom[ke].nama, [])
        if isi and ke != dulu:
            isi.append("/")
        isi.append(kata.teks)
        dulu = ke
    return hasil
