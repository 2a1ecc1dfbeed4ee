"""The rows of a month with what became of them in DRP: copied, not yet, or changed here since they were copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.desa import Desa
from data.drp_salin import Isi, Salinan, Tertinggal, isi_salin
from data.kegiatan import Kegiatan
from handlers.catatan.baris_drp import BarisDrp, baris_drp
from handlers.catatan.bulan import akhir_bulan
from handlers.catatan.riwayat import tempat_dari
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.tombol import sidik
from handlers.kartu import sebut_kegiatan, sebut_tempat

BELUM, SUDAH, BERUBAH = "belum", "sudah", "berubah"
TERSEBUT = 8
"""Rows that a sentence names; of more it says how many."""
TANDA = {BELUM: "○", SUDAH: "✓", BERUBAH: "✎"}


@dataclass(frozen=True)
class BarisSalin:
    k: Kegiatan
    baris: BarisDrp
    salinan: Salinan | None
    ke: int
    """Its place in its list of DRP, from 1."""

    @property
    def keadaan(self) -> str:
        if self.salinan is None:
            return BELUM
        return BERUBAH if self.salinan.beda(self.k) else SUDAH

    @property
    def sidik(self) -> str:
        """Of what it tells: an old button ticks only what it stood under."""
        return sidik(dict(isi_salin(self.k)))


def baris_salin(desa: Desa, bulan: date) -> list[BarisSalin]:
    """As DRP lists them: activities, then visits, each from the oldest."""
    salinan = desa.drp_salin.rentang(bulan, akhir_bulan(bulan))
    semua = [
        (k, baris_drp(k, tempat_dari(k, desa)), salinan.get(k.id))
        for k in desa.kegiatan.rentang(bulan, akhir_bulan(bulan))
    ]
    daftar = ([s for s in semua if not s[1].kunjungan], [s for s in semua if s[1].kunjungan])
    return [BarisSalin(*satu, ke) for lembar in daftar for ke, satu in enumerate(lembar, start=1)]


def sebut_beda(b: BarisSalin, desa: Desa) -> str:
    """'jam 09.00–11.00 → 09.00–12.00, deskripsi', of a row that was copied; '' where nothing changed."""
    assert b.salinan
    kini = isi_salin(b.k)
    bagian = [_bagian(kolom, b.salinan.isi, kini, desa) for kolom in b.salinan.beda(b.k)]
    return ", ".join(dict.fromkeys(bagian))


def _bagian(kolom: str, dulu: Isi, kini: Isi, desa: Desa) -> str:
    nama = {"tanggal": "tanggal", "jam": "jam", "kegiatan": "kegiatan", "desa": "lokasi", "kunjungan": "kunjungan"}
    if kolom not in nama:
        return "deskripsi"
    return f"{nama[kolom]} {_sebut(kolom, dulu, desa)} → {_sebut(kolom, kini, desa)}"


def _sebut(kolom: str, isi: Isi, desa: Desa) -> str:
    nilai = str(isi[kolom])
    if kolom == "tanggal":
        return f"{date.fromisoformat(nilai):%d/%m/%y}"
    if kolom == "jam":
        return str(RentangJam.dari_json(nilai))
    if kolom == "kegiatan":
        return sebut_kegiatan(nilai)
    if kolom == "kunjungan":
        return "ya" if isi[kolom] else "tidak"
    di = desa.wilayah.ambil(nilai)
    return sebut_tempat(di) if di else nilai


def sebut_salin(baris: list[BarisSalin]) -> str:
    """'Sudah disalin ke DRP: 5 dari 24 baris. 1 berubah sejak disalin.'; '' of an empty month."""
    if not baris:
        return ""
    sudah, berubah = (sum(b.keadaan == k for b in baris) for k in (SUDAH, BERUBAH))
    lagi = f" {berubah} berubah sejak disalin." if berubah else ""
    return f"Sudah disalin ke DRP: {sudah} dari {len(baris)} baris.{lagi}"


def sebut_tertinggal(desa: Desa, bulan: date) -> str:
    """What DRP may still have of that month though it was deleted or moved away here; '' mostly."""
    semua = desa.drp_salin.tertinggal(bulan, akhir_bulan(bulan))
    terhapus = [_dulu(t) for t in semua if t.terhapus]
    pindah = [f"{_dulu(t)} ke {date.fromisoformat(t.k.tanggal):%d/%m/%y}" for t in semua if not t.terhapus]
    bagian = (("Sudah disalin, lalu dihapus di sini", terhapus), ("Sudah disalin, lalu pindah tanggal di sini", pindah))
    return "\n".join(f"{kata}: {_jajar(isi)}. Periksa juga di DRP." for kata, isi in bagian if isi)


def _dulu(t: Tertinggal) -> str:
    """As it was copied: that is what is to be looked for."""
    isi = t.salinan.isi
    hari, jam = date.fromisoformat(str(isi["tanggal"])), RentangJam.dari_json(str(isi["jam"]))
    return f"{hari:%d/%m/%y} {jam} (#{t.k.nomor})"


def _jajar(isi: list[str]) -> str:
    lebih = f", dan {len(isi) - TERSEBUT} lainnya" if len(isi) > TERSEBUT else ""
    return f"{', '.join(isi[:TERSEBUT])}{lebih}"
