"""From a Risalah to the fields of its papers."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from data.musdes import risalah as r
from handlers.cetak.tanggal_kata import hari_kata, tanggal_kata
from handlers.kertas import kalimat
from handlers.kertas.bersih import bersih
from handlers.kertas.bidang import (
    Bahasan,
    Catatan,
    Isian,
    Naskah,
    Orang,
    Penanda,
    Peserta,
    Putusan,
    Sebaris,
    TindakLanjut,
)
from handlers.kertas.kalimat import TITIK, angka, hari_bulan, sebut

DRAF = "DRAF, untuk diperiksa dan ditandatangani"
BARIS_AWAL = 25
"""Rows to sign when nobody has counted yet."""
BARIS_TERBANYAK = 1000
_BERJAM = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)\s+(?=\S)(.+)", re.DOTALL)


def naskah(risalah: r.Risalah) -> Naskah:
    m = bersih(risalah)
    return Naskah(nomor=m.nomor, versi=m.versi, draf=DRAF, **_kepala(m), **_waktu(m), **_hadirin(m), **_isi(m))


def _kepala(m: r.Risalah) -> dict[str, Any]:
    tempat = [f"Pemerintah {m.kabupaten}", sebut(m.kecamatan)]
    if len(m.desa) == 1:
        tempat.append(sebut(m.desa[0]))
    return {
        "kop": tuple(satu.upper() for satu in tempat),
        "jenis": m.jenis,
        "jenis_kapital": m.jenis.upper(),
        "rangka": kalimat.rangka(m.judul),
        "nomor_ba": m.nomor_ba or TITIK,
        "penyelenggara": m.penyelenggara or TITIK,
        "desa": kalimat.jajar([sebut(d) for d in m.desa]),
        "kecamatan": sebut(m.kecamatan),
        "kabupaten": m.kabupaten,
        "provinsi": f"Provinsi {m.provinsi}",
        "nama_tempat": m.desa[0].nama if len(m.desa) == 1 else m.kecamatan.nama,
    }


def _waktu(m: r.Risalah) -> dict[str, Any]:
    hari = date.fromisoformat(m.tanggal)
    return {
        "hari": hari_kata(hari),
        "tanggal": hari_bulan(m.tanggal),
        "tanggal_kata": tanggal_kata(hari),
        "pukul": kalimat.waktu(m),
        "tempat": m.tempat or TITIK,
        "dasar": m.dasar or TITIK,
        "pembuka": kalimat.pembuka(m),
    }


def _hadirin(m: r.Risalah) -> dict[str, Any]:
    hadir = kalimat.jumlah_hadir(m)
    penanda = tuple(Penanda(p.peran or TITIK, p.nama or TITIK) for p in m.penanda) or (Penanda(TITIK, TITIK),) * 2
    return {
        "diundang": angka(m.diundang),
        "hadir": angka(hadir),
        "hadir_l": angka(m.hadir_l),
        "hadir_p": angka(m.hadir_p),
        "unsur": ", ".join(m.unsur) or TITIK,
        "kehadiran": kalimat.kehadiran(m),
        "pimpinan": Orang(m.pimpinan or TITIK, m.pimpinan_unsur or TITIK),
        "notulis": Orang(m.notulis or TITIK, m.notulis_unsur or TITIK),
        "narasumber": tuple(Orang(n.nama, n.unsur or TITIK) for n in m.narasumber),
        "penanda": penanda,
        "penanda_sebaris": tuple(Sebaris(penanda[n : n + 2]) for n in range(0, len(penanda), 2)),
        "peserta": tuple(_peserta(n) for n in range(1, min(hadir or BARIS_AWAL, BARIS_TERBANYAK) + 1)),
    }


def _peserta(no: int) -> Peserta:
    return Peserta(no, str(no), "") if no % 2 else Peserta(no, "", str(no))


def _isi(m: r.Risalah) -> dict[str, Any]:
    bahasan: list[Bahasan] = []
    putusan: list[Putusan] = []
    tindak_lanjut: list[tuple[int, r.TindakLanjut]] = []
    for no, b in enumerate(m.bahasan, start=1):
        di_sini: list[Putusan] = []
        for p in b.putusan:
            di_sini.append(_putusan(len(putusan) + len(di_sini) + 1, p))
            tindak_lanjut += [(di_sini[-1].no, t) for t in p.tindak_lanjut]
        putusan += di_sini
        bahasan.append(Bahasan(no, b.judul or _tanpa_judul(m), tuple(map(_catatan, b.catatan)), tuple(di_sini)))
    return {
        "agenda": tuple(b.judul for b in m.bahasan if b.judul),
        "isian": tuple(Isian(tanya, jawab or TITIK) for tanya, jawab in m.isian),
        "bahasan": tuple(bahasan),
        "putusan": tuple(putusan),
        "tindak_lanjut": tuple(
            TindakLanjut(no, ke, t.isi, t.pj or TITIK, hari_bulan(t.tenggat))
            for no, (ke, t) in enumerate(tindak_lanjut, start=1)
        ),
    }


def _tanpa_judul(m: r.Risalah) -> str:
    return "Lain-lain" if any(b.judul for b in m.bahasan) else "Jalannya musyawarah"


def _catatan(teks: str) -> Catatan:
    """The hour that it began with, apart."""
    if cocok := _BERJAM.fullmatch(teks):
        return Catatan(f"{cocok[1]}.{cocok[2]}", cocok[3])
    return Catatan("", teks)


def _putusan(no: int, p: r.Putusan) -> Putusan:
    return Putusan(
        no, p.nomor, kalimat.putusan(p), kalimat.cara(p), p.pj or TITIK, hari_bulan(p.tenggat), kalimat.anggaran(p)
    )
