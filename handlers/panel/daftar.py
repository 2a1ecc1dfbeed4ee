"""Lists with filters: entries, musyawarah, decisions, tasks, problems, registers. A row opens its card."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from data.panel_daftar import BARU, REGISTER, TUGAS, URUT, BarisPanel, Saring
from data.wilayah import dari_kode
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.sebaris import sebaris
from handlers.panel import bagian as b
from handlers.panel.macam import MACAM, Macam, sebut_status, terbuka
from handlers.panel.tamu import Saringan, Tamu, ke, tanggal
from handlers.panel.tempat import KABUPATEN, KECAMATAN, tempat
from handlers.panel.tempat import nama as sebut_wilayah

SEHALAMAN = 25
CUPLIKAN = 140
"""Characters of a row's words; its card has the rest."""
TERPANJANG = 60
"""Characters of a filter that are read."""
LANGSUNG = 5_000
"""Rows of a workbook that is made while one waits."""
SEBUT_URUT = {"baru": "Terbaru dulu", "lama": "Terlama dulu", "desa": "Menurut tempat"}
NADA: dict[str, b.Nada] = {
    "setuju": "baik", "selesai": "baik", "ditutup": "baik", "kembali": "awas", "terhambat": "awas", "baru": "sedang",
    "berjalan": "sedang", "ditangani": "sedang", "diperbaiki": "sedang",
}  # fmt: skip


def daftar(t: Tamu, apa: str, saring: Saringan) -> b.Halaman | None:
    macam = MACAM.get(apa)
    if macam is None or not macam.boleh(t.desa):
        return None
    s = baca_saring(apa, saring)
    if s.desa and not ada_di(s.desa, t):
        return None
    semua = t.desa.panel.daftar(apa, s, saring.get("sesudah", "")[:40], SEHALAMAN + 1)
    tampak = semua[:SEHALAMAN]
    tabel = b.Tabel(_kepala(apa, macam), tuple(_baris(apa, macam, satu, t) for satu in tampak), macam.kosong)
    langkah = [b.Tautan("Dari awal", _ke(apa, s))] if saring.get("sesudah") else []
    if len(semua) > SEHALAMAN:
        langkah.append(b.Tautan("Berikutnya", _ke(apa, s, sesudah=tampak[-1].kursor)))
    if tampak:
        langkah.append(b.Tautan("Unduh XLSX", _ke(apa, s, jalur="unduh")))
    pilih = b.Pilihan(
        "Daftar", tuple(b.Tautan(m.label, ke("daftar", k, desa=s.desa), kini=k == apa) for k, m in terbuka(t.desa))
    )
    isi: list[b.Bagian] = [pilih, _formulir(apa, macam, s, t), tabel]
    isi += [b.Langkah(tuple(langkah))] if langkah else []
    return b.Halaman(macam.label, tuple(isi), _tempat(s.desa), ke("daftar"))


def baca_saring(apa: str, saring: Saringan) -> Saring:
    """What cannot be read is as if it were not there."""
    teks = {nama: " ".join(saring.get(nama, "").split())[:TERPANJANG] for nama in asdict(Saring())}
    for nama in ("dari", "sampai"):
        teks[nama] = teks[nama] if tanggal(teks[nama]) else ""
    if teks["urut"] not in URUT:
        teks["urut"] = BARU
    s = Saring(**teks)
    status = s.status if apa == REGISTER or s.status in MACAM[apa].status else ""
    return replace(s, jenis=s.jenis if s.jenis in dict(MACAM[apa].jenis()) else "", status=status)


def ada_di(kode: str, t: Tamu) -> bool:
    """Whether there is a place of that code in which something may be read."""
    return t.desa.lingkup.boleh_baca(kode) and dari_kode(kode) is not None


def _kepala(apa: str, macam: Macam) -> tuple[str, ...]:
    hari, di, jenis, isi, status, nama = macam.kepala
    return (isi, hari, status, nama) if apa == TUGAS else (isi, jenis, hari, di, status, nama)


def _baris(apa: str, macam: Macam, r: BarisPanel, t: Tamu) -> tuple[b.Sel, ...]:
    isi = b.Sel(sebaris(r.isi, CUPLIKAN) or f"{macam.sebut_jenis(r.jenis)} {r.nomor}", ke=ke("kartu", r.nomor))
    hari = b.Sel(_hari(r.tanggal, t.hari_ini))
    status = b.Sel(sebut_status(apa, r.jenis, r.status), NADA.get(r.status, ""))
    nama = b.Sel(sebaris(r.nama, 60) or "-")
    if apa == TUGAS:
        return isi, hari, status, nama
    return isi, b.Sel(macam.sebut_jenis(r.jenis)), hari, b.Sel(_tempat(r.desa)), status, nama


def _hari(iso: str, hari_ini: date) -> str:
    if not iso:
        return "-"
    hari = date.fromisoformat(iso)
    return ejaan_pendek(hari) if hari.year == hari_ini.year else f"{hari.day}/{hari.month}/{hari.year}"


def _tempat(kode: str) -> str:
    satu = dari_kode(kode) if kode else None
    return satu.nama if satu else kode


def _formulir(apa: str, macam: Macam, s: Saring, t: Tamu) -> b.Formulir:
    semua = [b.Bidang("cari", "Cari kata", s.cari, "search")]
    if jenis := macam.jenis():
        semua.append(b.Bidang("jenis", macam.kepala[2], s.jenis, "select", (("", "Semua"), *jenis)))
    if macam.status:
        semua.append(b.Bidang("status", macam.kepala[4], s.status, "select", (("", "Semua"), *macam.status.items())))
    semua += [
        b.Bidang("nama", macam.kepala[5], s.nama),
        b.Bidang("dari", "Dari tanggal", s.dari, "date"),
        b.Bidang("sampai", "Sampai tanggal", s.sampai, "date"),
        b.Bidang("urut", "Urutan", s.urut, "select", tuple(SEBUT_URUT.items())),
    ]
    if apa != TUGAS:
        semua.insert(1, b.Bidang("desa", "Tempat", s.desa, "select", _pilihan_tempat(s.desa, t)))
    return b.Formulir(
        ke("daftar", apa), tuple(semua), sum(asdict(s)[k] != v for k, v in asdict(Saring()).items()), ke("daftar", apa)
    )


def _pilihan_tempat(kode: str, t: Tamu) -> tuple[tuple[str, str], ...]:
    """Kabupaten or kecamatan to narrow to, and the villages of the one that is looked at."""
    di = tempat({"wilayah": kode[:KECAMATAN]}, t.desa) or tempat({}, t.desa)
    assert di is not None
    atas = [*({di.kode[:KABUPATEN]} if len(di.kecamatan) > 1 else ()), *(di.kecamatan or di.bagian)]
    bawah = [w.kode for w in di.desa] if di.sempit else []
    pilihan = [("", "Semua"), *((k, sebut_wilayah(k)) for k in atas), *((k, _tempat(k)) for k in bawah)]
    return tuple(pilihan) if kode in dict(pilihan) else (*pilihan, (kode, _tempat(kode)))


def _ke(apa: str, s: Saring, *, jalur: str = "daftar", sesudah: str = "") -> str:
    isi = {nama: str(nilai) for nama, nilai in asdict(s).items() if nilai != getattr(Saring(), nama)}
    return ke(jalur, apa, **isi, sesudah=sesudah)
