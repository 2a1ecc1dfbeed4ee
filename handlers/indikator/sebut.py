"""How an indicator, what it needs and what proves it are called, and where each is opened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.indikator_desa.angka import BELUM, SEBAGIAN, TERPENUHI, Bukti, Capaian, Masa, Terisi
from data.katalog.bukti_indikator import BLT, BUMDES, FUNGSI, KEPUTUSAN, MUSDES, REGISTER, SIKLUS, Kelompok, muat_bukti
from data.katalog.indikator import muat_indikator
from data.katalog.register import muat_register
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.pesan import Butir
from handlers.dialog.tombol import perintah
from handlers.indikator.masa import kode_masa
from handlers.kartu import sebut_kegiatan
from handlers.musdes.sebut import menurut_kode
from handlers.register.sebut import sebut_keadaan
from handlers.siklus.sebut import SINGKAT, TAHAP

SEBUT: Mapping[str, str] = {TERPENUHI: "terpenuhi", SEBAGIAN: "sebagian", BELUM: "belum"}
NAMA: Mapping[str, str] = {"pld": "Indikator PLD", "pd": "Tugas PD"}
LAIN: Mapping[str, Kelompok] = {"pld": "pd", "pd": "pld"}
BACAAN = "Aturannya bacaan aplikasi ini, bukan ketetapan kementerian; yang dihitung hanya yang tercatat."
ARTIKEL = "PD8 dan PD9 dari artikel, tidak ada dalam Permendesa."


def kelompok_dari(kode: str) -> Kelompok:
    return "pd" if kode.startswith("PD") else "pld"


def sebut_indikator(kode: str) -> str:
    """'T1a Mengenal UU Desa': at most 24 characters."""
    return f"{kode} {muat_bukti().menurut_kode(kode).label}"


def sumber_artikel(kode: str) -> bool:
    return muat_indikator().menurut_kode(kode).sumber == "artikel"


def sebut_kurang(satu: Capaian) -> str:
    """'kurang 2 musyawarah perencanaan dan 1 APB Desa yang dimusyawarahkan'; '' where nothing is."""
    kurang = [f"{t.kurang} {t.syarat.nama}" for t in satu.isi if not t.cukup]
    return f"kurang {' dan '.join([', '.join(kurang[:-1]), kurang[-1]] if kurang[1:] else kurang)}" if kurang else ""


def sebut_singkat(satu: Capaian) -> str:
    """'sebagian, kurang 2 musyawarah perencanaan, dan 1 hal lagi': fits the row of a list."""
    kurang = [f"kurang {t.kurang} {t.syarat.nama}" for t in satu.isi if not t.cukup]
    lagi = [f"dan {len(kurang) - 1} hal lagi"] if kurang[1:] else []
    return ", ".join([SEBUT[satu.keadaan], *kurang[:1], *lagi])


def sebut_isi(satu: Terisi) -> str:
    return f"• {satu.syarat.nama}: ada {satu.ada}, perlu {satu.perlu}"


def buka(tempat: str, masa: Masa, *lain: str) -> str:
    """Data of a button that shows this."""
    return perintah(" ".join(satu for satu in ("indikator", tempat, kode_masa(masa), *lain) if satu))


def butir_bukti(b: Bukti, saya: int) -> Butir:
    """`saya`: one's own entries are opened among one's own."""
    label, ket, kata = _bukti(b, saya)
    return Butir(label, perintah(kata), f"{ejaan_pendek(date.fromisoformat(b.tanggal))}, {ket}")


def sebut_bukti(b: Bukti) -> tuple[str, str]:
    """(its number or name, what it is)"""
    label, ket, _ = _bukti(b, 0)
    return label, ket


def _bukti(b: Bukti, saya: int) -> tuple[str, str, str]:
    """(label, what it is, command)"""
    if b.apa == MUSDES:
        return b.nomor, menurut_kode(b.kode).label, f"musdes {b.nomor}"
    if b.apa == KEPUTUSAN:
        return b.nomor, "keputusan selesai", f"putusan {b.nomor}"
    if b.apa == SIKLUS:
        dokumen, tahap = b.kode.split(".")
        return f"{SINGKAT[dokumen]} {b.nomor}", f"sampai {TAHAP[tahap]}", f"siklus {b.desa} {b.nomor}"
    if b.apa == REGISTER:
        jenis, keadaan = b.kode.split(".")
        r = muat_register().menurut_kode(jenis)
        return b.nomor, f"{r.sebutan}, {sebut_keadaan(r, keadaan)}", f"register {b.nomor}"
    if b.apa == BUMDES:
        return "BUM Desa", b.nomor, f"bumdes {b.desa}"
    if b.apa == BLT:
        return b.nomor, "penyaluran BLT Desa", f"blt {b.desa}"
    if b.apa == FUNGSI:
        return f"Langkah {b.kode}", muat_indikator().menurut_kode(b.kode).nama, f"fungsi {b.desa} {b.kode}"
    tingkat = ", tingkat kecamatan" if b.di else ""
    return b.nomor, f"{sebut_kegiatan(b.kode)}{tingkat}", f"{'riwayat' if b.oleh == saya else 'riwayat_desa'} {b.nomor}"
