"""Activities, a row each, as their authors wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from data.desa import Desa
from data.katalog.kegiatan import muat_kegiatan
from data.orang import ZONA_AWAL, tanggal_lokal
from data.unduh import BarisKegiatan, Saring
from handlers.dialog.baca.jam import RentangJam
from handlers.isian import CARA, SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan
from handlers.lembar import Kolom
from handlers.lembar.sel import Nilai
from handlers.unduh.tempat_baris import TEMPAT, Peta

KOLOM = (
    Kolom("Nomor", 14, "teks", "Nomornya di Kawan Desa; ketik /cari lalu nomor ini untuk membukanya."),
    Kolom("Tanggal", 13, "tanggal", "Hari kegiatan."),
    Kolom("Jam", 15, "teks", "Mulai sampai selesai, menurut jam setempat."),
    Kolom("Menit", 9, "angka", "Lamanya."),
    *TEMPAT,
    Kolom("Pilar", 20, "teks", f"Salah satu: {', '.join(SEBUTAN_PILAR.values())}."),
    Kolom("Kegiatan", 34, "teks", "Jenis kegiatannya."),
    Kolom("Cara", 13, "teks", "Di desa (kunjungan lapangan), koordinasi, atau daring."),
    Kolom("Hasil", 60, "teks", "Seperti ditulis pencatatnya."),
    Kolom("Peserta", 9, "angka", "Orang; kosong bila tidak dicatat."),
    Kolom("Laki-laki", 9, "angka"),
    Kolom("Perempuan", 10, "angka"),
    Kolom("Masalah", 40, "teks", "Yang ditulis di catatannya; kosong bila tidak ada."),
    Kolom("Tindak lanjut", 40),
    Kolom("Foto", 7, "angka", "Berapa foto; fotonya dibuka lewat nomornya."),
    Kolom("Titik", 20, "teks", "Lintang, bujur; kosong bila tidak dikirim."),
    Kolom("Dicatat oleh", 22),
    Kolom("Dicatat", 13, "tanggal", "Hari ditulis; bisa sesudah hari kegiatan."),
)


def baris_kegiatan(desa: Desa, s: Saring) -> Iterator[list[Nilai]]:
    peta = Peta(desa)
    for satu in desa.unduh.kegiatan(s):
        yield _satu(satu, peta)


def _satu(b: BarisKegiatan, peta: Peta) -> list[Nilai]:
    k = b.kegiatan
    w = peta.ambil(k.desa)
    return [
        k.nomor, k.tanggal, _jam(k.jam), k.menit, *peta.sel(k.desa), *_apa(k.kegiatan), CARA[k.cara], k.hasil,
        k.peserta, k.peserta_l, k.peserta_p, k.masalah, k.tindak_lanjut, b.foto, k.lokasi, b.oleh,
        tanggal_lokal(k.dicatat, w.zona if w else ZONA_AWAL),
    ]  # fmt: skip


@lru_cache(4096)
def _jam(jam: str) -> str:
    return str(RentangJam.dari_json(jam))


@cache
def _apa(kode: str) -> tuple[str, str]:
    """Its pillar and name; one taken out of the catalogue has no pillar any more."""
    try:
        return SEBUTAN_PILAR[muat_kegiatan().menurut_kode(kode).pilar], sebut_kegiatan(kode)
    except KeyError:
        return "", sebut_kegiatan(kode)
