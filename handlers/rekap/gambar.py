"""The recap as one picture for a phone: a few large figures, where people were, what they did."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.desa import Desa
from data.rekap import AngkaRekap, PekanLalu
from data.rekap.angka import MASALAH_LAMA
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.sebaris import sebaris
from handlers.rekap.sebut import PILAR, beda, jam, nama_kecamatan, sebut_desa, sebut_masa, sejumlah

BERNAMA = 18
"""Villages that are shown by name; of more each is a square, and those that wait for a visit are named below."""
DISEBUT = 9
ACARA = 3
BERAT = 100_000
"""Bytes of the largest picture: somebody's own credit pays for them."""
KETAJAMAN = (108, 96, 84)
"""Dots an inch, the sharpest first."""
TERENDAH = 72
PER_TITIK = (80, 0.5)
"""Bytes of a picture at one dot an inch, and of each letter in it, as measured: a first guess, then looked at."""
LEBAR = 24
"""Letters of a village's name in its box."""


def rekap_png(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode, periode (a Monday); with `kini` as it stands, else as it was sent."""
    angka = desa.rekap.pekan(str(bahan["kode"]), date.fromisoformat(str(bahan["periode"])), kini="kini" in bahan)
    if angka is None:
        raise LookupError("no recap of that place for this person")
    return gambar_rekap(angka)


def gambar_rekap(angka: AngkaRekap) -> bytes:
    from handlers.cetak.mesin import cetak_png  # a typesetter that only those who ask for a picture should load

    isi = isi_gambar(angka)
    muat = BERAT / (PER_TITIK[0] + PER_TITIK[1] * _huruf(isi))
    cukup = (png for n in KETAJAMAN if n < muat and len(png := cetak_png("rekap", isi, n)) < BERAT)
    return next(cukup, None) or cetak_png("rekap", isi, TERENDAH)


def _huruf(isi: object) -> int:
    if isinstance(isi, dict):
        return sum(map(_huruf, isi.values()))
    return sum(map(_huruf, isi)) if isinstance(isi, list) else len(isi) if isinstance(isi, str) else 0


def isi_gambar(a: AngkaRekap) -> dict[str, Any]:
    bernama = len(a.desa) <= BERNAMA
    desa = a.desa if bernama else sorted(a.desa, key=lambda d: (not d.kunjungan, d.lama))
    return {
        "tempat": sebaris(nama_kecamatan(a), 60),
        "masa": sebut_masa(a),
        "besar": _besar(a),
        "banding": a.lalu != PekanLalu(),
        "pilar": [
            {"nama": nama, "n": a.pilar.get(kode, 0), "teks": ejaan_angka(a.pilar.get(kode, 0))}
            for kode, nama in PILAR
            if a.catatan and (kode or a.pilar.get(kode))
        ],
        "kata_desa": sebut_desa(a).capitalize(),
        "desa": [
            {"nama": sebaris(d.nama, LEBAR) if bernama else "", "kali": d.kunjungan, "lama": d.lama} for d in desa
        ],
        "ditemani": "" if bernama or not a.lama else sejumlah([sebaris(d.nama, 40) for d in a.lama], DISEBUT),
        "baris": [{"n": ejaan_angka(n), "kata": kata} for n, kata in _baris(a) if n],
        "acara": [
            {"hari": ejaan_pendek(t.tanggal), "nama": sebaris(f"{'mulai ' if t.awal else ''}{t.nama}", 60)}
            for t in a.tenggat[:ACARA]
        ],
    }


def _besar(a: AngkaRekap) -> list[dict[str, str]]:
    """The figures that are read first, each with how it differs from the week before."""
    lalu = a.lalu
    semua = (
        ("catatan", ejaan_angka(a.catatan), "", beda(a.catatan, lalu.catatan)),
        ("mencatat", str(a.mencatat), f"/{len(a.orang)}", beda(a.mencatat, lalu.mencatat)),
        (f"{sebut_desa(a)} dikunjungi", str(a.dikunjungi), f"/{len(a.desa)}", beda(a.dikunjungi, lalu.dikunjungi)),
        ("jam kerja", jam(a.menit), "", beda((a.menit + 30) // 60, (lalu.menit + 30) // 60)),
    )
    return [{"kata": kata, "n": n, "dari": dari, "beda": selisih} for kata, n, dari, selisih in semua]


def _baris(a: AngkaRekap) -> list[tuple[int, str]]:
    """Done first, then what waits."""
    laki, perempuan = a.hadir
    hadir = f" · L {ejaan_angka(laki)}, P {ejaan_angka(perempuan)}" if laki + perempuan else ""
    return [
        (len(a.musdes), f"musyawarah, {ejaan_angka(a.keputusan_baru)} keputusan{hadir}"),
        (a.keputusan_selesai, "keputusan selesai dijalankan"),
        (len(a.siklus), "langkah siklus bergerak"),
        (a.blt_salur.keluarga, "keluarga menerima BLT"),
        (len(a.bumdes_gerak), "langkah BUM Desa bergerak"),
        (a.blt.catatan, "kegiatan BLT"),
        (a.bumdes.catatan, "kegiatan BUM Desa"),
        (len(a.blt_telat), f"{sebut_desa(a)} terlambat membayar BLT"),
        (a.keputusan_lewat + a.tugas_lewat, "tindak lanjut lewat tenggat"),
        (a.pertanyaan, "pertanyaan warga menunggu jawaban"),
        (a.masalah_lama, f"masalah terbuka lebih dari {MASALAH_LAMA} hari"),
        (a.keputusan_dekat + a.tugas_dekat, "tindak lanjut jatuh tempo pekan depan"),
    ]
