"""The list behind every figure of a recap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data.desa import Desa
from data.rekap import AngkaRekap
from data.rekap.rinci import CATATAN, DEKAT, KEMBALI, LEWAT, RINCI, SELESAI_, TANYA, Rinci
from handlers.blt.sebut import sebut_bulan
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan
from handlers.rekap.minta import Minta
from handlers.rekap.sebut import (
    DOKUMEN,
    PILAR,
    TAHAP,
    jenis_musdes,
    nama_kecamatan,
    sambung,
    sebut_desa,
    sebut_langkah,
    sejumlah,
)
from handlers.tim.lihat import HALAMAN
from handlers.tim.lihat import sebut_desa as sebut_tempat

SEMUA, ORANG, DESA, MUSDES, SIKLUS, PILAR_, TENGGAT = "semua", "orang", "desa", "musdes", "siklus", "pilar", "tenggat"
SALUR, TELAT, LANGKAH = "bltsalur", "blttelat", "bumdeslangkah"
JUDUL = {
    ORANG: "Siapa mencatat",
    DESA: "Kunjungan",
    CATATAN: "Catatan",
    PILAR_: "Menurut pilar",
    MUSDES: "Musyawarah",
    SIKLUS: "Siklus",
    SALUR: "BLT diserahkan",
    TELAT: "BLT terlambat",
    LANGKAH: "Langkah BUM Desa",
    "blt": "BLT",
    "bumdes": "BUM Desa",
    SELESAI_: "Keputusan selesai",
    LEWAT: "Lewat tenggat",
    DEKAT: "Jatuh tempo",
    TENGGAT: "Kalender desa",
    TANYA: "Pertanyaan warga",
    KEMBALI: "Perlu diperbaiki",
}
BAGIAN = (SEMUA, *JUDUL)
AWALAN = {"K": "riwayat_desa", "P": "putusan"}
"""Command that opens a record, by the first letter of its number."""


def bagian(angka: AngkaRekap, minta: Minta, desa: Desa) -> Pesan:
    """One list, a page of it."""
    if minta.bagian == SEMUA:
        return _semua(angka, minta)
    baris, jumlah = _baris(angka, minta, desa)
    lembar = max(-(-jumlah // HALAMAN), 1)
    ini = min(minta.halaman, lembar)
    if ini != minta.halaman:
        return bagian(angka, Minta(minta.kode, minta.senin, minta.bagian, ini), desa)
    maju = (Tombol("Lainnya ›", minta.perintah(halaman=ini + 1)),) if ini < lembar else ()
    mundur = (Tombol("‹ Sebelumnya", minta.perintah(halaman=ini - 1)),) if ini > 1 else ()
    kembali = Tombol("Semua rincian", minta.perintah(bagian=SEMUA, halaman=1))
    return Pesan(
        _kepala(angka, minta.bagian, jumlah, desa),
        judul=f"{JUDUL[minta.bagian]}, {nama_kecamatan(angka)}",
        daftar=tuple(baris),
        tombol=(*maju, *mundur, kembali),
    )


def jumlah_bagian(a: AngkaRekap) -> dict[str, tuple[int, str]]:
    """How much there is behind each, and how it is said."""
    lewat, dekat = a.keputusan_lewat + a.tugas_lewat, a.keputusan_dekat + a.tugas_dekat
    return {
        ORANG: (len(a.orang), f"{a.mencatat} dari {len(a.orang)} mencatat"),
        DESA: (len(a.desa), f"{a.dikunjungi} dari {len(a.desa)} {sebut_desa(a)} dikunjungi"),
        CATATAN: (a.catatan, f"{ejaan_angka(a.catatan)} catatan, {ejaan_durasi(a.menit)}"),
        PILAR_: (a.catatan, f"{len([n for n in a.pilar.values() if n])} pilar terisi"),
        MUSDES: (len(a.musdes), f"{len(a.musdes)} musyawarah, {a.keputusan_baru} keputusan"),
        SIKLUS: (len(a.siklus), f"{len(a.siklus)} langkah"),
        SALUR: (a.blt_salur.kali, f"{ejaan_angka(a.blt_salur.keluarga)} keluarga, {ejaan_uang(a.blt_salur.rupiah)}"),
        TELAT: (len(a.blt_telat), f"{len(a.blt_telat)} {sebut_desa(a)}"),
        LANGKAH: (len(a.bumdes_gerak), f"{len(a.bumdes_gerak)} {sebut_desa(a)} melangkah"),
        "blt": (a.blt.catatan, f"{a.blt.catatan} kegiatan di {a.blt.desa} {sebut_desa(a)}"),
        "bumdes": (a.bumdes.catatan, f"{a.bumdes.catatan} kegiatan di {a.bumdes.desa} {sebut_desa(a)}"),
        SELESAI_: (a.keputusan_selesai, f"{a.keputusan_selesai} selesai dijalankan"),
        LEWAT: (lewat, f"{lewat} tindak lanjut"),
        DEKAT: (dekat, f"{dekat} tindak lanjut dalam tujuh hari"),
        TENGGAT: (len(a.tenggat), f"{len(a.tenggat)} dalam tujuh hari"),
        TANYA: (a.pertanyaan, f"{a.pertanyaan} menunggu jawaban"),
        KEMBALI: (a.kembali, f"{a.kembali} menunggu penulisnya"),
    }


def _semua(a: AngkaRekap, minta: Minta) -> Pesan:
    ada = {kunci: ket for kunci, (n, ket) in jumlah_bagian(a).items() if n}
    daftar = tuple(Butir(JUDUL[kunci], minta.perintah(bagian=kunci, halaman=1), ket) for kunci, ket in ada.items())
    teks = "Ketuk angka yang mau dilihat." if daftar else "Belum ada yang bisa dirinci pekan ini."
    return Pesan(
        teks,
        judul=f"Rincian rekap {nama_kecamatan(a)}",
        daftar=daftar,
        tombol=(Tombol("Rekap pekan ini", minta.perintah(bagian="", halaman=1)),),
    )


def _kepala(a: AngkaRekap, apa: str, jumlah: int, desa: Desa) -> str:
    if apa == ORANG and not desa.rekap.boleh_nama(a.kode):
        cuti = f", {a.cuti} sedang cuti" if a.cuti else ""
        return f"{a.mencatat} dari {len(a.orang)} sudah mencatat{cuti}. Namanya hanya untuk koordinator."
    if not jumlah:
        return "Tidak ada. Barangkali sudah berubah sejak rekapnya dikirim."
    kini = " Keadaannya seperti saat ini dibuka." if apa in RINCI else ""
    return f"{jumlah_bagian(a)[apa][1]}.{kini}"


def _baris(a: AngkaRekap, minta: Minta, desa: Desa) -> tuple[list[Butir], int]:
    """The rows of the page, and how many there are in all."""
    mulai = (minta.halaman - 1) * HALAMAN
    if minta.bagian in RINCI:
        semua = desa.rekap.rinci(a, minta.bagian, 0, 2000)
        return [_rinci(r, minta, desa) for r in semua[mulai : mulai + HALAMAN]], len(semua)
    daftar = TERSIMPAN[minta.bagian](a, minta, desa)
    return daftar[mulai : mulai + HALAMAN], len(daftar)


def _rinci(r: Rinci, minta: Minta, desa: Desa) -> Butir:
    hari = ejaan_pendek(date.fromisoformat(r.tanggal)) if r.tanggal else ""
    di = sebut_tempat(r.desa, desa) if r.desa else ""
    if r.nomor.startswith("K"):
        return Butir(f"{hari} {di}", perintah(f"riwayat_desa {r.nomor}"), f"{sebut_kegiatan(r.isi)}, {r.nama}")
    buka = AWALAN.get(r.nomor[0])
    data = perintah(f"{buka} {r.nomor}") if buka else minta.perintah(bagian=SEMUA, halaman=1)
    ket = ", ".join(b for b in (f"tenggat {hari}" if hari else "", di, sebaris(r.nama, 30), f"#{r.nomor}") if b)
    return Butir(sebaris(r.isi, 60) or f"Pertanyaan #{r.nomor}", data, ket)


def _orang(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    """Those who have not logged first; by name only for those above."""
    if not desa.rekap.boleh_nama(a.kode):
        return []
    urut = sorted(a.orang, key=lambda o: (o.catatan > 0, o.cuti))
    return [
        Butir(
            o.nama,
            perintah(f"tim o{o.id} w{a.senin.isoformat()}"),
            f"{o.catatan} catatan, {ejaan_durasi(o.menit)}" if o.catatan else "cuti" if o.cuti else "belum ada catatan",
        )
        for o in urut
    ]


def _desa(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    """Those that wait for a visit first."""
    urut = sorted(a.desa, key=lambda d: (not d.lama, bool(d.kunjungan), d.kode))
    return [
        Butir(
            d.nama,
            perintah(f"riwayat_desa {a.sampai:%Y-%m} {d.kode}"),
            f"dikunjungi {d.kunjungan} kali"
            if d.kunjungan
            else "belum dikunjungi 14 hari"
            if d.lama
            else "belum pekan ini",
        )
        for d in urut
    ]


def _musdes(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    def hadir(laki: int | None, perempuan: int | None, semua: int | None) -> str:
        if laki is not None and perempuan is not None:
            return f"hadir L {laki} P {perempuan}, "
        return f"hadir {semua}, " if semua is not None else ""

    return [
        Butir(
            f"{jenis_musdes(m.jenis)} {sejumlah(m.desa, 2)}",
            perintah(f"musdes {m.nomor}"),
            f"{hadir(m.hadir_l, m.hadir_p, m.hadir)}{m.keputusan} keputusan, #{m.nomor}",
        )
        for m in a.musdes
    ]


def _siklus(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    return [
        Butir(
            s.desa, perintah("siklus"), f"{DOKUMEN.get(s.dokumen, s.dokumen)} {s.tahun}: {TAHAP.get(s.tahap, s.tahap)}"
        )
        for s in a.siklus
    ]


def _pilar(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    data = minta.perintah(bagian=CATATAN, halaman=1)
    baris = [Butir(nama, data, f"{ejaan_angka(n)} catatan") for kode, nama in PILAR if (n := a.pilar.get(kode, 0))]
    sering = [f"{sebaris(sebut_kegiatan(kode), 30)} ({n})" for kode, n in a.teratas]
    return [*baris, *([Butir("Terbanyak", data, sambung(sering))] if sering else [])]


def _tenggat(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    data = minta.perintah(bagian=SEMUA, halaman=1)
    return [
        Butir(
            sebaris(t.nama, 60),
            data,
            f"{'mulai ' if t.awal else ''}{ejaan_pendek(t.tanggal)}, {t.desa} {sebut_desa(a)}",
        )
        for t in a.tenggat
    ]


def _salur(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    isi = a.blt_salur
    ket = f"{isi.kali} kali di {isi.desa} {sebut_desa(a)}, {ejaan_uang(isi.rupiah)}"
    return [Butir(f"{ejaan_angka(isi.keluarga)} keluarga", perintah(f"blt {a.kode}"), ket)] if isi.kali else []


def _telat(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    """The longest first."""
    urut = sorted(a.blt_telat, key=lambda t: (-len(t.bulan), t.kode))
    return [Butir(t.nama, perintah(f"blt {t.kode}"), f"belum dibayar: {sebut_bulan(t.bulan)}") for t in urut]


def _langkah(a: AngkaRekap, minta: Minta, desa: Desa) -> list[Butir]:
    return [Butir(g.desa, perintah(f"bumdes {a.kode}"), sebut_langkah(g.langkah)) for g in a.bumdes_gerak]


TERSIMPAN: dict[str, Callable[[AngkaRekap, Minta, Desa], list[Butir]]] = {
    ORANG: _orang,
    DESA: _desa,
    MUSDES: _musdes,
    SIKLUS: _siklus,
    SALUR: _salur,
    TELAT: _telat,
    LANGKAH: _langkah,
    PILAR_: _pilar,
    TENGGAT: _tenggat,
}
"""Lists that the recap itself holds, as it was sent."""
