"""Plans of the year: one row a plan, and on a second sheet one row an activity in it."""

from __future__ import annotations

from collections.abc import Iterator

from data.desa import Desa
from data.orang import SEBUTAN
from data.unduh import Saring
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.rencana.berkas import BUTIR as BUTIR_RENCANA
from handlers.rencana.berkas import sel_butir
from handlers.rencana.sebut import STATUS
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
    *BUTIR_RENCANA,
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
            yield [r.nomor, str(r.tahun), r.nama, *peta.sel(r.desa), *sel_butir(m)]
