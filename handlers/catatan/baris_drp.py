"""An activity as a row of DRP, the ministry's daily report.

Shape read from one real monthly export (September 2026, one person); the drop-down of kinds is known only in part, so
the kind is a suggestion that the person checks. Nothing here says more than was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.katalog.kegiatan import muat_kegiatan
from data.kegiatan import Isi
from data.wilayah import Wilayah
from handlers.dialog.baca.jam import RentangJam, ejaan_durasi
from handlers.kartu import sebut_kegiatan, sebut_peserta, sebut_tempat


@dataclass(frozen=True)
class BarisDrp:
    tanggal: str
    """dd/mm/yy, as DRP prints it."""
    waktu: str
    """'09.00–11.30'"""
    durasi: str
    """'2 jam 30 menit'"""
    jenis: str
    lokasi: str
    deskripsi: str
    kunjungan: bool
    menit: int


def baris_drp(isi: Isi, di: Wilayah) -> BarisDrp:
    jam = RentangJam.dari_json(isi.jam)
    return BarisDrp(
        tanggal=f"{date.fromisoformat(isi.tanggal):%d/%m/%y}",
        waktu=str(jam).replace(" (besok)", ""),
        durasi=ejaan_durasi(jam.menit),
        jenis=_jenis(isi.kegiatan),
        lokasi=f"{sebut_tempat(di)}, {di.jalur}",
        deskripsi=deskripsi(isi),
        kunjungan=isi.cara == "desa",
        menit=isi.menit,
    )


def deskripsi(isi: Isi) -> str:
    """The person's own words, one after the other."""
    bagian = [f"{sebut_kegiatan(isi.kegiatan)}. {titik(isi.hasil)}"]
    if isi.peserta is not None:
        bagian.append(f"Peserta {sebut_peserta(isi)}.")
    if isi.masalah:
        bagian.append(f"Masalah: {titik(isi.masalah)}")
    if isi.tindak_lanjut:
        bagian.append(f"Tindak lanjut: {titik(isi.tindak_lanjut)}")
    return " ".join(bagian)


def siap_salin(isi: Isi, di: Wilayah) -> str:
    baris = baris_drp(isi, di)
    return "\n".join(
        (
            f"{baris.tanggal} · {baris.waktu} ({baris.durasi})",
            f"Jenis: {baris.jenis}",
            f"Kunjungan lapangan: {'ya' if baris.kunjungan else 'tidak'}",
            f"Lokasi: {baris.lokasi}",
            f"Deskripsi: {baris.deskripsi}",
        )
    )


def _jenis(kode: str) -> str:
    try:
        return muat_kegiatan().menurut_kode(kode).drp_jenis
    except KeyError:
        return "Penugasan Lainnya"


def titik(teks: str) -> str:
    """On one line, and ended, so that something may follow it."""
    rapi = " ".join(teks.split())
    return rapi if rapi.endswith((".", "!", "?", "…")) else f"{rapi}."
