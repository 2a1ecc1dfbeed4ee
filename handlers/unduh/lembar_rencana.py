"""Plans of the year: one row a plan, and on a second sheet one row an activity in it."""

from __future__ import annotations

from collections.abc import Iterator

from data.desa import Desa
from data.orang import SEBUTAN
from data.rencana import Kemajuan
from data.unduh import Saring
from handlers.isian import SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.rencana.sebut import STATUS, sebut_pekan
from handlers.unduh.tempat_baris import TEMPAT, Peta

RENCANA = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /cari lalu nomor ini untuk membukanya."),
    Kolom("Tahun", 8, "teks"),
    Kolom("Penyusun", 22),
    Kolom("Sebagai", 22),
    *TEMPAT,
    Kolom("Keadaan", 28, "teks", f"Salah satu: {', '.join(STATUS.values())}."),
    Kolom("Kegiatan", 10, "angka", "Banyaknya; satu per satu ada di lembar Kegiatan rencana."),
    Kolom("Tercapai", 10, "angka", "Kegiatan yang targetnya tercapai pada hari berkas ini dibuat."),
    Kolom("Tertinggal", 10, "angka", "Kegiatan dengan minggu rencana yang lewat dan belum tersusul."),
    Kolom("Kelompok miskin", 10, "angka", "Kegiatan yang mendahulukan kelompok miskin."),
    Kolom("Diputus oleh", 22, "teks", "Yang menyetujui atau mengembalikannya."),
)
BUTIR = (
    Kolom("Rencana", 14, "teks", "Nomor rencananya."),
    Kolom("Tahun", 8, "teks"),
    Kolom("Penyusun", 22),
    *TEMPAT,
    Kolom("Pilar", 22, "teks", "Satu dari empat pilar kerja pendamping."),
    Kolom("Kegiatan", 40, "teks", "Jenis kegiatan; catatan dengan jenis ini menghitung capaiannya."),
    Kolom("Uraian", 50, "teks", "Apa yang dikerjakan."),
    Kolom("Kelompok miskin", 10, "ya", "Ya: kelompok miskin didahulukan."),
    Kolom("Target", 9, "angka", "Yang dituju dalam setahun."),
    Kolom("Satuan", 12, "teks", "Kali, orang, dan bulan dihitung dari catatan; satuan lain diisi penyusunnya."),
    Kolom("Tercapai", 10, "angka", "Sampai hari berkas ini dibuat; kosong: belum diisi."),
    Kolom("Tercapai (%)", 10, "angka", "Paling banyak 100."),
    Kolom("Minggu", 34, "teks", "Minggu I sampai IV tiap bulan."),
    Kolom("Lewat tanpa catatan", 30, "teks", "Minggu rencana yang lewat dan belum tersusul."),
    Kolom("Bersama", 34, "teks", "Dengan siapa."),
)


def baris_rencana(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for satu in desa.unduh.rencana(s):
        r, semua = satu.rencana, satu.kemajuan
        yield [
            r.nomor, str(r.tahun), r.nama, SEBUTAN[r.peran], *peta.sel(r.desa), STATUS[r.status], len(semua),
            sum(m.selesai for m in semua), sum(bool(m.tertinggal) for m in semua), sum(m.butir.miskin for m in semua),
            r.pemutus,
        ]  # fmt: skip


def baris_butir(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for satu in desa.unduh.rencana(s):
        r = satu.rencana
        for m in satu.kemajuan:
            yield [r.nomor, str(r.tahun), r.nama, *peta.sel(r.desa), *_butir(m)]


def _butir(m: Kemajuan) -> list[Nilai]:
    b = m.butir
    return [
        SEBUTAN_PILAR[b.pilar] if b.pilar else "Lainnya", sebut_kegiatan(b.kegiatan), b.uraian, b.miskin, b.target,
        b.satuan, m.tercapai, m.persen, sebut_pekan(b.pekan), sebut_pekan(m.tertinggal), b.pihak,
    ]  # fmt: skip
